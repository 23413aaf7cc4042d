/// Turns a text into terms, batch by batch. It keeps its memory from one text to the next.
package struct BatchAnalyzer: ~Copyable {
    private let compiled: CompiledSettings
    private var tokenizer: BatchTokenizer
    private var words = BatchWords()
    private var cache = WordCache()
    /// The words that the cache does not have.
    private var arrays = TermArrays()
    private var kernelMemory = KernelMemory()
    /// How many tokens the kernel could not decide, and how many batches it left anything undecided of.
    private var undecidedCount = 0
    private var undecidedBatches = 0
    /// How many there were in this text, and whether these are so many that it pays to remember what becomes of them: more than
    /// a few, and one in 16 words.
    private var undecidedInText = 0
    private var isOftenUndecided = false
    private static let fewUndecided = 16
    private var first: WordBuffer
    private var second: WordBuffer
    private var scratch: [UInt8] = []
    /// The stems of the batch that have more than 16 bytes, and how many of them are appended.
    private var longStems = WordList()
    private var longStemsDone = 0

    /// The bytes of the largest batch, with which its memory has grown.
    private(set) var largestBatch = 0

    /// The terms of the batch at hand.
    package private(set) var terms = TermBuffer()

    package init(_ analyzer: ArabicAnalyzer) { self.init(analyzer.compiled) }

    init(_ compiled: CompiledSettings) {
        self.compiled = compiled
        first = WordBuffer(compiled.before)
        second = WordBuffer(compiled.after)
        tokenizer = BatchTokenizer(compiled.settings.rules)
    }

    /// Empties the word cache, which stays as large as it is.
    mutating func forgetWords() { cache.removeAll() }

    /// Goes to the start of another text, of which only the tokens before `end` are wanted; its first word has a position.
    package mutating func restart(position: Int = 0, end: Int = .max) {
        tokenizer = BatchTokenizer(compiled.settings.rules, limit: end)
        terms.source.restart()
        terms.position = position
        (undecidedInText, isOftenUndecided) = (0, false)
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
        if terms.source.end == 0, compiled.needsMemory { cache.reserve(forTextOf: bytes.count) }
        while tokenizer.fill(&terms.source, from: bytes) {
            analyzeBatch(bytes)
            if terms.count > 0 { return true }
        }
        return false
    }

    private mutating func analyzeBatch(_ bytes: Span<UInt8>) {
        largestBatch = max(largestBatch, terms.source.end - terms.source.start)
        longStems.removeAll()
        longStemsDone = 0
        if terms.source.end - terms.source.start >= BatchWords.mostBytes { return analyzeEach(bytes) }
        if compiled.needsMemory || isOftenUndecided {
            words.lookUp(
                cache, bytes, terms.source, ignorableMarks: compiled.kernel?.ignorableMarks ?? 0, others: &arrays)
        } else {
            words.list(bytes, terms.source, terms: &arrays)
        }
        if arrays.slots.count > 0 {
            makeTerms(bytes)
            if words.areLookedUp { words.insert(into: &cache, others: &arrays) }
        }
        terms.start(words)
        var index = 0
        while true {
            index = terms.append(index..<words.count, of: words, arrays)
            if index == words.count { break }
            appendWord(at: index, of: bytes)
            index += 1
        }
    }

    /// The slow path for all words: token by token.
    private mutating func analyzeEach(_ bytes: Span<UInt8>) {
        words.removeAll()
        terms.start(words)
        for token in 0..<terms.source.count where terms.source.isTerm(at: token) {
            analyze(token, unknown: nil, of: bytes)
        }
    }

    /// Turns the words that the cache does not have into terms, as far as the kernels can.
    private mutating func makeTerms(_ bytes: Span<UInt8>) {
        guard let kernel = compiled.kernel else {
            arrays.leaveUndecided()
            return
        }
        arrays.fold(words, of: bytes, kernel.table, &kernelMemory)
        if arrays.hasUndecided {
            // Nobody looks at what is no word, so its pages are made here: ever more rarely, since some things stay undecided.
            undecidedBatches += 1
            if Self.isSeldom(undecidedBatches) {
                arrays.makePages(words, of: bytes, kernel.table)
                kernelMemory.renew()
            }
        }
        arrays.stop(kernel.stopWords, words, of: bytes)
        let stemmer = compiled.settings.stemmer
        if let rules = compiled.lightRules {
            arrays.slots.stem(by: rules)
        } else if let kernel = stemmer.guarded?.kernel {
            if compiled.unstemmed.count > 0 { leaveUnstemmed() }
            arrays.slots.stem(by: kernel)
            stemTerms(of: TermSlots.Status.unstemmed, by: stemmer)
        } else if stemmer != .none {
            stemTerms(of: TermSlots.Status.kept, by: stemmer)
        }
    }

    /// Whether what is done ever more rarely is due at a count: at the powers of two.
    private static func isSeldom(_ count: Int) -> Bool { count.nonzeroBitCount == 1 }

    /// Keeps words that are not stemmed from a kernel, which does not know them.
    private mutating func leaveUnstemmed() {
        for index in 0..<arrays.slots.count
        where arrays.slots[status: index] == TermSlots.Status.kept && isUnstemmed(arrays.slots.range(at: index)) {
            arrays.slots[status: index] = TermSlots.Status.unstemmed
        }
    }

    private mutating func stemTerms(of status: UInt8, by stemmer: ArabicStemmer) {
        for index in 0..<arrays.slots.count where arrays.slots[status: index] == status {
            arrays.slots[status: index] = TermSlots.Status.kept
            stemTerm(at: index, by: stemmer)
        }
    }

    /// Puts a stem into the place of a term, unless it has more than 16 bytes.
    private mutating func stemTerm(at index: Int, by stemmer: ArabicStemmer) {
        let range = arrays.slots.range(at: index)
        if range.isEmpty || isUnstemmed(range) { return }
        scratch.removeAll(keepingCapacity: true)
        arrays.slots.withBytes { stemmer.stem($0.extracting(range), into: &scratch) }
        if scratch.count <= 16 {
            arrays.slots.setStem(WordKeys.key(scratch.span), count: scratch.count, at: index)
        } else {
            arrays.slots[status: index] = TermSlots.Status.longStem
            let stem = scratch
            longStems.append(stem.span)
        }
    }

    private func isUnstemmed(_ range: Range<Int>) -> Bool {
        compiled.unstemmed.count > 0 && arrays.slots.withBytes { compiled.unstemmed.contains($0.extracting(range)) }
    }

    /// Appends the terms of a word about which something is left to decide.
    private mutating func appendWord(at index: Int, of bytes: Span<UInt8>) {
        let token = words.token(at: index)
        let term = words.areLookedUp ? words.unknownIndex(at: index) : index
        switch words.areLookedUp ? words.status(at: index) : arrays.slots[status: index] {
        case TermSlots.Status.kept, TermSlots.Status.long:
            let range = arrays.slots.range(at: term)
            arrays.slots.withBytes { terms.append($0.extracting(range), token: token) }
        case TermSlots.Status.longStem:
            let stems = longStems.bytes
            terms.append(stems.span.extracting(longStems.word(at: longStemsDone)), token: token)
            longStemsDone += 1
        default:
            analyze(token, unknown: words.areLookedUp ? term : nil, of: bytes)
            undecidedInText += 1
            if words.areLookedUp || undecidedInText <= Self.fewUndecided + terms.source.termsBefore / 16 { return }
            isOftenUndecided = true
            cache.reserve(forTextOf: bytes.count)
        }
    }

    /// Appends the terms of one token by the slow path, and caches them if its word was looked up.
    private mutating func analyze(_ token: Int, unknown: Int?, of bytes: Span<UInt8>) {
        let word = bytes.extracting(terms.source.range(at: token))
        let (count, position) = (terms.count, terms.position)
        Self.analyze(word, compiled, &first, &second, &scratch, number: token, into: &terms)
        if let unknown, terms.count <= count + 1, terms.position <= position + 1 {
            var term: (low: UInt64, high: UInt64) = (0, 0)
            let range = terms.count > count ? terms.term(at: count) : 0..<0
            if range.count <= 16 {
                term = WordKeys.key(terms.bytes.span.extracting(range))
                let isStopped = range.isEmpty && terms.position > position
                words.remember(&cache, term, count: range.count, isStopped: isStopped, unknown: unknown)
            }
        }
        // The kernel knows what is on pages that are made: now there are those of this word too. It looks anew ever more
        // rarely, since that takes longer than a word.
        compiled.kernel?.table.touch(word)
        undecidedCount += 1
        if Self.isSeldom(undecidedCount) { kernelMemory.renew() }
    }

    private static func analyze(
        _ word: Span<UInt8>, _ compiled: CompiledSettings, _ first: inout WordBuffer, _ second: inout WordBuffer,
        _ stem: inout [UInt8], number: Int, into terms: inout TermBuffer
    ) {
        var position = terms.position
        compiled.analyze(word, &first, &second, &stem, position: &position) { term, position in
            terms.position = position
            terms.append(term, token: number)
        }
        terms.position = position
    }
}
