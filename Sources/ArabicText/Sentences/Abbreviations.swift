/// Words that a full stop shortens: a title before a name, a reference before a number.
///
/// One letter needs no row here: a letter alone is no Arabic word, so `د.`, `م.`, `هـ.`, and with them `أ.د.`, `ق.م.`,
/// `ص.ب.` and `و.م.ع`, are abbreviations by their length. The rows are by our own judgement. A word that often ends a
/// sentence is not among them, even where it is one that a full stop shortens (`إلخ`, `etc`), and neither is one that
/// means something else unshortened (`تر`, `no`).
enum Abbreviations {
    /// Without marks and tatweel: professor (two spellings); volume; edited by (two); pages; and و before a title.
    static let arabic = ["أد", "اد", "مج", "تح", "تحق", "صص", "ود", "وأ", "وا", "وم"]

    /// In lower case.
    static let latin = [
        "al", "capt", "cf", "col", "dr", "eds", "fig", "figs", "gen", "gov", "hon", "lt", "mr", "mrs", "ms", "pp",
        "prof", "rev", "sen", "sgt", "st", "vol", "vols", "vs",
    ]

    /// The longest that a row may be.
    static let longest = 4

    /// The rows as keys.
    private static let keys = Set(
        (arabic + latin).map { $0.unicodeScalars.reduce(into: UInt64(0)) { add($1.value, to: &$0) } })

    /// Appends a letter of the Basic Multilingual Plane to the key of a word: the last four letters, ASCII in lower case.
    @inline(__always)
    static func add(_ letter: UInt32, to key: inout UInt64) {
        let lowercase = 0x41...0x5A ~= letter ? letter | 0x20 : letter
        key = key << 16 | UInt64(lowercase & 0xFFFF)
    }

    /// Whether a word of up to four letters is one, by its key.
    static func contain(_ key: UInt64) -> Bool { keys.contains(key) }
}
