extension Span<UInt8> {
    /// The next run without White_Space from an offset on, which moves behind it; nil where there is none.
    package func nextWord(after end: inout Int) -> Range<Int>? {
        while end < count, let length = CharacterFacts.whiteSpaceLength(self, at: end) { end += length }
        let start = end
        // No byte inside a sequence is one with which white space begins.
        while end < count, CharacterFacts.whiteSpaceLength(self, at: end) == nil { end += 1 }
        return start == end ? nil : start..<end
    }
}
