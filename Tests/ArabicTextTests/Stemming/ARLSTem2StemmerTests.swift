import ArabicText
import Support
import Testing

@Suite struct ARLSTem2StemmerTests {
    @Test(.needsGold) func equalsNLTKOnItsVocabulary() throws {
        expectStems(stemPairs(try Gold.bytes("stemmers/arlstem2.tsv")), .arlstem2, atLeast: 29_000)
    }

    /// Imperatives, which ARLSTem never reaches; and one thing more that falls at the end.
    @Test(arguments: [("لنكتب", "كتب"), ("التدريس", "درس"), ("المكتوب", "كتب"), ("الكرسي", "كرس"), ("اللباس", "باس")])
    func differsFromARLSTem(word: String, expected: String) {
        #expect(stem(word, .arlstem2) == Array(expected.utf8))
    }
}
