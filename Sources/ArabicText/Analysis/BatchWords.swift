internal import CArabicKernels

/// The words of one batch of tokens, in order: listed where they lie in the text, or looked up in the word cache, with
/// the terms of those that it has.
@safe struct BatchWords: ~Copyable {
    // SAFETY: each pointer leads to as many elements as `room` says, which only this value owns.
    private var words: cak_batch_words
    private var room = 0
    private var byteRoom = 0
    /// The offset of the words in the text, unless they are looked up.
    private var textStart: Int?

    init() {
        unsafe words = cak_batch_words(
            tokens: .allocate(capacity: 0), count: 0, starts: .allocate(capacity: 0), ends: .allocate(capacity: 0),
            bytes: .allocate(capacity: 0), term_ends: .allocate(capacity: 0), terms: .allocate(capacity: 0),
            unknown: .allocate(capacity: 0))
    }

    deinit {
        unsafe words.tokens.deallocate()
        unsafe words.starts.deallocate()
        unsafe words.ends.deallocate()
        unsafe words.bytes.deallocate()
        unsafe words.term_ends.deallocate()
        unsafe words.terms.deallocate()
        unsafe words.unknown.deallocate()
    }

    var count: Int { unsafe words.count }

    /// Whether the words were looked up.
    var areLookedUp: Bool { textStart == nil }

    /// The number of a word's token in its batch.
    func token(at index: Int) -> Int { unsafe Int(words.tokens[checked(index)]) }

    /// What becomes of a word that was looked up, as `TermSlots.Status` has it.
    func status(at index: Int) -> UInt8 { unsafe words.term_ends[checked(index)].status }

    /// The index of a word among those that the cache does not have, where something is left to decide about it.
    func unknownIndex(at index: Int) -> Int { unsafe Int(truncatingIfNeeded: words.terms[checked(index)].low) }

    mutating func removeAll() { unsafe words.count = 0 }

    private func checked(_ index: Int) -> Int {
        precondition(index >= 0 && index < count)
        return index
    }

    // MARK: Kernels

    /// The bytes from the first token of a batch to the last may be so many: more than any but the longest words have.
    static let mostBytes = 1 << 31

    /// Takes the words of a batch of tokens, and makes all of them the terms of `arrays`.
    mutating func list(_ text: Span<UInt8>, _ tokens: borrowing TokenBuffer, terms arrays: inout TermArrays) {
        reserve(tokens: tokens.count)
        arrays.reserve(bytes: tokens.end - tokens.start, tokens: tokens.count)
        // SAFETY: there is room for all tokens.
        unsafe withKernelTokens(text, tokens) { list in unsafe cak_list_words(list, &words) }
        textStart = tokens.start
        unsafe arrays.slots.withTerms { terms in unsafe terms.pointee.count = words.count }
    }

    /// Takes the words of a batch of tokens, looks them up in the cache, and makes those that it does not have the
    /// terms of `arrays`. ``TermKernel/ignorableMarks`` may be left out.
    mutating func lookUp(
        _ cache: borrowing WordCache, _ text: Span<UInt8>, _ tokens: borrowing TokenBuffer, ignorableMarks: UInt64,
        others arrays: inout TermArrays
    ) {
        reserve(tokens: tokens.count)
        let byteCount = tokens.end - tokens.start + tokens.count
        if byteCount + 32 > byteRoom {
            byteRoom = byteCount + byteCount / 2 + 32
            unsafe words.bytes.renew(byteRoom, 0)
        }
        arrays.reserve(bytes: byteCount, tokens: tokens.count)
        // SAFETY: there is room for all tokens in both. The kernel reads the bytes of tokens, which lie within the
        // text.
        unsafe arrays.slots.withTerms { terms in
            unsafe withKernelTokens(text, tokens) { list in
                unsafe cak_list_words(list, &words)
                unsafe cache.withTable { cache in unsafe cak_look_up_words(cache, list, ignorableMarks, &words, terms) }
            }
        }
        textStart = nil
    }

    /// Calls a function with the words of which terms are to be made, so many, and how many bytes they lie in.
    @unsafe func withRanges(
        _ count: Int, of text: Span<UInt8>, _ body: (UnsafePointer<cak_word_ranges>, _ byteCount: Int) -> Void
    ) {
        precondition(count > 0 && count <= self.count)
        let byteCount = unsafe Int(words.ends[count - 1])
        var ranges = unsafe cak_word_ranges(bytes: words.bytes, starts: words.starts, ends: words.ends)
        guard let textStart else { return unsafe body(&ranges, byteCount) }
        unsafe text.extracting(textStart..<textStart + byteCount).withUnsafeBufferPointer { text in
            guard let bytes = text.baseAddress else { return }
            unsafe ranges.bytes = bytes
            unsafe body(&ranges, byteCount)
        }
    }

    /// Takes what became of the other words, and inserts it into the cache.
    mutating func insert(into cache: inout WordCache, others arrays: inout TermArrays) {
        // SAFETY: the terms are those that `lookUp` listed.
        unsafe arrays.slots.withTerms { terms in
            unsafe cache.withTable { cache in unsafe cak_insert_words(cache, terms, &words) }
        }
    }

    /// Caches the term of a word that was looked up in vain: up to 16 bytes, or none where the word is stopped or
    /// nothing is left of it.
    func remember(
        _ cache: inout WordCache, _ term: (low: UInt64, high: UInt64), count: Int, isStopped: Bool, unknown index: Int
    ) {
        precondition(areLookedUp && index >= 0 && index < self.count)
        let status = UInt8(isStopped ? CAK_TERM_STOPPED : CAK_TERM_KEPT)
        unsafe withUnsafePointer(to: words) { words in
            unsafe cache.withTable { cache in
                unsafe cak_insert_word(
                    cache, words, index, cak_word_key(low: term.low, high: term.high),
                    cak_word_end(status: status, length: UInt8(count)))
            }
        }
    }

    /// Copies the terms of a range of words that are kept, to where there is room, up to a word that is the caller's to
    /// decide: its index, or the end of the range. The terms are those of words that were only listed.
    @unsafe func copy(
        _ range: Range<Int>, _ arrays: borrowing TermArrays, to list: UnsafeMutablePointer<cak_term_list>
    ) -> Int {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        return unsafe withUnsafePointer(to: words) { words in
            if areLookedUp { return unsafe cak_copy_words(words, range.lowerBound, range.upperBound, list) }
            return unsafe arrays.slots.withTerms { terms in
                unsafe cak_copy_terms(terms, words.pointee.tokens, range.lowerBound, range.upperBound, list)
            }
        }
    }

    private mutating func reserve(tokens: Int) {
        guard tokens + 64 > room else { return }
        room = tokens + tokens / 2 + 64
        unsafe words.tokens.renew(room, 0)
        unsafe words.starts.renew(room, 0)
        unsafe words.ends.renew(room, 0)
        unsafe words.term_ends.renew(room, cak_word_end())
        unsafe words.terms.renew(room, cak_word_key())
        unsafe words.unknown.renew(room, 0)
    }
}

/// Calls a function with tokens as the kernels take them, if there are any.
@unsafe private func withKernelTokens(
    _ text: Span<UInt8>, _ tokens: borrowing TokenBuffer, _ body: (UnsafePointer<cak_token_list>) -> Void
) {
    precondition(tokens.end - tokens.start < BatchWords.mostBytes)
    unsafe text.withUnsafeBufferPointer { text in
        unsafe tokens.withArrays { ends, kinds in
            guard let bytes = text.baseAddress, let ends = ends.baseAddress, let kinds = kinds.baseAddress else {
                return
            }
            var list = unsafe cak_token_list(
                bytes: bytes, length: text.count, ends: ends, kinds: kinds, count: tokens.count,
                start: tokens.start, first_other_kind: TokenKind.punctuation.rawValue)
            unsafe body(&list)
        }
    }
}
