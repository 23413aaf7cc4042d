import ArabicText
import Support
import Testing

@Suite struct ArabicMatcherTests {
    private func matches(
        _ query: String, _ text: String, _ options: MatchOptions = [], profile: NormalizationProfile = .search
    ) throws -> [[UInt8]] {
        try text.ranges(matching: query, profile: profile, options: options).map { Array(text[$0].utf8) }
    }

    /// The third word, though marks and an alef before it fall away.
    @Test func findsTheThirdWord() throws {
        let word = "\u{646}\u{628}\u{627}\u{62A}"
        let text =
            "\u{643}\u{64F}\u{62A}\u{651}\u{64E}\u{627}\u{64E}\u{628}\u{652} \u{628}\u{64A}\u{648}\u{62A} \(word)"
        #expect(try matches(word, text) == [Array(word.utf8)])
        #expect(try text.ranges(matching: word).first?.upperBound == text.endIndex)
    }

    @Test func marksOfTheLastLetterBelongToTheMatch() throws {
        let text = "\u{643}\u{64E}\u{62A}\u{64E}\u{628}\u{64E} \u{642}"
        #expect(try matches("\u{643}\u{62A}\u{628}", text) == [Array(text.utf8.dropLast(3))])
    }

    @Test func spellingsMeet() throws {
        let text =
            "\u{625}\u{628}\u{631}\u{627}\u{647}\u{6CC}\u{645} \u{627}\u{628}\u{640}\u{631}\u{627}\u{647}\u{64A}\u{645}"
        #expect(try matches("\u{627}\u{628}\u{631}\u{627}\u{647}\u{64A}\u{645}", text).count == 2)
        #expect(try matches("\u{627}\u{628}\u{631}\u{627}\u{647}\u{64A}\u{645}", text, profile: .lossless).isEmpty)
    }

    @Test func wholeWords() throws {
        let text =
            "\u{643}\u{62A}\u{627}\u{628} \u{643}\u{62A}\u{627}\u{628}\u{647}\u{60C}\u{643}\u{62A}\u{627}\u{628}."
        #expect(try matches("\u{643}\u{62A}\u{627}\u{628}", text).count == 3)
        #expect(try matches("\u{643}\u{62A}\u{627}\u{628}", text, .wholeWords).count == 2)
    }

    /// A partly vocalised query.
    @Test func vocalization() throws {
        let kataba = "\u{643}\u{64E}\u{62A}\u{64E}\u{628}\u{64E}"
        let kutiba = "\u{643}\u{64F}\u{62A}\u{650}\u{628}"
        let bare = "\u{643}\u{62A}\u{628}"
        let text = "\(kataba) \(kutiba) \(bare)"
        let partly = "\u{643}\u{64E}\u{62A}\u{628}"
        #expect(try matches(partly, text).count == 3)
        #expect(try matches(partly, text, .vocalization) == [Array(kataba.utf8), Array(bare.utf8)])
        #expect(try matches(bare, text, .vocalization).count == 3)
        // Shadda and vowel in either order.
        let typed = "\u{643}\u{62A}\u{651}\u{64E}\u{628}"
        let composed = "\u{643}\u{62A}\u{64E}\u{651}\u{628}"
        #expect(try matches(typed, composed, .vocalization).count == 1)
    }

    @Test func matchesDoNotOverlapAndAreLinear() throws {
        #expect(try matches("\u{647}\u{647}", "\u{647}\u{647}\u{647}\u{647}\u{647}").count == 2)
        #expect(try matches("\u{64E}", "\u{628}\u{64E}").isEmpty)
        #expect(try matches("", "abc").isEmpty)
        // Would take hours if it were the product of both lengths.
        let query = String(repeating: "\u{628}", count: 50_000) + "\u{62A}"
        #expect(try matches(query, String(repeating: "\u{628}", count: 100_000)).isEmpty)
    }

    @Test func illFormedBytesMatchNothing() throws {
        let matcher = try ArabicMatcher("\u{628}\u{62A}")
        let bytes: [UInt8] = [0xD8, 0xA8, 0xFF, 0xD8, 0xAA, 0xD8, 0xA8, 0xD8, 0xAA, 0xD8]
        #expect(matcher.byteRanges(in: bytes.span) == [5..<9])
    }

    /// A match's own text holds the query, and every part of a text is found in it.
    @Test func partsAreFound() throws {
        var random = RandomText(seed: 39)
        let normalizer = try ArabicNormalizer(.search)
        for _ in 0..<100 {
            let scalars = random.next(longest: 12)
            let before = utf8(random.next(longest: 6))
            let query = String(decoding: utf8(scalars), as: UTF8.self)
            let text = String(decoding: before + Array(" ".utf8) + utf8(scalars) + Array(" ".utf8), as: UTF8.self)
            let normalized = normalizer.normalize(query)
            // Marks that stay may compose with what stands before.
            let first = normalized.unicodeScalars.first
            guard let first, first.properties.canonicalCombiningClass == .notReordered else { continue }
            #expect(!(try text.ranges(matching: query).isEmpty), "\(escaped(text))")
        }
    }
}
