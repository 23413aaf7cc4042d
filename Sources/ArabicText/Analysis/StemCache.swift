internal import CArabicKernels

/// The stems of words met lately, for a stemmer that takes longer than a look-up: a table of fixed size, without a lock, of
/// one call. Words and stems of more than 16 bytes are not kept.
@safe struct StemCache: ~Copyable {
    // Sound: the pointer leads to 1 << bits entries, which only this value owns.
    private let cache: cak_stem_cache

    /// A cache for a text of so many bytes: a short one needs no large table.
    init(textCount: Int) {
        var bits: UInt32 = 6
        while bits < Self.largest && 1 << bits < textCount / 8 { bits += 1 }
        let stride = MemoryLayout<cak_stem>.stride
        // An entry lies within a cache line.
        let memory = UnsafeMutableRawPointer.allocate(byteCount: stride << bits, alignment: stride)
        let entries = unsafe memory.bindMemory(to: cak_stem.self, capacity: 1 << bits)
        unsafe entries.initialize(repeating: cak_stem(), count: 1 << bits)
        unsafe cache = cak_stem_cache(entries: entries, bits: bits)
    }

    deinit { unsafe cache.entries.deallocate() }

    /// 16,384 entries, half a megabyte, which a near cache of the processor holds.
    private static let largest: UInt32 = 14

    /// Copies stems of terms, up to one that is not known, to where there is room for 16 bytes a term; its index.
    @unsafe func copyStems(
        of terms: UnsafePointer<cak_terms>, _ range: Range<Int>, to list: UnsafeMutablePointer<cak_term_list>
    ) -> Int {
        unsafe withUnsafePointer(to: cache) { cache in
            unsafe cak_copy_stems(cache, terms, range.lowerBound, range.upperBound, list)
        }
    }

    /// Keeps the stem of a word, both of up to 16 bytes. The word must not be empty.
    mutating func keep(_ stem: (low: UInt64, high: UInt64), of word: (low: UInt64, high: UInt64)) {
        let slot = unsafe cak_stem_slot(word.low, word.high, cache.bits)
        // Sound: a slot is below 1 << bits.
        unsafe cache.entries[slot] = cak_stem(
            word_low: word.low, word_high: word.high, stem_low: stem.low, stem_high: stem.high)
    }
}
