/// A piece of a word: a clitic, an ending, or what they are attached to.
public struct WordPiece: Sendable, Hashable {
    /// What a piece is to its word.
    public enum Role: String, CaseIterable, Sendable, Hashable {
        /// و or ف.
        case conjunction
        /// ب, ل or ك.
        case preposition
        /// س before an imperfect.
        case future
        /// ال, or the lam that is left of it behind ل. Only under ``CliticScheme/full``.
        case article
        /// What the others are attached to. A word has one at most: `له` has none.
        case stem
        /// An ending of number, gender, case or person. Only under ``CliticScheme/full``.
        case ending
        /// A pronoun behind a noun, a verb or a function word.
        case pronoun
    }

    /// Where the piece lies: UTF-8 byte offsets from the start of the word. Marks and tatweel belong to the letter before
    /// them.
    public let range: Range<Int>

    /// What it is.
    public let role: Role

    /// Whether the cuts of the word come from a table of whole function words, and not from rules: such cuts are certain.
    public let isListed: Bool
}
