/// Snowball's Arabic stemmer (source of the rules: the Snowball project's `arabic.sbl`; versions 2.2 to 3.1 agree).
///
/// 0. A word that begins with بال كال (five letters or more) or لل ال (four) is a defined noun, any other one may be noun
///    or verb. This reads the word as it came, marks and tatweel included.
/// 1. Marks U+064B–0652 and tatweel are deleted; ٠–٩ become ASCII; U+FE80–FEFC become the letters they stand for.
/// 2. Suffixes, of a verb if the word may be one, else of a noun, else a final ى becomes ي.
///    - Verb: step 1 as often as it fits and then one of 2a and 2c; or else one of 2b and 2a.
///    - Noun: at most one of: ة; a pronoun (not if defined) and one of 2a, 2b, 2c1; ن and one of these; 2a (not if
///      defined); 2b. Then the ي of relation, which must be there: without it, step 2 goes on as if there were no noun
///      suffix, though what has fallen stays fallen.
/// 3. Prefixes: doubled alef; ف or و, not before ا; then a noun's (article, ب), or a verb's (س, يست نست تست → است).
/// 4. A final أ إ آ ؤ ئ becomes ء; elsewhere أ إ آ become ا, ؤ becomes و, ئ becomes ي.
///
/// In a step the longest affix that matches decides alone: where the word is too short for it, no shorter one is tried.
/// Lengths count scalars. Three things follow from how Snowball moves its cursor and are kept: after a doubled alef the
/// other prefixes are looked for behind the first letter; after a verb's س likewise; and where a pronoun falls and no
/// step 2 fits, the ي of relation is looked for before the last letter.
///
/// وال is not a prefix: والكتاب stays. Not idempotent: البانيا gives بانيا, which gives باني, which gives بان. Since the
/// article is looked for in the word as it came, a few short vocalised words have another stem than bare: بَالَهُم gives
/// بال, بالهم stays.
///
/// The original is defined for well-formed UTF-8 only; here ill-formed bytes stay and count one letter each.
/// A stem can be longer than its word, by a third at most: a lam-alef of three bytes becomes two letters of two.
struct SnowballStemmer {
    private typealias Rules = SnowballRules

    private var word: [Letter]
    private var isDefined = false

    /// Appends the stem of a word. Linear in the word.
    static func stem(_ word: Span<UInt8>, into output: inout [UInt8]) {
        var stemmer = SnowballStemmer(word: Array(word))
        stemmer.run()
        stemmer.word.append(to: &output)
    }

    private init(word: [Letter]) { self.word = word }

    /// A word that looks defined is a noun and nothing else.
    private var mayBeVerb: Bool { !isDefined }

    private mutating func run() {
        isDefined = longest(Rules.definedNoun, at: 0) != nil
        word = word.flatMap(Rules.normalized)
        _ = removeVerbSuffixes() || removeNounSuffixes() || applySuffix(Rules.alefMaqsura)
        removePrefixes()
        let last = word.count - 1
        for index in word.indices { word[index] = Rules.withoutHamza(word[index], isLast: index == last) }
    }

    // MARK: Suffixes

    private mutating func removeVerbSuffixes() -> Bool {
        guard mayBeVerb else { return false }
        guard applySuffix(Rules.verbSuffix1) else {
            return applySuffix(Rules.verbSuffix2b) || applySuffix(Rules.verbSuffix2a)
        }
        while applySuffix(Rules.verbSuffix1) {}
        _ = applySuffix(Rules.verbSuffix2a) || applySuffix(Rules.verbSuffix2c)
        return true
    }

    private mutating func removeNounSuffixes() -> Bool {
        var passed = 0
        if applySuffix(Rules.nounSuffix2c2) {
        } else if !isDefined && applySuffix(Rules.nounSuffix1a) {
            // Snowball steps over a letter here, and so looks for what follows before that letter.
            if !applyNounSuffix2() { passed = 1 }
        } else if applySuffix(Rules.nounSuffix1b) && applyNounSuffix2() {
        } else if !isDefined && applySuffix(Rules.nounSuffix2a) {
        } else {
            _ = applySuffix(Rules.nounSuffix2b)
        }
        return applySuffix(Rules.nounSuffix3, before: word.count - passed)
    }

    private mutating func applyNounSuffix2() -> Bool {
        applySuffix(Rules.nounSuffix2a) || applySuffix(Rules.nounSuffix2b) || applySuffix(Rules.nounSuffix2c1)
    }

    private mutating func applySuffix(_ table: [Affix], before end: Int? = nil) -> Bool {
        let end = end ?? word.count
        guard let affix = table.longest(where: { word.hasSuffix($0, before: end) }), word.count >= affix.minimumLength
        else { return false }
        word.replaceSubrange(end - affix.letters.count..<end, with: affix.replacement)
        return true
    }

    // MARK: Prefixes

    private mutating func removePrefixes() {
        var start = 0
        _ = applyPrefix(Rules.prefix1, at: &start)
        if longest(Rules.notPrefix2, at: start) == nil { _ = applyPrefix(Rules.prefix2, at: &start) }
        if applyPrefix(Rules.nounPrefix3a, at: &start) { return }
        if longest(Rules.notNounPrefix3b, at: start) == nil && applyPrefix(Rules.nounPrefix3b, at: &start) { return }
        guard mayBeVerb else { return }
        _ = applyPrefix(Rules.verbPrefix3, at: &start)
        _ = applyPrefix(Rules.verbPrefix4, at: &start)
    }

    /// The row with the most letters that match, if the word is long enough for that row.
    private func longest(_ table: [Affix], at start: Int) -> Affix? {
        let affix = table.longest { word.hasPrefix($0, at: start) }
        return affix.flatMap { word.count >= $0.minimumLength ? $0 : nil }
    }

    private mutating func applyPrefix(_ table: [Affix], at start: inout Int) -> Bool {
        guard let affix = longest(table, at: start) else { return false }
        word.replaceSubrange(start..<start + affix.letters.count, with: affix.replacement)
        start += affix.replacement.count
        return true
    }
}
