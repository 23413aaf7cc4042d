import Support
import Testing

@testable import ArabicText

/// Invariant 9: linear time. These would run for hours if one were quadratic.
@Suite struct LongTokenTests {
    private static let million = 1_000_000

    /// A beginning, marks, an end; and what comes of it by `.unicode`.
    private static let cases: [(String, String, String, Int)] = [
        ("ك", "\u{64E}", "ك", 1), ("ك", "\u{64E}", " ", 2),
        // A middle that the end lets down.
        ("ك.", "\u{64E}", "1", 3), ("1,", "\u{64E}", "ك", 3), ("\u{5D0}\"", "\u{64E}", "a", 3),
        ("ك.", "\u{200D}", "?", 3),
        ("?", "\u{200D}", "?", 2), ("#", "\u{FE0F}", "\u{20E3}", 1), ("\u{1F600}", "\u{200D}", "\u{1F600}", 1),
    ]

    @Test(arguments: cases)
    func aMillionMarks(_ start: String, _ mark: String, _ end: String, _ count: Int) {
        let bytes = Array((start + String(repeating: mark, count: Self.million) + end).utf8)
        let found = tokens(bytes)
        #expect(found.count == count)
        #expect(fault(found, count: bytes.count) == nil)
        let standard = tokens(bytes, .standard)
        #expect(fault(standard, count: bytes.count) == nil)
    }

    @Test(arguments: TokenizationRules.all)
    func aMegabyteTokenByteByByte(_ rules: TokenizationRules) {
        var stream = TokenStream(rules)
        var end = 0
        var count = 0
        let bytes: [UInt8] = [0xD9, 0x83]
        for place in 0..<Self.million {
            stream.append(bytes[place % 2..<place % 2 + 1].span) { token in
                end = token.range.upperBound
                count += 1
            }
        }
        stream.finish { token in
            end = token.range.upperBound
            count += 1
        }
        #expect(end == Self.million)
        // 255 letters of one UTF-16 unit are 510 bytes.
        #expect(count == (rules == .standard ? (Self.million + 509) / 510 : 1))
    }

    @Test(arguments: [
        "_", "\u{200D}", "_\u{E34}", "\u{1F1F8}\u{E34}", " ", ".", "\u{1F600}\u{FE0F}\u{200D}", "a.", "1,",
        // What the rules for searching look ahead for in vain.
        "a-", "a1.", "a@", "a@b-", "1/", "1-1/", "ك.", "ك\u{200F}", "\u{200F}", "a:", "a:/", "a://", "w", "www.", "#1",
        "#_",
        "+1", "+", "a.b/(", "a://a(", "a://a.", "a://a)", "@", "#", "a+1.b%", "1\u{FE0F}", "%",
    ])
    func endlessRepetition(_ part: String) {
        let bytes = Array(String(repeating: part, count: 50_000).utf8)
        for rules in TokenizationRules.all { #expect(fault(tokens(bytes, rules), count: bytes.count) == nil) }
    }
}
