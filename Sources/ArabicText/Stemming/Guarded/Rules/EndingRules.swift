// Step 9: inflectional endings.

private let word = RuleSlice.word
private let (rest1, rest2) = (word.dropLast(1), word.dropLast(2))
/// The word without its ending.
private let base = RuleSlice.chosen(.base)

/// و before a pronoun may be a radical of a short imperfect: نرجوه.
private let mayBeImperfect = word.letter(0, "ي", "ت", "ن", "ا")

/// ون, ين and ان behind three letters and more: not of a word where they are radical, nor of masdars (تعاون, تأمين,
/// إعلان).
private let hasUn = RuleTest.all(
    word.atLeast(5), word.ends("و", "ن"), .not(word.listed(.rootUn)),
    .not(.all(word.count(5), word.letter(0, "ت"), word.letter(2, "ا"))))
private let hasIn = RuleTest.all(
    word.atLeast(5), word.ends("ي", "ن"), .not(word.listed(.rootIn)), .not(.all(word.count(5), word.letter(0, "ت"))))
private let hasAn = RuleTest.all(
    word.atLeast(5), word.ends("ا", "ن"), .not(word.listed(.rootAn)), .not(.all(word.count(5), word.written(0, "إ"))))

private let isTaBeforePronoun = RuleTest.all(
    .marked(.hasPronoun), word.atLeast(3), word.last(1, "ت"), .not(word.listed(.finalTa)))
/// Behind an initial alef it is the ت of a verb (أعلنتها), but for إجـ and alef in fourth place.
private let isTaMarbuta = RuleTest.any(
    .marked(.noun), .not(word.letter(0, "ا")), word.letter(1, "ج"), word.letter(3, "ا"))

private let isFeminine = RuleTest.any(.marked(.femininePlural), .marked(.taMarbuta), .marked(.verbTa))

extension GuardedRules {
    /// The first ending that fits is cut.
    package static let endings = RuleStep(
        "endings",
        RuleAttempt(
            .choose(
                base,
                // Verbs: وا, or و before a pronoun.
                .cut(2, calling: .verbEnding, if: word.atLeast(5), word.ends("و", "ا"), .not(.marked(.noun))),
                .cut(
                    1, calling: .verbEnding, if: .marked(.hasPronoun), word.last(1, "و"),
                    .any(word.atLeast(5), .all(word.count(4), .not(mayBeImperfect)))),
                // نا of the perfect before a pronoun: كتبناه. Not معناه.
                .cut(
                    2, calling: .verbEnding, if: .marked(.hasPronoun), .not(.marked(.noun)), word.atLeast(5),
                    word.ends("ن", "ا"), .not(word.letter(0, "م"))),
                // A ت left by ين and ان is a ta marbuta.
                .cut(
                    3, calling: .taMarbuta, if: .any(hasIn, hasAn), rest2.last(1, "ت"), .not(rest2.listed(.finalTa))),
                .cut(2, calling: .nun, if: .any(hasUn, hasIn, hasAn)),
                .cut(
                    2, calling: .femininePlural, if: word.atLeast(4), word.ends("ا", "ت"),
                    .not(word.lastWritten(2, "أ")),
                    .any(word.atLeast(5), .not(word.listed(.rootAt)))),
                // A ta marbuta before the ya of the speaker or of the dual: مدرستي.
                .cut(
                    2, calling: .taMarbuta, if: .not(.marked(.noun)), .not(.marked(.hasPronoun)), word.atLeast(6),
                    word.ends("ت", "ي")),
                .cut(1, calling: .taMarbuta, if: word.atLeast(3), word.last(1, "ة")),
                .cut(1, calling: .taMarbuta, if: isTaBeforePronoun, isTaMarbuta),
                .cut(1, calling: .verbTa, if: isTaBeforePronoun),
                .keep(calling: .noEnding, if: .marked(.noun)),
                // The perfect: ت, behind two letters only of a doubled root (شدت); تم.
                .cut(
                    1, calling: .verbEnding, if: word.atLeast(3), word.last(1, "ت"),
                    .any(word.atLeast(4), rest1.listed(.doubled)), .not(word.guarded([.finalTa, .rootAt]))),
                .cut(2, calling: .verbEnding, if: word.atLeast(6), word.ends("ت", "م"))),
            // A plural may leave an irregular form. Before ات and ت it is no broken plural: مطالبات are not of مطلب.
            .startAgain(withBaseOf: rest2, if: .marked(.nun)),
            .startAgain(withBaseOf: base, in: .irregular, if: .any(.marked(.femininePlural), .marked(.verbTa))),
            .stem(
                nounIf: .any(.marked(.nun), .marked(.femininePlural), .marked(.taMarbuta), .marked(.noEnding)),
                // The ending leaves the mark ه where the word without it is likely to be another one: three letters and
                // fewer (حملة, حمل) but for short adjectives, اCاC (إدارة, أدار), and مCاCC (مشاركة and مشاركات,
                // مشارك). It leaves none behind the ya of nisba.
                .becomes(
                    base.appending("ه"),
                    if: isFeminine, .not(base.last(1, "ي")),
                    .any(
                        .all(base.atMost(3), .not(base.listed(.shortAdjectives))),
                        .all(base.count(4), word.letter(0, "ا"), word.letter(2, "ا")),
                        .all(base.count(5), word.letter(0, "م"), word.letter(2, "ا")))),
                .becomes(base))))
}
