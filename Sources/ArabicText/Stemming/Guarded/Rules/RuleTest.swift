/// A question about a word, as data: an interpreter asks it of one word, and generated code of 64 words at once.
package indirect enum RuleTest: Hashable, Sendable {
    /// Is one of the letters at an index (from 0), or at a distance from the end (-1: the last one)? Letters are
    /// compared as they are written, or folded. No letter is outside a word.
    case letter(RuleSlice, at: Int, of: [GuardedLetter], written: Bool)
    /// Is the folded letter anywhere from one index on, but not among the last `before` letters?
    case anywhere(RuleSlice, GuardedLetter, from: Int, before: Int)
    /// Are the folded letters at two indices the same?
    case equal(RuleSlice, Int, Int)
    case count(RuleSlice, ClosedRange<Int>)
    /// Is the slice in one of the lists?
    case listed(RuleSlice, GuardedLists)
    /// Is the slice in one of the lists, or a listed word with an ending?
    case guarded(RuleSlice, GuardedLists)
    /// Has the slice, as it is spelled, a base in the tables of irregular forms?
    case irregular(RuleSlice)
    case marked(RuleMark)
    case every([RuleTest])
    case some([RuleTest])
    case negated(RuleTest)

    /// Holds of every word.
    package static let always = RuleTest.every([])
    package static let never = RuleTest.some([])

    package static func all(_ tests: RuleTest...) -> RuleTest { .every(tests) }
    package static func any(_ tests: RuleTest...) -> RuleTest { .some(tests) }
    package static func not(_ test: RuleTest) -> RuleTest { .negated(test) }
}

extension RuleSlice {
    private static let longest = 99

    /// One of these letters is at an index.
    package func letter(_ index: Int, _ letters: GuardedLetter...) -> RuleTest {
        .letter(self, at: index, of: letters, written: false)
    }

    /// One of these letters is so far from the end: 1 is the last one.
    package func last(_ distance: Int, _ letters: GuardedLetter...) -> RuleTest {
        .letter(self, at: -distance, of: letters, written: false)
    }

    package func written(_ index: Int, _ letters: GuardedLetter...) -> RuleTest {
        .letter(self, at: index, of: letters, written: true)
    }

    package func lastWritten(_ distance: Int, _ letters: GuardedLetter...) -> RuleTest {
        .letter(self, at: -distance, of: letters, written: true)
    }

    package func begins(_ letters: GuardedLetter...) -> RuleTest {
        .every(letters.indices.map { .letter(self, at: $0, of: [letters[$0]], written: false) })
    }

    package func ends(_ letters: GuardedLetter...) -> RuleTest {
        .every(letters.indices.map { .letter(self, at: $0 - letters.count, of: [letters[$0]], written: false) })
    }

    package func count(_ count: Int) -> RuleTest { .count(self, count...count) }
    package func atLeast(_ count: Int) -> RuleTest { .count(self, count...Self.longest) }
    package func atMost(_ count: Int) -> RuleTest { .count(self, 0...count) }
    package func listed(_ lists: GuardedLists) -> RuleTest { .listed(self, lists) }
    package func guarded(_ lists: GuardedLists) -> RuleTest { .guarded(self, lists) }
    package var irregular: RuleTest { .irregular(self) }
}
