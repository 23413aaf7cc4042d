import Support
import Testing

@testable import ArabicText

/// Sentences with the surface tokens that people marked (UD South Levantine Arabic MADAR).
@Suite struct MADARTests {
    @Test(.needsGold, arguments: [TokenizationRules.unicode, .search])
    func tokensAreThoseOfTheTreebank(_ rules: TokenizationRules) throws {
        let sentences = Gold.lines(try Gold.bytes("lemmas/madar.sentences.txt"))
        let expected = Gold.lines(try Gold.bytes("lemmas/madar.surface_tokens.txt"))
            .split(separator: [], omittingEmptySubsequences: true).map(Array.init)
        #expect(sentences.count == 100)
        #expect(sentences.count == expected.count)
        for (sentence, expected) in zip(sentences, expected) {
            let found = tokens(sentence, rules).filter { $0.kind != .space }.map { Array(sentence[$0.range]) }
            #expect(found == expected, "\(escaped(sentence))")
        }
    }
}
