/// A word on its way through the guarded stemmer: its letters without marks, each as written and folded.
///
/// The written letter keeps hamza and ى, which the guards read; the folded one has bare alef and dotted ya, and is what
/// words are compared by. A cut is a slice. Reading outside the word gives U+0000, so no rule has to ask for the length
/// first.
struct GuardedWord {
    struct Letter {
        let written: Unicode.Scalar
        let folded: Unicode.Scalar

        init(_ written: Unicode.Scalar) {
            self.written = written
            switch written {
            case "أ", "إ", "آ": folded = "ا"
            case "ى": folded = "ي"
            default: folded = written
            }
        }
    }

    private var letters: ArraySlice<Letter>

    init(_ letters: [Letter]) { self.letters = letters[...] }

    init(_ scalars: some Sequence<Unicode.Scalar>) { self.init(scalars.map(Letter.init)) }

    var count: Int { letters.count }

    /// The folded letter at that index.
    subscript(index: Int) -> Unicode.Scalar { letter(index)?.folded ?? "\0" }

    /// The folded letter at that distance from the end: 1 is the last.
    subscript(fromEnd distance: Int) -> Unicode.Scalar { self[count - distance] }

    /// The letter at that index as it is written.
    func written(_ index: Int) -> Unicode.Scalar { letter(index)?.written ?? "\0" }

    /// The last letter as it is written.
    var lastWritten: Unicode.Scalar { written(count - 1) }

    /// Is that letter written behind the first?
    func hasInside(_ letter: Unicode.Scalar) -> Bool { letters.dropFirst().contains { $0.written == letter } }

    /// The folded letters.
    var folded: some Sequence<Unicode.Scalar> { letters.lazy.map(\.folded) }

    private func letter(_ index: Int) -> Letter? {
        index >= 0 && index < letters.count ? letters[letters.startIndex + index] : nil
    }
}

// MARK: Cutting and comparing

extension GuardedWord {
    func dropFirst(_ count: Int = 1) -> GuardedWord {
        var rest = self
        rest.letters = letters.dropFirst(count)
        return rest
    }

    func dropLast(_ count: Int = 1) -> GuardedWord {
        var rest = self
        rest.letters = letters.dropLast(count)
        return rest
    }

    /// The same word with a letter behind it.
    func appending(_ letter: Unicode.Scalar) -> GuardedWord { GuardedWord(Array(letters) + [Letter(letter)]) }

    func hasPrefix(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool { self[0] == first && self[1] == second }

    func hasSuffix(_ secondLast: Unicode.Scalar, _ last: Unicode.Scalar) -> Bool {
        self[fromEnd: 1] == last && self[fromEnd: 2] == secondLast
    }

    func hasSuffix(_ thirdLast: Unicode.Scalar, _ secondLast: Unicode.Scalar, _ last: Unicode.Scalar) -> Bool {
        hasSuffix(secondLast, last) && self[fromEnd: 3] == thirdLast
    }

    /// Is one of the letters from `start` up to `end` in the set?
    func has(_ set: LetterSet, from start: Int = 0, to end: Int? = nil) -> Bool {
        letters.dropLast(count - (end ?? count)).dropFirst(start).contains { set.contains($0.folded) }
    }
}

/// A set of Arabic letters, written as a string of them.
struct LetterSet: ExpressibleByStringLiteral {
    private let bits: UInt64

    init(stringLiteral letters: StringLiteralType) {
        bits = letters.unicodeScalars.reduce(0) { $0 | Self.bit($1) }
    }

    func contains(_ letter: Unicode.Scalar) -> Bool { bits & Self.bit(letter) != 0 }

    /// The letters are U+0621…U+064A. Anything else has no bit.
    private static func bit(_ letter: Unicode.Scalar) -> UInt64 {
        letter.value > 0x620 && letter.value < 0x660 ? 1 << UInt64(letter.value - 0x620) : 0
    }

    /// The letters of prolongation: a radical that is one of them is weak.
    static let weak: LetterSet = "اوي"
    /// The prefixes of the imperfect that a bare letter writes.
    static let imperfect: LetterSet = "يتن"
}
