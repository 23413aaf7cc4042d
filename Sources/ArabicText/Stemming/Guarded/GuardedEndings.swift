/// Step 9: inflectional endings.
extension GuardedStemmer {
    /// What wrote the feminine ending: ة, ات, or a ت that may as well be of a verb.
    private enum FeminineEnding { case taMarbuta, plural, verbTa }

    /// The stem in canonical form: the first ending that fits is cut.
    func withoutEnding<Word: GuardedWord>(_ word: Word, _ context: Context, hasPronoun: Bool) -> Word {
        let isNoun = context == .noun
        // Verbs: وا, or و before a pronoun, where it may be a radical of a short imperfect (نرجوه).
        if word.count >= 5 && word.hasSuffix("و", "ا") && !isNoun { return canonical(word.dropLast(2), isNoun: false) }
        if hasPronoun && word[fromEnd: 1] == "و" && (word.count >= 5 || word.count == 4 && !mayBeImperfect(word)) {
            return canonical(word.dropLast(), isNoun: false)
        }
        // نا of the perfect before a pronoun: كتبناه. Not معناه.
        if hasPronoun && !isNoun && word.count >= 5 && word.hasSuffix("ن", "ا") && word[0] != "م" {
            return canonical(word.dropLast(2), isNoun: false)
        }
        if hasNun(word) {
            if let stem = withoutNun(word) { return stem }
        } else if word.hasSuffix("ا", "ت") && word.written(word.count - 2) != "أ"
            && (word.count >= 5 || word.count == 4 && !isListed(word, .rootAt))
        {
            return withoutFeminine(word.dropLast(2), .plural)
        }
        // A ta marbuta before the ya of the speaker or of the dual: مدرستي.
        if !isNoun && !hasPronoun && word.count >= 6 && word.hasSuffix("ت", "ي") {
            return withoutFeminine(word.dropLast(2), .taMarbuta)
        }
        if word.count >= 3 && word[fromEnd: 1] == "ة" { return withoutFeminine(word.dropLast(), .taMarbuta) }
        if word.count >= 3 && word[fromEnd: 1] == "ت" && hasPronoun && !isListed(word, .finalTa) {
            // Behind an initial alef it is the ت of a verb (أعلنتها), but for إجـ and alef in fourth place.
            let isTaMarbuta = isNoun || word[0] != "ا" || word[1] == "ج" || word[3] == "ا"
            return withoutFeminine(word.dropLast(), isTaMarbuta ? .taMarbuta : .verbTa)
        }
        if isNoun { return canonical(word, isNoun: true) }
        // The perfect: ت, behind two letters only of a doubled root (شدت); تم.
        if word[fromEnd: 1] == "ت" && !isGuarded(word, [.finalTa, .rootAt])
            && (word.count >= 4 || word.count == 3 && isListed(word.dropLast(), .doubled))
        {
            return canonical(word.dropLast(), isNoun: false)
        }
        return canonical(word.count >= 6 && word.hasSuffix("ت", "م") ? word.dropLast(2) : word, isNoun: false)
    }

    private func mayBeImperfect<Word: GuardedWord>(_ word: Word) -> Bool {
        LetterSet.imperfect.contains(word[0]) || word[0] == "ا"
    }

    /// Does a word of five letters and more end like a dual or masculine plural?
    private func hasNun<Word: GuardedWord>(_ word: Word) -> Bool {
        word.count >= 5 && word[fromEnd: 1] == "ن" && LetterSet.weak.contains(word[fromEnd: 2])
    }

    /// ون, ين and ان: not of a word where they are radical, nor of masdars (تعاون, تأمين, إعلان). A ت left by ين and ان
    /// is a ta marbuta.
    private func withoutNun<Word: GuardedWord>(_ word: Word) -> Word? {
        let rest = word.dropLast(2)
        let isUn = word[fromEnd: 2] == "و"
        switch word[fromEnd: 2] {
        case "و":
            if isListed(word, .rootUn) || rest.count == 3 && rest[0] == "ت" && rest[2] == "ا" { return nil }
        case "ي":
            if isListed(word, .rootIn) || rest.count == 3 && rest[0] == "ت" { return nil }
        default:
            if isListed(word, .rootAn) || rest.count == 3 && rest.written(0) == "إ" { return nil }
        }
        if !isUn && rest[fromEnd: 1] == "ت" && !isListed(rest, .finalTa) {
            return withoutFeminine(rest.dropLast(), .taMarbuta)
        }
        return base(of: rest).map(stem(ofBase:)) ?? canonical(rest, isNoun: true)
    }

    /// The stem of a word whose feminine ending is cut. The ending leaves the mark ه where the word without it is likely
    /// to be another one: three letters and fewer (حملة, حمل) but for short adjectives, اCاC (إدارة, أدار), and مCاCC
    /// (مشاركة and مشاركات, مشارك). It leaves none behind the ya of nisba. Before ات and ت the word may be an irregular
    /// form, but no broken plural: مطالبات are not of مطلب.
    private func withoutFeminine<Word: GuardedWord>(_ word: Word, _ ending: FeminineEnding) -> Word {
        if ending != .taMarbuta, let base = inflectableBase(of: word) { return stem(ofBase: base) }
        let keepsMark =
            switch word.count {
            case _ where word[fromEnd: 1] == "ي": false
            case ...3: !isListed(word, .shortAdjectives)
            case 4: word[0] == "ا" && word[2] == "ا"
            case 5: word[0] == "م" && word[2] == "ا"
            default: false
            }
        return canonical(keepsMark ? word.appending("ه") : word, isNoun: ending != .verbTa)
    }
}
