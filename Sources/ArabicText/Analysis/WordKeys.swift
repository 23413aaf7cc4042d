internal import CArabicKernels

/// Words of up to 16 bytes as pairs of numbers in an open-addressing table, for the kernel.
struct WordKeys: Sendable {
    private var low: [UInt64]
    private var high: [UInt64]
    private let bits: UInt32
    private var hasLonger = false

    /// The table of these words. Words with U+0000 count as longer ones, which the table does not know.
    init(_ words: [[UInt8]]) {
        var bits: UInt32 = 4
        // A quarter full, so that most searches end at the first slot.
        while 1 << bits < words.count * 4 { bits += 1 }
        self.bits = bits
        low = [UInt64](repeating: 0, count: 1 << bits)
        high = low
        for word in words where !word.isEmpty {
            if word.count > 16 || word.contains(0) {
                hasLonger = true
                continue
            }
            let key = Self.key(word.span)
            let slot = slot(of: key)
            (low[slot], high[slot]) = key
        }
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

    private func slot(of key: (low: UInt64, high: UInt64)) -> Int {
        var slot = Int(cak_word_slot(key.low, key.high, bits))
        while low[slot] != 0 && (low[slot] != key.low || high[slot] != key.high) { slot = (slot + 1) & (low.count - 1) }
        return slot
    }

    /// Calls a function with the table as the kernel takes it.
    @unsafe func withSet(_ body: (UnsafePointer<cak_word_set>) -> Void) {
        // Sound: the pointers are used within the call only.
        unsafe low.withUnsafeBufferPointer { low in
            unsafe high.withUnsafeBufferPointer { high in
                guard let low = low.baseAddress, let high = high.baseAddress else { return }
                var set = unsafe cak_word_set(low: low, high: high, bits: bits, has_longer: hasLonger)
                unsafe body(&set)
            }
        }
    }
}
