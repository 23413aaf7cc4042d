/// Larkey's light10 stemmer as Lucene's `ArabicStemFilter` has it (source of the rules: Lucene's `ArabicStemmer`).
///
/// 1. The first prefix of ال وال بال كال فال لل و that fits falls, and no other: و from words of four units on, the
///    others where at least two units remain.
/// 2. Each suffix of ها ان ات ون ين يه ية ه ة ي is tried once, in this order; it falls where at least two units
///    remain, so several can fall.
///
/// Lengths count UTF-16 units, as in Java: a scalar beyond U+FFFF counts two. Lucene never meets ill-formed UTF-8; here
/// such bytes stay, a stray continuation byte counts nothing, any other one what it would count in well-formed text.
///
/// Nothing is normalised: ة falls as a suffix only where no normaliser made it ه, and ى, ك or a vowel mark at the end
/// hides the suffix before it.
///
/// The stem is a piece of the word. Not idempotent, since only one prefix falls: والوالد gives والد, and والد gives الد.
enum Light10Stemmer {
    static let prefixes =
        Affix.list("ال", minimumLength: 4)
        + Affix.list("وال", "بال", "كال", "فال", minimumLength: 5)
        + Affix.list("لل", "و", minimumLength: 4)

    static let suffixes =
        Affix.list("ها", "ان", "ات", "ون", "ين", "يه", "ية", minimumLength: 4)
        + Affix.list("ه", "ة", "ي", minimumLength: 3)

    /// Appends the stem of a word. Linear in the word; allocates nothing of its own.
    static func stem(_ word: Span<UInt8>, into output: inout [UInt8]) {
        output.append(copying: word.extracting(stem(of: word)))
    }

    /// Where the stem of a word lies in its bytes.
    static func stem(of word: Span<UInt8>) -> Range<Int> {
        var stem = word.indices
        var length = utf16Length(word)
        for prefix in prefixes where length >= prefix.minimumLength && word.hasPrefix(prefix, in: stem) {
            stem = stem.lowerBound + prefix.utf8.count..<stem.upperBound
            length -= prefix.letters.count
            break
        }
        for suffix in suffixes where length >= suffix.minimumLength && word.hasSuffix(suffix, in: stem) {
            stem = stem.lowerBound..<stem.upperBound - suffix.utf8.count
            length -= suffix.letters.count
        }
        return stem
    }

    private static func utf16Length(_ word: Span<UInt8>) -> Int {
        var length = 0
        for index in word.indices {
            let byte = word[index]
            if byte & 0xC0 != 0x80 { length += byte < 0xF0 ? 1 : 2 }
        }
        return length
    }
}
