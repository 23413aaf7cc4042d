@testable import ArabicText

/// A step with one test turned round, wherever the rule that states it is used.
struct RuleMutant {
    let step: RuleStep
    let name: String
}

extension RuleStep {
    /// The step with each of its tests turned round once, and with each letter of each test for several letters left
    /// out.
    var mutants: [RuleMutant] {
        var rules: [RuleTest] = []
        for test in attempts.flatMap(\.items).flatMap(\.tests) { test.collectRules(into: &rules) }
        return rules.enumerated().flatMap { number, rule in
            rule.mutants.map { mutant, name in
                RuleMutant(
                    step: mapTests { $0.replacing(rule, by: mutant) }, name: "\(self.name), rule \(number): \(name)")
            }
        }
    }

    private func mapTests(_ change: (RuleTest) -> RuleTest) -> RuleStep {
        var step = self
        for attempt in attempts.indices {
            step.attempts[attempt].items = attempts[attempt].items.map { $0.mapTests(change) }
        }
        return step
    }
}

extension RuleItem {
    /// What must hold for each thing that the item does.
    fileprivate var tests: [RuleTest] {
        switch self {
        case .need(let tests), .mark(_, let tests), .replaceLast(_, let tests), .dropFirst(let tests),
            .dropLast(let tests), .settle(let tests), .takeBase(_, let tests), .startAgain(_, let tests),
            .startAgainInList(_, _, let tests):
            [.every(tests)]
        case .choose(_, let cuts): cuts.map(\.test)
        case .stem(let nouns, let rows): [nouns] + rows.map(\.test)
        case .take, .replace: []
        }
    }

    fileprivate func mapTests(_ change: (RuleTest) -> RuleTest) -> RuleItem {
        switch self {
        case .need(let tests): return .need([change(.every(tests))])
        case .mark(let mark, let tests): return .mark(mark, [change(.every(tests))])
        case .replaceLast(let letter, let tests): return .replaceLast(letter, [change(.every(tests))])
        case .dropFirst(let tests): return .dropFirst([change(.every(tests))])
        case .dropLast(let tests): return .dropLast([change(.every(tests))])
        case .settle(let tests): return .settle([change(.every(tests))])
        case .takeBase(let slice, let tests): return .takeBase(slice, [change(.every(tests))])
        case .startAgain(let slice, let tests): return .startAgain(slice, [change(.every(tests))])
        case .startAgainInList(let slice, let lists, let tests):
            return .startAgainInList(slice, lists, [change(.every(tests))])
        case .choose(let slice, var cuts):
            for index in cuts.indices { cuts[index].test = change(cuts[index].test) }
            return .choose(slice, cuts)
        case .stem(let nouns, var rows):
            for index in rows.indices { rows[index].test = change(rows[index].test) }
            return .stem(nouns: change(nouns), rows)
        case .take, .replace: return self
        }
    }
}

extension RuleTest {
    /// The tests that are made of others, each once: a rule that is used in several places is stated once.
    fileprivate func collectRules(into rules: inout [RuleTest]) {
        switch self {
        case .every(let tests), .some(let tests):
            if !rules.contains(self) { rules.append(self) }
            for test in tests { test.collectRules(into: &rules) }
        case .negated(let test): test.collectRules(into: &rules)
        default: break
        }
    }

    fileprivate func replacing(_ old: RuleTest, by new: RuleTest) -> RuleTest {
        if self == old { return new }
        return switch self {
        case .every(let tests): .every(tests.map { $0.replacing(old, by: new) })
        case .some(let tests): .some(tests.map { $0.replacing(old, by: new) })
        case .negated(let test): .negated(test.replacing(old, by: new))
        default: self
        }
    }

    /// The rule with one of its own tests turned round.
    fileprivate var mutants: [(RuleTest, String)] {
        switch self {
        case .every(let tests): Self.mutants(tests).map { (.every($0), $1) }
        case .some(let tests): Self.mutants(tests).map { (.some($0), $1) }
        default: []
        }
    }

    private static func mutants(_ tests: [RuleTest]) -> [([RuleTest], String)] {
        tests.indices.flatMap { index in
            tests[index].turnedRound.map { test, name in
                var mutant = tests
                mutant[index] = test
                return (mutant, "test \(index)\(name)")
            }
        }
    }

    private var turnedRound: [(RuleTest, String)] {
        switch self {
        case .every, .some: return []
        case .negated(let test): return test.turnedRound.map { (.negated($0), $1) }
        case .letter(let slice, let index, let letters, let isWritten) where letters.count > 1:
            let without = letters.map { letter -> (RuleTest, String) in
                let others = letters.filter { $0 != letter }
                return (
                    .letter(slice, at: index, of: others, written: isWritten), ", without \(escapedName(of: letter))"
                )
            }
            return [(.negated(self), "")] + without
        default: return [(.negated(self), "")]
        }
    }

    private func escapedName(of letter: GuardedLetter) -> String {
        letter.scalar.properties.name ?? "\(letter.scalar.value)"
    }
}
