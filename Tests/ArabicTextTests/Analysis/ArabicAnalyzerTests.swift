import ArabicText
import Support
import Testing

@Suite struct ArabicAnalyzerTests {
    static func terms(_ analyzer: ArabicAnalyzer, _ text: [UInt8]) -> [UInt8] {
        var terms: [[UInt8]] = []
        analyzer.forEachTerm(in: text.span) { term, _ in terms.append(term.indices.map { term[$0] }) }
        return Array(terms.joined(separator: [0x20]))
    }

    @Test func articleHasLucenesTerms() throws {
        let analyzer = try ArabicAnalyzer(.lucene)
        let expected = Gold.lines(try Gold.bundledBytes("Data/lucene/article.terms.txt"))
        let lines = Gold.lines(try Gold.file(Gold.repository + "/Corpus/article.txt"))
        #expect(lines.count == expected.count)
        for (line, expected) in zip(lines, expected) { #expect(Self.terms(analyzer, line) == expected) }
    }

    /// Lucene's own tests of its normalisation filter.
    @Test func normalizationPairsOfLucene() throws {
        let normalizer = try ArabicNormalizer(.lucene)
        var count = 0
        for row in Gold.rows(try Gold.bundledBytes("Data/lucene/lucene_test_pairs.tsv"))
        where row[0] == Array("normalization".utf8) {
            count += 1
            #expect(try normalizer.bytes(row[1]) == row[2])
        }
        #expect(count > 10)
    }

    /// Lucene's own tests of its analyser, but for the one with a stop list of its own.
    @Test func analyzerPairsOfLucene() throws {
        let analyzer = try ArabicAnalyzer(.lucene)
        var count = 0
        for row in Gold.rows(try Gold.bundledBytes("Data/lucene/lucene_test_pairs.tsv"))
        where row[0] == Array("analyzer".utf8) {
            count += 1
            #expect(Self.terms(analyzer, row[1]) == row[2], "\(escaped(row[1]))")
        }
        #expect(count > 3)
    }

    @Test func ownStopWordsAndUnstemmedWords() throws {
        var settings = AnalyzerSettings.lucene
        settings.stopWords = StopWords(["the", "and", "a"])
        #expect(
            try ArabicAnalyzer(settings).terms(in: "The quick brown fox.").map(\.text) == ["quick", "brown", "fox"])
        settings.unstemmedWords = StopWords(["\u{633}\u{627}\u{647}\u{62F}\u{647}\u{627}\u{62A}"])
        let word = "\u{633}\u{627}\u{647}\u{62F}\u{647}\u{627}\u{62A}"
        #expect(try ArabicAnalyzer(settings).terms(in: word).map { Array($0.text.utf8) } == [Array(word.utf8)])
    }

    @Test func rangesKindsAndPositions() throws {
        let text = "\u{642}\u{627}\u{644} \u{641}\u{64A} 12 Ab."
        let terms = try ArabicAnalyzer(.lucene).terms(in: text)
        // The second word is a stop word: it leaves a gap.
        #expect(terms.map(\.position) == [0, 2, 3])
        #expect(terms.map(\.range) == [0..<6, 12..<14, 15..<17])
        #expect(terms.map(\.kind) == [.arabic, .number, .word])
        #expect(terms.map(\.text) == ["\u{642}\u{627}\u{644}", "12", "ab"])
    }

    @Test func expandedLigatureBecomesWordsOfOneRange() throws {
        var settings = AnalyzerSettings.search
        settings.profileBeforeStopWords.honorifics = .expand
        settings.stopWords = .none
        settings.stemmer = .none
        let terms = try ArabicAnalyzer(settings).terms(in: "a \u{FDFA} b")
        #expect(terms.map(\.range) == [0..<1, 2..<5, 2..<5, 2..<5, 2..<5, 6..<7])
        #expect(terms.map(\.position) == [0, 1, 2, 3, 4, 5])
        #expect(terms.allSatisfy { !$0.text.isEmpty && !$0.text.contains(" ") })
    }

    /// No analyser emits an empty term, or one with white space.
    @Test(arguments: AnalyzerSettings.presets.indices)
    func neverAnEmptyTerm(_ index: Int) throws {
        let analyzer = try ArabicAnalyzer(AnalyzerSettings.presets[index].settings)
        var random = RandomText(seed: 41)
        for _ in 0..<1_000 {
            var text = utf8(random.next(longest: 30))
            text.insert(UInt8(random.number(in: 0...255)), at: random.number(in: 0...text.count))
            var end = 0
            analyzer.forEachTerm(in: text.span) { term, token in
                #expect(term.count > 0 && !term.indices.contains { term[$0] == 0x20 })
                #expect(token.range.upperBound <= text.count && token.range.upperBound >= end)
                end = token.range.lowerBound
            }
        }
    }

    /// A token has ill-formed bytes where U+200D joins an emoji to them; a term has none.
    @Test(arguments: [
        AnalyzerSettings(rules: .unicode), AnalyzerSettings(rules: .search, profileAfterStopWords: .lucene),
    ])
    func illFormedBytesOfATokenAreReplaced(_ settings: AnalyzerSettings) throws {
        let text: [UInt8] = [0x91] + Array("\u{200D}\u{1F469}".utf8)
        var terms: [[UInt8]] = []
        try ArabicAnalyzer(settings).forEachTerm(in: text.span) { term, token in
            terms.append(term.indices.map { term[$0] })
            #expect(token.range == 0..<8)
        }
        #expect(terms == [Array("\u{FFFD}\u{200D}\u{1F469}".utf8)])
    }

    /// Vocalised, stretched and bare spelling give one term.
    @Test func searchMeetsEverySpelling() throws {
        let analyzer = try ArabicAnalyzer(.search)
        let spellings = [
            "\u{627}\u{644}\u{639}\u{631}\u{628}\u{64A}\u{629}",
            "\u{627}\u{644}\u{639}\u{64E}\u{631}\u{64E}\u{628}\u{650}\u{64A}\u{651}\u{64E}\u{629}",
            "\u{627}\u{644}\u{639}\u{640}\u{640}\u{631}\u{628}\u{64A}\u{629}",
            "\u{627}\u{644}\u{639}\u{631}\u{628}\u{6CC}\u{6C3}",
            "\u{200F}\u{627}\u{644}\u{639}\u{631}\u{628}\u{64A}\u{629}\u{200F}",
        ]
        let results = spellings.map { analyzer.terms(in: $0).map { Array($0.text.utf8) } }
        #expect(results.allSatisfy { $0 == results[0] && $0.count == 1 })
    }

    /// The passes of a profile run here too.
    @Test func elongationOfAProfile() throws {
        var settings = AnalyzerSettings.search
        settings.profileBeforeStopWords.elongation = .one
        settings.stemmer = .none
        let analyzer = try ArabicAnalyzer(settings)
        let terms = analyzer.terms(in: "\u{62C}\u{645}\u{64A}\u{64A}\u{64A}\u{64A}\u{644}").map { Array($0.text.utf8) }
        #expect(terms == [Array("\u{62C}\u{645}\u{64A}\u{644}".utf8)])
    }

    @Test func normalFormOfAQueryTerm() throws {
        let form = try ArabicAnalyzer(.lucene).normalForm(
            of: "\u{627}\u{644}\u{623}\u{648}\u{644}\u{64E}\u{649} 3A\u{663}")
        #expect(Array(form.utf8) == Array("\u{627}\u{644}\u{627}\u{648}\u{644}\u{64A} 3a3".utf8))
    }
}

/// Every word of a vocabulary through every filter of Lucene.
@Suite struct LuceneVocabularyTests {

    private func check(_ rows: [[[UInt8]]]) throws {
        let filters = try ArabicNormalizer(.luceneTokenFilters)
        var digitsOnly = NormalizationProfile()
        digitsOnly.digits = .asciiFromAllScripts
        let digits = try ArabicNormalizer(digitsOnly)
        let normalizer = try ArabicNormalizer(.lucene)
        var withoutStopWords = AnalyzerSettings.lucene
        withoutStopWords.stopWords = .none
        let all = try ArabicAnalyzer(withoutStopWords)
        let analyzer = try ArabicAnalyzer(.lucene)
        for row in rows.dropFirst() {
            let word = row[0]
            func column(_ index: Int) -> [UInt8] { index < row.count ? row[index] : [] }
            let normStem = stem(try normalizer.bytes(try filters.bytes(word)), .light10)
            let actual = [
                try digits.bytes(word), try normalizer.bytes(word), stem(word, .light10), normStem,
                ArabicAnalyzerTests.terms(all, word), ArabicAnalyzerTests.terms(analyzer, word),
            ]
            for (index, value) in actual.enumerated() where value != column(index + 1) {
                Issue.record(
                    "\(escaped(word)), column \(index + 1): \(escaped(value)), not \(escaped(column(index + 1)))")
            }
        }
    }

    @Test func sampleOfOwnWords() throws {
        try check(Gold.rows(try Gold.bundledBytes("Data/publishable/fuzz_lucene_snowball.sample.tsv")))
    }

    @Test(.needsGold) func allOwnWords() throws {
        try check(Gold.rows(try Gold.bytes("publishable/fuzz_lucene_snowball.tsv")))
    }

    @Test(.needsGold) func vocabulary() throws {
        let rows = Gold.rows(try Gold.bytes("lucene/vocabulary.tsv"))
        #expect(rows.count == 29_306)
        try check(rows)
    }
}

/// The analyser `search`: its stemmer reads letters that its profile keeps.
@Suite struct SearchAnalyzerTests {
    private static func terms(_ text: String, _ settings: AnalyzerSettings = .search) throws -> [String] {
        try ArabicAnalyzer(settings).terms(in: text).map(\.text)
    }

    @Test(arguments: [
        ("والمدرسة", "مدرسة"), ("كُتُبِهِم", "كتبهم"), ("أحمد", "احمد"), ("يكتبون", "كتبوا"), ("الله", "الله"),
        ("مَدْرَسَةٌ", "مدرســة"), ("المعلمين", "معلم"), ("الهدى", "هدى"), ("مسؤولية", "المسؤولية"),
    ])
    func meet(_ one: String, _ other: String) throws {
        let found = try Self.terms(one).map { Array($0.utf8) }
        #expect(found.count == 1)
        #expect(try Self.terms(other).map { Array($0.utf8) } == found)
    }

    /// What rivals cut down to other words.
    @Test(arguments: [
        ("الله", "له"), ("والدة", "ده"), ("ألمانيا", "مانيا"), ("بطاطس", "طاطس"), ("فهم", "هم"), ("واحد", "احد"),
    ])
    func stayApart(_ one: String, _ other: String) throws {
        var settings = AnalyzerSettings.search
        settings.stopWords = .none
        #expect(
            try Self.terms(one, settings).map { Array($0.utf8) } != Self.terms(other, settings).map { Array($0.utf8) })
    }

    /// For every analyser: vocalised and bare spelling give one term.
    @Test(arguments: AnalyzerSettings.presets.indices)
    func vocalizedIsBare(_ index: Int) throws {
        let analyzer = try ArabicAnalyzer(AnalyzerSettings.presets[index].settings)
        for (vocalized, bare) in [
            ("كِتَابٌ", "كتاب"), ("ٱلرَّحِيمِ", "الرحيم"), ("يَكْتُبُونَ", "يكتبون"), ("المُعَلِّمَاتُ", "المعلمات"), ("أَحْمَدُ", "أحمد"),
            ("وَالِدَةٌ", "والدة"), ("مَدْرَسَتُهُمْ", "مدرستهم"),
        ] where AnalyzerSettings.presets[index].name == "search" || !vocalized.unicodeScalars.contains("\u{671}") {
            let found = analyzer.terms(in: vocalized).map { Array($0.text.utf8) }
            #expect(found == analyzer.terms(in: bare).map { Array($0.text.utf8) })
        }
    }

    /// With another stemmer the letters are folded first, as by the profile `search`.
    @Test func otherStemmersReadFoldedLetters() throws {
        let settings = AnalyzerSettings.search.stemming(with: .light10)
        #expect(
            try Self.terms("أحمد والمدرسةِ", settings).map { Array($0.utf8) } == [
                Array("احمد".utf8), Array("مدرس".utf8),
            ])
        let guarded = AnalyzerSettings.search.stemming(with: .guardedWithoutBrokenPlurals)
        #expect(guarded.profileAfterStopWords == NormalizationProfile())
        #expect(AnalyzerSettings.lucene.stemming(with: .snowball).profileAfterStopWords == .lucene)
    }

    /// The beginning of a query word has the letters of stems.
    @Test func normalFormHasTheLettersOfStems() throws {
        let analyzer = try ArabicAnalyzer(.search)
        for (word, form) in [("أحم", "احم"), ("مسؤو", "مسءو"), ("الهدى", "الهدي"), ("ABC", "abc"), ("كِتا", "كتا")] {
            #expect(Array(analyzer.normalForm(of: word).utf8) == Array(form.utf8))
        }
    }

    @Test func addressesAndNumbersAreOneTerm() throws {
        let text = "راسلنا: Info@Example.com أو #اليوم_الوطني ١٢/٣/٢٠٢٤ بنسبة ١٢٪"
        #expect(
            try Self.terms(text).map { Array($0.utf8) }
                == ["راسل", "info@example.com", "#اليوم_الوطني", "12/3/2024", "نسبه", "12٪"].map { Array($0.utf8) })
    }
}
