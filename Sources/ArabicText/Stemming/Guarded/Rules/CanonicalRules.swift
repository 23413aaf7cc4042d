// Step 10: spellings of one stem become one.

private let word = RuleSlice.word

/// Forms VII to X, of five letters and more without another alef inside and without the mark ه: ن or ت second, ت third,
/// است, a ت that took the sound of its neighbour (اصط, اضط, ازد), a doubled letter, اضم of four radicals.
private let isFormWithAlef = RuleTest.all(
    .not(.anywhere(word, "ا", from: 1, before: 1)), .not(word.last(1, "ه")),
    .any(
        word.letter(1, "ن", "ت"), word.letter(2, "ت"),
        .all(word.letter(1, "ص"), word.letter(2, "ط")), .all(word.letter(1, "ض"), word.letter(2, "ط", "م")),
        .all(word.letter(1, "ز"), word.letter(2, "د")), .equal(word, 1, 2)))

/// Form X of a hollow root: استCاC.
private let isHollowFormX = RuleTest.all(
    word.count(6), word.letter(1, "س"), word.letter(2, "ت"), word.letter(4, "ا"), .not(word.letter(3, "ا")),
    .not(word.letter(5, "ا")))

extension GuardedRules {
    /// The canonical form of stems; nouns are marked.
    package static let canonicalForm = RuleStep(
        "canonical_form",
        RuleAttempt(
            // يي becomes ي.
            .dropLast(if: word.atLeast(5), word.ends("ي", "ي")),
            // A ta marbuta that is left goes.
            .dropLast(if: word.atLeast(3), word.last(1, "ة")),
            // Forms VII to X lose their alef, to meet their imperfect: ينطلق, انطلق.
            .dropFirst(
                if: .not(.marked(.noun)), word.atLeast(5), word.letter(0, "ا"), .any(isFormWithAlef, isHollowFormX)),
            // Final alef becomes ي, but for nouns.
            .replaceLast(by: "ي", if: .not(.marked(.noun)), word.atLeast(3), word.last(1, "ا")),
            .replace(["ؤ", "ئ"], by: "ء")))
}
