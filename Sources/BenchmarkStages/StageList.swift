import ArabicText

extension BenchmarkStage {
    /// A copy of the bytes, the bound that nothing passes.
    public static let memcpy = BenchmarkStage("memcpy", countsTokens: false) { text in
        let bytes = text.bytes
        var copy = [UInt8](repeating: 0, count: bytes.count)
        return {
            unsafe copy.withUnsafeMutableBytes { target in
                unsafe bytes.withUnsafeBytes { unsafe target.copyMemory(from: $0) }
            }
            // Reading the copy keeps it from being left out.
            return Outcome(bytes: copy.last == bytes.last ? copy.count : 0)
        }
    }

    /// Everything that is timed: yardsticks first, then the stages in the order in which text passes through them.
    public static let all: [BenchmarkStage] =
        [memcpy, icuNormalization("icu-nfc", .nfc), icuNormalization("icu-nfkc", .nfkc), icuWords]
        + NormalizationProfile.presets.map { normalize($0.name, $0.profile) }
        + TokenizationRules.all.map(tokenize)
        + ArabicStemmer.all.filter { $0 != .none }.map(stem)
        + AnalyzerSettings.presets.map { analyze($0.name, $0.settings) }
        + AnalyzerSettings.presets.map { analyzeAgain($0.name, $0.settings) }

    /// ICU's `Normalizer2::normalizeUTF8`.
    private static func icuNormalization(_ name: String, _ form: UnicodeForm) -> BenchmarkStage {
        BenchmarkStage(name, countsTokens: false) { text in
            let bytes = text.bytes
            let data = try FormData(form)
            var output = [UInt8](repeating: 0, count: bytes.count + 64)
            // There is data for every form but `none`.
            return { Outcome(bytes: try data?.normalizeByICU(bytes.span, into: &output) ?? 0) }
        }
    }

    /// ICU's word iterator over UTF-16, without the conversion to it.
    private static let icuWords = BenchmarkStage("icu-words", countsTokens: true) { text in
        let units = text.utf16
        return { Outcome(tokens: try ICUWords.count(in: units)) }
    }

    private static func normalize(_ name: String, _ profile: NormalizationProfile) -> BenchmarkStage {
        BenchmarkStage("normalize", name, countsTokens: false) { text in
            let bytes = text.bytes
            let policy = text.policy
            let normalizer = try ArabicNormalizer(profile)
            var output: [UInt8] = []
            return {
                output.removeAll(keepingCapacity: true)
                try normalizer.normalize(bytes.span, illFormed: policy, into: &output)
                return Outcome(bytes: output.count)
            }
        }
    }

    /// Cuts everything, counts terms.
    private static func tokenize(_ rules: TokenizationRules) -> BenchmarkStage {
        BenchmarkStage("tokenize", rules.name, countsTokens: true) { text in
            let bytes = text.bytes
            let tokenizer = ArabicTokenizer(rules)
            return {
                var result = Outcome()
                tokenizer.forEachBatch(in: bytes.span) { batch in
                    result.tokens += batch.termCount
                    result.bytes += batch.end - batch.start
                }
                return result
            }
        }
    }

    /// Stems words that are cut and normalised already.
    private static func stem(_ stemmer: ArabicStemmer) -> BenchmarkStage {
        BenchmarkStage("stem", stemmer.name, countsTokens: true) { text in
            let words = try text.words()
            var stems = WordList()
            return {
                stemmer.stem(words, into: &stems)
                return Outcome(tokens: stems.count, bytes: stems.byteCount)
            }
        }
    }

    /// The whole way from text to terms, of which no word is known before.
    private static func analyze(_ name: String, _ settings: AnalyzerSettings) -> BenchmarkStage {
        BenchmarkStage("analyze", name, countsTokens: true) { text in
            let bytes = text.bytes
            let analyzer = try ArabicAnalyzer(settings)
            return {
                analyzer.forgetWords()
                return analyze(bytes, analyzer)
            }
        }
    }

    /// The same with what the analyser knows from the pass before: how fast the next text goes that is like others before.
    private static func analyzeAgain(_ name: String, _ settings: AnalyzerSettings) -> BenchmarkStage {
        BenchmarkStage("analyze-again", name, countsTokens: true) { text in
            let bytes = text.bytes
            let analyzer = try ArabicAnalyzer(settings)
            _ = analyze(bytes, analyzer)
            return { analyze(bytes, analyzer) }
        }
    }

    private static func analyze(_ bytes: [UInt8], _ analyzer: ArabicAnalyzer) -> Outcome {
        var result = Outcome()
        analyzer.forEachBatch(in: bytes.span) { batch in
            result.tokens += batch.count
            result.bytes += batch.term(at: batch.count - 1).upperBound
        }
        return result
    }
}
