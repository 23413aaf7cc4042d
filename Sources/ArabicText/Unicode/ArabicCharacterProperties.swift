extension Unicode.Scalar {
    /// What this character is in Arabic writing, for example `scalar.arabic.isShadda`.
    ///
    /// The facts have a name space of their own, as Unicode's have in `properties`: neither has to carry the word Arabic
    /// in every name, and none can collide with what the standard library adds. Constant time.
    public var arabic: ArabicCharacterProperties { ArabicCharacterProperties(of: self) }
}

/// Facts about one character of Arabic writing.
///
/// Each is a fixed set of code points, the same with every version of ICU. A `Character` may be a letter with all of its
/// marks and so has no such facts: ask its scalars. Where the description says so, the set is the one that PyArabic's
/// function has, so that rules written with it can be brought over.
public struct ArabicCharacterProperties: Sendable, Hashable {
    private let facts: ArabicCharacterClass
    /// The class of a mark: a set of one, or empty where the character is no Arabic non-spacing mark.
    public let markClass: ArabicMarks

    /// The facts about a character. Constant time.
    public init(of scalar: Unicode.Scalar) {
        facts = ArabicCharacterClass(of: scalar.value)
        markClass = facts.has(.mark) ? ArabicMarks(of: scalar) : []
    }

    // MARK: Kinds

    /// Whether it is a letter of any language that Arabic script writes.
    ///
    /// The letters are General_Category Lo and Lm of the Arabic blocks, presentation forms and ligatures of words
    /// included: U+0620–063F, 0641–064A, 066E–066F, 0671–06D3, 06D5, 06E5–06E6, 06EE–06EF, 06FA–06FC, 06FF, 0750–077F,
    /// 0870–0887, 0889–088F, 08A0–08C9, FB50–FBB1, FBD3–FC5D, FC64–FCF1, FCF5–FD3D, FD50–FD8F, FD92–FDC7, FDF0–FDFB,
    /// FE80–FEFC, 10EC2–10EC7. Tatweel is none, nor are the spacing forms of marks (U+FC5E–FC63, FCF2–FCF4, FE70–FE7F)
    /// and the symbols of formulas (U+1EE00–1EEFF).
    public var isLetter: Bool { facts.has(.letter) }

    /// Whether it is a non-spacing mark of Arabic script: ``markClass`` says which.
    public var isMark: Bool { facts.has(.mark) }

    /// Whether it is a digit: U+0660–0669 or U+06F0–06F9.
    public var isDigit: Bool { facts.has(.digit) }

    /// Whether it is an Arabic-Indic digit, as Arabic writes them: U+0660–0669.
    public var isArabicIndicDigit: Bool { facts.has(.arabicIndicDigit) }

    /// Whether it is an extended Arabic-Indic digit, as Persian and Urdu write them: U+06F0–06F9.
    public var isExtendedArabicIndicDigit: Bool { facts.has(.extendedDigit) }

    /// Whether it is punctuation (General_Category P) of an Arabic block.
    ///
    /// The characters are U+0609–060A, 060C–060D, 061B, 061D–061F, 066A–066D, 06D4, FD3E–FD3F, 10ED0.
    public var isPunctuation: Bool { facts.has(.punctuation) }

    /// Whether it lies in a block whose name begins with "Arabic", assigned or not.
    ///
    /// The blocks are U+0600–06FF, 0750–077F, 0870–089F, 08A0–08FF, FB50–FDFF, FE70–FEFF (its last is the byte order
    /// mark), 10EC0–10EFF, 1EE00–1EEFF. PyArabic's `is_arabicrange` lacks the third, the fourth and the last two.
    public var isInArabicBlock: Bool { facts.has(.block) }

    // MARK: Marks

    /// Whether it is tashkeel: a haraka or shadda, U+064B–0652, the same as ``ArabicMarks/harakat``. As PyArabic.
    public var isTashkeel: Bool { facts.has(.tashkeel) }

    /// Whether it is a haraka, a sign that says which vowel follows, or none: U+064B–0650 and 0652, not shadda. As
    /// PyArabic.
    public var isHaraka: Bool { facts.has(.haraka) }

    /// Whether it is a short vowel or sukun, hence no tanwin: U+064E–0650 and 0652. As PyArabic's `is_shortharaka`.
    public var isShortHaraka: Bool { facts.has([.shortVowel, .sukun]) }

    /// Whether it is a short vowel: U+064E FATHA, 064F DAMMA, 0650 KASRA.
    public var isShortVowel: Bool { facts.has(.shortVowel) }

    /// Whether it is tanwin: U+064B FATHATAN, 064C DAMMATAN, 064D KASRATAN. As PyArabic.
    public var isTanwin: Bool { facts.has(.tanwin) }

    /// Whether it is U+0651 SHADDA. As PyArabic.
    public var isShadda: Bool { facts.has(.shadda) }

    /// Whether it is U+0652 SUKUN. As PyArabic.
    public var isSukun: Bool { facts.has(.sukun) }

    /// Whether it is U+0640 TATWEEL. As PyArabic.
    public var isTatweel: Bool { facts.has(.tatweel) }

    // MARK: Letters of Arabic

    /// Whether it is hamza, alone or with a carrier: U+0621, 0623–0626, 0654–0655. As PyArabic; not U+0622, which is read
    /// as hamza too but has the sign of madda.
    public var isHamza: Bool { facts.has(.hamza) }

    /// Whether it is an alef of any kind: U+0622, 0623, 0625, 0627, 0649 (alef maqsura), 0670 (a mark), 0671. As
    /// PyArabic's `is_alef`.
    public var isAlefLike: Bool { facts.has(.alefLike) }

    /// Whether it is waw, alone, as a carrier or small: U+0624, 0648, 06E5. As PyArabic.
    public var isWawLike: Bool { facts.has(.wawLike) }

    /// Whether it is written as yeh: U+0626, 0649 (alef maqsura), 064A, 06E6. As PyArabic; Farsi yeh U+06CC is none.
    public var isYehLike: Bool { facts.has(.yehLike) }

    /// Whether it is teh or teh marbuta: U+0629–062A. As PyArabic's `is_teh`.
    public var isTehLike: Bool { facts.has(.tehLike) }

    /// Whether it is a weak letter: U+0627, 0648, 0649, 064A. As PyArabic.
    public var isWeakLetter: Bool { facts.has(.weakLetter) }

    /// Whether it is a moon letter, before which the lam of the article is heard.
    ///
    /// As PyArabic, with hamza and alef: U+0621–0623, 0625, 0627–0628, 062C–062E, 0639–063A, 0641–0643, 0645, 0647–0648,
    /// 064A.
    public var isMoonLetter: Bool { facts.has(.moonLetter) }

    /// Whether it is a sun letter, which takes the lam of the article in: U+062A–062B, 062F–0638, 0644, 0646. As
    /// PyArabic.
    public var isSunLetter: Bool { facts.has(.sunLetter) }

    /// Whether it is the small sign of a long vowel: U+0670 (a mark), 06E5, 06E6. As PyArabic; the marks U+06E7 and 06E8
    /// are ``ArabicMarks/smallHighLetters``.
    public var isSmallLetter: Bool { facts.has(.smallLetter) }

    /// Whether it is a ligature of lam and alef: U+FEF5–FEFC. PyArabic's `is_ligature` has only the four isolated forms,
    /// those of odd number.
    public var isLamAlef: Bool { facts.has(.lamAlef) }
}
