import ArabicText
import Support
import Testing

/// Invariant 1: the compiled normaliser gives the bytes of the reference.
@Suite struct FastEqualsReferenceTests {
    @Test(arguments: profilesUnderTest.indices)
    func everyScalarAloneAndBetweenLetters(_ index: Int) throws {
        let profile = profilesUnderTest[index]
        let fast = try ArabicNormalizer(profile.profile)
        let reference = try ReferenceNormalizer(profile.profile)
        for scalar in (UInt32(0)...0x10FFFF).lazy.filter({ Unicode.Scalar($0) != nil }) {
            // Planes without assigned characters all behave alike.
            if scalar > 0x323FF, scalar < 0xE0000 || scalar > 0xE0FFF, scalar & 0xFF != 0 { continue }
            let text = utf8([0x0628, scalar, 0x0627, scalar, 0x064E, 0x0654])
            let expected = try reference.bytes(text)
            let actual = try fast.bytes(text)
            if actual != expected {
                Issue.record("\(profile.name): \(escaped(text)) gives \(escaped(actual)), not \(escaped(expected))")
                return
            }
        }
    }

    @Test(arguments: profilesUnderTest.indices)
    func randomText(_ index: Int) throws {
        let profile = profilesUnderTest[index]
        let fast = try ArabicNormalizer(profile.profile)
        let reference = try ReferenceNormalizer(profile.profile)
        var random = RandomText(seed: 20_261_123)
        for _ in 0..<4_000 {
            let text = utf8(random.next(longest: 24))
            let expected = try reference.bytes(text)
            let actual = try fast.bytes(text)
            if actual != expected {
                Issue.record("\(profile.name): \(escaped(text)) gives \(escaped(actual)), not \(escaped(expected))")
                return
            }
        }
    }

    /// U+FC63 is a space, U+0651 and U+0670: the form puts U+0650 before the last, which then becomes a letter.
    @Test func markOfALigatureThatBecomesALetter() throws {
        var profile = NormalizationProfile()
        profile.form = .nfd
        profile.characterMap = .searchtext
        profile.presentationLetters = .fold
        profile.removedMarks = .shadda
        let text = utf8([0xFC63, 0x0650])
        #expect(try ReferenceNormalizer(profile).bytes(text) == utf8([0x20, 0x0650, 0x0627]))
        #expect(try ArabicNormalizer(profile).bytes(text) == utf8([0x20, 0x0650, 0x0627]))
    }

    /// More ligatures than are remembered, again and again, bare and with a mark: what they expand to is short or long.
    @Test(arguments: profilesUnderTest.indices)
    func ligaturesAgainAndAgain(_ index: Int) throws {
        let profile = profilesUnderTest[index]
        let ligatures = Array(UInt32(0xFC00)...0xFDFF) + [0x33FF, 0x1F200, 0xFB4F, 0x2A74]
        let text = utf8((ligatures + ligatures).flatMap { [$0, 0x20, 0x0628, $0, 0x0653, 0x20] } + ligatures)
        let expected = try ReferenceNormalizer(profile.profile).bytes(text)
        #expect(try ArabicNormalizer(profile.profile).bytes(text) == expected, "\(profile.name)")
    }
}
