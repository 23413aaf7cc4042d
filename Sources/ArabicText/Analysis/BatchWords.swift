internal import CArabicKernels

/// The words of one batch of tokens, in order, and the terms of those that are known.
@safe struct BatchWords: ~Copyable {
    // Sound: each pointer leads to as many elements as `room` says, which only this value owns.
    private var words: cak_batch_words
    private var room = 0
    private var byteRoom = 0

    init() {
        unsafe words = cak_batch_words(
            tokens: .allocate(capacity: 0), ends: .allocate(capacity: 0), terms: .allocate(capacity: 0), count: 0,
            unknown: .allocate(capacity: 0), bytes: .allocate(capacity: 0), unknown_starts: .allocate(capacity: 0))
    }

    deinit {
        unsafe words.tokens.deallocate()
        unsafe words.ends.deallocate()
        unsafe words.terms.deallocate()
        unsafe words.unknown.deallocate()
        unsafe words.bytes.deallocate()
        unsafe words.unknown_starts.deallocate()
    }

    var count: Int { unsafe words.count }

    /// The number of a word's token in its batch.
    func token(at index: Int) -> Int { unsafe Int(words.tokens[checked(index)]) }

    /// What becomes of a word, as `TermArrays.Fate` has it.
    func fate(at index: Int) -> UInt8 { unsafe words.ends[checked(index)].fate }

    /// The index of a word among the unknown ones, where something is left to decide about it.
    func unknownIndex(at index: Int) -> Int { unsafe Int(truncatingIfNeeded: words.terms[checked(index)].low) }

    private func checked(_ index: Int) -> Int {
        precondition(index >= 0 && index < count)
        return index
    }

    // MARK: Kernels

    /// Takes the words of a batch of tokens, recalls those that are known, and makes the others the terms of `arrays`. Marks
    /// as ``TermKernel/voidMarks`` has them may be left out.
    mutating func recall(
        _ known: borrowing KnownWords, _ text: Span<UInt8>, _ tokens: borrowing TokenBuffer, voidMarks: UInt64,
        others arrays: inout TermArrays
    ) {
        reserve(tokens: tokens.count, bytes: tokens.end - tokens.start)
        arrays.reserve(bytes: tokens.end - tokens.start + tokens.count, tokens: tokens.count)
        // Sound: there is room for all tokens in both. The kernel reads the bytes of tokens, which lie within the text.
        unsafe arrays.withTerms { terms in
            unsafe withKernelTokens(text, tokens) { list in
                unsafe known.withTable { known in unsafe cak_recall_words(known, list, voidMarks, &words, terms) }
            }
        }
    }

    /// Calls a function with the words that are not known, so many, and how many bytes they have with their spaces.
    @unsafe func withUnknown(_ count: Int, _ body: (UnsafePointer<cak_spaced_words>, _ byteCount: Int) -> Void) {
        precondition(count >= 0 && count < room)
        var unknown = unsafe cak_spaced_words(bytes: words.bytes, starts: words.unknown_starts)
        unsafe body(&unknown, words.unknown_starts[count])
    }

    /// Takes what became of the other words, and remembers it.
    mutating func settle(_ known: inout KnownWords, others arrays: inout TermArrays) {
        // Sound: the terms are those that `recall` listed.
        unsafe arrays.withTerms { terms in
            unsafe known.withTable { known in unsafe cak_settle_words(known, terms, &words) }
        }
    }

    /// Remembers the term of a word that was unknown, of up to 16 bytes, or that it has none: it is stopped, or nothing is
    /// left of it.
    func remember(
        _ known: inout KnownWords, _ term: (low: UInt64, high: UInt64), count: Int, isStopped: Bool, unknown index: Int
    ) {
        precondition(index >= 0 && index < room)
        let fate = UInt8(isStopped ? CAK_TERM_STOPPED : CAK_TERM_KEPT)
        unsafe withUnsafePointer(to: words) { words in
            unsafe known.withTable { known in
                unsafe cak_remember_word(
                    known, words, index, cak_word_key(low: term.low, high: term.high),
                    cak_word_end(fate: fate, length: UInt8(count)))
            }
        }
    }

    /// Copies the terms of a range of words that are kept, to where there is room, up to a word that is the caller's to
    /// decide: its index, or the end of the range.
    @unsafe func copy(_ range: Range<Int>, to list: UnsafeMutablePointer<cak_term_list>) -> Int {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        var words = unsafe words
        return unsafe cak_copy_words(&words, range.lowerBound, range.upperBound, list)
    }

    private mutating func reserve(tokens: Int, bytes: Int) {
        if tokens >= room {
            room = tokens + tokens / 2 + 1
            unsafe words.tokens.renew(room, 0)
            unsafe words.ends.renew(room, cak_word_end())
            unsafe words.terms.renew(room, cak_word_key())
            unsafe words.unknown.renew(room, 0)
            unsafe words.unknown_starts.renew(room, 0)
        }
        if bytes + room + 32 > byteRoom {
            byteRoom = bytes + bytes / 2 + room + 32
            unsafe words.bytes.renew(byteRoom, 0)
        }
    }
}

/// Calls a function with tokens as the kernels take them, if there are any.
@unsafe private func withKernelTokens(
    _ text: Span<UInt8>, _ tokens: borrowing TokenBuffer, _ body: (UnsafePointer<cak_token_list>) -> Void
) {
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
