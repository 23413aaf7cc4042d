internal import CArabicKernels

/// What an analyser does, with profiles and word lists compiled: the same for all texts and threads.
struct CompiledSettings: Sendable {
    let settings: AnalyzerSettings
    let before: ArabicNormalizer?
    let after: ArabicNormalizer?
    private let stopWords: WordSet
    let unstemmed: WordSet
    let kernel: TermKernel?

    /// Compiles settings: two profiles, and the word lists, which go through the profiles here.
    ///
    /// Throws ``ICUError`` where ICU's data cannot be loaded.
    init(_ settings: AnalyzerSettings) throws(ICUError) {
        self.settings = settings
        let untouched = NormalizationProfile()
        let before =
            settings.profileBeforeStopWords == untouched ? nil : try ArabicNormalizer(settings.profileBeforeStopWords)
        let after =
            settings.profileAfterStopWords == untouched ? nil : try ArabicNormalizer(settings.profileAfterStopWords)
        self.before = before
        self.after = after
        let words = Self.words(settings.stopWords, through: [before])
        let spelling =
            settings.stopWordSpelling == untouched ? nil : try ArabicNormalizer(settings.stopWordSpelling)
        let stopWords = WordSet(
            words + (spelling == nil ? [] : Self.words(settings.stopWords, through: [before, spelling])))
        self.stopWords = stopWords
        unstemmed = WordSet(Self.words(settings.unstemmedWords, through: [before, after]))
        kernel = TermKernel(before: before, after: after, stopWords: stopWords) { word, normalizer in
            var buffer = WordBuffer(normalizer)
            buffer.set(word.span)
            return buffer.bytes
        }
    }

    /// The rules of the stemmer, if it is a light one that stems all words.
    var lightRules: LightRules? { settings.stemmer == .light10 && unstemmed.count == 0 ? .light10 : nil }

    /// Whether a word is sooner looked up among those that are known than analysed.
    var needsMemory: Bool {
        kernel == nil || !(settings.stemmer == .none || lightRules != nil) || !cak_outruns_memory()
    }

    /// The words as they come out of profiles, one after the other.
    private static func words(_ words: StopWords, through normalizers: [ArabicNormalizer?]) -> [[UInt8]] {
        var results = words.words.map { Array($0.utf8) }
        for normalizer in normalizers {
            var buffer = WordBuffer(normalizer)
            results = results.map { word in
                buffer.set(word.span)
                return buffer.bytes
            }
        }
        return results
    }

    /// Calls a function with each term of one token and its position. What is passed beside it is memory to work in: buffers
    /// for the two profiles, and one for the stem.
    func analyze(
        _ token: Span<UInt8>, _ first: inout WordBuffer, _ second: inout WordBuffer, _ stem: inout [UInt8],
        position: inout Int,
        _ body: (_ term: Span<UInt8>, _ position: Int) -> Void
    ) {
        first.set(token)
        var firstEnd = 0
        while let word = first.nextWord(after: &firstEnd) {
            if stopWords.contains(first.bytes.span.extracting(word)) {
                position += 1
                continue
            }
            // The second profile may expand, or leave nothing, as the first.
            second.set(first.bytes.span.extracting(word))
            var secondEnd = 0
            while let word = second.nextWord(after: &secondEnd) {
                let normalized = second.bytes.span.extracting(word)
                stem.removeAll(keepingCapacity: true)
                (unstemmed.contains(normalized) ? .none : settings.stemmer).stem(normalized, into: &stem)
                if stem.isEmpty { continue }
                body(stem.span, position)
                position += 1
            }
        }
    }
}
