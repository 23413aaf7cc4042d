import ArabicText
import Support
import Testing

/// Steps that make, or set free, what another step reads: each combination gives its last result in one pass.
@Suite struct StepOrderTests {
    /// What NFC and some steps make of a text, by the compiled normaliser and by the reference, and a second time.
    private func check(
        _ text: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation,
        _ change: (inout NormalizationProfile) -> Void
    ) throws {
        var profile = NormalizationProfile.lossless
        change(&profile)
        let normalizer = try ArabicNormalizer(profile)
        let once = try normalizer.bytes(Array(text.utf8))
        let message = Comment(rawValue: "\(escaped(text)) gives \(escaped(once))")
        #expect(once == Array(expected.utf8), message, sourceLocation: sourceLocation)
        #expect(once == (try ReferenceNormalizer(profile).bytes(Array(text.utf8))), sourceLocation: sourceLocation)
        #expect(once == (try normalizer.bytes(once)), "twice", sourceLocation: sourceLocation)
    }

    @Test func yehsThatOtherStepsMakeBecomePersianToo() throws {
        try check("\u{649}", "\u{6CC}") {
            $0.lookAlikes = .persian
            $0.alefMaqsura = .fold
        }
        try check("\u{626} \u{64A}\u{654}", "\u{6CC} \u{6CC}") {
            $0.lookAlikes = .persian
            $0.hamzaCarriers = .fold
        }
        try check("\u{649}\u{654} \u{643}", "\u{626} \u{6A9}") {
            $0.lookAlikes = .persian
            $0.alefMaqsura = .fold
        }
        try check("\u{FDFC}\u{6E6}", "\u{631}\u{6CC}\u{627}\u{644}\u{6CC}") {
            $0.lookAlikes = .persian
            $0.honorifics = .expand
            $0.smallLetters = .fold
        }
    }

    /// What is deleted between them does not part a joiner from its emoji, wherever the text is cut.
    @Test func aJoinerReachesItsEmojiOverDeletedCharacters() throws {
        for between in ["", "\u{200F}", "\u{200F}\u{202B}\u{61C}"] {
            let text = "\u{1F468}\(between)\u{200D}\(between)\u{1F468}"
            try check(text, "\u{1F468}\u{200D}\u{1F468}") {
                $0.bidiControls = .remove
                $0.zeroWidthJoiner = .remove
            }
        }
    }

    /// A byte that is kept is something, so the space behind it is no space at the start of a line; nor does it matter
    /// whether the bytes of a character come together or in pieces, where what stood between them is deleted.
    @Test func keptBytesAreNoStartOfALine() throws {
        var profile = NormalizationProfile()
        profile.whiteSpace = .collapse
        profile.elongation = .one
        profile.tatweel = .remove
        let normalizer = try ArabicNormalizer(profile)
        for (text, expected): ([UInt8], [UInt8]) in [
            ([0xBA, 0x20, 0x78], [0xBA, 0x20, 0x78]), ([0xEF, 0x20, 0x20, 0xD9], [0xEF, 0x20, 0xD9]),
            ([0xD9, 0xD9, 0x80, 0x8A, 0x20, 0x20, 0xD9], [0xD9, 0x8A, 0x20, 0xD9]),
            ([0xD9, 0xD9, 0x80, 0x8A, 0xD9, 0x8A, 0xD9, 0x8A], [0xD9, 0x8A]),
        ] {
            var whole: [UInt8] = []
            try normalizer.normalize(text.span, illFormed: .keep, into: &whole)
            #expect(whole == expected, "\(escaped(text)) gives \(escaped(whole))")
            var stream = normalizer.makeStream(illFormed: .keep)
            var pieces: [UInt8] = []
            for byte in text { try stream.append([byte].span, into: &pieces) }
            try stream.finish(into: &pieces)
            #expect(pieces == expected, "in pieces \(escaped(text)) gives \(escaped(pieces))")
        }
    }

    @Test func lookAlikesOfHehKeepNoHamzaThatIsRemoved() throws {
        try check("\u{6C0} \u{6C2} \u{6C1}\u{654} \u{6D3}", "\u{647} \u{647} \u{647} \u{626}") {
            $0.lookAlikes = .arabic
            $0.removedMarks = .hamzaMarks
        }
        try check("\u{6C0} \u{6C2}", "\u{647}\u{654} \u{647}\u{654}") { $0.lookAlikes = .arabic }
    }

    @Test func aHamzaThatComesOntoAKeptTatweelMakesAYeh() throws {
        try check("\u{640}\u{6DD}\u{654}", "\u{626}") {
            $0.hamzaOnTatweel = .fold
            $0.quranicSigns = .remove
        }
        try check("\u{640}\u{6E5}\u{654}", "\u{626}") {
            $0.hamzaOnTatweel = .fold
            $0.smallLetters = .remove
        }
    }

    @Test func aJoinerGoesWhereAFoldLeavesNoTwoPictographs() throws {
        // U+0670 extends the pictograph before it, the letter that it becomes does not.
        try check("\u{2708}\u{670}\u{200D}\u{2708}", "\u{2708}\u{627}\u{2708}") {
            $0.zeroWidthJoiner = .remove
            $0.daggerAlef = .fold
        }
        // The small letter of U+24C2 is no pictograph.
        try check("\u{24C2}\u{200D}\u{24C2}", "\u{24DC}\u{24DC}") {
            $0.zeroWidthJoiner = .remove
            $0.letterCase = .lowercase
        }
        // Neither is U+21AE, which U+2194 and U+0338 compose to.
        try check("\u{2194}\u{200C}\u{338}\u{200D}\u{2708}", "\u{21AE}\u{2708}") {
            $0.zeroWidthJoiner = .remove
            $0.zeroWidthNonJoiner = .remove
        }
    }

    @Test func caseFoldingSeesMarksInTheirOrder() throws {
        // U+0345 becomes a letter, U+031A belongs before it.
        for text in ["\u{3C9}\u{345}\u{31A}", "\u{3C9}\u{31A}\u{345}"] {
            try check(text, "\u{3C9}\u{31A}\u{3B9}") { $0.form = .nfkcCasefold }
        }
    }
}
