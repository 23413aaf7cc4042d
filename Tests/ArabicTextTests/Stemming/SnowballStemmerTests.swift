import ArabicText
import Support
import Testing

@Suite struct SnowballStemmerTests {
    @Test(.needsGold) func equalsSnowballOnItsVocabulary() throws {
        expectStems(stemPairs(try Gold.bytes("snowball/vocabulary.tsv")), .snowball, atLeast: 150_000)
    }

    @Test(.needsGold) func equalsSnowballOnRandomWords() throws {
        let bytes = try Gold.bytes("publishable/fuzz_lucene_snowball.tsv")
        expectStems(stemPairs(bytes, stem: 7, header: true), .snowball, atLeast: 19_000)
    }

    @Test func equalsSnowballOnTheSample() throws {
        let bytes = try Gold.bundledBytes("Data/publishable/fuzz_lucene_snowball.sample.tsv")
        expectStems(stemPairs(bytes, stem: 7, header: true), .snowball, atLeast: 1_500)
    }

    /// The length tests of the Snowball project's own review.
    @Test(arguments: [("ثثة", "ثثة"), ("ثثثة", "ثثث")])
    func minimumLengths(word: String, expected: String) {
        #expect(stem(word, .snowball) == Array(expected.utf8))
    }
}
