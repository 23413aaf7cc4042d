import Support
import Testing

@testable import ArabicText

/// The table of stop words.
struct WordKeysTests {
    /// Words whose first half is one of the numbers that mix them have the same slot, whatever comes after it. Such bytes are
    /// no UTF-8.
    @Test func noTableGrowsWithoutEnd() {
        let words = (UInt8(1)...2).map {
            [0x2F, 0x64, 0xBD, 0x78, 0x64, 0x1D, 0x76, 0xA0] + [UInt8](repeating: $0, count: 8)
        }
        #expect(WordKeys(Array(words[..<1])) != nil)
        #expect(WordKeys(words) == nil)
    }

    @Test func wordsMayComeTwiceAndBeEmpty() {
        #expect(WordKeys([Array("من".utf8), [], Array("من".utf8)]) != nil)
        #expect(WordKeys([]) != nil)
    }

    /// Letters of one script differ in few bits, and in the same ones. The table must not grow faster than the list.
    @Test(arguments: [1_000, 10_000, 40_000])
    func aTableOfWordsOfFourLettersTakesFewSlotsAWord(count: Int) throws {
        let letters = Array((0x621...0x63A).map(UInt32.init)) + Array((0x641...0x64A).map(UInt32.init))
        var random = SplitMix64(seed: 98)
        var words: Set<[UInt8]> = []
        while words.count < count { words.insert(utf8((0..<4).map { _ in random.pick(letters) })) }
        let keys = try #require(WordKeys(words.sorted { $0.lexicographicallyPrecedes($1) }))
        #expect(keys.slotCount <= 5 * count, "\(keys.slotCount)")
    }
}
