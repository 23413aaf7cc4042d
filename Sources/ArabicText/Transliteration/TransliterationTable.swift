/// The characters of Arabic and of Latin script that stand for each other in one scheme.
///
/// No two pairs share a side, so that each direction undoes the other.
struct TransliterationTable: Sendable {
    /// The pairs, by the code point of the Arabic side.
    let pairs: [(arabic: UInt32, roman: UInt32)]
    /// What the scalars of U+0600–06FF become; 0 where they stay.
    private var romans = [UInt32](repeating: 0, count: 0x100)
    /// What the scalars up to U+03FF become; 0 where they stay.
    private var arabics = [UInt32](repeating: 0, count: 0x400)

    /// Makes a table from the Latin side, one scalar for each of ``arabicSide``.
    private init(_ romanSide: String) {
        pairs = zip(Self.arabicSide.joined(), romanSide.unicodeScalars).map { ($0, $1.value) }
        for (arabic, roman) in pairs {
            romans[Int(arabic & 0xFF)] = arabic >> 8 == 6 ? roman : 0
            arabics[Int(roman & 0x3FF)] = roman < 0x400 ? arabic : 0
        }
    }

    /// What an Arabic character is in Latin script, or nil.
    func roman(of scalar: UInt32) -> UInt32? {
        guard scalar >> 8 == 6 else { return nil }
        let roman = romans[Int(scalar & 0xFF)]
        return roman == 0 ? nil : roman
    }

    /// What a character of the scheme is in Arabic script, or nil.
    func arabic(of scalar: UInt32) -> UInt32? {
        guard scalar < 0x400, arabics[Int(scalar)] != 0 else { return nil }
        return arabics[Int(scalar)]
    }

    // The schemes, below each other to be compared: hamza to ghain, tatweel to sukun, dagger alef, alef wasla, peh,
    // tcheh, veh, gaf. As CAMeL Tools 1.6 has them.
    private static let arabicSide: [ClosedRange<UInt32>] = [
        0x0621...0x063A, 0x0640...0x0652, 0x0670...0x0671, 0x067E...0x067E, 0x0686...0x0686, 0x06A4...0x06A4,
        0x06AF...0x06AF,
    ]
    static let buckwalter = TransliterationTable("'|>&<}AbptvjHxd*rzs$SDTZEg" + "_fqklmnhwYyFNKaui~o" + "`{PJVG")
    static let safeBuckwalter = TransliterationTable("CMOWIQAbptvjHxdVrzscSDTZEg" + "_fqklmnhwYyFNKaui~o" + "eLPJBG")
    static let xmlBuckwalter = TransliterationTable("'|OWI}AbptvjHxd*rzs$SDTZEg" + "_fqklmnhwYyFNKaui~o" + "`{PJVG")
    // ' Ā Â ŵ Ă ŷ A b ħ t θ j H x d ð r z s š S D T Ď ς γ, _ f q k l m n h w ý y ã ũ ĩ a u i ~ ., á Ä p c v g: composed, and
    // escaped so that no editor changes that.
    static let habashSoudiBuckwalter = TransliterationTable(
        "'\u{100}\u{C2}\u{175}\u{102}\u{177}Ab\u{127}t\u{3B8}jHxd\u{F0}rzs\u{161}SDT\u{10E}\u{3C2}\u{3B3}"
            + "_fqklmnhw\u{FD}y\u{E3}\u{169}\u{129}aui~." + "\u{E1}\u{C4}pcvg")
}
