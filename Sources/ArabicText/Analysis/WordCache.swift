internal import CArabicKernels

/// A cache of the words that an analyser met lately, as they stand in the text but maybe without vowel signs, with the
/// term of each. It belongs to one batch analyser and has no lock. Words of more than 31 bytes and terms of more than
/// 16 are not cached.
@safe struct WordCache: ~Copyable {
    // SAFETY: the pointer leads to 1 << bits slots of two entries, which only this value owns.
    private var table: cak_word_cache
    /// How many bytes of text went through it.
    private var seen = 0

    /// Two entries, until room is reserved for a text.
    init() { unsafe table = cak_word_cache(entries: cak_make_word_cache(0), bits: 0) }

    deinit { unsafe cak_free_word_cache(table.entries, table.bits) }

    /// 131,072 entries, eight megabytes: with half of them a sixth of the words of news was not among those kept.
    private static let largest: UInt32 = 16
    /// A short text needs no large table: one slot for each 16 bytes.
    private static let bytesPerSlot = 16

    /// Grows the table for another `byteCount` bytes of text, where that is worth it.
    mutating func reserve(forTextOf byteCount: Int) {
        seen += byteCount
        let old = unsafe table
        var bits = unsafe old.bits
        while bits < Self.largest && seen >> bits > Self.bytesPerSlot { bits += 1 }
        guard unsafe bits > old.bits else { return }
        unsafe table = cak_word_cache(entries: cak_make_word_cache(bits), bits: bits)
        for index in unsafe 0..<(2 << Int(old.bits)) where unsafe old.entries[index].word.bytes.0 != 0 {
            unsafe cak_move_cached_word(&table, old.entries + index)
        }
        unsafe cak_free_word_cache(old.entries, old.bits)
    }

    /// Empties the cache, which stays as large as it is.
    mutating func removeAll() {
        seen = 0
        unsafe cak_clear_word_cache(table.entries, table.bits)
    }

    /// Calls a function with the table as the kernels take it.
    @unsafe func withTable(_ body: (UnsafePointer<cak_word_cache>) -> Void) {
        unsafe withUnsafePointer(to: table) { unsafe body($0) }
    }
}
