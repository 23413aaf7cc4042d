/// The tables of Snowball's Arabic stemmer, named as its steps are (source of the rules: `arabic.sbl`).
enum SnowballRules {
    /// What makes a word a defined noun, read before anything is normalised.
    static let definedNoun =
        Affix.list("بال", "كال", minimumLength: 5)
        + Affix.list("لل", "ال", minimumLength: 4)

    // MARK: Suffixes

    static let verbSuffix1 =
        Affix.list("ه", "ك", minimumLength: 4)
        + Affix.list("ني", "نا", "ها", "هم", "هن", "كم", "كن", minimumLength: 5)
        + Affix.list("هما", "كما", "كمو", minimumLength: 6)
    static let verbSuffix2a =
        Affix.list("ت", "ا", "ن", "ي", minimumLength: 4)
        + Affix.list("نا", "تا", "تن", minimumLength: 5)
        + Affix.list("ان", "ون", "ين", "تما", minimumLength: 6)
    static let verbSuffix2b = Affix.list("وا", "تم", minimumLength: 5)
    static let verbSuffix2c = [Affix("و", minimumLength: 4), Affix("تمو", minimumLength: 6)]

    static let nounSuffix1a =
        Affix.list("ي", "ك", "ه", minimumLength: 4)
        + Affix.list("نا", "كم", "ها", "هن", "هم", minimumLength: 5)
        + Affix.list("كما", "هما", minimumLength: 6)
    static let nounSuffix1b = [Affix("ن", minimumLength: 6)]
    static let nounSuffix2a = Affix.list("ا", "ي", "و", minimumLength: 5)
    static let nounSuffix2b = [Affix("ات", minimumLength: 5)]
    static let nounSuffix2c1 = [Affix("ت", minimumLength: 4)]
    static let nounSuffix2c2 = [Affix("ة", minimumLength: 4)]
    static let nounSuffix3 = [Affix("ي", minimumLength: 3)]

    static let alefMaqsura = [Affix("ى", minimumLength: 1, becomes: "ي")]

    // MARK: Prefixes

    static let prefix1 = [
        Affix("أأ", minimumLength: 4, becomes: "أ"),
        Affix("أآ", minimumLength: 4, becomes: "آ"),
        Affix("أؤ", minimumLength: 4, becomes: "أ"),
        Affix("أا", minimumLength: 4, becomes: "ا"),
        Affix("أإ", minimumLength: 4, becomes: "إ"),
    ]
    static let notPrefix2 = Affix.list("فا", "وا", minimumLength: 0)
    static let prefix2 = Affix.list("ف", "و", minimumLength: 4)
    static let nounPrefix3a =
        Affix.list("بال", "كال", minimumLength: 6)
        + Affix.list("لل", "ال", minimumLength: 5)
    static let notNounPrefix3b = Affix.list("با", minimumLength: 0)
    static let nounPrefix3b = [
        Affix("ب", minimumLength: 4),
        Affix("بب", minimumLength: 4, becomes: "ب"),
        Affix("كك", minimumLength: 4, becomes: "ك"),
    ]
    static let verbPrefix3 = [
        Affix("سي", minimumLength: 5, becomes: "ي"),
        Affix("ست", minimumLength: 5, becomes: "ت"),
        Affix("سن", minimumLength: 5, becomes: "ن"),
        Affix("سأ", minimumLength: 5, becomes: "أ"),
    ]
    static let verbPrefix4 = [
        Affix("يست", minimumLength: 5, becomes: "است"),
        Affix("نست", minimumLength: 5, becomes: "است"),
        Affix("تست", minimumLength: 5, becomes: "است"),
    ]

    // MARK: Letters

    /// What a letter becomes before stemming: nothing, an ASCII digit, the letters of a presentation form, itself.
    static func normalized(_ letter: Letter) -> ArraySlice<Letter> {
        switch letter.value {
        case 0x064B...0x0652, 0x0640: []
        case 0x0660...0x0669: digits[Int(letter.value - 0x0660)...].prefix(1)
        case 0xFE80...0xFEFC: presentationForms[Int(letter.value - 0xFE80)][...]
        default: [letter]
        }
    }

    private static let digits = [Letter]("0123456789")

    /// What each code point from U+FE80 to U+FEFC stands for: the block has them in this order, so many of each.
    private static let presentationForms: [[Letter]] =
        forms(1, ["ء"]) + forms(2, ["آ", "أ", "ؤ", "إ"]) + forms(4, ["ئ"]) + forms(2, ["ا"]) + forms(4, ["ب"])
        + forms(2, ["ة"]) + forms(4, ["ت", "ث", "ج", "ح", "خ"]) + forms(2, ["د", "ذ", "ر", "ز"])
        + forms(4, ["س", "ش", "ص", "ض", "ط", "ظ", "ع", "غ", "ف", "ق", "ك", "ل", "م", "ن", "ه"])
        + forms(2, ["و", "ى"]) + forms(4, ["ي"]) + forms(2, ["لآ", "لأ", "لإ", "لا"])

    private static func forms(_ count: Int, _ texts: [String]) -> [[Letter]] {
        texts.flatMap { Array(repeating: [Letter]($0), count: count) }
    }

    /// What a hamza carrier becomes after stemming.
    static func withoutHamza(_ letter: Letter, isLast: Bool) -> Letter {
        switch letter {
        case "أ", "إ", "آ": isLast ? "ء" : "ا"
        case "ؤ": isLast ? "ء" : "و"
        case "ئ": isLast ? "ء" : "ي"
        default: letter
        }
    }
}
