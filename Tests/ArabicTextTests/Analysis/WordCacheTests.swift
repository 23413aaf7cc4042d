import Support
import Testing

@testable import ArabicText

/// What an analyser remembers of words changes no term; `TermKernelTests` has the words of one text.
@Suite struct WordCacheTests {
    /// Texts one after the other, while the memory grows from two words to thousands, and is emptied in between.
    @Test(arguments: [AnalyzerSettings.search, .lucene, AnalyzerSettings(rules: .unicode, stemmer: .snowball)])
    func textsInARow(_ settings: AnalyzerSettings) throws {
        let analyzer = try ArabicAnalyzer(settings)
        var random = SplitMix64(seed: 96)
        let letters = ["ب", "ت", "س", "ا", "ي", "و", "ل", "م", "ن", "ه", "ة", "أ", "ت\u{651}"]
        let words = (0..<5_000).map { _ in
            (0..<Int.random(in: 1...9, using: &random)).compactMap { _ in letters.randomElement(using: &random) }
                .joined()
        }
        for count in [0, 1, 2, 3, 5, 20, 100, 100, 1_000, 3_000, 3_000, 20_000] {
            let chosen = (0..<count).compactMap { _ in words.randomElement(using: &random) }
            let bytes = Array(chosen.joined(separator: " ").utf8)
            var expected: [[UInt8]] = []
            var found: [[UInt8]] = []
            analyzer.forEachTermByToken(in: bytes.span) { term, token in
                expected.append(term.indices.map { term[$0] } + utf8([UInt32(token.position)]))
            }
            analyzer.forEachTerm(in: bytes.span) { term, token in
                found.append(term.indices.map { term[$0] } + utf8([UInt32(token.position)]))
            }
            #expect(found == expected, "\(count) words")
            if count == 1_000 { analyzer.forgetWords() }
        }
    }

    /// The table fills words up with U+0000.
    @Test(arguments: TokenizationRules.all)
    func noWordHasU0000(_ rules: TokenizationRules) {
        let tokenizer = ArabicTokenizer(rules)
        let texts = [
            "\u{0}", "كتاب\u{0}", "\u{0}كتاب", "كتا\u{0}ب", "12\u{0}34", "a\u{0}", "漢\u{0}字", "ك\u{64E}\u{0}\u{64E}",
        ]
        for text in texts {
            for token in tokenizer.tokens(in: text) where token.isTerm {
                let bytes = Array(text.utf8)[token.range]
                #expect(!bytes.contains(0), "\(escaped(Array(text.utf8)))")
            }
        }
    }
}
