import ArabicText
import Support
import Testing

@Suite struct Light10StemmerTests {
    @Test(.needsGold) func equalsLuceneOnItsVocabulary() throws {
        let bytes = try Gold.bytes("lucene/vocabulary.tsv")
        expectStems(stemPairs(bytes, stem: 3, header: true), .light10, atLeast: 29_000)
    }

    @Test(.needsGold) func equalsLuceneOnRandomWords() throws {
        let bytes = try Gold.bytes("publishable/fuzz_lucene_snowball.tsv")
        expectStems(stemPairs(bytes, stem: 3, header: true), .light10, atLeast: 19_000)
    }

    @Test func equalsLuceneOnTheSample() throws {
        let bytes = try Gold.bundledBytes("Data/publishable/fuzz_lucene_snowball.sample.tsv")
        expectStems(stemPairs(bytes, stem: 3, header: true), .light10, atLeast: 1_500)
    }

    /// Step by step: one prefix, then every suffix that fits, never below two units.
    @Test(arguments: [
        ("والوالد", "والد"), ("والد", "الد"), ("كاتبها", "كاتب"), ("هاها", "ها"), ("ها", "ها"), ("يه", "يه"),
        ("كية", "كي"),
        ("كيةه", "كي"), ("اتي", "ات"), ("ون", "ون"), ("بونه", "بون"), ("بوونه", "بوون"), ("بوونهي", "بوونه"), ("", ""),
    ])
    func appliesEachRuleOnce(word: String, expected: String) {
        #expect(stem(word, .light10) == Array(expected.utf8))
    }

    /// A scalar beyond U+FFFF counts two units, as in Java.
    @Test func lengthsCountUTF16Units() {
        #expect(stem("\u{1F600}ه", .light10) == Array("\u{1F600}".utf8))
        #expect(stem("بهه", .light10) == Array("به".utf8))
        #expect(stem("به", .light10) == Array("به".utf8))
        #expect(stem("و\u{1F600}\u{1F600}", .light10) == Array("\u{1F600}\u{1F600}".utf8))
    }
}
