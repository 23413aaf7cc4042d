import ArabicText
import Support
import Testing

/// `normalize`, `strip` and `unify`.
@Suite(.needsCommand) struct NormalizeCommandTests {
    @Test(arguments: [
        ("strip", "كِتَابٌ", "كتاب"), ("strip", "شيـٔا", "شيئا"), ("strip", "آأإ ى ة", "آأإ ى ة"),
        ("unify", "آأإٱ ى ة", "اااا ي ه"), ("unify", "كِتَابٌ", "كِتَابٌ"),
        // Shadda was typed before the vowel: NFC has it after.
        ("normalize", "\u{628}\u{651}\u{64E}", "\u{628}\u{64E}\u{651}"),
    ])
    func documentedResults(_ stage: String, _ input: String, _ expected: String) throws {
        let result = try arabictext(stage, input: input)
        #expect(result.status == 0)
        #expect(result.output == Array(expected.utf8), "\(escaped(result.output))")
    }

    @Test(arguments: NormalizationProfile.presets.map(\.name))
    func everyProfileIsTheLibrarys(_ name: String) throws {
        let article = try Gold.file(articlePath)
        let profile = try #require(NormalizationProfile(named: name))
        var expected: [UInt8] = []
        try ArabicNormalizer(profile).normalize(article.span, into: &expected)
        #expect(try arabictext("normalize", "--profile", name, bytes: article).output == expected)
    }

    /// Line ends, NUL, byte order marks and the end of the file stay as they are.
    @Test(arguments: CommandTests.stages.prefix(3), ["", "\n", "\r\n", "\n\n", "\0", "\u{2028}", " \t "])
    func whatIsNoLetterStays(_ stage: String, _ end: String) throws {
        let text = "\u{FEFF}ab\r\n\r\nc\0d\n\n\re\u{B}\u{C}\u{85}f" + end
        #expect(try arabictext(stage, input: text).output == Array(text.utf8))
    }
}
