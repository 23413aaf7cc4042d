internal import CArabicKernels

/// A light stemmer compiled for a kernel: what its rules do to a word, by the letters at its ends.
@safe struct LightTables: @unchecked Sendable {
    // Sound: the tables that it points to are neither changed nor freed.
    private let tables: cak_light_tables

    /// light10. Nil where its rules do not fit into the kernel's tables, which a test rules out.
    static let light10 = LightTables(
        prefixes: Light10Stemmer.prefixes, suffixes: Light10Stemmer.suffixes, rules: .light10)

    private static let classBits = 3
    private static let prefixLetters = 3
    private static let suffixLetters = 4

    private init?(prefixes: [Affix], suffixes: [Affix], rules: LightRules) {
        guard let prefixClasses = Self.classes(prefixes), let suffixClasses = Self.classes(suffixes) else { return nil }
        let first = prefixes.map { Row($0, prefixClasses, fromStart: true) }
        let last = suffixes.map { Row($0, suffixClasses, fromStart: false) }
        let prefixTable = Self.table(Self.prefixLetters, longest: Int(CAK_LIGHT_PREFIX_LENGTH)) { letters, length in
            first.first { length >= $0.minimumLength && letters & $0.mask == $0.letters }?.count ?? 0
        }
        let suffixTable = Self.table(Self.suffixLetters, longest: Int(CAK_LIGHT_SUFFIX_LENGTH)) { letters, length in
            Self.removed(last, letters, length)
        }
        guard prefixes.allSatisfy({ $0.minimumLength <= Int(CAK_LIGHT_PREFIX_LENGTH) }),
            suffixes.allSatisfy({ $0.minimumLength + Self.suffixLetters <= Int(CAK_LIGHT_SUFFIX_LENGTH) }),
            (prefixes + suffixes).allSatisfy({ $0.letters.count <= $0.minimumLength })
        else { return nil }
        unsafe tables = cak_light_tables(
            prefix_classes: prefixClasses.keptForGood(),
            prefix_pairs: (0..<1 << 16).map { prefixClasses[$0 & 0xFF] | prefixClasses[$0 >> 8] << Self.classBits }
                .keptForGood(),
            suffix_pairs: (0..<1 << 16).map { suffixClasses[$0 >> 8] | suffixClasses[$0 & 0xFF] << Self.classBits }
                .keptForGood(),
            prefixes: prefixTable.keptForGood(), suffixes: suffixTable.keptForGood(), rules: rules.keptForGood())
    }

    /// An affix as classes, the outermost letter lowest.
    private struct Row {
        let count: Int
        let minimumLength: Int
        var letters = 0

        init(_ affix: Affix, _ classes: [UInt8], fromStart: Bool) {
            count = affix.letters.count
            minimumLength = affix.minimumLength
            for letter in fromStart ? affix.letters.reversed() : affix.letters {
                letters = letters << classBits | Int(letter.packed.map { classes[$0] } ?? 0)
            }
        }

        var mask: Int { 1 << (classBits * count) - 1 }
    }

    /// A class for each letter of the affixes, and 0 for all others; nil where they are too many.
    private static func classes(_ affixes: [Affix]) -> [UInt8]? {
        var classes = [UInt8](repeating: 0, count: 256)
        var count: UInt8 = 0
        for letter in affixes.flatMap(\.letters) {
            guard let packed = letter.packed else { return nil }
            if classes[packed] > 0 { continue }
            count += 1
            classes[packed] = count
        }
        return count < 1 << classBits ? classes : nil
    }

    /// What a function says of each length and each group of letters.
    private static func table(_ letters: Int, longest: Int, _ count: (_ letters: Int, _ length: Int) -> Int) -> [UInt8]
    {
        let rows = 1 << (classBits * letters)
        return (0..<(longest + 1) * rows).map { UInt8(count($0 & (rows - 1), $0 / rows)) }
    }

    /// How many letters the suffixes take off a word, of which the last ones are seen; or that this is not enough.
    private static func removed(_ suffixes: [Row], _ letters: Int, _ length: Int) -> Int {
        var removed = 0
        for suffix in suffixes where length - removed >= suffix.minimumLength {
            let seen = min(suffixLetters - removed, suffix.count)
            let mask = 1 << (classBits * seen) - 1
            guard (letters >> (classBits * removed)) & mask == suffix.letters & mask else { continue }
            if seen < suffix.count { return Int(CAK_LIGHT_UNKNOWN) }
            removed += suffix.count
        }
        return removed
    }

    /// Appends the stems of words.
    @unsafe func stem(_ words: UnsafePointer<cak_stem_words>, into stems: UnsafeMutablePointer<cak_stems>) {
        var tables = unsafe tables
        unsafe cak_stem_light_words(&tables, words, stems)
    }

    /// Takes affixes off terms, which lie in some bytes.
    @unsafe func stem(_ terms: UnsafeMutablePointer<cak_terms>, in bytes: UnsafePointer<UInt8>) {
        var tables = unsafe tables
        unsafe cak_stem_light_terms(&tables, bytes, terms)
    }
}
