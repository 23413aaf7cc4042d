/// Step 10: spellings of one stem become one.
extension GuardedStemmer {
    /// The canonical form: يي becomes ي; a left-over ة goes; ؤ and ئ become ء; forms VII to X lose their alef, to meet
    /// their imperfect (ينطلق, انطلق); final alef becomes ي, but for nouns.
    func canonical<Word: GuardedWord>(_ word: Word, isNoun: Bool) -> Word {
        var stem = word
        if stem.count >= 5 && stem.hasSuffix("ي", "ي") { stem = stem.dropLast() }
        if stem.count >= 3 && stem[fromEnd: 1] == "ة" { stem = stem.dropLast() }
        if !isNoun {
            if hasVerbalAlef(stem) { stem = stem.dropFirst() }
            if stem.count >= 3 && stem[fromEnd: 1] == "ا" { stem = stem.dropLast().appending("ي") }
        }
        return stem.withoutSeats
    }

    /// Does a word begin with the alef of forms VII to X? Five letters and more without another alef inside and without
    /// the mark ه: ن or ت second, ت third, است, a ت that took the sound of its neighbor (اصط, اضط, ازد), a doubled
    /// letter, اضم of four radicals; or استCاC, hollow.
    private func hasVerbalAlef<Word: GuardedWord>(_ word: Word) -> Bool {
        guard word.count >= 5, word[0] == "ا" else { return false }
        let isFormX = word[1] == "س" && word[2] == "ت"
        if !word.has(.alef, from: 1, to: word.count - 1) && word[fromEnd: 1] != "ه" {
            switch (word[1], word[2]) {
            case ("ن", _), ("ت", _), (_, "ت"), ("ص", "ط"), ("ض", "ط"), ("ز", "د"), ("ض", "م"): return true
            default: return word[1] == word[2]
            }
        }
        return isFormX && word.count == 6 && word[4] == "ا" && word[3] != "ا" && word[5] != "ا"
    }
}

extension GuardedWord {
    /// The word with ء for ؤ and ئ.
    @inline(__always)
    var withoutSeats: Self { replacing("ؤ", by: "ء").replacing("ئ", by: "ء") }
}

extension LetterSet {
    fileprivate static var alef: LetterSet { "ا" }
}
