/// A stretch of text that the word rules do not divide.
public struct Token: Sendable, Hashable {
    /// Where the token lies in the source: UTF-8 byte offsets from the start of the text or stream.
    public let range: Range<Int>

    /// What the token is.
    public let kind: TokenKind

    /// How many terms come before it: terms count from 0, and what is no term carries the position of the next term.
    public let position: Int

    /// Whether the token is a term: everything but punctuation and space.
    public var isTerm: Bool { kind.isTerm }
}
