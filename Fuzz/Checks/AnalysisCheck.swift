import ArabicText

/// Invariants 5 and 6 of ARCHITECTURE.md, for one analyser: terms are words, in order, from where they say.
struct AnalysisCheck {
    private struct Term: Equatable {
        let bytes: [UInt8]
        let kind: TokenKind
        let position: Int
    }

    let text: [UInt8]
    let analyzer: ArabicAnalyzer

    func run() throws {
        var terms: [Term] = []
        var start = 0
        var position = -1
        var fault: String?
        analyzer.forEachTerm(in: text.span) { term, token in
            let bytes = term.indices.map { term[$0] }
            if token.range.lowerBound < start || token.range.upperBound > text.count || token.range.isEmpty {
                fault = "range \(token.range) after \(start)"
            }
            if token.position <= position { fault = "position \(token.position) after \(position)" }
            let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
            if bytes.isEmpty || scalars.contains(where: \.properties.isWhitespace) { fault = "term \(bytes)" }
            start = token.range.lowerBound
            position = token.position
            terms.append(Term(bytes: bytes, kind: token.kind, position: token.position))
        }
        if let fault { throw Fault(description: "analyze: \(fault)") }
        for term in terms { try same(repaired(term.bytes), term.bytes, "analyze: well-formed term") }
        let string = String(decoding: text, as: UTF8.self)
        let expected = analyzer.terms(in: string).map {
            Term(bytes: Array($0.text.utf8), kind: $0.kind, position: $0.position)
        }
        try require(terms == expected, "analyze: ill-formed bytes are not as U+FFFD")
    }
}
