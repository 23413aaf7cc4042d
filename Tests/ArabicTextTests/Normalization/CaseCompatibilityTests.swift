import ArabicText
import Support
import Testing

/// What becomes of signs that stand for words, of spaces in disguise and of invisible characters, under every preset.
@Suite struct CaseCompatibilityTests {
    /// U+FDFA and the basmala are phrases, which no preset of ours breaks up or drops; U+FDF2 is a word.
    @Test func honorifics() throws {
        try expectResults(
            "\u{FDFA}",
            [
                "lossless light strip unify search quran lucene pyarabic": "\u{FDFA}", "camel": "صلي الله عليه وسلم",
                "camel-arclean": "",
            ])
        try expectResults(
            "\u{FDF2}",
            ["lossless strip unify lucene pyarabic": "\u{FDF2}", "light search quran camel camel-arclean": "الله"])
        try expectResults(
            "\u{FDFD}",
            [
                "lossless light strip unify search quran lucene pyarabic": "\u{FDFD}",
                "camel": "بسم الله الرحمن الرحيم", "camel-arclean": "",
            ])
        try expectResults(
            "\u{FDFC}",
            [
                "lossless light strip unify search quran lucene pyarabic": "\u{FDFC}", "camel": "ريال",
                "camel-arclean": "",
            ])
    }

    /// Cases 14 and 15: a no-break space; a tatweel with a mark, and spaces with marks, that are one character.
    @Test func hiddenSpaces() throws {
        try expectResults(
            "a\u{A0}b",
            ["lossless light strip unify search quran lucene pyarabic": "a\u{A0}b", "camel camel-arclean": "a b"])
        try expectResults(
            "\u{FE77}",
            [
                "lossless strip unify lucene pyarabic": "\u{FE77}", "light": "\u{64E}",
                "search quran camel-arclean": "", "camel": "\u{640}",
            ])
        try expectResults(
            "\u{FC5E}\u{FC5F}\u{FC60}\u{FC61}\u{FC62}\u{FC63}",
            [
                "lossless strip unify lucene pyarabic": "\u{FC5E}\u{FC5F}\u{FC60}\u{FC61}\u{FC62}\u{FC63}",
                "light": " \u{64C}\u{651} \u{64D}\u{651} \u{64E}\u{651} \u{64F}\u{651} \u{650}\u{651} \u{651}\u{670}",
                "search camel": "      ", "quran": "      ا", "camel-arclean": "",
            ])
    }

    /// Cases 16 and 17: bidi controls, non-joiner, tatweel at an end, joiners in an emoji, byte order mark.
    @Test func invisibleCharacters() throws {
        try expectResults(
            "كتاب\u{200F} \u{200E}كتاب",
            [
                "lossless strip unify lucene camel pyarabic": "كتاب\u{200F} \u{200E}كتاب",
                "light search quran": "كتاب كتاب", "camel-arclean": "كتاب   كتاب",
            ])
        try expectResults(
            "كت\u{61C}اب",
            ["lossless strip unify lucene camel pyarabic": "كت\u{61C}اب", "light search quran camel-arclean": "كتاب"])
        try expectResults(
            "می\u{200C}خواهم",
            [
                "lossless light strip unify quran lucene camel pyarabic": "می\u{200C}خواهم", "search": "ميخواهم",
                "camel-arclean": "مى خواهم",
            ])
        try expectResults(
            "خانه\u{200C}ها",
            [
                "lossless light strip unify quran lucene camel pyarabic": "خانه\u{200C}ها", "search": "خانهها",
                "camel-arclean": "خانه ها",
            ])
        try expectResults(
            "ه\u{640}",
            ["lossless unify camel": "ه\u{640}", "light strip search quran lucene camel-arclean pyarabic": "ه"])
        try expectResults(
            "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}",
            [
                "lossless light strip unify search quran lucene camel pyarabic":
                    "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}", "camel-arclean": "  ",
            ])
        try expectResults(
            "\u{FEFF}كتاب",
            [
                "lossless strip unify lucene camel pyarabic": "\u{FEFF}كتاب", "light search quran": "كتاب",
                "camel-arclean": " كتاب",
            ])
    }

    /// The choices that no preset of ours takes. A currency is no honorific, and a word is none either.
    @Test(arguments: [
        ("\u{FDFA}", "صلى الله عليه وسلم", ""), ("\u{FDFB}", "جل جلاله", ""),
        ("\u{FDFD}", "بسم الله الرحمن الرحيم", ""), ("\u{FDFC}", "ريال", "\u{FDFC}"),
        ("\u{FDF2}", "\u{FDF2}", "\u{FDF2}"),
        // No expansion in Unicode.
        ("\u{FD40}", "\u{FD40}", ""),
    ])
    func choicesForHonorifics(_ sign: String, _ expanded: String, _ removed: String) throws {
        var profile = NormalizationProfile.lossless
        for (choice, expected) in [
            (NormalizationProfile.Honorifics.keep, sign), (.expand, expanded), (.remove, removed),
        ] {
            profile.honorifics = choice
            let actual = try ArabicNormalizer(profile).bytes(Array(sign.utf8))
            #expect(actual == Array(expected.utf8), "\(choice): \(escaped(actual))")
        }
    }

    /// The choices for the non-joiner.
    @Test func choicesForNonJoiner() throws {
        var profile = NormalizationProfile.lossless
        for (choice, expected) in [
            (NormalizationProfile.NonJoiner.keep, "می\u{200C}خواهم"), (.remove, "میخواهم"), (.space, "می خواهم"),
        ] {
            profile.zeroWidthNonJoiner = choice
            let actual = try ArabicNormalizer(profile).bytes(Array("می\u{200C}خواهم".utf8))
            #expect(actual == Array(expected.utf8), "\(choice): \(escaped(actual))")
        }
    }
}
