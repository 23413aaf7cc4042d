import Support
import Testing

@testable import ArabicText

/// Invariant 4: any way to cut the input into chunks gives the same terms.
@Suite struct TermStreamTests {
    private struct Found: Equatable {
        let term: [UInt8]
        let source: [UInt8]
        let token: Token
    }

    private func whole(_ bytes: [UInt8], _ analyzer: ArabicAnalyzer) -> [Found] {
        var found: [Found] = []
        analyzer.forEachTerm(in: bytes.span) { term, token in
            found.append(Found(term: copied(term), source: Array(bytes[token.range]), token: token))
        }
        return found
    }

    private func streamed(_ bytes: [UInt8], _ stream: inout TermStream, chunks: [Int]) -> [Found] {
        var found: [Found] = []
        let take: (Span<UInt8>, Span<UInt8>, Token) -> Void = { term, source, token in
            found.append(Found(term: copied(term), source: copied(source), token: token))
        }
        var start = 0
        for end in chunks + [bytes.count] {
            stream.append(bytes[start..<end].span, take)
            start = end
        }
        stream.finish(take)
        return found
    }

    static let settings = AnalyzerSettings.presets.map(\.settings)

    @Test(arguments: settings)
    func everyChunkSizeGivesTheSameTerms(_ settings: AnalyzerSettings) throws {
        let analyzer = try ArabicAnalyzer(settings)
        let text = "وَقَالَ في الـمدرسةِ: «والكتاب» 3٫14 ﷺ من user@example.com\n漢字ข้าว إلى المكتبة " + TokenStreamTests.text
        let bytes = Array((text + String(repeating: "س", count: 300) + text).utf8) + [0xE2, 0x82]
        let expected = whole(bytes, analyzer)
        var stream = TermStream(analyzer)
        for size in 1...64 {
            let chunks = Array(stride(from: size, to: bytes.count, by: size))
            #expect(streamed(bytes, &stream, chunks: chunks) == expected, "chunks of \(size)")
        }
    }

    @Test(arguments: settings)
    func randomChunksOfRandomTextsGiveTheSameTerms(_ settings: AnalyzerSettings) throws {
        let analyzer = try ArabicAnalyzer(settings)
        var texts = RandomText(seed: 22)
        var random = SplitMix64(seed: 23)
        var stream = TermStream(analyzer)
        for _ in 0..<1_000 {
            var bytes = utf8(texts.next(longest: 60))
            if Bool.random(using: &random), let index = bytes.indices.randomElement(using: &random) {
                bytes[index] = UInt8.random(in: 0...255, using: &random)
            }
            let cuts = (0..<Int.random(in: 0...6, using: &random)).map { _ in
                Int.random(in: 0...bytes.count, using: &random)
            }
            let found = streamed(bytes, &stream, chunks: cuts.sorted())
            #expect(found == whole(bytes, analyzer), "\(escaped(bytes)) at \(cuts.sorted())")
        }
    }

    @Test func aTermComesBeforeTheNextWord() throws {
        var stream = TermStream(try ArabicAnalyzer(.lucene))
        var ends: [Int] = []
        stream.append(Array("كتاب".utf8).span) { ends.append($2.range.upperBound) }
        #expect(ends.isEmpty)
        stream.append(Array(" ".utf8).span) { ends.append($2.range.upperBound) }
        #expect(ends == [8])
    }

    @Test func aLongTokenIsLinear() throws {
        var stream = TermStream(try ArabicAnalyzer(.search))
        var count = 0
        for _ in 0..<200_000 { stream.append(Array("س".utf8).span) { _, _, _ in count += 1 } }
        stream.finish { _, _, _ in count += 1 }
        #expect(count == 1)
    }
}

private func copied(_ span: Span<UInt8>) -> [UInt8] { span.indices.map { span[$0] } }
