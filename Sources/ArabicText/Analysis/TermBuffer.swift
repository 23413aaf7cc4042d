internal import CArabicKernels

/// Terms as flat arrays, to be used again and again: what ``ArabicAnalyzer/forEachBatch(in:_:)`` fills.
public struct TermBuffer: ~Copyable {
    /// How many terms there are.
    public private(set) var count = 0
    /// The terms one after the other, from the first byte on; what follows the last one is not of this batch.
    public private(set) var bytes: [UInt8] = []
    private var byteCount = 0
    private var ends: [Int] = []
    private var tokens: [UInt32] = []
    private var positions: [Int] = []
    /// The position of the next word.
    var position = 0
    /// The tokens that the terms come from.
    var source = TokenBuffer()

    init() {}

    /// Where a term lies in ``bytes``. The index must be below ``count``.
    @inline(__always)
    public func term(at index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

    /// The token that a term comes from; its position is the term's. The index must be below ``count``.
    @inline(__always)
    public func token(at index: Int) -> Token {
        let token = Int(tokens[index])
        return Token(range: source.range(at: token), kind: source.kind(at: token), position: positions[index])
    }

    /// The first index from `index` on of a term whose token starts behind an offset, or ``count``.
    package func firstIndex(from index: Int, startingBehind offset: Int) -> Int {
        var index = index
        while index < count, source.range(at: Int(tokens[index])).lowerBound <= offset { index += 1 }
        return index
    }

    /// Appends a range of the terms, each with a separator after it.
    package func append(_ range: Range<Int>, separator: UInt8, to output: inout ByteBuffer) {
        precondition(range.upperBound <= count)
        _ = output.append(range, ofPiecesOf: bytes.span, start: 0, ends: ends, separator: separator)
    }

    /// Forgets the terms, and makes room for those of `source`.
    mutating func start(_ words: borrowing BatchWords) {
        count = 0
        byteCount = 0
        let room = source.end - source.start + 64
        if bytes.count < room { bytes = [UInt8](repeating: 0, count: room + room / 2) }
        if ends.count < words.count + 16 { makeRoom(words.count + 16) }
    }

    private mutating func makeRoom(_ room: Int) {
        let larger = room + room / 2
        ends += [Int](repeating: 0, count: larger - ends.count)
        tokens += [UInt32](repeating: 0, count: larger - tokens.count)
        positions += [Int](repeating: 0, count: larger - positions.count)
    }

    /// Appends a term that takes a position.
    mutating func append(_ term: [UInt8], token: Int) { append(term.span, token: token) }

    /// Appends a term that takes a position.
    mutating func append(_ term: Span<UInt8>, token: Int) {
        if ends.count <= count { makeRoom(count + 1) }
        if bytes.count < byteCount + term.count + 64 {
            bytes += [UInt8](repeating: 0, count: bytes.count + term.count + 64)
        }
        for index in term.indices { bytes[byteCount + index] = term[index] }
        byteCount += term.count
        ends[count] = byteCount
        tokens[count] = UInt32(token)
        positions[count] = position
        count += 1
        position += 1
    }

    /// Appends the terms of a range of words that are kept, and counts the stopped ones, up to a word that is the caller's
    /// to decide: its index, or the end of the range.
    mutating func append(_ range: Range<Int>, of words: borrowing BatchWords, _ arrays: borrowing TermArrays) -> Int {
        if range.isEmpty { return range.upperBound }
        return unsafe withRoom(forBytes: Int(CAK_TERM_SLOT) * range.count, terms: range.count) {
            unsafe words.copy(range, arrays, to: $0)
        }
    }

    /// Calls a function with the arrays, which have room for so much, as the kernels append to them.
    private mutating func withRoom<Result>(
        forBytes roomForBytes: Int, terms: Int, _ append: (UnsafeMutablePointer<cak_term_list>) -> Result
    ) -> Result {
        // What slow terms have added may have used up the room.
        let needed = byteCount + roomForBytes + 64
        if bytes.count < needed { bytes += [UInt8](repeating: 0, count: needed) }
        if ends.count < count + terms + 16 { makeRoom(count + terms + 16) }
        // SAFETY: there is room, and 32 bytes and 16 terms more. The arrays are not empty, so they have addresses.
        return unsafe bytes.withUnsafeMutableBufferPointer { bytes in
            unsafe ends.withUnsafeMutableBufferPointer { ends in
                unsafe tokens.withUnsafeMutableBufferPointer { tokens in
                    unsafe positions.withUnsafeMutableBufferPointer { positions in
                        var list = unsafe cak_term_list(
                            bytes: bytes.baseAddress.unsafelyUnwrapped, byte_count: byteCount,
                            ends: ends.baseAddress.unsafelyUnwrapped, tokens: tokens.baseAddress.unsafelyUnwrapped,
                            positions: positions.baseAddress.unsafelyUnwrapped, count: count, position: position)
                        let result = unsafe append(&list)
                        unsafe (byteCount, count, position) = (list.byte_count, list.count, list.position)
                        return result
                    }
                }
            }
        }
    }
}
