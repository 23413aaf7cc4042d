/// Code points that more than one step names.
enum ArabicLetters {
    static let hamza: UInt32 = 0x0621
    static let alefWithMadda: UInt32 = 0x0622
    /// Alef with madda, with hamza above and below.
    static let alefsWithHamza: [UInt32] = [0x0622, 0x0623, 0x0625]
    static let alef: UInt32 = 0x0627
    static let teh: UInt32 = 0x062A
    static let heh: UInt32 = 0x0647
    static let alefMaqsura: UInt32 = 0x0649
    static let yeh: UInt32 = 0x064A
    static let yehWithHamza: UInt32 = 0x0626
    static let tatweel: UInt32 = 0x0640
    static let fathatan: UInt32 = 0x064B
    static let fatha: UInt32 = 0x064E
    static let daggerAlef: UInt32 = 0x0670
    static let hamzaAbove: UInt32 = 0x0654
    static let rialSign: UInt32 = 0xFDFC
    static let zeroWidthJoiner: UInt32 = 0x200D
    /// The code points of ``ArabicMarks/hamzaMarks``.
    static let hamzaMarks: ClosedRange<UInt32> = 0x0653...0x0655
    /// The twelve bidi controls: ALM, LRM, RLM, the embeddings and overrides, the isolates.
    static let bidiControls: [ClosedRange<UInt32>] = [
        0x061C...0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069,
    ]
    /// Whether a scalar is a sign of reading, as a pause sign is, and no vowel.
    static func isPauseSign(_ scalar: UInt32) -> Bool {
        guard let scalar = Unicode.Scalar(scalar) else { return false }
        return ArabicMarks(of: scalar) == .quranicSigns
    }

    /// Whether a scalar is a letter that writers repeat for emphasis: a letter of Arabic script, no tatweel, no mark.
    static func isElongatable(_ scalar: UInt32) -> Bool {
        scalar >= 0x0600 && scalar != tatweel && CharacterFacts.isAlphabetic(scalar)
            && CharacterFacts.combiningClass(scalar) == 0 && CharacterFacts.isArabic(scalar)
    }

    /// Whether white space ends a line: LF, VT, FF, CR, NEL, LS, PS.
    static func endsLine(_ scalar: UInt32) -> Bool {
        (0x0A...0x0D).contains(scalar) || scalar == 0x85 || scalar == 0x2028 || scalar == 0x2029
    }

    /// Whether a scalar belongs to a word: a letter of any script or a mark.
    static func isWordPart(_ scalar: UInt32) -> Bool {
        CharacterFacts.combiningClass(scalar) != 0 || CharacterFacts.isAlphabetic(scalar)
    }

    /// Where the run of marks that starts at an index ends.
    static func endOfMarks(in scalars: [UInt32], from start: Int) -> Int {
        scalars[start...].firstIndex { CharacterFacts.combiningClass($0) == 0 } ?? scalars.count
    }

    /// What U+FDFD says: bismi llahi r-rahmani r-rahim.
    static let basmala: [UInt32] =
        "\u{628}\u{633}\u{645} \u{627}\u{644}\u{644}\u{647} \u{627}\u{644}\u{631}\u{62D}\u{645}\u{646} \u{627}\u{644}\u{631}\u{62D}\u{64A}\u{645}"
        .unicodeScalars.map(\.value)
}
