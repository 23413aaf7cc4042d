import ArabicText
import Support
import Testing

/// What becomes of order of marks, of decomposed letters and of marks that stand alone, under every preset.
@Suite struct CaseTests {
    /// Shadda has combining class 33 and fatha 30, so typed order and NFC differ.
    @Test func orderOfShaddaAndVowel() throws {
        try expectResults(
            "ش\u{651}\u{64E}",
            ["lossless light unify": "ش\u{64E}\u{651}", "strip search quran lucene camel camel-arclean pyarabic": "ش"])
        try expectResults(
            "ش\u{64E}\u{651}",
            ["lossless light unify": "ش\u{64E}\u{651}", "strip search quran lucene camel camel-arclean pyarabic": "ش"])
    }

    /// One letter in two spellings. `lucene` has no form and sees two scalars; `pyarabic` writes the mark as a
    /// letter.
    @Test func decomposedHamza() throws {
        try expectResults(
            "أحمد",
            ["lossless light strip quran camel-arclean": "أحمد", "unify search lucene camel pyarabic": "احمد"])
        try expectResults(
            "ا\u{654}حمد",
            [
                "lossless light strip quran": "أحمد", "unify search camel camel-arclean": "احمد",
                "lucene": "ا\u{654}حمد", "pyarabic": "اءحمد",
            ])
    }

    /// Cases 3 and 4: modern and Uthmani spelling. Where a dagger alef has no letter in modern spelling, `quran` has
    /// one too many and `search` has not.
    @Test func uthmaniSpelling() throws {
        try expectResults(
            "آمنوا",
            ["lossless light strip quran camel-arclean": "آمنوا", "unify search lucene camel pyarabic": "امنوا"])
        try expectResults(
            "ء\u{64E}ام\u{650}ن\u{64F}وا\u{6DF}",
            [
                "lossless light unify": "ء\u{64E}ام\u{650}ن\u{64F}وا\u{6DF}", "strip search camel-arclean": "ءامنوا",
                "quran": "آمنوا", "lucene camel pyarabic": "ءامنوا\u{6DF}",
            ])
        try expectResults(
            "ك\u{650}ت\u{64E}\u{640}\u{670}ب",
            [
                "lossless unify": "ك\u{650}ت\u{64E}\u{640}\u{670}ب", "light": "ك\u{650}ت\u{64E}\u{670}ب",
                "strip search camel-arclean": "كتب", "quran pyarabic": "كتاب", "lucene": "كت\u{670}ب",
                "camel": "كت\u{640}ب",
            ])
        try expectResults(
            "ٱلر\u{64E}\u{651}ح\u{652}م\u{64E}\u{640}\u{670}ن\u{650}",
            [
                "lossless": "ٱلر\u{64E}\u{651}ح\u{652}م\u{64E}\u{640}\u{670}ن\u{650}",
                "light": "ٱلر\u{64E}\u{651}ح\u{652}م\u{64E}\u{670}ن\u{650}", "strip": "ٱلرحمن",
                "unify": "الر\u{64E}\u{651}ح\u{652}م\u{64E}\u{640}\u{670}ن\u{650}", "search camel-arclean": "الرحمن",
                "quran pyarabic": "الرحمان", "lucene": "ٱلرحم\u{670}ن", "camel": "الرحم\u{640}ن",
            ])
    }

    /// Marks with nothing to stand on.
    @Test func loneMarks() throws {
        try expectResults(
            "\u{6D6} قالوا",
            [
                "lossless light unify lucene camel pyarabic": "\u{6D6} قالوا",
                "strip search quran camel-arclean": " قالوا",
            ])
        try expectResults(
            " \u{6D6} قالوا",
            [
                "lossless light unify lucene camel pyarabic": " \u{6D6} قالوا",
                "strip search quran camel-arclean": "  قالوا",
            ])
        try expectResults(
            "\u{64E}",
            ["lossless light unify": "\u{64E}", "strip search quran lucene camel camel-arclean pyarabic": ""])
        try expectResults(
            "\u{654}",
            ["lossless light strip unify search quran lucene camel": "\u{654}", "camel-arclean": "", "pyarabic": "ء"])
    }
}
