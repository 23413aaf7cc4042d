/// Step 8: the shapes of broken plurals.
extension GuardedStemmer {
    /// The singular of a broken plural whose shape tells it, or nil. In the comments of the shapes C is a radical, and أ
    /// counts only where it is written with its hamza.
    func singular<Word: GuardedWord>(ofBrokenPlural word: Word) -> Word? {
        switch word.count {
        case 5: singular(ofFive: word)
        case 6: singular(ofSix: word)
        default: nil
        }
    }

    private func singular<Word: GuardedWord>(ofFive word: Word) -> Word? {
        let last = word[4]
        let startsWithHamza = word.written(0) == "أ"
        // أCCاC is CCC: أعمال, عمل. The last is not ء or ة, and ت only if radical; behind أ, ت and ن are prefixes.
        if startsWithHamza && word[3] == "ا" && word[1] != "ت" && word[1] != "ن"
            && (!LetterSet.afterAfal.contains(last) || isListed(word, .rootAt))
        {
            return Word(word[1], word[2], last)
        }
        // أCCCة is CCاC: أحزمة, حزام. Neither the second nor the third radical is weak.
        if startsWithHamza && last == "ة" && !LetterSet.weak.contains(word[2]) && word[3] != "ي" && word[3] != "ا" {
            return Word(word[1], word[2], "ا", word[3])
        }
        // CCCاء is CCيC: سفراء, سفير. Not with initial alef, nor with ت, the masdar of form V or VI.
        if word[3] == "ا" && last == "ء" && word[0] != "ا" && word[0] != "ت" {
            return Word(word[0], word[1], "ي", word[2])
        }
        // CCائC is CCيC: قصائد, قصيد(ة). Not with initial mim or ya, and not the nisba of ـاء (نهائي).
        if word[2] == "ا" && word[3] == "ئ" && word[0] != "م" && word[0] != "ي" && last != "ي" {
            return Word(word[0], word[1], "ي", last)
        }
        // CواCC is CاCC: خواتم, خاتم. Not with an initial letter that may be a prefix.
        if word[1] == "و" && word[2] == "ا" && !LetterSet.maybePrefix.contains(word[0])
            && !LetterSet.nominalEnd.contains(last) && word[3] != "ا" && word[3] != "د" && word[3] != "ئ"
        {
            return Word(word[0], "ا", word[3], last)
        }
        // مCاCC is مCCC: مخالب, مخلب. Not متاCC.
        if word[0] == "م" && word[2] == "ا" && word[1] != "ت" && word[3] != "ا"
            && !LetterSet.nominalEnd.contains(last) && last != "ي"
        {
            return Word(word[0], word[1], word[3], last)
        }
        return nil
    }

    private func singular<Word: GuardedWord>(ofSix word: Word) -> Word? {
        let last = word[5]
        // أCCCاء is CCيC: أصدقاء, صديق. A final radical ya is written once: أذكياء, ذكي.
        if word.written(0) == "أ" && word[4] == "ا" && last == "ء" {
            let singular = Word(word[1], word[2], "ي")
            return word[3] == "ي" ? singular : singular.appending(word[3])
        }
        guard word[2] == "ا", word[4] == "ي", last != "ن", last != "ة" else { return nil }
        // مCاCيC is مCCوC: مساحيق, مسحوق. تCاCيC is تCCيC: ترانيم, ترنيم. CواCيC is CاCوC: طواويس, طاووس.
        if word[0] == "م" { return last == "ي" ? nil : Word(word[0], word[1], word[3], "و").appending(last) }
        if word[0] == "ت" { return Word(word[0], word[1], word[3], "ي").appending(last) }
        if word[1] == "و" { return Word(word[0], "ا", word[3], "و").appending(last) }
        return nil
    }
}

extension LetterSet {
    fileprivate static var afterAfal: LetterSet { "ء" | "ة" | "ت" }
    fileprivate static var maybePrefix: LetterSet { "م" | "ت" | "ي" | "ن" | "ا" }
    /// Endings that make the shape another one.
    fileprivate static var nominalEnd: LetterSet { "ة" | "ن" | "ت" }
}
