import ArabicText
import Support
import Testing

@Suite struct ArabicStemmerTests {
    @Test func namesGoBothWays() {
        #expect(ArabicStemmer.all.first == ArabicStemmer.none)
        #expect(Set(ArabicStemmer.all).count == ArabicStemmer.all.count)
        for stemmer in ArabicStemmer.all {
            #expect(ArabicStemmer(named: stemmer.name) == stemmer)
            #expect("\(stemmer)" == stemmer.name)
        }
        #expect(ArabicStemmer(named: "Light10") == nil)
        #expect(ArabicStemmer(named: "") == nil)
    }

    @Test(arguments: ArabicStemmer.all)
    func appendsAndAgreesWithStrings(stemmer: ArabicStemmer) {
        var output: [UInt8] = [1, 2, 3]
        stemmer.stem(Array("والكتابات".utf8).span, into: &output)
        #expect(output.starts(with: [1, 2, 3]))
        #expect(Array(output.dropFirst(3)) == Array(stemmer.stem("والكتابات").utf8))
    }

    /// What no rule knows comes back as it is.
    @Test(arguments: [.none] + reproducedStemmers)
    func leavesOtherTextAlone(stemmer: ArabicStemmer) {
        let words = [
            "", "a", "Word", "2024", "\u{1F600}", "\u{1F468}\u{200D}\u{1F469}", "ا", "ש\u{5B0}לום", "\u{0}",
            "\u{10FFFF}",
        ]
        for word in words { #expect(stem(word, stemmer) == Array(word.utf8)) }
    }

    /// A lone letter stays one, if not always the same: Snowball makes a final hamza carrier a hamza, ARLSTem folds alef.
    @Test(arguments: reproducedStemmers)
    func loneLetters(stemmer: ArabicStemmer) {
        for scalar in "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي".unicodeScalars {
            #expect(stem(String(scalar), stemmer).count == 2)
        }
        #expect(stem("من", stemmer) == Array("من".utf8))
    }

    /// A word of marks or of tatweel alone: how many bytes light10, Snowball, ISRI, ARLSTem and ARLSTem2 leave.
    @Test func wordsWithoutLetters() {
        #expect(reproducedStemmers.map { stem("\u{64E}\u{651}", $0).count } == [4, 0, 0, 0, 0])
        #expect(reproducedStemmers.map { stem("\u{640}", $0).count } == [2, 0, 2, 2, 2])
    }

    /// Vocalised and bare spelling give one stem where the original deletes marks.
    @Test(arguments: [
        ("كِتَابُهُمْ", "كتابهم"), ("الْعَرَبِيَّةُ", "العربية"), ("مُدَرِّسُونَ", "مدرسون"), ("كَتَبَ", "كتب"), ("وَالِدَةٌ", "والدة"),
    ])
    func vocalizedAndBare(vocalized: String, bare: String) {
        for stemmer in [ArabicStemmer.snowball, .isri, .arlstem, .arlstem2] {
            #expect(stem(vocalized, stemmer) == stem(bare, stemmer))
        }
        #expect(stem(vocalized, .light10) != stem(bare, .light10))
    }

    /// The exception: Snowball looks for an article in the word as it came, marks counted.
    @Test func snowballCountsMarksBeforeTheArticle() {
        #expect(stem("بَالَهُم", .snowball) == Array("بال".utf8))
        #expect(stem("بالهم", .snowball) == Array("بالهم".utf8))
    }

    /// Invariant 2, stated: a stem that is stemmed again changes.
    @Test(arguments: [
        ("light10", "والوالد"), ("light10", "سباته"), ("snowball", "البانيا"), ("snowball", "أصليون"),
        ("isri", "بإبرام"),
        ("arlstem", "أدمعت"), ("arlstem2", "أدمعت"),
    ])
    func reproductionsAreNotIdempotent(name: String, word: String) throws {
        let stemmer = try #require(ArabicStemmer(named: name))
        #expect(stem(stem(word, stemmer), stemmer) != stem(word, stemmer))
    }

    /// What the originals give for words that stemmers are known to get wrong, and for random words rich in affixes.
    @Test(arguments: ["cases", "random"], reproducedStemmers)
    func equalsItsOriginal(file: String, stemmer: ArabicStemmer) throws {
        let bytes = try Gold.bundledBytes("Data/stemming/\(file).tsv")
        let column = try #require(Gold.rows(bytes).first?.firstIndex(of: Array(stemmer.name.utf8)))
        expectStems(stemPairs(bytes, stem: column, header: true), stemmer, atLeast: 150)
    }
}
