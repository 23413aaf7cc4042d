/// A word on its way through the guarded stemmer: its letters without marks, each as written and folded.
///
/// The written letter keeps hamza and ى, which the guards read; the folded one has bare alef and dotted ya, and is what
/// words are compared by. Reading outside the word gives a letter that equals none, so no rule has to ask for the length
/// first.
///
/// The rules are written once, for any form of a word. ``PackedWord`` is the fast form, of nearly all words;
/// ``ArrayWord`` is the obvious one, for all. ``GuardedRules`` states them as data, which must say the same.
protocol GuardedWord: Sendable {
    init()
    init(_ word: ShortWord)

    var count: Int { get }

    /// The folded letter at that index.
    subscript(index: Int) -> GuardedLetter { get }

    /// The folded letter at that distance from the end: 1 is the last.
    subscript(fromEnd distance: Int) -> GuardedLetter { get }

    /// The letter at that index as it is written.
    func written(_ index: Int) -> GuardedLetter

    /// The last letter as it is written.
    var lastWritten: GuardedLetter { get }

    func dropFirst(_ count: Int) -> Self

    func dropLast(_ count: Int) -> Self

    /// The same word with a letter behind it.
    func appending(_ letter: GuardedLetter) -> Self

    /// The word with its first letter replaced.
    func replacingFirst(by letter: GuardedLetter) -> Self

    /// The folded word with one letter for another everywhere.
    func replacing(_ letter: GuardedLetter, by other: GuardedLetter) -> Self

    /// What word lists are searched by.
    var key: GuardedKey { get }

    /// The key of a word whose last letter is written ى, with that letter unfolded; nil for every other word.
    var maqsuraKey: GuardedKey? { get }

    /// The first three letters, folded, the first in the lowest byte; 0 for a letter without a code of one byte.
    var beginning: UInt32 { get }

    /// The last letters, folded, up to four, the last in the highest byte; 0 for a letter without a code of one byte.
    var tail: UInt32 { get }
}

extension GuardedWord {
    @inline(__always)
    init(_ first: GuardedLetter, _ second: GuardedLetter, _ third: GuardedLetter) {
        self = Self().appending(first).appending(second).appending(third)
    }

    @inline(__always)
    init(_ first: GuardedLetter, _ second: GuardedLetter, _ third: GuardedLetter, _ fourth: GuardedLetter) {
        self = Self(first, second, third).appending(fourth)
    }

    @inline(__always)
    func dropFirst() -> Self { dropFirst(1) }

    @inline(__always)
    func dropLast() -> Self { dropLast(1) }

    @inline(__always)
    func hasPrefix(_ first: GuardedLetter, _ second: GuardedLetter) -> Bool { self[0] == first && self[1] == second }

    @inline(__always)
    func hasSuffix(_ secondLast: GuardedLetter, _ last: GuardedLetter) -> Bool {
        self[fromEnd: 1] == last && self[fromEnd: 2] == secondLast
    }

    @inline(__always)
    func hasSuffix(_ thirdLast: GuardedLetter, _ secondLast: GuardedLetter, _ last: GuardedLetter) -> Bool {
        hasSuffix(secondLast, last) && self[fromEnd: 3] == thirdLast
    }

    /// Is one of the letters from `start` up to `end` in the set?
    func has(_ set: LetterSet, from start: Int = 0, to end: Int? = nil) -> Bool {
        var index = start
        let end = end ?? count
        while index < end {
            if set.contains(self[index]) { return true }
            index += 1
        }
        return false
    }

    /// Is that letter written behind the first?
    func hasInside(_ letter: GuardedLetter) -> Bool {
        var index = 1
        while index < count {
            if written(index) == letter { return true }
            index += 1
        }
        return false
    }
}
