import CICUShims
import Foundation
import Support
import Testing

@testable import ArabicText

/// The facts about characters of Unicode 13 are the same on every ICU.
@Suite struct PinnedFactsTests {
    /// What the rows of the list call a property, and its value as they write it.
    static let listed: [String: @Sendable (UInt32) -> String] = [
        "Alphabetic": { yesOrNo(CharacterFacts.isAlphabetic($0)) },
        "Arabic": { yesOrNo(CharacterFacts.isArabic($0)) },
        "Complex_Context": { yesOrNo(CharacterFacts.isComplexContext($0)) },
        "Extended_Pictographic": { yesOrNo(CharacterFacts.isExtendedPictographic($0)) },
        "Grapheme_Extend": { yesOrNo(CharacterFacts.isGraphemeExtend($0)) },
        "Han_Or_Hiragana": { yesOrNo(CharacterFacts.isHanOrHiragana($0)) },
        "Latin_Case_Folding": { hex(CharacterFacts.latinCaseFolding($0)) },
        "Word_Break": { wordBreaks[CharacterFacts.wordBreak($0)] ?? "another" },
    ]
    static let wordBreaks = [
        ATS_WB_OTHER: "Other", ATS_WB_ALETTER: "ALetter", ATS_WB_FORMAT: "Format", ATS_WB_MID_NUM: "MidNum",
        ATS_WB_NUMERIC: "Numeric",
    ]

    private static func yesOrNo(_ value: Bool) -> String { value ? "Yes" : "No" }
    private static func hex(_ value: UInt32) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// Every fact that Unicode has changed between versions 13 and 17 is the one of version 15.
    @Test func changedFactsAreThoseOfUnicode15() throws {
        let rows = Gold.lines(try Gold.bundledBytes("Data/unicode/changed-facts.txt"))
            .map { String(decoding: $0, as: UTF8.self) }.filter { !$0.hasPrefix("#") }
        var scalars = 0
        var properties: Set<String> = []
        for row in rows {
            let fields = row.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
            try #require(fields.count == 3, "\(row)")
            let ends = fields[0].components(separatedBy: "..").compactMap { UInt32($0, radix: 16) }
            let values = fields[2].split(separator: " ").map(String.init)
            try #require((1...2).contains(ends.count) && values.count == 4, "\(row)")
            let value = try #require(Self.listed[fields[1]], "\(row)")
            for scalar in ends[0]...(ends.last ?? ends[0]) {
                #expect(value(scalar) == values[1], "U+\(Self.hex(scalar)) \(fields[1])")
                scalars += 1
            }
            properties.insert(fields[1])
        }
        #expect(scalars == 737)
        #expect(properties == Set(Self.listed.keys))
    }

    /// A fact as a number, for each property that the library asks ICU for.
    private static func facts() throws -> [(name: String, value: (UInt32) -> UInt64)] {
        func number(_ value: Bool) -> UInt64 { value ? 1 : 0 }
        var facts: [(name: String, value: (UInt32) -> UInt64)] = [
            ("combiningClass", { UInt64(CharacterFacts.combiningClass($0)) }),
            ("mayComposeWithPrevious", { number(CharacterFacts.mayComposeWithPrevious($0)) }),
            ("isWhiteSpace", { number(CharacterFacts.isWhiteSpace($0)) }),
            ("isArabic", { number(CharacterFacts.isArabic($0)) }),
            ("isAlphabetic", { number(CharacterFacts.isAlphabetic($0)) }),
            ("isHanOrHiragana", { number(CharacterFacts.isHanOrHiragana($0)) }),
            ("isComplexContext", { number(CharacterFacts.isComplexContext($0)) }),
            ("wordBreak", { UInt64(CharacterFacts.wordBreak($0)) }),
            ("isExtendedPictographic", { number(CharacterFacts.isExtendedPictographic($0)) }),
            ("isEmojiPresentation", { number(CharacterFacts.isEmojiPresentation($0)) }),
            ("isEmojiModifier", { number(CharacterFacts.isEmojiModifier($0)) }),
            ("isEmojiModifierBase", { number(CharacterFacts.isEmojiModifierBase($0)) }),
            ("isGraphemeExtend", { number(CharacterFacts.isGraphemeExtend($0)) }),
            ("decimalDigit", { CharacterFacts.decimalDigit($0).map { UInt64($0) + 1 } ?? 0 }),
            ("simpleLowercase", { UInt64(CharacterFacts.simpleLowercase($0)) }),
            ("latinCaseFolding", { UInt64(CharacterFacts.latinCaseFolding($0)) }),
        ]
        for form in UnicodeForm.allCases {
            guard let data = try FormData(form) else { continue }
            facts.append(
                (
                    "\(form)",
                    { scalar in
                        var scalars: [UInt32] = []
                        data.appendDecomposition(of: scalar, to: &scalars)
                        var digest = Digest()
                        for scalar in scalars { digest.add(UInt64(scalar)) }
                        digest.add(number(data.hasBoundaryBefore(scalar)) << 1 | number(data.isInert(scalar)))
                        return digest.value
                    }
                ))
        }
        return facts
    }

    /// FNV-1a over numbers.
    private struct Digest {
        var value: UInt64 = 0xCBF2_9CE4_8422_2325

        mutating func add(_ number: UInt64) {
            for shift in stride(from: UInt64(0), to: 64, by: 8) {
                value = (value ^ (number >> shift & 0xFF)) &* 0x100_0000_01B3
            }
        }
    }

    /// A digest of each fact of all scalars that Unicode 13 has, private ones too. An ICU that says anything else fails
    /// here: CONTRIBUTING.md says how to find the characters, which then need a row in `PinnedFacts`.
    static let digests: [String: UInt64] = [
        "combiningClass": 0x9040_6F23_2749_072F,
        "mayComposeWithPrevious": 0x79BF_4171_E45B_63E4,
        "isWhiteSpace": 0x3686_24FA_A123_F984,
        "isArabic": 0x11E4_A646_A082_C044,
        "isAlphabetic": 0xBEB3_E2A9_9890_9FC5,
        "isHanOrHiragana": 0xB29D_C39D_029E_E144,
        "isComplexContext": 0x52C4_66AE_DF38_D745,
        "wordBreak": 0xAFDC_153B_FDF1_1D4D,
        "isExtendedPictographic": 0x8EDE_50F5_4C04_9CC4,
        "isEmojiPresentation": 0x7013_2C3B_2CE6_0D85,
        "isEmojiModifier": 0xF455_3E39_E4BD_8B04,
        "isEmojiModifierBase": 0xB74E_0C66_D5CC_86C5,
        "isGraphemeExtend": 0x5928_9929_CF9E_07C4,
        "decimalDigit": 0x2304_6390_E20E_050E,
        "simpleLowercase": 0xFED2_021E_B5CD_77EB,
        "latinCaseFolding": 0x6BFB_5DF2_559C_CF8C,
        "nfc": 0x1CA1_4155_658C_AC10,
        "nfd": 0x2D9F_6030_A249_3933,
        "nfkc": 0x3DFB_6142_13B1_0730,
        "nfkd": 0x2323_FD61_6670_5D8B,
        "nfkcCasefold": 0x9500_7AEE_ADBE_8847,
    ]

    @Test func everyFactOfUnicode13IsTheSameOnEveryICU() throws {
        let scalars = (UInt32(0)...0x10FFFF).filter { value in
            // Ages are the standard library's, and stay.
            Unicode.Scalar(value)?.properties.age.map { $0.major <= 13 } ?? false
        }
        #expect(scalars.count == 281_458)
        let facts = try Self.facts()
        #expect(Set(facts.map(\.name)) == Set(Self.digests.keys))
        for (name, value) in facts {
            var digest = Digest()
            for scalar in scalars { digest.add(value(scalar)) }
            #expect(Self.digests[name] == digest.value, "\(name): 0x\(String(digest.value, radix: 16))")
        }
        guard let file = ProcessInfo.processInfo.environment["ARABICTEXT_FACTS"] else { return }
        let lines = scalars.map { scalar in
            "\(Self.hex(scalar)) "
                + facts.map { "\($0.name)=\(String($0.value(scalar), radix: 16))" }.joined(separator: " ")
        }
        try (lines.joined(separator: "\n") + "\n").write(toFile: file, atomically: true, encoding: .utf8)
    }
}
