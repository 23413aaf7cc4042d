/// The light stemmer ARLSTem as NLTK 3.10 has it (source of the rules: NLTK's `arlstem.py`; Abainia and others 2017).
///
/// 1. Marks U+064B–065F are deleted, not tatweel; آ أ إ become ا, ى becomes ي; a و at the start falls from words of four
///    letters or more.
/// 2. One prefix falls (بال كال وال فبال وبال فكال فلل ولل ال لل فل فب), then one pronoun at the end.
/// 3. A plural becomes singular: ان ين ون ات fall, or the second ا of ا?ا… or the two of ا…ا?. That is the stem; else
/// 4. ة falls, and that is the stem; else
/// 5. unless step 2 took a prefix, the affixes of a verb fall, first that fits.
///
/// Each rule has its own minimum length; lengths count scalars. The original's pronouns كنّ and هنّ never fall, since
/// shadda is deleted before, and it never reaches its step for imperatives (لن لت لي): both are kept.
///
/// The original gives a stem for every string; ill-formed bytes, which it cannot be given, stay and count one letter
/// each. A word of marks alone gives an empty stem. Not idempotent, since another pass may take another affix: أدمعت
/// gives ادمع, which gives دمع.
enum ARLSTemStemmer {
    private typealias Rules = ARLSTemRules

    /// Appends the stem of a word. Linear in the word.
    static func stem(_ word: Span<UInt8>, into output: inout [UInt8]) {
        stem(Rules.normalized(word)).append(to: &output)
    }

    private static func stem(_ normalized: [Letter]) -> [Letter] {
        var word = normalized
        let prefix = word.firstPrefix(in: Rules.prefixes)
        if let prefix { word.removeFirst(prefix.letters.count) }
        if let suffix = word.firstSuffix(in: Rules.suffixes) { word.removeLast(suffix.letters.count) }
        if let stem = singular(word) ?? masculine(word) { return stem }
        if prefix != nil { return word }
        return Rules.verbs.firstRemoved(from: word) ?? word
    }

    private static let plurals = Rules.plurals + Affix.list("ات", minimumLength: 4)

    private static func singular(_ word: [Letter]) -> [Letter]? {
        if let suffix = word.firstSuffix(in: plurals) { return word.dropLast(suffix.letters.count) }
        guard word.first == "ا" else { return nil }
        if word.count > 3 && word[2] == "ا" { return word.keeping(0..<2, 3..<word.count) }
        if word.count > 4 && word[fromEnd: 2] == "ا" {
            return word.keeping(1..<word.count - 2, word.count - 1..<word.count)
        }
        return nil
    }

    private static func masculine(_ word: [Letter]) -> [Letter]? {
        word.count > 3 && word.last == "ة" ? word.dropLast() : nil
    }
}
