internal import CArabicKernels

/// Memory for one batch: the folded text, what is known of each of its bytes, and the terms.
@safe struct TermArrays: ~Copyable {
    // SAFETY: each pointer leads to what `byteRoom` asks for, which only this value owns.
    private var folded: cak_folded
    private var byteRoom = 0
    // What is reserved below makes its room.
    var slots = TermSlots(bytes: 0, tokens: 0)

    init() {
        unsafe folded = cak_folded(
            bytes: .allocate(capacity: 0), kept: .allocate(capacity: 0), undecided: .allocate(capacity: 0),
            has_undecided: false)
        reserve(bytes: TermSlots.leastByteRoom, tokens: TermSlots.leastRoom)
    }

    deinit {
        unsafe folded.bytes.deallocate()
        unsafe folded.kept.deallocate()
        unsafe folded.undecided.deallocate()
    }

    /// Makes room for a batch; what the arrays hold is void then.
    mutating func reserve(bytes: Int, tokens: Int) {
        if bytes > byteRoom {
            byteRoom = bytes + bytes / 2
            unsafe folded.bytes.renew(byteRoom + 64, 0)
            let masks = byteRoom / 64 + 3
            unsafe folded.kept.renew(masks, 0)
            unsafe folded.undecided.renew(masks, 0)
        }
        slots.reserve(bytes: byteRoom, tokens: tokens)
    }

    /// Folds the bytes of the words that are not known, and finds their terms. There must be room.
    mutating func fold(
        _ words: borrowing BatchWords, of text: Span<UInt8>, _ table: FoldTable, _ memory: inout KernelMemory
    ) {
        // SAFETY: the kernels read what there is, and write no more than there is room for.
        unsafe words.withRanges(slots.count, of: text) { words, byteCount in
            precondition(byteCount <= byteRoom)
            var kernelTable = unsafe table.kernelTable
            unsafe cak_fold_words(words.pointee.bytes, byteCount, &kernelTable, &memory.memory, &folded)
            unsafe slots.withTerms { unsafe cak_find_terms(words, &folded, $0) }
        }
    }

    /// Whether folding has left anything undecided, be it in a word or not.
    var hasUndecided: Bool { unsafe folded.has_undecided }

    /// Makes the pages of the characters around what is undecided.
    func makePages(_ words: borrowing BatchWords, of text: Span<UInt8>, _ table: FoldTable) {
        // SAFETY: folding wrote an entry for each 64 bytes begun.
        unsafe words.withRanges(slots.count, of: text) { words, byteCount in
            let bytes = unsafe UnsafeBufferPointer(start: words.pointee.bytes, count: byteCount).span
            for start in stride(from: 0, to: byteCount, by: 64) where unsafe folded.undecided[start / 64] != 0 {
                table.touch(bytes.extracting(max(start - 3, 0)..<min(start + 67, byteCount)))
            }
        }
    }

    /// Leaves it to the caller what becomes of the terms.
    mutating func leaveUndecided() {
        for index in 0..<slots.count { slots[status: index] = TermSlots.Status.undecided }
    }

    /// Marks the terms that are stop words, and those of which that is not certain.
    mutating func stop(_ stopWords: StopKernel, _ words: borrowing BatchWords, of text: Span<UInt8>) {
        // SAFETY: the kernel reads the bytes of the words.
        unsafe words.withRanges(slots.count, of: text) { words, _ in
            unsafe stopWords.withStopWords { stop in
                unsafe slots.withTerms { unsafe cak_stop_terms(stop, words, $0) }
            }
        }
    }
}

/// What the kernel remembers of characters of three and four bytes.
struct KernelMemory {
    fileprivate var memory = cak_fold_memory()

    /// Forgets it: pages of the table may have been made since.
    mutating func renew() { memory.is_made = false }
}
