internal import CArabicKernels

/// Words of up to 16 bytes as pairs of numbers in a cuckoo table, for the kernel.
struct WordKeys: Sendable {
    private var keys = [cak_word_key](repeating: cak_word_key(), count: 1 << 4)
    private var bits: UInt32 = 4
    private var count = 0
    private var hasLonger = false
    private var hasEmpty = false

    /// How many slots the table has, of 16 bytes each.
    var slotCount: Int { keys.count }

    /// Adds a word; false where the table would need more than 64 slots a word, since too many words have the same ones, as
    /// nobody writes them. Words with U+0000 count as longer ones, which the table does not know.
    mutating func insert(_ word: Span<UInt8>) -> Bool {
        if word.isEmpty {
            hasEmpty = true
            return true
        }
        if word.count > 16 || word.indices.contains(where: { word[$0] == 0 }) {
            hasLonger = true
            return true
        }
        let (low, high) = Self.key(word)
        count += 1
        guard let homeless = put(cak_word_key(low: low, high: high)) else { return true }
        let others = keys
        while bits < 31, 1 << bits < max(1 << 8, 64 * count) {
            bits += 1
            keys = [cak_word_key](repeating: cak_word_key(), count: 1 << bits)
            if put(homeless) == nil, others.allSatisfy({ $0.low == 0 || put($0) == nil }) { return true }
        }
        return false
    }

    /// Puts a word into one of its slots. Each word that has to make room goes to its other slot: gives the one that is left
    /// without a slot, if there is none for all.
    private mutating func put(_ word: cak_word_key) -> cak_word_key? {
        var word = word
        var slots = cak_slots_of(word, bits)
        if keys[Int(slots.first)] == word || keys[Int(slots.second)] == word { return nil }
        var slot = slots.first
        // A chain that does not end soon is a circle: in a table of millions of words, not quite half full, the longest chains
        // have about a hundred words.
        for _ in 0..<128 {
            swap(&word, &keys[Int(slot)])
            if word.low == 0 { return nil }
            slots = cak_slots_of(word, bits)
            slot = slot == slots.first ? slots.second : slots.first
        }
        return word
    }

    /// A word of up to 16 bytes as two numbers.
    static func key(_ word: Span<UInt8>) -> (low: UInt64, high: UInt64) {
        var key: (low: UInt64, high: UInt64) = (0, 0)
        for index in word.indices {
            if index < 8 {
                key.low |= UInt64(word[index]) << (8 * index)
            } else {
                key.high |= UInt64(word[index]) << (8 * index - 64)
            }
        }
        return key
    }

    /// Calls a function with the table as the kernel takes it.
    @unsafe func withSet(_ body: (UnsafePointer<cak_word_set>) -> Void) {
        // SAFETY: the pointers are used within the call only.
        unsafe keys.withUnsafeBufferPointer { keys in
            guard let keys = keys.baseAddress else { return }
            var set = unsafe cak_word_set(keys: keys, bits: bits, has_longer: hasLonger, has_empty: hasEmpty)
            unsafe body(&set)
        }
    }
}

extension cak_word_key {
    fileprivate static func == (a: cak_word_key, b: cak_word_key) -> Bool { a.low == b.low && a.high == b.high }
}
