import Support
import Testing

@testable import ArabicText

/// Invariants 1, 4 and 5 for analysers of any settings: batches give what token by token gives, with every kernel, twice in a
/// row, and whatever texts the analyser has met before; so does a stream. An analyser gives one answer for one text, always.
@Suite(.switchesKernel) struct RandomAnalyzerTests {
    @Test func anyAnalyzerGivesOneAnswerForAText() {
        var run = RandomRun("analysers")
        var texts = HostileText(seed: run.generator.next())
        var failures = Failures()
        var (analyzers, cases, terms) = (0, 0, 0)
        repeat {
            let settings = AnalyzerSettings.random(&texts)
            let history = (0..<(4 + run.generator.number(below: 12))).map { _ in
                texts.text(for: settings, longest: run.generator.pick([20, 80, 400, 3_000]))
            }
            analyzers += 1
            cases += history.count
            guard Self.fault(settings, history, terms: &terms) != nil else { continue }
            var unused = 0
            let smallest = shrunk(settings, history) { Self.fault($0, $1, terms: &unused) != nil }
            let fault = Self.fault(smallest.settings, smallest.texts, terms: &unused) ?? "none any more"
            failures.add(
                """
                seed \(run.seed): \(smallest.settings.summary); texts \(smallest.texts.map { escaped($0) }), \
                bytes \(smallest.texts): \(fault)
                """)
        } while !run.isOver && failures.count < 5
        print("analysers: \(analyzers), texts \(cases), terms \(terms)")
        #expect(failures.isEmpty, "\(failures)")
        #expect(analyzers > 0 && cases > 0 && terms > 0)
    }

    /// What is wrong with what one analyser gives for texts one after the other, or nil.
    private static func fault(_ settings: AnalyzerSettings, _ texts: [[UInt8]], terms: inout Int) -> String? {
        guard let analyzer = try? ArabicAnalyzer(settings), let other = try? ArabicAnalyzer(settings) else {
            return "the settings cannot be compiled"
        }
        for (number, text) in texts.enumerated() {
            let expected = FoundTerm.byToken(text, other)
            terms += expected.count
            if let fault = FoundTerm.fault(expected, text, settings.rules) { return "text \(number): \(fault)" }
            for kernel in ProcessorKernel.available {
                _ = kernel.use()
                for time in 1...2 {
                    let found = FoundTerm.inBatches(text, analyzer)
                    if found != expected {
                        return "text \(number), \(kernel), time \(time): \(difference(found, expected))"
                    }
                }
            }
            // Each way of the pieces is the text's own, so that a smaller case can be looked for.
            var generator = SplitMix64(seed: UInt64(text.count))
            let found = FoundTerm.inPieces(text, analyzer, &generator)
            if found != expected { return "text \(number), in pieces: \(difference(found, expected))" }
            if let fault = faultOfVoidMarks(text, analyzer) { return "text \(number): \(fault)" }
        }
        // What another analyser gives that meets the last text first; not always, since most of the time goes into compiling.
        guard let last = texts.last, last.count % 4 == 0, let fresh = try? ArabicAnalyzer(settings) else { return nil }
        let (found, expected) = (FoundTerm.inBatches(last, fresh), FoundTerm.byToken(last, other))
        return found == expected ? nil : "fresh: \(difference(found, expected))"
    }

    /// Marks that are said to change nothing about a word: with AVX-512 words are remembered without them.
    private static func faultOfVoidMarks(_ text: [UInt8], _ analyzer: ArabicAnalyzer) -> String? {
        guard let marks = analyzer.compiled.kernel?.ignorableMarks, marks != 0 else { return nil }
        for token in tokens(text, analyzer.settings.rules) where token.isTerm {
            let word = Array(text[token.range])
            let scalars = String(decoding: word, as: UTF8.self).unicodeScalars.map(\.value)
            let bare = scalars.filter { !(0x640..<0x680 ~= $0 && marks >> UInt64($0 - 0x640) & 1 == 1) }
            if bare.count == scalars.count { continue }
            let (whole, left) = (terms(of: word, analyzer), terms(of: utf8(bare), analyzer))
            if whole != left { return "\(escaped(word)) without void marks gives \(left), not \(whole)" }
        }
        return nil
    }

    /// The terms of a word, each with its position, and the next position.
    private static func terms(of word: [UInt8], _ analyzer: ArabicAnalyzer) -> [String] {
        var first = WordBuffer(analyzer.compiled.before)
        var second = WordBuffer(analyzer.compiled.after)
        var stem: [UInt8] = []
        var terms: [String] = []
        var end = 0
        analyzer.compiled.analyze(word.span, &first, &second, &stem, position: &end) { term, position in
            terms.append("\(position) \(escaped(term.indices.map { term[$0] }))")
        }
        return terms + ["\(end)"]
    }

    private static func difference(_ found: [FoundTerm], _ expected: [FoundTerm]) -> String {
        let index = zip(found, expected).enumerated().first { $0.element.0 != $0.element.1 }?.offset
        let place = index ?? min(found.count, expected.count)
        func described(_ terms: [FoundTerm]) -> String { place < terms.count ? "\(terms[place])" : "nothing" }
        return "term \(place) is \(described(found)), not \(described(expected))"
    }
}

/// A term that an analyser gives, and its token.
private struct FoundTerm: Equatable, CustomStringConvertible {
    let term: [UInt8]
    let token: Token

    init(_ term: Span<UInt8>, _ token: Token) {
        self.term = term.indices.map { term[$0] }
        self.token = token
    }

    var description: String { "\(escaped(term)) at \(token.range), \(token.kind), position \(token.position)" }

    static func byToken(_ text: [UInt8], _ analyzer: ArabicAnalyzer) -> [FoundTerm] {
        var terms: [FoundTerm] = []
        analyzer.forEachTermByToken(in: text.span) { terms.append(FoundTerm($0, $1)) }
        return terms
    }

    static func inBatches(_ text: [UInt8], _ analyzer: ArabicAnalyzer) -> [FoundTerm] {
        var terms: [FoundTerm] = []
        analyzer.forEachBatch(in: text.span) { batch in
            for index in 0..<batch.count {
                terms.append(FoundTerm(batch.bytes.span.extracting(batch.term(at: index)), batch.token(at: index)))
            }
        }
        return terms
    }

    /// By a stream, in pieces of random lengths. A term whose source is not the bytes of its token is left out.
    static func inPieces(
        _ text: [UInt8], _ analyzer: ArabicAnalyzer, _ generator: inout SplitMix64
    ) -> [FoundTerm] {
        var terms: [FoundTerm] = []
        let take: (Span<UInt8>, Span<UInt8>, Token) -> Void = { term, source, token in
            if source.indices.map({ source[$0] }) == Array(text[token.range]) { terms.append(FoundTerm(term, token)) }
        }
        var stream = TermStream(analyzer)
        let most = generator.pick([1, 2, 3, 7, 20, 70, 300])
        var start = 0
        while start < text.count {
            let end = min(text.count, start + generator.number(below: most + 1))
            stream.append(text.span.extracting(start..<end), take)
            start = end
        }
        stream.finish(take)
        return terms
    }

    /// What is wrong with terms that should be well-formed, not empty and without white space, of tokens of the text and in
    /// their order, and each at a position of its own; nil where nothing is.
    static func fault(_ terms: [FoundTerm], _ text: [UInt8], _ rules: TokenizationRules) -> String? {
        var rest = tokens(text, rules).filter(\.isTerm)[...]
        var last = -1
        for found in terms {
            let scalars = String(decoding: found.term, as: UTF8.self).unicodeScalars
            if found.term.isEmpty || scalars.contains(where: \.properties.isWhitespace) { return "the term \(found)" }
            if !found.term.elementsEqual(String(decoding: found.term, as: UTF8.self).utf8) {
                return "ill-formed: \(found)"
            }
            if found.token.position <= last { return "the position of \(found)" }
            last = found.token.position
            while let token = rest.first, token.range.lowerBound < found.token.range.lowerBound { rest.removeFirst() }
            guard let token = rest.first, token.range == found.token.range, token.kind == found.token.kind else {
                return "no token is \(found.token)"
            }
        }
        return nil
    }
}
