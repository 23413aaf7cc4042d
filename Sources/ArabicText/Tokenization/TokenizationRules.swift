/// The rules by which text is cut into tokens.
public struct TokenizationRules: Sendable, Hashable {
    private enum Choice: String, CaseIterable {
        case unicode, standard, search
        case searchDivided = "search-divided"
    }

    private let choice: Choice

    /// Word boundaries of Unicode Standard Annex #29, root, without CLDR's tailorings: `:` joins letters, `@` divides.
    ///
    /// Runs of Thai, Lao, Khmer, Burmese, Han, Hiragana and Katakana are divided by ICU's dictionaries, which may change
    /// with its version. For characters of Unicode 13 nothing else does: where Unicode has changed a class, as it has
    /// that of U+06DD, it is the one of Unicode 15 (Format).
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

    /// Words as a reader of Arabic sees them, for searching; addresses, names and numbers whole.
    ///
    /// The tokens of `.unicode` but for these:
    /// - A full stop, a colon or an apostrophe joins no Arabic letters: `جملة.الجملة` and `قال:نعم` are divided. Single
    ///   letters with full stops between them are one token, without a last full stop: `ق.م`, `و.م.ع`, `أ.هـ`; before a
    ///   longer word the letters are a token of their own: `د.أحمد`, `أ.د.محمد`.
    /// - Numbers keep `.` `,` `:` `'` U+060C, U+066B, U+066C between digits, and a following `%`, U+066A, U+2030, U+0609
    ///   or U+060A. Two `/` or two hyphens and more join digits (dates, telephone numbers), one alone does not
    ///   (`2019-2020`). `+` begins a telephone number: at least five digits, or at most three and a hyphen.
    /// - ``TokenKind/url``: letters and `://`, or `www.`, and what follows; or a host with a domain of two letters or
    ///   more, and `/`. Arabic letters belong to it; punctuation at its end does not, nor does a closing bracket that
    ///   none opened. ``TokenKind/email``: letters and digits (not Arabic), at most four of `.` `-` `+` `%` between
    ///   them, `@` and a host with a full stop. ``TokenKind/mention``: `@` and letters, digits or `_`.
    ///   ``TokenKind/hashtag``: `#` and the same, at least one a letter.
    /// - Bidi controls (U+061C, U+200E, U+200F, U+202A–U+202E, U+2066–U+2069) and U+FEFF may stand inside a token; at
    ///   its end they are a token of punctuation. So are U+0600–0605, U+06DD, U+0890, U+0891 and U+08E2 anywhere.
    /// - Each emoji sequence is one token: a keycap beside a keycap too.
    ///
    /// Letters and digits of any script join: `الساعة3مساء` is one token (see ``searchDivided``).
    public static let search = Self(choice: .search)

    /// As ``search``, and Arabic letters join neither digits nor letters of another script: `الساعة3مساء` is three
    /// tokens, `covid19كورونا` is two.
    public static let searchDivided = Self(choice: .searchDivided)

    /// Every rule set.
    public static let all: [Self] = Choice.allCases.map(Self.init(choice:))

    private init(choice: Choice) { self.choice = choice }

    /// The rule set of that name, or nil where there is none.
    public init?(named name: String) {
        guard let choice = Choice(rawValue: name) else { return nil }
        self.choice = choice
    }

    /// The name: `unicode`, `standard`, `search` or `search-divided`.
    public var name: String { choice.rawValue }

    /// The automaton, made once for all tokenizers.
    var automaton: WordAutomaton {
        switch choice {
        case .unicode: .unicode
        case .standard: .standard
        case .search: .search
        case .searchDivided: .searchDivided
        }
    }

    /// The same for the kernels.
    var kernel: WordKernel {
        switch choice {
        case .unicode: .unicode
        case .standard: .standard
        case .search: .search
        case .searchDivided: .searchDivided
        }
    }
}
