internal import CArabicKernels

extension ByteBuffer {
    /// Appends a range of the pieces of a text, each with a separator after it. They follow one another: piece `i` ends at
    /// `ends[i]`, where the next one starts, and the first of all at `start`. With kinds, those of which `leftOut` has the
    /// bit are not written. Gives how many are.
    mutating func append(
        _ range: Range<Int>, ofPiecesOf text: Span<UInt8>, start: Int, ends: [Int], kinds: [UInt8]? = nil,
        leavingOut leftOut: UInt32 = 0, separator: UInt8
    ) -> Int {
        if range.isEmpty { return 0 }
        let first = range.lowerBound == 0 ? start : ends[range.lowerBound - 1]
        let end = ends[range.upperBound - 1]
        precondition(first >= 0 && first <= end && end <= text.count)
        precondition(kinds.map { range.upperBound <= $0.count } ?? true)
        reserve(end - first + range.count + 32)
        let used = count
        var found = 0
        // SAFETY: the offsets are those of pieces within the text, the arrays have the range, and there is room.
        unsafe write { target in
            let written = unsafe text.withUnsafeBufferPointer { text in
                unsafe ends.withUnsafeBufferPointer { ends in
                    guard let bytes = text.baseAddress, let ends = ends.baseAddress else { return 0 }
                    func writePieces(_ kinds: UnsafePointer<UInt8>?) -> Int {
                        var pieces = unsafe cak_pieces(
                            text: bytes, length: text.count, start: start, ends: ends, kinds: kinds)
                        return unsafe cak_write_pieces(
                            &pieces, range.lowerBound, range.upperBound, leftOut, separator, target + used, &found)
                    }
                    return kinds.map { unsafe $0.withUnsafeBufferPointer { unsafe writePieces($0.baseAddress) } }
                        ?? writePieces(nil)
                }
            }
            return (used + written, ())
        }
        return found
    }
}
