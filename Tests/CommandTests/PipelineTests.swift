import ArabicText
import Support
import Testing

/// Invariant 7 of ARCHITECTURE.md: stages in a pipe give what one stage gives that does it all.
@Suite(.needsCommand) struct PipelineTests {
    @Test func wordsNormalizedAndStemmedAreAnalyzed() throws {
        let algorithm = AnalyzerSettings.search.stemmer.name
        let rules = AnalyzerSettings.search.rules.name
        // The stemmer folds these letters itself.
        let kept = "--alef wasla --hamza-carriers keep --alef-maqsura keep --teh-marbuta keep"
        let piped = try CommandRunner.shell(
            """
            arabictext tokenize --rules \(rules) --words '\(articlePath)' \
            | arabictext normalize --profile search \(kept) | arabictext stem --algorithm \(algorithm)
            """)
        let analyzed = try arabictext("analyze", "--profile", "search", "--stop-words", "none", articlePath)
        #expect(!analyzed.output.isEmpty)
        #expect(piped.output == analyzed.output)
    }
}
