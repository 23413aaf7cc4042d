extension String {
    /// What this text has of Arabic writing, for example `text.arabic.isVocalized`. Linear in the text: keep the value
    /// where more than one question is asked.
    public var arabic: ArabicTextProperties { ArabicTextProperties(of: utf8Span.span) }
}

extension Substring {
    /// What this text has of Arabic writing. Linear in the text.
    public var arabic: ArabicTextProperties { ArabicTextProperties(of: utf8Span.span) }
}

/// Facts about a text of Arabic writing, all found in one pass.
///
/// There is no fact "fully vocalised": Arabic spelling leaves letters of prolongation, the alef of the article and the
/// last letter of a word in pause without a sign, so no set of characters decides it.
public struct ArabicTextProperties: Sendable, Hashable {
    /// What is said of one character or another.
    private var present: ArabicCharacterClass = []

    /// Whether the text is one word of Arabic script.
    ///
    /// It begins with a letter, and the rest is letters, marks, tatweel, U+200C ZERO WIDTH NON-JOINER or U+200D ZERO
    /// WIDTH JOINER. Nothing is said of spelling: PyArabic's `is_arabicword` also wants U+0649 and U+0629 at the end and no
    /// U+0624 or U+0626 at the start, and takes no letter past U+0652 but three ligatures of lam and alef, though it
    /// takes U+0600–0620 and a lone tatweel.
    public private(set) var isWord: Bool

    /// The facts about a text of UTF-8 bytes. Ill-formed bytes are no Arabic. Linear in the bytes.
    public init(of text: Span<UInt8>) {
        isWord = false
        var offset = 0
        while offset < text.count {
            let element = UTF8Element.decode(text, at: offset)
            var facts: ArabicCharacterClass = []
            if case .scalar(let scalar, _) = element { facts = ArabicCharacterClass(of: scalar) }
            isWord =
                offset == 0
                ? facts.has(.letter) : isWord && facts.has([.letter, .mark, .tatweel, .joiner])
            present.formUnion(facts)
            offset += element.length
        }
    }

    /// Whether there is an Arabic letter.
    public var hasLetters: Bool { present.has(.letter) }

    /// Whether there is anything of an Arabic block: letter, mark, digit, punctuation or sign.
    public var hasArabic: Bool { present.has(.block) }

    /// Whether there is an Arabic non-spacing mark of any class.
    public var hasMarks: Bool { present.has(.mark) }

    /// Whether there is tashkeel: U+064B–0652.
    public var hasTashkeel: Bool { present.has(.tashkeel) }

    /// Whether there is a haraka: U+064B–0650 or 0652. The same as PyArabic's `is_vocalizedtext`.
    public var hasHarakat: Bool { present.has(.haraka) }

    /// Whether there is tanwin: U+064B–064D.
    public var hasTanwin: Bool { present.has(.tanwin) }

    /// Whether there is U+0651 SHADDA. The same as PyArabic's `has_shadda`.
    public var hasShadda: Bool { present.has(.shadda) }

    /// Whether there is U+0652 SUKUN.
    public var hasSukun: Bool { present.has(.sukun) }

    /// Whether there is U+0640 TATWEEL.
    public var hasTatweel: Bool { present.has(.tatweel) }

    /// Whether there is hamza, alone or with a carrier: U+0621, 0623–0626, 0654–0655.
    public var hasHamza: Bool { present.has(.hamza) }

    /// Whether there is a ligature of lam and alef: U+FEF5–FEFC.
    public var hasLamAlef: Bool { present.has(.lamAlef) }

    /// Whether there is an Arabic digit: U+0660–0669 or 06F0–06F9.
    public var hasDigits: Bool { present.has(.digit) }

    /// Whether there is Arabic punctuation, as ``ArabicCharacterProperties/isPunctuation``.
    public var hasPunctuation: Bool { present.has(.punctuation) }

    /// Whether the text is vocalised, if only in part: it has a letter and a haraka.
    ///
    /// PyArabic's `is_vocalized` also says so of a text whose one mark is shadda, and of marks without any letter: that
    /// is ``hasTashkeel``.
    public var isVocalized: Bool { hasLetters && hasHarakat }
}
