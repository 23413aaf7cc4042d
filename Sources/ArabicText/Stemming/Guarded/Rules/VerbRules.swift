// Step 7: the imperfect becomes the perfect.

private let word = RuleSlice.word
private let rest = word.dropFirst()
/// The letters behind the prefix, without the ending.
private let body = RuleSlice.chosen(.body, skipped: 1)
private let passive = RuleSlice.chosen(.passive, skipped: 1)

/// Something else says that it is an imperfect: the future, ل before ي, or the ending ون or وا.
private let agrees = RuleTest.any(.marked(.future), .all(.marked(.lam), word.letter(0, "ي")), .marked(.plural))
/// Form X: ست and two radicals.
private let isFormX = RuleTest.all(body.atLeast(4), body.begins("س", "ت"))
private let isHollow = RuleTest.all(body.count(3), body.listed([.hollowFormI, .hollowFormIV]))

/// ت begins many nouns. Four letters and more with ya in third place are a masdar (تفعيل); three letters without alef,
/// and four with alef in second place (تشارك), are a verb; others must agree, or be of form V, VII, VIII or X.
private let isImperfectWithTa = RuleTest.any(
    body.count(2),
    .all(
        body.count(3),
        .any(
            agrees,
            .all(
                .not(body.letter(1, "ا")), .not(body.written(2, "ا")),
                .any(.not(body.letter(1, "و")), body.listed(.hollowFormI))))),
    .all(
        body.count(4),
        .any(
            isFormX,
            .all(.not(body.letter(2, "ي")), .any(body.letter(1, "ا", "ت"), body.letter(0, "ن", "ت"), agrees)))),
    .all(body.atLeast(5), .any(isFormX, .all(.not(body.letter(2, "ي")), .any(body.letter(0, "ت"), agrees)))))

/// No radical is weak or a hamza.
private let isStrong = RuleTest.all(
    .not(body.letter(0, "ا", "و", "ي", "ء")), .not(body.letter(1, "ا", "و", "ي", "ء")),
    .not(body.letter(2, "ا", "و", "ي", "ء")))

private let hasEnding = RuleTest.any(.marked(.plural), .marked(.single), .marked(.dual), .marked(.feminine))

extension GuardedRules {
    /// The perfects of imperfects, and of hollow passive perfects.
    package static let verbs = RuleStep(
        "verbs",
        RuleAttempt(
            .need(
                .not(.marked(.isNominal)), word.atLeast(3),
                .any(word.letter(0, "ي", "ت", "ن"), word.written(0, "أ")), .not(word.last(1, "ة")),
                .not(word.ends("ا", "ت"))),
            // Two letters are left, three before ان and ين.
            .choose(
                body,
                // Form VI of a root in nun: يتعاون.
                .keep(if: rest.letter(0, "ت"), rest.listed(.rootUn)),
                .cut(2, calling: .plural, if: rest.atLeast(4), .any(word.ends("و", "ن"), word.ends("و", "ا"))),
                .cut(1, calling: .single, if: .marked(.hasPronoun), rest.atLeast(3), word.last(1, "و")),
                .cut(
                    2, calling: .dual, if: rest.atLeast(5), .any(word.letter(0, "ي"), .marked(.future)),
                    word.ends("ا", "ن")),
                .cut(
                    2, calling: .feminine, if: rest.atLeast(5), word.letter(0, "ت"), .marked(.future),
                    word.ends("ي", "ن"))),
            .need(.not(.all(hasEnding, word.listed(.rootUn)))),
            .need(body.atLeast(2), .any(.not(body.count(2)), body.listed([.doubled, .assimilated]))),
            .need(
                .any(
                    // Three letters, or two of a doubled or assimilated root; six must agree or be of form X.
                    .all(word.letter(0, "ي"), .any(body.atMost(5), agrees, isFormX)),
                    // Behind س it can be nothing else: ستحرك is of حرك, not of تحرك.
                    .all(
                        word.letter(0, "ت"),
                        .any(.marked(.future), .all(isImperfectWithTa, .not(word.guarded(.taInitial))))),
                    // Must agree or be hollow or of form X, or have three strong letters that are no perfect (نجحت).
                    .all(
                        word.letter(0, "ن"),
                        .any(
                            agrees, isFormX, .all(isHollow, .not(word.listed(.yaNunNouns))),
                            .all(
                                body.count(3), isStrong, .any(.not(body.letter(2, "ت")), body.listed(.finalTa))))),
                    // أ is the rarest: hollow roots and form X alone, and no feminine (أقيمت).
                    .all(word.letter(0, "ا"), .any(isFormX, .all(isHollow, .not(word.last(1, "ت"))))))),
            .verb(
                // قول is قال.
                .becomes(
                    body[0], "ا", body[2],
                    if: body.count(3),
                    .any(
                        .all(body.letter(1, "و"), .not(body.letter(2, "ي"))),
                        .all(
                            body.written(1, "و", "ي"), body.listed(.hollowFormI), .not(body.listed(.hollowFormIV))))),
                // ريد is أراد, of form IV, but for the roots whose form I has ي.
                .becomes("ا", body[0], "ا", body[2], if: body.count(3), body.written(1, "ي")),
                // An assimilated root gets back its waw.
                .becomes("و", body[0], body[1], if: body.count(2), body.listed(.assimilated)),
                .becomes(body))),
        // Hollow passive perfects of form IV, with the ending ت or وا or none: أقيمت is أقام.
        RuleAttempt(
            .need(word.atLeast(4), word.written(0, "أ", "ا"), word.letter(2, "ي"), .not(word.letter(1, "ي"))),
            .choose(
                passive,
                .cut(2, if: word.count(6), word.ends("و", "ا")),
                .cut(1, if: word.count(5), word.last(1, "ت"))),
            .need(passive.count(3), passive.listed(.hollowFormIV)),
            .verb(.becomes("ا", passive[0], "ا", passive[2]))))
}
