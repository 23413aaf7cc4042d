import Support
import Testing

@testable import ArabicText

/// Invariants 1, 4, 5 and 6 for what cuts a text: each fast way beside the slow one, on random texts with ill-formed bytes.
@Suite(.switchesKernel) struct RandomTokenTests {
    @Test func everyWayToCutATextAgrees() {
        var run = RandomRun("tokens")
        var texts = HostileText(seed: run.generator.next())
        var failures = Failures()
        var counts = Counts()
        repeat {
            var text = texts.next(longest: run.generator.pick([20, 80, 400, 2_100, 5_000]))
            if run.generator.once(in: 4) { texts.spoil(&text) }
            // A kernel reads 64 bytes, and 2 KB, at once.
            if run.generator.once(in: 4) {
                let count = run.generator.pick([64, 512, 2_048]) - 1 - run.generator.number(below: 6)
                text = [UInt8](repeating: 0x20, count: count) + text
            }
            let choices = run.generator.next()
            guard Self.firstFault(text, choices, &counts) != nil else { continue }
            var unused = Counts()
            let smallest = shrunk(text) { Self.firstFault($0, choices, &unused) != nil }
            let fault = Self.firstFault(smallest, choices, &unused) ?? "none any more"
            failures.add("seed \(run.seed): \(escaped(smallest)), bytes \(smallest): \(fault)")
        } while !run.isOver && failures.count < 5
        print("texts: \(counts)")
        #expect(failures.isEmpty, "\(failures)")
        #expect(counts.texts > 0)
        // A short run may draw not all of the others.
        #expect(counts.texts < 100 || counts.isOfEach)
    }

    /// How many of each were looked at.
    private struct Counts {
        var texts = 0
        var stemmed = 0
        var sentences = 0
        var pieces = 0
        var transliterated = 0

        var isOfEach: Bool { stemmed > 0 && sentences > 0 && pieces > 0 && transliterated > 0 }
    }

    /// What is wrong with one way to cut a text, or nil. What is chosen at random follows from a number.
    private static func firstFault(_ text: [UInt8], _ choices: UInt64, _ counts: inout Counts) -> String? {
        var generator = SplitMix64(seed: choices)
        counts.texts += 1
        let rules = generator.pick(TokenizationRules.all)
        let longest = generator.pick([1, 2, 5, 64, 700])
        let (expected, tokenFault) = tokensByStream(text, rules, longest)
        if let tokenFault { return tokenFault }
        switch generator.number(below: 4) {
        case 0: return stemFault(text, &generator, &counts)
        case 1: return sentenceFault(text, longest, &generator, &counts)
        case 2: return cliticFault(text, expected, &generator, &counts)
        default: return transliterationFault(text, &generator, &counts)
        }
    }

    /// The tokens that a stream gives in pieces, which go through the scanner, and what is wrong with them or with those that
    /// the kernels give.
    private static func tokensByStream(
        _ text: [UInt8], _ rules: TokenizationRules, _ longest: Int
    ) -> ([Token], String?) {
        var stream = TokenStream(rules)
        var expected: [Token] = []
        forEachPiece(of: text, longest) { piece in stream.append(piece) { expected.append($0) } }
        stream.finish { expected.append($0) }
        if let wrong = fault(expected, count: text.count) { return (expected, "\(rules.name) in pieces: \(wrong)") }
        for kernel in ProcessorKernel.available {
            _ = kernel.use()
            let found = tokens(text, rules)
            if found != expected {
                let first = zip(found, expected).first { $0.0 != $0.1 }
                return (expected, "\(rules.name) \(kernel): \(first.map { "\($0.0), not \($0.1)" } ?? "the end")")
            }
        }
        return (expected, nil)
    }

    private static func stemFault(
        _ text: [UInt8], _ generator: inout SplitMix64, _ counts: inout Counts
    ) -> String? {
        let stemmer = generator.pick(ArabicStemmer.all)
        var expected: [UInt8] = []
        var word: [UInt8] = []
        var offset = 0
        while offset < text.count {
            let element = UTF8Element.decode(text.span, at: offset)
            let bytes = text[offset..<offset + element.length]
            var isSpace = false
            if case .scalar(let scalar, _) = element { isSpace = scalarOf(scalar).properties.isWhitespace }
            if isSpace {
                if !word.isEmpty { stemmer.stemByReference(word.span, into: &expected) }
                word = []
                expected += bytes
            } else {
                word += bytes
            }
            offset += element.length
        }
        if !word.isEmpty { stemmer.stemByReference(word.span, into: &expected) }
        for kernel in ProcessorKernel.available {
            _ = kernel.use()
            var found: [UInt8] = []
            stemmer.stemWords(in: text.span, into: &found)
            if found != expected {
                return "\(stemmer.name) \(kernel): \(escaped(found)), not \(escaped(expected))"
            }
        }
        counts.stemmed += 1
        return nil
    }

    /// Between sentences is only white space.
    private static func sentenceFault(
        _ text: [UInt8], _ longest: Int, _ generator: inout SplitMix64, _ counts: inout Counts
    ) -> String? {
        let options = SentenceOptions(rawValue: generator.number(below: 4))
        var whole: [Range<Int>] = []
        ArabicSentenceSplitter(options).forEachSentence(in: text.span) { whole.append($0.range) }
        var stream = SentenceStream(options)
        var streamed: [Range<Int>] = []
        forEachPiece(of: text, longest) { piece in stream.append(piece) { streamed.append($0.range) } }
        stream.finish { streamed.append($0.range) }
        if whole != streamed { return "sentences \(options.rawValue): \(streamed) in pieces, \(whole) as a whole" }
        var end = 0
        for range in whole + [text.count..<text.count] {
            if range.lowerBound < end || range.isEmpty && range.lowerBound < text.count {
                return "the sentence \(range)"
            }
            let between = String(decoding: text[end..<range.lowerBound], as: UTF8.self).unicodeScalars
            if !between.allSatisfy(\.properties.isWhitespace) { return "no sentence has \(escaped(String(between)))" }
            end = range.upperBound
        }
        counts.sentences += whole.count
        return nil
    }

    private static func cliticFault(
        _ text: [UInt8], _ tokens: [Token], _ generator: inout SplitMix64, _ counts: inout Counts
    ) -> String? {
        let splitter = ArabicCliticSplitter(generator.pick(CliticScheme.allCases))
        for token in tokens where token.isTerm {
            let word = Array(text[token.range])
            var end = 0
            var isWrong = false
            splitter.forEachPiece(of: word.span) { piece in
                let isInside = piece.range.upperBound < word.count && word[piece.range.upperBound] & 0xC0 == 0x80
                if piece.range.lowerBound != end || piece.range.isEmpty || isInside { isWrong = true }
                end = piece.range.upperBound
                counts.pieces += 1
            }
            if isWrong || end != word.count { return "pieces of \(escaped(word)) by \(splitter.scheme)" }
        }
        return nil
    }

    private static func transliterationFault(
        _ text: [UInt8], _ generator: inout SplitMix64, _ counts: inout Counts
    ) -> String? {
        let scheme = generator.pick(Transliteration.all)
        var roman: [UInt8] = []
        var arabic: [UInt8] = []
        scheme.romanize(text.span, escapingLatin: true, into: &roman)
        scheme.arabize(roman.span, escapingLatin: true, into: &arabic)
        counts.transliterated += 1
        return arabic == text ? nil : "\(scheme.name): \(escaped(roman)) gives \(escaped(arabic))"
    }

    /// Calls a function with pieces of random lengths, some of which are empty: always the same ones of a text.
    private static func forEachPiece(of text: [UInt8], _ longest: Int, _ body: (Span<UInt8>) -> Void) {
        var generator = SplitMix64(seed: UInt64(text.count))
        var start = 0
        while start < text.count {
            let end = min(text.count, start + generator.number(below: longest + 1))
            body(text.span.extracting(start..<end))
            start = end
        }
    }
}
