import Support
import Testing

@testable import ArabicText

/// The steps that read whole words, one by one.
@Suite struct WordStepsTests {
    /// A profile with one step on top of NFC.
    static func normalize(_ text: String, _ change: (inout NormalizationProfile) -> Void) throws -> [UInt8] {
        var profile = NormalizationProfile.lossless
        change(&profile)
        let bytes = Array(text.utf8)
        let fast = try ArabicNormalizer(profile).bytes(bytes)
        #expect(fast == (try ReferenceNormalizer(profile).bytes(bytes)))
        return fast
    }

    @Test(arguments: [
        // Typed on the letter before, or on the alef.
        ("\u{631}\u{62D}\u{64A}\u{645}\u{64B}\u{627}", "\u{631}\u{62D}\u{64A}\u{645}"),
        ("\u{631}\u{62D}\u{64A}\u{645}\u{627}\u{64B}", "\u{631}\u{62D}\u{64A}\u{645}"),
        ("\u{631}\u{62D}\u{64A}\u{645}\u{627}\u{64B}\u{60C} \u{648}", "\u{631}\u{62D}\u{64A}\u{645}\u{60C} \u{648}"),
        // The longest tail of pairs.
        ("\u{628}\u{627}\u{64B}\u{64B}\u{627}\u{627}\u{64B}", "\u{628}"),
        // Without the mark there is nothing to tell by; inside a word neither.
        ("\u{631}\u{62D}\u{64A}\u{645}\u{627}", "\u{631}\u{62D}\u{64A}\u{645}\u{627}"),
        ("\u{628}\u{627}\u{64B}\u{628}", "\u{628}\u{627}\u{64B}\u{628}"),
        // A letter must remain.
        ("\u{627}\u{64B}", "\u{627}\u{64B}"),
        // A pause sign moves to the letter before.
        ("\u{628}\u{64B}\u{627}\u{6D6}", "\u{628}\u{6D6}"),
        // Alef maqsura is part of the word.
        ("\u{647}\u{62F}\u{64B}\u{649}", "\u{647}\u{62F}\u{64B}\u{649}"),
    ])
    func tanwinAlef(text: String, expected: String) throws {
        #expect(try Self.normalize(text) { $0.tanwinAlef = .remove } == Array(expected.utf8), "\(escaped(text))")
    }

    /// Checks what is left of a tanwin, and that nothing more goes in a second pass.
    private func checkTanwin(
        _ text: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation,
        _ change: (inout NormalizationProfile) -> Void
    ) throws {
        func normalize(_ text: String) throws -> [UInt8] {
            try Self.normalize(text) {
                $0.tanwinAlef = .remove
                change(&$0)
            }
        }
        let message = Comment(rawValue: escaped(text))
        #expect(try normalize(text) == Array(expected.utf8), message, sourceLocation: sourceLocation)
        #expect(try normalize(expected) == Array(expected.utf8), message, sourceLocation: sourceLocation)
    }

    @Test func tanwinOfAnAlefThatWasADagger() throws {
        try checkTanwin("\u{628}\u{64B}\u{670}", "\u{628}") { $0.daggerAlef = .fold }
    }

    @Test func tanwinAlefThatComesToTheEndOfItsWord() throws {
        try checkTanwin("\u{628}\u{627}\u{64B}\u{6E5}", "\u{628}") { $0.smallLetters = .remove }
        try checkTanwin("\u{628}\u{6DE}\u{627}\u{64B}", "\u{628}") { $0.quranicSigns = .remove }
        try checkTanwin("\u{628}\u{627}\u{640}\u{64B}", "\u{628}") { $0.tatweel = .remove }
        try checkTanwin("\u{628}\u{640}\u{64B}\u{627}", "\u{628}") { $0.tatweel = .remove }
        // Marks of the alef that go do not keep it; the fathatan that goes too is seen before.
        try checkTanwin("\u{628}\u{64B}\u{627}\u{64E}", "\u{628}") { $0.removedMarks = .shortVowels }
        try checkTanwin("\u{628}\u{64B}\u{627}\u{64E}", "\u{628}") { $0.removedMarks = .harakat }
        try checkTanwin("\u{628}\u{64B}\u{627}\u{64E}", "\u{628}\u{64B}\u{627}\u{64E}") { _ in }
    }

    @Test func foldedAlefIsPartOfItsWord() throws {
        let word = "\u{62E}\u{637}"
        try checkTanwin("\(word)\u{623}\u{64B}", "\(word)\u{623}\u{64B}") { _ in }
        try checkTanwin("\(word)\u{623}\u{64B}", "\(word)\u{627}") { $0.alef = .all }
        try checkTanwin("\(word)\u{64B}\u{623}\u{6D6}", "\(word)\u{627}\u{6D6}") { $0.alef = .all }
        // Alone it carries no tanwin.
        try checkTanwin("\u{623}\u{64B}", "\u{627}\u{64B}") { $0.alef = .all }
        // The hamza before an alef goes, so its fathatan would come to stand before it.
        for hamzas in ["\u{621}\u{627}", "\u{621}\u{64B}\u{623}", "\u{621}\u{64B}\u{621}\u{64B}\u{623}"] {
            try checkTanwin("\(word)\u{64B}\(hamzas)", "\(word)\u{627}") {
                $0.alef = .all
                $0.hamzaBeforeAlef = .fold
            }
        }
        try checkTanwin("\(word)\u{621}\u{64B}\u{671}", "\(word)\u{622}") {
            $0.alef = .wasla
            $0.hamzaBeforeAlef = .fold
        }
    }

    @Test func elongatedAlefIsOneAlef() throws {
        let word = "\u{634}\u{643}\u{631}"
        let alefs = String(repeating: "\u{627}", count: 5)
        for text in ["\(word)\u{64B}\(alefs)", "\(word)\(alefs)\u{64B}"] {
            try checkTanwin(text, word) { $0.elongation = .one }
        }
        try checkTanwin("\(word)\u{64B}\(alefs)", "\(word)\u{64B}\u{627}\u{627}") { $0.elongation = .two }
        try checkTanwin("\(word)\u{64B}\u{623}\u{623}\u{623}", "\(word)\u{627}") {
            $0.alef = .all
            $0.elongation = .one
        }
    }

    /// Hours, if each pair took time in proportion to the word.
    @Test(arguments: [NormalizationProfile.Elongation.keep, .one])
    func longTailsOfTanwinAreLinear(_ elongation: NormalizationProfile.Elongation) throws {
        let count = 100_000
        let alefs = utf8([0x0628] + Array(repeating: 0x0627, count: count))
        let marks = utf8(Array(repeating: 0x064B, count: count))
        for text in [alefs + marks, utf8([0x0628]) + marks + alefs] {
            for alef in [NormalizationProfile.Alef.keep, .all] {
                let normalizer = try ArabicNormalizer(
                    NormalizationProfile(.lossless) {
                        $0.tanwinAlef = .remove
                        $0.alef = alef
                        $0.elongation = elongation
                    })
                let once = try normalizer.bytes(text)
                #expect(try normalizer.bytes(once) == once)
            }
        }
    }

    @Test(arguments: [
        ("\u{643}\u{650}\u{62A}\u{64E}\u{670}\u{628}", "\u{643}\u{650}\u{62A}\u{64E}\u{627}\u{628}"),
        // On alef maqsura, and before it, the dagger alef only explains it.
        ("\u{647}\u{64F}\u{62F}\u{64E}\u{649}\u{670}", "\u{647}\u{64F}\u{62F}\u{64E}\u{649}"),
        ("\u{645}\u{648}\u{633}\u{670}\u{649}", "\u{645}\u{648}\u{633}\u{649}"),
    ])
    func daggerAlef(text: String, expected: String) throws {
        #expect(try Self.normalize(text) { $0.daggerAlef = .fold } == Array(expected.utf8), "\(escaped(text))")
    }

    @Test(arguments: [
        ("\u{62F}\u{627}\u{648}\u{6E5}\u{62F}", "\u{62F}\u{627}\u{648}\u{648}\u{62F}"),
        ("\u{625}\u{628}\u{631}\u{647}\u{6E6}\u{645}", "\u{625}\u{628}\u{631}\u{647}\u{64A}\u{645}"),
        // The lengthened vowel of a final heh is not written.
        ("\u{644}\u{64E}\u{647}\u{64F}\u{6E5} \u{645}", "\u{644}\u{64E}\u{647}\u{64F} \u{645}"),
        ("\u{628}\u{650}\u{647}\u{650}\u{6E6}", "\u{628}\u{650}\u{647}\u{650}"),
        ("\u{628}\u{6E7}\u{628}\u{6E8}", "\u{628}\u{64A}\u{628}\u{646}"),
    ])
    func smallLetters(text: String, expected: String) throws {
        #expect(try Self.normalize(text) { $0.smallLetters = .fold } == Array(expected.utf8), "\(escaped(text))")
        let removed = text.unicodeScalars.filter { !(0x06E5...0x06E8).contains($0.value) }.map(\.value)
        #expect(try Self.normalize(text) { $0.smallLetters = .remove } == utf8(removed))
    }

    @Test(arguments: [
        ("\u{621}\u{627}\u{645}\u{646}", "\u{622}\u{645}\u{646}"),
        ("\u{621}\u{64E}\u{627}\u{645}", "\u{622}\u{645}"),
        ("\u{642}\u{64F}\u{631}\u{652}\u{621}\u{64E}\u{627}\u{646}", "\u{642}\u{64F}\u{631}\u{652}\u{622}\u{646}"),
        ("\u{621}\u{650}\u{627}", "\u{621}\u{650}\u{627}"),
        ("\u{621} \u{627}", "\u{621} \u{627}"),
    ])
    func hamzaBeforeAlef(text: String, expected: String) throws {
        #expect(try Self.normalize(text) { $0.hamzaBeforeAlef = .fold } == Array(expected.utf8), "\(escaped(text))")
    }

    @Test func punctuationAndSeparators() throws {
        let text =
            "\u{60C}\u{61B}\u{61F}\u{6D4}\u{66A}\u{66D} \u{661}\u{60C}\u{665} \u{661}\u{66B}\u{665}\u{66C}\u{66B}1\u{66C}2"
        #expect(
            try Self.normalize(text) { $0.punctuation = .fold }
                == Array(",;?.%* \u{661}\u{60C}\u{665} \u{661}\u{66B}\u{665}\u{66C}\u{66B}1\u{66C}2".utf8))
        #expect(
            try Self.normalize(text) { $0.digitSeparators = .fold }
                == Array(
                    "\u{60C}\u{61B}\u{61F}\u{6D4}\u{66A}\u{66D} \u{661}\u{60C}\u{665} \u{661}.\u{665}\u{66C}\u{66B}1,2"
                        .utf8))
    }

    @Test func quranicSigns() throws {
        let text = "\u{6DE} \u{628}\u{6DD}\u{662} \u{6E9}"
        #expect(try Self.normalize(text) { $0.quranicSigns = .remove } == Array(" \u{628}\u{662} ".utf8))
    }

    /// A word's window ends at white space: what stands beyond it has no say.
    @Test func windowsEndAtWhiteSpace() throws {
        for space in [" ", "\n", "\u{A0}", "\u{3000}"] {
            let text = "\u{628}\u{627}\u{64B}\(space)\u{621}\(space)\u{627}"
            let expected = "\u{628}\(space)\u{621}\(space)\u{627}"
            let actual = try Self.normalize(text) {
                $0.tanwinAlef = .remove
                $0.hamzaBeforeAlef = .fold
            }
            #expect(actual == Array(expected.utf8))
        }
    }
}
