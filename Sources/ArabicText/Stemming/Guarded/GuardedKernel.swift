internal import CArabicKernels

/// The guarded stemmer for words of up to eight letters, many of them side by side: the rules of ``GuardedStemmer``, which
/// stay the reference, in C, and its lists.
@safe struct GuardedKernel: @unchecked Sendable {
    // SAFETY: the tables that it points to are neither changed nor freed.
    private let rules: cak_guarded_rules

    init(_ lexicon: GuardedLexicon, irregulars: GuardedLists, withHamzaBelow: GuardedLists, undoesBrokenPlurals: Bool) {
        let codes = (0x600...0x6FF).map { GuardedReader.letterCode(of: $0) ?? 0 }
        let bases = (0..<lexicon.baseCount).map { lexicon.bases[$0].letters }
        unsafe rules = cak_guarded_rules(
            entries: Self.entries(of: lexicon).keptForGood(), entry_bits: UInt32(GuardedLexicon.entryBits),
            filter_bits: UInt32(GuardedLexicon.filterBits), filter: lexicon.filter.first,
            beginnings: lexicon.beginnings.first,
            beginning_bits: GuardedLexicon.beginningBits, undoes_broken_plurals: undoesBrokenPlurals,
            endings: GuardedEnding.sorted.map(\.kernelEnding).keptForGood(),
            ending_starts: lexicon.endings.starts.first, bases: bases.keptForGood(),
            irregulars: irregulars.rawValue, irregulars_with_hamza_below: withHamzaBelow.rawValue,
            codes: codes.keptForGood())
    }

    /// Puts stems into the place of terms, but of those that are left to the caller.
    @unsafe func stem(_ terms: UnsafeMutablePointer<cak_terms>) {
        var rules = unsafe rules
        unsafe cak_stem_guarded(&rules, terms)
    }

    /// The words of up to eight letters, in a table of the same size.
    private static func entries(of lexicon: GuardedLexicon) -> [cak_guarded_entry] {
        var entries = [cak_guarded_entry](
            repeating: cak_guarded_entry(key: 0, lists: 0, base: -1), count: GuardedLexicon.capacity)
        for index in 0..<GuardedLexicon.capacity {
            let entry = lexicon.entries[index]
            guard let key = UInt64(exactly: entry.key.letters), key != 0 else { continue }
            var slot = GuardedLexicon.slot(entry.key.hash)
            while entries[slot].key != 0 { slot = (slot + 1) % entries.count }
            entries[slot] = cak_guarded_entry(key: key, lists: entry.lists.rawValue, base: entry.base)
        }
        return entries
    }
}
