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

    /// Gives one token after the other, and cuts some thousands at a time.
    public struct Iterator: IteratorProtocol, Sendable {
        private let text: String
        private var cutter: BatchTokenizer
        private var batch: TokenBuffer
        /// The next token of the batch, where it starts, and how many terms come before it.
        private var index = 0
        private var start = 0
        private var terms = 0

        init(_ text: String, _ rules: TokenizationRules) {
            self.text = text
            cutter = BatchTokenizer(rules)
            batch = TokenBuffer(byteCount: text.utf8.count)
        }

        /// The next token, or nil after the last.
        public mutating func next() -> Token? {
            if index == batch.count {
                index = 0
                if !cutter.fill(&batch, from: text.utf8Span.span) { return nil }
            }
            let kind = batch.kind(at: index)
            let end = batch.end(at: index)
            let token = Token(range: start..<end, kind: kind, position: terms)
            index += 1
            start = end
            if kind.isTerm { terms += 1 }
            return token
        }
    }
}
