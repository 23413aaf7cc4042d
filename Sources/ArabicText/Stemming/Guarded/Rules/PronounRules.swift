// Steps 5 and 6: what is written behind a word and is not inflection.

private let word = RuleSlice.word
private let (rest1, rest2, rest3) = (word.dropLast(1), word.dropLast(2), word.dropLast(3))
private let withoutPronoun = RuleSlice.chosen(.withoutPronoun)
private let withoutTanwin = RuleSlice.chosen(.withoutTanwin)

/// At least three letters are left, two of a doubled root.
private func isCuttable(_ rest: RuleSlice) -> RuleTest { .any(rest.atLeast(3), rest.listed(.doubled)) }

/// A prefix of a verb or participle.
private func isBeforeRoot(_ slice: RuleSlice) -> RuleTest { slice.letter(0, "م", "ي", "ت", "ن") }

/// كم and كما: three letters, four with initial mim (محكم); not in words of حكم, nor in تراكم.
private func isBeforeKum(_ rest: RuleSlice) -> RuleTest {
    .any(
        rest.atLeast(4),
        .all(
            rest.count(3), .not(rest.letter(0, "م")), .not(.all(isBeforeRoot(rest), rest.ends("ح", "ا"))),
            .not(.all(rest.letter(0, "ت"), rest.ends("ر", "ا")))))
}

/// What is left of a word of فهم or سهم whose هم is radical: تفاهم, متفهم, يتفاهم, يساهم.
private func isRadicalHum(_ rest: RuleSlice) -> RuleTest {
    .any(
        .all(rest.count(3), rest.letter(0, "ت"), rest.ends("ف", "ا")),
        .all(rest.count(3), isBeforeRoot(rest), .any(rest.ends("ت", "ف"), rest.ends("س", "ا"))),
        .all(rest.count(4), isBeforeRoot(rest), rest.ends("ت", "ف", "ا")))
}

/// نا: not behind a long vowel, but for the future. Without a proclitic that says that the word is no accusative it is
/// not cut where a participle or noun of place in radical nun with tanwin is likely: three letters with initial mim or
/// alef in second place (مسكنا, ساكنا), four of the shape مCاC (مواطنا), more that begin مت or مست (متمكنا).
private func isBeforeNa(_ rest: RuleSlice) -> RuleTest {
    .all(
        rest.atLeast(3), .any(.not(rest.last(1, "ا", "و", "ي")), .marked(.future)),
        .any(
            .marked(.noun), .marked(.lam), rest.written(0, "أ"), rest.last(1, "ت"),
            .all(rest.count(3), .not(rest.letter(0, "م")), .not(rest.letter(1, "ا"))),
            .all(
                rest.atLeast(4),
                .any(
                    .not(rest.letter(0, "م")),
                    .all(
                        .not(rest.letter(1, "ت")), .not(.all(rest.letter(1, "س"), rest.letter(2, "ت"))),
                        .not(.all(rest.count(4), rest.letter(2, "ا"))))))))
}

/// ه is radical: in a listed word, or in one behind ال, م, ي, ت or ن.
private let isRadicalHa = RuleTest.any(
    word.listed(.rootHa), .all(word.begins("ا", "ل"), word.dropFirst(2).listed(.rootHa)),
    .all(isBeforeRoot(word), word.dropFirst().listed(.rootHa)))

/// Final bare alef of four letters and more, or behind two letters of a doubled root (حقا); not behind و (a plural
/// verb), not in the future. ـايا is a plural (قضايا), and ـيا or ـتا behind an initial ya a dual.
private let hasTanwin = RuleTest.all(
    .not(.marked(.future)), word.lastWritten(1, "ا"), .not(word.last(2, "و")),
    .any(
        .all(word.count(3), .not(.marked(.noun)), .not(.marked(.lam)), rest1.listed(.doubled)),
        .all(
            word.atLeast(4), .not(word.ends("ا", "ي", "ا")), .not(.all(word.letter(0, "ي"), word.last(2, "ي", "ت"))))))

extension GuardedRules {
    /// The pronoun, and tanwin alef.
    package static let pronouns = RuleStep(
        "pronouns",
        RuleAttempt(
            // ك is not cut: it is a radical too often.
            .choose(
                withoutPronoun,
                // Words in radical -in, -un and -an have no pronoun in their tanwin: قانونا.
                .keep(if: word.listed([.rootIn, .rootUn])),
                .keep(if: word.last(1, "ا"), rest1.listed(.rootNun)),
                .cut(3, if: word.ends("ه", "م", "ا"), isCuttable(rest3)),
                .cut(3, if: word.ends("ك", "م", "ا"), isBeforeKum(rest3)),
                .cut(2, if: word.ends("ه", "ا"), isCuttable(rest2)),
                .cut(2, if: word.ends("ه", "م"), isCuttable(rest2), .not(isRadicalHum(rest2))),
                .cut(2, if: word.ends("ه", "ن"), rest2.atLeast(4)),
                .cut(2, if: word.ends("ك", "م"), isBeforeKum(rest2)),
                .cut(2, if: word.ends("ن", "ا"), isBeforeNa(rest2)),
                // The object of a verb, so behind four letters that begin like an imperfect, and never of a noun.
                .cut(
                    2, if: word.ends("ن", "ي"), rest2.atLeast(4), .not(.marked(.noun)), word.letter(0, "ي", "ت"),
                    .not(word.guarded(.yaNunNouns))),
                .cut(1, if: word.last(1, "ه"), isCuttable(rest1), .not(isRadicalHa))),
            .take(withoutPronoun, calling: .hasPronoun),
            // Before a pronoun the hamza of ـاء has a seat: أبناؤهم, أبنائهم. Without it the hamza stands alone again.
            .replaceLast(by: "ء", if: .marked(.hasPronoun), .any(word.ends("ا", "ؤ"), word.ends("ا", "ئ"))),
            .settle(if: .marked(.hasPronoun), word.listed(.unchanged)),
            .takeBase(of: word, if: .marked(.hasPronoun)),
            .takeBase(of: word.dropLast().appending("ة"), if: .marked(.hasPronoun), word.last(1, "ت")),
            .mark(.onlyEnding, if: .not(.marked(.noun)), word.guarded(.yaNunNouns)),
            .choose(
                withoutTanwin,
                .cut(
                    1, calling: .nounTanwin, if: .marked(.onlyEnding), .not(.marked(.hasPronoun)),
                    word.lastWritten(1, "ا"),
                    rest1.listed(.yaNunNouns)),
                .keep(if: .marked(.onlyEnding)),
                .cut(1, calling: .tanwin, if: .not(.marked(.hasPronoun)), hasTanwin)),
            .takeBase(of: rest1, if: .marked(.tanwin)),
            .mark(.isNominal, if: .marked(.tanwin)),
            .mark(
                .noun,
                if: .any(
                    .marked(.onlyEnding),
                    .all(.marked(.tanwin), .not(.marked(.noun)), .not(.marked(.lam)), .not(word.written(0, "ي"))))),
            .take(withoutTanwin, calling: .isWithoutTanwin)))
}
