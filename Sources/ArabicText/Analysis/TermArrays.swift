internal import CArabicKernels

/// Memory for one batch of terms, as `terms.h` lays it out: the folded text, what is known of each of its bytes, and the
/// terms in flat arrays.
@safe struct TermArrays: ~Copyable {
    // SAFETY: each pointer leads to as many elements as `byteRoom` and `tokenRoom` say, which only this value owns.
    private var folded: cak_folded
    private var terms: cak_terms
    private var byteRoom = 0
    private var tokenRoom = 0

    /// There is room for so many terms from the start.
    static let leastRoom = 512

    /// What becomes of a term.
    enum Status {
        static let kept = UInt8(CAK_TERM_KEPT)
        static let undecided = UInt8(CAK_TERM_UNDECIDED)
        /// Kept, with more than 16 bytes.
        static let long = UInt8(CAK_TERM_LONG)
        /// Kept, with a stem that is not in the arrays.
        static let longStem = UInt8(CAK_TERM_LONG_STEM)
        /// Kept, and not stemmed yet.
        static let unstemmed = UInt8(CAK_TERM_UNSTEMMED)
    }

    init() {
        unsafe folded = cak_folded(
            bytes: .allocate(capacity: 0), kept: .allocate(capacity: 0), undecided: .allocate(capacity: 0),
            has_undecided: false)
        unsafe terms = cak_terms(
            bytes: .allocate(capacity: 0), starts: .allocate(capacity: 0), counts: .allocate(capacity: 0),
            heads: .allocate(capacity: 0), tails: .allocate(capacity: 0), statuses: .allocate(capacity: 0), count: 0)
        reserve(bytes: 4_096, tokens: Self.leastRoom)
    }

    deinit {
        unsafe folded.bytes.deallocate()
        unsafe folded.kept.deallocate()
        unsafe folded.undecided.deallocate()
        unsafe terms.bytes.deallocate()
        unsafe terms.starts.deallocate()
        unsafe terms.counts.deallocate()
        unsafe terms.heads.deallocate()
        unsafe terms.tails.deallocate()
        unsafe terms.statuses.deallocate()
    }

    /// Makes room for a batch; what the arrays hold is void then.
    mutating func reserve(bytes: Int, tokens: Int) {
        let isLonger = bytes > byteRoom
        if isLonger {
            byteRoom = bytes + bytes / 2
            unsafe folded.bytes.renew(byteRoom + 64, 0)
            let masks = byteRoom / 64 + 3
            unsafe folded.kept.renew(masks, 0)
            unsafe folded.undecided.renew(masks, 0)
        }
        if tokens > tokenRoom {
            tokenRoom = tokens + tokens / 2 + 64
            unsafe terms.starts.renew(tokenRoom, 0)
            unsafe terms.counts.renew(tokenRoom, 0)
            unsafe terms.heads.renew(tokenRoom, 0)
            unsafe terms.tails.renew(tokenRoom, 0)
            unsafe terms.statuses.renew(tokenRoom, 0)
        } else if !isLonger {
            return
        }
        unsafe terms.bytes.renew(termRoom, 0)
    }

    private var termRoom: Int { Int(CAK_TERMS_FRONT) + Int(CAK_TERM_SLOT) * tokenRoom + byteRoom + 64 }

    // MARK: Kernels

    /// Folds the bytes of the words that are not known, and finds their terms. There must be room.
    mutating func fold(
        _ words: borrowing BatchWords, of text: Span<UInt8>, _ table: FoldTable, _ memory: inout KernelMemory
    ) {
        // SAFETY: the kernels read what there is, and write no more than there is room for.
        unsafe words.withRanges(count, of: text) { words, byteCount in
            precondition(byteCount <= byteRoom)
            var kernelTable = unsafe table.kernelTable
            unsafe cak_fold_words(words.pointee.bytes, byteCount, &kernelTable, &memory.memory, &folded)
            unsafe cak_find_terms(words, &folded, &terms)
        }
    }

    /// Whether folding has left anything undecided, be it in a word or not.
    var hasUndecided: Bool { unsafe folded.has_undecided }

    /// Makes the pages of the characters around what is undecided.
    func makePages(_ words: borrowing BatchWords, of text: Span<UInt8>, _ table: FoldTable) {
        // SAFETY: folding wrote an entry for each 64 bytes begun.
        unsafe words.withRanges(count, of: text) { words, byteCount in
            let bytes = unsafe UnsafeBufferPointer(start: words.pointee.bytes, count: byteCount).span
            for start in stride(from: 0, to: byteCount, by: 64) where unsafe folded.undecided[start / 64] != 0 {
                table.touch(bytes.extracting(max(start - 3, 0)..<min(start + 67, byteCount)))
            }
        }
    }

    /// Leaves it to the caller what becomes of the terms.
    mutating func leaveUndecided() {
        for index in 0..<count { self[status: index] = Status.undecided }
    }

    /// Marks the terms that are stop words, and those of which that is not certain.
    mutating func stop(_ stopWords: StopKernel, _ words: borrowing BatchWords, of text: Span<UInt8>) {
        // SAFETY: the kernel reads the bytes of the words.
        unsafe words.withRanges(count, of: text) { words, _ in
            unsafe stopWords.withStopWords { stop in unsafe cak_stop_terms(stop, words, &terms) }
        }
    }

    /// Takes affixes off all terms.
    mutating func stem(by rules: LightRules) { unsafe rules.stem(&terms) }

    /// Stems terms, and marks those that it does not know.
    mutating func stem(by kernel: GuardedKernel) { unsafe kernel.stem(&terms) }

    /// Puts the stem of so many bytes, up to 16, into the place of a term.
    mutating func setStem(_ stem: (low: UInt64, high: UInt64), count: Int, at index: Int) {
        let start = Int(CAK_TERMS_FRONT) + Int(CAK_TERM_SLOT) * checked(index)
        unsafe UnsafeMutableRawPointer(terms.bytes + start).storeBytes(of: stem.low, as: UInt64.self)
        unsafe UnsafeMutableRawPointer(terms.bytes + start).storeBytes(of: stem.high, toByteOffset: 8, as: UInt64.self)
        unsafe terms.starts[index] = UInt32(start)
        unsafe terms.counts[index] = UInt32(count)
    }

    /// Calls a function with the terms as the kernels take them.
    @unsafe mutating func withTerms(_ body: (UnsafeMutablePointer<cak_terms>) -> Void) { unsafe body(&terms) }

    /// Calls a function with the terms as the kernels read them.
    @unsafe borrowing func withTerms<Result>(_ body: (UnsafePointer<cak_terms>) -> Result) -> Result {
        unsafe withUnsafePointer(to: terms) { unsafe body($0) }
    }

    // MARK: Terms

    var count: Int { unsafe terms.count }

    /// Where a term lies in the bytes.
    func range(at index: Int) -> Range<Int> {
        let start = unsafe Int(terms.starts[checked(index)])
        return unsafe start..<start + Int(terms.counts[index])
    }

    subscript(status index: Int) -> UInt8 {
        get { unsafe terms.statuses[checked(index)] }
        set { unsafe terms.statuses[checked(index)] = newValue }
    }

    /// Calls a function with the folded bytes, which begin at offset 0 for `range(at:)`.
    func withBytes<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
        body(unsafe UnsafeBufferPointer(start: terms.bytes, count: termRoom).span)
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

extension UnsafeMutablePointer where Pointee: BitwiseCopyable {
    /// Leads to so many equal elements then, instead of to what is freed.
    @unsafe mutating func renew(_ count: Int, _ element: Pointee) {
        unsafe deallocate()
        unsafe self = .allocate(capacity: count)
        unsafe initialize(repeating: element, count: count)
    }
}
