import Support
import Testing

@testable import ArabicText

/// The table of stop words.
struct WordKeysTests {
    /// Words whose first half is one of the numbers that mix them have the same slot, whatever comes after it. Such bytes are
    /// no UTF-8.
    @Test func noTableGrowsWithoutEnd() {
        var keys = WordKeys()
        let words = (UInt8(1)...2).map {
            [0x2F, 0x64, 0xBD, 0x78, 0x64, 0x1D, 0x76, 0xA0] + [UInt8](repeating: $0, count: 8)
        }
        #expect(insert(words[0], into: &keys))
        #expect(!insert(words[1], into: &keys))
        #expect(keys.slotCount <= 256)
    }

    @Test func wordsMayComeTwiceAndBeEmpty() {
        var keys = WordKeys()
        for word in ["من", "", "من", "كلمة"] { #expect(insert(Array(word.utf8), into: &keys)) }
        #expect(keys.slotCount == 16)
    }

    /// Letters of one script differ in few bits, and in the same ones. The table must not grow faster than the list.
    @Test(arguments: [1_000, 10_000, 40_000])
    func aTableOfWordsOfFourLettersTakesFewSlotsAWord(count: Int) {
        let letters = Array((0x621...0x63A).map(UInt32.init)) + Array((0x641...0x64A).map(UInt32.init))
        var random = SplitMix64(seed: 98)
        var words: Set<[UInt8]> = []
        while words.count < count { words.insert(utf8((0..<4).map { _ in random.pick(letters) })) }
        var keys = WordKeys()
        #expect(words.sorted { $0.lexicographicallyPrecedes($1) }.allSatisfy { insert($0, into: &keys) })
        #expect(keys.slotCount <= 5 * count, "\(keys.slotCount)")
    }

    /// A span does not fit through `#expect`.
    private func insert(_ word: [UInt8], into keys: inout WordKeys) -> Bool { keys.insert(word.span) }
}
