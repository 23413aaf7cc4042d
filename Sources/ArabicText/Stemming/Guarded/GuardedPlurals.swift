/// Step 8: the shapes of broken plurals.
extension GuardedStemmer {
    /// The singular of a broken plural whose shape tells it, or nil. C is any letter in these comments, and أ must be
    /// written with its hamza where it is shown with it.
    func singular(ofBrokenPlural word: GuardedWord) -> GuardedWord? {
        switch word.count {
        case 5: singular(ofFive: word)
        case 6: singular(ofSix: word)
        default: nil
        }
    }

    private func singular(ofFive word: GuardedWord) -> GuardedWord? {
        let last = word[4]
        let startsWithHamza = word.written(0) == "أ"
        // أCCاC is CCC: أعمال, عمل. Not before ء or ة; ت must be radical; ت and ن begin other forms.
        if startsWithHamza && word[3] == "ا" && word[1] != "ت" && word[1] != "ن"
            && (!LetterSet.afterAfal.contains(last) || isListed(word, .rootAt))
        {
            return GuardedWord([word[1], word[2], last])
        }
        // أCCCة is CCاC: أغطية is another shape, so no weak radical but the first: أسلحة, سلاح.
        if startsWithHamza && last == "ة" && !LetterSet.weak.contains(word[2]) && word[3] != "ي" && word[3] != "ا" {
            return GuardedWord([word[1], word[2], "ا", word[3]])
        }
        // CCCاء is CCيC: وزراء, وزير.
        if word[3] == "ا" && last == "ء" && word[0] != "ا" && word.written(0) != "آ" && word[0] != "ت" {
            return GuardedWord([word[0], word[1], "ي", word[2]])
        }
        // CCائC is CCيC: طرائق, طريق. Not with initial mim or ya.
        if word[2] == "ا" && word[3] == "ئ" && word[0] != "م" && word[0] != "ي" && last != "ي" {
            return GuardedWord([word[0], word[1], "ي", last])
        }
        // CواCC is CاCC: جواهر, جاهر. Not with an initial letter that may be a prefix.
        if word[1] == "و" && word[2] == "ا" && !LetterSet.maybePrefix.contains(word[0])
            && !LetterSet.nominalEnd.contains(last) && word[3] != "ا" && word[3] != "د" && word[3] != "ئ"
        {
            return GuardedWord([word[0], "ا", word[3], last])
        }
        // مCاCC is مCCC: مدارس, مدرس. Not متاCC, a participle of form VI.
        if word[0] == "م" && word[2] == "ا" && word[1] != "ت" && word[3] != "ا"
            && !LetterSet.nominalEnd.contains(last) && last != "ي"
        {
            return GuardedWord([word[0], word[1], word[3], last])
        }
        return nil
    }

    private func singular(ofSix word: GuardedWord) -> GuardedWord? {
        let last = word[5]
        // أCCCاء is CCيC: أصدقاء, صديق. A final radical ya is written once: أذكياء, ذكي.
        if word.written(0) == "أ" && word[4] == "ا" && last == "ء" {
            return GuardedWord([word[1], word[2], "ي"] + (word[3] == "ي" ? [] : [word[3]]))
        }
        guard word[2] == "ا", word[4] == "ي", last != "ن", last != "ة" else { return nil }
        // مCاCيC is مCCوC: مشاريع, مشروع. تCاCيC is تCCيC: تقارير, تقرير. CواCيC is CاCوC: قوانين has its entry.
        if word[0] == "م" { return last == "ي" ? nil : GuardedWord([word[0], word[1], word[3], "و", last]) }
        if word[0] == "ت" { return GuardedWord([word[0], word[1], word[3], "ي", last]) }
        if word[1] == "و" { return GuardedWord([word[0], "ا", word[3], "و", last]) }
        return nil
    }
}

extension LetterSet {
    fileprivate static let afterAfal: LetterSet = "ءةت"
    fileprivate static let maybePrefix: LetterSet = "متينا"
    /// Endings that make the shape another one.
    fileprivate static let nominalEnd: LetterSet = "ةنت"
}
