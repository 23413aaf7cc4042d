/// What a normaliser does: one property a step, each "leave alone" unless set.
///
/// A profile is a value: compare it, store it, change a copy. ``ArabicNormalizer`` compiles it once. The steps run in
/// the order that `NormalizationStep.swift` states, which is not the order of the properties here.
public struct NormalizationProfile: Sendable, Hashable {
    /// Whether a step that folds one spelling into another runs.
    public enum Folding: String, Sendable, Hashable, CaseIterable {
        /// The step does not run.
        case keep
        /// The step runs.
        case fold
    }

    /// Whether a step that deletes characters runs.
    public enum Removal: String, Sendable, Hashable, CaseIterable {
        /// The step does not run.
        case keep
        /// The characters go.
        case remove
    }

    /// What becomes of ZERO WIDTH NON-JOINER.
    public enum NonJoiner: String, Sendable, Hashable, CaseIterable {
        /// Left alone.
        case keep
        /// Deleted: the two parts of a word such as Persian mī-khāham (U+0645 U+06CC, U+200C, U+062E …) join.
        case remove
        /// U+0020 in its place: the parts become two words.
        case space
    }

    /// What becomes of honorific ligatures.
    public enum Honorifics: String, Sendable, Hashable, CaseIterable {
        /// Left alone.
        case keep
        /// Written out, with spaces between words, as NFKC does for U+FDFA (18 scalars) and U+FDFB (8); U+FDFD as 22
        /// scalars, U+FDFC as ريال with U+064A, where NFKC has the Farsi yeh. The others stay: Unicode gives them no
        /// expansion.
        case expand
        /// Deleted, all but U+FDFC.
        case remove
    }

    /// How often the form runs.
    public enum FormUse: String, Sendable, Hashable, CaseIterable {
        /// After every group of steps that can undo it: results are in the form, and idempotent.
        case throughout
        /// Once, before the other steps: what some tools do. Results need not be in the form.
        case first
    }

    /// What becomes of small letters above and on the line that stand for a letter left out.
    public enum SmallLetters: String, Sendable, Hashable, CaseIterable {
        /// Left alone.
        case keep
        /// U+06E5 becomes U+0648, U+06E6 and U+06E7 become U+064A, U+06E8 becomes U+0646; but U+06E5 and U+06E6 that
        /// lengthen the vowel of a final heh (lahū, bihī), which no modern spelling writes, go.
        case fold
        /// U+06E5–06E8 go.
        case remove
    }

    /// What becomes of letters that are repeated for emphasis.
    public enum Elongation: String, Sendable, Hashable, CaseIterable {
        /// Left alone.
        case keep
        /// Three and more of a letter become one; two stay, as in words like مميز.
        case one
        /// Three and more of a letter become two.
        case two
    }

    /// What becomes of white space.
    public enum WhiteSpace: String, Sendable, Hashable, CaseIterable {
        /// Left alone.
        case keep
        /// A run within a line becomes one U+0020, and none is left at the start or the end of a line.
        case collapse
    }

    /// A map of single characters that another tool has, as it is.
    public enum CharacterMap: String, Sendable, Hashable, CaseIterable {
        /// None.
        case none
        /// CAMeL Tools' `arclean`: keeps Arabic and Latin-1 letters and ASCII, maps some others, deletes the rest.
        case arclean
        /// PyArabic's `normalize_searchtext`: ى becomes ا, ؤ ئ and hamza marks become ء.
        case searchtext
    }

    /// Which letters the letters of Persian and Urdu keyboards become.
    public enum LookAlikes: String, Sendable, Hashable, CaseIterable {
        /// Left alone.
        case keep
        /// Those of Arabic: ک ی ہ become ك ي ه.
        case arabic
        /// Those of Persian: ك ي become ک ی.
        case persian
    }

    /// Which alefs become U+0627.
    public enum Alef: String, Sendable, Hashable, CaseIterable {
        /// Left alone.
        case keep
        /// U+0671 (wasla) becomes U+0627.
        case wasla
        /// U+0622, U+0623, U+0625 become U+0627.
        case hamza
        /// U+0622, U+0623, U+0625 and U+0671 (wasla) become U+0627.
        case all
    }

    /// What teh marbuta becomes.
    public enum TehMarbuta: String, Sendable, Hashable, CaseIterable {
        /// Left alone.
        case keep
        /// U+0629 becomes U+0647.
        case heh
        /// U+0629 becomes U+062A.
        case teh
    }

    /// Which digits the digits become.
    public enum Digits: String, Sendable, Hashable, CaseIterable {
        /// Left alone.
        case keep
        /// U+0660–0669 and U+06F0–06F9 become 0–9.
        case ascii
        /// 0–9 and U+06F0–06F9 become U+0660–0669.
        case arabicIndic
        /// 0–9 and U+0660–0669 become U+06F0–06F9.
        case persian
        /// Every decimal digit (General_Category Nd) of any script becomes 0–9, as Lucene's DecimalDigitFilter does.
        case asciiFromAllScripts
    }

    /// What becomes of letter case.
    public enum LetterCase: String, Sendable, Hashable, CaseIterable {
        /// Left alone.
        case keep
        /// Letters of Latin script take their simple case folding.
        case foldLatin
        /// Every letter takes its simple lower case, as Lucene's LowerCaseFilter does.
        case lowercase
    }

    /// The Unicode normalization form, UAX #15.
    public var form: UnicodeForm = .none
    /// How often the form runs.
    public var formUse: FormUse = .throughout
    /// A map of another tool, applied before all other steps but the form.
    public var characterMap: CharacterMap = .none
    /// Presentation letters U+FB50–FD3F, U+FD50–FDCE, U+FDD0–FDEF and U+FE70–FEFC, and the ligatures of one word
    /// U+FDF0–FDF9: to the letters that they show (NFKC), so ﷲ becomes الله.
    public var presentationLetters: Folding = .keep
    /// Signs that stand for several words: honorifics U+FD40–FD4F, U+FDCF, U+FDFA, U+FDFB, U+FDFE and U+FDFF, the
    /// basmala U+FDFD; and the rial sign U+FDFC.
    public var honorifics: Honorifics = .keep
    /// Bidi controls U+061C, U+200E, U+200F, U+202A–202E, U+2066–2069.
    public var bidiControls: Removal = .keep
    /// U+FEFF: the byte order mark that some editors put at the start of a text, and the zero width no-break space that
    /// it is inside one.
    public var byteOrderMark: Removal = .keep
    /// U+200C ZERO WIDTH NON-JOINER, which Persian writes inside words to keep letters apart.
    public var zeroWidthNonJoiner: NonJoiner = .keep
    /// U+200D ZERO WIDTH JOINER, except between two pictographs, where it makes one emoji of them.
    public var zeroWidthJoiner: Removal = .keep
    /// Which marks are deleted.
    public var removedMarks: ArabicMarks = []
    /// U+0640 that carries U+0654 becomes U+0626, or its hamza would be lost with the tatweel.
    public var hamzaOnTatweel: Folding = .keep
    /// Alef with fathatan at the end of a word (رحيمًا) goes, so that the word meets رحيم. Needs the mark: where marks
    /// are already gone there is nothing to tell the alef by. Of an alef that `alef` folds (خطأً) only the mark goes.
    public var tanwinAlef: Removal = .keep
    /// U+0670 becomes U+0627, but on or before U+0649, which it only explains, it goes. To delete it everywhere, remove
    /// the mark.
    public var daggerAlef: Folding = .keep
    /// U+06E5–06E8.
    public var smallLetters: SmallLetters = .keep
    /// U+06DD END OF AYAH, U+06DE START OF RUB EL HIZB, U+06E9 PLACE OF SAJDAH. The pause signs are marks.
    public var quranicSigns: Removal = .keep
    /// U+0621 before U+0627 becomes U+0622, as modern spelling has it: ءامنوا becomes آمنوا.
    public var hamzaBeforeAlef: Folding = .keep
    /// U+0640, the line that stretches a word. Marks that it carries stay, and come to belong to the letter before it.
    public var tatweel: Removal = .keep
    /// Letters of Persian and Urdu keyboards that look like Arabic ones: U+06A9 and U+06AA become U+0643, U+06CC and
    /// U+06D2 U+064A, U+06BE, U+06C1 and U+06D5 U+0647, U+06C3 U+0629; U+06D3, U+06C0 and U+06C2 keep their hamza, on
    /// U+064A and U+0647, unless hamza marks are removed. To Persian, U+0643 becomes U+06A9 and U+064A U+06CC, also where
    /// another step has made it. U+067E, U+0686, U+0698 and U+06AF stay.
    public var lookAlikes: LookAlikes = .keep
    /// Alef with hamza, madda or wasla.
    public var alef: Alef = .keep
    /// U+0624 becomes U+0648, U+0626 becomes U+064A; and where the profile has a form, a hamza on U+0647 goes.
    public var hamzaCarriers: Folding = .keep
    /// U+0649 becomes U+064A.
    public var alefMaqsura: Folding = .keep
    /// U+0629, at the end of a word or inside.
    public var tehMarbuta: TehMarbuta = .keep
    /// Decimal digits: 0–9, U+0660–0669 of Arabic and U+06F0–06F9 of Persian and Urdu. What stands between them stays.
    public var digits: Digits = .keep
    /// U+060C ، between digits stays, elsewhere becomes `,`; U+061B ؛ `;`, U+061F ؟ `?`, U+06D4 ۔ `.`, U+066A ٪ `%`,
    /// U+066D ٭ `*`.
    public var punctuation: Folding = .keep
    /// U+066B becomes `.` and U+066C `,` between two digits.
    public var digitSeparators: Folding = .keep
    /// Letters repeated for emphasis.
    public var elongation: Elongation = .keep
    /// White space.
    public var whiteSpace: WhiteSpace = .keep
    /// Letter case of scripts that have it, by simple mappings: one scalar for one, so ß stays.
    public var letterCase: LetterCase = .keep

    /// The profile that changes nothing.
    public init() {}
}
