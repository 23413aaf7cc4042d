/// The tokens of a text, each found when it is asked for.
public struct TokenSequence: Sequence, Sendable {
    private let text: String
    private let rules: TokenizationRules

    init(_ text: String, _ rules: TokenizationRules) {
        self.text = text
        self.rules = rules
    }

    /// Starts at the first token.
    public func makeIterator() -> Iterator { Iterator(text, rules) }

    /// Finds one token after the other.
    public struct Iterator: IteratorProtocol, Sendable {
        private let text: String
        private var scanner: TokenScanner

        init(_ text: String, _ rules: TokenizationRules) {
            self.text = text
            scanner = TokenScanner(rules)
        }

        /// The next token, or nil after the last.
        public mutating func next() -> Token? { scanner.next(in: text.utf8Span.span, isLast: true) }
    }
}
