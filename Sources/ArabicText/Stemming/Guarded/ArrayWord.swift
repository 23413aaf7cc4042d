/// A word of any letters and any length, as an array of letters; a cut is a slice.
struct ArrayWord: GuardedWord, Equatable {
    private(set) var letters: ArraySlice<GuardedLetter>

    init() { letters = [] }

    init(_ scalars: some Sequence<Unicode.Scalar>) { letters = ArraySlice(scalars.map { GuardedLetter($0) }) }

    init(_ word: ShortWord) { letters = ArraySlice((0..<word.count).map(word.written)) }

    var count: Int { letters.count }

    subscript(index: Int) -> GuardedLetter { written(index).folded }

    subscript(fromEnd distance: Int) -> GuardedLetter { self[count - distance] }

    func written(_ index: Int) -> GuardedLetter {
        index >= 0 && index < letters.count ? letters[letters.startIndex + index] : GuardedLetter(code: 0)
    }

    var lastWritten: GuardedLetter { written(count - 1) }

    /// The folded letters.
    var folded: some Sequence<Unicode.Scalar> { letters.lazy.map(\.foldedScalar) }

    func dropFirst(_ count: Int) -> ArrayWord {
        var rest = self
        rest.letters = letters.dropFirst(count)
        return rest
    }

    func dropLast(_ count: Int) -> ArrayWord {
        var rest = self
        rest.letters = letters.dropLast(count)
        return rest
    }

    func appending(_ letter: GuardedLetter) -> ArrayWord {
        var word = self
        word.letters.append(letter)
        return word
    }

    func replacingFirst(by letter: GuardedLetter) -> ArrayWord {
        var word = self
        word.letters = [letter] + letters.dropFirst()
        return word
    }

    func replacing(_ letter: GuardedLetter, by other: GuardedLetter) -> ArrayWord {
        var word = self
        word.letters = ArraySlice(letters.map { $0.folded == letter ? other : $0.folded })
        return word
    }

    var key: GuardedKey { hasKey ? GuardedKey(packing: letters.map(\.folded)) : GuardedKey(letters: 0) }

    var maqsuraKey: GuardedKey? {
        hasKey && lastWritten == GuardedSpelling.distinctFinal
            ? GuardedKey(packing: letters.dropLast().map(\.folded) + [lastWritten]) : nil
    }

    /// Else the word need not be looked at: it may be very long.
    private var hasKey: Bool { count <= GuardedKey.longest }

    var beginning: UInt32 {
        (0..<3).reduce(0) { beginning, index in
            let letter = self[index]
            return beginning | (letter.isPacked ? letter.code << (8 * UInt32(index)) : 0)
        }
    }

    var tail: UInt32 {
        (1...4).reduce(0) { tail, distance in
            let letter = self[fromEnd: distance]
            return tail | (letter.isPacked ? letter.code << (32 - 8 * UInt32(distance)) : 0)
        }
    }
}
