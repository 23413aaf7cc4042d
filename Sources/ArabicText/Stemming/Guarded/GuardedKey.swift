internal import CArabicKernels

/// Up to ten letters in one number, a byte each, the first one lowest. Zero is no key: the word is longer, or has a letter
/// that no list has.
struct GuardedKey: Hashable, BitwiseCopyable, Sendable {
    let letters: UInt128

    /// No listed word is longer.
    static let longest = 10

    @inline(__always)
    init(letters: UInt128) { self.letters = letters }

    /// The key of some letters, as they are.
    init(packing word: [GuardedLetter]) {
        guard word.count <= Self.longest, word.allSatisfy(\.isPacked) else {
            letters = 0
            return
        }
        letters = word.reversed().reduce(0) { $0 << 8 | UInt128($1.code) }
    }

    /// The key's place in a hash table: the top bits are the best ones.
    @inline(__always)
    var hash: UInt64 {
        cak_guarded_hash(UInt64(truncatingIfNeeded: letters), UInt64(truncatingIfNeeded: letters &>> 64))
    }
}
