import ArabicText
import Support
import Testing

@Suite struct ARLSTemStemmerTests {
    @Test(.needsGold) func equalsNLTKOnItsVocabulary() throws {
        expectStems(stemPairs(try Gold.bytes("stemmers/arlstem.tsv")), .arlstem, atLeast: 29_000)
    }

    /// Rules of the original that can never fit, because an earlier step has taken what they look for.
    @Test func unreachableRulesStayUnreached() {
        #expect(stem("كتابكن\u{651}", .arlstem) == stem("كتابكن", .arlstem))
        #expect(stem("كتابهن\u{651}", .arlstem) == stem("كتابهن", .arlstem))
        #expect(stem("لنكتب", .arlstem) == Array("لنكتب".utf8))
    }
}
