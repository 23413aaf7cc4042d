/// Code points that more than one step names.
enum ArabicLetters {
    static let alef: UInt32 = 0x0627
    static let yeh: UInt32 = 0x064A
    static let yehWithHamza: UInt32 = 0x0626
    static let tatweel: UInt32 = 0x0640
    static let hamzaAbove: UInt32 = 0x0654
    static let zeroWidthJoiner: UInt32 = 0x200D
    /// The code points of ``ArabicMarks/hamzaMarks``.
    static let hamzaMarks: ClosedRange<UInt32> = 0x0653...0x0655
    /// The twelve bidi controls: ALM, LRM, RLM, the embeddings and overrides, the isolates.
    static let bidiControls: [ClosedRange<UInt32>] = [
        0x061C...0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069,
    ]
    /// What U+FDFD says: bismi llahi r-rahmani r-rahim.
    static let basmala: [UInt32] =
        "\u{628}\u{633}\u{645} \u{627}\u{644}\u{644}\u{647} \u{627}\u{644}\u{631}\u{62D}\u{645}\u{646} \u{627}\u{644}\u{631}\u{62D}\u{64A}\u{645}"
        .unicodeScalars.map(\.value)
}
