/// Step 7: the imperfect becomes the perfect.
extension GuardedStemmer {
    /// What a rule about the imperfect reads.
    private struct Imperfect<Word: GuardedWord> {
        let prefix: GuardedLetter
        /// The letters behind the prefix, without the ending.
        var body: Word
        let isFuture: Bool
        /// Does something else say that it is one: the future, ل before ي, or the ending ون or وا?
        var agrees: Bool

        /// Form X: ست and two radicals.
        var isFormX: Bool { body.count >= 4 && body.hasPrefix("س", "ت") }
    }

    /// The perfect, in canonical form, of an imperfect, or nil. Not of a word in ة or ات.
    func perfect<Word: GuardedWord>(ofImperfect word: Word, _ context: Context, hasPronoun: Bool) -> Word? {
        guard word.count >= 3, LetterSet.imperfect.contains(word[0]) || word.written(0) == "أ",
            word[fromEnd: 1] != "ة", !word.hasSuffix("ا", "ت")
        else { return nil }
        let verb = imperfect(word, context, hasPronoun: hasPronoun)
        if verb.body.count < word.count - 1 && isListed(word, .rootUn) { return nil }
        guard verb.body.count >= 2, isImperfect(verb, word) else { return nil }
        return canonical(perfect(verb.body), isNoun: false)
    }

    /// Cuts prefix and ending: ون and وا, و before a pronoun, ان behind ي, and in the future ان and ين behind ت. Two
    /// letters are left, three before ان and ين.
    private func imperfect<Word: GuardedWord>(_ word: Word, _ context: Context, hasPronoun: Bool) -> Imperfect<Word> {
        let agrees = context == .future || context == .lam && word[0] == "ي"
        var verb = Imperfect<Word>(
            prefix: word[0], body: word.dropFirst(), isFuture: context == .future, agrees: agrees)
        let body = verb.body
        if body[0] == "ت" && isListed(body, .rootUn) {
            return verb  // form VI of a root in nun: يتعاون
        } else if body.count >= 4 && (body.hasSuffix("و", "ن") || body.hasSuffix("و", "ا")) {
            verb.body = body.dropLast(2)
            verb.agrees = true
        } else if hasPronoun && body[fromEnd: 1] == "و" && body.count >= 3 {
            verb.body = body.dropLast()
        } else if (verb.prefix == "ي" || verb.isFuture) && body.count >= 5 && body.hasSuffix("ا", "ن") {
            verb.body = body.dropLast(2)
        } else if verb.prefix == "ت" && verb.isFuture && body.count >= 5 && body.hasSuffix("ي", "ن") {
            verb.body = body.dropLast(2)
        }
        return verb
    }

    private func isImperfect<Word: GuardedWord>(_ verb: Imperfect<Word>, _ word: Word) -> Bool {
        let body = verb.body
        if body.count == 2 && !isListed(body, [.doubled, .assimilated]) { return false }
        switch verb.prefix {
        case "ي":
            // Three letters, or two of a doubled or assimilated root; six must agree or be of form X.
            return body.count < 6 || verb.agrees || verb.isFormX
        case "ت":
            // Behind س it can be nothing else: ستحرك is of حرك, not of تحرك.
            return verb.isFuture || !isGuarded(word, .taInitial) && isImperfectWithTa(verb)
        case "ن":
            // Must agree or be hollow or of form X, or have three strong letters that are no perfect (نجحت).
            return verb.agrees || isHollow(body) && !isListed(word, .yaNunNouns) || verb.isFormX
                || body.count == 3 && !body.has(.weakOrHamza) && (body[2] != "ت" || isListed(body, .finalTa))
        default:
            // أ is the rarest: hollow roots and form X alone, and no feminine (أقيمت).
            return verb.isFormX || isHollow(body) && word[fromEnd: 1] != "ت"
        }
    }

    /// ت begins many nouns. Four letters and more with ya in third place are a masdar (تفعيل); three letters without
    /// alef, and four with alef in second place (تشارك), are a verb; others must agree, or be of form V, VII, VIII or X.
    private func isImperfectWithTa<Word: GuardedWord>(_ verb: Imperfect<Word>) -> Bool {
        let body = verb.body
        switch body.count {
        case 3:
            if body[1] == "ا" || body.written(2) == "ا" { return verb.agrees }
            return body[1] != "و" || verb.agrees || isListed(body, .hollowFormI)
        case 4 where body[2] == "ي" && !verb.isFormX: return false
        case 4:
            return body[1] == "ا" || body[1] == "ت" || body[0] == "ن" || body[0] == "ت" || verb.agrees || verb.isFormX
        case 5...:
            return verb.isFormX || body[2] != "ي" && (body[0] == "ت" || verb.agrees)
        default:
            return true
        }
    }

    private func isHollow<Word: GuardedWord>(_ body: Word) -> Bool {
        body.count == 3 && isListed(body, [.hollowFormI, .hollowFormIV])
    }

    /// The perfect of a body: قول is قال, ريد is أراد (form IV, but for the roots whose form I has ي), and an
    /// assimilated root gets back its waw.
    private func perfect<Word: GuardedWord>(_ body: Word) -> Word {
        if body.count == 3 && (body.written(1) == "و" || body.written(1) == "ي") {
            if isListed(body, .hollowFormI) && !isListed(body, .hollowFormIV) || body[1] == "و" && body[2] != "ي" {
                return Word(body[0], "ا", body[2])
            }
            if body[1] == "ي" { return Word("ا", body[0], "ا", body[2]) }
        }
        if body.count == 2 && isListed(body, .assimilated) {
            return Word(GuardedLetter("و"), body[0], body[1])
        }
        return body
    }

    /// The perfect, in canonical form, of a hollow passive perfect of form IV, with the ending ت or وا or none: أقيمت is
    /// أقام. Nil for every other word.
    func perfect<Word: GuardedWord>(ofHollowPassive word: Word) -> Word? {
        guard word.count >= 4, word.written(0) == "أ" || word.written(0) == "ا", word[2] == "ي", word[1] != "ي" else {
            return nil
        }
        var body = word.dropFirst()
        if body.count == 5 && body.hasSuffix("و", "ا") { body = body.dropLast(2) }
        if body.count == 4 && body[3] == "ت" { body = body.dropLast() }
        guard body.count == 3, isListed(body, .hollowFormIV) else { return nil }
        return canonical(Word("ا", body[0], "ا", body[2]), isNoun: false)
    }
}

extension LetterSet {
    fileprivate static var weakOrHamza: LetterSet { "ا" | "و" | "ي" | "ء" }
}
