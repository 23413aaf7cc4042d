/// The ISRI root stemmer as NLTK 3.10 has it (source of the rules: NLTK's `isri.py`; Taghva, Elkhoury and Coombs 2005).
///
/// 1. Marks U+064B–0652 are deleted; tatweel stays. One of 49 frequent words is given back like that.
/// 2. One prefix of three or two letters falls, then one suffix of three or two, then one of two و at the start; the
///    word must be long enough before each.
/// 3. آ أ إ at the start becomes ا.
/// 4. A word of four to seven letters is reduced by patterns of its length, first that fits, to a root of three or four
///    letters; where none fits, one letter falls from the end, or else one from the start. Others stay as they are.
///
/// Lengths count scalars; ill-formed bytes, which the original cannot be given, stay and count one letter each. A word
/// of marks alone gives an empty stem. Not idempotent: إبرام, from بإبرام, gives برم.
enum ISRIStemmer {
    private typealias Rules = ISRIRules

    /// Appends the stem of a word. Linear in the word.
    static func stem(_ word: Span<UInt8>, into output: inout [UInt8]) {
        stem([Letter](word)).append(to: &output)
    }

    private static func stem(_ original: [Letter]) -> [Letter] {
        var word = original.filter { !(0x064B...0x0652).contains($0.value) }
        if Rules.unchanged.contains(word) { return word }
        if let prefix = word.firstPrefix(in: Rules.prefixes) { word.removeFirst(prefix.letters.count) }
        if let suffix = word.firstSuffix(in: Rules.suffixes) { word.removeLast(suffix.letters.count) }
        if word.firstPrefix(in: Rules.doubledWaw) != nil { word.removeFirst() }
        if let first = word.first, Rules.initialHamza.contains(first) { word[0] = "ا" }
        reduce(&word)
        return word
    }

    private static func reduce(_ word: inout [Letter]) {
        switch word.count {
        case 4: reduceFour(&word)
        case 5: reduceFive(&word)
        case 6: reduceSix(&word)
        case 7:
            removeShortAffix(&word)
            if word.count == 6 { reduceSix(&word) }
        default: break
        }
    }

    private static func reduceSix(_ word: inout [Letter]) {
        if !apply(Rules.sixToThree, to: &word) { removeShortAffix(&word) }
        if word.count == 5 { reduceFive(&word) } else if word.count == 6 { _ = apply(Rules.sixToFour, to: &word) }
    }

    private static func reduceFive(_ word: inout [Letter]) {
        if !apply(Rules.fiveToThree, to: &word) { removeShortAffix(&word) }
        if word.count == 4 { reduceFour(&word) } else if word.count == 5 { _ = apply(Rules.fiveToFour, to: &word) }
    }

    private static func reduceFour(_ word: inout [Letter]) {
        if !apply(Rules.fourToThree, to: &word) { removeShortAffix(&word) }
    }

    private static func apply(_ patterns: [ISRIPattern], to word: inout [Letter]) -> Bool {
        guard let pattern = patterns.first(where: { $0.fits(word) }) else { return false }
        word = pattern.kept.compactMap { word[at: $0] }
        return true
    }

    /// One letter from the end, or else one from the start.
    private static func removeShortAffix(_ word: inout [Letter]) {
        if let last = word.last, Rules.shortSuffixes.contains(last) {
            word.removeLast()
        } else if let first = word.first, Rules.shortPrefixes.contains(first) {
            word.removeFirst()
        }
    }
}
