/// The rules on one word, as they are stated: the slow, obvious reference.
///
/// It asks one test after the other of an array of letters. What generated code and packed words give must equal it.
struct RuleInterpreter {
    var proclitics = GuardedRules.proclitics
    var pronouns = GuardedRules.pronouns
    var verbs = GuardedRules.verbs
    var brokenPlurals = GuardedRules.brokenPlurals
    var endings = GuardedRules.endings
    var canonicalForm = GuardedRules.canonicalForm

    /// Has the tables that rules ask.
    let stemmer: GuardedStemmer

    init(_ stemmer: GuardedStemmer) { self.stemmer = stemmer }

    /// The stem of a word: a step is told to `watch` before it runs.
    func stem(_ word: ArrayWord, watch: (KeyPath<RuleInterpreter, RuleStep>, RuleReading) -> Void = { _, _ in })
        -> ArrayWord
    {
        var reading = RuleReading(word, stemmer)
        func run(_ step: KeyPath<RuleInterpreter, RuleStep>) -> RuleReading.Result {
            watch(step, reading)
            return reading.run(self[keyPath: step])
        }

        var result = run(\.proclitics)
        if case .open = result { result = run(\.pronouns) }
        while true {
            switch result {
            case .settled: return reading.word
            case .open: break
            case .base(let base):
                // A base is a noun or a verb, whatever stood before the word.
                reading = RuleReading(base, stemmer)
                reading.marks = [.isNominal]
                if stemmer.isUnchanged(base) { return base }
            case .stem(let stem, let isNoun):
                reading = RuleReading(stem, stemmer)
                reading.marks = isNoun ? [.noun] : []
                _ = run(\.canonicalForm)
                return reading.word
            }
            let hasPrefixOrShape = !reading.marks.contains(.onlyEnding)
            result = .open
            if hasPrefixOrShape, !reading.marks.contains(.noun) { result = run(\.verbs) }
            if hasPrefixOrShape, case .open = result, stemmer.undoesBrokenPlurals { result = run(\.brokenPlurals) }
            if case .open = result { result = run(\.endings) }
            // Each word has a stem behind the endings.
            if case .open = result { return reading.word }
        }
    }
}

/// A word while a step runs, and what is known of it.
struct RuleReading {
    /// How a word leaves a step.
    enum Result: Equatable {
        case open
        /// The word is its stem.
        case settled
        /// The rules go on with the base of an irregular form.
        case base(ArrayWord)
        /// A stem, but for its canonical form.
        case stem(ArrayWord, isNoun: Bool)
    }

    private(set) var word: ArrayWord
    var marks: Set<RuleMark> = []
    private var cuts: [RuleSlice.Name: RuleCut] = [:]
    private let stemmer: GuardedStemmer

    init(_ word: ArrayWord, _ stemmer: GuardedStemmer) { (self.word, self.stemmer) = (word, stemmer) }

    mutating func run(_ step: RuleStep) -> Result {
        defer { marks = marks.filter(\.outlivesStep) }
        for attempt in step.attempts {
            if let result = run(attempt) { return result }
        }
        return .open
    }

    /// How the word leaves the step, or nil where it only leaves the attempt.
    private mutating func run(_ attempt: RuleAttempt) -> Result? {
        for item in attempt.items {
            switch item {
            case .need(let tests):
                guard holds(tests) else { return nil }
            case .choose(let slice, let cuts):
                let cut = cuts.first { holds($0.test) }
                if let name = slice.name { self.cuts[name] = cut }
                if let mark = cut?.mark { marks.insert(mark) }
            case .mark(let mark, let tests):
                if holds(tests) { marks.insert(mark) }
            case .take(let slice, let mark):
                let taken = letters(slice)
                if taken.count < word.count { marks.insert(mark) }
                word = taken
                cuts = [:]
            case .replaceLast(let letter, let tests):
                if holds(tests) { word = word.dropLast().appending(letter) }
            case .dropFirst(let tests):
                if holds(tests) { word = word.dropFirst() }
            case .dropLast(let tests):
                if holds(tests) { word = word.dropLast() }
            case .replace(let letters, let other):
                for letter in letters { word = word.replacing(letter, by: other) }
            case .settle(let tests):
                if holds(tests) { return .settled }
            case .takeBase(let slice, let tests), .startAgain(let slice, let tests):
                if holds(tests), let base = base(of: slice) { return .base(base) }
            case .startAgainInList(let slice, let lists, let tests):
                if holds(tests), let base = stemmer.base(of: letters(slice), in: lists) { return .base(base) }
            case .stem(let nouns, let rows):
                guard let row = rows.first(where: { holds($0.test) }) else { return nil }
                return .stem(letters(row.stem), isNoun: holds(nouns))
            }
        }
        return nil
    }

    private func base(of slice: RuleSlice) -> ArrayWord? {
        // Another letter than the word's own says nothing of its spelling.
        slice.appended == nil
            ? stemmer.base(of: letters(slice)) : stemmer.base(ofFolded: letters(slice), spelled: word)
    }

    private func letters(_ slice: RuleSlice) -> ArrayWord {
        let chosen = slice.name.flatMap { cuts[$0] }
        var letters = word.dropLast(slice.cut + (chosen?.back ?? 0)).dropFirst(slice.skipped + (chosen?.front ?? 0))
        if let letter = slice.replaced ?? chosen?.replaced, letters.count > 0 {
            letters = letters.replacingFirst(by: letter)
        }
        return slice.appended.map(letters.appending) ?? letters
    }

    private func letters(_ stem: RuleRow.Stem) -> ArrayWord {
        switch stem {
        case .slice(let slice): letters(slice)
        case .pieces(let pieces):
            pieces.reduce(ArrayWord()) { stem, piece in
                switch piece {
                case .letter(let letter): stem.appending(letter)
                case .at(let slice, let index): stem.appending(letters(slice)[index])
                }
            }
        }
    }

    private func holds(_ tests: [RuleTest]) -> Bool { tests.allSatisfy(holds) }

    private func holds(_ test: RuleTest) -> Bool {
        switch test {
        case .letter(let slice, let at, let letters, let isWritten):
            let part = self.letters(slice)
            let index = at < 0 ? part.count + at : at
            guard index >= 0, index < part.count else { return false }
            return letters.contains(isWritten ? part.written(index) : part[index])
        case .anywhere(let slice, let letter, let first, let last):
            let part = letters(slice)
            return first < part.count - last && (first..<part.count - last).contains { part[$0] == letter }
        case .equal(let slice, let first, let second):
            let part = letters(slice)
            return part[first] == part[second]
        case .count(let slice, let counts): return counts.contains(letters(slice).count)
        case .listed(let slice, let lists): return stemmer.isListed(letters(slice), lists)
        case .guarded(let slice, let lists): return stemmer.isGuarded(letters(slice), lists)
        case .irregular(let slice): return base(of: slice) != nil
        case .marked(let mark): return marks.contains(mark)
        case .every(let tests): return holds(tests)
        case .some(let tests): return tests.contains(where: holds)
        case .negated(let test): return !holds(test)
        }
    }
}
