import Support
import Testing

@testable import ArabicText

/// Cutters serve one text after the other, and never two at once.
@Suite struct TermCutterPoolTests {
    private static let text = "وكتبت الطالبات رسائلهن إلى المدرسة، ثم قرأن الكتاب في المكتبة"

    private func terms(_ analyzer: ArabicAnalyzer, _ text: String) -> [[UInt8]] {
        analyzer.terms(in: text).map { utf8([UInt32($0.position)]) + Array($0.text.utf8) }
    }

    @Test func oneTextInsideAnother() throws {
        let analyzer = try ArabicAnalyzer(.search)
        let expected = terms(analyzer, Self.text)
        var outer: [[UInt8]] = []
        analyzer.forEachTerm(in: Self.text.utf8Span.span) { term, token in
            outer.append(utf8([UInt32(token.position)]) + term.indices.map { term[$0] })
            #expect(terms(analyzer, Self.text) == expected)
        }
        #expect(outer == expected)
    }

    @Test func threads() async throws {
        let analyzer = try ArabicAnalyzer(.search)
        let expected = terms(analyzer, Self.text)
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask { (0..<200).allSatisfy { _ in terms(analyzer, Self.text) == expected } }
            }
            for await isSame in group { #expect(isSame) }
        }
    }

    @Test func streamsOfOneAnalyzer() throws {
        let analyzer = try ArabicAnalyzer(.search)
        let expected = terms(analyzer, Self.text)
        for size in [1, 2, 7, 64] {
            var stream = TermStream(analyzer)
            var found: [[UInt8]] = []
            for chunk in stride(from: 0, to: Self.text.utf8.count, by: size) {
                let bytes = Array(Self.text.utf8.dropFirst(chunk).prefix(size))
                stream.append(bytes.span) { term, _, token in
                    found.append(utf8([UInt32(token.position)]) + term.indices.map { term[$0] })
                }
            }
            stream.finish { term, _, token in
                found.append(utf8([UInt32(token.position)]) + term.indices.map { term[$0] })
            }
            #expect(found == expected, "\(size)")
        }
    }

    @Test func anErrorEndsNothingButItsText() throws {
        struct Stop: Error {}
        let analyzer = try ArabicAnalyzer(.search)
        let expected = terms(analyzer, Self.text)
        #expect(throws: Stop.self) {
            try analyzer.forEachBatch(in: Self.text.utf8Span.span) { _ throws(Stop) in throw Stop() }
        }
        #expect(terms(analyzer, Self.text) == expected)
    }

    /// Memory that grew with a long word is not kept, and all of it goes with the analyser.
    @Test func memoryIsFreed() throws {
        weak var pool: TermCutterPool?
        do {
            let analyzer = try ArabicAnalyzer(.search)
            pool = analyzer.cutters
            _ = analyzer.terms(in: Self.text)
            #expect(analyzer.cutters.take().cutter.largestBatch == Self.text.utf8.count)
            _ = analyzer.terms(in: String(repeating: "ب", count: TermCutterPool.largestKept))
            #expect(analyzer.cutters.take().cutter.largestBatch == 0)
            #expect(pool != nil)
        }
        #expect(pool == nil)
    }
}
