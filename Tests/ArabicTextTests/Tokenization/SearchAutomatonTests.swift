import Support
import Testing

@testable import ArabicText

/// The automaton for searching against regular expressions, and against the rules of Unicode where the two agree.
@Suite struct SearchAutomatonTests {
    /// The characters that `SearchReference` knows.
    private static let alphabet: [UInt32] =
        "\u{643}\u{645}\u{640}abwW13\u{663}_\u{64E}\u{200D}\u{200F} \n«\"'’·\u{60C}.:,;/-+%@#*&?()".unicodeScalars
        .map(\.value)

    @Test func everySequenceUpToThree() throws {
        var failures = Failures()
        try forEachSequence(of: Self.alphabet, upTo: 3) { try compare($0, &failures) }
        #expect(failures.isNoneOfSome, "\(failures)")
    }

    @Test func randomLongerSequences() throws {
        var random = SplitMix64(seed: 41)
        var failures = Failures()
        for round in 0..<8_000 {
            try compare(randomSequence(of: Self.alphabet, upTo: round % 2 == 0 ? 8 : 30, &random), &failures)
        }
        #expect(failures.isNoneOfSome, "\(failures)")
    }

    /// Pieces of addresses, numbers and initials in any order come together to what the rules mean more often than single
    /// characters do.
    @Test func randomSequencesOfPieces() throws {
        let pieces = [
            "a://b", "www.", "a.ab/", "a@b.a", "@", "#", "1/", "-1", "+1", "11", "\u{643}.\u{645}", ".", "\u{643}", "%",
            "(", ")", "?", "_", "/", "&a", "\u{200F}", "\u{64E}", " ", "a", "\u{640}", "1.1", ",",
        ].map { $0.unicodeScalars.map(\.value) }
        var random = SplitMix64(seed: 42)
        var failures = Failures()
        for _ in 0..<8_000 {
            let count = Int.random(in: 1...7, using: &random)
            try compare((0..<count).flatMap { _ in pieces[Int.random(in: pieces.indices, using: &random)] }, &failures)
        }
        #expect(failures.isNoneOfSome, "\(failures)")
    }

    /// Where nothing stands that the rules for searching treat otherwise, both sets give the same.
    @Test func otherScriptsAreCutAsByUnicode() {
        let classes: [WordClass] = [
            .other, .otherSpace, .carriageReturn, .lineFeed, .newline, .space, .ignorable, .textSelector, .tag, .tagEnd,
            .emojiModifier, .complexMark, .regionalIndicator, .arabicLetter, .hebrewLetter, .letter, .complexLetter,
            .ideograph, .ideographicLetter, .katakana, .doubleQuote, .midLetter, .midNum, .number, .asciiDigit, .joiner,
            .joinerSpace, .textPictograph, .emojiPictograph, .textModifierBase, .emojiModifierBase, .laterLetter,
        ]
        var random = SplitMix64(seed: 43)
        var failures = Failures()
        for round in 0..<60_000 {
            let some = scalars(of: classes.filter { round % 2 == 0 ? $0 != .midLetter : $0 != .arabicLetter })
            let bytes = utf8(randomSequence(of: some, upTo: 20, &random))
            let found = tokens(bytes, .search)
            if found != tokens(bytes) { failures.add(escaped(bytes)) }
        }
        #expect(failures.isEmpty, "\(failures)")
    }

    private func compare(_ sequence: [UInt32], _ failures: inout Failures) throws {
        failures.test()
        let bytes = utf8(sequence)
        let text = String(decoding: bytes, as: UTF8.self)
        let expected = try SearchReference.tokens(text)
        let found = tokens(bytes, .search).map {
            ($0.kind, String(decoding: bytes[$0.range], as: UTF8.self).utf16.count)
        }
        if !found.elementsEqual(expected, by: { $0 == $1 }) {
            failures.add("\(escaped(bytes)) \(found) \(expected)")
        }
    }
}
