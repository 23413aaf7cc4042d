/// What is said of Arabic characters, one bit a fact: the one statement of every set but the marks'.
///
/// The sets are lists of code points and not questions to ICU: most are of Arabic grammar, which Unicode does not know,
/// and a fact must not change with the version of ICU. Those that Unicode does know are tested against it.
struct ArabicCharacterClass: OptionSet, Sendable, Hashable {
    let rawValue: UInt32

    static let letter = ArabicCharacterClass(rawValue: 1 << 0)
    static let mark = ArabicCharacterClass(rawValue: 1 << 1)
    static let tanwin = ArabicCharacterClass(rawValue: 1 << 2)
    static let shortVowel = ArabicCharacterClass(rawValue: 1 << 3)
    static let shadda = ArabicCharacterClass(rawValue: 1 << 4)
    static let sukun = ArabicCharacterClass(rawValue: 1 << 5)
    static let tatweel = ArabicCharacterClass(rawValue: 1 << 6)
    static let hamza = ArabicCharacterClass(rawValue: 1 << 7)
    static let alefLike = ArabicCharacterClass(rawValue: 1 << 8)
    static let wawLike = ArabicCharacterClass(rawValue: 1 << 9)
    static let yehLike = ArabicCharacterClass(rawValue: 1 << 10)
    static let tehLike = ArabicCharacterClass(rawValue: 1 << 11)
    static let weakLetter = ArabicCharacterClass(rawValue: 1 << 12)
    static let moonLetter = ArabicCharacterClass(rawValue: 1 << 13)
    static let sunLetter = ArabicCharacterClass(rawValue: 1 << 14)
    static let smallLetter = ArabicCharacterClass(rawValue: 1 << 15)
    static let lamAlef = ArabicCharacterClass(rawValue: 1 << 16)
    static let arabicIndicDigit = ArabicCharacterClass(rawValue: 1 << 17)
    static let extendedDigit = ArabicCharacterClass(rawValue: 1 << 18)
    static let punctuation = ArabicCharacterClass(rawValue: 1 << 19)
    static let block = ArabicCharacterClass(rawValue: 1 << 20)
    /// U+200C and U+200D, which stand inside words and are no characters of theirs.
    static let joiner = ArabicCharacterClass(rawValue: 1 << 21)

    /// Vowel signs: all of ``tashkeel`` but shadda, which says nothing of a vowel.
    static let haraka: ArabicCharacterClass = [.tanwin, .shortVowel, .sukun]
    /// The same eight as ``ArabicMarks/harakat``.
    static let tashkeel: ArabicCharacterClass = [.haraka, .shadda]
    static let digit: ArabicCharacterClass = [.arabicIndicDigit, .extendedDigit]

    /// The code points of each single fact.
    static let table: [(fact: ArabicCharacterClass, ranges: [ClosedRange<UInt32>])] = [
        (.letter, letters),
        (.mark, ArabicMarks.all.ranges),
        (.tanwin, ArabicMarks.tanwin.ranges),
        (.shortVowel, ArabicMarks.shortVowels.ranges),
        (.shadda, ArabicMarks.shadda.ranges),
        (.sukun, ArabicMarks.sukun.ranges),
        (.tatweel, [ArabicLetters.tatweel...ArabicLetters.tatweel]),
        (.hamza, [0x0621...0x0621, 0x0623...0x0626, 0x0654...0x0655]),
        (.alefLike, [0x0622...0x0623, 0x0625...0x0625, 0x0627...0x0627, 0x0649...0x0649, 0x0670...0x0671]),
        (.wawLike, [0x0624...0x0624, 0x0648...0x0648, 0x06E5...0x06E5]),
        (.yehLike, [0x0626...0x0626, 0x0649...0x064A, 0x06E6...0x06E6]),
        (.tehLike, [0x0629...0x062A]),
        (.weakLetter, [0x0627...0x0627, 0x0648...0x064A]),
        (
            .moonLetter,
            [
                0x0621...0x0623, 0x0625...0x0625, 0x0627...0x0628, 0x062C...0x062E, 0x0639...0x063A, 0x0641...0x0643,
                0x0645...0x0645, 0x0647...0x0648, 0x064A...0x064A,
            ]
        ),
        (.sunLetter, [0x062A...0x062B, 0x062F...0x0638, 0x0644...0x0644, 0x0646...0x0646]),
        (.smallLetter, [0x0670...0x0670, 0x06E5...0x06E6]),
        (.lamAlef, [0xFEF5...0xFEFC]),
        (.arabicIndicDigit, [0x0660...0x0669]),
        (.extendedDigit, [0x06F0...0x06F9]),
        (
            .punctuation,
            [
                0x0609...0x060A, 0x060C...0x060D, 0x061B...0x061B, 0x061D...0x061F, 0x066A...0x066D, 0x06D4...0x06D4,
                0xFD3E...0xFD3F, 0x10ED0...0x10ED0,
            ]
        ),
        (.block, blocks),
        (.joiner, [0x200C...ArabicLetters.zeroWidthJoiner]),
    ]

    /// Lo and Lm of the Arabic blocks up to Unicode 17, but tatweel, the spacing forms of marks (U+FC5E–FC63,
    /// U+FCF2–FCF4, U+FE70–FE7F) and the symbols of formulas (U+1EE00–1EEFF): none of them is a letter of a word.
    private static let letters: [ClosedRange<UInt32>] = [
        0x0620...0x063F, 0x0641...0x064A, 0x066E...0x066F, 0x0671...0x06D3, 0x06D5...0x06D5, 0x06E5...0x06E6,
        0x06EE...0x06EF, 0x06FA...0x06FC, 0x06FF...0x06FF, 0x0750...0x077F, 0x0870...0x0887, 0x0889...0x088F,
        0x08A0...0x08C9, 0xFB50...0xFBB1, 0xFBD3...0xFC5D, 0xFC64...0xFCF1, 0xFCF5...0xFD3D, 0xFD50...0xFD8F,
        0xFD92...0xFDC7, 0xFDF0...0xFDFB, 0xFE80...0xFEFC, 0x10EC2...0x10EC7,
    ]

    /// The blocks whose names begin with "Arabic".
    private static let blocks: [ClosedRange<UInt32>] = [
        0x0600...0x06FF, 0x0750...0x077F, 0x0870...0x08FF, 0xFB50...0xFDFF, 0xFE70...0xFEFF, 0x10EC0...0x10EFF,
        0x1EE00...0x1EEFF,
    ]

    private static let facts = ScalarTable<UInt32> { scalar in
        var facts: ArabicCharacterClass = []
        for row in table where row.ranges.contains(where: { $0.contains(scalar) }) { facts.formUnion(row.fact) }
        return facts.rawValue
    }

    /// All that is said of a scalar value. A look-up.
    init(of scalar: UInt32) { self.init(rawValue: Self.facts[scalar]) }

    init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Whether one of `facts` is said.
    func has(_ facts: ArabicCharacterClass) -> Bool { !isDisjoint(with: facts) }
}
