import ArabicText

extension RuleTest {
    /// Needs no look-up.
    var isCheap: Bool {
        switch self {
        case .listed, .guarded, .irregular: false
        case .every(let tests), .some(let tests): tests.allSatisfy(\.isCheap)
        case .negated(let test): test.isCheap
        default: true
        }
    }

    /// What look-ups a test needs, so that the cheaper one is made first, and the other for fewer words.
    var cost: Int {
        switch self {
        case .listed(let slice, _): slice == .word ? 1 : 2
        case .irregular: 3
        case .guarded: 4
        case .every(let tests), .some(let tests): tests.map(\.cost).reduce(0, +)
        case .negated(let test): test.cost
        default: 0
        }
    }

    private var isCount: Bool {
        if case .count = self { true } else { false }
    }

    /// Tests that must all hold, those of nested ones among them, counts first.
    static func flat(_ tests: [RuleTest]) -> [RuleTest] {
        let all = tests.flatMap { test in
            if case .every(let inner) = test { flat(inner) } else { [test] }
        }
        return all.filter(\.isCount) + all.filter { !$0.isCount }
    }

    /// A cheap test that holds wherever this one may, or (`upper` being false) nowhere but where this one does.
    ///
    /// Marks that are not known yet hold at most where what defines them does.
    func bound(upper: Bool, knowing known: Set<RuleMark>, _ definitions: [RuleMark: RuleTest]) -> RuleTest {
        switch self {
        case .listed, .guarded, .irregular: upper ? .always : .never
        case .marked(let mark) where !known.contains(mark):
            upper ? definitions[mark]?.bound(upper: true, knowing: known, definitions) ?? .always : .never
        case .every(let tests): .every(tests.map { $0.bound(upper: upper, knowing: known, definitions) })
        case .some(let tests): .some(tests.map { $0.bound(upper: upper, knowing: known, definitions) })
        case .negated(let test): .negated(test.bound(upper: !upper, knowing: known, definitions))
        default: self
        }
    }

    /// Does this test hold nowhere but where another one does?
    func implies(_ other: RuleTest, _ definitions: [RuleMark: RuleTest]) -> Bool {
        if self == other { return true }
        return switch self {
        case .every(let tests): tests.contains { $0.implies(other, definitions) }
        case .some(let tests): !tests.isEmpty && tests.allSatisfy { $0.implies(other, definitions) }
        case .marked(let mark): definitions[mark]?.implies(other, definitions) ?? false
        default: false
        }
    }

    /// The marks that are asked for.
    var marks: Set<RuleMark> {
        switch self {
        case .marked(let mark): [mark]
        case .every(let tests), .some(let tests): tests.reduce(into: []) { $0.formUnion($1.marks) }
        case .negated(let test): test.marks
        default: []
        }
    }
}

extension RuleItem {
    /// Lists of tests that must all hold, as they stand in the item. A base that is taken must be there.
    var conditions: [[RuleTest]] {
        switch self {
        case .need(let tests), .mark(_, let tests), .replaceLast(_, let tests), .dropFirst(let tests),
            .dropLast(let tests), .settle(let tests):
            [tests]
        case .takeBase(let slice, let tests), .startAgain(let slice, let tests): [tests + [.irregular(slice)]]
        case .startAgainInList(let slice, let lists, let tests): [tests + [.listed(slice, lists)]]
        case .choose(_, let cuts): cuts.map { [$0.test] }
        case .stem(let nouns, let rows): rows.map { [$0.test] } + [[nouns]]
        case .take, .replace: []
        }
    }
}
