private import CICUShims

/// What a scalar value is to the word rules: the finest classes that any rule set or token kind tells apart.
///
/// Raw values are below 64, so that a row of the transition table has 64 columns.
enum WordClass: UInt8, CaseIterable {
    /// Nothing that a rule names, and white space that no rule names (tab, U+00A0, U+2007).
    case other, otherSpace
    case carriageReturn, lineFeed, newline, space
    /// Extend or Format, and those of them that an emoji sequence tells apart.
    case ignorable, textSelector, emojiSelector, keycapMark, tag, tagEnd, emojiModifier
    /// A mark of a dictionary script: Extend by Word_Break, and inside a dictionary run.
    case complexMark
    case zeroWidthJoiner
    case regionalIndicator
    /// The controls of UAX #9, and U+FEFF: Format by Word_Break.
    case bidiControl
    /// A letter whose scripts include Arabic, and U+0640 of them; a Hebrew letter; `w`, for `www.`; and any other
    /// (Hangul too).
    case arabicLetter, tatweel, hebrewLetter, letterW, letter
    /// A letter of a dictionary script: Thai, Lao, Khmer, Burmese and their like.
    case complexLetter
    /// Han and Hiragana; the same where Word_Break says letter too (U+3005); Katakana.
    case ideograph, ideographicLetter, katakana
    case singleQuote, doubleQuote, midNumLet, midLetter, midNum
    /// Of MidNumLet `.`; of MidLetter `:` and its compatibility forms; of MidNum `,` and `;`.
    case fullStop, colon, comma, semicolon
    /// A digit that a keycap may enclose, and any other.
    case asciiDigit, number
    /// `*` and `#`.
    case keycapSign, numberSign
    /// What joins dates, telephone numbers, percentages, addresses and names, and by Word_Break nothing.
    case slash, hyphen, plus, percent, atSign
    /// The other characters of URLs: within one and at its end; within one only; and the brackets that come in pairs.
    case urlSign, urlPunctuation, openingBracket, closingBracket
    /// Signs of Arabic text that are Format by Word_Break, and belong to no word: U+0600–0605, U+06DD, U+08E2 and such.
    case arabicSign
    /// ExtendNumLet; U+202F is one that is white space too.
    case joiner, joinerSpace
    /// Extended_Pictographic, by default text or emoji, and either that a skin tone may follow.
    case textPictograph, emojiPictograph, textModifierBase, emojiModifierBase
    /// A letter by Word_Break that is Extended_Pictographic too, such as U+24C2.
    case pictographicLetter
    /// A letter by Word_Break since Unicode 11 or later, of characters that Unicode 9 has: no letter to Lucene 8.
    case laterLetter

    /// The class of every scalar value as a raw value, asked of ICU by page.
    static let table = ScalarTable<UInt8> { WordClass(scalar: $0).rawValue }

    /// The dictionaries that a run of such scalars goes to.
    enum Dictionary {
        case southeastAsian, eastAsian
    }

    /// The dictionaries that a run of such scalars goes to, or nil.
    var dictionary: Dictionary? {
        switch self {
        case .complexLetter, .complexMark: .southeastAsian
        case .ideograph, .ideographicLetter, .katakana: .eastAsian
        default: nil
        }
    }
}

extension WordClass {
    /// What the rules for searching tell apart, and Word_Break does not.
    private static let told: [(WordClass, [UInt32])] = [
        (.bidiControl, ArabicLetters.bidiControls.flatMap { $0 } + [0xFEFF]),
        (.tatweel, [0x640]), (.letterW, [0x57, 0x77]),
        (.fullStop, [0x2E]), (.colon, [0x3A, 0xFE13, 0xFE55, 0xFF1A]), (.comma, [0x2C]), (.semicolon, [0x3B]),
        (.numberSign, [0x23]), (.slash, [0x2F]), (.hyphen, [0x2D, 0x2010, 0x2011]), (.plus, [0x2B]),
        (.percent, [0x25, 0x609, 0x60A, 0x66A, 0x2030]), (.atSign, [0x40]),
        (.urlSign, [0x24, 0x26, 0x3D, 0x7E]), (.urlPunctuation, [0x21, 0x3F]),
        (.openingBracket, [0x28, 0x5B]), (.closingBracket, [0x29, 0x5D]),
        (.arabicSign, arabicSigns),
    ]

    private static let toldClasses = Swift.Dictionary(
        told.flatMap { wordClass, scalars in scalars.map { ($0, wordClass) } }, uniquingKeysWith: { first, _ in first })

    /// Signs before digits, of the Arabic blocks.
    private static let arabicSigns: [UInt32] = [
        0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6DD, 0x890, 0x891, 0x8E2,
    ]

    /// Modifier letters and signs that became letters after Unicode 9. Only Lucene's rules ask.
    static let laterLetters: [ClosedRange<UInt32>] = [
        0x2C2...0x2C5, 0x2D2...0x2D7, 0x2DE...0x2DF, 0x2E5...0x2EB, 0x2ED...0x2ED, 0x2EF...0x2FF, 0x55A...0x55C,
        0x55E...0x55E, 0x58A...0x58A, 0xA708...0xA716, 0xA720...0xA721, 0xA789...0xA78A, 0xAB5B...0xAB5B,
    ]
    /// Emoji that took skin tones after Emoji 11, which is what Lucene 8 knows. Only its rules ask.
    static let laterModifierBases: [UInt32] = [
        0x1F46A, 0x1F46B, 0x1F46C, 0x1F46D, 0x1F46F, 0x1F48F, 0x1F491, 0x1F91D, 0x1F93C,
    ]

    /// Classifies a scalar value up to U+10FFFF.
    init(scalar: UInt32) {
        if let told = Self.toldClasses[scalar] {
            self = told
            return
        }
        switch CharacterFacts.wordBreak(scalar) {
        case ATS_WB_CR: self = .carriageReturn
        case ATS_WB_LF: self = .lineFeed
        case ATS_WB_NEWLINE: self = .newline
        case ATS_WB_WSEG_SPACE: self = .space
        case ATS_WB_ZWJ: self = .zeroWidthJoiner
        case ATS_WB_EXTEND, ATS_WB_FORMAT:
            self = Self(ignorable: scalar)
        case ATS_WB_REGIONAL_INDICATOR: self = .regionalIndicator
        case ATS_WB_KATAKANA: self = .katakana
        case ATS_WB_HEBREW_LETTER: self = .hebrewLetter
        case ATS_WB_ALETTER:
            if CharacterFacts.isExtendedPictographic(scalar) {
                self = .pictographicLetter
            } else if CharacterFacts.isHanOrHiragana(scalar) {
                self = .ideographicLetter
            } else if Self.laterLetters.contains(where: { $0.contains(scalar) }) {
                self = .laterLetter
            } else {
                self = CharacterFacts.isArabic(scalar) ? .arabicLetter : .letter
            }
        case ATS_WB_SINGLE_QUOTE: self = .singleQuote
        case ATS_WB_DOUBLE_QUOTE: self = .doubleQuote
        case ATS_WB_MID_NUM_LET: self = .midNumLet
        case ATS_WB_MID_LETTER: self = .midLetter
        case ATS_WB_MID_NUM: self = .midNum
        case ATS_WB_NUMERIC: self = 0x30...0x39 ~= scalar ? .asciiDigit : .number
        case ATS_WB_EXTEND_NUM_LET: self = CharacterFacts.isWhiteSpace(scalar) ? .joinerSpace : .joiner
        default:
            if CharacterFacts.isComplexContext(scalar) {
                self = .complexLetter
            } else if CharacterFacts.isHanOrHiragana(scalar) {
                self = .ideograph
            } else if CharacterFacts.isExtendedPictographic(scalar) {
                let base = CharacterFacts.isEmojiModifierBase(scalar) && !Self.laterModifierBases.contains(scalar)
                self =
                    CharacterFacts.isEmojiPresentation(scalar)
                    ? base ? .emojiModifierBase : .emojiPictograph : base ? .textModifierBase : .textPictograph
            } else if scalar == 0x2A {
                self = .keycapSign
            } else {
                self = CharacterFacts.isWhiteSpace(scalar) ? .otherSpace : .other
            }
        }
    }

    private init(ignorable scalar: UInt32) {
        switch scalar {
        case 0xFE0E: self = .textSelector
        case 0xFE0F: self = .emojiSelector
        case 0x20E3: self = .keycapMark
        case 0xE0020...0xE007E: self = .tag
        case 0xE007F: self = .tagEnd
        default:
            self =
                CharacterFacts.isEmojiModifier(scalar)
                ? .emojiModifier : CharacterFacts.isComplexContext(scalar) ? .complexMark : .ignorable
        }
    }
}
