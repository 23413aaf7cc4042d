private import CArabicKernels

/// A rule set as the kernels in C need it (`words.h`): its automaton, and what each character of ordinary text is.
@safe final class WordKernel: @unchecked Sendable {
    static let unicode = WordKernel(.unicode, unicodeSort, spaced: unicodeSort)
    static let standard = WordKernel(.standard, sort, spaced: spacedStandardSort)
    static let search = WordKernel(.search, searchSort, spaced: searchSort)
    static let searchDivided = WordKernel(
        .searchDivided, searchSort, spaced: searchSort, dividesScripts: true)

    // SAFETY: written once, before anyone sees it. What it points to is never freed, since rule sets are few and
    // static.
    private let rules: cak_word_rules

    private init(
        _ automaton: WordAutomaton, _ sort: (WordClass) -> Int, spaced spacedSort: (WordClass) -> Int,
        dividesScripts: Bool = false
    ) {
        let characters = [0x00..<0x80, 0x600..<0x700, 0x80..<0x100, 0x2000..<0x2080].joined()
        let sorts = characters.map { character in
            let sort = sort(WordClass(rawValue: WordClass.table[UInt32(character)]) ?? .other)
            // What kind of a token begins with a pictograph, its class says.
            return UInt8(sort == Int(CAK_WORD_PICTURE) ? Int(CAK_WORD_OTHER) : sort)
        }
        var kinds = [TokenKind](repeating: .punctuation, count: 16)
        kinds[Int(CAK_WORD_LINE)] = .space
        kinds[Int(CAK_WORD_SPACE)] = .space
        kinds[Int(CAK_WORD_ARABIC)] = .arabic
        kinds[Int(CAK_WORD_LETTER)] = .word
        kinds[Int(CAK_WORD_DIGIT)] = .number
        let classes = WordClass.allCases
        let startingKinds = classes.map {
            automaton.kinds[Int(automaton.transitions[Int(WordAutomaton.start) << 6 | Int($0.rawValue)])]
        }
        // To ask for thousands of scalars takes time, so only where it is of use.
        let readsPictures = cak_reads_pictures()
        func isPicture(_ scalar: Int, _ kind: TokenKind) -> Bool {
            guard readsPictures, let wordClass = WordClass(rawValue: WordClass.table[UInt32(scalar)]) else {
                return false
            }
            return sort(wordClass) == Int(CAK_WORD_PICTURE) && startingKinds[Int(wordClass.rawValue)] == kind
        }
        var pictures = [UInt8](repeating: 0, count: Int(CAK_WORD_PICTURES))
        for group in 0..<64 {
            let range = Self.longestRun(in: 0..<64) { isPicture(0x1F000 + 64 * group + $0, .emoji) }
            pictures[group] = range.isEmpty ? 255 : UInt8(0x80 + range.lowerBound)
            pictures[64 + group] = range.isEmpty ? 0 : UInt8(0x80 + range.upperBound - 1)
        }
        for (place, kind) in [(128, TokenKind.emoji), (192, .punctuation)] {
            for offset in 0..<0x200 where isPicture(0x2600 + offset, kind) {
                pictures[place + offset & 0x3F] |= 1 << UInt8(offset >> 6)
            }
        }
        unsafe rules = cak_word_rules(
            transitions: Self.kept(automaton.transitions), first_accepting: automaton.firstAccepting,
            first_accepting_before: automaton.firstAcceptingBefore,
            state_kinds: Self.kept(automaton.kinds.map(\.rawValue)),
            holds_dictionary: Self.kept(automaton.holdsDictionary), direct: WordClass.table.directEntries,
            pages: WordClass.table.pages, line_feed: WordClass.lineFeed.rawValue,
            // A byte gives no more than one UTF-16 unit, and a scalar no more than two.
            longest: automaton.maximumUnits.map { $0 - 1 } ?? Int.max,
            first_other_kind: TokenKind.punctuation.rawValue,
            sorts: Self.kept(sorts.indices.map { sorts[$0] | sorts[$0 ^ 16] << 4 }),
            sort_kinds: Self.kept(kinds.map(\.rawValue)), class_sorts: Self.kept(classes.map { UInt8(sort($0)) }),
            spaced_sorts: Self.kept(classes.map { UInt8(spacedSort($0)) }),
            class_kinds: Self.kept(startingKinds.map(\.rawValue)), pictures: Self.kept(pictures),
            picture_kind: TokenKind.emoji.rawValue,
            divides_scripts: dividesScripts)
    }

    /// The longest range of numbers that are all meant.
    private static func longestRun(in numbers: Range<Int>, _ isMeant: (Int) -> Bool) -> Range<Int> {
        var longest = 0..<0
        var start = numbers.lowerBound
        for number in numbers {
            if !isMeant(number) { start = number + 1 }
            if number + 1 - start > longest.count { longest = start..<number + 1 }
        }
        return longest
    }

    private static func kept<Element: BitwiseCopyable>(_ array: [Element]) -> UnsafePointer<Element> {
        let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: array.count)
        _ = unsafe memory.initialize(from: array)
        return unsafe UnsafePointer(memory.baseAddress.unsafelyUnwrapped)
    }

    /// Cuts bytes from `start` on into arrays that have room after `count` entries, and gives the new number of entries
    /// and how many of the new ones are terms.
    func cut(
        _ bytes: Span<UInt8>, from start: Int, _ ends: inout [Int], _ kinds: inout [UInt8], after count: Int
    ) -> (count: Int, terms: Int) {
        // SAFETY: the kernel reads `bytes.count` bytes, and writes no more entries than the shorter array has.
        let capacity = min(ends.count, kinds.count)
        return unsafe bytes.withUnsafeBufferPointer { text in
            unsafe ends.withUnsafeMutableBufferPointer { ends in
                unsafe kinds.withUnsafeMutableBufferPointer { kinds in
                    guard let text = text.baseAddress, let ends = ends.baseAddress, let kinds = kinds.baseAddress else {
                        return (count, 0)
                    }
                    var list = unsafe cak_word_list(
                        ends: ends, kinds: kinds, capacity: capacity, count: count, terms: 0)
                    _ = unsafe withUnsafePointer(to: rules) { rules in
                        unsafe cak_words(rules, text, bytes.count, start, &list)
                    }
                    return unsafe (list.count, list.terms)
                }
            }
        }
    }

    private static func unicodeSort(_ wordClass: WordClass) -> Int {
        switch wordClass {
        case .textSelector, .emojiSelector, .emojiModifier, .zeroWidthJoiner: Int(CAK_WORD_MARK)
        default: sort(wordClass)
        }
    }

    private static func searchSort(_ wordClass: WordClass) -> Int {
        switch wordClass {
        case .bidiControl: Int(CAK_WORD_CONTROL)
        case .arabicSign: Int(CAK_WORD_PLAIN)
        case .numberSign, .slash, .hyphen, .plus, .percent, .atSign: Int(CAK_WORD_SIGN)
        default: unicodeSort(wordClass)
        }
    }

    /// After U+0020, where no emoji is before them.
    private static func spacedStandardSort(_ wordClass: WordClass) -> Int {
        switch wordClass {
        case .textSelector, .emojiSelector, .keycapMark: Int(CAK_WORD_MARK)
        case .zeroWidthJoiner, .emojiModifier: Int(CAK_WORD_PICTURE)
        default: sort(wordClass)
        }
    }

    /// By every rule set that does not say otherwise.
    private static func sort(_ wordClass: WordClass) -> Int {
        switch wordClass {
        case .space: Int(CAK_WORD_SPACE)
        case .otherSpace, .lineFeed, .newline: Int(CAK_WORD_LINE)
        case .arabicLetter, .tatweel: Int(CAK_WORD_ARABIC)
        case .letter, .letterW: Int(CAK_WORD_LETTER)
        case .asciiDigit, .number: Int(CAK_WORD_DIGIT)
        case .ignorable, .bidiControl, .arabicSign: Int(CAK_WORD_MARK)
        case .singleQuote, .midNumLet, .midLetter, .midNum, .fullStop, .colon, .comma, .semicolon: Int(CAK_WORD_MIDDLE)
        case .other, .doubleQuote, .keycapSign, .numberSign, .slash, .hyphen, .plus, .percent, .atSign, .urlSign,
            .urlPunctuation, .openingBracket, .closingBracket:
            Int(CAK_WORD_PLAIN)
        case .textPictograph, .emojiPictograph, .textModifierBase, .emojiModifierBase, .regionalIndicator:
            Int(CAK_WORD_PICTURE)
        default: Int(CAK_WORD_OTHER)
        }
    }
}
