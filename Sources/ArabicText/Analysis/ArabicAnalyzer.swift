/// Turns a text into the terms that an index keeps.
///
/// ```swift
/// let analyzer = try ArabicAnalyzer(.search)
/// for term in analyzer.terms(in: "قرأتُ الكتابَ") { print(term.text, term.range) }
/// ```
///
/// It is immutable once made, and threads share it. Use one analyser for documents and queries: what has other settings
/// has other terms. For a query word of which only the beginning is typed, see ``normalForm(of:)``.
public struct ArabicAnalyzer: Sendable {
    /// A term, and where it comes from.
    public struct Term: Sendable, Hashable {
        /// The term, never empty and never with white space in it.
        public let text: String
        /// Where it stands in the source: UTF-8 byte offsets. Terms of one expanded ligature share a range.
        public let range: Range<Int>
        /// What it is in the source.
        public let kind: TokenKind
        /// Its place among all words, from 0 on. A stop word takes a place too and so leaves a gap, as phrase queries
        /// need; a word without a term, because nothing is left of it, takes none.
        public let position: Int
    }

    /// What the analyser does.
    public let settings: AnalyzerSettings
    let before: ArabicNormalizer?
    let after: ArabicNormalizer?
    private let stopWords: WordSet
    let unstemmed: WordSet
    let kernel: TermKernel?

    /// Compiles settings: two profiles, and the word lists, which go through the profiles here.
    ///
    /// Throws ``ICUError`` where ICU's data cannot be loaded.
    public init(_ settings: AnalyzerSettings) throws(ICUError) {
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

    /// The terms of a text, in order. Linear in the text.
    public func terms(in text: String) -> [Term] {
        var terms: [Term] = []
        forEachTerm(in: text.utf8Span.span) { term, token in
            // Sound: the source is well-formed, and the steps give whole scalars.
            let text = unsafe String(copying: UTF8Span(unchecked: term))
            terms.append(Term(text: text, range: token.range, kind: token.kind, position: token.position))
        }
        return terms
    }

    /// Calls a function with each term of UTF-8 bytes and the token that it comes from, in order. The position of the
    /// token is the term's.
    ///
    /// Ill-formed sequences cut words like a space. Linear in the bytes.
    public func forEachTerm(in bytes: Span<UInt8>, _ body: (_ term: Span<UInt8>, _ token: Token) -> Void) {
        forEachBatch(in: bytes) { batch in
            for index in 0..<batch.count {
                body(batch.bytes.span.extracting(batch.term(at: index)), batch.token(at: index))
            }
        }
    }

    /// Calls a function with the terms of UTF-8 bytes, some hundreds at a time: the fast way, for loops that can read flat
    /// arrays.
    ///
    /// The buffer is the same each time, and holds what ``forEachTerm(in:_:)`` gives. What became of words of up to 31 bytes
    /// is remembered for the length of the call, of the last 65,536 distinct ones at most, in up to four megabytes. The
    /// other words of a batch are folded at once, looked up and stemmed in flat arrays; a token in which something depends
    /// on its context goes the long way, alone. Nothing is allocated for a term. An error that `body` throws ends the call
    /// and is passed on.
    public func forEachBatch<Failure: Error>(
        in bytes: Span<UInt8>, _ body: (borrowing TermBuffer) throws(Failure) -> Void
    ) throws(Failure) {
        var cutter = TermCutter(self)
        cutter.restart()
        while cutter.fill(from: bytes) { try body(cutter.terms) }
    }

    /// The same as ``forEachTerm(in:_:)``, token by token: what the kernels must equal.
    package func forEachTermByToken(in bytes: Span<UInt8>, _ body: (_ term: Span<UInt8>, _ token: Token) -> Void) {
        var scanner = TokenScanner(settings.rules)
        var first = WordBuffer(before)
        var second = WordBuffer(after)
        var stem: [UInt8] = []
        var position = 0
        while let token = scanner.next(in: bytes, isLast: true) {
            if !token.isTerm { continue }
            analyze(bytes.extracting(token.range), &first, &second, &stem, position: &position) { term, position in
                body(term, Token(range: token.range, kind: token.kind, position: position))
            }
        }
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

    /// A query word as the index has it but for stop words and stemming: for prefix and wildcard search.
    ///
    /// The word goes through both profiles as a whole; it is not cut into tokens, and no affix is taken off. The stemmer
    /// `guarded` folds hamza and ى on top of the profiles, since it does so in the index. Linear in the word.
    public func normalForm(of word: String) -> String {
        var first = WordBuffer(before)
        var second = WordBuffer(after)
        first.set(word.utf8Span.span)
        second.set(first.bytes.span)
        var folded: [UInt8] = []
        settings.stemmer.fold(second.bytes.span, into: &folded)
        return String(decoding: folded, as: UTF8.self)
    }
}
