internal import CArabicKernels

/// Memory for one batch of terms, as `terms.h` lays it out: the folded text, what is known of each of its bytes, and the
/// terms in flat arrays.
@safe struct TermArrays: ~Copyable {
    // Sound: each pointer leads to as many elements as `byteRoom` and `tokenRoom` say, which only this value owns.
    private var folded: cak_folded
    private var terms: cak_terms
    /// Indices of terms.
    private var open: UnsafeMutablePointer<UInt32>
    private var byteRoom = 0
    private var tokenRoom = 0

    /// What becomes of a term.
    enum Fate {
        static let kept = UInt8(CAK_TERM_KEPT)
        static let stopped = UInt8(CAK_TERM_STOPPED)
        static let undecided = UInt8(CAK_TERM_UNDECIDED)
        /// Kept, and not to be stemmed.
        static let unstemmed: UInt8 = 3
        /// Kept, with a stem that is not in the arrays.
        static let long = UInt8(CAK_TERM_LONG)
    }

    init() {
        unsafe folded = cak_folded(
            bytes: .allocate(capacity: 0), kept: .allocate(capacity: 0), undecided: .allocate(capacity: 0),
            kept_before: .allocate(capacity: 0), start: 0)
        unsafe terms = cak_terms(
            tokens: .allocate(capacity: 0), starts: .allocate(capacity: 0), counts: .allocate(capacity: 0),
            low: .allocate(capacity: 0), high: .allocate(capacity: 0), fates: .allocate(capacity: 0), count: 0)
        unsafe open = .allocate(capacity: 0)
        reserve(bytes: 4_096, tokens: 512)
    }

    deinit {
        unsafe folded.bytes.deallocate()
        unsafe folded.kept.deallocate()
        unsafe folded.undecided.deallocate()
        unsafe folded.kept_before.deallocate()
        unsafe terms.tokens.deallocate()
        unsafe open.deallocate()
        unsafe terms.starts.deallocate()
        unsafe terms.counts.deallocate()
        unsafe terms.low.deallocate()
        unsafe terms.high.deallocate()
        unsafe terms.fates.deallocate()
    }

    /// Makes room for a batch; what the arrays hold is void then.
    mutating func reserve(bytes: Int, tokens: Int) {
        func renew<Element>(_ array: inout UnsafeMutablePointer<Element>, _ count: Int, _ zero: Element) {
            unsafe array.deallocate()
            unsafe array = .allocate(capacity: count)
            unsafe array.initialize(repeating: zero, count: count)
        }
        if bytes > byteRoom {
            byteRoom = bytes + bytes / 2
            unsafe renew(&folded.bytes, byteRoom + Int(CAK_FOLDED_FRONT) + 64, 0)
            let masks = byteRoom / 64 + 3
            unsafe renew(&folded.kept, masks, 0)
            unsafe renew(&folded.undecided, masks, 0)
            unsafe renew(&folded.kept_before, masks, 0)
        }
        if tokens > tokenRoom {
            tokenRoom = tokens + tokens / 2
            let room = tokenRoom + 16
            unsafe renew(&terms.tokens, room, 0)
            unsafe renew(&open, room, 0)
            unsafe renew(&terms.starts, room, 0)
            unsafe renew(&terms.counts, room, 0)
            unsafe renew(&terms.low, room, 0)
            unsafe renew(&terms.high, room, 0)
            unsafe renew(&terms.fates, room, 0)
        }
    }

    // MARK: Kernels

    /// Folds the bytes of a batch of tokens and finds its terms. There must be room.
    mutating func fold(
        _ text: Span<UInt8>, _ tokens: borrowing TokenBuffer, _ table: FoldTable, _ memory: inout KernelMemory
    ) {
        reserve(bytes: tokens.end - tokens.start, tokens: tokens.count)
        // Sound: the kernels read what the spans hold, and write no more than there is room for.
        unsafe text.withUnsafeBufferPointer { text in
            guard let start = text.baseAddress else { return }
            var kernelTable = unsafe table.kernelTable
            unsafe cak_fold_words(
                start, text.count, tokens.start, tokens.end, &kernelTable, &memory.memory, &folded)
        }
        unsafe tokens.withArrays { ends, kinds in
            guard let ends = ends.baseAddress, let kinds = kinds.baseAddress else { return }
            unsafe cak_find_terms(
                ends, kinds, tokens.count, tokens.start, TokenKind.punctuation.rawValue, &folded, &terms)
        }
    }

    /// Marks the terms that are among some words, and those of which that is not certain.
    mutating func stop(_ words: WordKeys) {
        unsafe words.withSet { set in unsafe cak_stop_terms(set, &terms) }
    }

    /// Takes affixes off all terms.
    mutating func stem(by tables: LightTables) { unsafe tables.stem(&terms, in: folded.bytes) }

    /// Decides about stopped terms by how they are written in the text.
    mutating func confirmStops(_ spellings: StopSpellings, _ text: Span<UInt8>, _ tokens: borrowing TokenBuffer) {
        // Sound: the kernel reads the bytes of tokens, which lie within the text.
        unsafe text.withUnsafeBufferPointer { text in
            unsafe tokens.withArrays { ends, _ in
                guard let text = text.baseAddress, let ends = ends.baseAddress else { return }
                var letters = spellings.fixedLetters
                unsafe spellings.words.withSet { set in
                    unsafe cak_confirm_stops(set, &letters, text, ends, tokens.start, &terms)
                }
            }
        }
    }

    /// Copies the terms of a range of indices that are kept to where there is room.
    @unsafe func copy(_ range: Range<Int>, to list: UnsafeMutablePointer<cak_term_list>) {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        var terms = unsafe terms
        unsafe cak_copy_terms(&terms, folded.bytes, range.lowerBound, range.upperBound, list)
    }

    /// Puts a stem into the place of each term that a cache knows, and lists the others: how many there are.
    mutating func lookUpStems(in cache: borrowing StemCache) -> Int { unsafe cache.lookUp(&terms, open) }

    /// One of the terms that `lookUpStems` has listed.
    func open(at index: Int) -> Int { unsafe Int(open[checked(index)]) }

    /// Puts a stem into the place of a term.
    mutating func setStem(_ stem: (low: UInt64, high: UInt64), at index: Int) {
        unsafe (terms.low[checked(index)], terms.high[index]) = stem
    }

    /// Copies stems that stand in the places of their terms, to where there is room, up to a term that is the caller's to
    /// decide: its index, or the end of the range.
    @unsafe func copyStems(_ range: Range<Int>, to list: UnsafeMutablePointer<cak_term_list>) -> Int {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        var terms = unsafe terms
        return unsafe cak_copy_stems(&terms, range.lowerBound, range.upperBound, list)
    }

    /// The bytes of a range of terms.
    func byteCount(of range: Range<Int>) -> Int {
        range.isEmpty
            ? 0 : self.range(at: range.upperBound - 1).upperBound - self.range(at: range.lowerBound).lowerBound
    }

    // MARK: Terms

    var count: Int { unsafe terms.count }

    /// The number of a term's token in its batch.
    func token(at index: Int) -> Int { unsafe Int(terms.tokens[checked(index)]) }

    /// Where a term lies in the bytes.
    func range(at index: Int) -> Range<Int> {
        let start = unsafe Int(terms.starts[checked(index)])
        return unsafe start..<start + Int(terms.counts[index])
    }

    /// The first 16 bytes of a term, as a stop list and a cache compare them; void once it is stemmed.
    func key(at index: Int) -> (low: UInt64, high: UInt64) {
        unsafe (terms.low[checked(index)], terms.high[index])
    }

    subscript(fate index: Int) -> UInt8 {
        get { unsafe terms.fates[checked(index)] }
        set { unsafe terms.fates[checked(index)] = newValue }
    }

    /// Calls a function with the folded bytes, which begin at offset 0 for `range(at:)`.
    func withBytes<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
        body(unsafe UnsafeBufferPointer(start: folded.bytes, count: byteRoom + Int(CAK_FOLDED_FRONT)).span)
    }

    private func checked(_ index: Int) -> Int {
        precondition(index >= 0 && index < tokenRoom)
        return index
    }
}

/// What the kernel remembers of characters of three and four bytes.
struct KernelMemory {
    fileprivate var memory = cak_fold_memory()

    /// Forgets it: pages of the table may have been made since.
    mutating func renew() { memory.is_made = false }
}
