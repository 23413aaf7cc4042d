import Support
import Testing

@testable import ArabicText

/// What each kind of text comes as.
@Suite struct TokenKindTests {
    private static let unicode: [(String, [String])] = [
        ("كتاب book", ["arabic:كتاب", "space: ", "word:book"]),
        (
            "الساعة3مساء 3مرات a3 covid19كورونا",
            [
                "arabic:الساعة3مساء", "space: ", "arabic:3مرات", "space: ", "word:a3", "space: ", "word:covid19كورونا",
            ]
        ),
        (
            "٣٫١٤ ١٬٢٣٤٬٥٦٧ ١،٥ 1,234.5 ١٢٪",
            [
                "number:٣٫١٤", "space: ", "number:١٬٢٣٤٬٥٦٧", "space: ", "number:١،٥", "space: ", "number:1,234.5",
                "space: ", "number:١٢", "punctuation:٪",
            ]
        ),
        ("قال:نعم", ["arabic:قال:نعم"]), ("جملة.الجملة", ["arabic:جملة.الجملة"]),
        ("قال،نعم؛لا؟", ["arabic:قال", "punctuation:،", "arabic:نعم", "punctuation:؛", "arabic:لا", "punctuation:؟"]),
        ("u@e.com", ["word:u", "punctuation:@", "word:e.com"]),
        ("و\"الكتاب\"", ["arabic:و", "punctuation:\"", "arabic:الكتاب", "punctuation:\""]),
        // U+FDFA is a letter, U+FDFD a symbol.
        ("\u{FDFA}\u{FDFD}", ["arabic:\u{FDFA}", "punctuation:\u{FDFD}"]),
        ("\u{640} \u{640}a", ["arabic:\u{640}", "space: ", "arabic:\u{640}a"]),
        ("\u{6DD}٢ ۞", ["punctuation:\u{6DD}", "number:٢", "space: ", "punctuation:۞"]),
        // White space, and what only looks like it.
        (
            "\r\n \t\u{A0}\u{2028}\u{202F}",
            [
                "space:\r\n", "space: ", "space:\t", "space:\u{A0}", "space:\u{2028}", "space:\u{202F}",
            ]
        ),
        (" \u{6D6} a", ["punctuation: \u{6D6}", "space: ", "word:a"]), ("\u{64E}", ["punctuation:\u{64E}"]),
        ("\u{200B}\u{FEFF}", ["punctuation:\u{200B}\u{FEFF}"]),
        ("1\u{202F}2 _ _a", ["number:1\u{202F}2", "space: ", "punctuation:_", "space: ", "word:_a"]),
        // Emoji.
        ("مرحبا😀👨‍👩‍👧🇸🇦1️⃣", ["arabic:مرحبا", "emoji:😀", "emoji:👨‍👩‍👧", "emoji:🇸🇦", "emoji:1️⃣"]),
        ("🇸🇦🇪", ["emoji:🇸🇦", "punctuation:🇪"]), ("👋🏽\u{1F3FD}", ["emoji:👋🏽\u{1F3FD}"]),
        ("\u{1F3FD}", ["emoji:\u{1F3FD}"]),
        ("©®™ ©\u{FE0F}", ["punctuation:©", "punctuation:®", "punctuation:™", "space: ", "emoji:©\u{FE0F}"]),
        ("\u{2764}\u{2764}\u{FE0F}", ["punctuation:\u{2764}", "emoji:\u{2764}\u{FE0F}"]),
        ("\u{261D}\u{261D}\u{1F3FD}", ["punctuation:\u{261D}", "emoji:\u{261D}\u{1F3FD}"]),
        ("\u{26F9}\u{200D}\u{2642}", ["emoji:\u{26F9}\u{200D}\u{2642}"]),
        ("#\u{20E3}*\u{FE0F}\u{20E3}#", ["emoji:#\u{20E3}", "emoji:*\u{FE0F}\u{20E3}", "punctuation:#"]),
        (
            "1\u{20E3}2 1\u{FE0F} 12\u{20E3}",
            [
                "number:1\u{20E3}2", "space: ", "number:1\u{FE0F}", "space: ", "number:12\u{20E3}",
            ]
        ),
        // U+24C2 is a letter and a pictograph.
        ("\u{24C2}", ["word:\u{24C2}"]),
        ("한국어 \u{5D0}\u{5D1} カナ", ["word:한국어", "space: ", "word:\u{5D0}\u{5D1}", "space: ", "word:カナ"]),
    ]

    private static let standard: [(String, [String])] = [
        ("©™ ‼ 😀", ["emoji:©", "emoji:™", "space: ", "emoji:‼", "space: ", "emoji:😀"]),
        ("__ _a_ \u{202F}", ["punctuation:__", "space: ", "word:_a_", "space: ", "space:\u{202F}"]),
        ("漢字かな", ["word:漢", "word:字", "word:か", "word:な"]), ("カナ", ["word:カナ"]),
        ("\u{E01}\u{E34}\u{E19}a", ["word:\u{E01}\u{E34}\u{E19}", "word:a"]),
        ("🇸🇦🇪#1\u{FE0F}\u{20E3}", ["emoji:🇸🇦", "punctuation:🇪", "punctuation:#", "emoji:1\u{FE0F}\u{20E3}"]),
        ("#\u{FE0F}\u{20E3}", ["emoji:#\u{FE0F}\u{20E3}"]),
        ("?\u{200D}😀", ["punctuation:?", "emoji:\u{200D}😀"]),
        (
            "قال: «نعم»\r\n",
            [
                "arabic:قال", "punctuation::", "space: ", "punctuation:«", "arabic:نعم", "punctuation:»", "space:\r\n",
            ]
        ),
    ]

    @Test(arguments: unicode) func kindsByUnicode(_ text: String, _ expected: [String]) {
        #expect(describedBytes(text) == expected.map { Array($0.utf8) }, "\(described(text).map(escaped))")
    }

    @Test(arguments: standard) func kindsByStandard(_ text: String, _ expected: [String]) {
        #expect(
            describedBytes(text, .standard) == expected.map { Array($0.utf8) },
            "\(described(text, .standard).map(escaped))")
    }

    @Test func termsAreAllButPunctuationAndSpace() {
        #expect(TokenKind.allCases.filter { !$0.isTerm } == [.punctuation, .space])
        #expect(Set(TokenKind.allCases.map(\.name)).count == TokenKind.allCases.count)
    }

    @Test func positionsCountTerms() {
        #expect(tokens(Array("«a» b".utf8)).map(\.position) == [0, 0, 1, 1, 1])
    }
}
