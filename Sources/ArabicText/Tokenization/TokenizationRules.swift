/// The rules by which text is cut into tokens.
public struct TokenizationRules: Sendable, Hashable {
    private enum Choice: String, CaseIterable {
        case unicode, standard
    }

    private let choice: Choice

    /// Word boundaries of Unicode Standard Annex #29, root, without CLDR's tailorings: `:` joins letters, `@` divides.
    ///
    /// Runs of Thai, Lao, Khmer, Burmese, Han, Hiragana and Katakana are divided by ICU's dictionaries. The classes of
    /// the Arabic signs U+0600–0605, U+06DD, U+0890, U+0891 and U+08E2 are those of Unicode 15 (Format) on every ICU.
    /// Yields every kind but ``TokenKind/url``, ``TokenKind/email``, ``TokenKind/mention`` and ``TokenKind/hashtag``.
    public static let unicode = Self(choice: .unicode)

    /// The tokens of Lucene's StandardTokenizer: the terms are its tokens, and what it drops comes as punctuation and
    /// space.
    ///
    /// Unlike `.unicode`: emoji, © and ™ are terms; Han and Hiragana are a term a character; a run of Thai, Lao, Khmer
    /// or Burmese is one term; `__` alone is none; a token has at most 255 UTF-16 units and a longer one is cut, never
    /// between surrogates. The kinds are those of `.unicode`.
    ///
    /// Equal to Lucene 8.8 for text of characters that Unicode 9 has, with these exceptions. U+02D7 joins
    /// letters there only, and U+055F here only; U+111C9, U+1CF2 and U+1CF3 have changed class since.
    /// Before a word, more than 254 ExtendNumLet characters (such as `_`), and before or inside an emoji more than 254
    /// U+200D, are cut elsewhere. Characters newer than Unicode 9 have today's classes: new letters are terms.
    public static let standard = Self(choice: .standard)

    /// Every rule set.
    public static let all: [Self] = Choice.allCases.map(Self.init(choice:))

    private init(choice: Choice) { self.choice = choice }

    /// The rule set of that name, or nil where there is none.
    public init?(named name: String) {
        guard let choice = Choice(rawValue: name) else { return nil }
        self.choice = choice
    }

    /// The name: `unicode` or `standard`.
    public var name: String { choice.rawValue }

    /// The automaton, made once for all tokenizers.
    var automaton: WordAutomaton {
        switch choice {
        case .unicode: .unicode
        case .standard: .standard
        }
    }
}
