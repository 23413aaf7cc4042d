/// Up to ten folded letters in one number, six bits each, the last one lowest. Zero is no key: the word is longer, or
/// has a letter that no list has.
struct GuardedKey: Equatable {
    let bits: UInt64
}

extension GuardedWord {
    /// No listed word is longer.
    static let longestListedWord = 10

    /// The key of the word without its last `dropped` letters, and with `ending` behind it.
    func key(dropLast dropped: Int = 0, appending ending: Unicode.Scalar? = nil) -> GuardedKey {
        let kept = count - dropped
        guard kept > 0, kept + (ending == nil ? 0 : 1) <= Self.longestListedWord else { return GuardedKey(bits: 0) }
        var bits: UInt64 = 0
        for index in 0..<kept {
            let code = Self.code(self[index])
            guard code != 0 else { return GuardedKey(bits: 0) }
            bits = bits << 6 | code
        }
        if let ending { bits = bits << 6 | Self.code(ending) }
        return GuardedKey(bits: bits)
    }

    /// The key of a word whose last letter is written ى, with that letter unfolded; nil for every other word.
    var maqsuraKey: GuardedKey? {
        guard lastWritten == "ى" else { return nil }
        let rest = dropLast().key().bits
        return count > Self.longestListedWord || rest == 0 ? nil : GuardedKey(bits: rest << 6 | Self.code("ى"))
    }

    /// The last letters, up to four, as the low bits of a key.
    var tail: UInt64 {
        var bits: UInt64 = 0
        for distance in stride(from: min(4, count), through: 1, by: -1) {
            bits = bits << 6 | Self.code(self[fromEnd: distance])
        }
        return bits
    }

    private static func code(_ letter: Unicode.Scalar) -> UInt64 {
        letter >= "ء" && letter <= "ي" ? UInt64(letter.value - 0x620) : 0
    }
}

/// An ending that a listed word may carry and still be that word.
struct GuardedEnding {
    let count: Int
    private let last: Unicode.Scalar?
    private let bits: UInt64

    private init(_ letters: Substring) {
        let ending = GuardedWord(letters.unicodeScalars)
        count = ending.count
        last = letters.unicodeScalars.last
        bits = ending.tail
    }

    func ends(_ tail: UInt64) -> Bool { tail & (1 << (6 * UInt64(count)) - 1) == bits }

    /// The letters that end an ending: most words that are asked for have none of them.
    static let lastLetters = LetterSet(stringLiteral: String(all.compactMap(\.last).map(Character.init)))

    static let all: [GuardedEnding] = GuardedWords.endings.split(whereSeparator: \.isWhitespace).map(GuardedEnding.init)
}
