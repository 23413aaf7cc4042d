/// Cuts a text that comes in chunks into sentences: any way to cut it into chunks gives the same sentences.
///
/// Offsets are from the start of the stream. A sentence comes as soon as no byte that may follow can change it, which is
/// at the first word after it, or at a line end. No text is kept but the bytes of a sequence that is cut short, so memory
/// is constant, however long a sentence is. Time is linear in the length of the stream, even where it comes byte by byte.
public struct SentenceStream: Sendable {
    private var scanner: SentenceScanner
    /// What the last chunk left of a sequence that is cut short; at most three bytes between calls.
    private var buffer: [UInt8] = []

    /// Starts a stream.
    public init(_ options: SentenceOptions = []) { scanner = SentenceScanner(options) }

    /// Takes the next bytes, which may begin and end inside a scalar, and calls a function with each sentence that they
    /// settle.
    ///
    /// An error that `body` throws ends the call and is passed on; the bytes are taken, and the sentences after the one
    /// that failed come with the next call.
    public mutating func append<Failure: Error>(
        _ chunk: Span<UInt8>, _ body: (Sentence) throws(Failure) -> Void
    ) throws(Failure) {
        buffer.append(copying: chunk)
        try settle(isLast: false, body)
    }

    /// Ends the stream, and calls a function with each sentence that is left. The stream then starts anew, at offset 0.
    public mutating func finish<Failure: Error>(_ body: (Sentence) throws(Failure) -> Void) throws(Failure) {
        try settle(isLast: true, body)
        scanner.restart()
        buffer.removeAll()
    }

    /// The part of the sentence under way that belongs to it whatever follows, for those who do not wait for its end.
    ///
    /// It starts where the sentence will start, and ends with a scalar, where the sentence will end or before. Empty, where
    /// the next sentence can start at the earliest, if none is under way. Its end never goes back.
    public var underWay: Range<Int> { scanner.underWay }

    private mutating func settle<Failure: Error>(
        isLast: Bool, _ body: (Sentence) throws(Failure) -> Void
    ) throws(Failure) {
        // A copy, since the scanner changes while the buffer is read.
        var scanner = self.scanner
        defer { self.scanner = scanner }
        while let range = scanner.next(in: buffer.span, isLast: isLast) { try body(Sentence(range: range)) }
        buffer.removeFirst(scanner.dropRead())
    }
}
