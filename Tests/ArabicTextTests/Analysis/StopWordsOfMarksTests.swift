import Support
import Testing

@testable import ArabicText

/// Stop words of which the second profile leaves nothing: they are stop words before it, so each keeps its place.
@Suite(.switchesKernel) struct StopWordsOfMarksTests {
    /// A tatweel goes first, so that what is a stop word is not spelled as the text is; the marks go after the list.
    private static func settings(_ stopWords: [String]) -> AnalyzerSettings {
        AnalyzerSettings(
            rules: .unicode, profileBeforeStopWords: NormalizationProfile { $0.tatweel = .remove },
            stopWords: StopWords(stopWords), profileAfterStopWords: NormalizationProfile { $0.removedMarks = .all })
    }

    /// The terms of a text that every kernel and token by token give, each with its position; none where they differ.
    private func terms(_ text: String, _ settings: AnalyzerSettings) throws -> [String] {
        let analyzer = try ArabicAnalyzer(settings)
        var expected: [String] = []
        analyzer.forEachTermByToken(in: text.utf8Span.span) { term, token in
            expected.append("\(token.position) \(escaped(term.indices.map { term[$0] }))")
        }
        for kernel in ProcessorKernel.available {
            _ = kernel.use()
            for _ in 0..<2 {
                let found = analyzer.terms(in: text).map { "\($0.position) \(escaped($0.text))" }
                #expect(found == expected, "\(kernel)")
                if found != expected { return [] }
            }
        }
        return expected
    }

    /// Also beside stop words that come before or after it in the order of bytes, and longer ones.
    @Test(arguments: [[], ["من"], ["\u{6A9}ه"], ["من", "\u{6A9}ه"], ["الاستراتيجيات"]])
    func aStopWordOfWhichNothingIsLeftKeepsItsPlace(others: [String]) throws {
        let settings = Self.settings(["\u{640}\u{64E}"] + others)
        #expect(try terms("\u{640}\u{64E} \u{628}", settings) == ["1 \(escaped("\u{628}"))"])
        #expect(try terms("\u{640}\u{640}\u{64E} \u{628}", settings) == ["1 \(escaped("\u{628}"))"])
    }

    @Test(arguments: [["\u{640}\u{64E}"], ["من"], []])
    func aWordOfWhichNothingIsLeftTakesNone(stopWords: [String]) throws {
        let settings = Self.settings(stopWords)
        #expect(try terms("\u{640}\u{64F} \u{628}", settings) == ["0 \(escaped("\u{628}"))"])
        #expect(try terms("\u{640} \u{628}", settings) == ["0 \(escaped("\u{628}"))"])
    }
}
