import ArabicText
import Support
import Testing

@Suite struct ArabicMatcherTests {
    private func matches(
        _ query: String, _ text: String, _ options: MatchOptions = [], profile: NormalizationProfile = .search
    ) throws -> [[UInt8]] {
        try text.ranges(matching: query, profile: profile, options: options).map { Array(text[$0].utf8) }
    }

    private func stands(_ matcher: ArabicMatcher, in text: String) -> Bool { matcher.matches(text.utf8Span.span) }

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

    /// What one character became is found as a whole and once, and the next match begins behind it.
    @Test func matchesInOneCharacter() throws {
        func ranges(_ query: String, _ text: String, _ options: MatchOptions = []) throws -> [Range<Int>] {
            try ArabicMatcher(query, options: options).byteRanges(in: text.utf8Span.span)
        }
        // الله and محمد.
        #expect(try ranges("ل", "\u{FDF2}") == [0..<3])
        #expect(try ranges("لل", "\u{FDF2}") == [0..<3])
        #expect(try ranges("م", "\u{FDF4}") == [0..<3])
        #expect(try ranges("د", "\u{FDF4}\u{FDF4}د") == [0..<3, 3..<6, 6..<8])
        #expect(try ranges("هم", "\u{FDF2}\u{FDF4}") == [0..<6])
        #expect(try ranges("ه", "\u{FDF2}\u{FDF2}ه") == [0..<3, 3..<6, 6..<8])
        // The first one takes the character that both stand in.
        #expect(try ranges("لها", "\u{FDF2}\u{FDF2}\u{FDF2}") == [0..<6])
        #expect(try ranges("ل", "\u{FDF2}", .wholeWords) == [])
        #expect(try ranges("الله", "\u{FDF2}", .wholeWords) == [0..<3])
        #expect(try ranges("لِ", "\u{FDF2}", .vocalization) == [0..<3])
        var profile = NormalizationProfile.search
        profile.honorifics = .expand
        #expect(try matches("ل", "\u{FDFA}ل", profile: profile) == [Array("\u{FDFA}".utf8), Array("ل".utf8)])
    }

    /// Marks belong to the letter before them, whatever else of the text is shortened.
    @Test func marksBelongToTheMatchWhereSpaceIsCollapsed() throws {
        var profile = NormalizationProfile.search
        profile.whiteSpace = .collapse
        #expect(try matches("كتاب", "كِتَابٌ  جديد", profile: profile) == [Array("كِتَابٌ".utf8)])
        #expect(try matches("ب", "بَأ  ج", profile: profile) == [Array("بَ".utf8)])
        #expect(try matches("ا", "بَأ  ج", profile: profile) == [Array("أ".utf8)])
    }

    /// Vowels are compared many at once.
    @Test(.switchesKernel, arguments: ProcessorKernel.available)
    func vowelsOfALongQuery(_ kernel: ProcessorKernel) throws {
        try #require(kernel.use())
        for count in [1, 127, 128, 129, 400] {
            let bare = [String](repeating: "ب", count: count)
            let matcher = try ArabicMatcher(
                String(repeating: "بَ", count: count), options: .vocalization)
            #expect(stands(matcher, in: bare.joined()))
            for place in 0..<count {
                for (letter, isMatch) in [("بُ", false), ("بَ", true), ("بُّ", false), ("بَّ", true)] {
                    var letters = bare
                    letters[place] = letter
                    #expect(
                        stands(matcher, in: letters.joined()) == isMatch, "\(escaped(letter)) at \(place) of \(count)")
                }
            }
        }
    }

    /// Query and text that are both eight times as long take about eight times as long, and 64 times if it were the
    /// product of both lengths.
    @Test(arguments: [[], .vocalization] as [MatchOptions])
    func linearInTextAndQuery(_ options: MatchOptions) throws {
        #if DEBUG
            let size = 1 << 12
        #else
            let size = 1 << 16
        #endif
        // The last letter of the query is not in the text, or the first, or one in the middle.
        let queries: [@Sendable (Int) -> String] = [
            { String(repeating: "ا", count: $0) + "ب" }, { "ب" + String(repeating: "ا", count: $0) },
            { String(repeating: "ا", count: $0 / 2) + "ب" + String(repeating: "ا", count: $0 / 2) },
            { String(repeating: "ابا", count: $0 / 3) + "ت" },
        ]
        for (number, query) in queries.enumerated() {
            func time(_ size: Int) throws -> Double {
                let matcher = try ArabicMatcher(query(size / 4), options: options)
                let text = String(repeating: number == 3 ? "ابا" : "ا", count: size)
                var best = Double.infinity
                for _ in 0..<5 {
                    let start = ThreadTime.now
                    #expect(!stands(matcher, in: text))
                    best = min(best, ThreadTime.now - start)
                }
                return best
            }
            let (one, two) = (try time(size), try time(8 * size))
            #expect(two / one < 24, "query \(number): \(one) s, \(two) s")
        }
    }

    @Test func illFormedBytesMatchNothing() throws {
        let matcher = try ArabicMatcher("\u{628}\u{62A}")
        let bytes: [UInt8] = [0xD8, 0xA8, 0xFF, 0xD8, 0xAA, 0xD8, 0xA8, 0xD8, 0xAA, 0xD8]
        #expect(matcher.byteRanges(in: bytes.span) == [5..<9])
        // The two halves of a letter, and a mark between them that is deleted.
        #expect(matcher.byteRanges(in: ([0xD8, 0xD9, 0x8E, 0xA8, 0xD8, 0xAA] as [UInt8]).span) == [])
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
