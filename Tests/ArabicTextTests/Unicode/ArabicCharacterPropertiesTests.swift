import ArabicText
import Support
import Testing

@Suite struct ArabicCharacterPropertiesTests {
    typealias Fact = @Sendable (ArabicCharacterProperties) -> Bool

    /// The code points of all blocks whose names begin with "Arabic".
    static let blocks: [ClosedRange<UInt32>] = [
        0x0600...0x06FF, 0x0750...0x077F, 0x0870...0x08FF, 0xFB50...0xFDFF, 0xFE70...0xFEFF, 0x10EC0...0x10EFF,
        0x1EE00...0x1EEFF,
    ]

    /// PyArabic's columns that a property gives exactly.
    static let covered: [(column: String, fact: Fact)] = [
        ("is_sukun", { $0.isSukun }),
        ("is_shadda", { $0.isShadda }),
        ("is_tatweel", { $0.isTatweel }),
        ("is_tanwin", { $0.isTanwin }),
        ("is_tashkeel", { $0.isTashkeel }),
        ("is_haraka", { $0.isHaraka }),
        ("is_shortharaka", { $0.isShortHaraka }),
        ("is_hamza", { $0.isHamza }),
        ("is_alef", { $0.isAlefLike }),
        ("is_yehlike", { $0.isYehLike }),
        ("is_wawlike", { $0.isWawLike }),
        ("is_teh", { $0.isTehLike }),
        ("is_small", { $0.isSmallLetter }),
        ("is_weak", { $0.isWeakLetter }),
        ("is_moon", { $0.isMoonLetter }),
        ("is_sun", { $0.isSunLetter }),
    ]

    /// Columns that a property gives and adds to: PyArabic's lists lack the final forms, and the blocks of 2010 and later.
    static let widened: [(column: String, fact: Fact, added: [UInt32])] = [
        ("is_ligature", { $0.isLamAlef }, [0xFEF6, 0xFEF8, 0xFEFA, 0xFEFC]),
        ("is_arabicrange", { $0.isInArabicBlock }, Array(0x0870...0x08FF)),
    ]

    /// Columns that no property gives, and why.
    static let left: [(column: String, reason: String)] = [
        (
            "is_arabicstring",
            "U+0600–0652, digits and three of eight ligatures: unassigned, signs and letters alike, without U+0653–06EF"
        ),
        (
            "is_arabicword",
            "a rule of spelling for words; a single U+0600 or U+0640 is one, U+0624 and U+0671 are none"
        ),
    ]

    static func rows() throws -> (columns: [String], rows: [(scalar: UInt32, answers: [Bool])]) {
        let rows = Gold.rows(try Gold.bundledBytes("Data/pyarabic/codepoints.tsv")).map { row in
            row.map { String(decoding: $0, as: UTF8.self) }
        }
        let answers = rows.dropFirst().map { row in
            (scalar: UInt32(row[0], radix: 16) ?? 0, answers: row.dropFirst().map { $0 == "1" })
        }
        return (Array(rows[0].dropFirst()), answers)
    }

    @Test func everyColumnIsCoveredOrNamed() throws {
        let named = Self.covered.map(\.column) + Self.widened.map(\.column) + Self.left.map(\.column)
        let (columns, rows) = try Self.rows()
        #expect(columns.sorted() == named.sorted())
        #expect(rows.count == 1_280)
        #expect(Self.left.allSatisfy { !$0.reason.isEmpty })
    }

    @Test(arguments: covered.indices)
    func equalsPyArabic(_ index: Int) throws {
        let (column, fact) = Self.covered[index]
        try expect(column: column, fact: fact, added: [])
    }

    @Test(arguments: widened.indices)
    func addsToPyArabic(_ index: Int) throws {
        let (column, fact, added) = Self.widened[index]
        try expect(column: column, fact: fact, added: added)
    }

    /// Expects a fact of the column's code points and of those added, and of no other scalar up to U+FFFF.
    func expect(column: String, fact: Fact, added: [UInt32]) throws {
        let (columns, rows) = try Self.rows()
        let place = try #require(columns.firstIndex(of: column))
        var expected = Set(rows.filter { $0.answers[place] }.map(\.scalar))
        #expect(!expected.isEmpty)
        #expect(expected.isDisjoint(with: added))
        expected.formUnion(added)
        for scalar in (UInt32(0)...0xFFFF).compactMap(Unicode.Scalar.init) {
            if fact(scalar.arabic) == expected.contains(scalar.value) { continue }
            Issue.record("\(column) of \(scalar.escaped(asASCII: true))")
        }
    }

    /// The lists of letters and of punctuation against Unicode's categories, as far as this Swift knows the character.
    @Test func categories() {
        let spacingMarks: [ClosedRange<UInt32>] = [0xFC5E...0xFC63, 0xFCF2...0xFCF4, 0xFE70...0xFE7F]
        var letters = 0
        for scalar in Self.blocks.joined().compactMap(Unicode.Scalar.init) {
            let category = scalar.properties.generalCategory
            if category == .unassigned { continue }
            let isExcluded =
                scalar.value == 0x0640 || scalar.value >= 0x1EE00
                || spacingMarks.contains { $0.contains(scalar.value) }
            let isLetter = [.otherLetter, .modifierLetter].contains(category) && !isExcluded
            #expect(scalar.arabic.isLetter == isLetter, "\(scalar.escaped(asASCII: true))")
            let isPunctuation = [.otherPunctuation, .openPunctuation, .closePunctuation].contains(category)
            #expect(scalar.arabic.isPunctuation == isPunctuation, "\(scalar.escaped(asASCII: true))")
            #expect(scalar.arabic.isDigit == (category == .decimalNumber), "\(scalar.escaped(asASCII: true))")
            #expect(scalar.arabic.isMark == (category == .nonspacingMark), "\(scalar.escaped(asASCII: true))")
            #expect(scalar.arabic.isInArabicBlock)
            letters += isLetter ? 1 : 0
        }
        #expect(letters > 950)
    }

    /// Nothing is said of a character outside the blocks, all of which are below U+20000, and of the others one thing at
    /// most of these.
    @Test func partition() {
        for value in UInt32(0)...0x1FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let arabic = scalar.arabic
            let kinds = [
                arabic.isLetter, arabic.isMark, arabic.isTatweel, arabic.isArabicIndicDigit,
                arabic.isExtendedArabicIndicDigit, arabic.isPunctuation,
            ].count { $0 }
            if kinds > (arabic.isInArabicBlock ? 1 : 0) { Issue.record("\(scalar.escaped(asASCII: true))") }
        }
    }

    @Test func marks() {
        for value in UInt32(0x0600)...0x06FF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            #expect(scalar.arabic.markClass == ArabicMarks(of: scalar))
            #expect(scalar.arabic.isMark == !ArabicMarks(of: scalar).isEmpty)
            #expect(scalar.arabic.isTashkeel == !ArabicMarks.harakat.isDisjoint(with: ArabicMarks(of: scalar)))
            #expect(scalar.arabic.isShortVowel == (scalar.arabic.markClass == .shortVowels))
        }
    }
}
