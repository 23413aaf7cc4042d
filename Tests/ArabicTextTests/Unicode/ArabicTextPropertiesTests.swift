import ArabicText
import Support
import Testing

@Suite struct ArabicTextPropertiesTests {
    /// Marks are found where no `Character` is equal to one.
    @Test func vocalized() {
        #expect("كِتاب".arabic.isVocalized)
        #expect("he wrote كِتاب.".arabic.isVocalized)
        #expect("كتابْ".arabic.isVocalized)
        #expect("كتابًا".arabic.isVocalized)
        #expect(!"كتاب".arabic.isVocalized)
        #expect(!"".arabic.isVocalized)
        #expect(!"abc 123".arabic.isVocalized)
    }

    /// Where PyArabic's `is_vocalized` says yes.
    @Test func vocalizedUnlikePyArabic() {
        let shadda = "مدر\u{651}س".arabic
        #expect(!shadda.isVocalized)
        #expect(shadda.hasTashkeel && shadda.hasShadda && !shadda.hasHarakat)
        let marks = "\u{64E}\u{650}".arabic
        #expect(!marks.isVocalized)
        #expect(marks.hasTashkeel && marks.hasHarakat && !marks.hasLetters)
        // Neither says yes of a dagger alef alone.
        let daggerAlef = "ه\u{670}ذا".arabic
        #expect(!daggerAlef.isVocalized && daggerAlef.hasMarks && !daggerAlef.hasTashkeel)
    }

    @Test(arguments: [
        "كتاب", "كِتَابٌ", "كتـــاب", "ؤ", "مدرسةٌ", "\u{645}\u{6CC}\u{200C}\u{62E}\u{648}\u{627}\u{647}\u{645}", "پاکستان",
        "\u{FEFB}", "\u{FDF2}", "ه\u{640}",
    ])
    func words(_ text: String) { #expect(text.arabic.isWord, "\(escaped(text))") }

    @Test(arguments: [
        "", " ", "كتاب ", " كتاب", "كتاب قلم", "كتاب،", "كتابa", "aكتاب", "كتاب1", "كتاب٣", "٣", "\u{64E}كتاب",
        "\u{64E}",
        "\u{640}", "\u{200C}كتاب", "\u{600}", "abc", "\u{1EE00}",
    ])
    func notWords(_ text: String) { #expect(!text.arabic.isWord, "\(escaped(text))") }

    /// Each mark inside a word leaves it one.
    @Test func marksInsideWords() throws {
        var marks = 0
        for scalar in (UInt32(0x0600)...0x10EFF).compactMap(Unicode.Scalar.init) where scalar.arabic.isMark {
            let text = "كت\(Character(scalar))اب"
            #expect(text.arabic.isWord && text.arabic.hasMarks, "\(escaped(text))")
            marks += 1
        }
        #expect(marks == 120)
    }

    /// A text has what one of its scalars is, for every scalar alone and in between others.
    @Test func presence() {
        for scalar in Self.scalars {
            let facts = scalar.arabic
            for text in ["\(scalar)", "x \(scalar)\u{1F600}"] {
                let properties = text.arabic
                let pairs: [(Bool, Bool)] = [
                    (properties.hasLetters, facts.isLetter), (properties.hasArabic, facts.isInArabicBlock),
                    (properties.hasMarks, facts.isMark), (properties.hasTashkeel, facts.isTashkeel),
                    (properties.hasHarakat, facts.isHaraka), (properties.hasTanwin, facts.isTanwin),
                    (properties.hasShadda, facts.isShadda), (properties.hasSukun, facts.isSukun),
                    (properties.hasTatweel, facts.isTatweel), (properties.hasHamza, facts.isHamza),
                    (properties.hasLamAlef, facts.isLamAlef), (properties.hasDigits, facts.isDigit),
                    (properties.hasPunctuation, facts.isPunctuation),
                ]
                let differs = pairs.contains { $0 != $1 }
                #expect(!differs, "\(escaped(text))")
            }
        }
    }

    static let scalars: [Unicode.Scalar] =
        ([0x0600...0x06FF, 0x0860...0x08FF, 0xFE70...0xFEFF] as [ClosedRange<UInt32>])
        .joined().compactMap(Unicode.Scalar.init)

    @Test func substringsAndBytes() {
        let text = "abc كِتاب"
        #expect(!text.prefix(3).arabic.hasArabic)
        #expect(text.dropFirst(4).arabic.isWord)
        #expect(ArabicTextProperties(of: Array(text.utf8).span) == text.arabic)
    }

    /// Invariant 6: ill-formed bytes are no Arabic and end a word.
    @Test func illFormedBytes() {
        let letter = Array("ك".utf8)
        for bytes: [UInt8] in [[0xFF], [0xD9], [0x80], [0xED, 0xA0, 0x80], [0xF0, 0x9F, 0x98]] {
            #expect(!ArabicTextProperties(of: bytes.span).hasArabic)
            let mixed = ArabicTextProperties(of: (letter + bytes + letter).span)
            #expect(mixed.hasLetters && !mixed.isWord, "\(bytes)")
        }
    }
}
