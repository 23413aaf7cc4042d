import ArabicText
import Support
import Testing

@Suite struct OutputPassesTests {
    static func normalizer(_ change: (inout NormalizationProfile) -> Void) throws -> ArabicNormalizer {
        var profile = NormalizationProfile()
        change(&profile)
        return try ArabicNormalizer(profile)
    }

    /// Elongation goes, words stay.
    @Test(
        arguments: [
            (
                "\u{62C}\u{645}\u{64A}\u{64A}\u{64A}\u{64A}\u{644}", "\u{62C}\u{645}\u{64A}\u{644}",
                "\u{62C}\u{645}\u{64A}\u{64A}\u{644}"
            ),
            ("\u{647}\u{647}\u{647}\u{647}\u{647}", "\u{647}", "\u{647}\u{647}"),
            ("\u{627}\u{644}\u{644}\u{647}", nil, nil),
            ("\u{645}\u{645}\u{64A}\u{632}", nil, nil),
            ("\u{62A}\u{62A}\u{62A}\u{627}\u{628}\u{639}", nil, nil),
            ("\u{62A}\u{634}\u{62A}\u{62A}\u{62A}", nil, nil),
            ("1000", nil, nil),
            ("\u{661}\u{660}\u{660}\u{660}", nil, nil),
            ("\u{640}\u{640}\u{640}\u{640}\u{640}", nil, nil),
            ("coool", nil, nil),
            ("\u{0}\u{0}\u{0}\u{0}", nil, nil),
        ] as [(String, String?, String?)])
    func elongation(text: String, one: String?, two: String?) throws {
        for (elongation, expected) in [(NormalizationProfile.Elongation.one, one), (.two, two)] {
            let normalizer = try Self.normalizer { $0.elongation = elongation }
            #expect(Array(normalizer.normalize(text).utf8) == Array((expected ?? text).utf8))
        }
    }

    @Test(arguments: [
        ("  a  b \t c  ", "a b c"),
        ("a\u{A0}\u{2003}b", "a b"),
        (" a \n  b\r\n\n c ", "a\nb\r\n\nc"),
        ("\u{3000}", ""),
        ("a\u{2028} b", "a\u{2028}b"),
    ])
    func whiteSpace(text: String, expected: String) throws {
        let normalizer = try Self.normalizer { $0.whiteSpace = .collapse }
        #expect(Array(normalizer.normalize(text).utf8) == Array(expected.utf8))
    }
}
