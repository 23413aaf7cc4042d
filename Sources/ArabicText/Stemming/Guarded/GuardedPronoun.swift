/// Steps 5 and 6: what is written behind a word and is not inflection.
extension GuardedStemmer {
    /// Step 5. The word without its pronoun, or nil: the first that fits of هما كما ها هم هن كم نا ني ه. At least three
    /// letters are left, two of a doubled root. ك is not cut: it is a radical too often. Words in radical -in, -un and
    /// -an have no pronoun in their tanwin (قانونا).
    func withoutPronoun<Word: GuardedWord>(_ word: Word, _ context: Context) -> Word? {
        if isListed(word, [.rootIn, .rootUn]) { return nil }
        if word[fromEnd: 1] == "ا" && isListed(word.dropLast(), .rootNun) { return nil }
        if word.hasSuffix("ه", "م", "ا") || word.hasSuffix("ك", "م", "ا") {
            let rest = word.dropLast(3)
            if isCuttable(rest) && (word[fromEnd: 3] == "ه" || isBeforeKum(rest)) { return rest }
        }
        let rest = word.dropLast(2)
        switch (word[fromEnd: 2], word[fromEnd: 1]) {
        case ("ه", "ا"): return isCuttable(rest) ? rest : nil
        case ("ه", "م"): return isCuttable(rest) && !isRadicalHum(rest) ? rest : nil
        case ("ه", "ن"): return rest.count >= 4 ? rest : nil
        case ("ك", "م"): return isBeforeKum(rest) ? rest : nil
        case ("ن", "ا"): return isCuttable(rest) && isBeforeNa(rest, context) ? rest : nil
        case ("ن", "ي"): return isBeforeNi(rest, context) && !isGuarded(word, .yaNunNouns) ? rest : nil
        case (_, "ه"): return withoutHa(word)
        default: return nil
        }
    }

    private func isCuttable<Word: GuardedWord>(_ rest: Word) -> Bool { rest.count >= 3 || isListed(rest, .doubled) }

    /// كم and كما: three letters, four with initial mim (محكم); not in words of حكم, nor in تراكم.
    private func isBeforeKum<Word: GuardedWord>(_ rest: Word) -> Bool {
        guard rest.count >= (rest[0] == "م" ? 4 : 3) else { return false }
        if rest.count > 3 { return true }
        let isRadical = rest.hasSuffix("ح", "ا") && LetterSet.beforeRoot.contains(rest[0])
        return !isRadical && !(rest[0] == "ت" && rest.hasSuffix("ر", "ا"))
    }

    /// What is left of a word of فهم or سهم whose هم is radical: تفاهم, متفهم, يتفاهم, يساهم.
    private func isRadicalHum<Word: GuardedWord>(_ rest: Word) -> Bool {
        if rest.count == 3 && rest[0] == "ت" && rest.hasSuffix("ف", "ا") { return true }
        guard LetterSet.beforeRoot.contains(rest[0]) else { return false }
        return rest.count == 3 && (rest.hasSuffix("ت", "ف") || rest.hasSuffix("س", "ا"))
            || rest.count == 4 && rest.hasSuffix("ت", "ف", "ا")
    }

    /// ني: the object of a verb, so behind four letters that begin like an imperfect, and never of a noun.
    private func isBeforeNi<Word: GuardedWord>(_ rest: Word, _ context: Context) -> Bool {
        context != .noun && rest.count >= 4 && (rest[0] == "ي" || rest[0] == "ت")
    }

    /// نا: not behind a long vowel, but for the future. Without a proclitic that says that the word is no accusative it is
    /// not cut where a participle or noun of place in radical nun with tanwin is likely: three letters with initial mim
    /// or alef in second place (مسكنا, ساكنا), four of the shape مCاC (مواطنا), more that begin مت or مست (متمكنا).
    private func isBeforeNa<Word: GuardedWord>(_ rest: Word, _ context: Context) -> Bool {
        guard rest.count >= 3, !LetterSet.weak.contains(rest[fromEnd: 1]) || context == .future else { return false }
        if context == .noun || context == .lam || rest.written(0) == "أ" || rest[fromEnd: 1] == "ت" { return true }
        if rest.count == 3 { return rest[0] != "م" && rest[1] != "ا" }
        guard rest[0] == "م" else { return true }
        return rest[1] != "ت" && !(rest[1] == "س" && rest[2] == "ت") && !(rest.count == 4 && rest[2] == "ا")
    }

    /// ه: three letters, two of a doubled root; not of a word in radical ha, nor of one behind ال, م, ي, ت or ن.
    private func withoutHa<Word: GuardedWord>(_ word: Word) -> Word? {
        let rest = word.dropLast()
        guard rest.count >= 3 || rest.count == 2 && isListed(rest, .doubled) else { return nil }
        if isListed(word, .rootHa) { return nil }
        if word.hasPrefix("ا", "ل") && isListed(word.dropFirst(2), .rootHa) { return nil }
        if LetterSet.beforeRoot.contains(word[0]) && isListed(word.dropFirst(), .rootHa) { return nil }
        return rest
    }

    /// Step 6. The word without tanwin alef, or nil: final bare alef of four letters and more, or behind two letters of a
    /// doubled root (حقا); not behind و (a plural verb), not in the future. ـايا is a plural (قضايا), and ـيا or ـتا
    /// behind an initial ya a dual.
    func withoutTanwin<Word: GuardedWord>(_ word: Word, _ context: Context) -> Word? {
        guard word.lastWritten == "ا", word[fromEnd: 2] != "و", context != .future else { return nil }
        if word.count == 3 { return context == .none && isListed(word.dropLast(), .doubled) ? word.dropLast() : nil }
        guard word.count >= 4 else { return nil }
        let isYa = word[fromEnd: 2] == "ي"
        if isYa && word[fromEnd: 3] == "ا" { return nil }
        if word[0] == "ي" && (isYa || word[fromEnd: 2] == "ت") { return nil }
        return word.dropLast()
    }
}

extension LetterSet {
    /// Prefixes of a verb or participle.
    fileprivate static var beforeRoot: LetterSet { "م" | "ي" | "ت" | "ن" }
}
