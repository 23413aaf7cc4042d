/// Cuts a text that comes in chunks: any way to cut it into chunks gives the same tokens.
///
/// Offsets are from the start of the stream. A token comes as soon as no byte that may follow can change it; until
/// then its bytes are kept, so memory is bounded by the longest token (with what the rules look ahead after it) and the
/// longest chunk. Time is linear in the length of the stream, even where it comes byte by byte.
public struct TokenStream: Sendable {
    private var scanner: TokenScanner
    /// The bytes from `offset` of the stream on; those before the token under way wait to be dropped.
    private var buffer: [UInt8] = []
    private var offset = 0

    /// Starts a stream.
    public init(_ rules: TokenizationRules = .unicode) { scanner = TokenScanner(rules) }

    /// Takes the next bytes, which may begin and end inside a scalar, and calls a function with each token that they
    /// settle.
    ///
    /// An error that `body` throws ends the call and is passed on; the bytes are taken, and the tokens after the one
    /// that failed come with the next call.
    public mutating func append<Failure: Error>(
        _ chunk: Span<UInt8>, _ body: (Token) throws(Failure) -> Void
    ) throws(Failure) {
        buffer.append(copying: chunk)
        try settle(isLast: false, body)
    }

    /// Ends the stream, and calls a function with each token that is left. The stream then starts anew, at offset 0.
    public mutating func finish<Failure: Error>(_ body: (Token) throws(Failure) -> Void) throws(Failure) {
        try settle(isLast: true, body)
        scanner.restart()
        buffer.removeAll()
        offset = 0
    }

    private mutating func settle<Failure: Error>(
        isLast: Bool, _ body: (Token) throws(Failure) -> Void
    ) throws(Failure) {
        // A copy, since the scanner changes while the buffer is read.
        var scanner = self.scanner
        defer { self.scanner = scanner }
        while let token = scanner.next(in: buffer.span, isLast: isLast) {
            let range = token.range.lowerBound + offset..<token.range.upperBound + offset
            try body(Token(range: range, kind: token.kind, position: token.position))
        }
        // Dropping moves what is kept, so it waits until at least as much is to be dropped.
        let done = scanner.start
        if done > 0, done >= buffer.count - done {
            buffer.removeFirst(done)
            scanner.moveBack(done)
            offset += done
        }
    }
}
