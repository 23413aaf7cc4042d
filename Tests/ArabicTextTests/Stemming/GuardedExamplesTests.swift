import ArabicText
import Support
import Testing

/// What the guarded stemmer makes of words that show one step each.
@Suite struct GuardedExamplesTests {
    private struct Example {
        let word: [UInt8]
        let stem: [UInt8]
        let step: [UInt8]
    }

    private static func examples() throws -> [Example] {
        let rows = Gold.rows(try Gold.bundledBytes("Data/stemming/guarded_examples.tsv"))
        return rows.dropFirst().compactMap { row in
            row.count == 3 ? Example(word: row[0], stem: row[1], step: row[2]) : nil
        }
    }

    /// The words come from general knowledge, not from a text that the stemmer is measured on; every stem was read over.
    @Test func everyStepHasItsExamples() throws {
        let examples = try Self.examples()
        #expect(examples.count >= 150)
        #expect(Set(examples.map(\.step)).count >= 50)
        for example in examples {
            let stem = guardedStem(example.word)
            #expect(stem == example.stem, "\(escaped(example.word)): \(escaped(stem)), step \(escaped(example.step))")
        }
    }

    /// Words that other stemmers cut up.
    @Test(arguments: [
        ("الله", "الله"), ("والله", "الله"), ("اللهم", "اللهم"), ("لله", "الله"), ("ألمانيا", "المانيا"),
        ("البانيا", "البانيا"), ("الباب", "باب"), ("ولد", "ولد"), ("والدة", "والد"), ("واحد", "واحد"), ("وطن", "وطن"),
        ("ورد", "ورد"), ("والي", "والي"), ("بطاطس", "بطاطس"), ("فهم", "فهم"), ("المهيمن", "مهيمن"), ("القرآن", "قران"),
        ("لليل", "ليل"), ("كرة", "كره"), ("تهديد", "تهديد"), ("لمعالجة", "معالجه"), ("فاطفالهم", "طفل"),
    ])
    func protectsWords(word: String, stem: String) {
        #expect(Array(ArabicStemmer.guarded.stem(word).utf8) == Array(stem.utf8))
    }

    /// One stem for the forms of a lexeme.
    @Test(arguments: [
        ["كتاب", "الكتاب", "كتابا", "وبالكتاب", "للكتاب", "كتابهم", "كتابان", "كتب", "وكتبهم", "بكتبها"],
        ["مدرسة", "المدرسة", "مدرستهم", "مدرستان", "مدارس", "والمدارس", "لمدارسنا"],
        ["صديق", "أصدقاء", "أصدقاؤه", "لأصدقائهم", "الصديقين", "صديقا"],
        ["قال", "قالت", "قالوا", "يقول", "ويقولون", "سيقول", "قلت", "لتقول", "فقال"],
        ["والد", "الوالد", "والده", "والدة", "والدتها", "بوالدته"],
        ["الله", "والله", "بالله", "لله", "فلله", "كالله"],
        ["العراق", "والعراق", "بالعراق", "للعراق", "عراق"],
    ])
    func joinsForms(words: [String]) {
        #expect(Set(words.map { Array(ArabicStemmer.guarded.stem($0).utf8) }).count == 1)
    }

    /// Different stems for words that look alike.
    @Test(arguments: [
        ["حمل", "حملة"], ["كتاب", "كتبة"], ["أشراف", "إشراف"], ["قوى", "قوي"], ["نبات", "نبي"], ["وإلى", "والي"],
        ["أحياء", "إحياء"], ["دنيا", "أدنى"], ["إدارة", "أدار"], ["مشارك", "مشاركة"], ["سيارة", "يار"],
        ["مرآة", "مرأة"],
    ])
    func keepsApart(words: [String]) {
        #expect(Set(words.map { Array(ArabicStemmer.guarded.stem($0).utf8) }).count == words.count)
    }

    /// Without broken plurals neither shapes nor table speak; all else stays.
    @Test func switchesBrokenPluralsOff() {
        let off = ArabicStemmer.guardedWithoutBrokenPlurals
        for (word, kept, singular) in [
            ("مدارس", "مدارس", "مدرس"), ("أعمال", "اعمال", "عمل"), ("والقلوب", "قلوب", "قلب"), ("كتبهم", "كتب", "كتاب"),
            ("إخوة", "اخوه", "اخ"), ("قوى", "قوي", "قوه"), ("مشاريع", "مشاريع", "مشروع"),
        ] {
            #expect(Array(off.stem(word).utf8) == Array(kept.utf8), "\(escaped(word))")
            #expect(Array(ArabicStemmer.guarded.stem(word).utf8) == Array(singular.utf8), "\(escaped(word))")
        }
        for word in ["يدعو", "الكبرى", "قاض", "لله", "مائتين", "والدة", "سيكتبون", "مهندسون", "المدينة"] {
            #expect(Array(off.stem(word).utf8) == Array(ArabicStemmer.guarded.stem(word).utf8), "\(escaped(word))")
        }
        #expect(off.name == "guarded-without-broken-plurals")
        #expect(ArabicStemmer(named: off.name) == off)
        #expect(ArabicStemmer(named: "guarded") == .guarded)
    }
}

/// The stem of a word of bytes.
func guardedStem(_ word: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    ArabicStemmer.guarded.stem(word.span, into: &output)
    return output
}
