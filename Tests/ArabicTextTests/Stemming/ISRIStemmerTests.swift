import ArabicText
import Support
import Testing

@Suite struct ISRIStemmerTests {
    @Test(.needsGold) func equalsNLTKOnItsVocabulary() throws {
        expectStems(stemPairs(try Gold.bytes("stemmers/isri.tsv")), .isri, atLeast: 29_000)
    }

    /// Each pattern once, in a word of its own shape.
    @Test(arguments: [
        ("مكتب", "كتب"), ("كاتب", "كتب"), ("كتاب", "كتب"), ("كتبة", "كتب"), ("اجتهد", "جهد"), ("مكتوب", "كتب"),
        ("مفعلة", "فعل"), ("مجتمع", "جمع"), ("تقاتل", "قتل"), ("رسالة", "رسل"), ("انفجر", "فجر"), ("اعمال", "عمل"),
        ("فعلان", "فعل"), ("تدريس", "درس"), ("قاموس", "قمس"), ("شوارع", "شرع"), ("رسائل", "رسل"), ("كاتبة", "كتب"),
        ("صحاري", "صحر"), ("مستعمل", "عمل"), ("اجتماع", "جمع"), ("اعشوشب", "عشب"), ("تماثيل", "مثل"),
        ("متدحرج", "دحرج"),
    ])
    func reducesByPatterns(word: String, root: String) {
        #expect(stem(word, .isri) == Array(root.utf8))
    }

    /// A frequent word stays, without its marks, and only as the list spells it.
    @Test func frequentWordsStay() {
        #expect(stem("كَذَلِكَ", .isri) == Array("كذلك".utf8))
        #expect(stem("كذلكم", .isri) == Array("كذل".utf8))
    }
}
