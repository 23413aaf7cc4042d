/// Turns a text into terms, batch by batch. Its memory serves one text after the other.
package struct TermCutter: ~Copyable {
    private let analyzer: ArabicAnalyzer
    private var cutter: TokenCutter
    private var arrays = TermArrays()
    private var kernelMemory = KernelMemory()
    /// How many tokens the kernel could not decide.
    private var undecidedCount = 0
    private var first: WordBuffer
    private var second: WordBuffer
    private var cache: StemCache?
    private var scratch: [UInt8] = []

    /// The terms of the batch at hand.
    package private(set) var terms = TermBuffer()

    package init(_ analyzer: ArabicAnalyzer) {
        self.analyzer = analyzer
        first = WordBuffer(analyzer.before)
        second = WordBuffer(analyzer.after)
        cutter = TokenCutter(analyzer.settings.rules)
    }

    /// Goes to the start of another text, of which only the tokens before `end` are wanted; its first word has a position.
    package mutating func restart(position: Int = 0, end: Int = .max) {
        cutter = TokenCutter(analyzer.settings.rules, limit: end)
        terms.source.restart()
        terms.position = position
    }

    /// Calls a function with each term of another text.
    @inline(__always)
    package mutating func forEachTerm(in bytes: Span<UInt8>, _ body: (_ term: Span<UInt8>, _ token: Token) -> Void) {
        restart()
        while fill(from: bytes) {
            for index in 0..<terms.count {
                body(terms.bytes.span.extracting(terms.term(at: index)), terms.token(at: index))
            }
        }
    }

    /// Puts the next terms into the batch instead of those that it has; false where the text has no more.
    package mutating func fill(from bytes: Span<UInt8>) -> Bool {
        while cutter.fill(&terms.source, from: bytes) {
            analyzeBatch(bytes)
            if terms.count > 0 { return true }
        }
        return false
    }

    private mutating func analyzeBatch(_ bytes: Span<UInt8>) {
        guard let kernel = analyzer.kernel else {
            terms.start(arrays)
            for token in 0..<terms.source.count where terms.source.isTerm(at: token) { analyze(token, of: bytes) }
            return
        }
        arrays.fold(bytes, terms.source, kernel.table, &kernelMemory)
        terms.start(arrays)
        arrays.stop(kernel.stopKeys)
        if let spellings = kernel.stopSpellings { arrays.confirmStops(spellings, bytes, terms.source) }
        if analyzer.unstemmed.count > 0 { keepUnstemmed() }
        let stemmer = analyzer.settings.stemmer
        if stemmer == .none {
            appendRuns(bytes)
        } else if stemmer == .light10, analyzer.unstemmed.count == 0, let tables = LightTables.light10 {
            arrays.stem(by: tables)
            appendRuns(bytes)
        } else {
            appendStems(stemmer, bytes)
        }
    }

    private mutating func keepUnstemmed() {
        for index in 0..<arrays.count where arrays[fate: index] == TermArrays.Fate.kept {
            let range = arrays.range(at: index)
            if arrays.withBytes({ analyzer.unstemmed.contains($0.extracting(range)) }) {
                arrays[fate: index] = TermArrays.Fate.unstemmed
            }
        }
    }

    /// Appends the terms as they are, but for those that the kernels could not decide.
    private mutating func appendRuns(_ bytes: Span<UInt8>) {
        var start = 0
        for index in 0..<arrays.count where arrays[fate: index] == TermArrays.Fate.undecided {
            terms.append(start..<index, of: arrays)
            analyze(arrays.token(at: index), of: bytes)
            start = index + 1
        }
        terms.append(start..<arrays.count, of: arrays)
    }

    /// Appends the stems of the terms: first those that the cache does not know are learnt, then all are copied.
    private mutating func appendStems(_ stemmer: ArabicStemmer, _ bytes: Span<UInt8>) {
        var cache = self.cache.take() ?? StemCache(textCount: bytes.count)
        for number in 0..<arrays.lookUpStems(in: cache) {
            let index = arrays.open(at: number)
            let key = arrays.key(at: index)
            let count = arrays.range(at: index).count
            if let stem = stemmer.shortStem(key, count: count) ?? appendedStem(at: index, by: stemmer) {
                arrays.setStem(stem, at: index)
                cache.keep(stem, of: key)
            } else {
                arrays[fate: index] = TermArrays.Fate.long
            }
        }
        self.cache = consume cache
        var index = 0
        while true {
            index = terms.appendStems(index..<arrays.count, of: arrays)
            if index == arrays.count { break }
            switch arrays[fate: index] {
            case TermArrays.Fate.unstemmed: terms.append(index..<index + 1, of: arrays)
            case TermArrays.Fate.long:
                stem(at: index, by: stemmer)
                let token = arrays.token(at: index)
                if !scratch.isEmpty { terms.append(scratch, token: token) }
            default: analyze(arrays.token(at: index), of: bytes)
            }
            index += 1
        }
    }

    /// The stem of a term, or nil if it has more than 16 bytes.
    private mutating func appendedStem(at index: Int, by stemmer: ArabicStemmer) -> (low: UInt64, high: UInt64)? {
        stem(at: index, by: stemmer)
        return scratch.count <= 16 ? WordKeys.key(scratch.span) : nil
    }

    /// Puts the stem of a term into `scratch`.
    private mutating func stem(at index: Int, by stemmer: ArabicStemmer) {
        scratch.removeAll(keepingCapacity: true)
        let range = arrays.range(at: index)
        arrays.withBytes { stemmer.stem($0.extracting(range), into: &scratch) }
    }

    /// Appends the terms of one token, the long way.
    private mutating func analyze(_ token: Int, of bytes: Span<UInt8>) {
        let word = bytes.extracting(terms.source.range(at: token))
        Self.analyze(word, analyzer, &first, &second, &scratch, number: token, into: &terms)
        // The kernel knows what is on pages that are made: now there are those of this word too. It looks anew ever more
        // rarely, since that takes longer than a word.
        analyzer.kernel?.table.touch(word)
        undecidedCount += 1
        if undecidedCount & (undecidedCount - 1) == 0 { kernelMemory.renew() }
    }

    private static func analyze(
        _ word: Span<UInt8>, _ analyzer: ArabicAnalyzer, _ first: inout WordBuffer, _ second: inout WordBuffer,
        _ stem: inout [UInt8], number: Int, into terms: inout TermBuffer
    ) {
        var position = terms.position
        analyzer.analyze(word, &first, &second, &stem, position: &position) { term, position in
            terms.position = position
            terms.append(term, token: number)
        }
        terms.position = position
    }
}
