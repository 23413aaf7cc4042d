import ArabicText
import Support
import Testing

@Suite struct ARLSTem2StemmerTests {
    @Test(.needsGold) func equalsNLTKOnItsVocabulary() throws {
        expectStems(pairs(try Gold.bytes("stemmers/arlstem2.tsv")), .arlstem2, atLeast: 29_000)
    }

    /// What NLTK gives for words that light stemmers get wrong.
    @Test(arguments: [
        ("الله", "الل"),
        ("والله", "الل"),
        ("والدة", "الد"),
        ("ألمانيا", "مانيا"),
        ("البانيا", "بانيا"),
        ("القرآن", "قران"),
        ("لليل", "ليل"),
        ("والي", "الي"),
        ("واحد", "احد"),
        ("والكتاب", "كتاب"),
        ("بطاطس", "بطاطس"),
        ("المهيمن", "مهيمن"),
        ("كتابهما", "كتاب"),
        ("كرة", "كرة"),
        ("تهديد", "هديد"),
        ("الْعَرَبِــــــيَّة", "عربــــــ"),
        ("كَتَبَ", "كتب"),
    ])
    func givesWhatNLTKGives(word: String, expected: String) {
        #expect(stem(word, .arlstem2) == Array(expected.utf8))
    }
}
