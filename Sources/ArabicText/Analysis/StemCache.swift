internal import CArabicKernels

/// The stems of words met lately, for a stemmer that takes longer than a look-up: a table of fixed size, without a lock, of
/// one call. Words and stems of more than 16 bytes are not kept.
@safe struct StemCache: ~Copyable {
    // Sound: the pointer leads to 1 << bits slots of two entries, which only this value owns.
    private let cache: cak_stem_cache

    /// A cache for a text of so many bytes: a short one needs no large table.
    init(textCount: Int) {
        var bits: UInt32 = 6
        while bits < Self.largest && 1 << bits < textCount / 16 { bits += 1 }
        // A slot lies within a cache line.
        let slot = 2 * MemoryLayout<cak_stem>.stride
        let memory = UnsafeMutableRawPointer.allocate(byteCount: slot << bits, alignment: slot)
        let entries = unsafe memory.bindMemory(to: cak_stem.self, capacity: 2 << bits)
        unsafe entries.initialize(repeating: cak_stem(), count: 2 << bits)
        unsafe cache = cak_stem_cache(entries: entries, bits: bits)
    }

    deinit { unsafe cache.entries.deallocate() }

    /// 65,536 entries, two megabytes. Of the words of news that are no stop words, a third is not among the last 16,384
    /// distinct ones, a fifth not among so many.
    private static let largest: UInt32 = 15

    /// Puts a stem into the place of each term that is known, and lists the indices of those that are to be stemmed, where
    /// there is room for one a term: how many.
    @unsafe func lookUp(_ terms: UnsafeMutablePointer<cak_terms>, _ open: UnsafeMutablePointer<UInt32>) -> Int {
        unsafe withUnsafePointer(to: cache) { cache in unsafe cak_look_up_stems(cache, terms, open) }
    }

    /// Keeps the stem of a word, both of up to 16 bytes. The word must not be empty.
    mutating func keep(_ stem: (low: UInt64, high: UInt64), of word: (low: UInt64, high: UInt64)) {
        unsafe withUnsafePointer(to: cache) { cache in
            unsafe cak_keep_stem(
                cache, cak_stem(word_low: word.low, word_high: word.high, stem_low: stem.low, stem_high: stem.high))
        }
    }
}
