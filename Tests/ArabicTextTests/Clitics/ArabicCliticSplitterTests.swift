import ArabicText
import Support
import Testing

/// Clitics: words beside their pieces, and what holds for any bytes.
@Suite struct ArabicCliticSplitterTests {
    private func pieces(_ word: String, _ scheme: CliticScheme) -> String {
        let bytes = Array(word.utf8)
        return ArabicCliticSplitter(scheme).pieces(of: word)
            .map { String(decoding: bytes[$0.range], as: UTF8.self) }.joined(separator: "+")
    }

    private func check(_ scheme: CliticScheme, _ words: String, _ location: SourceLocation = #_sourceLocation) {
        for expected in words.split(whereSeparator: \.isWhitespace) {
            let word = String(String.UnicodeScalarView(expected.unicodeScalars.filter { $0 != "+" }))
            #expect(Array(pieces(word, scheme).utf8) == Array(expected.utf8), sourceLocation: location)
        }
    }

    @Test func treebankScheme() {
        check(.atb, "و+ب+الكتاب ل+لشعر ف+تكتب+ها س+نكتب+ها ب+مدرسة كتاب+هم مدرست+نا الكتاب و+قال ب+الله و+الذي ل+لذين")
        check(.atb, "سيارت+ك ساعت+ي بيروتي قضايا تتي")
    }

    @Test func functionWords() {
        check(
            .atb,
            "ل+ه ب+ها من+ه علي+ها ل+أن+ه ب+أن+نا ك+أن+هم لكن+ه من+ا عن+ي ب+ذلك فيما كانت لقد لدي+كم ف+قد و+لا و+هو")
        check(.atb, "كل+هم كلي غير+ه غيري مثل+ك إن+ني لعل+نا")
    }

    @Test func radicalLettersStay() {
        check(
            .atb,
            "والدة والد وزير فهم بطاطس كتاب لغة سياسة ستار قانون سوريا ألمانيا الله التزام ب+التزام وجه+ه الكويت يابان")
    }

    @Test func fullScheme() {
        check(.full, "و+ب+ال+كتاب ال+مدرس+ة ال+معلم+ون معلم+ات مدرس+ت+نا كتب+وا كان+ت كتاب+ا جديد+ين ل+ل+كتاب ل+لغ+ة")
        check(.full, "ال+كويت سوريا قضايا يومي+ا و+يكتب+ون")
    }

    /// Marks and tatweel go with the letter before them, and a letter with its hamza is one.
    @Test func marksStayWithTheirLetter() {
        check(.atb, "وَ+بِ+الكِتَابِ كِتَابُ+هُ لِ+أَنَّ+هُ كتـابـ+ها")
        check(.full, "وَ+بِ+ا\u{644}\u{652}+كِتَابِ")
        check(.atb, "ل+ا\u{654}ن\u{651}\u{64E}+ه")
    }

    @Test func roles() {
        func roles(_ word: String, _ scheme: CliticScheme) -> [WordPiece.Role] {
            ArabicCliticSplitter(scheme).pieces(of: word).map(\.role)
        }
        #expect(roles("وبالكتاب", .full) == [.conjunction, .preposition, .article, .stem])
        #expect(roles("سنكتبها", .atb) == [.future, .stem, .pronoun])
        #expect(roles("له", .atb) == [.preposition, .pronoun])
        #expect(roles("مدرستنا", .full) == [.stem, .ending, .pronoun])
        #expect(ArabicCliticSplitter().pieces(of: "لأنه").map(\.isListed) == [true, true, true])
        #expect(ArabicCliticSplitter().pieces(of: "كتابه").map(\.isListed) == [false, false])
    }

    @Test func whatIsNoArabicWordIsOnePiece() {
        for word in ["Book", "3.5", "#", "漢字", "\u{64E}", "\u{640}"] {
            #expect(ArabicCliticSplitter(.full).pieces(of: word).map(\.range) == [0..<word.utf8.count])
        }
        #expect(ArabicCliticSplitter().pieces(of: "").isEmpty)
        var ranges: [Range<Int>] = []
        ArabicCliticSplitter().forEachPiece(of: [0xD9, 0x88, 0xFF].span) { ranges.append($0.range) }
        #expect(ranges == [0..<3])
    }

    /// Invariant 5 for pieces: they are in order, not empty, and cover the word, whatever it is.
    @Test(arguments: CliticScheme.allCases)
    func piecesCoverTheWord(_ scheme: CliticScheme) {
        let splitter = ArabicCliticSplitter(scheme)
        var random = RandomText(seed: 81)
        var letters = SplitMix64(seed: 82)
        let frequent = Array("وفبلكسالتيمنهاكتمةىءأ".unicodeScalars).map(\.value) + [0x64E, 0x640]
        var failures = Failures()
        for index in 0..<40_000 {
            let count = Int.random(in: 1...12, using: &letters)
            let word =
                index & 1 == 0
                ? utf8(random.next(longest: 12))
                : utf8((0..<count).map { _ in frequent.randomElement(using: &letters) ?? 0x628 })
            var end = 0
            var stems = 0
            splitter.forEachPiece(of: word.span) { piece in
                if piece.range.lowerBound != end || piece.range.isEmpty { failures.add(escaped(word)) }
                end = piece.range.upperBound
                stems += piece.role == .stem ? 1 : 0
            }
            if end != word.count || stems > 1 { failures.add(escaped(word)) }
        }
        #expect(failures.isEmpty, "\(failures)")
    }

    @Test func longWordsAreLinear() {
        let word = String(repeating: "وبال", count: 50_000)
        #expect(ArabicCliticSplitter(.full).pieces(of: word).last?.range.upperBound == word.utf8.count)
    }

    /// Boundaries on 100 sentences of Levantine that people marked (UD South Levantine Arabic MADAR): F1 of at least .66.
    @Test(.needsGold) func boundariesOfTheTreebank() throws {
        var (right, found, wanted) = (0, 0, 0)
        for line in Gold.lines(try Gold.bytes("lemmas/madar.clitic_segmentation.tsv")) where !line.isEmpty {
            let columns = line.split(separator: 0x09)
            var expected: Set<Int> = []
            var offset = 0
            for piece in columns[1].split(separator: 0x2B).dropLast() {
                offset += piece.count
                expected.insert(offset)
            }
            var cuts: Set<Int> = []
            ArabicCliticSplitter().forEachPiece(of: Array(columns[0]).span) { cuts.insert($0.range.lowerBound) }
            cuts.remove(0)
            right += cuts.intersection(expected).count
            found += cuts.count
            wanted += expected.count
        }
        #expect(wanted == 91)
        #expect(Double(2 * right) / Double(found + wanted) >= 0.66)
    }
}
