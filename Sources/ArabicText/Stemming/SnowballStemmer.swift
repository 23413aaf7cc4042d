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
///
/// `SnowballRules` has the tables, `SnowballSteps` their order. Here they are followed letter by letter; this is what
/// `PackedStemmer` is made from and held to.
struct SnowballStemmer {
    private var word: [Letter]
    private var isDefined = false

    /// Appends the stem of a word. Linear in the word.
    static func stem(_ word: Span<UInt8>, into output: inout [UInt8]) {
        var stemmer = SnowballStemmer(word: Array(word))
        stemmer.run()
        stemmer.word.append(to: &output)
    }

    private init(word: [Letter]) { self.word = word }

    private mutating func run() {
        isDefined = longest(SnowballRules.definedNoun, at: 0) != nil
        word = word.flatMap(SnowballRules.normalized)
        removeSuffixes()
        removePrefixes()
        let last = word.count - 1
        for index in word.indices { word[index] = SnowballRules.withoutHamza(word[index], isLast: index == last) }
    }

    private mutating func removeSuffixes() {
        var state = (isDefined ? SnowballSteps.SuffixState.definedNoun : .verbOrNoun).rawValue
        while let (affix, step, next) = SnowballSteps.suffixes.first(in: state, where: suffix) {
            let end = word.count - step.skipped
            word.replaceSubrange(end - affix.letters.count..<end, with: affix.replacement)
            state = next
        }
    }

    private func suffix(of step: AffixSteps.Step) -> Affix? {
        let affix = step.table.longest { word.hasSuffix($0, before: word.count - step.skipped) }
        return affix.flatMap { word.count >= $0.minimumLength ? $0 : nil }
    }

    private mutating func removePrefixes() {
        var state = (isDefined ? SnowballSteps.PrefixState.definedNoun : .verbOrNoun).rawValue
        var start = 0
        while let (affix, _, next) = SnowballSteps.prefixes.first(in: state, where: { prefix(of: $0, at: start) }) {
            word.replaceSubrange(start..<start + affix.letters.count, with: affix.replacement)
            start += affix.replacement.count
            state = next
        }
    }

    private func prefix(of step: AffixSteps.Step, at start: Int) -> Affix? {
        longest(step.exceptions, at: start) == nil ? longest(step.table, at: start) : nil
    }

    /// The row with the most letters that match, if the word is long enough for that row.
    private func longest(_ table: [Affix], at start: Int) -> Affix? {
        let affix = table.longest { word.hasPrefix($0, at: start) }
        return affix.flatMap { word.count >= $0.minimumLength ? $0 : nil }
    }
}
