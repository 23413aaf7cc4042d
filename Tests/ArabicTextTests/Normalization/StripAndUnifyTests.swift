import ArabicText
import Support
import Testing

/// Invariant 7 of ARCHITECTURE.md: `strip`, then `unify`, is a profile that does both.
@Suite struct StripAndUnifyTests {
    private struct Normalizers {
        let strip: ArabicNormalizer
        let unify: ArabicNormalizer
        let both: ArabicNormalizer

        init() throws {
            var profile = NormalizationProfile.strip
            profile.alef = NormalizationProfile.unify.alef
            profile.alefMaqsura = NormalizationProfile.unify.alefMaqsura
            profile.tehMarbuta = NormalizationProfile.unify.tehMarbuta
            strip = try ArabicNormalizer(.strip)
            unify = try ArabicNormalizer(.unify)
            both = try ArabicNormalizer(profile)
        }

        func check(_ text: [UInt8]) throws {
            let stripped = try strip.bytes(text)
            let piped = try unify.bytes(stripped)
            let expected = try both.bytes(text)
            try #require(piped == expected, "\(escaped(text)): \(escaped(piped)), in one \(escaped(expected))")
        }
    }

    @Test func onRealText() throws {
        let normalizers = try Normalizers()
        for line in Gold.lines(try Gold.file(Gold.repository + "/Corpus/article.txt")) { try normalizers.check(line) }
    }

    @Test func onEveryScalar() throws {
        let normalizers = try Normalizers()
        for scalar in scalarValues(in: 0...0x2FFFF, every: 7) {
            try normalizers.check(utf8([0x0628, scalar, 0x0627, scalar, 0x064E, 0x0654]))
        }
    }

    @Test func onRandomText() throws {
        let normalizers = try Normalizers()
        for text in NormalizationInvariantTests.randomTexts(10_000, every: 5, seed: 13) { try normalizers.check(text) }
    }
}
