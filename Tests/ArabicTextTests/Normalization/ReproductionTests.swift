import ArabicText
import Support
import Testing

/// Profiles that reproduce other programs give what these print. `Tests/Data/{camel,pyarabic}/README.md` tell how the
/// data was made.
@Suite struct ReproductionTests {
    /// A function of another program as a column of the data, and the profile that gives its output exactly.
    struct Column: Sendable, CustomTestStringConvertible {
        let program: String
        let name: String
        let profile: NormalizationProfile

        init(_ program: String, _ name: String, _ change: (inout NormalizationProfile) -> Void) {
            var profile = NormalizationProfile()
            change(&profile)
            (self.program, self.name, self.profile) = (program, name, profile)
        }

        var testDescription: String { "\(program) \(name)" }
    }

    /// What each function makes of a code point alone.
    static let covered: [Column] = [
        Column("camel", "normalize_unicode_nfkc") {
            $0.form = .nfkc
            $0.honorifics = .expand
        },
        Column("camel", "normalize_unicode_nfc") { $0.form = .nfc },
        Column("camel", "normalize_alef_ar") { $0.alef = .all },
        Column("camel", "normalize_alef_maksura_ar") { $0.alefMaqsura = .fold },
        Column("camel", "normalize_teh_marbuta_ar") { $0.tehMarbuta = .heh },
        Column("camel", "dediac_ar") { $0.removedMarks = [.harakat, .daggerAlef] },
        Column("camel", "charmap_arclean") { $0 = .camelArclean },
        Column("camel", "chain_alone") { $0 = .camel },
        Column("pyarabic", "strip_harakat") { $0.removedMarks = .harakat.subtracting(.shadda) },
        Column("pyarabic", "strip_tashkeel") { $0.removedMarks = .harakat },
        Column("pyarabic", "strip_tatweel") { $0.tatweel = .remove },
        Column("pyarabic", "strip_shadda") { $0.removedMarks = .shadda },
        // Its list is the marks of the block U+0600–06FF, hamza marks among them.
        Column("pyarabic", "strip_diacritics") { $0.removedMarks = .all.subtracting(.extendedMarks) },
        Column("pyarabic", "normalize_teh") { $0.tehMarbuta = .heh },
        Column("pyarabic", "trans_normalize_digits_all_west") { $0.digits = .ascii },
        Column("pyarabic", "searchtext_alone") { $0 = .pyarabic },
    ]

    /// The same between two letters beh.
    static let coveredBetweenLetters: [Column] = [
        Column("camel", "chain_b_x_b") { $0 = .camel },
        Column("pyarabic", "searchtext_b_x_b") { $0 = .pyarabic },
    ]

    /// Functions that change text and that no profile gives exactly, and why. The transliterations `charmap_ar2…` are
    /// held to CAMeL Tools in `TransliterationTests`, and PyArabic's `is_…` in `ArabicCharacterPropertiesTests`.
    static let left: [(program: String, name: String, reason: String)] = [
        ("camel", "simple_word_tokenize_b_x_b", "cuts words; the library has its own rule sets"),
        ("pyarabic", "tokenize_b_x_b", "cuts words, at U+0653 and U+06DF too"),
        ("pyarabic", "strip_lastharaka", "deletes harakat at the end of a word only"),
        ("pyarabic", "strip_small", "deletes U+0670, U+06E5 and U+06E6, but not U+06E7 and U+06E8"),
        ("pyarabic", "reduce_tashkeel", "keeps the vowels that a reader cannot guess"),
        ("pyarabic", "normalize_ligature", "unfolds U+FEF5, FEF7, FEF9 and FEFB only, without hamza"),
        ("pyarabic", "normalize_hamza", "writes every letter with hamza as U+0621, and U+0622 as two of them"),
        ("pyarabic", "normalize_hamza_tasheel", "writes a hamza mark as a letter alef"),
        ("pyarabic", "normalize_alef", "writes U+0649 and U+0670 as U+0627, except beside each other"),
    ]

    @Test(arguments: covered)
    func alone(_ column: Column) throws {
        try Self.check(column) { [$0] }
    }

    /// No function of one code point in the list looks beside it, and neither do the steps.
    @Test(arguments: covered.filter { !$0.name.contains("alone") })
    func betweenLettersAsAlone(_ column: Column) throws {
        try Self.check(column) {
            [0x0628, $0, 0x0628]
        } expecting: {
            [0x0628] + $0 + [0x0628]
        }
    }

    @Test(arguments: coveredBetweenLetters)
    func betweenLetters(_ column: Column) throws {
        try Self.check(column) { [0x0628, $0, 0x0628] }
    }

    /// Texts of up to 16 code points, drawn at random with letters, marks and invisible characters often.
    @Test(arguments: [
        Column("camel", "chain") { $0 = .camel }, Column("camel", "charmap_arclean") { $0 = .camelArclean },
        Column("pyarabic", "normalize_searchtext") { $0 = .pyarabic },
    ])
    func texts(_ column: Column) throws {
        let (columns, rows) = try Self.table("\(column.program)/strings.tsv")
        let index = try #require(columns.firstIndex(of: column.name))
        let normalizer = try ArabicNormalizer(column.profile)
        #expect(rows.count == 250)
        for row in rows {
            let actual = try normalizer.bytes(utf8(row[0]))
            #expect(actual == utf8(row[index]), "\(escaped(utf8(row[0]))) gives \(escaped(actual))")
        }
    }

    /// Every column is either held to a profile or named with a reason.
    @Test(arguments: ["camel", "pyarabic"])
    func noColumnIsForgotten(_ program: String) throws {
        let columns = try Self.table("\(program)/normalization.tsv").columns.dropFirst()
        let checked = (Self.covered + Self.coveredBetweenLetters).filter { $0.program == program }.map(\.name)
        #expect(Array(columns) == checked)
        #expect(Set(checked).isDisjoint(with: Self.left.filter { $0.program == program }.map(\.name)))
    }

    private static func check(
        _ column: Column, text: (UInt32) -> [UInt32], expecting: ([UInt32]) -> [UInt32] = { $0 }
    ) throws {
        let (columns, rows) = try table("\(column.program)/normalization.tsv")
        let index = try #require(columns.firstIndex(of: column.name))
        let normalizer = try ArabicNormalizer(column.profile)
        #expect(rows.count == 1_280)
        for row in rows {
            let text = utf8(text(row[0][0]))
            let actual = try normalizer.bytes(text)
            #expect(actual == utf8(expecting(row[index])), "\(escaped(text)) gives \(escaped(actual))")
        }
    }

    /// The names in the first row, and the fields of the others as scalars.
    private static func table(_ path: String) throws -> (columns: [String], rows: [[[UInt32]]]) {
        let rows = Gold.rows(try Gold.bundledBytes("Data/\(path)")).map { row in
            row.map { String(decoding: $0, as: UTF8.self) }
        }
        let scalars = rows.dropFirst().map { row in
            row.map { field in field == "EMPTY" ? [] : field.split(separator: " ").compactMap { UInt32($0, radix: 16) }
            }
        }
        return (rows[0], scalars)
    }
}

/// Invariant 2, as far as it holds for reproductions: they promise what the original does, and no more.
@Suite struct ReproductionIdempotenceTests {
    /// They map single code points to what they leave alone, and have no form.
    @Test(arguments: [("lucene", NormalizationProfile.lucene), ("pyarabic", NormalizationProfile.pyarabic)])
    func idempotent(_ name: String, _ profile: NormalizationProfile) throws {
        let normalizer = try ArabicNormalizer(profile)
        for scalar in scalarValues(every: 31) {
            let once = try normalizer.bytes(utf8([scalar]))
            try #require(try normalizer.bytes(once) == once, "\(name): \(escaped(utf8([scalar])))")
        }
        for text in NormalizationInvariantTests.randomTexts(5_000, every: 5, seed: 21) {
            let once = try normalizer.bytes(text)
            try #require(try normalizer.bytes(once) == once, "\(name): \(escaped(text))")
        }
    }

    /// NFKC comes first: what a fold or a deletion brings together composes only at the next run.
    @Test(arguments: [
        // A hamza below and one above: the alef takes one, and is bare when the other is left.
        ("\u{627}\u{655}\u{654}", "\u{627}\u{654}", "\u{627}"),
        // Alef maqsura takes no hamza, but the yeh that it has become does.
        ("\u{649}\u{654}", "\u{64A}\u{654}", "\u{626}"),
    ])
    func camelIsNotIdempotent(_ text: String, _ once: String, _ twice: String) throws {
        let normalizer = try ArabicNormalizer(.camel)
        #expect(try normalizer.bytes(Array(text.utf8)) == Array(once.utf8))
        #expect(try normalizer.bytes(Array(once.utf8)) == Array(twice.utf8))
    }

    /// Reversed pilcrow becomes a pilcrow, which the map does not know and deletes. Nothing else differs.
    @Test func camelArcleanIsIdempotentButForOneSign() throws {
        let normalizer = try ArabicNormalizer(.camelArclean)
        for scalar in scalarValues(every: 31) {
            let once = try normalizer.bytes(utf8([scalar]))
            let twice = try normalizer.bytes(once)
            #expect(twice == (scalar == 0x204B ? [] : once), "\(escaped(utf8([scalar])))")
        }
        #expect(try normalizer.bytes(utf8([0x204B])) == utf8([0xB6]))
    }
}
