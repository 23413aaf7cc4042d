internal import CArabicKernels

/// What an analyser's kernels need: one table for both profiles, and the stop words as that table leaves them.
struct TermKernel: Sendable {
    /// What a character of a word becomes under both profiles.
    let table: FoldTable
    let stopWords: StopKernel
    /// A bit for each character from U+0640 to U+067F without which every word becomes the same.
    let ignorableMarks: UInt64

    /// Nil where the profiles have steps that a table cannot say, or no table holds the stop words.
    init?(before: ArabicNormalizer?, after: ArabicNormalizer?, stopWords: WordSet) {
        let references = [before, after].compactMap { $0?.engine.reference }
        guard let joined = ReferenceNormalizer(joining: references) else { return nil }
        table = FoldTable(joined, forWords: true)
        guard let stopWords = StopKernel(stopWords, before: before, after: after) else { return nil }
        self.stopWords = stopWords
        ignorableMarks = Self.ignorableMarks(before?.engine)
    }

    /// The vowel signs that a profile deletes, unless it reads words as wholes: then a sign may change what stands beside
    /// it first. Their classes are those of Arabic, in which nothing composes, so that no mark composes otherwise without
    /// them.
    private static func ignorableMarks(_ engine: FoldEngine?) -> UInt64 {
        guard let table = engine?.table, !table.wholeWords else { return 0 }
        return (0..<64).reduce(0) { marks, number in
            let mark = 0x640 + UInt32(number)
            let isVowelSign = (27...35).contains(CharacterFacts.combiningClass(mark))
            return isVowelSign && table.deletes(mark) ? marks | 1 << UInt64(number) : marks
        }
    }
}
