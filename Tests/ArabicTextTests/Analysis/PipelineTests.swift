import ArabicText
import Support
import Testing

/// Invariant 7: stages one after the other give what the stage that joins them gives.
@Suite struct PipelineTests {
    /// `tokenize --words | normalize | stem` and `analyze --stop-words none`, for the analyser `search`.
    @Test func tokenizeNormalizeStemIsAnalyze() throws {
        var settings = AnalyzerSettings.search
        settings.stopWords = .none
        let analyzer = try ArabicAnalyzer(settings)
        let before = try ArabicNormalizer(settings.profileBeforeStopWords)
        let after = try ArabicNormalizer(settings.profileAfterStopWords)
        var texts = Gold.lines(try Gold.file(Gold.repository + "/Corpus/article.txt"))
        var random = RandomText(seed: 72)
        for _ in 0..<10_000 { texts.append(utf8(random.next(longest: 20))) }
        for text in texts {
            let normalized = try after.bytes(before.bytes(Self.words(text, settings.rules)))
            var stems: [UInt8] = []
            settings.stemmer.stemWords(in: normalized.span, into: &stems)
            let actual = stems.split(separator: 0x20).joined(separator: [0x20])
            #expect(Array(actual) == ArabicAnalyzerTests.terms(analyzer, text), "\(escaped(text))")
        }
    }

    /// The words of a text, each with a space after it.
    private static func words(_ text: [UInt8], _ rules: TokenizationRules) -> [UInt8] {
        let string = String(decoding: text, as: UTF8.self)
        return ArabicTokenizer(rules).tokens(in: string).filter(\.isTerm).flatMap { text[$0.range] + [0x20] }
    }
}
