import ArabicText

/// Writes C for a step: what an interpreter asks of one word, asked of 64 words side by side.
///
/// Tests become sets of words. In short: tests are ordered by cost; what is known of counts is not asked again; a test
/// that needs look-ups is made only for the words whose result still depends on it; a slice is looked up once, for all
/// words that any later test needs it for.
struct StepGenerator {
    var lines: [String] = []
    /// Tests without look-ups that have a name already, until a word changes.
    var atoms: [String: String] = [:]
    private var number = 0

    /// The words that are still in the attempt.
    var current: WordSet = .every
    /// What is known of the counts of all of these.
    var ranges = CountRanges()
    /// What of the attempt is still to come, with the item at hand: its look-ups are made with the first one.
    var coming: ArraySlice<RuleItem> = []

    var marks: [RuleMark: WordSet] = [:]
    /// What marked words are at most, before it is known which they are.
    var definitions: [RuleMark: RuleTest] = [:]

    // MARK: Look-ups
    /// The entries of slices that are looked up, and for which words.
    var entries: [RuleSlice: String] = [:]
    var wanted: [RuleSlice: WordSet] = [:]
    /// What more than one test asks of the lists, asked once.
    var answers: [RuleTest: WordSet] = [:]
    /// Words that changed since they were looked up.
    var stale: WordSet = .none

    // MARK: Chosen slices
    var chosen: [RuleSlice.Name: ChosenWords] = [:]
    /// The planes of their last letters.
    var lastPlanes: Set<RuleSlice.Name> = []

    mutating func put(_ line: String) { lines.append("  " + line) }

    mutating func fresh(_ stem: String) -> String {
        number += 1
        return "\(stem)\(number)"
    }

    /// Names what is more than a name.
    mutating func named(_ set: WordSet, _ stem: String) -> WordSet {
        guard case .code(let code) = set, code.contains(" ") else { return set }
        let name = fresh(stem)
        put("const uint64_t \(name) = \(code);")
        return .code(name)
    }

    mutating func atom(_ code: String) -> WordSet {
        if let name = atoms[code] { return .code(name) }
        let name = fresh("a")
        put("const uint64_t \(name) = \(code);")
        atoms[code] = name
        return .code(name)
    }
}

// MARK: - Tests without look-ups

extension StepGenerator {
    /// The plane of counts that a slice is counted by.
    static func counts(_ slice: RuleSlice) -> String {
        slice.name.map { "\(Names.snake($0.rawValue))_counts" } ?? "w->counts"
    }

    mutating func count(_ slice: RuleSlice, _ counts: ClosedRange<Int>, _ ranges: CountRanges) -> WordSet {
        ranges.words(of: slice, with: counts, plane: "load(\(Self.counts(slice)))") { atom($0) }
    }

    mutating func cheap(_ test: RuleTest, _ ranges: CountRanges) -> WordSet {
        switch test {
        case .marked(let mark):
            guard let set = marks[mark] else { preconditionFailure("not known yet: \(mark)") }
            return set
        case .count(let slice, let counts): return count(slice, counts, ranges)
        case .every(let tests):
            // In order, counts first: what one test tells of counts, the next ones need not ask. Never the other way
            // round, or two tests would each rely on the other one.
            var (known, set) = (ranges, WordSet.every)
            for test in RuleTest.flat(tests) {
                set &= cheap(test, known)
                known = known.refined(by: test)
            }
            return set
        case .some(let tests): return tests.reduce(.none) { $0 | cheap($1, ranges) }
        case .negated(let test): return ~cheap(test, ranges)
        case .letter(let slice, let index, let letters, let isWritten):
            let (plane, guardingCount) = plane(slice, index, isWritten, ranges)
            if guardingCount == .none { return .none }
            return guardingCount & oneOf(letters, "load(\(plane))")
        case .listed, .guarded, .irregular, .anywhere, .equal: preconditionFailure("no test of a word: \(test)")
        }
    }

    /// The plane that has a letter of a slice, and the words where that letter is of the slice. Outside a word there is
    /// 0.
    private mutating func plane(_ slice: RuleSlice, _ index: Int, _ isWritten: Bool, _ ranges: CountRanges)
        -> (String, WordSet)
    {
        let fromStart = isWritten ? "written" : "first"
        if index >= 0 {
            let isWhole = slice.cut == 0 && slice.name == nil
            return (
                "w->\(fromStart)[\(slice.skipped + index)]", isWhole ? .every : count(slice, index + 1...99, ranges)
            )
        }
        if let name = slice.name {
            precondition(index == -1 && slice.skipped == 0 && slice.cut == 0 && !isWritten, "no plane: \(slice)")
            return (lastPlane(name), .every)
        }
        let guardingCount = slice.skipped > 0 ? count(slice, -index...99, ranges) : .every
        let distance = slice.cut - index
        if distance <= (isWritten ? 3 : 4) {
            return ("w->\(isWritten ? "last_written" : "last")[\(distance)]", guardingCount)
        }
        let counts = ranges[.word]
        precondition(counts.count == 1, "no plane so far from the end: \(slice)")
        return ("w->\(fromStart)[\(counts.lowerBound - distance)]", guardingCount)
    }

    /// The last letters of a chosen slice.
    private mutating func lastPlane(_ name: RuleSlice.Name) -> String {
        let plane = "\(Names.snake(name.rawValue))_last"
        if lastPlanes.insert(name).inserted {
            let value = (chosen[name]?.byBackCount ?? [:]).sorted { $0.key < $1.key }
                .reduce("load(w->last[1])") { value, cut in
                    "choose(mask_of(\(cut.value.code)), load(w->last[\(cut.key + 1)]), \(value))"
                }
            put("uint8_t \(plane)[64];")
            put("store(\(plane), \(value));")
        }
        return plane
    }

    private mutating func oneOf(_ letters: [GuardedLetter], _ plane: String) -> WordSet {
        let equals = letters.map { "equal(\(plane), \(Names.letter($0)))" }
        if letters.count == 1 { return atom("bits(\(equals[0]))") }
        let known = equals.compactMap { atoms["bits(\($0))"] }
        if known.count == letters.count { return known.reduce(.none) { $0 | .code($1) } }
        return atom("bits(\(equals.dropFirst().reduce(equals[0]) { "either(\($0), \($1))" }))")
    }
}

// MARK: - All tests

extension StepGenerator {
    /// A set that is right for the words of `mask`, and says nothing of others.
    mutating func emit(_ test: RuleTest, _ mask: WordSet, _ ranges: CountRanges) -> WordSet {
        if mask == .none { return .none }
        if test.isCheap { return cheap(test, ranges) }
        switch test {
        case .every(let tests):
            let tests = RuleTest.flat(tests)
            let easy = RuleTest.every(tests.filter(\.isCheap))
            var known = ranges.refined(by: easy)
            var set = mask & cheap(easy, ranges)
            for test in Self.byCost(tests) {
                set = named(set, "m")
                set &= emit(test, set, known)
                known = known.refined(by: test)
            }
            return set
        case .some(let tests):
            let easy = RuleTest.some(tests.filter(\.isCheap))
            var set = cheap(easy, ranges)
            if set == .every { return .every }
            for test in Self.byCost(tests) {
                set = named(set, "m")
                let rest = named(mask & ~set, "m")
                set |= rest & emit(test, rest, ranges.refined(by: .negated(easy)))
            }
            return set
        case .negated(let test): return ~emit(test, mask, ranges)
        case .listed(let slice, let lists):
            if let answer = answers[test] { return answer }
            let found = foundEntries(of: slice, mask)
            if slice != .word, uses(of: test) > 1, let wanted = wanted[slice] {
                let answer = named(.code("in_lists(&\(found), \(wanted.code), \(Names.lists(lists)))"), "listed")
                answers[test] = answer
                return answer
            }
            return .code("in_lists(&\(found), \(mask.code), \(Names.lists(lists)))")
        case .guarded(let slice, let lists):
            if let answer = answers[test] { return answer }
            let (wanted, count) = demand(mask) { $0 == test }
            // It costs more than to ask the lists: what only some words that need it would ask is not asked of all.
            let asked = count == 1 ? mask : wanted
            let code = WordSet.code("guarded_by(w, \(asked.code), \(slice.skipped), \(Names.lists(lists)))")
            if count == 1 { return code }
            let answer = named(code, "guarded")
            answers[test] = answer
            return answer
        case .irregular(let slice):
            let found = foundEntries(of: slice, mask)
            return .code("\(Self.bases(of: slice, mask, found))")
        default: preconditionFailure("no test of a word: \(test)")
        }
    }

    private static func byCost(_ tests: [RuleTest]) -> [RuleTest] {
        tests.filter { !$0.isCheap }.sorted { $0.cost < $1.cost }
    }

    static func bases(of slice: RuleSlice, _ mask: WordSet, _ found: String) -> String {
        slice.appended == nil
            ? "with_bases(w, \(mask.code), \(slice.skipped), \(slice.cut), &\(found), bases)"
            : "with_spelled_bases(w, \(mask.code), &\(found), bases)"
    }
}
