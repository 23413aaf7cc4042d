import Support
import Testing

@testable import ArabicText

/// Cutters serve one text after the other, and never two at once.
@Suite struct BatchAnalyzerPoolTests {
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

    /// So many calls inside each other that each needs a cutter, and so many tasks.
    @Test func aBurstLeavesNoMoreCuttersThanThereAreProcessors() async throws {
        let analyzer = try ArabicAnalyzer(.search)
        let expected = terms(analyzer, Self.text)
        func nested(_ depth: Int) {
            analyzer.forEachBatch(in: Self.text.utf8Span.span) { _ in
                if depth > 1 { nested(depth - 1) }
                #expect(analyzer.cutters.count <= BatchAnalyzerPool.mostKept)
            }
        }
        nested(64)
        #expect(analyzer.cutters.count == min(64, BatchAnalyzerPool.mostKept))
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<64 { group.addTask { (0..<20).allSatisfy { _ in terms(analyzer, Self.text) == expected } } }
            for await isSame in group { #expect(isSame) }
        }
        #expect(1...BatchAnalyzerPool.mostKept ~= analyzer.cutters.count)
    }

    /// Also what is in use then: by a call, and by a stream.
    @Test func memoryIsGivenBack() throws {
        let analyzer = try ArabicAnalyzer(.search)
        let expected = terms(analyzer, Self.text)
        #expect(analyzer.cutters.count == 1)
        let copy = analyzer
        copy.releaseMemory()
        #expect(analyzer.cutters.count == 0)
        #expect(terms(analyzer, Self.text) == expected)

        var stream = TermStream(analyzer)
        #expect(analyzer.cutters.count == 0)
        analyzer.forEachBatch(in: Self.text.utf8Span.span) { _ in analyzer.releaseMemory() }
        #expect(analyzer.cutters.count == 0)
        var found: [[UInt8]] = []
        stream.append(Self.text.utf8Span.span) { term, _, token in
            found.append(utf8([UInt32(token.position)]) + term.indices.map { term[$0] })
        }
        stream.finish { term, _, token in
            found.append(utf8([UInt32(token.position)]) + term.indices.map { term[$0] })
        }
        #expect(found == expected)
        stream = TermStream(analyzer)
        #expect(analyzer.cutters.count == 0)

        #expect(terms(analyzer, Self.text) == expected)
        #expect(analyzer.cutters.count == 1)
    }

    /// While others use the analyser.
    @Test func memoryIsGivenBackAtAnyTime() async throws {
        let analyzer = try ArabicAnalyzer(.search)
        let expected = terms(analyzer, Self.text)
        await withTaskGroup(of: Bool.self) { group in
            for number in 0..<16 {
                group.addTask {
                    (0..<100).allSatisfy { _ in
                        if number % 4 == 0 { analyzer.releaseMemory() }
                        return terms(analyzer, Self.text) == expected
                    }
                }
            }
            for await isSame in group { #expect(isSame) }
        }
    }

    /// Memory that grew with a long word is not kept, and all of it goes with the analyser.
    @Test func memoryIsFreed() throws {
        weak var pool: BatchAnalyzerPool?
        do {
            let analyzer = try ArabicAnalyzer(.search)
            pool = analyzer.cutters
            _ = analyzer.terms(in: Self.text)
            #expect(analyzer.cutters.take().cutter.largestBatch == Self.text.utf8.count)
            _ = analyzer.terms(in: String(repeating: "ب", count: BatchAnalyzerPool.largestKept))
            #expect(analyzer.cutters.take().cutter.largestBatch == 0)
            #expect(pool != nil)
        }
        #expect(pool == nil)
    }
}
