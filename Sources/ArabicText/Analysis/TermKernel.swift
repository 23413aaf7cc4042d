internal import CArabicKernels

/// What an analyser's kernels need: one table for both profiles, and the stop words as that table leaves them.
struct TermKernel: Sendable {
    /// What a character of a word becomes under both profiles.
    let table: FoldTable
    /// The stop words, after both profiles.
    let stopKeys: WordKeys
    /// Where there is a second profile: how stop words look before it.
    let stopSpellings: StopSpellings?
    /// A bit for each character from U+0640 to U+067F without which every word becomes the same.
    let voidMarks: UInt64

    /// Nil where the profiles have steps that a table cannot say, or no table holds the stop words.
    init?(
        before: ArabicNormalizer?, after: ArabicNormalizer?, stopWords: WordSet,
        through: (_ word: [UInt8], _ normalizer: ArabicNormalizer?) -> [UInt8]
    ) {
        let references = [before, after].compactMap { $0?.engine.reference }
        guard let joined = ReferenceNormalizer(joining: references) else { return nil }
        table = FoldTable(joined, forWords: true)
        let words = stopWords.words
        guard let stopKeys = WordKeys(words.map { through($0, after) }),
            let unchanged = WordKeys(words.filter { through($0, before) == $0 })
        else { return nil }
        self.stopKeys = stopKeys
        voidMarks = Self.voidMarks(before?.engine)
        stopSpellings =
            after == nil
            ? nil : StopSpellings(words: unchanged, fixedLetters: StopSpellings.lettersFixed(by: before))
    }

    /// The vowel signs that a profile deletes, unless it reads words as wholes: then a sign may change what stands beside
    /// it first. Their classes are those of Arabic, in which nothing composes, so that no mark composes otherwise without
    /// them.
    private static func voidMarks(_ engine: FoldEngine?) -> UInt64 {
        guard let table = engine?.table, !table.wholeWords else { return 0 }
        return (0..<64).reduce(0) { marks, number in
            let mark = 0x640 + UInt32(number)
            let isVowelSign = (27...35).contains(CharacterFacts.combiningClass(mark))
            return isVowelSign && table.deletes(mark) ? marks | 1 << UInt64(number) : marks
        }
    }
}

/// What tells whether a word of a text that becomes a stop word under both profiles is one after the first.
struct StopSpellings: Sendable {
    /// The stop words that the first profile leaves as they are.
    let words: WordKeys
    /// The letters that it leaves as they are, whatever stands beside them, as long as that is such a letter too.
    let fixedLetters: cak_fixed_letters

    static func lettersFixed(by normalizer: ArabicNormalizer?) -> cak_fixed_letters {
        let table = normalizer?.engine.table
        var letters = cak_fixed_letters()
        for number in UInt32(0)..<256 where table?.keeps(0x600 + number) ?? true {
            let bit = UInt64(1) << UInt64(number & 63)
            switch number >> 6 {
            case 0: letters.bits.0 |= bit
            case 1: letters.bits.1 |= bit
            case 2: letters.bits.2 |= bit
            default: letters.bits.3 |= bit
            }
        }
        return letters
    }
}
