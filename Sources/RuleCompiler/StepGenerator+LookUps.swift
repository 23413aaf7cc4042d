import ArabicText

extension RuleSlice {
    /// Does a test need what the lists have of this slice?
    func isAsked(by test: RuleTest) -> Bool {
        if case .listed(self, _) = test { true } else { test == .irregular(self) }
    }
}

extension StepGenerator {
    /// What the lists have of a slice: looked up once, for all words that any test to come needs it for.
    mutating func foundEntries(of slice: RuleSlice, _ mask: WordSet) -> String {
        if slice == .word {
            lookUpStaleWords()
            return "w->entries"
        }
        if let name = entries[slice] { return name }
        let name = fresh("found")
        entries[slice] = name
        let words = demand(mask, slice.isAsked).words
        wanted[slice] = words
        put("list_entries \(name);")
        if let letter = slice.replaced {
            put("look_up_replaced(w, \(words.code), \(slice.skipped), \(Names.letter(letter)), &\(name));")
        } else {
            let appended = slice.appended.map(Names.letter) ?? "0"
            // The counts of chosen slices are without the letters in front.
            let lost = slice.name == nil ? slice.skipped + slice.cut : slice.cut
            put(
                "look_up_lists(w, \(words.code), \(slice.skipped), \(Self.counts(slice)), \(lost), \(appended), "
                    + "&\(name));")
        }
        return name
    }

    mutating func lookUpStaleWords() {
        if stale == .none { return }
        stale = named(stale & current, "stale")
        let name = fresh("found")
        put("list_entries \(name);")
        put("look_up_lists(w, \(stale.code), 0, w->counts, 0, 0, &\(name));")
        put("take_entries(&w->entries, \(stale.code), &\(name));")
        stale = .none
    }

    /// How often the tests to come ask the same.
    func uses(of question: RuleTest) -> Int {
        func count(_ test: RuleTest) -> Int {
            switch test {
            case question: 1
            case .every(let tests), .some(let tests): tests.map(count).reduce(0, +)
            case .negated(let test): count(test)
            default: 0
            }
        }
        return coming.flatMap(\.conditions).joined().map(count).reduce(0, +)
    }

    /// The words for which any test to come asks what `asks` tells, and how many of these tests there are.
    mutating func demand(_ mask: WordSet, _ asks: (RuleTest) -> Bool) -> (words: WordSet, count: Int) {
        // What is marked later is not known yet.
        let known = Set(marks.keys)
        var path: [RuleTest] = []
        var bounds: [RuleTest] = []
        var (isChanged, count) = (false, 0)
        for index in coming.indices {
            var demands: [RuleTest] = []
            collect(coming[index], asks, &path, &demands)
            if case .take(_, let mark) = coming[index], !staysTrue(asks, without: mark, coming[(index + 1)...]) {
                break
            }
            count += demands.count
            for demand in demands {
                let bound = demand.bound(upper: true, knowing: known, definitions)
                // Behind a change of words all is asked anew: there only what is known anyway narrows the demand.
                let known = isChanged ? weakened(bound, upper: true) : bound
                if !bounds.contains(known) { bounds.append(known) }
            }
            switch coming[index] {
            case .take, .replaceLast: isChanged = true
            default: break
            }
        }
        if count <= 1 { return (mask, count) }
        var words = WordSet.none
        for bound in bounds { words |= cheap(bound, ranges) }
        return (named(current & words, "wanted"), count)
    }

    /// What was looked up stays true behind a change of words if all that is still to be asked is asked of the others.
    func staysTrue(_ asks: (RuleTest) -> Bool, without changed: RuleMark, _ items: ArraySlice<RuleItem>) -> Bool {
        var (path, demands): ([RuleTest], [RuleTest]) = ([], [])
        for item in items { collect(item, asks, &path, &demands) }
        return demands.allSatisfy { $0.implies(.negated(.marked(changed)), definitions) }
    }

    /// A test that holds at least where a cheap one does (upper), or at most, of what needs no new code.
    private func weakened(_ test: RuleTest, upper: Bool) -> RuleTest {
        switch test {
        case .every(let tests): return .every(tests.map { weakened($0, upper: upper) })
        case .some(let tests): return .some(tests.map { weakened($0, upper: upper) })
        case .negated(let test): return .negated(weakened(test, upper: !upper))
        case .letter(let slice, let index, let letters, true) where upper:
            return weakened(.letter(slice, at: index, of: letters, written: false), upper: true)
        default:
            var tried = self
            _ = tried.cheap(test, ranges)
            return tried.lines.count == lines.count ? test : upper ? .always : .never
        }
    }

    /// What is asked by an item, each time with all that must hold for it to be asked.
    private func collect(
        _ item: RuleItem, _ asks: (RuleTest) -> Bool, _ path: inout [RuleTest], _ demands: inout [RuleTest]
    ) {
        for tests in item.conditions { collect(.every(tests), asks, path, &demands) }
        switch item {
        case .need(let tests): path += tests
        case .choose(let slice, let cuts):
            // What a word becomes is looked up too.
            for cut in cuts where cut.replaced == nil && !isSettledAtOnce(cut) {
                let rest = slice.dropFirst(cut.front).dropLast(cut.back).unnamed
                if rest != .word, asks(.irregular(rest)) { demands.append(.every(path + [cut.test])) }
            }
        default: break
        }
    }

    private func collect(
        _ test: RuleTest, _ asks: (RuleTest) -> Bool, _ path: [RuleTest], _ demands: inout [RuleTest]
    ) {
        switch test {
        case .every(let tests):
            let tests = RuleTest.flat(tests)
            let inner = path + tests.filter(\.isCheap)
            for test in tests where !test.isCheap { collect(test, asks, inner, &demands) }
        case .some(let tests):
            let inner = path + tests.filter(\.isCheap).map { .negated($0) }
            for test in tests where !test.isCheap { collect(test, asks, inner, &demands) }
        case .negated(let test): collect(test, asks, path, &demands)
        case .listed(let slice, let lists) where asks(test):
            // Words of another length are in none of the lists.
            let lengths = GuardedLexicon.lengths(of: lists)
            demands.append(.every(path + (lengths.count == 1 ? [.count(slice, lengths)] : [])))
        case .irregular, .guarded: if asks(test) { demands.append(.every(path)) }
        default: break
        }
    }

    /// Whether the words of a cut are done when they have lost their letters: then nothing is to be known of what is
    /// left.
    func isSettledAtOnce(_ cut: RuleCut) -> Bool {
        coming.contains { item in
            if case .settle(let tests) = item, let mark = cut.mark { tests == [.marked(mark)] } else { false }
        }
    }
}
