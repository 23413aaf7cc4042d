import Support
import Testing

@testable import ArabicText

/// Invariant 1 for analysers: a batch that is folded, looked up and stemmed at once gives what token by token gives, with
/// every kernel.
@Suite(.switchesKernel) struct TermKernelTests {
    private struct Found: Equatable {
        let term: [UInt8]
        let token: Token

        init(_ term: Span<UInt8>, _ token: Token) {
            self.term = term.indices.map { term[$0] }
            self.token = token
        }
    }

    private typealias Named = (name: String, analyzer: ArabicAnalyzer)

    /// The analysers of these names, or all.
    private static func analyzers(_ names: String...) throws -> [Named] {
        let chosen = try compiled.get().filter { names.isEmpty || names.contains($0.name) }
        try #require(names.isEmpty ? !chosen.isEmpty : chosen.count == names.count)
        return chosen
    }

    /// Compiled once for all tests, which throw what this has failed with.
    private static let compiled = Result {
        var all: [(String, AnalyzerSettings)] = AnalyzerSettings.presets.map { ($0.name, $0.settings) }
        for stemmer in ArabicStemmer.all { all.append(("search " + stemmer.name, .search.stemming(with: stemmer))) }
        all.append(("lucene snowball", AnalyzerSettings.lucene.stemming(with: .snowball)))
        var unstemmed = AnalyzerSettings.lucene
        unstemmed.unstemmedWords = StopWords(["والكتاب", "المدرسة"])
        all.append(("lucene unstemmed", unstemmed))
        unstemmed.stemmer = .snowball
        all.append(("snowball unstemmed", unstemmed))
        all.append(("bare", AnalyzerSettings(rules: .unicode)))
        all.append(
            (
                "quran", AnalyzerSettings(rules: .searchDivided, profileBeforeStopWords: .quran, stopWords: .search)
            ))
        all.append(
            (
                "marks and passes",
                AnalyzerSettings(
                    rules: .standard, profileBeforeStopWords: .lossless,
                    profileAfterStopWords: NormalizationProfile { $0.elongation = .one }, stemmer: .arlstem)
            ))
        all.append(
            (
                "long stop words",
                AnalyzerSettings(
                    rules: .unicode, profileBeforeStopWords: .light,
                    stopWords: StopWords(["كتاب", "الاستراتيجيات", "والاستراتيجيات"]), profileAfterStopWords: .search,
                    stemmer: .light10)
            ))
        // Letters that become part of a stop word, and such as do not.
        var digits = AnalyzerSettings.lucene
        digits.stopWords = StopWords(["3", "12", "the", "من", "قلم"])
        all.append(("lucene digits", digits))
        all.append(
            (
                "composed once",
                AnalyzerSettings(
                    rules: .search,
                    profileBeforeStopWords: NormalizationProfile {
                        $0.form = .nfc
                        $0.formUse = .first
                        $0.removedMarks = NormalizationProfile.strip.removedMarks
                    }, stopWords: .search)
            ))
        return try all.map { name, settings in Named(name: name, analyzer: try ArabicAnalyzer(settings)) }
    }

    private static func compare(
        _ bytes: [UInt8], _ failures: inout Failures, analyzers: [Named]
    ) {
        for (name, analyzer) in analyzers {
            var expected: [Found] = []
            analyzer.forEachTermByToken(in: bytes.span) { expected.append(Found($0, $1)) }
            for kernel in ProcessorKernel.available {
                #expect(kernel.use())
                failures.test()
                var found: [Found] = []
                analyzer.forEachTerm(in: bytes.span) { found.append(Found($0, $1)) }
                if found != expected {
                    let place = zip(found, expected).first { $0.0 != $0.1 }.map {
                        "\(escaped($0.0.term)) \($0.0.token)"
                    }
                    failures.add("\(name) \(kernel): \(place ?? "") of \(escaped(bytes))")
                }
            }
        }
    }

    private static let pieces: [String] = [
        "كتاب", "والكتاب", "المدرسة", "وبالاستراتيجيات", "الاستراتيجيات", "قَلَمٌ", "مُحَمَّدٌ", "أن", "ان", "فـي", "في", "من",
        "وَمِنْ",
        "هٰذا", "أ", "ى", "ة", "ـ", "ـــ", " ", " ", " ", "، ", "\n", "Book", "THE", "12", "٣", "3.5", "é", "É", "İ",
        "ß",
        "\u{200F}", "\u{200D}", "\u{1F600}", "\u{2764}\u{FE0F}", "ا\u{653}", "و\u{654}", "\u{651}\u{64E}\u{650}",
        "\u{FEFB}", "\u{FDFA}", "漢字", "\u{5D0}\u{5D1}", "user@example.com", "#وسم", "\u{A0}", "\u{2003}", "\u{85}",
        "کتاب", "پدر", "ہ", "٬", "٫", "\u{0}", "ﷺ", "هههههه", "\u{1E9B}\u{323}", "يين", "ون", "ات", "ها", "يه",
        " \u{200D}\u{1F600}", "\t\u{200D}\u{2764}", " \u{64E}\u{200D}\u{1F600}",
    ]

    private static func text(_ random: inout SplitMix64, atLeast count: Int) -> [UInt8] {
        let some = (0..<Int.random(in: 2...pieces.count, using: &random)).compactMap { _ in
            pieces.randomElement(using: &random)
        }
        var bytes: [UInt8] = []
        while bytes.count < count { bytes += Array((some.randomElement(using: &random) ?? " ").utf8) }
        return bytes
    }

    @Test func randomTexts() throws {
        var random = SplitMix64(seed: 91)
        var failures = Failures()
        let all = try Self.analyzers()
        for _ in 0..<300 {
            Self.compare(
                Self.text(&random, atLeast: Int.random(in: 0...400, using: &random)), &failures, analyzers: all)
        }
        #expect(failures.isNoneOfSome, "\(failures)")
    }

    @Test func randomScalars() throws {
        var random = RandomText(seed: 92)
        var failures = Failures()
        let all = try Self.analyzers()
        for _ in 0..<300 { Self.compare(utf8(random.next(longest: 200)), &failures, analyzers: all) }
        #expect(failures.isNoneOfSome, "\(failures)")
    }

    @Test func everyScalarInAWord() throws {
        var failures = Failures()
        var text: [UInt8] = []
        let few = try Self.analyzers("search", "lucene", "search light10")
        for scalar in (UInt32(0)...0x323FF).lazy.filter({ Unicode.Scalar($0) != nil }) {
            if scalar > 0x4000, scalar < 0xF900, scalar & 0x1F != 0 { continue }
            text += utf8([0x628, scalar, 0x627, 0x20, scalar, 0x62A, 0x20])
            if text.count > 8_000 {
                Self.compare(text, &failures, analyzers: few)
                text.removeAll()
            }
        }
        #expect(failures.isNoneOfSome, "\(failures)")
    }

    @Test func illFormedBytes() throws {
        var random = SplitMix64(seed: 93)
        var failures = Failures()
        let all = try Self.analyzers()
        for byte: UInt8 in [0x80, 0xC0, 0xD9, 0xE0, 0xE2, 0xED, 0xF0, 0xF5, 0xFF] {
            for place in stride(from: 0, to: 130, by: 7) {
                var bytes = Self.text(&random, atLeast: 200)
                bytes[place] = byte
                Self.compare(bytes, &failures, analyzers: all)
            }
        }
        #expect(failures.isNoneOfSome, "\(failures)")
    }

    /// Stop words by their letters: of the list, with one letter more, less, or another, and such as look like none; where a
    /// table holds all of them, where it cannot, and where some have no place in it.
    @Test func wordsLikeStopWords() throws {
        var signs = AnalyzerSettings.lucene
        signs.stopWords = StopWords(["\u{600}", "من\u{600}", "من", "\u{6FF}", "الذي", "the", "و"])
        var many = AnalyzerSettings.lucene
        many.stopWords = .search
        let settings = [("lucene", AnalyzerSettings.lucene), ("signs", signs), ("many", many)]
        let analyzers = try settings.map { (name: $0, analyzer: try ArabicAnalyzer($1)) }
        var random = SplitMix64(seed: 95)
        var failures = Failures()
        let words = StopWords.lucene.words + StopWords.search.words + signs.stopWords.words
        let letters = (0x600...0x6FF).compactMap { Unicode.Scalar($0) } + ["e", "\u{FEFB}", "\u{200D}"]
        for _ in 0..<40 {
            var text = ""
            for _ in 0..<Int.random(in: 1...700, using: &random) {
                var word = Array((words.randomElement(using: &random) ?? "").unicodeScalars)
                let place = Int.random(in: 0...word.count, using: &random)
                let letter = letters.randomElement(using: &random) ?? "e"
                switch Int.random(in: 0..<8, using: &random) {
                case 0: word.insert(letter, at: place)
                case 1 where place < word.count: word.remove(at: place)
                case 2 where place < word.count: word[place] = letter
                default: break
                }
                text.unicodeScalars.append(contentsOf: word)
                text += Int.random(in: 0..<9, using: &random) == 0 ? "، " : " "
            }
            Self.compare(Array(text.utf8), &failures, analyzers: analyzers)
        }
        #expect(failures.isNoneOfSome, "\(failures)")
    }

    /// Several batches, and a token that is longer than a batch.
    @Test func longTexts() throws {
        var random = SplitMix64(seed: 94)
        var failures = Failures()
        let all = try Self.analyzers()
        let few = try Self.analyzers("search", "lucene")
        for _ in 0..<3 { Self.compare(Self.text(&random, atLeast: 200_000), &failures, analyzers: few) }
        let long = Array(String(repeating: "والكتابات", count: 20_000).utf8)
        Self.compare(Array("في ".utf8) + long + Array(" المدرسة".utf8), &failures, analyzers: few)
        Self.compare(try Gold.file("Corpus/article.txt"), &failures, analyzers: all)
        #expect(failures.isNoneOfSome, "\(failures.count)")
    }

    /// Words that a later batch has again, of every length up to one that is not remembered, and with terms of every length.
    @Test func wordsThatComeAgain() throws {
        var random = SplitMix64(seed: 95)
        var failures = Failures()
        let few = try Self.analyzers("search", "lucene", "quran", "long stop words")
        let letters = ["ب", "ت", "ا", "ي", "و", "ل", "ة", "أ", "ى", "ت\u{64E}", "b", "é", "\u{FDFA}", "ا\u{653}"]
        for length in 1...44 {
            let words = (0..<60).map { _ in
                var word = ""
                while word.utf8.count < length { word += letters.randomElement(using: &random) ?? "" }
                return word
            }
            let text = (0..<3_000).compactMap { _ in words.randomElement(using: &random) }.joined(separator: " ")
            Self.compare(Array(text.utf8), &failures, analyzers: few)
        }
        #expect(failures.isNoneOfSome, "\(failures)")
    }

    /// A word is remembered without the marks that change nothing about it: the same letters come again with any marks, in
    /// words of up to over 64 bytes, between them words of nothing but marks.
    @Test func wordsThatComeAgainWithOtherMarks() throws {
        var random = SplitMix64(seed: 97)
        var failures = Failures()
        let letters = Array("بتايوةأىهـء".unicodeScalars.map(\.value)) + [0x671, 0x6CC, 0x62, 0xE9, 0x200D]
        // Vowel signs; those that stop others from composing, and others; all sorts.
        let sets: [[UInt32]] = [
            Array(0x64B...0x652), [0x64E, 0x653, 0x654, 0x655, 0x656, 0x657, 0x670],
            Array(0x64B...0x65F) + [0x670, 0x610, 0x6D6, 0x6E1, 0x8F0, 0x300, 0x327, 0x338, 0xFE0F],
        ]
        let analyzers = try Self.analyzers().filter { !$0.name.hasPrefix("search ") || $0.name == "search snowball" }
        for length in [1, 2, 3, 5, 8, 14, 20, 34] {
            let words = (0..<20).map { _ in
                (0..<Int.random(in: 0...length, using: &random)).compactMap { _ in letters.randomElement(using: &random)
                }
            }
            for marks in sets {
                var text: [UInt32] = []
                for _ in 0..<1_000 {
                    for letter in words.randomElement(using: &random) ?? [] {
                        text.append(letter)
                        for _ in 0..<Int.random(in: 0...2, using: &random) {
                            text.append(marks.randomElement(using: &random) ?? 0)
                        }
                    }
                    text += [0x20, 0x20, marks.randomElement(using: &random) ?? 0, 0x2E]
                }
                Self.compare(utf8(text), &failures, analyzers: analyzers)
            }
        }
        #expect(failures.isNoneOfSome, "\(failures)")
    }

    /// The light stemmer on flat arrays, on every word that affixes make.
    @Test func everyChainOfAffixes() throws {
        var failures = Failures()
        let few = try Self.analyzers("lucene")
        let affixes = ["ها", "ان", "ات", "ون", "ين", "يه", "ية", "ه", "ة", "ي"]
        for prefix in ["", "ال", "وال", "بال", "كال", "فال", "لل", "و", "وو"] {
            var text = ""
            for stem in ["", "ب", "بت", "بتث", "بتثجح", "بتثجحخدذر", "x", "漢"] {
                for first in affixes {
                    for second in affixes {
                        text += prefix + stem + first + " " + prefix + stem + first + second + " "
                        for third in affixes { text += prefix + stem + first + second + third + " " }
                    }
                }
            }
            Self.compare(Array(text.utf8), &failures, analyzers: few)
        }
        #expect(failures.isNoneOfSome, "\(failures.count)")
    }
}
