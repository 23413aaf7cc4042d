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
        /// Deleted: `می‌خواهم` becomes one joined word.
        case remove
        /// A space in its place.
        case space
    }

    /// What becomes of honorific ligatures.
    public enum Honorifics: String, Sendable, Hashable, CaseIterable {
        /// Left alone.
        case keep
        /// Written out, as NFKC does where it knows the sign; a sign without an expansion stays.
        case expand
        /// Deleted.
        case remove
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
    /// Presentation letters U+FB50–FDCE, U+FDD0–FDEF and U+FE70–FEFC: to the letters that they show (NFKC).
    public var presentationLetters: Folding = .keep
    /// Honorific and word ligatures U+FD40–FD4F, U+FDCF and U+FDF0–FDFF.
    public var honorifics: Honorifics = .keep
    /// Bidi controls U+061C, U+200E, U+200F, U+202A–202E, U+2066–2069.
    public var bidiControls: Removal = .keep
    /// U+FEFF, at the start of a text or inside.
    public var byteOrderMark: Removal = .keep
    /// U+200C.
    public var zeroWidthNonJoiner: NonJoiner = .keep
    /// U+200D, except between two pictographs, where it makes one emoji of them.
    public var zeroWidthJoiner: Removal = .keep
    /// Which marks are deleted.
    public var removedMarks: ArabicMarks = []
    /// U+0640 that carries U+0654 becomes U+0626, or its hamza would be lost with the tatweel.
    public var hamzaOnTatweel: Folding = .keep
    /// U+0640.
    public var tatweel: Removal = .keep
    /// The letters of Persian and Urdu keyboards.
    public var lookAlikes: LookAlikes = .keep
    /// Alef with hamza, madda or wasla.
    public var alef: Alef = .keep
    /// U+0624 becomes U+0648, U+0626 becomes U+064A.
    public var hamzaCarriers: Folding = .keep
    /// U+0649 becomes U+064A.
    public var alefMaqsura: Folding = .keep
    /// U+0629.
    public var tehMarbuta: TehMarbuta = .keep
    /// Decimal digits.
    public var digits: Digits = .keep
    /// Letter case.
    public var letterCase: LetterCase = .keep

    /// The profile that changes nothing.
    public init() {}
}
