import Support
import Testing

import ArabicText

/// The forms in which tokens come, and the names of the rules.
@Suite struct ArabicTokenizerTests {
    @Test func rulesHaveNames() {
        #expect(TokenizationRules.all.map(\.name) == ["unicode", "standard", "search", "search-divided"])
        for rules in TokenizationRules.all { #expect(TokenizationRules(named: rules.name) == rules) }
        #expect(TokenizationRules(named: "Unicode") == nil)
    }

    @Test func everyFormGivesTheSameTokens() {
        let text = "السلام عليكم، كِتَابٌ! \u{E02}\u{E49}\u{E32}\u{E27} 漢字"
        for rules in TokenizationRules.all {
            let tokenizer = ArabicTokenizer(rules)
            var found: [Token] = []
            tokenizer.forEachToken(in: text.utf8Span.span) { found.append($0) }
            #expect(tokenizer.tokens(in: text) == found)
            #expect(Array(tokenizer.tokenSequence(in: text)) == found)
        }
    }

    @Test func aSequenceIsLazyAndStartsAgain() {
        let sequence = ArabicTokenizer().tokenSequence(in: "أ ب ج")
        #expect(Array(sequence.prefix(1)).map(\.range) == [0..<2])
        #expect(Array(sequence).count == 5)
    }

    @Test func anErrorEndsTheCall() {
        struct Stop: Error {}
        var count = 0
        #expect(throws: Stop.self) {
            try ArabicTokenizer().forEachToken(in: Array("a b c".utf8).span) { (_: Token) throws(Stop) in
                count += 1
                if count == 2 { throw Stop() }
            }
        }
        #expect(count == 2)
    }
}
