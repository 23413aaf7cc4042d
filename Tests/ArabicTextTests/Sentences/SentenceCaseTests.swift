import ArabicText
import Support
import Testing

/// Each text beside its sentences.
@Suite struct SentenceCaseTests {
    private func check(
        _ sentences: [String], separator: String = " ", _ options: SentenceOptions = [],
        _ location: SourceLocation = #_sourceLocation
    ) {
        let text = sentences.joined(separator: separator)
        let found = ArabicSentenceSplitter(options).sentences(in: text).map { Array(Array(text.utf8)[$0.range]) }
        #expect(
            found == sentences.map { Array($0.utf8) }, "\(found.map { String(decoding: $0, as: UTF8.self) })",
            sourceLocation: location)
    }

    @Test func ordinarySentences() {
        check(["هذه تجربة، للغة العربية"])
        check(["أ.د. محمد جاء.", "هل تعمل؟", "نعم!"])
        check(["عاد…", "ثم نام"])
        check(["جملة أردية۔", "ثم"])
        check(["هل هذا...؟", "لا!!", "نعم؟!", "آخر"])
        check(["Dr. Smith came.", "He left at 3 p.m. today.", "Why?"])
        check(["他来了。", "好！"], separator: "")
        check(["كَتَبَ.\u{200F}", "قَرَأَ."])
    }

    @Test func lineEnds() {
        for end in ["\n", "\r\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}", "\n\n \n"] {
            check(["عنوان", "جملة، ثم", "أخرى"], separator: end)
        }
        check([])
        #expect(ArabicSentenceSplitter().sentences(in: " \n\t\r\n").isEmpty)
        check(["؟", "."], separator: "\n")
    }

    @Test func numbersAndItems() {
        check(["العدد ٣.١٤ تقريبا.", "نعم"])
        check(["في 12.5.2024 جاء.", "نعم"])
        check(["ولد سنة 1990.", "ثم سافر."])
        check(["1. أول", "٢. ثان"], separator: "\n")
        check(["نسبته ٥٪.", "نعم"])
    }

    @Test func abbreviations() {
        check(["جاء د. أحمد وم. علي.", "نعم"])
        check(["سنة 500 ق.م. في مصر.", "نعم"])
        check(["عام ١٤٤٥هـ. الموافق له.", "نعم"])
        check(["انظر مج. ٣ تح. فلان.", "نعم"])
        check(["كتب إلخ.", "ثم نام"])
    }

    @Test func addresses() {
        check(["زر www.example.com.", "ثم https://a.b/c?d=e.", "نعم"])
        check(["أرسل إلى a.b@c.org اليوم.", "نعم"])
        check(["افتح a?b=c!d ثم أغلقه"])
    }

    @Test func missingSpaceAfterAFullStop() {
        check(["جملة.", "الجملة الثانية؟", "نعم"], separator: "")
        check(["جاء د.أحمد"])
        check(["example.com"])
    }

    @Test func quotationsAndBrackets() {
        check(["قال: «نعم.»", "ثم ذهب."])
        check(["\"قال نعم.\"", "ثم نام."])
        check(["(هكذا.)", "[انتهى.]", "وبعد"])
        check(["قال \"لا!\"، ثم نام"])
        check(["وهذا (!) غريب […] جدا"])
    }

    @Test func byOption() {
        check(["أولا؛ ثانيا"])
        check(["أولا؛", "ثانيا; ثالثا"], .semicolons)
        check(["قل \u{6DD}١ ثم \u{6DD}٢ نعم"])
        check(["قل \u{6DD}١", "ثم \u{6DD}٢", "نعم"], .verses)
        check(["﴿قل هو﴾ آية.", "كلام ﴿٢﴾", "كلام \u{8E2}", "نعم"], .verses)
    }
}
