/// Finds the matches of a text one by one. It works on the text piece by piece (``PieceReader``), so what it needs of
/// memory does not grow with the text.
package struct MatchScanner {
    private let matcher: ArabicMatcher
    private var reader: PieceReader

    // MARK: The text as far as it has been read

    /// What became of the last piece, behind as many bytes before it as the query has: where these do not hold the
    /// query, no match goes on to the piece, and it needs no closer look.
    private var searched: [UInt8] = []
    /// Where a closer look begins, if it was not taken yet: so far back that no match which goes on later begins before
    /// it.
    private var restart: PieceReader.Place

    // MARK: The text that is looked at closely

    private var units: MatchUnits
    private var normalized: [UInt8] = []
    /// Where the source of the units ends.
    private var unitsEnd = 0
    /// The unit that is read next, and how much of the query stands before it.
    private var index = 0
    private var matched = 0
    /// A match starts here or later, since one that was found ends here.
    private var floor = 0
    /// The last unit of a match starts here or later, since no match ends before that was not seen.
    private var seen = 0

    /// A text that is not longer is looked at closely at once.
    private static let shortText = 1 << 12

    package init(_ matcher: ArabicMatcher) {
        self.matcher = matcher
        // No piece is much shorter than what is carried to the next.
        let pieceSize = max(matcher.pieceSize, matcher.search?.bytes.count ?? 0)
        reader = PieceReader(matcher.normalizer, pieceSize: pieceSize)
        restart = reader.place
        units = MatchUnits(vocalized: matcher.options.contains(.vocalization))
    }

    /// Turns to another text.
    package mutating func startAnew() {
        reader.startAnew()
        restart = reader.place
        searched.removeAll(keepingCapacity: true)
        units.removeAll()
        (unitsEnd, index, matched, floor, seen) = (0, 0, 0, 0, 0)
    }

    /// The next match, or nil. The text must be the same at each call; over all of them the time is linear in it.
    package mutating func next(in text: Span<UInt8>) -> Range<Int>? {
        guard let automaton = matcher.automaton else { return nil }
        while true {
            let isAtEnd = reader.place.offset == text.count
            if let range = nextAmongUnits(automaton, isAtEnd: isAtEnd) { return range }
            if isAtEnd { return nil }
            forgetUnits(but: automaton.pattern.count)
            readPiece(of: text)
        }
    }

    private mutating func nextAmongUnits(_ automaton: PatternAutomaton<UInt32>, isAtEnd: Bool) -> Range<Int>? {
        // What follows a unit may belong to it, or tell that no match ends with it.
        let limit = isAtEnd ? units.count : units.count - 1
        let letters = units.letters
        let count = automaton.pattern.count
        while index < limit {
            matched = automaton.advance(matched, by: letters[index])
            index += 1
            if matched == count, let range = source(of: index - count..<index) {
                floor = range.upperBound
                return range
            }
        }
        return nil
    }

    /// Where units stand in the text that are the query's letters, if they are a match.
    private func source(of range: Range<Int>) -> Range<Int>? {
        let start = units.starts[range.lowerBound]
        let end = units.ends[range.upperBound - 1]
        if start < floor || units.starts[range.upperBound - 1] < seen || end <= start { return nil }
        return matcher.isMatch(units, range) ? start..<end : nil
    }

    /// Forgets the units that no match can begin with any more; all but as many as a match has, and one before it.
    private mutating func forgetUnits(but count: Int) {
        let old = index - count
        // Each time more than are kept, which are moved.
        if old > count {
            units.removeFirst(old)
            index -= old
        }
    }

    private mutating func readPiece(of text: Span<UInt8>) {
        let start = reader.place
        guard let search = matcher.search, start.offset > 0 || text.count > min(Self.shortText, matcher.pieceSize)
        else {
            normalized.removeAll(keepingCapacity: true)
            let alignment = reader.read(text, aligned: true, into: &normalized)
            return appendUnits(alignment, from: start.offset)
        }
        searched.removeFirst(max(0, searched.count - search.bytes.count))
        let carried = searched.count
        reader.read(text, aligned: false, into: &searched)
        if search.first(in: searched.span) != nil { lookClosely(at: text, from: start) }
        // The bytes of a match that ends behind the piece, and a character before it.
        if searched.count - carried >= search.bytes.count + 4 { restart = start }
    }

    /// Makes units of the last piece, and of the text before it as far as they are missing.
    private mutating func lookClosely(at text: Span<UInt8>, from start: PieceReader.Place) {
        var from = start
        if unitsEnd < start.offset {
            from = restart
            units.removeAll()
            (index, matched, seen) = (0, 0, start.offset)
        }
        normalized.removeAll(keepingCapacity: true)
        let alignment = reader.read(text, from: from, upTo: reader.place.offset, aligned: true, into: &normalized)
        appendUnits(alignment, from: from.offset)
    }

    private mutating func appendUnits(_ alignment: Alignment, from base: Int) {
        let piece = normalized
        units.append(piece.span, alignment, from: base)
        unitsEnd = reader.place.offset
    }
}
