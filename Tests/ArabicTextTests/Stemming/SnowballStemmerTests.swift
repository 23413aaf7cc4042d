import ArabicText
import Support
import Testing

@Suite struct SnowballStemmerTests {
    @Test(.needsGold) func equalsSnowballOnItsVocabulary() throws {
        expectStems(pairs(try Gold.bytes("snowball/vocabulary.tsv")), .snowball, atLeast: 150_000)
    }

    @Test(.needsGold) func equalsSnowballOnRandomWords() throws {
        let bytes = try Gold.bytes("publishable/fuzz_lucene_snowball.tsv")
        expectStems(pairs(bytes, stem: 7, header: true), .snowball, atLeast: 19_000)
    }

    @Test func equalsSnowballOnTheSample() throws {
        let bytes = try Gold.bundledBytes("Data/publishable/fuzz_lucene_snowball.sample.tsv")
        expectStems(pairs(bytes, stem: 7, header: true), .snowball, atLeast: 1_500)
    }

    /// What Snowball gives for words that light stemmers get wrong.
    @Test(arguments: [
        ("الله", "الله"), ("والله", "والل"), ("والدة", "والد"), ("ألمانيا", "الماني"), ("البانيا", "بانيا"),
        ("القرآن", "قرء"),
        ("لليل", "لليل"), ("والي", "وال"), ("واحد", "واحد"), ("والكتاب", "والكتاب"), ("بطاطس", "طاطس"),
        ("المهيمن", "مهيم"),
        ("كتابهما", "كتاب"), ("كرة", "كرة"), ("تهديد", "تهديد"), ("الْعَرَبِــــــيَّة", "عرب"), ("كَتَبَ", "كتب"),
    ])
    func givesWhatSnowballGives(word: String, expected: String) {
        #expect(stem(word, .snowball) == Array(expected.utf8))
    }

    /// The length tests of the Snowball project's own review.
    @Test(arguments: [("ثثة", "ثثة"), ("ثثثة", "ثثث")])
    func minimumLengths(word: String, expected: String) {
        #expect(stem(word, .snowball) == Array(expected.utf8))
    }

    @Test(arguments: ["البانيا", "ألمانيا", "كتاباتهم", "مستشفى", "فسميتموها"])
    func isNotIdempotent(word: String) {
        #expect(stem(stem(word, .snowball), .snowball) != stem(word, .snowball))
    }
}
