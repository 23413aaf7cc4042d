/// What a token is.
///
/// These are the kinds of every rule set; which of them a rule set yields, it says itself.
public enum TokenKind: UInt8, CaseIterable, Sendable, Hashable {
    /// A word whose first letter is of the Arabic script (by Script_Extensions, so U+0640 counts).
    case arabic
    /// Any other word: a token that holds a letter of any script, a syllable of Hangul, a kana or an ideograph.
    case word
    /// A token that holds a digit (Word_Break Numeric) and no letter.
    case number
    /// A token that holds an emoji and neither letter nor digit; a keycap such as `1` U+FE0F U+20E3 too.
    ///
    /// An emoji is a character with Emoji_Presentation, any Extended_Pictographic one before U+FE0F, a skin tone or
    /// U+200D and another, two regional indicators, or a keycap. So U+00A9 alone is punctuation under `.unicode`;
    /// under `.standard`, whose grammar takes every Extended_Pictographic character for an emoji, it is an emoji.
    case emoji
    /// A URL.
    case url
    /// An address of electronic mail.
    case email
    /// `@` and a name.
    case mention
    /// `#` and a word.
    case hashtag
    // Terms come before these two: `TokenBuffer.isTerm(at:)`.
    /// Punctuation, symbols, lone marks and controls, ill-formed bytes: whatever is nothing else.
    case punctuation
    /// White_Space and nothing else; CR LF is one token, and a run of spaces is.
    case space

    /// The name in output: that of the case, such as `arabic`.
    public var name: String {
        switch self {
        case .arabic: "arabic"
        case .word: "word"
        case .number: "number"
        case .emoji: "emoji"
        case .url: "url"
        case .email: "email"
        case .mention: "mention"
        case .hashtag: "hashtag"
        case .punctuation: "punctuation"
        case .space: "space"
        }
    }

    /// Whether the token is a term, which an index keeps: everything but punctuation and space.
    @inlinable public var isTerm: Bool { self != .punctuation && self != .space }
}
