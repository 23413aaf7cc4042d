import ArabicText

/// Where a block stands in its input.
struct TextPosition {
    /// The number of the line, from 1.
    var line = 1
    /// Of the first byte, from the start of the input.
    var offset = 0
    /// Of the first byte of the line.
    var lineStart = 0

    /// The position of an offset in bytes that begin at this one.
    func moved(to offset: Int, in bytes: Span<UInt8>, lineEnd: UInt8) -> TextPosition {
        let before = bytes.extracting(..<min(max(offset, 0), bytes.count))
        let start = ByteScan.last(lineEnd, in: before).map { self.offset + $0 + 1 }
        return TextPosition(
            line: line + ByteScan.count(lineEnd, in: before), offset: self.offset + before.count,
            lineStart: start ?? lineStart)
    }

    /// The position in the same line that is so many bytes on, or before this one if the number is negative.
    func moved(inLineBy distance: Int) -> TextPosition {
        TextPosition(line: line, offset: max(offset + distance, lineStart), lineStart: lineStart)
    }
}

/// A piece of an input: whole lines as far as they fit, or else a part of one line.
@safe struct TextBlock: ~Copyable {
    enum Content {
        /// Whole lines, each with its end.
        case lines
        /// A part of a line that is too long for a block, or has no end; it ends between characters.
        case part(PartEnd)
    }

    /// As much is read at once, to the start of a page: what a pipe holds, so that its ends wait for each other as rarely as
    /// they can. The variable is for tests, which cut text everywhere.
    static let readSize = Environment.number("ARABICTEXT_BLOCK_SIZE") ?? 1 << 20
    /// What was left of the block before goes in front of that: at least the start of a character.
    private static let frontSize = max(readSize, 4)
    private static let pageSize = 1 << 12

    var content = Content.lines
    var position = TextPosition()
    /// How many lines end in it.
    var lineCount = 0
    // SAFETY: only this value owns the memory, and the bytes of `range`, which lies in it, are set.
    private let memory: UnsafeMutableRawBufferPointer
    private var range = 0..<0

    init() {
        unsafe memory = .allocate(byteCount: Self.frontSize + Self.readSize, alignment: Self.pageSize)
    }

    deinit { unsafe memory.deallocate() }

    var count: Int { range.count }
    var isFull: Bool { unsafe range.upperBound == memory.count }

    /// Begins with bytes that were read before, no more than one read gives.
    mutating func start(with rest: [UInt8]) {
        range = Self.frontSize - rest.count..<Self.frontSize
        unsafe memory[range].copyBytes(from: rest)
    }

    /// Reads once, to the end of what there is; 0 at the end of the source.
    mutating func fill(from source: inout any ByteSource) throws(InputError) -> Int {
        // SAFETY: a source writes into the room and says how far.
        let room = unsafe UnsafeMutableRawBufferPointer(rebasing: memory[range.upperBound...])
        let count = unsafe try source.read(into: room)
        range = range.lowerBound..<range.upperBound + min(count, room.count)
        return count
    }

    /// Cuts the bytes from an offset on off, and gives them back less the first `gap`.
    mutating func split(at count: Int, dropping gap: Int = 0) -> [UInt8] {
        let end = range.lowerBound + count
        let rest = unsafe Array(memory[end + gap..<range.upperBound])
        range = range.lowerBound..<end
        return rest
    }

    func withBytes<Result, Failure: Error>(_ body: (Span<UInt8>) throws(Failure) -> Result) throws(Failure) -> Result {
        try body(unsafe UnsafeRawBufferPointer(rebasing: memory[range]).bindMemory(to: UInt8.self).span)
    }
}
