/// Finds a query in texts, both normalised, and says where in the source each match is.
///
/// ```swift
/// let matcher = try ArabicMatcher("نبات")
/// matcher.ranges(in: text)
/// ```
///
/// The ranges of a text are in order, none is empty, and none overlaps another: the first match counts, then the first
/// that begins where it ends or later. What one character, or one stretch of the text, became as a whole is found as a
/// whole: ل is found once in U+FDF2, which becomes الله, and its range is that of U+FDF2.
public struct ArabicMatcher: Sendable {
    /// What counts as a match.
    public let options: MatchOptions
    let normalizer: ArabicNormalizer
    let query: MatchUnits
    /// Finds the letters of the query; nil where it has none.
    private let automaton: PatternAutomaton<UInt32>?
    /// Finds the bytes of the query; nil where they do not tell, since vowels may be written or not.
    let search: ByteSearch?

    /// Compiles a query. One that nothing is left of after normalisation matches nothing. Linear in the query.
    ///
    /// Throws ``ICUError`` where ICU's data cannot be loaded.
    public init(
        _ query: String, profile: NormalizationProfile = .search, options: MatchOptions = []
    ) throws(ICUError) {
        self.options = options
        var profile = profile
        if options.contains(.vocalization) { profile.removedMarks.subtract(MatchUnits.optionalMarks) }
        normalizer = try ArabicNormalizer(profile)
        let query = MatchUnits(normalizer, query.utf8Span.span, vocalized: options.contains(.vocalization))
        self.query = query
        automaton = query.letters.isEmpty ? nil : PatternAutomaton(query.letters)
        search =
            options.contains(.vocalization) || query.letters.isEmpty
            ? nil : ByteSearch(query.letters.flatMap { $0.utf8 })
    }

    /// Where the query stands in a text: ranges of the text as it is. Linear in the text.
    public func ranges(in text: String) -> [Range<String.Index>] {
        byteRanges(in: text.utf8Span.span).map { range in
            let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
            return start..<text.utf8.index(start, offsetBy: range.count)
        }
    }

    /// Where the query stands in UTF-8 bytes, as ranges of their offsets. Linear in the bytes.
    ///
    /// Ill-formed sequences match nothing and cut words.
    public func byteRanges(in bytes: Span<UInt8>) -> [Range<Int>] { byteRanges(in: bytes, startingAt: 0) }

    /// The same for a text in which a match goes up to an offset already: no other may begin before it.
    package func byteRanges(in bytes: Span<UInt8>, startingAt start: Int) -> [Range<Int>] {
        guard let automaton else { return [] }
        let count = query.letters.count
        let text = MatchUnits(normalizer, bytes, vocalized: options.contains(.vocalization))
        var ranges: [Range<Int>] = []
        var matched = 0
        // No match starts before this place: one that was found goes up to it.
        var floor = start
        for index in text.letters.indices {
            matched = automaton.advance(matched, by: text.letters[index])
            if matched < count { continue }
            let units = index + 1 - count..<index + 1
            let range = text.sourceRange(of: units)
            if range.lowerBound >= floor, !range.isEmpty, isMatch(text, units) {
                ranges.append(range)
                floor = range.upperBound
            }
        }
        return ranges
    }

    /// Whether the query stands in UTF-8 bytes.
    public func matches(_ bytes: Span<UInt8>) -> Bool { !byteRanges(in: bytes).isEmpty }

    private func isMatch(_ text: MatchUnits, _ range: Range<Int>) -> Bool {
        // A letter is not the same without a mark that stays after normalisation.
        if range.upperBound < text.letters.count, text.isMark(range.upperBound) { return false }
        if options.contains(.wholeWords) {
            if range.lowerBound > 0, text.isWordPart(range.lowerBound - 1), text.isWordPart(range.lowerBound) {
                return false
            }
            if range.upperBound < text.letters.count, text.isWordPart(range.upperBound),
                text.isWordPart(range.upperBound - 1)
            {
                return false
            }
        }
        return range.indices.allSatisfy { index in
            let written = text.vowels[index]
            return written.isEmpty || written.isSuperset(of: query.vowels[index - range.lowerBound])
        }
    }
}

extension String {
    /// Where a query stands in this text, both normalised: ranges of the text as it is. Linear in the text.
    ///
    /// To look for the same query in many texts, keep an ``ArabicMatcher``. Throws ``ICUError`` where ICU's data
    /// cannot be loaded.
    public func ranges(
        matching query: String, profile: NormalizationProfile = .search, options: MatchOptions = []
    ) throws(ICUError) -> [Range<String.Index>] {
        try ArabicMatcher(query, profile: profile, options: options).ranges(in: self)
    }
}
