import Foundation
import Support
import Testing

@testable import ArabicText

/// Matches are those of a search that tries every place of the whole text, whatever the profile, the options and the
/// cuts.
@Suite struct RandomMatchTests {
    private static let profiles: [(name: String, profile: NormalizationProfile)] = [
        ("search", .search), ("light", .light), ("quran", .quran), ("lucene", .lucene), everyStep,
    ]
    private static let options: [MatchOptions] = [[], .wholeWords, .vocalization, [.wholeWords, .vocalization]]
    private static let pieceSizes = [1, 2, 3, 5, 8, 13, 32, 64, 1 << 16]

    #if DEBUG
        private static let caseCount = 200
    #else
        private static let caseCount = 4_500
    #endif

    /// What a random test has met.
    private struct Tally {
        var cases = 0
        var matching = 0
        var matches = 0
    }

    @Test(arguments: profiles.indices)
    func fiveProfiles(_ index: Int) throws {
        let (name, profile) = Self.profiles[index]
        var run = RandomRun("matches, \(name)", seconds: 0)
        let search = try MatchCases(profile)
        var tally = Tally()
        while tally.cases < Self.caseCount || !run.isOver { try check(search, &run.generator, &tally) }
        #expect(tally.matching > tally.cases / 3, "\(tally)")
        #expect(tally.matches > tally.cases, "\(tally)")
    }

    @Test func randomProfiles() throws {
        var run = RandomRun("matches, random profiles")
        var tally = Tally()
        repeat {
            let search = try MatchCases(NormalizationProfile.random(&run.generator))
            for _ in 0..<20 { try check(search, &run.generator, &tally) }
        } while !run.isOver
        #expect(tally.matching > tally.cases / 4, "\(tally)")
    }

    private func check(_ cases: MatchCases, _ generator: inout SplitMix64, _ tally: inout Tally) throws {
        let text = cases.text(&generator)
        let query = cases.query(of: text, &generator)
        let options = generator.pick(Self.options)
        let pieceSize = generator.pick(Self.pieceSizes)
        guard let fault = try cases.fault(query, text, options, pieceSize) else {
            let count = try cases.matcher(query, options, pieceSize).byteRanges(in: text.span).count
            tally.cases += 1
            tally.matching += count > 0 ? 1 : 0
            tally.matches += count
            return
        }
        let smallest = shrunk(text) { text in
            guard let fault = try? cases.fault(query, text, options, pieceSize) else { return false }
            return !fault.isEmpty
        }
        let small = try cases.fault(query, smallest, options, pieceSize) ?? fault
        try #require(
            Bool(false),
            """
            \(cases.profile.summary), options \(options.rawValue), pieces of \(pieceSize): \(escaped(query)) in \
            \(escaped(smallest)), \(smallest): \(small)
            """)
    }
}

/// Texts and queries for a profile, which is compiled once.
private struct MatchCases {
    let profile: NormalizationProfile
    private let plain: ArabicNormalizer
    private let vocalized: ArabicNormalizer

    init(_ profile: NormalizationProfile) throws {
        self.profile = profile
        plain = try ArabicNormalizer(profile)
        vocalized = try ArabicNormalizer(ArabicMatcher.profile(profile, for: .vocalization))
    }

    func matcher(_ query: String, _ options: MatchOptions, _ pieceSize: Int) throws -> ArabicMatcher {
        var matcher = ArabicMatcher(
            query, normalizer: options.contains(.vocalization) ? vocalized : plain, options: options)
        matcher.pieceSize = pieceSize
        return matcher
    }

    /// Much that comes again, so that matches would overlap; or what is hard on a normaliser.
    func text(_ generator: inout SplitMix64) -> [UInt8] {
        if generator.once(in: 2) {
            var hostile = HostileText(seed: generator.next())
            var text = hostile.next(longest: generator.pick([20, 60, 200]))
            if generator.once(in: 4) { hostile.spoil(&text) }
            return text
        }
        let parts = Self.parts.shuffled(using: &generator).prefix(1 + generator.number(below: 5))
        return (0..<generator.number(below: 40)).flatMap { _ in Array(generator.pick(Array(parts)).utf8) }
    }

    private static let parts = [
        "ا", "ب", "بَ", "بُّ", "ل", "أ", "\u{FDF2}", "\u{FDF4}", "\u{FDFA}", "لا", "\u{FEFB}", " ", "  ", "\t", "\n",
        "\u{64E}",
        "\u{670}", "\u{640}", "ه", "هههه", "x", "ss", "ß", "\u{FB01}", "e\u{301}", "1", "١", "\u{200C}", "\u{200D}",
        "_",
        "اً", "ءا", "\u{1F468}\u{200D}\u{1F469}",
    ]

    /// A stretch of the text, as it is or normalised, or else something else.
    func query(of text: [UInt8], _ generator: inout SplitMix64) -> String {
        if generator.once(in: 12) { return generator.pick(Self.parts) + generator.pick(Self.parts) }
        let source = String(decoding: text, as: UTF8.self)
        let scalars = Array((generator.once(in: 2) ? source : plain.normalize(source)).unicodeScalars)
        if scalars.isEmpty { return generator.pick(Self.parts) }
        let start = generator.number(below: scalars.count)
        let longest = min(scalars.count - start, generator.pick([1, 2, 4, 12]))
        var query = String.UnicodeScalarView()
        query.append(contentsOf: scalars[start..<start + 1 + generator.number(below: longest)])
        return String(query)
    }

    /// What is wrong with the matches; nil where nothing is.
    func fault(_ query: String, _ text: [UInt8], _ options: MatchOptions, _ pieceSize: Int) throws -> String? {
        let matcher = try matcher(query, options, pieceSize)
        let ranges = matcher.byteRanges(in: text.span)
        let expected = slowRanges(of: query, in: text, matcher.normalizer, options)
        if ranges != expected { return "\(ranges), not \(expected)" }
        if matcher.matches(text.span) == ranges.isEmpty { return "matches says otherwise" }
        var end = 0
        for range in ranges {
            if range.isEmpty || range.lowerBound < end || range.upperBound > text.count {
                return "no places: \(ranges)"
            }
            // Ill-formed bytes stay as they are and match nothing, so the edges are those of scalars.
            if String(validating: text[range], as: UTF8.self) == nil { return "cuts a scalar: \(ranges)" }
            end = range.upperBound
        }
        return nil
    }
}

/// The obvious search: every place of the whole text, from the first on.
private func slowRanges(
    of query: String, in text: [UInt8], _ normalizer: ArabicNormalizer, _ options: MatchOptions
) -> [Range<Int>] {
    let wanted = SlowUnit.units(of: Array(query.utf8), normalizer, options)
    let units = SlowUnit.units(of: text, normalizer, options)
    if wanted.isEmpty || units.count < wanted.count { return [] }
    var ranges: [Range<Int>] = []
    for start in 0...units.count - wanted.count {
        let found = units[start..<start + wanted.count]
        let before = start > 0 ? units[start - 1] : nil
        let after = found.endIndex < units.count ? units[found.endIndex] : nil
        guard zip(found, wanted).allSatisfy({ $0.holds($1) }), after?.isMark != true, let first = found.first,
            let last = found.last
        else { continue }
        let cutsWord =
            before?.isWordPart == true && first.isWordPart || last.isWordPart && after?.isWordPart == true
        if options.contains(.wholeWords), cutsWord { continue }
        let range = first.source.lowerBound..<last.source.upperBound
        if range.isEmpty || range.lowerBound < ranges.last?.upperBound ?? 0 { continue }
        ranges.append(range)
    }
    return ranges
}

/// A scalar of a normalised text, with the vowels on it where they are kept apart.
private struct SlowUnit {
    /// Nil for ill-formed bytes.
    var scalar: UInt32?
    var vowels: Set<UInt32> = []
    var source: Range<Int>

    var isMark: Bool { scalar.map { CharacterFacts.combiningClass($0) != 0 } ?? false }

    var isWordPart: Bool {
        guard let scalar else { return false }
        return scalar == 0x5F || isMark || CharacterFacts.isAlphabetic(scalar)
            || CharacterFacts.decimalDigit(scalar) != nil
    }

    func holds(_ wanted: SlowUnit) -> Bool {
        scalar != nil && scalar == wanted.scalar && (vowels.isEmpty || vowels.isSuperset(of: wanted.vowels))
    }

    static func units(of text: [UInt8], _ normalizer: ArabicNormalizer, _ options: MatchOptions) -> [SlowUnit] {
        var normalized = ByteBuffer(capacity: text.count + 64)
        let alignment = normalizer.align(text.span, into: &normalized)
        var bytes: [UInt8] = []
        normalized.appendAll(to: &bytes)
        let edges = alignment.edits.flatMap { [$0.normalized.lowerBound, $0.normalized.upperBound] }
        var units: [SlowUnit] = []
        // Where each unit starts in the normalised text, and where the last one ends.
        var offsets: [Int] = []
        var offset = 0
        while offset < bytes.count {
            // No character comes from bytes between which something was deleted.
            let end = edges.first { $0 > offset } ?? bytes.count
            let element = UTF8Element.decode(bytes.span.extracting(..<end), at: offset)
            var scalar: UInt32?
            if case .scalar(let value, _) = element { scalar = value }
            let isVowel = scalar.map { (0x064B...0x0652).contains($0) || $0 == 0x0670 } ?? false
            if options.contains(.vocalization), isVowel, let vowel = scalar, !units.isEmpty {
                units[units.count - 1].vowels.insert(vowel)
            } else {
                units.append(SlowUnit(scalar: scalar, source: 0..<0))
                offsets.append(offset)
            }
            offset += element.length
        }
        offsets.append(offset)
        for index in units.indices {
            let range = alignment.sourceRange(
                of: NormalizedPosition(offsets[index])..<NormalizedPosition(offsets[index + 1]))
            units[index].source = range.lowerBound.offset..<range.upperBound.offset
        }
        return units
    }
}
