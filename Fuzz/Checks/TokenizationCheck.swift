import ArabicText

/// Invariants 4, 5 and 6 of ARCHITECTURE.md, for one rule set.
struct TokenizationCheck {
    let text: [UInt8]
    let cuts: Cuts
    let rules: TokenizationRules

    func run() throws {
        let tokens = tokens(text)
        var end = 0
        var terms = 0
        for token in tokens {
            try require(
                token.range.lowerBound == end && !token.range.isEmpty, "\(rules.name): \(token.range) after \(end)")
            try require(token.position == terms, "\(rules.name): position \(token.position) of \(token.range)")
            end = token.range.upperBound
            if token.isTerm { terms += 1 }
        }
        try require(end == text.count, "\(rules.name): the last token ends at \(end)")
        try require(streamed() == tokens, "\(rules.name): stream")
        let good = repaired(text)
        let expected = self.tokens(good)
        try require(
            tokens.map(\.kind) == expected.map(\.kind), "\(rules.name): ill-formed bytes are not as U+FFFD")
        for (token, other) in zip(tokens, expected) {
            try same(repaired(Array(text[token.range])), Array(good[other.range]), "\(rules.name): source")
        }
        let string = String(decoding: good, as: UTF8.self)
        try require(ArabicTokenizer(rules).tokens(in: string) == expected, "\(rules.name): String")
        try require(Array(ArabicTokenizer(rules).tokenSequence(in: string)) == expected, "\(rules.name): sequence")
    }

    private func tokens(_ bytes: [UInt8]) -> [Token] {
        var tokens: [Token] = []
        ArabicTokenizer(rules).forEachToken(in: bytes.span) { tokens.append($0) }
        return tokens
    }

    private func streamed() -> [Token] {
        var tokens: [Token] = []
        var stream = TokenStream(rules)
        cuts.forEachChunk { range in stream.append(text.span.extracting(range)) { tokens.append($0) } }
        stream.finish { tokens.append($0) }
        return tokens
    }
}
