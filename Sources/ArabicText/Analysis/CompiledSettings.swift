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
        let spelling =
            settings.stopWordSpelling == untouched ? nil : try ArabicNormalizer(settings.stopWordSpelling)
        stopWords = Self.set(of: settings.stopWords, before, spelling, keepingFirst: true)
        unstemmed = Self.set(of: settings.unstemmedWords, before, after, keepingFirst: false)
        kernel = TermKernel(before: before, after: after, stopWords: stopWords)
    }

    /// The rules of the stemmer, if it is a light one that stems all words.
    var lightRules: LightRules? { settings.stemmer == .light10 && unstemmed.count == 0 ? .light10 : nil }

    /// Whether a word is sooner looked up among those that are known than analysed.
    var needsMemory: Bool {
        kernel == nil || !(settings.stemmer == .none || lightRules != nil) || !cak_outruns_memory()
    }

    /// The words as they come out of two profiles, one after the other; also those that come out of the first, if wanted.
    private static func set(
        of words: StopWords, _ first: ArabicNormalizer?, _ second: ArabicNormalizer?, keepingFirst: Bool
    ) -> WordSet {
        // A list may be long: there is no second one of it where it stays as it is.
        if first == nil, second == nil { return words.table }
        var once = WordBuffer(first)
        var twice = WordBuffer(second)
        var results = WordList()
        words.table.forEach { word in
            once.set(word)
            if keepingFirst { results.append(once.bytes.span) }
            if keepingFirst && second == nil { return }
            twice.set(once.bytes.span)
            // Most words have one spelling.
            if keepingFirst && twice.bytes == once.bytes { return }
            results.append(twice.bytes.span)
        }
        return WordSet(results)
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
