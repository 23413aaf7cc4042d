// Step 8: the shapes of broken plurals. C is a radical, and أ counts only where it is written with its hamza.

private let word = RuleSlice.word
private let isAfterAlefThird = RuleTest.all(word.count(6), word.letter(2, "ا"), word.letter(4, "ي"))

extension GuardedRules {
    /// The singulars of broken plurals whose shape tells it.
    package static let brokenPlurals = RuleStep(
        "broken_plurals",
        RuleAttempt(
            .need(word.count(5)),
            .noun(
                // أCCاC is CCC: أعمال, عمل. The last is not ء or ة, and ت only if radical; behind أ, ت and ن are
                // prefixes.
                .becomes(
                    word[1], word[2], word[4],
                    if: word.written(0, "أ"), word.letter(3, "ا"), .not(word.letter(1, "ت", "ن")),
                    .any(.not(word.letter(4, "ء", "ة", "ت")), word.listed(.rootAt))),
                // أCCCة is CCاC: أحزمة, حزام. Neither the second nor the third radical is weak.
                .becomes(
                    word[1], word[2], "ا", word[3],
                    if: word.written(0, "أ"), word.letter(4, "ة"), .not(word.letter(2, "ا", "و", "ي")),
                    .not(word.letter(3, "ي", "ا"))),
                // CCCاء is CCيC: سفراء, سفير. Not with initial alef, nor with ت, the masdar of form V or VI.
                .becomes(
                    word[0], word[1], "ي", word[2],
                    if: word.letter(3, "ا"), word.letter(4, "ء"), .not(word.letter(0, "ا", "ت"))),
                // CCائC is CCيC: قصائد, قصيد(ة). Not with initial mim or ya, and not the nisba of ـاء (نهائي).
                .becomes(
                    word[0], word[1], "ي", word[4],
                    if: word.letter(2, "ا"), word.letter(3, "ئ"), .not(word.letter(0, "م", "ي")),
                    .not(word.letter(4, "ي"))),
                // CواCC is CاCC: خواتم, خاتم. Not with an initial letter that may be a prefix.
                .becomes(
                    word[0], "ا", word[3], word[4],
                    if: word.letter(1, "و"), word.letter(2, "ا"), .not(word.letter(0, "م", "ت", "ي", "ن", "ا")),
                    .not(word.letter(4, "ة", "ن", "ت")), .not(word.letter(3, "ا", "د", "ئ"))),
                // مCاCC is مCCC: مخالب, مخلب. Not متاCC.
                .becomes(
                    word[0], word[1], word[3], word[4],
                    if: word.letter(0, "م"), word.letter(2, "ا"), .not(word.letter(1, "ت")),
                    .not(word.letter(3, "ا")), .not(word.letter(4, "ة", "ن", "ت", "ي"))))),
        RuleAttempt(
            .need(word.count(6)),
            .noun(
                // أCCCاء is CCيC: أصدقاء, صديق. A final radical ya is written once: أذكياء, ذكي.
                .becomes(
                    word[1], word[2], "ي",
                    if: word.written(0, "أ"), word.letter(3, "ي"), word.letter(4, "ا"), word.letter(5, "ء")),
                .becomes(
                    word[1], word[2], "ي", word[3],
                    if: word.written(0, "أ"), word.letter(4, "ا"), word.letter(5, "ء")),
                // مCاCيC is مCCوC: مساحيق, مسحوق.
                .becomes(
                    word[0], word[1], word[3], "و", word[5],
                    if: isAfterAlefThird, word.letter(0, "م"), .not(word.letter(5, "ن", "ة", "ي"))),
                // تCاCيC is تCCيC: ترانيم, ترنيم.
                .becomes(
                    word[0], word[1], word[3], "ي", word[5],
                    if: isAfterAlefThird, word.letter(0, "ت"), .not(word.letter(5, "ن", "ة"))),
                // CواCيC is CاCوC: طواويس, طاووس.
                .becomes(
                    word[0], "ا", word[3], "و", word[5],
                    if: isAfterAlefThird, word.letter(1, "و"), .not(word.letter(0, "م")),
                    .not(word.letter(5, "ن", "ة"))))))
}
