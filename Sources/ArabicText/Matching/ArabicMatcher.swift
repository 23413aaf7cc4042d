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
    package let normalizer: ArabicNormalizer
    /// Finds the letters of the query; nil where it has none.
    let automaton: PatternAutomaton<UInt32>?
    /// Finds the bytes of the query; nil where they do not tell, since vowels may be written or not.
    package let search: ByteSearch?
    /// The vowels that the query writes on each letter; empty where it writes none, or they do not count.
    private let vowels: [UInt16]
    /// How many bytes of a long text are worked on at a time.
    var pieceSize = 1 << 16

    /// Compiles a query. One that nothing is left of after normalisation matches nothing. Linear in the query.
    ///
    /// Throws ``ICUError`` where ICU's data cannot be loaded.
    public init(
        _ query: String, profile: NormalizationProfile = .search, options: MatchOptions = []
    ) throws(ICUError) {
        self.init(
            query, normalizer: try ArabicNormalizer(Self.profile(profile, for: options)), options: options)
    }

    /// With a normaliser for what ``profile(_:for:)`` gives.
    init(_ query: String, normalizer: ArabicNormalizer, options: MatchOptions) {
        self.options = options
        self.normalizer = normalizer
        let isVocalized = options.contains(.vocalization)
        let text = query.utf8Span.span
        var bytes: [UInt8] = []
        var alignment = Alignment()
        bytes.append(room: text.count + 64) { alignment = normalizer.align(text, into: &$0) }
        var units = MatchUnits(vocalized: isVocalized)
        units.append(bytes.span, alignment, from: 0)
        automaton = units.count == 0 ? nil : PatternAutomaton(units.letters)
        search = isVocalized || units.count == 0 ? nil : ByteSearch(bytes)
        vowels = units.writtenVowels
    }

    /// The profile for query and text: vowels that count stay.
    static func profile(_ profile: NormalizationProfile, for options: MatchOptions) -> NormalizationProfile {
        var profile = profile
        if options.contains(.vocalization) { profile.removedMarks.subtract(MatchUnits.optionalMarks) }
        return profile
    }

    /// Where the query stands in a text: ranges of the text as it is. Linear in the text, but see
    /// ``MatchOptions/vocalization``.
    public func ranges(in text: String) -> [Range<String.Index>] {
        byteRanges(in: text.utf8Span.span).map { range in
            let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
            return start..<text.utf8.index(start, offsetBy: range.count)
        }
    }

    /// Where the query stands in UTF-8 bytes, as ranges of their offsets. As fast as ``ranges(in:)``.
    ///
    /// Ill-formed sequences match nothing and cut words.
    public func byteRanges(in bytes: Span<UInt8>) -> [Range<Int>] {
        var scanner = MatchScanner(self)
        var ranges: [Range<Int>] = []
        while let range = scanner.next(in: bytes) { ranges.append(range) }
        return ranges
    }

    /// Whether the query stands in UTF-8 bytes. Looks no further than the first match.
    public func matches(_ bytes: Span<UInt8>) -> Bool {
        var scanner = MatchScanner(self)
        return scanner.next(in: bytes) != nil
    }

    /// Whether units that are the query's letters are a match. The unit behind them must be there, if the text has one.
    func isMatch(_ text: MatchUnits, _ range: Range<Int>) -> Bool {
        let (start, end) = (range.lowerBound, range.upperBound)
        // A letter is not the same without a mark that stays after normalisation.
        if end < text.count, text.isMark(end) { return false }
        if options.contains(.wholeWords) {
            if start > 0, text.isWordPart(start - 1), text.isWordPart(start) { return false }
            if end < text.count, text.isWordPart(end), text.isWordPart(end - 1) { return false }
        }
        return vowels.isEmpty || !text.contradicts(vowels, from: start)
    }
}

extension String {
    /// Where a query stands in this text, both normalised: ranges of the text as it is. Linear in the text.
    ///
    /// To look for the same query in many texts, keep an ``ArabicMatcher``, which says more about the ranges. Throws
    /// ``ICUError`` where ICU's data cannot be loaded.
    public func ranges(
        matching query: String, profile: NormalizationProfile = .search, options: MatchOptions = []
    ) throws(ICUError) -> [Range<String.Index>] {
        try ArabicMatcher(query, profile: profile, options: options).ranges(in: self)
    }
}
