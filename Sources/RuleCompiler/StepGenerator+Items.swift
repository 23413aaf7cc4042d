import ArabicText

/// The words of each cut of a chosen slice.
struct ChosenWords {
    var cuts: [(cut: RuleCut, words: WordSet)] = []

    /// The words that lose letters behind, by how many.
    var byBackCount: [Int: WordSet] { byCount { $0.back } }

    private func byCount(_ count: (RuleCut) -> Int) -> [Int: WordSet] {
        var result: [Int: WordSet] = [:]
        for (cut, words) in cuts where count(cut) > 0 { result[count(cut), default: .none] |= words }
        return result
    }

    /// The words that lose one letter, and those that lose two; three are both.
    func letterCounts(_ count: (RuleCut) -> Int) -> (one: WordSet, two: WordSet) {
        var result = (one: WordSet.none, two: WordSet.none)
        for (cut, words) in cuts {
            precondition(count(cut) < 4, "more than three letters are cut")
            if count(cut) & 1 != 0 { result.one |= words }
            if count(cut) & 2 != 0 { result.two |= words }
        }
        return result
    }
}

extension StepGenerator {
    /// Emits an attempt for words of a set; gives those that it made stems of.
    mutating func emit(_ attempt: RuleAttempt, _ set: WordSet) -> WordSet {
        current = set
        (entries, wanted, answers) = ([:], [:], [:])
        ranges = CountRanges()
        define(attempt)
        var taken = WordSet.none
        for index in attempt.items.indices {
            coming = attempt.items[index...]
            if case .stem(let nouns, let rows) = attempt.items[index] {
                taken |= emit(stem: rows, nouns)
            } else {
                emit(attempt.items[index])
            }
        }
        return taken
    }

    private mutating func define(_ attempt: RuleAttempt) {
        for item in attempt.items {
            switch item {
            case .choose(_, let cuts):
                for cut in cuts {
                    guard let mark = cut.mark else { continue }
                    definitions[mark] = definitions[mark].map { .some([$0, cut.test]) } ?? cut.test
                }
            case .mark(let mark, let tests) where marks[mark] == nil: definitions[mark] = .every(tests)
            default: break
            }
        }
    }

    private mutating func emit(_ tests: [RuleTest], _ stem: String) -> WordSet {
        named(current & emit(.every(tests), current, ranges), stem)
    }

    private mutating func emit(_ item: RuleItem) {
        switch item {
        case .need(let tests): need(tests)
        case .choose(let slice, let cuts): choose(slice, cuts)
        case .mark(let mark, let tests): setMark(mark, emit(tests, Names.mark(mark)))
        case .take(let slice, let mark): take(slice, calling: mark)
        case .replaceLast(let letter, let tests):
            let set = emit(tests, "set")
            put("put_last(w, \(set.code), \(Names.letter(letter)));")
            atoms = [:]
            stale = named(stale | set, "stale")
        case .settle(let tests):
            let set = emit(tests, "settled")
            put("w->done |= \(set.code);")
            current = named(current & ~set, "set")
        case .takeBase(let slice, let tests):
            let set = emit(tests, "set")
            let found = foundEntries(of: slice, set)
            let based = named(.code(Self.bases(of: slice, set, found)), "based")
            put("put_bases(w, \(based.code), bases);")
            current = named(current & ~based, "set")
        case .startAgain(let slice, let tests):
            let set = emit(tests, "set")
            let found = foundEntries(of: slice, set)
            put("w->unknown |= \(Self.bases(of: slice, set, found));")
        case .startAgainInList(let slice, let lists, let tests):
            put("w->unknown |= \(emit(tests + [slice.listed(lists)], "again").code);")
        case .stem, .dropFirst, .dropLast, .replace: preconditionFailure("no item of a word: \(item)")
        }
    }

    private mutating func need(_ tests: [RuleTest]) {
        // What is cheap first: it is then known of what comes.
        let easy = RuleTest.every(tests.filter(\.isCheap))
        current &= cheap(easy, ranges)
        ranges = ranges.refined(by: easy)
        current = named(current, "set")
        for test in tests where !test.isCheap {
            current = named(current & emit(test, current, ranges), "set")
        }
    }

    private mutating func setMark(_ mark: RuleMark, _ set: WordSet) {
        if mark.outlivesStep {
            let words = marks[mark] ?? .none
            put("w->\(Names.mark(mark)) |= \(set.code);")
            marks[mark] = named(words | set, Names.mark(mark))
        } else {
            marks[mark] = set
        }
    }

    private mutating func choose(_ slice: RuleSlice, _ cuts: [RuleCut]) {
        guard let name = slice.name else { preconditionFailure("a slice without a name") }
        var left = current
        var words = ChosenWords()
        var marked: [RuleMark: WordSet] = [:]
        for cut in cuts {
            let found = named(left & emit(cut.test, left, ranges), "cut")
            left = named(left & ~found, "left")
            words.cuts.append((cut, found))
            if let mark = cut.mark { marked[mark, default: .none] |= found }
        }
        for (mark, set) in marked.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            setMark(mark, named(set, Names.mark(mark)))
        }
        chosen[name] = words
        let isTaken = coming.contains { item in
            if case .take(slice, _) = item { true } else { false }
        }
        if isTaken { return }
        let (one, two) = words.letterCounts { $0.back }
        let counts = Self.counts(slice)
        let whole = slice.skipped == 0 ? "load(w->counts)" : "minus(load(w->counts), splat(\(slice.skipped)))"
        put("uint8_t \(counts)[64];")
        put("store(\(counts), minus(\(whole), counts_of((letter_counts){\(one.code), \(two.code)})));")
    }

    private mutating func take(_ slice: RuleSlice, calling mark: RuleMark) {
        guard let words = slice.name.flatMap({ chosen[$0] }) else { preconditionFailure("no choice: \(slice)") }
        let items = coming.dropFirst()
        let (back, front) = (words.letterCounts { $0.back }, words.letterCounts { $0.front })
        let one = named(current & back.one, "one")
        let two = named(current & back.two, "two")
        let frontOne = named(current & front.one, "one")
        let frontTwo = named(current & front.two, "two")
        let changed = named(one | two | frontOne | frontTwo, "changed")
        put(
            "take_letters_off(w, (letter_counts){\(frontOne.code), \(frontTwo.code)}, "
                + "(letter_counts){\(one.code), \(two.code)});")
        setMark(mark, changed)
        var anew = stale
        var copies: [String: WordSet] = [:]
        for (cut, words) in words.cuts {
            if let letter = cut.replaced { put("put_first(w, \((current & words).code), \(Names.letter(letter)));") }
            if cut.front + cut.back == 0 && cut.replaced == nil || isSettledAtOnce(cut) { continue }
            let rest = slice.dropFirst(cut.front).dropLast(cut.back).unnamed
            if cut.replaced == nil, let found = entries[rest] {
                copies[found, default: .none] |= words
            } else {
                anew |= words
            }
        }
        for (found, words) in copies.sorted(by: { $0.key < $1.key }) {
            put("take_entries(&w->entries, \((current & words).code), &\(found));")
        }
        atoms = [:]
        ranges = CountRanges()
        stale = named(anew, "stale")
        // What was looked up is right for the other words: then no rule may ask it of those that changed.
        for test in answers.keys where !staysTrue({ $0 == test }, without: mark, items) { answers[test] = nil }
        for slice in entries.keys where !staysTrue(slice.isAsked, without: mark, items) {
            entries[slice] = nil
            for test in answers.keys where slice.isAsked(by: test) { answers[test] = nil }
        }
    }
}

// MARK: - Stems

extension StepGenerator {
    /// The first row that fits gives the stem. The last one is written for all words, and the others over it, one store
    /// for a place.
    private mutating func emit(stem rows: [RuleRow], _ nouns: RuleTest) -> WordSet {
        var (left, all) = (current, WordSet.none)
        var found: [(row: RuleRow, words: WordSet)] = []
        for row in rows {
            let words = row.test == .always ? left : named(left & emit(row.test, left, ranges), "stem")
            found.append((row, words))
            all = row.test == .always ? current : all | words
            left = named(left & ~words, "left")
        }
        all = named(all, "all")
        let nounSet = nouns == .never ? .none : named(all & cheap(nouns, ranges), "nouns")
        if nounSet != .none { put("stems->noun |= \(nounSet.code);") }
        guard let last = found.popLast()?.row else { return all }
        let mask = fresh("is_stem")
        put("const mask64 \(mask) = mask_of(\(all.code));")
        for place in 0..<CountRanges.longest { emit(place, of: last, found, mask) }
        emitCounts(of: last, found, mask)
        current = left
        return all
    }

    private mutating func emit(
        _ place: Int, of last: RuleRow, _ others: [(row: RuleRow, words: WordSet)], _ mask: String
    ) {
        guard let letter = Self.letter(of: last.stem, place) else { return }
        let old = "load(stems->letters[\(place)])"
        var value = letter == old ? old : "choose(\(mask), \(letter), \(old))"
        var over: [(letter: String, words: WordSet)] = []
        for (row, words) in others {
            if case .slice(let slice) = row.stem, let appended = slice.appended {
                precondition(last.stem == .slice(slice.withoutAppended), "not a letter behind the other stems")
                let isBehind = "equal(load(\(Self.counts(slice))), \(place))"
                value = "choose(both(mask_of(\(words.code)), \(isBehind)), splat(\(Names.letter(appended))), \(value))"
                continue
            }
            guard let other = Self.letter(of: row.stem, place), other != letter else { continue }
            if let index = over.firstIndex(where: { $0.letter == other }) {
                over[index].words |= words
            } else {
                over.append((other, words))
            }
        }
        for (letter, words) in over { value = "choose(mask_of(\(words.code)), \(letter), \(value))" }
        if value != old { put("store(stems->letters[\(place)], \(value));") }
    }

    private mutating func emitCounts(
        of last: RuleRow, _ others: [(row: RuleRow, words: WordSet)], _ mask: String
    ) {
        var value = "choose(\(mask), \(Self.count(of: last.stem)), load(stems->counts))"
        var over: [(count: String, words: WordSet)] = []
        for (row, words) in others where Self.count(of: row.stem) != Self.count(of: last.stem) {
            if case .pieces(let pieces) = row.stem, case .slice(let slice) = last.stem,
                ranges.refined(by: row.test)[slice] == pieces.count...pieces.count
            {
                continue
            }
            let count = Self.count(of: row.stem)
            if let index = over.firstIndex(where: { $0.count == count }) {
                over[index].words |= words
            } else {
                over.append((count, words))
            }
        }
        for (count, words) in over { value = "choose(mask_of(\(words.code)), \(count), \(value))" }
        put("store(stems->counts, \(value));")
    }

    /// The letter of a stem at a place; nil behind its end. Stems are the folded words before they are written.
    private static func letter(of stem: RuleRow.Stem, _ place: Int) -> String? {
        switch stem {
        case .slice(let slice):
            if slice.skipped == 0 { return "load(stems->letters[\(place)])" }
            return slice.skipped + place < CountRanges.longest
                ? "load(w->first[\(slice.skipped + place)])" : "splat(0)"
        case .pieces(let pieces):
            guard place < pieces.count else { return nil }
            switch pieces[place] {
            case .letter(let letter): return "splat(\(Names.letter(letter)))"
            case .at(let slice, let index): return "load(w->first[\(slice.skipped + index)])"
            }
        }
    }

    private static func count(of stem: RuleRow.Stem) -> String {
        switch stem {
        case .slice(let slice):
            // Adds one for the letter behind it.
            slice.appended == nil
                ? "load(\(counts(slice)))" : "minus(load(\(counts(slice))), splat(0xFF))"
        case .pieces(let pieces): "splat(\(pieces.count))"
        }
    }
}

extension RuleSlice {
    /// The slice without another letter behind it.
    fileprivate var withoutAppended: RuleSlice {
        let slice = name.map { RuleSlice.chosen($0, skipped: skipped) } ?? RuleSlice.word.dropFirst(skipped)
        return slice.dropLast(cut)
    }
}
