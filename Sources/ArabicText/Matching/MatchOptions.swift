/// What counts as a match, beyond equal normalised text. Which of several matches count where they would overlap is the
/// same with every option: see ``ArabicMatcher``.
public struct MatchOptions: OptionSet, Sendable, Hashable {
    /// One bit an option.
    public let rawValue: UInt8

    /// A set from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A match starts and ends where a word does: in the normalised text no letter, mark, digit or U+005F `_` stands
    /// beside it. So ل is no whole word in U+FDF2, which becomes الله.
    public static let wholeWords = MatchOptions(rawValue: 1 << 0)

    /// The vowels that the query writes must not contradict those of the text: `كَتب` finds كَتَبَ and the bare كتب,
    /// not كُتِب.
    ///
    /// A letter of the text without any of U+064B–0652 and U+0670 contradicts nothing; any other must have all those
    /// that the query writes on it. Makes a difference for profiles that delete such marks.
    ///
    /// Linear in text and query, but where the letters of the query stand again and again in the text with vowels that
    /// contradict it: then each place takes up to the length of the query, 128 letters at once.
    public static let vocalization = MatchOptions(rawValue: 1 << 1)
}
