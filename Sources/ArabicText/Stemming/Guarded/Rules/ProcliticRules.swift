// Steps 1 to 4: what is written in front of a word.

private let word = RuleSlice.word
private let (rest, body) = (word.dropFirst(), word.dropFirst(2))
private let core = RuleSlice.chosen(.core)
private let bare = RuleSlice.chosen(.bare)

/// A closed word that begins with ال, behind a preposition: للذين, بالله, كالذي. It must be known before its ال is
/// taken for the article. Four letters: بالي is no إلى.
private func isClosedBehindLam(_ word: RuleSlice) -> RuleTest {
    .all(word.atLeast(4), word.begins("ل", "ل"), word.replacingFirst(by: "ا").listed(.unchanged))
}

private func isClosedBehindOther(_ word: RuleSlice) -> RuleTest {
    .all(
        word.atLeast(5), word.letter(0, "ب", "ك"), word.written(1, "ا"), word.letter(2, "ل"),
        word.dropFirst().listed(.unchanged))
}

/// Step 1. The article is ال with bare alef, never أل or إل, before two letters and more; not where alef and lam are of
/// the word (التزم).
private func hasArticle(_ word: RuleSlice) -> RuleTest {
    .all(word.atLeast(4), word.written(0, "ا"), word.letter(1, "ل"), .not(word.guarded(.alefLamInitial)))
}

/// In لل the article has lost its alef.
private func hasLam(_ word: RuleSlice) -> RuleTest { .all(word.atLeast(4), word.begins("ل", "ل")) }

/// A lam of the word, if it begins with one, is not written: للغة is ل and اللغة.
private func hasLamOfWord(_ word: RuleSlice) -> RuleTest { .all(hasLam(word), word.dropFirst().guarded(.doubleLam)) }

/// بال and كال need five letters, and the lists of their first letter guard them.
private func hasPrepositionAndArticle(_ word: RuleSlice) -> RuleTest {
    .all(
        word.atLeast(5), word.letter(0, "ب", "ك"), word.written(1, "ا"), word.letter(2, "ل"),
        .not(.all(word.letter(0, "ب"), word.guarded(.baInitial))),
        .not(.all(word.letter(0, "ك"), word.guarded(.kafInitial))), .not(word.dropFirst().guarded(.alefLamInitial)))
}

private let mayBeConjunction = RuleTest.all(word.atLeast(3), word.letter(0, "و", "ف"))

/// Behind و and ف every closed word is believed, but for الي with bare alef and dotted ya: إلى is not spelled so, and
/// والي is the governor.
private let isGovernor = RuleTest.all(
    word.count(4), word.written(1, "ا"), word.letter(2, "ل"), word.lastWritten(1, "ي"))

/// و or ف is radical where the article seems to follow. So in والدة; but والدين is oftener "and religion".
private let isRadicalBeforeArticle = RuleTest.any(
    .all(word.letter(0, "ف"), word.guarded(.faInitial)),
    .all(word.letter(0, "و"), .not(word.ends("ي", "ن")), word.guarded(.wawAlefLamInitial)))

/// Step 2. و needs three letters behind it, or two of a doubled root; ف, the rarer one, four letters of which the first
/// often begins a clause (imperfects, nouns with mim, alef), or a form that the tables know.
private let isConjunction = RuleTest.all(
    mayBeConjunction,
    .any(
        .all(word.letter(0, "و"), rest.atLeast(3)),
        .all(word.letter(0, "ف"), rest.atLeast(4), rest.letter(0, "ي", "ت", "ن", "س", "م", "ا")),
        rest.listed(.doubled), .all(word.letter(0, "ف"), rest.irregular),
        .all(word.letter(0, "ف"), rest.guarded(.hollowPerfect))),
    .not(.all(word.letter(0, "و"), word.guarded(.wawInitial))),
    .not(.all(word.letter(0, "ف"), word.guarded(.faInitial))))

private let hasNoArticle = RuleTest.not(
    .any(.marked(.articleOfTwo), .marked(.articleOfThree), .marked(.lamOfOne), .marked(.lamOfTwo)))

/// Step 3. ب, ل and ك before a word without article. Each has its list of words that begin with it.
private let isPreposition = RuleTest.all(
    hasNoArticle, word.atLeast(3), word.letter(0, "ب", "ل", "ك"),
    .not(.all(word.letter(0, "ب"), word.guarded(.baInitial))),
    .not(.all(word.letter(0, "ل"), word.guarded(.lamInitial))),
    .not(.all(word.letter(0, "ك"), word.guarded(.kafInitial))))

/// ب and ل need three letters behind them, or two of a doubled root or with ة; ك needs four, or three with ة.
private let isLongEnough = RuleTest.any(
    .all(word.letter(0, "ك"), .any(rest.atLeast(4), .all(rest.count(3), word.last(1, "ة")))),
    .all(
        word.letter(0, "ب", "ل"),
        .any(rest.atLeast(3), .all(rest.count(2), .any(word.last(1, "ة"), rest.listed(.doubled))))))

/// ب and ك never stand before an imperfect: so not before ي, unless a noun with radical ya follows, and ب not before ت
/// and three strong letters.
private let isImperfect = RuleTest.any(
    .all(rest.letter(0, "ي"), .not(rest.guarded(.yaNunNouns))),
    .all(
        word.letter(0, "ب"), rest.letter(0, "ت"), rest.count(4), .not(rest.letter(3, "ة")),
        .not(rest.letter(1, "ا", "و", "ي")), .not(rest.letter(2, "ا", "و", "ي")), .not(rest.letter(3, "ا", "و", "ي")),
        .not(rest.guarded(.taInitial))))

/// Step 4. The future: س, then ي, ت, ن or أ, then two letters and more, the first no bare alef (سياسة); not تر with
/// alef behind it (ستار). Two letters must be of a doubled or assimilated root, or end in ي.
private let isFuture = RuleTest.all(
    hasNoArticle, word.atLeast(4), word.letter(0, "س"), .any(word.letter(1, "ي", "ت", "ن"), word.written(1, "أ")),
    .not(word.written(2, "ا")),
    .not(.all(word.letter(1, "ت"), word.letter(2, "ر"), .any(word.letter(3, "ا"), word.letter(4, "ا")))),
    .any(body.atLeast(3), body.letter(1, "ي"), body.listed([.doubled, .assimilated])), .not(word.guarded(.sinInitial)))

extension GuardedRules {
    /// Article, conjunction, preposition and future sin. Words that a table of whole words has stop it.
    package static let proclitics = RuleStep(
        "proclitics",
        RuleAttempt(
            .settle(if: word.listed(.unchanged)),
            .takeBase(of: word),
            .choose(
                core,
                .drop(0, replacingFirstBy: "ا", calling: .closed, if: isClosedBehindLam(word)),
                .drop(1, calling: .closed, if: isClosedBehindOther(word)),
                .drop(0, calling: .articleOfTwo, if: hasArticle(word)),
                .drop(0, calling: .lamOfOne, if: hasLamOfWord(word)),
                .drop(0, calling: .lamOfTwo, if: hasLam(word)),
                .drop(0, calling: .articleOfThree, if: hasPrepositionAndArticle(word)),
                .drop(1, calling: .closed, if: mayBeConjunction, rest.listed(.unchanged), .not(isGovernor)),
                .drop(1, replacingFirstBy: "ا", calling: .closed, if: mayBeConjunction, isClosedBehindLam(rest)),
                .drop(2, calling: .closed, if: mayBeConjunction, isClosedBehindOther(rest)),
                .drop(1, calling: .articleOfTwo, if: mayBeConjunction, hasArticle(rest), .not(isRadicalBeforeArticle)),
                .drop(1, calling: .lamOfOne, if: mayBeConjunction, hasLamOfWord(rest), .not(isRadicalBeforeArticle)),
                .drop(1, calling: .lamOfTwo, if: mayBeConjunction, hasLam(rest), .not(isRadicalBeforeArticle)),
                .drop(
                    1, calling: .articleOfThree, if: mayBeConjunction, hasPrepositionAndArticle(rest),
                    .not(isRadicalBeforeArticle)),
                .drop(1, calling: .conjunction, if: isConjunction)),
            .take(core, calling: .isShorter),
            .settle(if: .marked(.closed)),
            .settle(if: .marked(.conjunction), word.listed(.unchanged)),
            .takeBase(of: word, if: .marked(.conjunction)),
            .choose(
                bare,
                .drop(2, calling: .byArticle, if: .marked(.articleOfTwo)),
                .drop(1, calling: .byArticle, if: .marked(.lamOfOne)),
                .drop(2, calling: .byArticle, if: .marked(.lamOfTwo)),
                .drop(3, calling: .byArticle, if: .marked(.articleOfThree)),
                .drop(1, calling: .beforeKnown, if: isPreposition, rest.listed(.unchanged)),
                .drop(1, calling: .beforeKnown, if: isPreposition, rest.irregular),
                .drop(1, calling: .byLam, if: isPreposition, word.letter(0, "ل"), isLongEnough),
                .drop(
                    1, calling: .byPreposition, if: isPreposition, .not(word.letter(0, "ل")), isLongEnough,
                    .not(isImperfect)),
                .drop(1, calling: .bySin, if: isFuture)),
            .mark(.noun, if: .any(.marked(.byArticle), .marked(.byPreposition))),
            .mark(.lam, if: .marked(.byLam)),
            .mark(.future, if: .marked(.bySin)),
            .take(bare, calling: .isBare),
            .settle(if: .marked(.isBare), word.listed(.unchanged)),
            .takeBase(of: word, if: .marked(.isBare))))
}
