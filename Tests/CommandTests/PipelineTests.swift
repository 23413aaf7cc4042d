import ArabicText
import Support
import Testing

/// Invariant 7 of ARCHITECTURE.md: stages in a pipe give what one stage gives that does it all.
@Suite struct PipelineTests {
    @Test func wordsNormalizedAndStemmedAreAnalyzed() throws {
        let algorithm = AnalyzerSettings.search.stemmer.name
        let piped = try CommandRunner.shell(
            """
            arabictext tokenize --words '\(articlePath)' | arabictext normalize --profile search \
            | arabictext stem --algorithm \(algorithm)
            """)
        let analyzed = try arabictext("analyze", "--profile", "search", "--stop-words", "none", articlePath)
        #expect(!analyzed.output.isEmpty)
        #expect(piped.output == analyzed.output)
    }

    @Test func stripAndUnifyAreOneProfile() throws {
        var both = NormalizationProfile.strip
        both.alef = NormalizationProfile.unify.alef
        both.alefMaqsura = NormalizationProfile.unify.alefMaqsura
        both.tehMarbuta = NormalizationProfile.unify.tehMarbuta
        var expected: [UInt8] = []
        let article = try Gold.file(articlePath)
        try ArabicNormalizer(both).normalize(article.span, into: &expected)
        let piped = try CommandRunner.shell("arabictext strip '\(articlePath)' | arabictext unify")
        #expect(piped.output == expected)
    }
}
