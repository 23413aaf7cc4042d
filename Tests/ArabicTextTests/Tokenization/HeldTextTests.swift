import Support
import Testing

@testable import ArabicText

/// What ``HeldText`` calls certain is certain.
@Suite struct HeldTextTests {
    /// After any character that is no space, a space belongs to no token that the character belongs to, and shows at
    /// once where that token ends. So text may be cut there.
    @Test(arguments: TokenizationRules.all)
    func aSpaceEndsEveryToken(_ rules: TokenizationRules) {
        let automaton = rules.automaton
        let spaces: Set<WordClass> = [.space, .otherSpace, .carriageReturn, .lineFeed, .newline, .joinerSpace]
        for state in 1..<automaton.stateCount {
            for wordClass in WordClass.allCases where !spaces.contains(wordClass) {
                let after = automaton.transitions[state << 6 | Int(wordClass.rawValue)]
                if after == WordAutomaton.dead { continue }
                for end in [WordClass.space, .lineFeed] {
                    let next = automaton.transitions[Int(after) << 6 | Int(end.rawValue)]
                    let endsBefore = next >= automaton.firstAcceptingBefore && automaton.isFinal[Int(next)]
                    #expect(next == WordAutomaton.dead || endsBefore, "\(state) \(wordClass) \(end)")
                }
            }
        }
    }

    private func streamed(_ bytes: [UInt8], _ rules: TokenizationRules, chunks: [Int]) -> [Token] {
        var held = HeldText(rules)
        var tokens: [Token] = []
        func take() {
            ArabicTokenizer(rules).forEachToken(in: held.bytes.span) { token in
                if token.range.lowerBound >= held.settled { return }
                let range = token.range.lowerBound + held.base..<token.range.upperBound + held.base
                tokens.append(Token(range: range, kind: token.kind, position: 0))
            }
        }
        var start = 0
        for end in chunks + [bytes.count] {
            held.append(bytes[start..<end].span)
            take()
            start = end
        }
        held.finish()
        take()
        return tokens
    }

    @Test(arguments: TokenizationRules.all)
    func anyCutGivesTheTokensOfTheWhole(_ rules: TokenizationRules) {
        var random = SplitMix64(seed: 21)
        var failures = Failures()
        let long = Array((TokenStreamTests.text + String(repeating: "س", count: 300) + TokenStreamTests.text).utf8)
        func check(_ bytes: [UInt8], _ chunks: [Int]) {
            let expected = tokens(bytes, rules).map { Token(range: $0.range, kind: $0.kind, position: 0) }
            if streamed(bytes, rules, chunks: chunks) != expected { failures.add(escaped(bytes) + " at \(chunks)") }
        }
        for size in 1...64 { check(long, Array(stride(from: size, to: long.count, by: size))) }
        for _ in 0..<500 {
            var scalars = randomSequence(of: scalarsOfAllClasses, upTo: 12, &random)
            for index in scalars.indices where Int.random(in: 0..<4, using: &random) == 0 { scalars[index] = 0x20 }
            let bytes = utf8(scalars)
            for cut in 0...bytes.count { check(bytes, [cut]) }
            check(bytes, (0..<3).map { _ in Int.random(in: 0...bytes.count, using: &random) }.sorted())
        }
        #expect(failures.isEmpty, "\(failures)")
    }

    private let scalarsOfAllClasses = scalars(of: WordClass.allCases)
}
