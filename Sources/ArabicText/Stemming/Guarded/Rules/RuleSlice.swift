/// A part of a word that a rule reads: the word without letters at either end, and perhaps with another letter.
///
/// How many letters are cut at the end may depend on the word: then the slice has a name, and an item
/// ``RuleItem/choose(_:_:)`` says how many.
package struct RuleSlice: Hashable, Sendable {
    /// The names of chosen slices.
    package enum Name: String, Sendable {
        case core, bare, withoutPronoun, withoutTanwin, body, passive, base
    }

    /// The letters cut in front and behind.
    package private(set) var skipped = 0
    package private(set) var cut = 0
    /// Another letter behind the last one.
    package private(set) var appended: GuardedLetter?
    /// Another letter in the place of the first one.
    package private(set) var replaced: GuardedLetter?
    package private(set) var name: Name?

    /// The whole word.
    package static let word = RuleSlice()

    package static func chosen(_ name: Name, skipped: Int = 0) -> RuleSlice {
        var slice = RuleSlice()
        (slice.name, slice.skipped) = (name, skipped)
        return slice
    }

    /// The same letters of the word, where nothing depends on it.
    package var unnamed: RuleSlice {
        var slice = self
        slice.name = nil
        return slice
    }

    package func dropFirst(_ count: Int = 1) -> RuleSlice {
        var rest = self
        rest.skipped += count
        return rest
    }

    package func dropLast(_ count: Int = 1) -> RuleSlice {
        var rest = self
        rest.cut += count
        return rest
    }

    package func replacingFirst(by letter: GuardedLetter) -> RuleSlice {
        var word = self
        word.replaced = letter
        return word
    }

    package func appending(_ letter: GuardedLetter) -> RuleSlice {
        var word = self
        word.appended = letter
        return word
    }

    /// The letter at an index, as a letter of a stem.
    package subscript(index: Int) -> RulePiece { .at(self, index) }
}
