import ArabicText
import Support
import Testing

/// The code in the articles of the documentation compiles and gives what its comments say.
@Suite struct ArticleTests {
    @Test(arguments: ["ArabicText", "GettingStarted", "NormalizationSteps"])
    func examplesAreThoseOfThisFile(_ article: String) throws {
        for block in try Markdown("Sources/ArabicText/ArabicText.docc/\(article).md").blocks {
            #expect(block.language == "swift")
            #expect(try Markdown.source(#filePath, shows: block.text), "\(block.text)")
        }
    }

    @Test func gettingStartedNormalizes() throws {
        let normalizer = try ArabicNormalizer(.search)
        let bare = normalizer.normalize("كِتَابٌ")  // كتاب
        #expect(Array(bare.utf8) == Array("كتاب".utf8))

        var profile = NormalizationProfile.strip
        profile.digits = .ascii
        profile.removedMarks.subtract(.shadda)
        let stripper = try ArabicNormalizer(profile)
        let kept = stripper.normalize("مُدَرِّس ٣")  // مدرّس 3
        #expect(Array(kept.utf8) == Array("مدرّس 3".utf8))

        let bytes: [UInt8] = [0x61, 0xFF, 0x62]
        var output: [UInt8] = []
        try normalizer.normalize(bytes.span, illFormed: .replace, into: &output)
        #expect(output == Array("a\u{FFFD}b".utf8))

        output = []
        let chunks = Array("كِتَابٌ".utf8).map { [$0] }
        var stream = normalizer.makeStream()
        for chunk in chunks { try stream.append(chunk.span, into: &output) }
        try stream.finish(into: &output)
        #expect(output == Array("كتاب".utf8))
    }

    @Test func gettingStartedCutsAndIndexes() throws {
        let text = "قرأت 12 كتابا."
        var words: [Substring] = []
        let tokenizer = ArabicTokenizer()
        for token in tokenizer.tokens(in: text) where token.isTerm {
            // Ranges are UTF-8 byte offsets.
            let start = text.utf8.index(text.startIndex, offsetBy: token.range.lowerBound)
            let end = text.utf8.index(start, offsetBy: token.range.count)
            words.append(text[start..<end])
        }
        #expect(words.map { Array($0.utf8) } == ["قرأت", "12", "كتابا"].map { Array($0.utf8) })

        let documents = ["الكِتاب", "قلم", "كتاب"]
        let analyzer = try ArabicAnalyzer(.search)
        var index: [String: [Int]] = [:]
        for (number, document) in documents.enumerated() {
            for term in analyzer.terms(in: document) {
                index[term.text, default: []].append(number)
            }
        }
        #expect(index["كتاب"] == [0, 2])

        var settings = AnalyzerSettings.search
        settings.stopWords = .search.adding(["مثال"])
        settings.unstemmedWords = StopWords(["المدينة"])
        let careful = try ArabicAnalyzer(settings)
        let terms = careful.terms(in: "مثال المدينة")
        #expect(terms.map(\.position) == [1])
        #expect(terms.map { Array($0.text.utf8) } == [Array(careful.normalForm(of: "المدينة").utf8)])
    }

    @Test func stepsOfThePresets() throws {
        let normalizer = try ArabicNormalizer(.unify)
        let composed = normalizer.normalize("\u{623}")  // ا
        let decomposed = normalizer.normalize("\u{627}\u{654}")  // ا
        #expect(Array(composed.utf8) == Array("\u{627}".utf8))
        #expect(Array(decomposed.utf8) == Array("\u{627}".utf8))

        let lucene = try ArabicNormalizer(.lucene)
        let apart = lucene.normalize("\u{627}\u{654}")  // both scalars stay
        #expect(Array(apart.utf8) == Array("\u{627}\u{654}".utf8))

        let storedFingerprint = NormalizationProfile.search.fingerprint
        let isCurrent = storedFingerprint == NormalizationProfile.search.fingerprint
        #expect(isCurrent)
    }
}
