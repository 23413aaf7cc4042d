import ArabicText

/// What normalisation and analysis make of one text.
struct Explanation {
    /// A step that changed something.
    struct Step {
        let name: String
        let before: String
        let after: String
        let changes: [ScalarChange]
    }

    /// A token that is no white space.
    struct Word {
        /// Where it stands in the text: UTF-8 byte offsets.
        let range: Range<Int>
        let kind: TokenKind
        let source: String
        /// The words that the profiles make of it: more than one, where a ligature expands, or none.
        let normalized: [String]
        /// How many of these are stop words.
        let stopWords: Int
        /// The terms that an index keeps.
        let terms: [String]
    }

    /// From 1, where the text is one line of many.
    let line: Int?
    let trace: NormalizationTrace
    let steps: [Step]
    let words: [Word]
}

/// Makes explanations, for one profile.
struct Explainer {
    let profile: String
    /// The analyser of that name; where there is none, the words are cut by the rules `unicode` and normalised.
    let analyzer: AnalyzerSettings?
    private let normalizer: ArabicNormalizer
    private let rules: TokenizationRules
    /// The analyser without stop words and stemmer, without stemmer, and whole: what they differ in is what the stop
    /// words and the stemmer do.
    private let stages: [ArabicAnalyzer]

    init(profile name: String, _ profile: NormalizationProfile) throws(ICUError) {
        self.profile = name
        normalizer = try ArabicNormalizer(profile)
        analyzer = AnalyzerSettings(named: name)
        let whole = analyzer ?? AnalyzerSettings(rules: .unicode, profileBeforeStopWords: profile)
        rules = whole.rules
        var unstemmed = whole
        unstemmed.stemmer = .none
        var normalized = unstemmed
        normalized.stopWords = .none
        stages = [try ArabicAnalyzer(normalized), try ArabicAnalyzer(unstemmed), try ArabicAnalyzer(whole)]
    }

    func explain(_ text: String, line: Int? = nil) -> Explanation {
        let trace = normalizer.trace(text)
        let steps = trace.steps.map {
            Explanation.Step(
                name: $0.name, before: $0.before, after: $0.after,
                changes: ScalarChange.list(from: $0.before, to: $0.after))
        }
        return Explanation(line: line, trace: trace, steps: steps, words: words(text))
    }

    private func words(_ text: String) -> [Explanation.Word] {
        let terms = stages.map { analyzer in
            Dictionary(grouping: analyzer.terms(in: text), by: \.range.lowerBound).mapValues { $0.map(\.text) }
        }
        let bytes = Array(text.utf8)
        return ArabicTokenizer(rules).tokens(in: text).filter { $0.kind != .space }.map { token in
            let results = terms.map { $0[token.range.lowerBound] ?? [] }
            return Explanation.Word(
                range: token.range, kind: token.kind, source: String(decoding: bytes[token.range], as: UTF8.self),
                normalized: results[0], stopWords: results[0].count - results[1].count, terms: results[2])
        }
    }
}
