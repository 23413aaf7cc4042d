/// Cuts text into tokens.
///
/// ```swift
/// let tokenizer = ArabicTokenizer()
/// for token in tokenizer.tokens(in: text) where token.isTerm { print(token.range, token.kind) }
/// ```
///
/// The tokens are in order, do not overlap, and together cover the text, white space included; ``Token/isTerm`` tells
/// what an index keeps. Time is linear in the length of the text. No memory is allocated for a token, unless it holds a
/// run of a script that needs a dictionary. Nothing fails: where ICU has no dictionary for a run (or its data is
/// missing), the run stays undivided.
public struct ArabicTokenizer: Sendable {
    /// The rules in use.
    public let rules: TokenizationRules

    /// Makes a tokenizer; the tables behind it are made once, at the first use.
    public init(_ rules: TokenizationRules = .unicode) { self.rules = rules }

    /// The tokens of a text, white space and punctuation included. Linear in the text.
    public func tokens(in text: String) -> [Token] {
        var tokens: [Token] = []
        forEachToken(in: text.utf8Span.span) { tokens.append($0) }
        return tokens
    }

    /// The tokens of a text, each found when it is asked for. Keeps the text, and no token.
    public func tokenSequence(in text: String) -> TokenSequence { TokenSequence(text, rules) }

    /// Calls a function with each token of UTF-8 bytes, in order.
    ///
    /// The bytes need not be well-formed: each ill-formed maximal subpart is treated as U+FFFD, which joins nothing.
    /// An error that `body` throws ends the call and is passed on.
    public func forEachToken<Failure: Error>(
        in bytes: Span<UInt8>, _ body: (Token) throws(Failure) -> Void
    ) throws(Failure) {
        try forEachBatch(in: bytes) { (batch) throws(Failure) in try batch.forEach(body) }
    }

    /// The same for the tokens that start before an offset.
    package func forEachToken<Failure: Error>(
        in bytes: Span<UInt8>, before limit: Int, _ body: (Token) throws(Failure) -> Void
    ) throws(Failure) {
        var cutter = BatchTokenizer(rules, limit: limit)
        var batch = TokenBuffer(byteCount: bytes.count)
        while cutter.fill(&batch, from: bytes) { try batch.forEach(body) }
    }

    /// Calls a function with the tokens of UTF-8 bytes, some thousands at a time: the fast way, for loops that can read
    /// flat arrays.
    ///
    /// The buffer is the same each time, and holds what ``forEachToken(in:_:)`` gives. Text of which the processor can cut
    /// a block of 64 bytes at once goes through a kernel, everything else through the rules' automaton; both give the
    /// same. Nothing is allocated for a token. An error that `body` throws ends the call and is passed on.
    public func forEachBatch<Failure: Error>(
        in bytes: Span<UInt8>, _ body: (borrowing TokenBuffer) throws(Failure) -> Void
    ) throws(Failure) {
        var cutter = BatchTokenizer(rules)
        var batch = TokenBuffer(byteCount: bytes.count)
        while cutter.fill(&batch, from: bytes) { try body(batch) }
    }
}
