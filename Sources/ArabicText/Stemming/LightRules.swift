internal import CArabicKernels

/// A light stemmer compiled for the kernels: its rules as they are stated, and by letters.
@safe struct LightRules: @unchecked Sendable {
    // SAFETY: what it points to is neither changed nor freed.
    private let rules: UnsafePointer<cak_light_rules>

    /// light10. Nil where its rules are not such as the kernels know, which a test rules out.
    static let light10 = LightRules(prefixes: Light10Stemmer.prefixes, suffixes: Light10Stemmer.suffixes)

    /// A word of which the kernels do not see all letters has at least so many.
    private static let fewestUnseen = 9

    private init?(prefixes: [Affix], suffixes: [Affix]) {
        let pairs = suffixes.prefix { $0.letters.count == 2 }
        let singles = suffixes.dropFirst(pairs.count)
        // Whatever has fallen of a word with unseen letters, as far as the kernels go, it is long enough for the next suffix.
        let left = Self.fewestUnseen - (prefixes.map(\.letters.count).max() ?? 0)
        guard singles.count <= 3, singles.allSatisfy({ $0.letters.count == 1 && $0.minimumLength <= left - 3 }),
            pairs.allSatisfy({ $0.minimumLength <= left - 2 }),
            prefixes.allSatisfy({ $0.minimumLength <= Self.fewestUnseen }),
            let prefixSet = Self.set(prefixes.map { ($0, $0.letters) }),
            let pairSet = Self.set(pairs.map { ($0, $0.letters.reversed()) }),
            let singleSet = Self.set(singles.map { ($0, $0.letters) })
        else { return nil }
        let rules = unsafe cak_light_rules(
            prefixes: prefixes.map(Self.affix).keptForGood(), prefix_count: prefixes.count,
            suffixes: suffixes.map(Self.affix).keptForGood(), suffix_count: suffixes.count,
            prefix_set: prefixSet, pair_set: pairSet, single_set: singleSet)
        unsafe self.rules = unsafe [rules].keptForGood()
    }

    private static func affix(_ affix: Affix) -> cak_affix {
        cak_affix(
            bytes: WordKeys.key(affix.utf8.span).low, count: UInt8(affix.utf8.count), units: UInt8(affix.letters.count),
            minimum: UInt8(affix.minimumLength))
    }

    /// Affixes with their letters, the outermost first, by letters.
    private static func set(_ affixes: [(affix: Affix, letters: [Letter])]) -> cak_affix_set? {
        guard affixes.count <= Int(CAK_AFFIX_SET) else { return nil }
        var set = cak_affix_set()
        var minima = [Int: Int]()
        for (index, (affix, letters)) in affixes.enumerated() {
            let length = letters.count
            let packed = letters.compactMap(\.packed)
            guard (1...Int(CAK_AFFIX_LONGEST)).contains(length), packed.count == length,
                packed.allSatisfy({ (1..<127).contains($0) }),
                affix.minimumLength >= length, minima[length, default: affix.minimumLength] == affix.minimumLength
            else { return nil }
            minima[length] = affix.minimumLength
            unsafe withUnsafeMutableBytes(of: &set.of_length) { unsafe $0[length - 1] |= 1 << index }
            unsafe withUnsafeMutableBytes(of: &set.minimum) { unsafe $0[length - 1] = UInt8(affix.minimumLength) }
            unsafe withUnsafeMutableBytes(of: &set.having) { having in
                for place in 0..<Int(CAK_AFFIX_LONGEST) {
                    let haveIt = place < length ? packed[place]...packed[place] : 0...127
                    for letter in haveIt { unsafe having[128 * place + letter] |= 1 << index }
                }
            }
            for (place, letter) in packed.enumerated() { add(UInt8(letter), at: place, to: &set) }
        }
        return set
    }

    /// Lists a letter that an affix has at a place.
    private static func add(_ letter: UInt8, at place: Int, to set: inout cak_affix_set) {
        unsafe withUnsafeMutableBytes(of: &set.letter_counts) { counts in
            unsafe withUnsafeMutableBytes(of: &set.letters) { letters in
                let first = place * Int(CAK_AFFIX_SET)
                let known = unsafe letters[first..<first + Int(counts[place])]
                if unsafe known.contains(letter) { return }
                unsafe letters[first + Int(counts[place])] = letter
                unsafe counts[place] += 1
            }
        }
    }

    /// Appends the stems of words.
    @unsafe func stem(_ words: UnsafePointer<cak_stem_words>, into stems: UnsafeMutablePointer<cak_stems>) {
        unsafe cak_stem_light_words(rules, words, stems)
    }

    /// Takes affixes off terms.
    @unsafe func stem(_ terms: UnsafeMutablePointer<cak_terms>) { unsafe cak_stem_light_terms(rules, terms) }
}
