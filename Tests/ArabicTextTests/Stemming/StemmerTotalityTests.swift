import ArabicText
import Support
import Testing

/// Invariant 6: no input traps; invariant 9: linear time.
@Suite struct StemmerTotalityTests {
    @Test(arguments: ArabicStemmer.all)
    func anyUnicodeString(stemmer: ArabicStemmer) {
        var random = SplitMix64(seed: 26)
        var output: [UInt8] = []
        for number in 0..<2_000 {
            let count =
                number % 100 == 0 ? Int.random(in: 0...10_000, using: &random) : Int.random(in: 0...40, using: &random)
            var word = String.UnicodeScalarView()
            for _ in 0..<count { word.append(scalar(&random)) }
            output.removeAll(keepingCapacity: true)
            stemmer.stem(Array(String(word).utf8).span, into: &output)
            // Well-formed in, well-formed out.
            #expect(String(validating: output, as: UTF8.self) != nil)
        }
    }

    @Test(arguments: ArabicStemmer.all)
    func anyBytes(stemmer: ArabicStemmer) {
        var random = SplitMix64(seed: 27)
        let leads: [UInt8] = [0xD8, 0xD9, 0xEF, 0xBB, 0xF0, 0xFF, 0xC0, 0xED, 0xA0, 0x41]
        for _ in 0..<2_000 {
            let length = Int.random(in: 0...40, using: &random)
            let bytes = (0..<length).map { _ in
                Bool.random(using: &random)
                    ? leads.randomElement(using: &random) ?? 0 : UInt8.random(in: 0...255, using: &random)
            }
            let output = stem(bytes, stemmer)
            // A byte that never occurs in UTF-8 is kept wherever it stands.
            #expect(output.count { $0 == 0xFF } == bytes.count { $0 == 0xFF })
        }
    }

    @Test(arguments: ArabicStemmer.all)
    func illFormedBytesStay(stemmer: ArabicStemmer) {
        let illFormed: [[UInt8]] = [
            [0xFF], [0xD9], [0x80, 0x80], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
            [0xF4, 0x90, 0x80, 0x80],
            [0xF0, 0x9F, 0x98], [0xEF, 0xBB], [0xF8, 0x88, 0x80, 0x80, 0x80],
        ]
        for bytes in illFormed { #expect(stem(bytes, stemmer) == bytes) }
        // Nor do letters before and after them, of which no affix consists, change that.
        let letters = Array("حج".utf8)
        for bytes in illFormed { #expect(stem(letters + bytes + letters, stemmer) == letters + bytes + letters) }
    }

    /// Long runs of what falls one by one: a step that moved the rest of the word each time would never end.
    @Test(.timeLimit(.minutes(1)), arguments: ArabicStemmer.all)
    func longWords(stemmer: ArabicStemmer) {
        for affix in ["ه", "و", "ي", "ال", "هما", "\u{64E}", "\u{640}", "\u{FEFB}", "أأ", "كتاب"] {
            let word = String(repeating: affix, count: 30_000 / affix.unicodeScalars.count)
            #expect(stem(word, stemmer).count <= word.utf8.count * 4 / 3)
        }
    }

    /// A scalar of an affix, another one of the Arabic blocks, or any at all.
    private func scalar(_ random: inout SplitMix64) -> Unicode.Scalar {
        let value: UInt32 =
            switch UInt32.random(in: 0..<10, using: &random) {
            case 0..<6: Array("اوينتهكمسلفبةىأإآؤئ".unicodeScalars).randomElement(using: &random)?.value ?? 0x0627
            case 6: UInt32.random(in: 0x0600...0x06FF, using: &random)
            case 7: UInt32.random(in: 0xFB50...0xFEFF, using: &random)
            default: UInt32.random(in: 0...0x10FFFF, using: &random)
            }
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }
}
