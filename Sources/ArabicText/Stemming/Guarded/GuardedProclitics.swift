/// Steps 1 to 4: what is written in front of a word.
extension GuardedStemmer {
    /// The word without article, conjunction, preposition and future sin, and what they tell about it. It stops at a
    /// word that a table of whole words has.
    func withoutProclitics<Word: GuardedWord>(_ word: Word) -> (Word, Context) {
        if isKnown(word) { return (word, .none) }
        if let closed = closedWord(behindPreposition: word) { return (closed, .none) }
        if let rest = withoutArticle(word) { return (rest, .noun) }
        var word = word
        if (word[0] == "و" || word[0] == "ف") && word.count >= 3 {
            let rest = word.dropFirst()
            if isClosedBehindConjunction(rest) { return (rest, .none) }
            if let closed = closedWord(behindPreposition: rest) { return (closed, .none) }
            if let noun = withoutArticle(rest), !isRadicalBeforeArticle(word) { return (noun, .noun) }
            if isConjunction(word[0], before: rest), !isGuarded(word, word[0] == "و" ? .wawInitial : .faInitial) {
                word = rest
                if isKnown(word) { return (word, .none) }
            }
        }
        return withoutPreposition(word) ?? withoutFuture(word) ?? (word, .none)
    }

    /// Step 1. The article is ال with bare alef, never أل or إل, before two letters and more; not where alef and lam are
    /// of the word (التزم). بال and كال need five letters, and the lists of their first letter guard them. In لل the
    /// article has lost its alef, and a lam of the word, if it begins with one, is not written: للغة is ل and اللغة.
    func withoutArticle<Word: GuardedWord>(_ word: Word) -> Word? {
        guard word.count >= 4 else { return nil }
        if word.written(0) == "ا" && word[1] == "ل" {
            return isGuarded(word, .alefLamInitial) ? nil : word.dropFirst(2)
        }
        if word.hasPrefix("ل", "ل") {
            let rest = word.dropFirst()
            return isGuarded(rest, .doubleLam) ? rest : rest.dropFirst()
        }
        guard word.count >= 5, word[0] == "ب" || word[0] == "ك", word.written(1) == "ا", word[2] == "ل" else {
            return nil
        }
        if isGuarded(word, word[0] == "ب" ? .baInitial : .kafInitial) { return nil }
        return isGuarded(word.dropFirst(), .alefLamInitial) ? nil : word.dropFirst(3)
    }

    /// A closed word that begins with ال, behind a preposition: بالله, كالذي, للذين. It must be known before its ال is
    /// taken for the article. Four letters: بالي is no إلى.
    func closedWord<Word: GuardedWord>(behindPreposition word: Word) -> Word? {
        if word.hasPrefix("ل", "ل") && word.count >= 4 {
            let rest = word.replacingFirst(by: "ا")
            return isUnchanged(rest) ? rest : nil
        }
        guard word[0] == "ب" || word[0] == "ك", word.written(1) == "ا", word[2] == "ل" else { return nil }
        let rest = word.dropFirst()
        return rest.count >= 4 && isUnchanged(rest) ? rest : nil
    }

    /// Behind و and ف every closed word is believed, but for الي with bare alef and dotted ya: إلى is not spelled so,
    /// and والي is the governor.
    func isClosedBehindConjunction<Word: GuardedWord>(_ rest: Word) -> Bool {
        let isGovernor = rest.count == 3 && rest.written(0) == "ا" && rest[1] == "ل" && rest.lastWritten == "ي"
        return isUnchanged(rest) && !isGovernor
    }

    /// Are و or ف radical where the article seems to follow? So in والدة; but والدين is oftener "and religion".
    func isRadicalBeforeArticle<Word: GuardedWord>(_ word: Word) -> Bool {
        if word[0] == "ف" { return isGuarded(word, .faInitial) }
        return isGuarded(word, .wawAlefLamInitial) && !word.hasSuffix("ي", "ن")
    }

    /// Step 2. و needs three letters behind it, or two of a doubled root; ف, the rarer one, four letters of which the
    /// first often begins a clause, or a form that the tables know.
    func isConjunction<Word: GuardedWord>(_ letter: GuardedLetter, before rest: Word) -> Bool {
        if isListed(rest, .doubled) { return true }
        if letter == "و" { return rest.count >= 3 }
        return rest.count >= 4 && LetterSet.afterFa.contains(rest[0]) || base(of: rest) != nil
            || isGuarded(rest, .hollowPerfect)
    }

    /// Step 3. ب, ل and ك before a word without article. ب and ل need three letters behind them, or two of a doubled root
    /// or with ة; ك needs four, or three with ة. Each has its list of words that begin with it.
    func withoutPreposition<Word: GuardedWord>(_ word: Word) -> (Word, Context)? {
        guard word.count >= 3 else { return nil }
        let list: GuardedLists
        switch word[0] {
        case "ب": list = .baInitial
        case "ل": list = .lamInitial
        case "ك": list = .kafInitial
        default: return nil
        }
        guard !isGuarded(word, list) else { return nil }
        let rest = word.dropFirst()
        if isKnown(rest) { return (rest, .none) }
        let endsInTa = rest[fromEnd: 1] == "ة"
        let isLongEnough =
            word[0] == "ك"
            ? rest.count >= 4 || rest.count == 3 && endsInTa
            : rest.count >= 3 || rest.count == 2 && (endsInTa || isListed(rest, .doubled))
        guard isLongEnough, word[0] == "ل" || !isImperfect(rest, behind: word[0]) else { return nil }
        return (rest, word[0] == "ل" ? .lam : .noun)
    }

    /// ب and ك never stand before an imperfect: so not before ي, unless a noun with radical ya follows, and ب not before
    /// ت and three strong letters.
    private func isImperfect<Word: GuardedWord>(_ rest: Word, behind letter: GuardedLetter) -> Bool {
        if rest[0] == "ي" { return !isGuarded(rest, .yaNunNouns) }
        return letter == "ب" && rest[0] == "ت" && rest.count == 4 && rest[3] != "ة" && !rest.has(.weak, from: 1)
            && !isGuarded(rest, .taInitial)
    }

    /// Step 4. The future: س, then ي, ت, ن or أ, then two letters and more, the first no bare alef (سياسة); not تر with
    /// alef behind it (ستار). Two letters must be of a doubled or assimilated root, or end in ي.
    func withoutFuture<Word: GuardedWord>(_ word: Word) -> (Word, Context)? {
        guard word[0] == "س", word.count >= 4, LetterSet.imperfect.contains(word[1]) || word.written(1) == "أ",
            word.written(2) != "ا", !isGuarded(word, .sinInitial)
        else { return nil }
        let body = word.dropFirst(2)
        if word[1] == "ت" && body[0] == "ر" && (body[1] == "ا" || body[2] == "ا") { return nil }
        guard body.count >= 3 || body[1] == "ي" || isListed(body, [.doubled, .assimilated]) else { return nil }
        return (word.dropFirst(), .future)
    }
}

extension LetterSet {
    /// A word of one of these letters is met behind ف: imperfects, nouns with mim, alef.
    fileprivate static var afterFa: LetterSet { "ي" | "ت" | "ن" | "س" | "م" | "ا" }
}
