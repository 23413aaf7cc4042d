/// What an analyser's kernels need: one table for both profiles, and the stop words as that table leaves them.
struct TermKernel: Sendable {
    /// What a character of a word becomes under both profiles.
    let table: FoldTable
    /// The stop words, after both profiles.
    let stopKeys: WordKeys
    /// Those of them that the first profile leaves as they are, where there is a second one. A word that becomes a stop
    /// word under both is one for certain if it is written like one of these.
    let plainKeys: WordKeys?

    /// Nil where the profiles have steps that a table cannot say.
    init?(
        before: ArabicNormalizer?, after: ArabicNormalizer?, stopWords: WordSet,
        through: (_ word: [UInt8], _ normalizer: ArabicNormalizer?) -> [UInt8]
    ) {
        let references = [before, after].compactMap { $0?.engine.reference }
        guard let joined = ReferenceNormalizer(joining: references) else { return nil }
        table = FoldTable(joined, forWords: true)
        let words = stopWords.words
        stopKeys = WordKeys(words.map { through($0, after) })
        plainKeys = after == nil ? nil : WordKeys(words.filter { through($0, before) == $0 })
    }
}
