/// The guarded light stemmer: cuts what is grammar and stops where a cut would hurt.
///
/// The steps are, in order: article, conjunction, preposition, future sin (`withoutProclitics`); pronoun
/// (`withoutPronoun`); tanwin alef; imperfect prefix; shapes of broken plurals; endings; canonical form. Words of the
/// closed classes and names are given back as they are wherever they appear, and an irregular form is replaced by its
/// base, which then goes through the last three steps. Both tables are looked up on the whole word, behind each
/// proclitic, before the pronoun, before tanwin alef and before a plural ending.
///
/// "Guarded by a list" means that the word is in the list, or is a listed word with an ending of
/// `GuardedWords.endings`.
struct GuardedStemmer {
    /// What stands before the word and tells what the word can be.
    enum Context {
        case none
        /// Behind the article, ب or ك: a noun.
        case noun
        /// Behind ل: a noun, or an imperfect with ي.
        case lam
        /// Behind س: an imperfect.
        case future
    }

    /// The stemmer, and the one that leaves broken plurals as they are.
    static let full = GuardedStemmer(undoesBrokenPlurals: true)
    static let withoutBrokenPlurals = GuardedStemmer(undoesBrokenPlurals: false)

    private let lexicon = GuardedLexicon.shared
    private let reader = GuardedReader()
    private let irregulars: GuardedLists
    private let irregularsWithHamzaBelow: GuardedLists

    /// The same for many short words at once.
    let kernel: GuardedKernel

    /// Whether broken plurals become singulars: by their shape and by table.
    let undoesBrokenPlurals: Bool

    private init(undoesBrokenPlurals: Bool) {
        self.undoesBrokenPlurals = undoesBrokenPlurals
        irregulars = undoesBrokenPlurals ? .irregularForms : .irregular
        irregularsWithHamzaBelow = undoesBrokenPlurals ? [.irregular, .hamzaBelowPlural] : .irregular
        kernel = GuardedKernel(
            lexicon, irregulars: irregulars, withHamzaBelow: irregularsWithHamzaBelow,
            undoesBrokenPlurals: undoesBrokenPlurals)
    }

    /// Appends the stem of a word of UTF-8 bytes. What is no Arabic word comes back as it is.
    func stem(_ bytes: Span<UInt8>, into output: inout [UInt8]) {
        if bytes.count <= 2 * ShortWord.capacity, let word: ShortWord = reader.packedWord(bytes) {
            stem(word).append(to: &output)
        } else if let word: MediumWord = reader.packedWord(bytes) {
            // Most that are no short ones now have marks.
            if let word = ShortWord(word) { stem(word).append(to: &output) } else { stem(word).append(to: &output) }
        } else {
            stemByReference(bytes, into: &output)
        }
    }

    /// Appends the stem of a word of UTF-8 bytes by the slow, obvious form: what the fast ones must equal.
    func stemByReference(_ bytes: Span<UInt8>, into output: inout [UInt8]) {
        if let word = ArrayWord(reading: bytes) {
            Self.append(stem(word), to: &output)
        } else {
            output.append(copying: bytes)
        }
    }

    /// Appends a word of UTF-8 bytes with its letters as stems have them.
    static func fold(_ bytes: Span<UInt8>, into output: inout [UInt8]) {
        guard let word = ArrayWord(reading: bytes) else {
            output.append(copying: bytes)
            return
        }
        append(word.withoutSeats, to: &output)
    }

    private static func append(_ word: ArrayWord, to output: inout [UInt8]) {
        for scalar in word.folded {
            output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }

    /// The stem of a word.
    func stem<Word: GuardedWord>(_ word: Word) -> Word {
        let (core, context) = withoutProclitics(word)
        if let known = known(core) { return known }
        guard let noun = withoutPronoun(core, context).map(withFinalHamza) else {
            return stemOfCore(core, context, hasPronoun: false)
        }
        if let known = known(noun) { return known }
        if noun[fromEnd: 1] == "ت", let base = base(ofFolded: noun.dropLast().appending("ة"), spelled: noun) {
            return stem(ofBase: base)
        }
        return stemOfCore(noun, context, hasPronoun: true)
    }

    /// Before a pronoun the hamza of ـاء has a seat: أبناؤهم, أبنائهم. Without the pronoun it stands alone again.
    private func withFinalHamza<Word: GuardedWord>(_ noun: Word) -> Word {
        guard noun[fromEnd: 2] == GuardedSpelling.beforeSeat,
            noun[fromEnd: 1] == GuardedSpelling.seats.0 || noun[fromEnd: 1] == GuardedSpelling.seats.1
        else { return noun }
        return noun.dropLast().appending(GuardedSpelling.withoutSeat)
    }

    /// The stem of a word without proclitics and pronoun: a noun with the letter of a verb prefix, tanwin alef, and the
    /// rest of the steps.
    private func stemOfCore<Word: GuardedWord>(_ core: Word, _ context: Context, hasPronoun: Bool) -> Word {
        if context != .noun, isGuarded(core, .yaNunNouns) {
            let hasTanwin = !hasPronoun && core.lastWritten == "ا" && isListed(core.dropLast(), .yaNunNouns)
            return withoutEnding(hasTanwin ? core.dropLast() : core, .noun, hasPronoun: hasPronoun)
        }
        guard !hasPronoun, let noun = withoutTanwin(core, context) else {
            return withoutPrefixOrShape(core, context, hasPronoun: hasPronoun, isNominal: false)
        }
        if let base = base(of: noun) { return stem(ofBase: base) }
        let isNoun = context == .none && noun.written(0) != "ي"
        return withoutPrefixOrShape(noun, isNoun ? .noun : context, hasPronoun: false, isNominal: true)
    }

    /// Steps 7 to 10.
    private func withoutPrefixOrShape<Word: GuardedWord>(
        _ word: Word, _ context: Context, hasPronoun: Bool, isNominal: Bool
    ) -> Word {
        if context != .noun {
            if !isNominal, let verb = perfect(ofImperfect: word, context, hasPronoun: hasPronoun) { return verb }
            if let verb = perfect(ofHollowPassive: word) { return verb }
        }
        if undoesBrokenPlurals, let singular = singular(ofBrokenPlural: word) {
            return canonical(singular, isNoun: true)
        }
        return withoutEnding(word, context, hasPronoun: hasPronoun)
    }
}

// MARK: Tables

extension GuardedStemmer {
    /// Is the word in one of the lists?
    func isListed<Word: GuardedWord>(_ word: Word, _ lists: GuardedLists) -> Bool {
        !lexicon.entry(word.key).lists.isDisjoint(with: lists)
    }

    /// Is the word in one of the lists, or a word of theirs with an ending?
    func isGuarded<Word: GuardedWord>(_ word: Word, _ lists: GuardedLists) -> Bool {
        if lexicon.guards(beginning: word.beginning).isDisjoint(with: lists) { return false }
        if isListed(word, lists) { return true }
        let tail = word.tail
        for index in lexicon.endings.range(inLetter: word[fromEnd: 1]) {
            let ending = lexicon.endings[index]
            guard ending.ends(tail), word.count >= ending.count + 2 else { continue }
            let rest = withFinalHamza(word.dropLast(ending.count))
            if isListed(rest, lists) || isListed(rest.appending(GuardedSpelling.optionalFinal), lists) { return true }
        }
        return false
    }

    /// Is the word of a closed class, or a name?
    func isUnchanged<Word: GuardedWord>(_ word: Word) -> Bool { isListed(word, .unchanged) }

    /// Is the word in a table of whole words?
    func isKnown<Word: GuardedWord>(_ word: Word) -> Bool {
        let entry = lexicon.entry(word.key)
        return entry.lists.contains(.unchanged) || base(entry, of: word) != nil
    }

    /// The base of an irregular form, or nil.
    func base<Word: GuardedWord>(of word: Word) -> Word? { base(lexicon.entry(word.key), of: word) }

    /// The base of an irregular form that is no broken plural, or nil.
    func inflectableBase<Word: GuardedWord>(of word: Word) -> Word? { base(of: word, in: .irregular) }

    /// The base of an irregular form of a list, in any spelling, or nil.
    func base<Word: GuardedWord>(of word: Word, in lists: GuardedLists) -> Word? {
        lexicon.base(lexicon.entry(word.key), of: lists).map(Word.init)
    }

    /// The base of an irregular form with other letters than those of the word whose spelling counts, or nil.
    func base<Word: GuardedWord>(ofFolded form: Word, spelled word: Word) -> Word? {
        base(lexicon.entry(form.key), spelled: word)
    }

    /// The base of an irregular form with what the lists have of it, or nil. A final ى may tell more.
    private func base<Word: GuardedWord>(_ entry: GuardedLexicon.Entry, of word: Word) -> Word? {
        if entry.hasBase, let base = base(entry, spelled: word) { return base }
        return word.maqsuraKey.flatMap { base(lexicon.entry($0), spelled: word) }
    }

    /// The base that an entry gives for a word in its spelling, or nil. Two spellings say more than the folded word.
    private func base<Word: GuardedWord>(_ entry: GuardedLexicon.Entry, spelled word: Word) -> Word? {
        let kinds = word.written(0) == GuardedSpelling.rarePluralInitial ? irregularsWithHamzaBelow : irregulars
        guard let base = lexicon.base(entry, of: kinds) else { return nil }
        return entry.lists.contains(.hamzaInside) && word.hasInside(GuardedSpelling.distinctInside) ? nil : Word(base)
    }

    /// The stem of a word that a table of whole words has, or nil.
    func known<Word: GuardedWord>(_ word: Word) -> Word? {
        let entry = lexicon.entry(word.key)
        return entry.lists.contains(.unchanged) ? word : base(entry, of: word).map(stem(ofBase:))
    }

    /// The stem of a singular or perfect from the tables.
    func stem<Word: GuardedWord>(ofBase base: Word) -> Word {
        if isUnchanged(base) { return base }
        return withoutPrefixOrShape(base, .none, hasPronoun: false, isNominal: true)
    }
}
