/// The light stemmer ARLSTem2 as NLTK 3.10 has it (source of the rules: NLTK's `arlstem2.py`; Abainia and Rebbani 2019).
///
/// 1. As in ARLSTem, marks U+064B–065F are deleted, آ أ إ become ا, ى becomes ي, a و at the start falls from words of four
///    letters or more; then one prefix falls.
/// 2. The first of these that fits gives the first stem: a feminine becomes masculine (تفعيلية, افعالية, اية, فاعلة, ية, ة);
///    an adjective ا…ا?ي loses that ا and the letter ي; else one pronoun falls from the end, and a plural becomes singular
///    (م…ون, ان ين ون, ات, ا?ا…, ا…ا?); else, unless step 1 took a prefix, the affixes of a verb fall.
/// 3. The first stem loses one thing more, first that fits: ت…ي?, م…و?, ي at the end unless it starts with ا, ل at the
///    start.
///
/// Each rule has its own minimum length; lengths count scalars. كنّ and هنّ never fall, since shadda is deleted before; nor
/// does لأ, since أ has become ا.
///
/// The original gives a stem for every string; ill-formed bytes, which it cannot be given, stay and count one letter
/// each. A word of marks alone gives an empty stem. Not idempotent, since another pass may take another affix: أدمعت
/// gives ادمع, which gives دمع.
enum ARLSTem2Stemmer {
    private typealias Rules = ARLSTemRules

    /// Appends the stem of a word. Linear in the word.
    static func stem(_ word: Span<UInt8>, into output: inout [UInt8]) {
        finish(firstStem(Rules.normalized(word))).append(to: &output)
    }

    private static func firstStem(_ normalized: [Letter]) -> [Letter] {
        var word = normalized
        let prefix = word.firstPrefix(in: Rules.prefixes)
        if let prefix { word.removeFirst(prefix.letters.count) }
        if let stem = masculine(word) ?? withoutAdjectiveInfix(word) { return stem }
        if let suffix = word.firstSuffix(in: Rules.suffixes) { word.removeLast(suffix.letters.count) }
        if let stem = singular(word) { return stem }
        if prefix != nil { return word }
        return verbs.firstRemoved(from: word) ?? word
    }

    private static let verbs = Rules.verbs + Rules.imperatives
    private static let masculineSoundPlurals = [Circumfix("م", "ون", minimumLength: 6)]
    private static let plurals = Rules.plurals + Affix.list("ات", minimumLength: 5)

    private static func masculine(_ word: [Letter]) -> [Letter]? {
        guard word.last == "ة" else { return nil }
        let count = word.count
        let ofRelation = word[fromEnd: 2] == "ي"
        if count > 6 && ofRelation {
            if word[0] == "ت" && word[fromEnd: 4] == "ي" { return word.keeping(1..<count - 4, count - 3..<count - 2) }
            if word[0] == "ا" && word[fromEnd: 4] == "ا" { return word.keeping(0..<count - 4, count - 3..<count - 2) }
        }
        if count > 5 && ofRelation && word[fromEnd: 3] == "ا" { return word.dropLast(2) }
        if count > 4 && word[1] == "ا" { return word.keeping(0..<1, 2..<count - 1) }
        if count > 4 && ofRelation { return word.dropLast(2) }
        return count > 3 ? word.dropLast() : nil
    }

    /// The original keeps the letter between, and drops both the ا before it and the ي after it.
    private static func withoutAdjectiveInfix(_ word: [Letter]) -> [Letter]? {
        guard word.count > 5, word[0] == "ا", word[fromEnd: 3] == "ا", word.last == "ي" else { return nil }
        return word.keeping(0..<word.count - 3, word.count - 2..<word.count - 1)
    }

    private static func singular(_ word: [Letter]) -> [Letter]? {
        if let stem = masculineSoundPlurals.firstRemoved(from: word) { return stem }
        if let suffix = word.firstSuffix(in: plurals) { return word.dropLast(suffix.letters.count) }
        guard word.count > 4, word[0] == "ا" else { return nil }
        if word[2] == "ا" { return word.keeping(0..<2, 3..<word.count) }
        if word[fromEnd: 2] == "ا" { return word.keeping(1..<word.count - 2, word.count - 1..<word.count) }
        return nil
    }

    private static func finish(_ word: [Letter]) -> [Letter] {
        let count = word.count
        let infixes: [(first: Letter, last: Letter)] = [("ت", "ي"), ("م", "و")]
        for infix in infixes where count > 4 && word[0] == infix.first && word[fromEnd: 2] == infix.last {
            return word.keeping(1..<count - 2, count - 1..<count)
        }
        guard count > 3 else { return word }
        if word[0] != "ا" && word.last == "ي" { return word.dropLast() }
        return word[0] == "ل" ? Array(word.dropFirst()) : word
    }
}
