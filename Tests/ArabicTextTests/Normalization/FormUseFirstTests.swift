import ArabicText
import Support
import Testing

/// A form that runs first puts in order what stood beside each other in the source.
@Suite(.switchesKernel) struct FormUseFirstTests {
    /// A profile whose form runs before its other steps.
    private static func first(_ change: (inout NormalizationProfile) -> Void) -> NormalizationProfile {
        var profile = NormalizationProfile.lossless
        profile.formUse = .first
        change(&profile)
        return profile
    }

    /// Scalars that stood between two marks, what they become, and the settings that do it.
    private static let between: [(source: String, result: String, profile: NormalizationProfile)] = [
        ("\u{640}", "", first { $0.tatweel = .remove }),
        ("\u{200C}", "", first { $0.zeroWidthNonJoiner = .remove }),
        ("\u{6E5}", "", first { $0.smallLetters = .remove }),
        ("\u{6DD}", "", first { $0.quranicSigns = .remove }),
        ("\u{200F}", "", first { $0.bidiControls = .remove }),
        ("\u{FEFF}", "", first { $0.byteOrderMark = .remove }),
        ("\u{6C0}", "\u{647}\u{654}", first { $0.lookAlikes = .arabic }),
    ]

    @Test(arguments: between.indices)
    func noMarkPassesALetterThatTheFormHasSeen(_ index: Int) throws {
        let (source, result, profile) = Self.between[index]
        let normalizer = try ArabicNormalizer(profile)
        // Alone, and where kernels fold whole blocks.
        for letters in [1, 70] {
            let before = String(repeating: "\u{628}", count: letters) + "\u{670}"
            let text = Array((before + source + "\u{64E}\u{628} ").utf8)
            let expected = Array((before + result + "\u{64E}\u{628} ").utf8)
            #expect(try ReferenceNormalizer(profile).bytes(text) == expected)
            for kernel in ProcessorKernel.available {
                #expect(kernel.use())
                let actual = try normalizer.bytes(text)
                #expect(actual == expected, "\(kernel): \(escaped(text)) gives \(escaped(actual))")
            }
        }
    }

    /// A deleted mark kept nothing apart: those beside it are in order already.
    @Test func deletedMarksAreNoBoundary() throws {
        let profile = Self.first { $0.removedMarks = .harakat }
        let text = utf8([0x0628, 0x06D6, 0x064E, 0x0670])
        for kernel in ProcessorKernel.available {
            #expect(kernel.use())
            #expect(try ArabicNormalizer(profile).bytes(text) == utf8([0x0628, 0x0670, 0x06D6]))
        }
    }
}
