@testable import ArabicText
import Support
import Testing

@Suite struct StopWordsTests {
    @Test func luceneHasItsWords() {
        #expect(StopWords.lucene.count == 119)
        for word in ["من", "و", "أو", "لدى", "جميع"] {
            #expect(StopWords.lucene.contains(word))
        }
        #expect(!StopWords.lucene.contains("إليه"))
        #expect(!StopWords.lucene.contains(""))
        #expect(!StopWords.lucene.contains("مِن"))
    }

    @Test(.needsGold) func luceneEqualsItsFile() throws {
        let file = String(decoding: try Gold.bytes("lucene/stopwords_lucene.txt"), as: UTF8.self)
        #expect(StopWords(parsing: file) == .lucene)
    }

    @Test func noneIsEmpty() {
        #expect(StopWords.none.isEmpty)
        #expect(StopWords.none.count == 0)
        #expect(!StopWords.none.contains(""))
        #expect(!StopWords.none.contains("من"))
        #expect(StopWords([]) == .none)
    }

    @Test func comparesBytesNotCanonicalEquivalence() {
        let precomposed = "\u{0623}\u{0648}"
        let decomposed = "\u{0627}\u{0654}\u{0648}"
        #expect(precomposed == decomposed)
        #expect(StopWords([precomposed]).contains(precomposed))
        #expect(!StopWords([precomposed]).contains(decomposed))
        #expect(StopWords([precomposed, decomposed]).count == 2)
        #expect(StopWords([precomposed]) != StopWords([decomposed]))
        #expect(
            StopWords([precomposed, decomposed]).removing([precomposed]).words.map { Array($0.utf8) }
                == [Array(decomposed.utf8)])
    }

    @Test(
        arguments: [
            ("", []), ("\n\n", []), ("من", ["من"]), ("من\nفي\n", ["في", "من"]), ("من\r\nفي\r\n", ["في", "من"]),
            ("# comment\nمن", ["من"]), ("#\n#من", []), ("  من\t\n", ["من"]), (" #من", ["#من"]), ("من#x", ["من#x"]),
            ("\u{FEFF}من", ["من"]), ("\u{FEFF}# c\nمن", ["من"]), ("\u{A0}من\u{3000}", ["من"]), ("a b\n", ["a b"]),
            ("من\nمن\n \n\t\nمن", ["من"]), ("a\u{0}b", ["a\u{0}b"]), ("من\n# last", ["من"]),
            // Not a comment: the first letter of the line carries marks, so `Character` would not be `#` either way.
            ("#\u{064E}من\nفي", ["في"]),
        ] as [(String, [String])])
    func parsesAWordALine(text: String, expected: [String]) {
        #expect(StopWords(parsing: text).words.map { Array($0.utf8) } == expected.map { Array($0.utf8) })
    }

    @Test func setOperations() {
        let list = StopWords(["b", "a", "", "b"])
        #expect(list.words == ["a", "b"])
        #expect(list.adding(["c", "a"]).words == ["a", "b", "c"])
        #expect(list.removing(["a", "z"]).words == ["b"])
        #expect(list.union(StopWords(["z", "a"])).words == ["a", "b", "z"])
        #expect(list.union(.none) == list)
        #expect(StopWords(["a", "b"]) == StopWords(["b", "a"]))
        #expect(StopWords(["ab"]) != StopWords(["a", "b"]))
        #expect(Set([StopWords(["a", "b"]), StopWords(["b", "a"])]).count == 1)
    }

    @Test func mapsToNormalizedWords() {
        let folded = StopWords(["أو", "او", "إلى", "x"]).mapped { word in
            switch word {
            case "x": ""
            case "إلى": "ال ى"
            default: "او"
            }
        }
        #expect(folded == StopWords(["او"]))
    }

    /// Every word is found, no other one is, whatever the table looks like.
    @Test func findsExactlyItsWords() {
        var random = SplitMix64(seed: 7)
        for size in [1, 2, 3, 17, 1_000] {
            var words: Set<[UInt8]> = []
            while words.count < size {
                words.insert(
                    (0..<Int.random(in: 1...3, using: &random)).map { _ in UInt8.random(in: 97...110, using: &random) })
            }
            let list = StopWords(words.map { String(decoding: $0, as: UTF8.self) })
            #expect(list.count == size)
            for _ in 0..<2_000 {
                let word = (0..<Int.random(in: 0...4, using: &random)).map { _ in
                    UInt8.random(in: 97...110, using: &random)
                }
                #expect(contains(list, word) == words.contains(word))
            }
        }
    }

    @Test func totalOnAnyBytes() {
        let ill: [UInt8] = [0xD9, 0x80, 0xFF, 0xC0, 0x80]
        #expect(!contains(.lucene, ill))
        #expect(!contains(.lucene, [UInt8](repeating: 0xD9, count: 100_000)))
    }

    /// A span does not fit through `#expect`.
    private func contains(_ list: StopWords, _ word: [UInt8]) -> Bool { list.contains(word.span) }
}

/// The list of the analyser `search`.
@Suite struct SearchStopWordsTests {
    @Test func wordsAreWrittenOnceWithoutMarks() {
        let written = searchStopWordList.split(whereSeparator: \.isWhitespace)
        #expect(StopWords.search.count > 250)
        for word in StopWords.search.words {
            #expect(word.unicodeScalars.allSatisfy { (0x621...0x64A).contains($0.value) && $0 != "\u{640}" }, "\(word)")
        }
        #expect(Set(written.map(Array.init)).count == StopWords.search.count)
    }

    /// Vocalised, and without hamza; but names and nouns that look alike stay.
    @Test func theAnalyserDropsThemInEachSpelling() throws {
        let analyzer = try ArabicAnalyzer(.search)
        for word in [
            "إلى", "الى", "إِلَى", "أن", "إنّ", "ان", "فِي", "هٰذا", "عَلَى", "الذي", "الّذي", "مِنْ", "او", "أو", "\u{671}لذي",
        ] {
            #expect(analyzer.terms(in: word).isEmpty, "\(escaped(Array(word.utf8)))")
        }
        for word in ["علي", "كتاب", "الله", "عين", "ولد", "لندن"] {
            #expect(analyzer.terms(in: word).count == 1, "\(escaped(Array(word.utf8)))")
        }
    }

    @Test func removingInWhateverSpelling() throws {
        let fewer = StopWords.search.removing(["الى"], comparedAfter: try ArabicNormalizer(.search))
        #expect(!fewer.contains("إلى") && !fewer.contains("إلي"))
        #expect(fewer.contains("على"))
        var settings = AnalyzerSettings.search
        settings.stopWords = fewer
        #expect(try ArabicAnalyzer(settings).terms(in: "إلى الى").count == 2)
    }
}
