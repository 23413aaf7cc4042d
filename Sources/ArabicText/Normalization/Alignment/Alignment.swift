/// A place in a text before normalisation. Its unit is that of the call that gives or takes it.
public struct SourcePosition: Sendable, Hashable, Comparable {
    /// Counted from the start of the source.
    public var offset: Int

    /// A place in the source.
    public init(_ offset: Int) { self.offset = offset }

    /// Whether one place is before another.
    public static func < (left: Self, right: Self) -> Bool { left.offset < right.offset }
}

/// A place in a text after normalisation. Its unit is that of the call that gives or takes it.
public struct NormalizedPosition: Sendable, Hashable, Comparable {
    /// Counted from the start of the normalised text.
    public var offset: Int

    /// A place in the normalised text.
    public init(_ offset: Int) { self.offset = offset }

    /// Whether one place is before another.
    public static func < (left: Self, right: Self) -> Bool { left.offset < right.offset }
}

/// Which bytes of a normalised text come from which bytes of its source: a list of edits, with the same bytes on both
/// sides between them.
///
/// Ranges map both ways, monotone and total: what lies outside the texts is cut to them, and neighbouring ranges map
/// to neighbouring ranges that do not overlap, but that a range which cuts an edit in two maps to the whole of it.
/// Offsets are UTF-8 bytes; ``AlignedText`` has other units too.
public struct Alignment: Sendable, Hashable {
    /// A stretch of the source, and what it became.
    struct Edit: Sendable, Hashable {
        var source: Range<Int>
        var normalized: Range<Int>
    }

    /// In order on both sides, none empty on both.
    private(set) var edits: [Edit] = []
    /// The length of the source in bytes.
    public private(set) var sourceCount = 0
    /// The length of the normalised text in bytes.
    public private(set) var normalizedCount = 0

    init() {}

    /// Makes room for edits.
    mutating func reserve(_ count: Int) { edits.reserveCapacity(count) }

    /// How many stretches of the source became something else.
    public var editCount: Int { edits.count }

    /// The source of a range of the normalised text. Deleted characters belong to what stands before them, so the
    /// marks of a word's last letter are part of the word. Logarithmic in the number of edits.
    public func sourceRange(of range: Range<NormalizedPosition>) -> Range<SourcePosition> {
        let start = min(max(range.lowerBound.offset, 0), normalizedCount)
        let end = min(max(range.upperBound.offset, start), normalizedCount)
        let lower = sourceOffset(start, upper: false)
        let upper = start == end ? lower : max(lower, sourceOffset(end, upper: true))
        return SourcePosition(lower)..<SourcePosition(upper)
    }

    /// What a range of the source became. Logarithmic in the number of edits.
    public func normalizedRange(of range: Range<SourcePosition>) -> Range<NormalizedPosition> {
        let start = min(max(range.lowerBound.offset, 0), sourceCount)
        let end = min(max(range.upperBound.offset, start), sourceCount)
        let lower = normalizedOffset(start, upper: false)
        let upper = start == end ? lower : max(lower, normalizedOffset(end, upper: true))
        return NormalizedPosition(lower)..<NormalizedPosition(upper)
    }

    /// Where in the source an offset of the normalised text lies; inside of an edit, its start or end.
    private func sourceOffset(_ offset: Int, upper: Bool) -> Int {
        // The last edit that starts at or before the offset; deletions at the offset are behind us then.
        guard let edit = lastEdit(where: { $0.normalized.lowerBound <= offset }) else { return offset }
        if edit.normalized.isEmpty || offset >= edit.normalized.upperBound {
            return edit.source.upperBound + offset - edit.normalized.upperBound
        }
        if offset == edit.normalized.lowerBound { return edit.source.lowerBound }
        return upper ? edit.source.upperBound : edit.source.lowerBound
    }

    private func normalizedOffset(_ offset: Int, upper: Bool) -> Int {
        guard let edit = lastEdit(where: { $0.source.lowerBound <= offset }) else { return offset }
        if offset >= edit.source.upperBound { return edit.normalized.upperBound + offset - edit.source.upperBound }
        if offset == edit.source.lowerBound { return edit.normalized.lowerBound }
        return upper ? edit.normalized.upperBound : edit.normalized.lowerBound
    }

    /// The last edit of those at the front for which a condition holds.
    private func lastEdit(where holds: (Edit) -> Bool) -> Edit? {
        var low = 0
        var high = edits.count
        while low < high {
            let middle = (low + high) / 2
            if holds(edits[middle]) { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : edits[low - 1]
    }
}

extension Alignment {
    /// Adds an edit behind the others.
    mutating func append(source: Range<Int>, normalized: Range<Int>) {
        if source.isEmpty, normalized.isEmpty { return }
        edits.append(Edit(source: source, normalized: normalized))
    }

    /// Forgets the edits from an offset of the source on.
    mutating func removeEdits(from source: Int) {
        while let last = edits.last, last.source.lowerBound >= source { edits.removeLast() }
    }

    /// Adds what a window of the source became: one edit, if it changed. Of a word, the scalars that are the same at
    /// both ends are left out; a letter and its marks stay together, since a mark alone may become something else.
    mutating func appendWindow(
        _ text: Span<UInt8>, _ window: Range<Int>, _ result: [UInt8], at output: Int, isWord: Bool
    ) {
        func isTrail(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
        let most = min(window.count, result.count)
        var front = 0
        while front < most, text[window.lowerBound + front] == result[front] { front += 1 }
        if front == window.count, front == result.count { return }
        if !isWord {
            // A line feed or a space before marks takes part in nothing.
            let space = front > 0 && result[0] <= 0x20 ? 1 : 0
            return append(
                source: window.lowerBound + space..<window.upperBound,
                normalized: output + space..<output + result.count)
        }
        func cutsScalar(_ front: Int) -> Bool {
            front < window.count && isTrail(text[window.lowerBound + front])
                || front < result.count && isTrail(result[front])
        }
        while front > 0, cutsScalar(front) { front -= 1 }
        var back = 0
        while back < most - front, text[window.upperBound - 1 - back] == result[result.count - 1 - back] { back += 1 }
        while back > 0, isTrail(result[result.count - back]) { back -= 1 }
        append(
            source: window.lowerBound + front..<window.upperBound - back,
            normalized: output + front..<output + result.count - back)
    }

    /// States how long both texts are.
    mutating func finish(sourceCount: Int, normalizedCount: Int) {
        self.sourceCount = sourceCount
        self.normalizedCount = normalizedCount
    }

    /// This alignment, and then another whose source is this one's result.
    func followed(by next: Alignment) -> Alignment {
        if next.edits.isEmpty { return self }
        var result = Alignment()
        var first = edits.makeIterator()
        var second = next.edits.makeIterator()
        var mine = first.next()
        var theirs = second.next()
        // How far source and normalised text are ahead of the text in the middle, behind the edits so far.
        var sourceShift = 0
        var normalizedShift = 0
        while mine != nil || theirs != nil {
            // The next stretch of the middle that an edit touches on either side, and all that overlap with it. What is
            // deleted where the stretch starts belongs to what stands before it, and is an edit of its own.
            let start = min(mine?.normalized.lowerBound ?? Int.max, theirs?.source.lowerBound ?? Int.max)
            let source = start + sourceShift
            let normalized = start + normalizedShift
            var end = start
            // What begins before this is part of it: for the first edit what begins at the start.
            var bound = start + 1
            while true {
                if let edit = mine, edit.normalized.lowerBound < bound {
                    end = max(end, edit.normalized.upperBound)
                    sourceShift = edit.source.upperBound - edit.normalized.upperBound
                    mine = first.next()
                } else if let edit = theirs, edit.source.lowerBound < bound {
                    end = max(end, edit.source.upperBound)
                    normalizedShift = edit.normalized.upperBound - edit.source.upperBound
                    theirs = second.next()
                } else {
                    break
                }
                bound = end
            }
            result.append(source: source..<end + sourceShift, normalized: normalized..<end + normalizedShift)
        }
        result.finish(sourceCount: sourceCount, normalizedCount: next.normalizedCount)
        return result
    }
}
