internal import CArabicKernels

/// The words that an analyser met lately as they stand in the text, but maybe without vowel signs, and what became of them: a
/// table without a lock, of one analyser's texts. Words of more than 31 bytes and terms of more than 16 are not kept.
@safe struct KnownWords: ~Copyable {
    // Sound: the pointer leads to 1 << bits slots of two entries, which only this value owns.
    private var table: cak_known_words
    /// How many bytes of text went through it.
    private var seen = 0

    /// Two entries, before it is told of a text.
    init() { unsafe table = cak_known_words(entries: cak_make_known_words(0), bits: 0) }

    deinit { unsafe cak_free_known_words(table.entries, table.bits) }

    /// 131,072 entries, eight megabytes: with half of them a sixth of the words of news was not among those kept.
    private static let largest: UInt32 = 16
    /// A short text needs no large table: a slot for so many bytes.
    private static let bytesPerSlot = 16

    /// Makes the table larger for so many bytes more of text, where that is worth it.
    mutating func expect(_ byteCount: Int) {
        seen += byteCount
        let old = unsafe table
        var bits = unsafe old.bits
        while bits < Self.largest && seen >> bits > Self.bytesPerSlot { bits += 1 }
        guard unsafe bits > old.bits else { return }
        unsafe table = cak_known_words(entries: cak_make_known_words(bits), bits: bits)
        for index in unsafe 0..<(2 << Int(old.bits)) where unsafe old.entries[index].word.bytes.0 != 0 {
            unsafe cak_move_known_word(&table, old.entries + index)
        }
        unsafe cak_free_known_words(old.entries, old.bits)
    }

    /// Forgets all words, but stays as large as it is.
    mutating func forget() {
        seen = 0
        unsafe cak_clear_known_words(table.entries, table.bits)
    }

    /// Calls a function with the table as the kernels take it.
    @unsafe func withTable(_ body: (UnsafePointer<cak_known_words>) -> Void) {
        unsafe withUnsafePointer(to: table) { unsafe body($0) }
    }
}
