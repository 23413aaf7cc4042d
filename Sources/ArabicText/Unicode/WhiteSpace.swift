extension Span<UInt8> {
    /// The next run without White_Space from an offset on, which moves behind it; nil where there is none.
    func nextWord(after end: inout Int) -> Range<Int>? {
        while end < count, let length = whiteSpaceLength(at: end) { end += length }
        let start = end
        while end < count, whiteSpaceLength(at: end) == nil { end += 1 }
        return start == end ? nil : start..<end
    }

    /// The length of the White_Space character that starts at an offset, or nil.
    private func whiteSpaceLength(at offset: Int) -> Int? {
        let byte = self[offset]
        if byte < 0x80 { return byte == 0x20 || (0x09...0x0D).contains(byte) ? 1 : nil }
        // The leads of U+0085, U+00A0, U+1680, U+2000 and on, U+3000: Arabic letters have others.
        guard byte == 0xC2 || (0xE1...0xE3).contains(byte) else { return nil }
        guard case .scalar(let scalar, let length) = UTF8Element.decode(self, at: offset),
            CharacterFacts.isWhiteSpace(scalar)
        else { return nil }
        return length
    }
}
