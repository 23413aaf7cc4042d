import ArabicText
import Support
import Testing

/// What no preset of ours does, though tools in use do it.
@Suite struct CasePromiseTests {
    private static let marks =
        (UInt32(0)...0x10FFF).compactMap(Unicode.Scalar.init).filter { !ArabicMarks(of: $0).isEmpty }

    /// The Quran's spelling meets the modern one under `quran`, and under no other preset.
    @Test func onlyQuranMeetsUthmaniSpelling() throws {
        for (name, profile) in NormalizationProfile.presets {
            let normalizer = try ArabicNormalizer(profile)
            let modern = try normalizer.bytes(Array("آمنوا".utf8))
            let uthmani = try normalizer.bytes(Array("ء\u{64E}ام\u{650}ن\u{64F}وا\u{6DF}".utf8))
            #expect((modern == uthmani) == (name == "quran"), "\(name): \(escaped(modern)), \(escaped(uthmani))")
        }
    }

    /// Each of the 116 marks inside كتاب goes where its class is removed, and stays elsewhere.
    @Test(arguments: ArabicMarks.all.names)
    func aMarkGoesWithItsClassOnly(_ name: String) throws {
        // The 116 of Unicode 15 and four that came later.
        #expect(Self.marks.count == 120)
        var profile = NormalizationProfile()
        profile.removedMarks = try #require(ArabicMarks(named: name))
        for form in [UnicodeForm.none, .nfc] {
            profile.form = form
            let normalizer = try ArabicNormalizer(profile)
            for mark in Self.marks {
                let text = utf8([0x643, 0x62A, mark.value, 0x627, 0x628])
                let bare = utf8([0x643, 0x62A, 0x627, 0x628])
                let goes = profile.removedMarks.contains(ArabicMarks(of: mark))
                let actual = try normalizer.bytes(text)
                #expect(actual == (goes ? bare : text), "\(name): \(escaped(text)) gives \(escaped(actual))")
            }
        }
    }

    /// Alef maqsura never becomes alef, whatever mark it carries.
    @Test(arguments: ownPresets.indices)
    func alefMaqsuraNeverBecomesAlef(_ index: Int) throws {
        let normalizer = try ArabicNormalizer(ownPresets[index].profile)
        let alefs = Set([0x622, 0x623, 0x625, 0x627, 0x671].compactMap(Unicode.Scalar.init))
        for mark in Self.marks {
            let text = utf8([0x647, 0x62F, 0x649, mark.value])
            let result = String(decoding: try normalizer.bytes(text), as: UTF8.self)
            #expect(alefs.isDisjoint(with: result.unicodeScalars), "\(escaped(text)) gives \(escaped(result))")
        }
    }

    /// Presets that fold no letters keep every hamza and madda, composed or not, on whatever letter.
    @Test(arguments: [("lossless", NormalizationProfile.lossless), ("light", .light), ("strip", .strip)])
    func strippingLosesNoHamza(_ name: String, _ profile: NormalizationProfile) throws {
        let normalizer = try ArabicNormalizer(profile)
        var decomposed = NormalizationProfile()
        decomposed.form = .nfd
        let decompose = try ArabicNormalizer(decomposed)
        func check(_ text: [UInt8]) throws {
            let result = try normalizer.bytes(text)
            try #require(
                try Self.hamzas(result, decompose) == Self.hamzas(text, decompose),
                "\(name): \(escaped(text)) gives \(escaped(result))")
        }
        for letter in UInt32(0x620)...0x6D5 {
            for mark: UInt32 in [0x653, 0x654, 0x655] { try check(utf8([0x628, letter, 0x64E, mark, 0x651])) }
        }
        var random = RandomText(seed: 31)
        for _ in 0..<5_000 {
            // A presentation letter brings a hamza of its own only by compatibility.
            try check(utf8(random.next(longest: 16).filter { !(0xFB50...0xFEFC).contains($0) }))
        }
    }

    /// The letters and marks of hamza and madda after full decomposition.
    private static func hamzas(_ text: [UInt8], _ decompose: ArabicNormalizer) throws -> Int {
        let scalars = String(decoding: try decompose.bytes(text), as: UTF8.self).unicodeScalars
        return scalars.filter { $0 == "\u{621}" || ("\u{653}"..."\u{655}").contains($0) }.count
    }

    /// پ چ ژ گ are letters of their own.
    @Test(arguments: ownPresets.indices)
    func lettersOfOtherLanguagesStay(_ index: Int) throws {
        let normalizer = try ArabicNormalizer(ownPresets[index].profile)
        for letter: UInt32 in [0x67E, 0x686, 0x698, 0x6AF] {
            for text in [utf8([letter]), utf8([0x628, letter, 0x628])] { #expect(try normalizer.bytes(text) == text) }
        }
    }

    /// A bidi control goes or stays, but never parts two words.
    @Test(arguments: ownPresets.indices)
    func bidiControlsNeverBecomeSpace(_ index: Int) throws {
        let normalizer = try ArabicNormalizer(ownPresets[index].profile)
        let controls: [UInt32] = [0x61C, 0x200E, 0x200F] + (0x202A...0x202E) + (0x2066...0x2069)
        for control in controls {
            let text = utf8([0x628, control, 0x628])
            let result = try normalizer.bytes(text)
            #expect([text, utf8([0x628, 0x628])].contains(result), "\(escaped(text)) gives \(escaped(result))")
        }
    }

    /// A scalar never becomes more than 22: the basmala U+FDFD written out. No preset of ours writes out phrases, so
    /// there four is the most.
    @Test(arguments: NormalizationProfile.presets.map(\.name) + ["expand"])
    func growthIsBounded(_ name: String) throws {
        var profile = NormalizationProfile(named: name) ?? .search
        if name == "expand" { profile.honorifics = .expand }
        let normalizer = try ArabicNormalizer(profile)
        var longest = (count: 0, scalar: UInt32(0))
        for scalar in UInt32(0)...0x1FFFF where Unicode.Scalar(scalar) != nil {
            let count = String(decoding: try normalizer.bytes(utf8([scalar])), as: UTF8.self).unicodeScalars.count
            if count > longest.count { longest = (count, scalar) }
        }
        switch name {
        case "camel", "expand": #expect(longest == (22, 0xFDFD))
        default: #expect(longest.count <= 4, "\(name): U+\(String(longest.scalar, radix: 16))")
        }
    }

    /// A cut inside a scalar, a run of marks or an emoji is no cut in the text.
    @Test(arguments: NormalizationProfile.presets.map(\.name))
    func cutsAreInvisible(_ name: String) throws {
        let normalizer = try ArabicNormalizer(try #require(NormalizationProfile(named: name)))
        let texts = [
            "ش\u{651}\u{64E}د\u{651}\u{650} ا\u{64E}\u{654} شي\u{640}\u{64E}\u{654}ا",
            "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467} ك\u{200D}تاب\u{200D}",
            "\u{FEFF}\u{FDFA} \u{FEF7} ء\u{64E}ام\u{650}ن\u{64F}وا\u{6DF}",
        ]
        for text in texts.map({ Array($0.utf8) }) {
            let whole = try normalizer.bytes(text)
            for first in 0...text.count {
                for second in first...text.count {
                    var output: [UInt8] = []
                    var stream = normalizer.makeStream()
                    for part in [0..<first, first..<second, second..<text.count] {
                        try stream.append(text.span.extracting(part), into: &output)
                    }
                    try stream.finish(into: &output)
                    try #require(output == whole, "\(escaped(text)) cut at \(first) and \(second)")
                }
            }
        }
    }
}
