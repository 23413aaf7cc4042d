import Support
import Testing

@testable import ArabicText

/// The automaton against ICU with the same rules (`word.rules`) and against a slow, obvious reference.
@Suite struct WordAutomatonTests {
    /// The classes that `word.rules` tells apart; the rest differ for token kinds and other rule sets only.
    static let classesOfRules: [WordClass] = [
        .other, .carriageReturn, .lineFeed, .newline, .space, .ignorable, .complexMark, .zeroWidthJoiner,
        .regionalIndicator, .hebrewLetter, .arabicLetter, .complexLetter, .ideograph, .ideographicLetter, .katakana,
        .singleQuote, .doubleQuote, .midNumLet, .midLetter, .midNum, .asciiDigit, .joiner, .emojiPictograph,
        .pictographicLetter,
    ]

    @Test func representativesAreOfTheirClass() {
        for wordClass in WordClass.allCases {
            #expect(representatives[wordClass].map { WordClass(scalar: $0) } == wordClass)
        }
    }

    @Test(arguments: TokenizationRules.all)
    func statesFitTheTableAndEachClassBeginsAToken(_ rules: TokenizationRules) {
        let automaton = rules.automaton
        #expect(WordClass.allCases.count <= 64)
        #expect(automaton.transitions.count == automaton.stateCount << 6)
        for wordClass in WordClass.allCases {
            let next = automaton.transitions[Int(WordAutomaton.start) << 6 | Int(wordClass.rawValue)]
            #expect(next >= automaton.firstAccepting)
        }
    }

    @Test func everySequenceOfAllClassesUpToThree() throws {
        try expectEqual(of: scalars(of: WordClass.allCases), upTo: 3)
    }

    @Test func everySequenceOfTheClassesOfTheRulesUpToFour() throws {
        try expectEqual(of: scalars(of: Self.classesOfRules), upTo: 4)
    }

    @Test func randomLongerSequences() throws {
        let oracle = try WordIterator()
        var random = SplitMix64(seed: 29)
        var failures = Failures()
        for round in (0..<40_000).sampled(every: 9) {
            let length = round % 2 == 0 ? 5 : 40
            let sequence = randomSequence(of: scalars(of: WordClass.allCases), upTo: length, &random)
            compare(sequence, oracle, &failures)
        }
        #expect(failures.isEmpty, "\(failures)")
    }

    @Test func everyScalarValueBetweenLetters() throws {
        let oracle = try WordIterator()
        var failures = Failures()
        for scalar in scalarValues(every: 7) {
            // Unassigned planes, private use, and the many alike of Han and Hangul: one page in sixteen.
            if scalar > 0x3400 && scalar & 0xF00 != 0xB00 && !(0xA000...0xABFF ~= scalar)
                && !(0xF900...0x12FFF ~= scalar) && !(0x1F000...0x1FFFF ~= scalar)
            {
                continue
            }
            compare([0x643, scalar, 0x643, scalar, 0x31, scalar, 0x31], oracle, &failures)
        }
        #expect(failures.isEmpty, "\(failures)")
    }

    private func expectEqual(of scalars: [UInt32], upTo length: Int) throws {
        let oracle = try WordIterator()
        var failures = Failures()
        forEachSequence(of: scalars, upTo: length, every: 13) { compare($0, oracle, &failures) }
        #expect(failures.isEmpty, "\(failures)")
    }

    /// The dictionary divides what the reference leaves whole, so that one is asked only where no two dictionary
    /// characters meet.
    private func compare(_ sequence: [UInt32], _ oracle: WordIterator, _ failures: inout Failures) {
        let bytes = utf8(sequence)
        let found = ends(bytes)
        if found != oracle.ends(bytes) {
            failures.add("ICU: \(escaped(bytes)) \(found) \(oracle.ends(bytes))")
        }
        if sequence.count(where: { wordClass($0).dictionary != nil }) < 2, found != referenceEnds(sequence) {
            failures.add("reference: \(escaped(bytes)) \(found) \(referenceEnds(sequence))")
        }
    }
}
