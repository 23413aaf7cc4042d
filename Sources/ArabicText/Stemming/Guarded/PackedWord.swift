/// A word of U+0621–064A, one byte per letter, the first one lowest, in one number: nearly every word. Up to eight
/// letters are a ``ShortWord``, up to sixteen a ``MediumWord``.
///
/// No rule makes a word longer than it was read, but for short ones.
struct PackedWord<Letters: PackedLetters>: GuardedWord, BitwiseCopyable {
    @inline(__always)
    static var capacity: Int { Letters.bitWidth / 8 }

    /// The codes of the written letters; what is behind the last one is 0.
    private(set) var letters: Letters
    private(set) var count: Int

    @inline(__always)
    init() { self.init(letters: 0, count: 0) }

    /// The word of so many codes, the first one lowest. What is behind the last one must be 0.
    @inline(__always)
    init(letters: Letters, count: Int) { (self.letters, self.count) = (letters, count) }

    @inline(__always)
    init(_ word: ShortWord) { (letters, count) = (Letters(truncatingIfNeeded: word.letters), word.count) }

    /// The same word, or nil where it has more letters than fit.
    @inline(__always)
    init?(_ word: MediumWord) {
        guard word.count <= Self.capacity else { return nil }
        self.init(letters: Letters(truncatingIfNeeded: word.letters), count: word.count)
    }

    /// The word of an array of letters, or nil where it has more letters than fit, or others.
    init?(_ word: ArrayWord) {
        guard word.count <= Self.capacity else { return nil }
        self.init()
        for letter in word.letters.reversed() {
            guard letter.isPacked else { return nil }
            prepend(UInt8(letter.code))
        }
    }

    /// Puts the code of a letter before the others; without room the last letter is lost.
    @inline(__always)
    mutating func prepend(_ code: UInt8) {
        letters = letters &<< 8 | Letters(truncatingIfNeeded: code)
        count += 1
    }

    @inline(__always)
    subscript(index: Int) -> GuardedLetter { GuardedLetter(code: written(index).code & 0x3F) }

    @inline(__always)
    func written(_ index: Int) -> GuardedLetter {
        guard index >= 0, index < Self.capacity else { return GuardedLetter(code: 0) }
        return GuardedLetter(
            code: UInt32(UInt8(truncatingIfNeeded: letters &>> Letters(truncatingIfNeeded: 8 * index))))
    }

    @inline(__always)
    subscript(fromEnd distance: Int) -> GuardedLetter {
        let shift = Letters(truncatingIfNeeded: Letters.bitWidth - 8 * distance)
        return GuardedLetter(code: UInt32(UInt8(truncatingIfNeeded: atTheTop &>> shift) & 0x3F))
    }

    @inline(__always)
    var lastWritten: GuardedLetter {
        GuardedLetter(code: UInt32(truncatingIfNeeded: atTheTop &>> Letters(truncatingIfNeeded: Letters.bitWidth - 8)))
    }

    @inline(__always)
    var beginning: UInt32 { UInt32(truncatingIfNeeded: letters) & 0x3F3F3F }

    @inline(__always)
    var tail: UInt32 {
        UInt32(truncatingIfNeeded: atTheTop &>> Letters(truncatingIfNeeded: Letters.bitWidth - 32)) & 0x3F3F_3F3F
    }

    /// The letters with the last one in the highest byte.
    @inline(__always)
    private var atTheTop: Letters { letters &<< Letters(truncatingIfNeeded: -8 &* count) }

    @inline(__always)
    func dropFirst(_ dropped: Int) -> PackedWord {
        var rest = self
        rest.letters = letters &>> Letters(truncatingIfNeeded: 8 * dropped)
        rest.count = max(0, count - dropped)
        return rest
    }

    @inline(__always)
    func dropLast(_ dropped: Int) -> PackedWord {
        if dropped == 0 { return self }
        var rest = self
        rest.count = max(0, count - dropped)
        rest.letters = letters & ((1 &<< Letters(truncatingIfNeeded: 8 * rest.count)) &- 1)
        return rest
    }

    @inline(__always)
    func appending(_ letter: GuardedLetter) -> PackedWord {
        guard count < Self.capacity else { return self }
        var word = self
        word.letters |= Letters(truncatingIfNeeded: letter.code & 0xFF) &<< Letters(truncatingIfNeeded: 8 * count)
        word.count += 1
        return word
    }

    @inline(__always)
    func replacingFirst(by letter: GuardedLetter) -> PackedWord {
        var word = self
        word.letters = letters & ~0xFF | Letters(truncatingIfNeeded: letter.code & 0xFF)
        return word
    }

    @inline(__always)
    func replacing(_ letter: GuardedLetter, by other: GuardedLetter) -> PackedWord {
        // No carry leaves its byte: 0x3F and 0x7F are below 0x100.
        let differs = (folded ^ .everywhere(letter.code & 0x3F)) &+ .everywhere(0x7F)
        let found = ~differs & .everywhere(0x80)
        let mask = found &- found &>> 7
        var word = self
        word.letters = folded & ~mask | .everywhere(other.code & 0x3F) & mask
        return word
    }

    @inline(__always)
    var key: GuardedKey {
        count <= GuardedKey.longest ? GuardedKey(letters: UInt128(truncatingIfNeeded: folded)) : GuardedKey(letters: 0)
    }

    @inline(__always)
    var maqsuraKey: GuardedKey? {
        guard lastWritten == GuardedSpelling.distinctFinal, count <= GuardedKey.longest else { return nil }
        let last: Letters = 0xFF &<< Letters(truncatingIfNeeded: 8 * (count - 1))
        return GuardedKey(letters: UInt128(truncatingIfNeeded: letters & (.everywhere(0x3F) | last)))
    }

    @inline(__always)
    var folded: Letters { letters & .everywhere(0x3F) }
}

typealias ShortWord = PackedWord<UInt64>
typealias MediumWord = PackedWord<UInt128>

/// A number that holds letters.
protocol PackedLetters: FixedWidthInteger, UnsignedInteger, BitwiseCopyable, Sendable {}
extension UInt64: PackedLetters {}
extension UInt128: PackedLetters {}

extension PackedLetters {
    /// The same byte in each place.
    @inline(__always)
    static func everywhere(_ byte: UInt32) -> Self { (~0 / 0xFF) &* Self(truncatingIfNeeded: byte) }
}
