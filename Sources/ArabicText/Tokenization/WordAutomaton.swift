/// A rule set as a deterministic automaton over classes, with the content of the token carried along: one table look-up
/// a scalar, and the last accepting state says where the token ends and of what kind it is.
final class WordAutomaton: Sendable {
    static let unicode = WordAutomaton(.unicode)
    static let standard = WordAutomaton(.standard)

    /// The state from which nothing is left, and the one at the start of a token.
    static let dead: UInt16 = 0
    static let start: UInt16 = 1

    /// The next state at `state << 6 | class`.
    let transitions: [UInt16]
    /// The states from here up accept.
    let firstAccepting: UInt16
    /// By state: the kind of a token that ends in it.
    let kinds: [TokenKind]
    /// By state: whether a token that ends in it holds a dictionary run.
    let holdsDictionary: [Bool]
    /// By state: whether nothing can follow in the same token.
    let isFinal: [Bool]
    /// The most UTF-16 units of a token.
    let maximumUnits: Int?

    /// How many states there are, `dead` included.
    var stateCount: Int { kinds.count }

    /// One state: those of the rules that the automaton is in at once, and what the token holds.
    private struct Member: Hashable {
        var states: UInt64
        var content: TokenContent
        var holdsDictionary: Bool
    }

    /// The subset construction.
    init(_ rules: WordRules) {
        let steps = Self.steps(rules)
        var found = [Member(states: 1 << WordState.start.rawValue, content: .nothing, holdsDictionary: false)]
        var numbers = [found[0]: 0]
        var rows: [[Int?]] = []
        while rows.count < found.count {
            let member = found[rows.count]
            rows.append(
                WordClass.allCases.map { wordClass in
                    let next = Self.states(after: member.states, on: wordClass, steps)
                    guard next != 0 else { return nil }
                    let joined = Member(
                        states: next, content: member.content.adding(wordClass),
                        holdsDictionary: member.holdsDictionary || rules.usesDictionary && wordClass.dictionary != nil)
                    if let number = numbers[joined] { return number }
                    numbers[joined] = found.count
                    found.append(joined)
                    return found.count - 1
                })
        }
        let accepting = Self.mask(rules.accepting)
        let skipped = Self.mask(rules.skipped)

        // Renumbered: dead, start and the others that do not accept, those that do.
        let order =
            found.indices.filter { found[$0].states & (accepting | skipped) == 0 }
            + found.indices.filter { found[$0].states & (accepting | skipped) != 0 }
        var renumbered = [UInt16](repeating: 0, count: found.count)
        for (new, old) in order.enumerated() { renumbered[old] = UInt16(new + 1) }
        var transitions = [UInt16](repeating: Self.dead, count: (found.count + 1) << 6)
        for (old, row) in rows.enumerated() {
            for (column, next) in row.enumerated() {
                if let next { transitions[Int(renumbered[old]) << 6 | column] = renumbered[next] }
            }
        }
        self.transitions = transitions
        firstAccepting = UInt16(found.count { $0.states & (accepting | skipped) == 0 } + 1)
        kinds = [.punctuation] + order.map { Self.kind(found[$0].content, found[$0].states & accepting, skipped) }
        holdsDictionary = [false] + order.map { found[$0].holdsDictionary }
        isFinal = kinds.indices.map { state in
            transitions[state << 6..<(state + 1) << 6].allSatisfy { $0 == Self.dead }
        }
        maximumUnits = rules.maximumUnits
    }

    /// The kind of a token by what it holds, unless the rules pass over it. Where they do pass over some, the rest are
    /// terms: what is neither word nor number is then an emoji (U+00A9 too).
    private static func kind(_ content: TokenContent, _ accepting: UInt64, _ skipped: UInt64) -> TokenKind {
        let kind = content.kind
        if skipped == 0 || accepting != 0 && kind.isTerm { return kind }
        if accepting != 0 { return .emoji }
        return kind == .space ? .space : .punctuation
    }

    /// By state of the rules and class: the states that follow.
    private static func steps(_ rules: WordRules) -> [[UInt64]] {
        var steps = [[UInt64]](
            repeating: [UInt64](repeating: 0, count: WordClass.allCases.count), count: WordState.allCases.count)
        for wordClass in WordClass.allCases {
            let atoms = rules.atoms(wordClass)
            for edge in rules.edges where !edge.atoms.isDisjoint(with: atoms) {
                steps[Int(edge.from.rawValue)][Int(wordClass.rawValue)] |= 1 << edge.to.rawValue
            }
        }
        return steps
    }

    private static func states(after states: UInt64, on wordClass: WordClass, _ steps: [[UInt64]]) -> UInt64 {
        var next: UInt64 = 0
        var rest = states
        while rest != 0 {
            next |= steps[rest.trailingZeroBitCount][Int(wordClass.rawValue)]
            rest &= rest - 1
        }
        return next
    }

    private static func mask(_ states: Set<WordState>) -> UInt64 {
        states.reduce(0) { $0 | 1 << $1.rawValue }
    }
}
