/// Turns a text that comes in chunks into terms: any way to cut it into chunks gives the same terms.
///
/// ```swift
/// var stream = TermStream(analyzer)
/// while let chunk = read() { stream.append(chunk.span) { term, source, token in index(term, token) } }
/// stream.finish { term, source, token in index(term, token) }
/// ```
///
/// Ranges are from the start of the stream. A term comes when its token is followed by something that ends it for
/// certain, so memory is bounded by the longest token and the longest chunk. Time is linear in the length of the stream.
public struct TermStream: ~Copyable {
    /// The text at hand; what is settled of it is done.
    package private(set) var held: HeldText
    private let pooled: PooledBatchAnalyzer
    /// The position of the first word of the text at hand.
    private var position = 0

    /// Starts a stream.
    public init(_ analyzer: ArabicAnalyzer) {
        held = HeldText(analyzer.settings.rules)
        pooled = analyzer.cutters.take()
    }

    /// Takes the next bytes, which may begin and end inside a scalar, and calls a function with each term that they
    /// settle, the token's bytes as they stand in the source, and the token.
    ///
    /// The position of the token is the term's. An error that `body` throws ends the call and is passed on; the other
    /// terms that were settled with that one are lost.
    public mutating func append<Failure: Error>(
        _ chunk: Span<UInt8>,
        _ body: (_ term: Span<UInt8>, _ source: Span<UInt8>, _ token: Token) throws(Failure) -> Void
    ) throws(Failure) {
        try append(chunk) { (term, token, text, base) throws(Failure) in
            try body(term, text.extracting(token.range.lowerBound - base..<token.range.upperBound - base), token)
        }
    }

    /// Ends the stream, and calls a function with each term that is left. The stream then starts anew, at offset 0.
    public mutating func finish<Failure: Error>(
        _ body: (_ term: Span<UInt8>, _ source: Span<UInt8>, _ token: Token) throws(Failure) -> Void
    ) throws(Failure) {
        try finish { (term, token, text, base) throws(Failure) in
            try body(term, text.extracting(token.range.lowerBound - base..<token.range.upperBound - base), token)
        }
    }

    /// The same with the text at hand, and how many bytes of the stream come before it.
    package mutating func append<Failure: Error>(
        _ chunk: Span<UInt8>,
        _ body: (_ term: Span<UInt8>, _ token: Token, _ text: Span<UInt8>, _ base: Int) throws(Failure) -> Void
    ) throws(Failure) {
        held.append(chunk)
        if held.settled > 0 { try analyze(body) }
    }

    /// The same with the text at hand, and how many bytes of the stream come before it.
    package mutating func finish<Failure: Error>(
        _ body: (_ term: Span<UInt8>, _ token: Token, _ text: Span<UInt8>, _ base: Int) throws(Failure) -> Void
    ) throws(Failure) {
        held.finish()
        defer {
            held.restart()
            position = 0
        }
        if held.settled > 0 { try analyze(body) }
    }

    private mutating func analyze<Failure: Error>(
        _ body: (_ term: Span<UInt8>, _ token: Token, _ text: Span<UInt8>, _ base: Int) throws(Failure) -> Void
    ) throws(Failure) {
        // A copy, since the cutter changes while the bytes are read.
        let held = self.held
        let text = held.bytes.span
        let base = held.base
        pooled.cutter.restart(position: position, end: held.settled)
        defer { position = pooled.cutter.terms.position }
        while pooled.cutter.fill(from: text) {
            for index in 0..<pooled.cutter.terms.count {
                let token = pooled.cutter.terms.token(at: index)
                let range = token.range.lowerBound + base..<token.range.upperBound + base
                try body(
                    pooled.cutter.terms.bytes.span.extracting(pooled.cutter.terms.term(at: index)),
                    Token(range: range, kind: token.kind, position: token.position), text, base)
            }
        }
    }
}
