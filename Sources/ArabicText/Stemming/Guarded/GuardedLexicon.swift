/// The word lists as one hash table from word to lists, made once, on first use.
struct GuardedLexicon: Sendable {
    static let shared = GuardedLexicon()

    private struct Entry {
        var lists: GuardedLists = []
        var base: Int32 = -1
    }

    /// A power of two, over twice the number of words.
    private static let capacity = 8192

    private var keys = [UInt64](repeating: 0, count: capacity)
    private var entries = [Entry](repeating: Entry(), count: capacity)
    private var bases: [GuardedWord] = []

    /// The lists of a word. Linear in the word up to ten letters, constant from there.
    func lists(_ key: GuardedKey) -> GuardedLists {
        entries[slot(key)].lists
    }

    /// The singular or perfect that the irregular tables give for a word, or nil.
    func base(_ key: GuardedKey, of lists: GuardedLists) -> GuardedWord? {
        let entry = entries[slot(key)]
        return entry.lists.isDisjoint(with: lists) || entry.base < 0 ? nil : bases[Int(entry.base)]
    }

    /// Where the key is, or the free slot where it would be.
    private func slot(_ key: GuardedKey) -> Int {
        var slot = Int(truncatingIfNeeded: (key.bits &* 0x9E37_79B9_7F4A_7C15) >> 51)
        while keys[slot] != key.bits && keys[slot] != 0 { slot = (slot + 1) & (Self.capacity - 1) }
        return slot
    }

    // MARK: Making

    /// The lists of words with a common trait.
    static let guards: [(GuardedLists, String)] = [
        (.wawInitial, GuardedWords.wawInitial), (.wawAlefLamInitial, GuardedWords.wawAlefLamInitial),
        (.faInitial, GuardedWords.faInitial), (.baInitial, GuardedWords.baInitial),
        (.kafInitial, GuardedWords.kafInitial), (.lamInitial, GuardedWords.lamInitial),
        (.doubleLam, GuardedWords.doubleLam), (.alefLamInitial, GuardedWords.alefLamInitial),
        (.sinInitial, GuardedWords.sinInitial), (.yaNunNouns, GuardedWords.yaNunNouns),
        (.taInitial, GuardedWords.taInitial), (.rootAn, GuardedWords.rootAn),
        (.rootUn, GuardedWords.rootUn), (.rootIn, GuardedWords.rootIn),
        (.rootAt, GuardedWords.rootAt), (.finalTa, GuardedWords.finalTa),
        (.rootHa, GuardedWords.rootHa), (.shortAdjectives, GuardedWords.shortAdjectives),
        (.doubled, GuardedWords.doubled), (.hollowFormI, GuardedWords.hollowFormI),
        (.hollowFormIV, GuardedWords.hollowFormIV),
        (.unchanged, GuardedWords.closedClass), (.unchanged, GuardedWords.names),
    ]

    /// The tables of forms and their base.
    static let irregulars: [(GuardedLists, String)] = [
        (.brokenPlural, GuardedWords.brokenPlurals),
        (.hamzaBelowPlural, GuardedWords.hamzaBelowPlurals), (.irregular, GuardedWords.feminines),
        (.irregular, GuardedWords.numerals), (.irregular, GuardedWords.verbForms),
        (.irregular, GuardedWords.defectiveNouns), (.irregular, GuardedWords.invocations),
    ]

    private init() {
        for (list, words) in Self.guards {
            for word in Self.words(words) { add(word, to: list) }
        }
        for root in Self.words(GuardedWords.hollowFormI) {
            add(GuardedWord([root[0], "ا", root[2]]), to: .hollowPerfect)
        }
        for root in Self.words(GuardedWords.assimilated) { add(root.dropFirst(), to: .assimilated) }
        for (list, pairs) in Self.irregulars {
            for pair in pairs.split(whereSeparator: \.isWhitespace) {
                let forms = pair.split(separator: "=")
                guard let form = forms.first, let base = forms.last else { continue }
                add(irregular: GuardedWord(form.unicodeScalars), base: GuardedWord(base.unicodeScalars), to: list)
            }
        }
    }

    private static func words(_ list: String) -> [GuardedWord] {
        list.split(whereSeparator: \.isWhitespace).map { GuardedWord($0.unicodeScalars) }
    }

    private mutating func add(_ word: GuardedWord, to list: GuardedLists) {
        add(word.key(), list: list)
    }

    /// The bases are kept folded: no guard reads their hamza.
    private mutating func add(irregular word: GuardedWord, base: GuardedWord, to list: GuardedLists) {
        let key = word.maqsuraKey ?? word.key()
        guard entries[slot(key)].base < 0 else { return }
        bases.append(GuardedWord(base.folded))
        entries[add(key, list: word.hasInside("أ") ? [list, .hamzaInside] : list)].base = Int32(bases.count - 1)
    }

    @discardableResult
    private mutating func add(_ key: GuardedKey, list: GuardedLists) -> Int {
        guard key.bits != 0 else { return slot(key) }
        let slot = slot(key)
        keys[slot] = key.bits
        entries[slot].lists.formUnion(list)
        return slot
    }
}
