import Support
import Testing

@testable import ArabicText

/// What `.search` makes of modern text. Tokens are written "kind:text"; those of space are left out.
@Suite struct SearchTokenizerTests {
    private static let words: [(String, [String])] = [
        // A missing space after a full stop, and after other punctuation.
        ("جملة.الجملة", ["arabic:جملة", "punctuation:.", "arabic:الجملة"]),
        ("بِهِ.ثُمَّ", ["arabic:بِهِ", "punctuation:.", "arabic:ثُمَّ"]),
        (
            "قال:نعم؛لا،بلى؟",
            [
                "arabic:قال", "punctuation::", "arabic:نعم", "punctuation:؛", "arabic:لا", "punctuation:،",
                "arabic:بلى",
                "punctuation:؟",
            ]
        ),
        ("و\"الكتاب\"", ["arabic:و", "punctuation:\"", "arabic:الكتاب", "punctuation:\""]),
        ("و'الكتاب'", ["arabic:و", "punctuation:'", "arabic:الكتاب", "punctuation:'"]),
        ("«السلام»", ["punctuation:«", "arabic:السلام", "punctuation:»"]),
        (
            "a:b l'eau Node.js U.S.A.",
            ["word:a", "punctuation::", "word:b", "word:l'eau", "word:Node.js", "word:U.S.A", "punctuation:."]
        ),
        ("Mr.أحمد أحمد.Mr", ["word:Mr", "punctuation:.", "arabic:أحمد", "arabic:أحمد", "punctuation:.", "word:Mr"]),
        ("محمد_علي _ __", ["arabic:محمد_علي", "punctuation:_", "punctuation:__"]),
        // Initials.
        ("ق.م. ص.ب و.م.ع", ["arabic:ق.م", "punctuation:.", "arabic:ص.ب", "arabic:و.م.ع"]),
        (
            "د.أحمد أ.د.محمد",
            ["arabic:د", "punctuation:.", "arabic:أحمد", "arabic:أ.د", "punctuation:.", "arabic:محمد"]
        ),
        ("أ.هـ، ق.هـ.", ["arabic:أ.هـ", "punctuation:،", "arabic:ق.هـ", "punctuation:."]),
        ("قٌ.\u{200F}مٌ.", ["arabic:قٌ.\u{200F}مٌ", "punctuation:."]),
        ("ق.م\u{200F} ", ["arabic:ق.م", "punctuation:\u{200F}"]),
        (
            "ق.م5 ق.م_ ق.مa",
            [
                "arabic:ق", "punctuation:.", "arabic:م5", "arabic:ق", "punctuation:.", "arabic:م_", "arabic:ق",
                "punctuation:.", "arabic:مa",
            ]
        ),
        ("ق.", ["arabic:ق", "punctuation:."]), ("ق..م", ["arabic:ق", "punctuation:.", "punctuation:.", "arabic:م"]),
        // Digits and letters.
        ("الساعة3مساء covid19كورونا ٣مرات", ["arabic:الساعة3مساء", "word:covid19كورونا", "arabic:٣مرات"]),
        // Marks of the verse, and signs.
        ("كتاب\u{6DD}٢ ۞ ۩", ["arabic:كتاب", "punctuation:\u{6DD}", "number:٢", "punctuation:۞", "punctuation:۩"]),
        ("قَالُوا۟ \u{6D6}كتاب", ["arabic:قَالُوا۟", "punctuation: \u{6D6}", "arabic:كتاب"]),
    ]

    private static let numbers: [(String, [String])] = [
        (
            "٣٫١٤ ١٬٢٣٤٬٥٦٧ ١،٥ ٣.١٤ ۱۲٫۵ 1,234.5",
            ["number:٣٫١٤", "number:١٬٢٣٤٬٥٦٧", "number:١،٥", "number:٣.١٤", "number:۱۲٫۵", "number:1,234.5"]
        ),
        (
            "١٢٪ 12.5% 5‰ ٪ 50 %",
            ["number:١٢٪", "number:12.5%", "number:5‰", "punctuation:٪", "number:50", "punctuation:%"]
        ),
        (
            "١٢/٣/٢٠٢٤ 2024-03-12 ١٢:٣٠ 12:30:45",
            ["number:١٢/٣/٢٠٢٤", "number:2024-03-12", "number:١٢:٣٠", "number:12:30:45"]
        ),
        ("1/2 2019-2020", ["number:1", "punctuation:/", "number:2", "number:2019", "punctuation:-", "number:2020"]),
        (
            "٠٥٠-١٢٣-٤٥٦٧ +٩٦٦٥٠١٢٣٤٥٦٧ +966-50-1234567",
            ["number:٠٥٠-١٢٣-٤٥٦٧", "number:+٩٦٦٥٠١٢٣٤٥٦٧", "number:+966-50-1234567"]
        ),
        (
            "+3 2+3 covid-19",
            [
                "punctuation:+", "number:3", "number:2", "punctuation:+", "number:3", "word:covid", "punctuation:-",
                "number:19",
            ]
        ),
        (
            "1;2 3, 4.",
            ["number:1", "punctuation:;", "number:2", "number:3", "punctuation:,", "number:4", "punctuation:."]
        ),
        (
            "a5% 5/6/7/ 1445/9/1هـ",
            ["word:a5", "punctuation:%", "number:5/6/7", "punctuation:/", "number:1445/9/1", "arabic:هـ"]
        ),
        // A bidi control beside the separator.
        ("١\u{202A}٫\u{202C}٥ ١٢\u{200F}٪", ["number:١\u{202A}٫\u{202C}٥", "number:١٢\u{200F}٪"]),
    ]

    private static let addresses: [(String, [String])] = [
        ("https://example.com/مسار?q=١", ["url:https://example.com/مسار?q=١"]),
        (
            "HTTP://X.Y. ftp://1.2.3.4/ file:///a",
            ["url:HTTP://X.Y", "punctuation:.", "url:ftp://1.2.3.4/", "url:file:///a"]
        ),
        (
            "(https://ar.wikipedia.org/wiki/X_(Y)).",
            ["punctuation:(", "url:https://ar.wikipedia.org/wiki/X_(Y)", "punctuation:)", "punctuation:."]
        ),
        (
            "«https://a.b/c»، https://a.b؟",
            [
                "punctuation:«", "url:https://a.b/c", "punctuation:»", "punctuation:،", "url:https://a.b",
                "punctuation:؟",
            ]
        ),
        ("www.aljazeera.net/x, WWW.A", ["url:www.aljazeera.net/x", "punctuation:,", "url:WWW.A"]),
        (
            "t.co/AbC bit.ly/ example.com and/or",
            ["url:t.co/AbC", "url:bit.ly/", "word:example.com", "word:and", "punctuation:/", "word:or"]
        ),
        (
            "a:b a:/b a://",
            [
                "word:a", "punctuation::", "word:b", "word:a", "punctuation::", "punctuation:/", "word:b", "word:a",
                "punctuation::", "punctuation:/", "punctuation:/",
            ]
        ),
        (
            "user@example.com. u.v+w-x@a-b.co.uk,",
            ["email:user@example.com", "punctuation:.", "email:u.v+w-x@a-b.co.uk", "punctuation:,"]
        ),
        (
            "mailto:a@b.c راسلنا:a@b.c",
            ["word:mailto", "punctuation::", "email:a@b.c", "arabic:راسلنا", "punctuation::", "email:a@b.c"]
        ),
        ("a@b a@", ["word:a", "mention:@b", "word:a", "punctuation:@"]),
        (
            "@محمد_علي، شكرا@user1 @_ @",
            ["mention:@محمد_علي", "punctuation:،", "arabic:شكرا", "mention:@user1", "mention:@_", "punctuation:@"]
        ),
        (
            "#اليوم_الوطني #السعودية93! #a-b",
            ["hashtag:#اليوم_الوطني", "hashtag:#السعودية93", "punctuation:!", "hashtag:#a", "punctuation:-", "word:b"]
        ),
        (
            "#123 #1a ##كتاب # #_",
            [
                "punctuation:#", "number:123", "hashtag:#1a", "punctuation:#", "hashtag:#كتاب", "punctuation:#",
                "punctuation:#", "punctuation:_",
            ]
        ),
        ("#مُحَمَّد #漢字", ["hashtag:#مُحَمَّد", "hashtag:#漢字"]),
        (
            "#كتاب\u{200F} @كتاب\u{200F}",
            ["hashtag:#كتاب", "punctuation:\u{200F}", "mention:@كتاب", "punctuation:\u{200F}"]
        ),
    ]

    private static let emoji: [(String, [String])] = [
        ("مرحبا😀👨‍👩‍👧🇸🇦1️⃣", ["arabic:مرحبا", "emoji:😀", "emoji:👨‍👩‍👧", "emoji:🇸🇦", "emoji:1️⃣"]),
        ("1️⃣2️⃣3 #️⃣", ["emoji:1️⃣", "emoji:2️⃣", "number:3", "emoji:#️⃣"]),
        ("👍🏽❤️🏴\u{E0067}\u{E0062}\u{E007F}", ["emoji:👍🏽", "emoji:❤️", "emoji:🏴\u{E0067}\u{E0062}\u{E007F}"]),
        ("😀\u{200F}", ["emoji:😀", "punctuation:\u{200F}"]),
    ]

    @Test(arguments: words + numbers + addresses + emoji)
    func cuts(_ text: String, _ expected: [String]) {
        let found = describedBytes(text, .search).filter { !$0.starts(with: "space:".utf8) }
        #expect(found == expected.map { Array($0.utf8) }, "\(escaped(text))")
    }

    /// The word is the same token as in clean text.
    @Test(arguments: [
        ("كتاب\u{200F}", 0..<8), ("\u{200E}كتاب", 3..<11), ("كت\u{61C}اب", 0..<10), ("كتاب\u{202A}abc\u{202C}", 0..<14),
    ])
    func bidiControlsAreNeverAtTheEndOfATerm(_ text: String, _ range: Range<Int>) {
        #expect(tokens(Array(text.utf8), .search).filter(\.isTerm).map(\.range) == [range])
    }

    @Test(arguments: [
        ("الساعة3مساء", ["arabic:الساعة", "number:3", "arabic:مساء"]),
        ("covid19كورونا", ["word:covid19", "arabic:كورونا"]), ("٣مرات", ["number:٣", "arabic:مرات"]),
        ("كتابbook كتاب_book", ["arabic:كتاب", "word:book", "space: ", "arabic:كتاب_book"]),
        ("بـ5 ق.م5", ["arabic:بـ", "number:5", "space: ", "arabic:ق", "punctuation:.", "arabic:م", "number:5"]),
        ("ايميلinfo@x.com", ["arabic:ايميل", "email:info@x.com"]),
        (
            "#كتاب5a @كتاب5 https://a.b/كتاب5",
            ["hashtag:#كتاب5a", "space: ", "mention:@كتاب5", "space: ", "url:https://a.b/كتاب5"]
        ),
        ("12.5% covid19 1️⃣", ["number:12.5%", "space: ", "word:covid19", "space: ", "emoji:1️⃣"]),
    ])
    func dividesMixedWords(_ text: String, _ expected: [String]) {
        #expect(describedBytes(text, .searchDivided) == expected.map { Array($0.utf8) })
    }
}
