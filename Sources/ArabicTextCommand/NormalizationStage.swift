import ArabicText

/// Normalises lines.
struct NormalizationStage: LineStage {
    private let normalizer: ArabicNormalizer
    private let policy: IllFormedPolicy
    private let lineEnd: UInt8
    /// For a line that comes in parts.
    private var stream: NormalizationStream
    /// Where the part at hand stands in its line.
    private var partStart = 0

    init(_ normalizer: ArabicNormalizer, illFormed policy: IllFormedPolicy, lineEnd: UInt8) {
        self.normalizer = normalizer
        self.policy = policy
        self.lineEnd = lineEnd
        stream = normalizer.makeStream(illFormed: policy)
    }

    var checksItsInput: Bool { true }

    mutating func append(
        lines: Span<UInt8>, from number: Int, into output: inout ByteBuffer
    ) throws(IllFormedUTF8Error) {
        // A line feed releases all that a normaliser holds back, so that lines may be taken together.
        if lineEnd == 0x0A { return try normalizer.normalize(lines, illFormed: policy, into: &output) }
        var start = 0
        while start < lines.count {
            let end = ByteScan.first(lineEnd, in: lines, from: start) ?? lines.count
            do throws(IllFormedUTF8Error) {
                try normalizer.normalize(lines.extracting(start..<end), illFormed: policy, into: &output)
            } catch {
                throw IllFormedUTF8Error(offset: start + error.offset)
            }
            output.append(byte: lineEnd)
            start = end + 1
        }
    }

    mutating func append(
        part: Span<UInt8>, of number: Int, end: PartEnd, into output: inout ByteBuffer
    ) throws(IllFormedUTF8Error) {
        let start = partStart
        partStart = end == .open ? start + part.count : 0
        do throws(IllFormedUTF8Error) {
            try stream.append(part, into: &output)
            if end == .open { return }
            try stream.finish(into: &output)
        } catch {
            partStart = 0
            // What the stream held back may be of a part before.
            throw IllFormedUTF8Error(offset: error.offset - start)
        }
        if end == .terminated { output.append(byte: lineEnd) }
    }
}
