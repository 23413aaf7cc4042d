internal import CArabicKernels

/// A stemmer made of letter rules and `AffixSteps`, compiled for a kernel that packs a word's letters, one byte per
/// letter.
///
/// It knows words of U+0600–06FF up to a length, and leaves others to the stemmer that it was compiled from.
@safe struct PackedStemmer: @unchecked Sendable {
    // SAFETY: the tables that it points to are neither changed nor freed.
    private let rules: cak_packed_rules

    /// Snowball's. Nil where its rules do not fit into the kernel's tables, which a test rules out.
    static let snowball = PackedStemmer()

    /// The first byte of the presentation forms, the only letters outside U+0600–06FF that the rules change.
    private static let presentationLead: UInt8 = 0xEF

    private init?() {
        guard let suffixes = PackedAffixSteps(SnowballSteps.suffixes, fromStart: false),
            let prefixes = PackedAffixSteps(SnowballSteps.prefixes, fromStart: true)
        else { return nil }
        let letters = (UInt8.min...UInt8.max).map(Letter.init(packed:))
        let normalized = letters.map { Array(SnowballRules.normalized($0)) }
        let deleted = (0...255).filter { normalized[$0].isEmpty }
        let unknown = (0...255).filter { !normalized[$0].isEmpty && normalized[$0] != [letters[$0]] }
        let inner = letters.map { SnowballRules.withoutHamza($0, isLast: false).packed }
        let last = letters.map { SnowballRules.withoutHamza($0, isLast: true).packed }
        guard let deletedRanges = Self.ranges(deleted), let unknownRanges = Self.ranges(unknown),
            !inner.contains(nil), !last.contains(nil)
        else { return nil }
        let replaced = (0...255).filter { inner[$0] != $0 }
        guard let first = replaced.first, let final = replaced.last else { return nil }
        typealias PrefixState = SnowballSteps.PrefixState
        typealias SuffixState = SnowballSteps.SuffixState
        unsafe rules = cak_packed_rules(
            deleted: deletedRanges, unknown: unknownRanges, other_lead: Self.presentationLead,
            suffixes: suffixes.kernelSteps(),
            prefixes: prefixes.kernelSteps(), kind_state: UInt8(PrefixState.asItCame.rawValue),
            suffix_states: (UInt8(SuffixState.verbOrNoun.rawValue), UInt8(SuffixState.definedNoun.rawValue)),
            prefix_states: (UInt8(PrefixState.verbOrNoun.rawValue), UInt8(PrefixState.definedNoun.rawValue)),
            replaced_range: cak_letter_range(first: UInt8(first), count: UInt8(final - first + 1)),
            replaced: replaced.map { (UInt8($0), UInt8(inner[$0] ?? 0)) }.keptForGood(),
            replaced_count: replaced.count, last: last.map { UInt8($0 ?? 0) }.keptForGood())
    }

    /// Up to two ranges that hold these letters, which are in order; nil where that is not enough.
    private static func ranges(_ letters: [Int]) -> (cak_letter_range, cak_letter_range)? {
        var ranges: [cak_letter_range] = []
        for letter in letters {
            if let last = ranges.last, Int(last.first) + Int(last.count) == letter {
                ranges[ranges.count - 1].count += 1
            } else {
                ranges.append(cak_letter_range(first: UInt8(letter), count: 1))
            }
        }
        ranges += Array(repeating: cak_letter_range(first: 0, count: 0), count: max(0, 2 - ranges.count))
        return ranges.count == 2 ? (ranges[0], ranges[1]) : nil
    }

    /// Appends the stems of words up to the first one that the kernel does not know.
    @unsafe func stem(_ words: UnsafePointer<cak_stem_words>, into stems: UnsafeMutablePointer<cak_stems>) {
        var rules = unsafe rules
        unsafe cak_stem_packed(&rules, words, stems)
    }
}

extension Array where Element: BitwiseCopyable {
    /// A copy that is never freed, for tables that are made once.
    @unsafe func keptForGood() -> UnsafePointer<Element> {
        let copy = UnsafeMutablePointer<Element>.allocate(capacity: Swift.max(1, count))
        for (index, element) in enumerated() { unsafe (copy + index).initialize(to: element) }
        return unsafe UnsafePointer(copy)
    }
}
