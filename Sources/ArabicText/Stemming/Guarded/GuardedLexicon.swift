internal import CArabicKernels

/// The word lists as one hash table from word to lists, made once, on first use, and never freed.
package struct GuardedLexicon: Sendable {
    static let shared = GuardedLexicon()

    /// What the lists have of a word.
    struct Entry: BitwiseCopyable, Sendable {
        fileprivate(set) var key = GuardedKey(letters: 0)
        var lists: GuardedLists = []
        fileprivate(set) var base: Int32 = -1

        /// Is the word an irregular form?
        var hasBase: Bool { base >= 0 }
    }

    /// A power of two, over twice the number of words.
    static let capacity = 1 << entryBits
    static let entryBits: UInt64 = 13

    let entries: ConstantTable<Entry>
    let bases: ConstantTable<ShortWord>
    let baseCount: Int
    /// A bit for each value of the first bits of a hash: few words that are asked for are listed, and most are known by
    /// this.
    let filter: ConstantTable<UInt64>
    /// The lists that guard words by how these begin.
    let beginnings: ConstantTable<UInt32>
    let endings = GuardedEndings()

    /// What the lists have of a word; an empty entry if they do not have it.
    @inline(__always)
    func entry(_ key: GuardedKey) -> Entry {
        let hash = key.hash
        let bit = Int(hash >> (64 - Self.filterBits))
        if filter[bit >> 6] & 1 &<< UInt64(bit & 63) == 0 { return Entry() }
        return storedEntry(key, hash)
    }

    private func storedEntry(_ key: GuardedKey, _ hash: UInt64) -> Entry {
        var slot = Self.slot(hash)
        while true {
            let entry = entries[slot]
            if entry.key == key || entry.key.letters == 0 { return entry }
            slot += 1
        }
    }

    /// The singular or perfect that the irregular tables give for the word of an entry, or nil.
    @inline(__always)
    func base(_ entry: Entry, of lists: GuardedLists) -> ShortWord? {
        entry.base < 0 || entry.lists.isDisjoint(with: lists) ? nil : bases[Int(entry.base)]
    }

    /// The lists that have a word which may, with or without an ending, begin so; others too, since places are shared.
    @inline(__always)
    func guards(beginning: UInt32) -> GuardedLists {
        GuardedLists(rawValue: beginnings[Self.place(beginning: beginning)])
    }

    /// The place of the first three letters of a word.
    @inline(__always)
    private static func place(beginning: UInt32) -> Int { Int(cak_guarded_place(beginning, beginningBits)) }

    static let beginningBits: UInt32 = 12
    static let filterBits: UInt64 = 18

    static func slot(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> (64 - entryBits)) }
}

extension GuardedLexicon {
    /// The shortest and the longest word of some lists: words of another length are in none of them.
    package static func lengths(of lists: GuardedLists) -> ClosedRange<Int> {
        let listed = (0..<capacity).lazy.map { shared.entries[$0] }.filter { !$0.lists.isDisjoint(with: lists) }
        let lengths = listed.map { (128 - $0.key.letters.leadingZeroBitCount + 7) / 8 }
        guard let shortest = lengths.min(), let longest = lengths.max() else { return 0...GuardedKey.longest }
        return shortest...longest
    }
}

// MARK: Making

extension GuardedLexicon {
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
        var maker = Maker()
        for (list, words) in Self.guards {
            for word in Self.words(words) { maker.add(word, to: list) }
        }
        for root in Self.words(GuardedWords.hollowFormI) {
            maker.add(ArrayWord(root[0], "ا", root[2]), to: .hollowPerfect)
        }
        for root in Self.words(GuardedWords.assimilated) { maker.add(root.dropFirst(), to: .assimilated) }
        for (list, pairs) in Self.irregulars {
            for pair in Self.pieces(pairs) {
                let forms = pair.split(separator: "=")
                guard let form = forms.first, let base = forms.last else { continue }
                maker.add(irregular: ArrayWord(form), base: ArrayWord(base), to: list)
            }
        }
        entries = ConstantTable(maker.entries)
        bases = ConstantTable(maker.bases)
        filter = ConstantTable(maker.filter)
        beginnings = ConstantTable(maker.beginnings.map(\.rawValue))
        baseCount = maker.bases.count
    }

    private static func words(_ list: String) -> [ArrayWord] { pieces(list).map { ArrayWord($0) } }

    /// By scalars: to cut a text into characters takes ten times as long.
    private static func pieces(_ list: String) -> [Substring.UnicodeScalarView] {
        list.unicodeScalars.split { $0 == " " || $0 == "\n" }
    }

    /// The tables while they are made.
    private struct Maker {
        var entries = [Entry](repeating: Entry(), count: capacity)
        var bases: [ShortWord] = []
        var filter = [UInt64](repeating: 0, count: 1 << (filterBits - 6))
        var beginnings = [GuardedLists](repeating: [], count: 1 << beginningBits)

        mutating func add(_ word: ArrayWord, to list: GuardedLists) {
            guard let place = place(word.key) else { return }
            entries[place].lists.formUnion(list)
            add(beginningsOf: word, to: list)
        }

        /// A guarded word is a listed one, or such a word with an ending in the place of its ة or behind it; a final ء has
        /// a seat there.
        private mutating func add(beginningsOf word: ArrayWord, to list: GuardedLists) {
            var words = [word]
            for rest in word[fromEnd: 1] == "ة" ? [word, word.dropLast()] : [word] {
                let isAa = rest.hasSuffix("ا", "ء")
                for rest in isAa ? [rest, rest.dropLast().appending("ؤ"), rest.dropLast().appending("ئ")] : [rest] {
                    words += rest.count >= 3 ? [rest] : endings.map { rest.appending($0) }
                }
            }
            for word in words { beginnings[GuardedLexicon.place(beginning: word.beginning)].formUnion(list) }
        }

        /// The first letters of endings.
        private let endings = Set(GuardedEnding.all.map(\.first)).map { GuardedLetter(code: $0) }

        /// The bases are kept folded: no guard reads their hamza.
        mutating func add(irregular word: ArrayWord, base: ArrayWord, to list: GuardedLists) {
            guard let place = place(word.maqsuraKey ?? word.key), entries[place].base < 0,
                let base = ShortWord(ArrayWord(base.folded))
            else { return }
            entries[place].base = Int32(bases.count)
            entries[place].lists.formUnion(word.hasInside("أ") ? [list, .hamzaInside] : list)
            bases.append(base)
        }

        /// The place of a key, which is put there if it is new; nil for no key.
        private mutating func place(_ key: GuardedKey) -> Int? {
            if key.letters == 0 { return nil }
            let hash = key.hash
            let bit = Int(hash >> (64 - filterBits))
            filter[bit >> 6] |= 1 << UInt64(bit & 63)
            var slot = slot(hash)
            while entries[slot].key != key && entries[slot].key.letters != 0 { slot = (slot + 1) % entries.count }
            entries[slot].key = key
            return slot
        }
    }
}
