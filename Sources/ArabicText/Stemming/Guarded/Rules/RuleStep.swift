/// A letter of a stem.
package enum RulePiece: Hashable, Sendable, ExpressibleByUnicodeScalarLiteral {
    case letter(GuardedLetter)
    /// The folded letter of a slice at an index.
    case at(RuleSlice, Int)

    package init(unicodeScalarLiteral scalar: Unicode.Scalar) { self = .letter(GuardedLetter(scalar)) }
}

/// How many letters a chosen slice loses for words of which a test holds, and what these words are called.
package struct RuleCut: Sendable {
    package var test: RuleTest
    package var mark: RuleMark?
    /// The letters that are cut behind, and those in front.
    package var back = 0
    package var front = 0
    /// What the first letter that is left becomes.
    package var replaced: GuardedLetter?

    package static func cut(_ count: Int, calling mark: RuleMark? = nil, if tests: RuleTest...) -> RuleCut {
        RuleCut(test: .every(tests), mark: mark, back: count)
    }

    package static func keep(calling mark: RuleMark? = nil, if tests: RuleTest...) -> RuleCut {
        RuleCut(test: .every(tests), mark: mark)
    }

    /// Cuts in front.
    package static func drop(
        _ count: Int, replacingFirstBy letter: GuardedLetter? = nil, calling mark: RuleMark, if tests: RuleTest...
    ) -> RuleCut {
        RuleCut(test: .every(tests), mark: mark, front: count, replaced: letter)
    }
}

/// A stem for words of which a test holds.
package struct RuleRow: Sendable {
    package enum Stem: Hashable, Sendable {
        case pieces([RulePiece])
        case slice(RuleSlice)
    }

    package var stem: Stem
    package var test: RuleTest

    package static func becomes(_ pieces: RulePiece..., if tests: RuleTest...) -> RuleRow {
        RuleRow(stem: .pieces(pieces), test: .every(tests))
    }

    package static func becomes(_ slice: RuleSlice, if tests: RuleTest...) -> RuleRow {
        RuleRow(stem: .slice(slice), test: .every(tests))
    }
}

/// What a step does with words: tests in a list must all hold.
package enum RuleItem: Sendable {
    /// Words of which a test does not hold leave this attempt.
    case need(_ tests: [RuleTest])
    /// The first cut that fits says what the slice is; if none does, nothing is cut.
    case choose(RuleSlice, [RuleCut])
    /// Words are marked.
    case mark(RuleMark, [RuleTest])

    // MARK: The word changes
    /// The word becomes a chosen slice; those that lose letters are marked.
    case take(RuleSlice, calling: RuleMark)
    /// The last letter becomes another one.
    case replaceLast(GuardedLetter, [RuleTest])
    case dropFirst([RuleTest])
    case dropLast([RuleTest])
    /// Each of these letters, folded, becomes another one.
    case replace([GuardedLetter], by: GuardedLetter)

    // MARK: The word leaves the step
    /// The word is its stem.
    case settle([RuleTest])
    /// The word becomes the base that the tables of irregular forms have of a slice, as the word is spelled.
    case takeBase(RuleSlice, [RuleTest])
    /// The same, behind all rules for what is written in front. Generated code for many words leaves them to its
    /// caller.
    case startAgain(RuleSlice, [RuleTest])
    /// The same for a slice of a list, in any spelling.
    case startAgainInList(RuleSlice, GuardedLists, [RuleTest])
    /// The first row that fits gives the stem, but for its canonical form; `nouns` says whether it is one of a noun.
    case stem(nouns: RuleTest, [RuleRow])

    package static func need(_ tests: RuleTest...) -> RuleItem { .need(tests) }
    package static func choose(_ slice: RuleSlice, _ cuts: RuleCut...) -> RuleItem { .choose(slice, cuts) }
    package static func mark(_ mark: RuleMark, if tests: RuleTest...) -> RuleItem { .mark(mark, tests) }
    package static func replaceLast(by letter: GuardedLetter, if tests: RuleTest...) -> RuleItem {
        .replaceLast(letter, tests)
    }
    package static func dropFirst(if tests: RuleTest...) -> RuleItem { .dropFirst(tests) }
    package static func dropLast(if tests: RuleTest...) -> RuleItem { .dropLast(tests) }
    package static func settle(if tests: RuleTest...) -> RuleItem { .settle(tests) }
    package static func takeBase(of slice: RuleSlice, if tests: RuleTest...) -> RuleItem { .takeBase(slice, tests) }
    package static func startAgain(withBaseOf slice: RuleSlice, if tests: RuleTest...) -> RuleItem {
        .startAgain(slice, tests)
    }
    package static func startAgain(
        withBaseOf slice: RuleSlice, in lists: GuardedLists, if tests: RuleTest...
    ) -> RuleItem { .startAgainInList(slice, lists, tests) }
    package static func verb(_ rows: RuleRow...) -> RuleItem { .stem(nouns: .never, rows) }
    package static func noun(_ rows: RuleRow...) -> RuleItem { .stem(nouns: .always, rows) }
    package static func stem(nounIf test: RuleTest, _ rows: RuleRow...) -> RuleItem { .stem(nouns: test, rows) }
}

/// Items in order. Words that leave it without a stem go on to the next attempt.
package struct RuleAttempt: Sendable {
    package var items: [RuleItem]
    package init(_ items: RuleItem...) { self.items = items }
}

package struct RuleStep: Sendable {
    package var name: String
    package var attempts: [RuleAttempt]
    package init(_ name: String, _ attempts: RuleAttempt...) { (self.name, self.attempts) = (name, attempts) }
}

/// The rules of the guarded stemmer. Each step has its file; ``GuardedStemmer`` says how they follow each other.
package enum GuardedRules {
    package static let steps = [proclitics, pronouns, verbs, brokenPlurals, endings, canonicalForm]
}
