/// A rule set as a deterministic automaton over classes, with the content of the token carried along: one table look-up
/// a scalar, and the last accepting state says where the token ends and of what kind it is.
final class WordAutomaton: Sendable {
    static let unicode = WordAutomaton(.unicode)
    static let standard = WordAutomaton(.standard)
    static let search = WordAutomaton(.search)
    static let searchDivided = WordAutomaton(.searchDivided)

    /// The state from which nothing is left, and the one at the start of a token.
    static let dead: UInt16 = 0
    static let start: UInt16 = 1

    /// The next state at `state << 6 | class`.
    let transitions: [UInt16]
    /// The states from here up accept.
    let firstAccepting: UInt16
    /// The states from here up accept before the scalar that leads to them.
    let firstAcceptingBefore: UInt16
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
        var states: UInt128
        var content = TokenContent.nothing
        var holdsDictionary = false
        /// Whether the last scalar was one with which no term may end.
        var endsInControl = false
    }

    /// The subset construction.
    init(_ rules: WordRules) {
        let steps = Self.steps(rules)
        let ends = Ends(rules)
        var found = [Member(states: 1 << WordState.start.rawValue)]
        var numbers = [found[0]: 0]
        var rows: [[Int?]] = []
        while rows.count < found.count {
            let member = found[rows.count]
            rows.append(
                WordClass.allCases.map { wordClass in
                    let next = Self.states(after: member.states, on: wordClass, steps)
                    guard next != 0 else { return nil }
                    let isBefore = ends.areBefore(next)
                    let joined = Member(
                        states: next,
                        content: isBefore ? member.content : member.content.adding(wordClass),
                        holdsDictionary: member.holdsDictionary || rules.usesDictionary && wordClass.dictionary != nil,
                        endsInControl: !isBefore && rules.atoms(wordClass).contains(.control))
                    if let number = numbers[joined] { return number }
                    numbers[joined] = found.count
                    found.append(joined)
                    return found.count - 1
                })
        }

        // Renumbered: dead, start and the others that do not accept, those that do, those that accept before.
        let endings = found.map { ends.ending($0.states, $0.content, $0.endsInControl) }
        let order =
            found.indices.filter { endings[$0] == nil }
            + found.indices.filter { endings[$0] != nil && !ends.areBefore(found[$0].states) }
            + found.indices.filter { endings[$0] != nil && ends.areBefore(found[$0].states) }
        var renumbered = [UInt16](repeating: 0, count: found.count)
        for (new, old) in order.enumerated() { renumbered[old] = UInt16(new + 1) }
        var transitions = [UInt16](repeating: Self.dead, count: (found.count + 1) << 6)
        for (old, row) in rows.enumerated() {
            for (column, next) in row.enumerated() {
                if let next { transitions[Int(renumbered[old]) << 6 | column] = renumbered[next] }
            }
        }
        self.transitions = transitions
        firstAccepting = UInt16(endings.count { $0 == nil } + 1)
        firstAcceptingBefore = UInt16(found.count + 1 - found.count { ends.areBefore($0.states) })
        kinds = [.punctuation] + order.map { endings[$0] ?? .punctuation }
        holdsDictionary =
            [false]
            + order.map { found[$0].holdsDictionary && [.arabic, .word, .number].contains(endings[$0]) }
        isFinal = kinds.indices.map { state in
            transitions[state << 6..<(state + 1) << 6].allSatisfy { $0 == Self.dead }
        }
        maximumUnits = rules.maximumUnits
    }

    /// Where tokens end, by the states of the rules.
    private struct Ends {
        let accepting: UInt128
        let skipped: UInt128
        let before: UInt128
        let kinds: [(UInt128, TokenKind)]

        init(_ rules: WordRules) {
            accepting = WordAutomaton.mask(rules.accepting)
            skipped = WordAutomaton.mask(rules.skipped)
            before = WordAutomaton.mask(rules.acceptingBefore)
            kinds = rules.kinds.map { (WordAutomaton.mask([$0.0]), $0.1) }
        }

        func areBefore(_ states: UInt128) -> Bool { states & before != 0 && states & (accepting | skipped) == 0 }

        /// The kind of a token that ends in these states, or nil where none does.
        ///
        /// It follows from what the token holds, unless the state says it or the rules pass over the token. Where they
        /// do pass over some, the rest are terms: what is neither word nor number is then an emoji (U+00A9 too).
        func ending(_ states: UInt128, _ content: TokenContent, _ endsInControl: Bool) -> TokenKind? {
            guard states & (accepting | skipped | before) != 0 else { return nil }
            let isAccepted = states & (accepting | before) != 0
            let kind =
                if let named = kinds.first(where: { states & $0.0 != 0 }) {
                    named.1
                } else if skipped == 0 || isAccepted && content.kind.isTerm {
                    content.kind
                } else if isAccepted {
                    TokenKind.emoji
                } else {
                    content.kind == .space ? TokenKind.space : .punctuation
                }
            return endsInControl && kind.isTerm ? nil : kind
        }
    }

    /// By state of the rules and class: the states that follow.
    private static func steps(_ rules: WordRules) -> [[UInt128]] {
        var steps = [[UInt128]](
            repeating: [UInt128](repeating: 0, count: WordClass.allCases.count), count: WordState.allCases.count)
        for wordClass in WordClass.allCases {
            let atoms = rules.atoms(wordClass)
            for edge in rules.edges where !edge.atoms.isDisjoint(with: atoms) {
                steps[Int(edge.from.rawValue)][Int(wordClass.rawValue)] |= 1 << edge.to.rawValue
            }
        }
        return steps
    }

    private static func states(after states: UInt128, on wordClass: WordClass, _ steps: [[UInt128]]) -> UInt128 {
        var next: UInt128 = 0
        var rest = states
        while rest != 0 {
            next |= steps[rest.trailingZeroBitCount][Int(wordClass.rawValue)]
            rest &= rest - 1
        }
        return next
    }

    private static func mask(_ states: Set<WordState>) -> UInt128 {
        states.reduce(0) { $0 | 1 << $1.rawValue }
    }
}
