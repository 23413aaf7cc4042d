/// What an offset counts.
public enum OffsetUnit: String, Sendable, Hashable, CaseIterable {
    /// UTF-8 bytes.
    case utf8
    /// UTF-16 units, as NSString, JavaScript and Java count.
    case utf16
    /// Unicode scalars, as Python counts.
    case scalars
}

/// A normalised text with its source and the alignment between them.
///
/// ```swift
/// let aligned = normalizer.normalizeWithAlignment("كُتَّاب")
/// let range = aligned.sourceRange(of: aligned.text.startIndex..<aligned.text.endIndex)
/// aligned.source[range]
/// ```
///
/// Every range of one text maps to a range of the other that can be cut out of it: it begins and ends between scalars.
/// What lies outside of a text is cut to it.
public struct AlignedText: Sendable, Hashable {
    /// The text before.
    public let source: String
    /// The text after.
    public let text: String
    /// Which bytes come from which.
    public let alignment: Alignment

    /// The part of the source that a part of the normalised text comes from. Logarithmic in the number of edits.
    public func sourceRange(of range: Range<String.Index>) -> Range<String.Index> {
        let bytes = Self.offsets(of: range, in: text)
        let mapped = alignment.sourceRange(
            of: NormalizedPosition(bytes.lowerBound)..<NormalizedPosition(bytes.upperBound))
        return Self.indices(of: mapped.lowerBound.offset..<mapped.upperBound.offset, in: source)
    }

    /// What a part of the source became. Logarithmic in the number of edits.
    public func normalizedRange(of range: Range<String.Index>) -> Range<String.Index> {
        let bytes = Self.offsets(of: range, in: source)
        let mapped = alignment.normalizedRange(of: SourcePosition(bytes.lowerBound)..<SourcePosition(bytes.upperBound))
        return Self.indices(of: mapped.lowerBound.offset..<mapped.upperBound.offset, in: text)
    }

    /// The part of the source that a part of the normalised text comes from, both counted in a unit.
    ///
    /// Logarithmic in the number of edits for UTF-8, about as fast for UTF-16, linear in the texts for scalars.
    public func sourceRange(
        of range: Range<NormalizedPosition>, in unit: OffsetUnit = .utf8
    ) -> Range<SourcePosition> {
        let indices = Self.indices(of: range.lowerBound.offset..<range.upperBound.offset, in: text, unit)
        let offsets = Self.offsets(of: sourceRange(of: indices), in: source, unit)
        return SourcePosition(offsets.lowerBound)..<SourcePosition(offsets.upperBound)
    }

    /// What a part of the source became, both counted in a unit. As fast as the way back.
    public func normalizedRange(
        of range: Range<SourcePosition>, in unit: OffsetUnit = .utf8
    ) -> Range<NormalizedPosition> {
        let indices = Self.indices(of: range.lowerBound.offset..<range.upperBound.offset, in: source, unit)
        let offsets = Self.offsets(of: normalizedRange(of: indices), in: text, unit)
        return NormalizedPosition(offsets.lowerBound)..<NormalizedPosition(offsets.upperBound)
    }

    private static func offsets(of range: Range<String.Index>, in text: String, _ unit: OffsetUnit = .utf8) -> Range<
        Int
    > {
        func offset(_ index: String.Index) -> Int {
            switch unit {
            case .utf8: text.utf8.distance(from: text.startIndex, to: index)
            case .utf16: text.utf16.distance(from: text.startIndex, to: index)
            case .scalars: text.unicodeScalars.distance(from: text.startIndex, to: index)
            }
        }
        return offset(range.lowerBound)..<offset(range.upperBound)
    }

    /// The indices of offsets, moved outward to the scalars' edges and cut to the text.
    private static func indices(of range: Range<Int>, in text: String, _ unit: OffsetUnit = .utf8) -> Range<
        String.Index
    > {
        func index(_ offset: Int) -> String.Index {
            let (start, end) = (text.startIndex, text.endIndex)
            if offset <= 0 { return start }
            return switch unit {
            case .utf8: text.utf8.index(start, offsetBy: offset, limitedBy: end) ?? end
            case .utf16: text.utf16.index(start, offsetBy: offset, limitedBy: end) ?? end
            case .scalars: text.unicodeScalars.index(start, offsetBy: offset, limitedBy: end) ?? end
            }
        }
        let start = index(range.lowerBound)
        let end = index(range.upperBound)
        func isEdge(_ index: String.Index) -> Bool { index.samePosition(in: text.unicodeScalars) != nil }
        var lower = start
        while !isEdge(lower) { lower = text.utf8.index(before: lower) }
        var upper = end
        while !isEdge(upper) { upper = text.utf8.index(after: upper) }
        return lower..<max(lower, upper)
    }
}

extension ArabicNormalizer {
    /// The normalised text, and which part of it comes from which part of the source. Linear in the text.
    public func normalizeWithAlignment(_ source: String) -> AlignedText {
        let bytes = source.utf8Span.span
        var output = ByteBuffer(capacity: bytes.count + 64)
        let alignment = align(bytes, into: &output)
        // SAFETY: the source is well-formed, and every step gives whole scalars.
        return AlignedText(source: source, text: unsafe output.uncheckedString(), alignment: alignment)
    }
}
