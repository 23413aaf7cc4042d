import Support
import Testing

@testable import ArabicText

/// Runs of scripts without spaces are divided as ICU divides them inside the same rules.
@Suite struct DictionaryTests {
    private static let sentences = [
        "ภาษาไทยเป็นภาษาที่มีระดับเสียง", "ພາສາລາວເປັນພາສາທາງການ", "ភាសាខ្មែរជាភាសាផ្លូវការ", "မြန်မာဘာသာစကားသည်",
        "我们在学习阿拉伯语。他说汉语", "日本語の文章を単語に分ける", "カタカナとひらがなと漢字", "アラビア語テキスト_1",
        "كتابภาษาไทยكتاب", "a漢字b カナ_カナ 人々は々a々漢", "ไทย漢字ไทย", "ไทย\u{64E}ไทย漢\u{64E}字",
    ]

    @Test(arguments: sentences) func sentencesAreDividedAsByICU(_ text: String) throws {
        let bytes = Array(text.utf8)
        #expect(ends(bytes) == (try WordIterator().ends(bytes)))
        #expect(fault(tokens(bytes), count: bytes.count) == nil)
    }

    @Test func randomDictionaryTextIsDividedAsByICU() throws {
        let oracle = try WordIterator()
        var random = SplitMix64(seed: 9)
        var failures = Failures()
        let letters: [UInt32] =
            Array(0xE01...0xE4D) + Array(0xE81...0xEA3) + Array(0x1780...0x17D2) + Array(0x1000...0x103E)
            + Array(0x4E00...0x4E40) + Array(0x3041...0x3060) + Array(0x30A1...0x30C0) + [
                0x3005, 0x643, 0x61, 0x5F, 0x64E,
            ]
        for _ in 0..<3_000 {
            let bytes = utf8(randomSequence(of: letters, upTo: 30, &random))
            if ends(bytes) != oracle.ends(bytes) {
                failures.add("\(escaped(bytes)) \(ends(bytes)) \(oracle.ends(bytes))")
            }
        }
        #expect(failures.isEmpty, "\(failures)")
    }

    @Test func piecesHaveKindsOfTheirOwn() {
        #expect(tokens(Array("漢字_1".utf8)).allSatisfy { $0.kind == .word || $0.kind == .number })
        #expect(tokens(Array("كتابไทย".utf8)).first?.kind == .arabic)
    }
}
