import ArabicText
import Support
import Testing

@Suite struct ISRIStemmerTests {
    @Test(.needsGold) func equalsNLTKOnItsVocabulary() throws {
        expectStems(pairs(try Gold.bytes("stemmers/isri.tsv")), .isri, atLeast: 29_000)
    }

    /// What NLTK gives for words that light stemmers get wrong.
    @Test(arguments: [
        ("الله", "الل"),
        ("والله", "ولل"),
        ("والدة", "ولد"),
        ("ألمانيا", "لمن"),
        ("البانيا", "بان"),
        ("القرآن", "قرآ"),
        ("لليل", "للل"),
        ("والي", "ولي"),
        ("واحد", "وحد"),
        ("والكتاب", "كتب"),
        ("بطاطس", "ططس"),
        ("المهيمن", "هيم"),
        ("كتابهما", "كتب"),
        ("كرة", "كرة"),
        ("تهديد", "هدد"),
        ("الْعَرَبِــــــيَّة", "عربــــــية"),
        ("كَتَبَ", "كتب"),
    ])
    func givesWhatNLTKGives(word: String, expected: String) {
        #expect(stem(word, .isri) == Array(expected.utf8))
    }
}
