import Testing

@testable import ArabicText

/// The table of stop words.
struct WordKeysTests {
    /// Two words of 16 bytes whose numbers mix to the same give each other way; a third one has no place in a table of any
    /// size.
    @Test func noTableGrowsWithoutEnd() {
        let words = (UInt64(1)...3).map { Self.word(low: 0x0101_0101_0101_0101 &* $0) }
        #expect(WordKeys(Array(words[..<2])) != nil)
        #expect(WordKeys(words) == nil)
    }

    @Test func wordsMayComeTwiceAndBeEmpty() {
        #expect(WordKeys([Array("من".utf8), [], Array("من".utf8)]) != nil)
        #expect(WordKeys([]) != nil)
    }

    /// A word of which the mixed number is the same for each low half.
    private static func word(low: UInt64) -> [UInt8] {
        let mixed = ~low
        let high = mixed >> 29 | mixed << 35
        return [low, high].flatMap { half in (0..<8).map { UInt8(truncatingIfNeeded: half >> (8 * UInt64($0))) } }
    }
}
