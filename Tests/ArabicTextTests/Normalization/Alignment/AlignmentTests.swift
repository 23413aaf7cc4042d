import ArabicText
import Foundation
import Support
import Testing

@Suite struct AlignmentTests {
    private func source(_ aligned: AlignedText, of range: Range<Int>) -> Range<Int> {
        let mapped = aligned.sourceRange(
            of: NormalizedPosition(range.lowerBound)..<NormalizedPosition(range.upperBound))
        return mapped.lowerBound.offset..<mapped.upperBound.offset
    }

    private func normalized(_ aligned: AlignedText, of range: Range<Int>) -> Range<Int> {
        let mapped = aligned.normalizedRange(of: SourcePosition(range.lowerBound)..<SourcePosition(range.upperBound))
        return mapped.lowerBound.offset..<mapped.upperBound.offset
    }

    /// The third word is found in its place.
    @Test func thirdWord() throws {
        let text =
            "\u{643}\u{64F}\u{62A}\u{651}\u{64E}\u{627}\u{628}\u{652} \u{628}\u{64A}\u{648}\u{62A} \u{646}\u{628}\u{627}\u{62A}"
        let aligned = try ArabicNormalizer(.search).normalizeWithAlignment(text)
        let found = try #require(aligned.text.range(of: "\u{646}\u{628}\u{627}\u{62A}"))
        let range = aligned.sourceRange(of: found)
        #expect(Array(text[range].utf8) == Array("\u{646}\u{628}\u{627}\u{62A}".utf8))
    }

    @Test func marksBelongToTheirLetter() throws {
        let text = "\u{643}\u{64E}\u{62A}\u{64E}\u{628}\u{64E} \u{640}\u{623}"
        let aligned = try ArabicNormalizer(.search).normalizeWithAlignment(text)
        #expect(Array(aligned.text.utf8) == Array("\u{643}\u{62A}\u{628} \u{627}".utf8))
        #expect(source(aligned, of: 0..<2) == 0..<4)
        #expect(source(aligned, of: 2..<4) == 4..<8)
        #expect(source(aligned, of: 0..<6) == 0..<12)
        #expect(source(aligned, of: 7..<9) == 15..<17)
        // Inside a scalar: the whole scalar.
        #expect(source(aligned, of: 1..<3) == 0..<8)
        #expect(normalized(aligned, of: 0..<12) == 0..<6)
        #expect(normalized(aligned, of: 2..<4) == 2..<2)
        // Out of bounds: cut.
        #expect(source(aligned, of: 5..<1_000) == 8..<17)
        #expect(source(aligned, of: -5..<0) == 0..<0)
    }

    /// A mark that is deleted belongs to the letter before it, not to the white space or the letter behind it that
    /// becomes something else too.
    @Test func marksBelongToTheirLetterWhereSpaceIsCollapsed() throws {
        var profile = NormalizationProfile.search
        profile.whiteSpace = .collapse
        let aligned = try ArabicNormalizer(profile).normalizeWithAlignment("بَ  تَأَ")
        #expect(Array(aligned.text.utf8) == Array("ب تا".utf8))
        #expect(source(aligned, of: 0..<2) == 0..<4)
        #expect(source(aligned, of: 2..<3) == 4..<6)
        #expect(source(aligned, of: 3..<5) == 6..<10)
        #expect(source(aligned, of: 5..<7) == 10..<14)
    }

    /// Every word of an expanded ligature comes from the one scalar.
    @Test func expansionHasOneSource() throws {
        var profile = NormalizationProfile.search
        profile.honorifics = .expand
        let aligned = try ArabicNormalizer(profile).normalizeWithAlignment("\u{628}\u{FDFA}\u{62A}")
        let count = aligned.text.utf8.count
        #expect(aligned.text.unicodeScalars.count == 20)
        for start in 2..<count - 2 { #expect(source(aligned, of: start..<start + 1) == 2..<5) }
        #expect(source(aligned, of: 0..<2) == 0..<2)
        #expect(source(aligned, of: count - 2..<count) == 5..<7)
        #expect(normalized(aligned, of: 2..<5) == 2..<count - 2)
    }

    @Test func otherUnits() throws {
        let aligned = try ArabicNormalizer(.search).normalizeWithAlignment("\u{1F600}\u{643}\u{64E}\u{62A}")
        let range = aligned.sourceRange(of: NormalizedPosition(2)..<NormalizedPosition(3), in: .utf16)
        #expect(range == SourcePosition(2)..<SourcePosition(4))
        let scalars = aligned.sourceRange(of: NormalizedPosition(1)..<NormalizedPosition(2), in: .scalars)
        #expect(scalars == SourcePosition(1)..<SourcePosition(3))
        let back = aligned.normalizedRange(of: SourcePosition(4)..<SourcePosition(5), in: .utf16)
        #expect(back == NormalizedPosition(3)..<NormalizedPosition(4))
    }

    /// The aligned text is the plain one; edits are in order, and what stands between them is the same on both sides.
    @Test(arguments: profilesUnderTest.indices)
    func alignedTextIsTheNormalizedText(_ index: Int) throws {
        let normalizer = try ArabicNormalizer(profilesUnderTest[index].profile)
        var random = RandomText(seed: 37)
        for _ in (0..<1_500).sampled(every: 7) {
            let bytes = utf8(random.next(longest: 24))
            let text = String(decoding: bytes, as: UTF8.self)
            let aligned = normalizer.normalizeWithAlignment(text)
            try #require(Array(aligned.text.utf8) == (try normalizer.bytes(bytes)), "\(escaped(bytes))")
            check(aligned)
        }
    }

    /// Neighbouring ranges map to neighbouring ranges; everything can be cut out.
    private func check(_ aligned: AlignedText) {
        let count = aligned.text.utf8.count
        let edges = aligned.text.unicodeScalars.indices.map {
            aligned.text.utf8.distance(from: aligned.text.startIndex, to: $0)
        }
        var last = 0
        for (number, start) in edges.enumerated() {
            let end = number + 1 < edges.count ? edges[number + 1] : count
            let range = source(aligned, of: start..<end)
            #expect(range.lowerBound >= 0 && range.upperBound <= aligned.source.utf8.count)
            #expect(
                range.lowerBound >= min(last, range.lowerBound) && range.upperBound >= last,
                "\(escaped(aligned.source))")
            last = range.upperBound
        }
        if count > 0 { #expect(source(aligned, of: 0..<count).upperBound == aligned.source.utf8.count) }
    }

    /// A normalised range comes from a source whose own normalisation holds it; where steps read whole words, from one
    /// that is widened to the white space around it.
    @Test(arguments: NormalizationProfile.presets.indices)
    func sourceOfARangeGivesTheRange(_ index: Int) throws {
        let (name, profile) = NormalizationProfile.presets[index]
        let readsWords = name == "quran"
        let normalizer = try ArabicNormalizer(profile)
        var random = RandomText(seed: 38)
        for _ in (0..<200_000).sampled(every: 40) {
            let bytes = utf8(random.next(longest: 16))
            let aligned = normalizer.normalizeWithAlignment(String(decoding: bytes, as: UTF8.self))
            let scalars = aligned.text.unicodeScalars
            guard !scalars.isEmpty else { continue }
            let from = random.number(in: 0...scalars.count - 1)
            let to = random.number(in: from + 1...scalars.count)
            let range =
                scalars.index(scalars.startIndex, offsetBy: from)..<scalars.index(scalars.startIndex, offsetBy: to)
            var sourceRange = aligned.sourceRange(of: range)
            if readsWords { sourceRange = widened(sourceRange, in: aligned.source) }
            let part = aligned.source[sourceRange]
            let own = Array(normalizer.normalize(String(part)).utf8)
            let wanted = Array(aligned.text[range].utf8)
            if !own.contains(wanted) {
                Issue.record("\(name): \(escaped(bytes)): \(escaped(wanted)) not in \(escaped(own))")
                return
            }
        }
    }

    /// The range up to the white space on either side.
    private func widened(_ range: Range<String.Index>, in text: String) -> Range<String.Index> {
        let scalars = text.unicodeScalars
        func isSpace(_ index: String.Index) -> Bool { scalars[index].properties.isWhitespace }
        var (lower, upper) = (range.lowerBound, range.upperBound)
        while lower > scalars.startIndex, !isSpace(scalars.index(before: lower)) {
            lower = scalars.index(before: lower)
        }
        while upper < scalars.endIndex, !isSpace(upper) { upper = scalars.index(after: upper) }
        return lower..<upper
    }
}

extension [UInt8] {
    /// Whether some stretch of the bytes is exactly these.
    fileprivate func contains(_ other: [UInt8]) -> Bool {
        if other.isEmpty { return true }
        guard count >= other.count else { return false }
        return (0...count - other.count).contains { self[$0..<$0 + other.count].elementsEqual(other) }
    }
}
