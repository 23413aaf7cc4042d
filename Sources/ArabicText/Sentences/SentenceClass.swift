private import CICUShims

/// What a scalar value is to the rules of sentences.
enum SentenceClass: UInt8 {
    /// White_Space, and those of it that end a line.
    case space, lineEnd
    /// What belongs to the scalar before it and changes nothing: marks, format controls, tatweel.
    case ignorable
    /// Letters: of the Arabic script; small Latin ones; any other.
    case arabicLetter, smallLetter, letter
    /// A decimal digit of any script.
    case digit
    /// Ends that other characters may hold up: full stops, ellipses, exclamation and question marks.
    case dot, ellipsis, mark
    /// An end that stands for nothing else.
    case stop
    /// Ends by option.
    case semicolon, verseSign
    case opener, closer
    /// U+FD3F and U+FD3E, which enclose quotations of the Quran and numbers of verses.
    case ornateOpener, ornateCloser
    /// A quotation mark that opens and closes; one that is an apostrophe too.
    case quote, apostrophe
    /// After these a sentence goes on; after a colon if no white space comes before it.
    case comma, colon
    case slash
    /// Joins letters to one word.
    case joiner
    /// What may stand before the text of an item of a list.
    case bullet
    /// Any other ASCII character, and anything else.
    case symbol, other

    /// The class of every scalar value as a raw value, found by page.
    static let table = ScalarTable<UInt8> { SentenceClass(scalar: $0).rawValue }

    /// The code points of the classes that are lists: the one statement of what ends a sentence.
    static let lists: [(Self, [ClosedRange<UInt32>])] = [
        (.lineEnd, [0x0A...0x0D, 0x85...0x85, 0x2028...0x2029]),
        (.ignorable, [0x640...0x640, 0x200B...0x200B]),
        (.dot, [0x2E...0x2E, 0x2024...0x2024, 0xFE52...0xFE52, 0xFF0E...0xFF0E]),
        (.ellipsis, [0x2025...0x2026]),
        (.mark, [0x21...0x21, 0x3F...0x3F, 0x203C...0x203D, 0x2047...0x2049]),
        (
            .stop,
            [0x61D...0x61F, 0x6D4...0x6D4, 0x3002...0x3002, 0xFF01...0xFF01, 0xFF1F...0xFF1F, 0xFF61...0xFF61]
        ),
        (.semicolon, [0x61B...0x61B]),
        (.verseSign, [0x6DD...0x6DD, 0x8E2...0x8E2]),
        (.ornateOpener, [0xFD3F...0xFD3F]),
        (.ornateCloser, [0xFD3E...0xFD3E]),
        (
            .opener,
            [
                0x28...0x28, 0x5B...0x5B, 0x7B...0x7B, 0xAB...0xAB, 0x2018...0x2018, 0x201A...0x201A, 0x201C...0x201C,
                0x201E...0x201E, 0x2039...0x2039, 0x3008...0x3008, 0x300A...0x300A, 0x300C...0x300C, 0x300E...0x300E,
                0x3010...0x3010, 0xFF08...0xFF08, 0xFF3B...0xFF3B,
            ]
        ),
        (
            .closer,
            [
                0x29...0x29, 0x5D...0x5D, 0x7D...0x7D, 0xBB...0xBB, 0x201D...0x201D, 0x203A...0x203A, 0x3009...0x3009,
                0x300B...0x300B, 0x300D...0x300D, 0x300F...0x300F, 0x3011...0x3011, 0xFF09...0xFF09, 0xFF3D...0xFF3D,
            ]
        ),
        (.quote, [0x22...0x22, 0xFF02...0xFF02]),
        (.apostrophe, [0x27...0x27, 0x2019...0x2019]),
        (.comma, [0x2C...0x2C, 0x3B...0x3B, 0x60C...0x60C, 0x3001...0x3001, 0xFF0C...0xFF0C, 0xFF1B...0xFF1B]),
        (.colon, [0x3A...0x3A, 0xFF1A...0xFF1A]),
        (.slash, [0x2F...0x2F]),
        (.joiner, [0x2D...0x2D, 0x5F...0x5F, 0x2010...0x2011]),
        (
            .bullet,
            [
                0x2A...0x2A, 0xB7...0xB7, 0x2013...0x2015, 0x2022...0x2023, 0x25AA...0x25AB, 0x25CB...0x25CB,
                0x25CF...0x25CF, 0x25E6...0x25E6,
            ]
        ),
        (.smallLetter, [0x61...0x7A, 0xDF...0xF6, 0xF8...0xFF]),
    ]

    /// Classifies a scalar value up to U+10FFFF.
    init(scalar: UInt32) {
        if let list = Self.lists.first(where: { $0.1.contains { $0.contains(scalar) } }) {
            self = list.0
        } else if CharacterFacts.isWhiteSpace(scalar) {
            self = .space
        } else if [ATS_WB_EXTEND, ATS_WB_FORMAT, ATS_WB_ZWJ].contains(CharacterFacts.wordBreak(scalar)) {
            self = .ignorable
        } else if CharacterFacts.decimalDigit(scalar) != nil {
            self = .digit
        } else if CharacterFacts.isAlphabetic(scalar) {
            self = CharacterFacts.isArabic(scalar) ? .arabicLetter : .letter
        } else {
            self = scalar < 0x80 ? .symbol : .other
        }
    }

    /// Whether it is a letter that is not Arabic.
    var isForeignLetter: Bool { self == .smallLetter || self == .letter }

    /// Whether it may stand on both sides of an end inside an address, a formula or a line of code.
    var isTechnical: Bool {
        switch self {
        case .smallLetter, .letter, .digit, .symbol, .slash, .joiner: true
        default: false
        }
    }
}
