import ArabicText
import BenchmarkStages
import Support
import Testing

/// What is timed does the work that its name says. No test looks at a clock.
@Suite struct BenchmarkStagesTests {
    static func article() throws -> [UInt8] { try Gold.file(Gold.repository + "/Corpus/article.txt") }

    /// What one pass of a stage over a text gives.
    static func outcome(_ name: String, _ bytes: [UInt8]) throws -> BenchmarkStage.Outcome {
        let stage = try #require(BenchmarkStage.all.first { $0.fullName == name })
        return try stage.prepare(for: BenchmarkText(bytes))()
    }

    @Test func namesAreUnique() {
        #expect(Set(BenchmarkStage.all.map(\.fullName)).count == BenchmarkStage.all.count)
        #expect(BenchmarkStage.all.first?.fullName == BenchmarkStage.memcpy.fullName)
    }

    @Test func everyChoiceOfTheLibraryIsThere() {
        let expected =
            ["memcpy", "icu-nfc", "icu-nfkc", "icu-words"]
            + NormalizationProfile.presets.map { "normalize \($0.name)" }
            + TokenizationRules.all.map { "tokenize \($0.name)" }
            + ArabicStemmer.all.filter { $0 != .none }.map { "stem \($0.name)" }
            + AnalyzerSettings.presets.map { "analyze \($0.name)" }
            + AnalyzerSettings.presets.map { "analyze-again \($0.name)" }
        #expect(BenchmarkStage.all.map(\.fullName) == expected)
    }

    /// All stages share one text, and a second pass gives what the first gave.
    @Test func everyStageRunsOnTheArticle() throws {
        let text = BenchmarkText(try Self.article())
        for stage in BenchmarkStage.all {
            let pass = try stage.prepare(for: text)
            let outcome = try pass()
            #expect(try pass() == outcome, "\(stage.fullName)")
            #expect(stage.countsTokens == (outcome.tokens > 0), "\(stage.fullName)")
            // ICU's word iterator writes nothing.
            #expect((outcome.bytes > 0) == (stage.name != "icu-words"), "\(stage.fullName)")
        }
    }

    @Test func everyStageRunsOnNothingAndOnIllFormedText() throws {
        for bytes in [[], [0xFF], Array("كتاب".utf8) + [0xD9, 0x20, 0xF0, 0x9F]] as [[UInt8]] {
            let text = BenchmarkText(bytes)
            for stage in BenchmarkStage.all {
                let outcome = try stage.prepare(for: text)()
                if bytes.isEmpty { #expect(outcome.tokens == 0 && outcome.bytes == 0, "\(stage.fullName)") }
            }
        }
    }

    @Test func bytesAreTheLibrarys() throws {
        let article = try Self.article()
        #expect(try Self.outcome("memcpy", article).bytes == article.count)
        #expect(try Self.outcome("icu-nfc", article) == Self.outcome("normalize lossless", article))
        for preset in NormalizationProfile.presets {
            var expected: [UInt8] = []
            try ArabicNormalizer(preset.profile).normalize(article.span, into: &expected)
            #expect(try Self.outcome("normalize \(preset.name)", article).bytes == expected.count)
        }
    }

    @Test func tokensAreTheLibrarys() throws {
        let article = try Self.article()
        let text = String(decoding: article, as: UTF8.self)
        for rules in TokenizationRules.all {
            let expected = ArabicTokenizer(rules).tokens(in: text).filter(\.isTerm)
            #expect(try Self.outcome("tokenize \(rules.name)", article).tokens == expected.count)
        }
        for preset in AnalyzerSettings.presets {
            let expected = try ArabicAnalyzer(preset.settings).terms(in: text)
            let outcome = try Self.outcome("analyze \(preset.name)", article)
            #expect(outcome.tokens == expected.count)
            #expect(outcome.bytes == expected.reduce(0) { $0 + $1.text.utf8.count })
        }
    }

    @Test func stemsAreTheLibrarys() throws {
        let article = try Self.article()
        let words = try ArabicAnalyzer(AnalyzerSettings(rules: .unicode, profileBeforeStopWords: .search))
            .terms(in: String(decoding: article, as: UTF8.self)).map(\.text)
        for stemmer in ArabicStemmer.all where stemmer != .none {
            let outcome = try Self.outcome("stem \(stemmer.name)", article)
            #expect(outcome.tokens == words.count)
            #expect(outcome.bytes == words.reduce(0) { $0 + stemmer.stem($1).utf8.count })
        }
    }

    /// ICU's default rules and ours cut the article alike.
    @Test func wordsOfICUAreOurs() throws {
        let article = try Self.article()
        #expect(try Self.outcome("icu-words", article).tokens == Self.outcome("tokenize unicode", article).tokens)
    }
}
