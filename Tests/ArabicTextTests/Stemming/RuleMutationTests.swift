import Support
import Testing

@testable import ArabicText

/// Tests of rules are not idle: turned round, nearly each makes a difference to a word of the tests.
@Suite(.enabled(if: isExhaustive, "ARABICTEXT_EXHAUSTIVE is not set")) struct RuleMutationTests {
    private typealias Path = KeyPath<RuleInterpreter, RuleStep>

    /// A word before a step, and behind it.
    private struct Case {
        let before: RuleReading
        let behind: RuleReading
        let result: RuleReading.Result

        init(_ before: RuleReading, _ step: RuleStep) {
            var reading = before
            self.before = before
            result = reading.run(step)
            behind = reading
        }

        func notices(_ step: RuleStep) -> Bool {
            var reading = before
            return reading.run(step) != result || reading.word != behind.word || reading.marks != behind.marks
        }
    }

    /// Words of the lists behind a preposition that hides the alef of their article, beside those of other tests.
    private static func words() throws -> [[UInt8]] {
        let listed = GuardedLexicon.guards.flatMap { $0.1.split(whereSeparator: \.isWhitespace) }
        let hidden = listed.filter { $0.hasPrefix("ال") }.flatMap { word in
            ["ل", "ول", "فل"].map { Array(($0 + word.dropFirst()).utf8) }
        }
        #expect(hidden.count > 30)
        return hidden + (try GuardedWordFormsTests.words())
    }

    @Test func eachTestMakesADifference() throws {
        let interpreter = RuleInterpreter(.full)
        var readings: [Path: [RuleReading]] = [:]
        let words = try Self.words()
        for bytes in words {
            guard let word = ArrayWord(reading: bytes.span) else { continue }
            _ = interpreter.stem(word) { readings[$0, default: []].append($1) }
        }
        let steps: [Path] = [
            \.proclitics, \.pronouns, \.verbs, \.brokenPlurals, \.endings, \.canonicalForm,
        ]
        var (count, noticed): (Int, Int) = (0, 0)
        for path in steps {
            let step = interpreter[keyPath: path]
            let cases = try #require(readings[path]).map { Case($0, step) }
            #expect(cases.count > 500, "\(step.name)")
            let mutants = step.mutants
            for mutant in mutants {
                count += 1
                if cases.contains(where: { $0.notices(mutant.step) }) {
                    noticed += 1
                } else {
                    print("no word notices: \(mutant.name)")
                }
            }
        }
        print("tests of rules turned round: \(count), noticed: \(noticed)")
        #expect(count > 600)
        // What no word notices is a letter that few words have where a rare rule reads it, or a test that only saves a
        // reader from thinking of others. There must not be more of these.
        #expect(Double(noticed) > 0.9 * Double(count))
    }
}
