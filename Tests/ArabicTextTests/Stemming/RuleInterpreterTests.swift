import Support
import Testing

@testable import ArabicText

/// The interpreter of the rules is the reference: what words as arrays give, and so the kernels, which
/// `GuardedWordFormsTests` hold to these on the same words.
@Suite struct RuleInterpreterTests {
    private static func text(_ word: ArrayWord) -> [UInt8] {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: word.folded)
        return Array(String(view).utf8)
    }

    @Test func isTheStemmer() throws {
        let words = try GuardedWordFormsTests.words()
        var count = 0
        for bytes in words.sampled(every: 7) {
            guard let word = ArrayWord(reading: bytes.span) else { continue }
            for stemmer in [GuardedStemmer.full, .withoutBrokenPlurals] {
                let stem = Self.text(RuleInterpreter(stemmer).stem(word))
                #expect(stem == Self.text(stemmer.stem(word)), "\(escaped(bytes))")
                count += 1
            }
        }
        #expect(count > (isExhaustive ? 15_000 : 3_000))
    }

    @Test func isTheStemmerOnRandomWords() throws {
        var run = RandomRun("interpreter of rules")
        let letters = Array("اااللويمنتبهةىأإآؤئءكسفشقحعدرصضطز".unicodeScalars)
        var count = 0
        while !run.isOver || count < 1_000 {
            let word = ArrayWord((0..<run.generator.number(below: 12)).map { _ in run.generator.pick(letters) })
            for stemmer in [GuardedStemmer.full, .withoutBrokenPlurals] {
                let stem = Self.text(RuleInterpreter(stemmer).stem(word))
                #expect(stem == Self.text(stemmer.stem(word)), "seed \(run.seed): \(escaped(Self.text(word)))")
            }
            count += 1
        }
    }
}
