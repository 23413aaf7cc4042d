/// A letter of a word on its way through the guarded stemmer, as it is written: `أ` and `ا` differ.
///
/// U+0621–064A have a code of one byte. Its low six bits are the folded letter (bare alef, dotted ya), by which words are
/// compared; the high two tell apart what is folded to the same. No letter is 0.
package struct GuardedLetter: Hashable, Sendable, ExpressibleByUnicodeScalarLiteral {
    package let code: UInt32

    init(code: UInt32) { self.code = code }

    @inline(__always)
    package init(unicodeScalarLiteral scalar: Unicode.Scalar) { self.init(scalar) }

    @inline(__always)
    package init(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "أ": code = 1 << 6 | Self.alef
        case "إ": code = 2 << 6 | Self.alef
        case "آ": code = 3 << 6 | Self.alef
        case "ى": code = 1 << 6 | Self.ya
        case "ء"..."ي": code = scalar.value - Self.origin
        default: code = scalar.value + Self.others
        }
    }

    /// The scalar before the first letter.
    package static let origin: UInt32 = 0x620
    private static let alef = 0x627 - origin
    private static let ya = 0x64A - origin
    private static let others: UInt32 = 0x100

    /// The letter as a scalar.
    package var scalar: Unicode.Scalar {
        switch self {
        case "أ": "أ"
        case "إ": "إ"
        case "آ": "آ"
        case "ى": "ى"
        default: foldedScalar
        }
    }

    /// Has the letter a code of one byte?
    var isPacked: Bool { code < Self.others }

    /// The letter with bare alef and dotted ya.
    var folded: GuardedLetter { isPacked ? GuardedLetter(code: code & 0x3F) : self }

    /// The folded letter as a scalar.
    var foldedScalar: Unicode.Scalar {
        let letter = folded
        return Unicode.Scalar(letter.isPacked ? letter.code + Self.origin : letter.code - Self.others) ?? "\u{FFFD}"
    }
}

/// A set of Arabic letters, `"ا" | "و"`; folded letters are looked for in it.
struct LetterSet: ExpressibleByUnicodeScalarLiteral {
    private var bits: UInt64

    @inline(__always)
    init(unicodeScalarLiteral letter: Unicode.Scalar) { self.init(GuardedLetter(letter)) }

    @inline(__always)
    init(_ letter: GuardedLetter) { bits = Self.bit(letter) }

    /// The set of no letters.
    init() { bits = 0 }

    @inline(__always)
    static func | (left: LetterSet, right: LetterSet) -> LetterSet {
        var union = left
        union.bits |= right.bits
        return union
    }

    @inline(__always)
    func contains(_ letter: GuardedLetter) -> Bool { bits & Self.bit(letter) != 0 }

    /// What has no code of one byte has no bit, nor has the 0 outside a word.
    @inline(__always)
    private static func bit(_ letter: GuardedLetter) -> UInt64 {
        letter.code < 64 ? (1 &<< UInt64(letter.code)) & ~1 : 0
    }

    /// The letters of prolongation: a radical that is one of them is weak.
    @inline(__always) static var weak: LetterSet { "ا" | "و" | "ي" }
    /// The prefixes of the imperfect that a bare letter writes.
    @inline(__always) static var imperfect: LetterSet { "ي" | "ت" | "ن" }
}
