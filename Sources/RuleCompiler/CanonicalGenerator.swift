import ArabicText

/// Writes C for the step that changes stems: letters at the end, then the first one, then letters in their places.
///
/// Tests see the letters where they stood, so the items must come in that order. All changes are made in one pass.
struct CanonicalGenerator {
    private var lines: [String] = []
    private var number = 0
    private var counts = "counts"
    private var last = "last"
    private var front: String?
    /// Changes of letters, in the loop over places.
    private var changes: [String] = []

    private mutating func put(_ line: String) { lines.append("  " + line) }

    private mutating func named(_ code: String, _ stem: String, type: String = "uint64_t") -> String {
        number += 1
        put("const \(type) \(stem)\(number) = \(code);")
        return "\(stem)\(number)"
    }

    /// The function of a step.
    static func function(of step: RuleStep) -> String {
        var generator = CanonicalGenerator()
        precondition(step.attempts.count == 1)
        for attempt in step.attempts { generator.emit(attempt.items[...]) }
        return """
            INLINE void make_\(step.name)(guarded_stems *stems, uint64_t set) {
              const bytes64 none = splat(0), counts = load(stems->counts);
              bytes64 last, second;
              read_stem_ends(stems, &last, &second);
            \(generator.lines.joined(separator: "\n"))
              store(stems->counts, \(generator.counts));
              for (int i = 0; i < LETTERS; i++) {
                bytes64 letter = load(stems->letters[i]);
            \(generator.changes.map { "    \($0)\n" }.joined())\
                store(stems->letters[i], choose(at_least(splat((uint8_t)i), \(generator.counts)), none, letter));
              }
            }

            """
    }

    private mutating func emit(_ items: ArraySlice<RuleItem>) {
        var items = items
        while let item = items.popFirst() {
            switch item {
            case .dropLast(let tests):
                var all = [tests]
                while case .dropLast(let tests)? = items.first {
                    all.append(tests)
                    items.removeFirst()
                }
                dropLast(all)
            case .dropFirst(let tests):
                precondition(front == nil && changes.isEmpty, "out of order")
                let mask = named("mask_of(\(set(tests)))", "front", type: "mask64")
                front = mask
                changes.append(
                    "letter = choose(\(mask), i + 1 < LETTERS ? load(stems->letters[i + 1]) : none, letter);")
                counts = named("minus(\(counts), choose(\(mask), splat(1), none))", "counts", type: "bytes64")
            case .replaceLast(let letter, let tests):
                let mask = named("mask_of(\(set(tests)))", "replaced", type: "mask64")
                let isLast = "both(\(mask), equal(\(counts), (uint8_t)(i + 1)))"
                changes.append("letter = choose(\(isLast), splat(\(Names.letter(letter))), letter);")
            case .replace(let letters, let other):
                let mask = named("mask_of(set)", "all", type: "mask64")
                let equals = letters.map { "equal(letter, \(Names.letter($0)))" }
                let found = equals.dropFirst().reduce(equals[0]) { "either(\($0), \($1))" }
                changes.append("letter = choose(both(\(mask), \(found)), splat(\(Names.letter(other))), letter);")
            default: preconditionFailure("no item of a stem: \(item)")
            }
        }
    }

    /// Words of the set of which all tests hold.
    private mutating func set(_ tests: [RuleTest]) -> String {
        named((.code("set") & emit(.every(tests), CountRanges())).code, "stems")
    }

    /// Cuts of a last letter of which no two can fit one word, nor one behind the other.
    private mutating func dropLast(_ cuts: [[RuleTest]]) {
        precondition(last == "last" && front == nil && changes.isEmpty, "out of order")
        for (index, cut) in cuts.enumerated() {
            for earlier in cuts[..<index] {
                let letters = Set(Self.letters(cut, fromEnd: 1))
                precondition(letters.isDisjoint(with: Self.letters(earlier, fromEnd: 1)), "both may fit")
                precondition(
                    letters.isDisjoint(with: Self.letters(earlier, fromEnd: 2)), "one may fit behind the other")
                precondition(!Self.letters(earlier, fromEnd: 2).isEmpty && !letters.isEmpty || cut == cuts.last)
            }
        }
        let sets = cuts.map { WordSet.code(set($0)) }
        let mask = named("mask_of(\(sets.reduce(.none) { $0 | $1 }.code))", "cut", type: "mask64")
        last = named("choose(\(mask), second, last)", "last", type: "bytes64")
        counts = named("minus(\(counts), choose(\(mask), splat(1), none))", "counts", type: "bytes64")
    }

    /// The letters that a word may have so far from its end where tests hold.
    private static func letters(_ tests: [RuleTest], fromEnd distance: Int) -> [GuardedLetter] {
        RuleTest.flat(tests).flatMap { test in
            if case .letter(.word, -distance, let letters, false) = test { letters } else { [GuardedLetter]() }
        }
    }

    private func emit(_ test: RuleTest, _ ranges: CountRanges) -> WordSet {
        switch test {
        case .marked(.noun): return .code("stems->noun")
        case .count(.word, let counts): return count(counts, ranges)
        case .letter(.word, let index, let letters, false):
            precondition(index < 0 || front == nil, "out of order")
            let plane =
                switch index {
                case -1: last
                case -2: "second"
                default: "load(stems->letters[\(index)])"
                }
            precondition(index >= -2 && (index != -2 || last == "last"), "no plane: \(test)")
            let isOne = letters.map { WordSet.code("bits(equal(\(plane), \(Names.letter($0))))") }
            return (index >= 0 ? count(index + 1...99, ranges) : .every) & isOne.reduce(.none) { $0 | $1 }
        case .anywhere(.word, let letter, let first, let before):
            return (first..<CountRanges.longest - before).reduce(.none) { found, index in
                let letter = WordSet.code("bits(equal(load(stems->letters[\(index)]), \(Names.letter(letter))))")
                return found | letter & count(index + 1 + before...99, ranges)
            }
        case .equal(.word, let first, let second):
            let planes = [first, second].map { "load(stems->letters[\($0)])" }
            let isSame = WordSet.code("bits(equal(bit_xor(\(planes[0]), \(planes[1])), 0))")
            return isSame & count(max(first, second) + 1...99, ranges)
        case .every(let tests):
            var (known, set) = (ranges, WordSet.every)
            for test in RuleTest.flat(tests) {
                set &= emit(test, known)
                known = known.refined(by: test)
            }
            return set
        case .some(let tests): return tests.reduce(.none) { $0 | emit($1, ranges) }
        case .negated(let test): return ~emit(test, ranges)
        default: preconditionFailure("no test of a stem: \(test)")
        }
    }

    private func count(_ wanted: ClosedRange<Int>, _ ranges: CountRanges) -> WordSet {
        ranges.words(of: .word, with: wanted, plane: counts) { .code($0) }
    }
}
