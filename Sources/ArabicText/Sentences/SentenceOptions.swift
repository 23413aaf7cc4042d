/// What ends a sentence besides full stop, exclamation mark, question mark, ellipsis and line end.
public struct SentenceOptions: OptionSet, Sendable, Hashable {
    /// One bit an option.
    public let rawValue: Int

    /// A set from its bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// U+061B ARABIC SEMICOLON ends a sentence. The Latin semicolon never does.
    public static let semicolons = Self(rawValue: 1 << 0)

    /// The end of a verse of the Quran ends a sentence: U+06DD END OF AYAH or U+08E2 DISPUTED END OF AYAH with the digits
    /// after it (`۝٢`), or a number between ornate parentheses, U+FD3F and U+FD3E in either order (`﴿٢﴾`).
    ///
    /// Words between ornate parentheses are a quotation, and end nothing. A sign before the first word of a line belongs
    /// to the verse after it.
    public static let verses = Self(rawValue: 1 << 1)
}
