/// Normalises a text that comes in pieces: any way to cut it gives the bytes that the whole text gives.
///
/// Holds back only what the next bytes could still change: the last letter with the marks after it, and a sequence
/// that is cut short. A line feed releases everything.
///
/// ```swift
/// var stream = normalizer.makeStream()
/// while let chunk = read() { try stream.append(chunk.span, into: &output) }
/// try stream.finish(into: &output)
/// ```
public struct NormalizationStream: Sendable {
    private let normalizer: ArabicNormalizer
    private let table: FoldTable
    private let freshPasses: OutputPasses?
    private var passes: OutputPasses?
    private let policy: IllFormedPolicy
    private var memory = ContextCache()
    private var pending: [UInt8] = []
    /// So many bytes of a chunk join what was held back at a time.
    private static let portion = 64
    /// How many bytes of the stream stand before `pending`.
    private var base = 0

    init(_ normalizer: ArabicNormalizer, table: FoldTable, passes: OutputPasses?, illFormed policy: IllFormedPolicy) {
        self.normalizer = normalizer
        self.table = table
        self.policy = policy
        freshPasses = passes
        self.passes = passes
    }

    /// Takes the next bytes, and appends what is certain by now to `output`. Linear in the stream, whatever the size
    /// of the pieces.
    ///
    /// Throws ``IllFormedUTF8Error`` with the offset from the start of the stream; the stream is at its end then.
    public mutating func append(_ chunk: Span<UInt8>, into output: inout [UInt8]) throws(IllFormedUTF8Error) {
        try output.append(room: pending.count + chunk.count + 64) { (buffer) throws(IllFormedUTF8Error) in
            try append(chunk, into: &buffer)
        }
    }

    /// Appends what was held back. The stream can be used anew.
    public mutating func finish(into output: inout [UInt8]) throws(IllFormedUTF8Error) {
        try output.append(room: pending.count + 64) { (buffer) throws(IllFormedUTF8Error) in
            try finish(into: &buffer)
        }
    }

    /// The same as ``append(_:into:)`` for arrays, into a buffer that the kernel writes itself.
    package mutating func append(
        _ chunk: Span<UInt8>, into output: inout ByteBuffer
    ) throws(IllFormedUTF8Error) {
        // What was held back takes from the chunk as much as it needs to be released; the rest is not copied.
        var start = 0
        while !pending.isEmpty, start < chunk.count {
            let held = pending.count
            let end = min(start + Self.portion, chunk.count)
            pending.append(copying: chunk.extracting(start..<end))
            // What was held back alone has no place to cut, but the chunk may complete a sequence that it starts.
            let cut = lastCut(in: pending.span, after: max(0, held - 3))
            if cut < held {
                start = end
                if cut == 0 { continue }
            } else {
                start += cut - held
            }
            let released = pending
            pending = cut < held ? Array(pending[cut...]) : []
            try release(released.span.extracting(..<cut), into: &output)
        }
        let rest = chunk.extracting(start...)
        let cut = lastCut(in: rest, after: 0)
        pending.append(copying: rest.extracting(cut...))
        if cut > 0 { try release(rest.extracting(..<cut), into: &output) }
    }

    /// The same as ``finish(into:)`` for arrays.
    package mutating func finish(into output: inout ByteBuffer) throws(IllFormedUTF8Error) {
        let released = pending
        pending = []
        defer { base = 0 }
        try release(released.span, isLast: true, into: &output)
    }

    private mutating func release(
        _ bytes: Span<UInt8>, isLast: Bool = false, into output: inout ByteBuffer
    ) throws(IllFormedUTF8Error) {
        var alignment: Alignment?
        do throws(IllFormedUTF8Error) {
            try normalizer.run(
                bytes, illFormed: policy, base: base, isLast: isLast, passes: &passes, into: &output,
                alignment: &alignment, memory: &memory)
        } catch {
            passes = freshPasses
            pending = []
            base = 0
            throw error
        }
        if isLast { passes = freshPasses }
        base += bytes.count
    }

    /// The last offset above `low` at which the text can be cut without a change to its result, or 0.
    private func lastCut(in bytes: Span<UInt8>, after low: Int) -> Int {
        if bytes.count > 0, bytes[bytes.count - 1] == 0x0A { return bytes.count }
        var offset = bytes.count - 1
        while offset > low {
            if table.canCut(bytes, at: offset) { return offset }
            offset -= 1
        }
        return 0
    }
}
