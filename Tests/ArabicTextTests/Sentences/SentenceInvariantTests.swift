import ArabicText
import Support
import Testing

/// Invariants 4, 5 and 6 for sentences: any way to cut the input into chunks gives the same ones; they are in order, and
/// leave out nothing but white space; no bytes trap.
@Suite struct SentenceInvariantTests {
    private static let options: [SentenceOptions] = [[], .semicolons, .verses, [.semicolons, .verses]]

    private static let pieces: [String] = [
        "كتاب", "و", "د", "قَالَ", "etc", "U", "S", "3", "٣", "2024", ".", ".", "..", "…", "!", "؟", "۔", "،", "؛", ":",
        "://",
        "www", "/", "@", "-", "_", "«", "»", "\"", "'", "(", ")", "\u{FD3F}", "\u{FD3E}", "\u{6DD}", "\u{64E}",
        "\u{640}",
        "\u{200F}", " ", " ", " ", "\n", "\r\n", "\u{85}", "\u{2028}", "•", "\u{1F600}", "漢", "。",
    ]

    /// Without one of its bytes a text is mostly ill-formed somewhere.
    private static func text(_ random: inout SplitMix64, longest: Int, lacksByte: Bool = false) -> [UInt8] {
        var bytes = (0..<Int.random(in: 0...longest, using: &random)).flatMap { _ in
            Array((pieces.randomElement(using: &random) ?? " ").utf8)
        }
        if lacksByte, !bytes.isEmpty { bytes.remove(at: Int.random(in: bytes.indices, using: &random)) }
        return bytes
    }

    private static func ranges(_ bytes: [UInt8], _ options: SentenceOptions) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        ArabicSentenceSplitter(options).forEachSentence(in: bytes.span) { ranges.append($0.range) }
        return ranges
    }

    private static func streamed(
        _ bytes: [UInt8], _ options: SentenceOptions, chunks: some Sequence<Int>
    ) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var stream = SentenceStream(options)
        var start = 0
        for end in Array(chunks) + [bytes.count] {
            stream.append(bytes[start..<end].span) { ranges.append($0.range) }
            start = end
        }
        stream.finish { ranges.append($0.range) }
        return ranges
    }

    /// Nil where the ranges are in order, not empty, trimmed, and leave out nothing but white space.
    private static func fault(_ ranges: [Range<Int>], _ bytes: [UInt8]) -> String? {
        func isSpace(_ range: Range<Int>) -> Bool {
            String(decoding: bytes[range], as: UTF8.self).unicodeScalars.allSatisfy(\.properties.isWhitespace)
        }
        var last = 0
        for range in ranges {
            if range.lowerBound < last || range.isEmpty { return "\(range) after \(last)" }
            if !isSpace(last..<range.lowerBound) { return "left out \(last)..<\(range.lowerBound)" }
            let scalars = String(decoding: bytes[range], as: UTF8.self).unicodeScalars
            if scalars.first?.properties.isWhitespace != false || scalars.last?.properties.isWhitespace != false {
                return "\(range) begins or ends in white space"
            }
            last = range.upperBound
        }
        return isSpace(last..<bytes.count) ? nil : "left out \(last)..<\(bytes.count)"
    }

    @Test func sentencesCoverTheText() {
        var random = SplitMix64(seed: 71)
        var failures = Failures()
        for index in (0..<20_000).sampled(every: 7) {
            let bytes = Self.text(&random, longest: 24)
            if let fault = Self.fault(Self.ranges(bytes, Self.options[index & 3]), bytes) {
                failures.add("\(escaped(bytes)): \(fault)")
            }
        }
        #expect(failures.isEmpty, "\(failures)")
    }

    @Test func everyChunkSizeGivesTheSame() {
        var random = SplitMix64(seed: 72)
        for options in Self.options {
            let bytes = Self.text(&random, longest: 400)
            let expected = Self.ranges(bytes, options)
            for size in 1...64 {
                #expect(
                    Self.streamed(bytes, options, chunks: stride(from: size, to: bytes.count, by: size)) == expected)
            }
        }
    }

    @Test func everyCutGivesTheSame() {
        var random = SplitMix64(seed: 73)
        var failures = Failures()
        for index in (0..<1_000).sampled(every: 5) {
            let bytes = Self.text(&random, longest: 10, lacksByte: index & 1 == 0)
            let expected = Self.ranges(bytes, Self.options[index & 3])
            for cut in 0...bytes.count where Self.streamed(bytes, Self.options[index & 3], chunks: [cut]) != expected {
                failures.add("\(escaped(bytes)) at \(cut)")
            }
        }
        #expect(failures.isEmpty, "\(failures)")
    }

    @Test func whatIsUnderWayStaysInItsSentence() {
        var random = SplitMix64(seed: 75)
        var failures = Failures()
        for index in (0..<5_000).sampled(every: 7) {
            let bytes = Self.text(&random, longest: 20, lacksByte: index & 1 == 0)
            let expected = Self.ranges(bytes, Self.options[index & 3])
            var stream = SentenceStream(Self.options[index & 3])
            var done = 0
            var last = 0
            for end in bytes.indices {
                let chunk = bytes[end...end]
                stream.append(chunk.span) { _ in done += 1 }
                let underWay = stream.underWay
                let sentence = done < expected.count ? expected[done] : bytes.count..<bytes.count
                let holds =
                    underWay.isEmpty
                    ? underWay.lowerBound <= sentence.lowerBound
                    : underWay.lowerBound == sentence.lowerBound && underWay.upperBound <= sentence.upperBound
                if !holds { failures.add("\(escaped(bytes)) to \(end): \(underWay) is not in \(sentence)") }
                if underWay.upperBound < last { failures.add("\(escaped(bytes)) to \(end): back from \(last)") }
                last = underWay.upperBound
            }
        }
        #expect(failures.isEmpty, "\(failures)")
    }

    @Test func everyByteGivesAnAnswer() {
        var random = SplitMix64(seed: 74)
        for _ in (0..<2_000).sampled(every: 5) {
            let bytes = (0..<40).map { _ in UInt8.random(in: 0...255, using: &random) }
            let ranges = Self.ranges(bytes, .verses)
            #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
        }
    }

    @Test func everyScalarIsInASentenceOrIsWhiteSpace() {
        var failures = Failures()
        for scalar in scalarValues(every: 31) {
            let bytes = utf8([0x628, scalar, 0x628])
            if let fault = Self.fault(Self.ranges(bytes, []), bytes) { failures.add("\(escaped(bytes)): \(fault)") }
        }
        #expect(failures.isEmpty, "\(failures)")
    }
}
