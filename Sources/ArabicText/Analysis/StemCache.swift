/// The stems of words met lately, for a stemmer that takes long: a table of fixed size, without a lock, of one call.
struct StemCache: ~Copyable {
    private struct Entry {
        var word: (low: UInt64, high: UInt64) = (0, 0)
        var stem: (low: UInt64, high: UInt64) = (0, 0)
        var count: UInt8 = 0
    }

    private var entries: [Entry]

    /// A cache for a text of so many bytes: a short one needs no large table.
    init(textCount: Int) {
        var size = 64
        while size < Self.largest && size < textCount / 8 { size *= 2 }
        entries = Array(repeating: Entry(), count: size)
    }

    /// So many stems: 40 bytes each, which a near cache holds.
    private static let largest = 1 << 14

    /// Appends the stem of a word to the terms of a token: from the cache, or by the stemmer.
    mutating func append(
        _ word: Span<UInt8>, key: (low: UInt64, high: UInt64), stemmer: ArabicStemmer, scratch: inout [UInt8],
        to terms: inout TermBuffer, token: Int
    ) {
        let mixed = (key.low ^ key.high &* 0xD6E8_FEB8_6659_FD93) &* 0x9E37_79B9_7F4A_7C15
        let slot = Int(truncatingIfNeeded: (mixed >> 40) & UInt64(entries.count - 1))
        let isShort = word.count <= 16
        if isShort, entries[slot].word == key, key.low != 0 {
            terms.append(entries[slot].stem, count: Int(entries[slot].count), token: token)
            return
        }
        scratch.removeAll(keepingCapacity: true)
        stemmer.stem(word, into: &scratch)
        if isShort, scratch.count <= 16 {
            entries[slot] = Entry(word: key, stem: WordKeys.key(scratch.span), count: UInt8(scratch.count))
        }
        if !scratch.isEmpty { terms.append(scratch.span, token: token) }
    }
}
