/// The automaton at work on bytes: cuts one token after the other, and where the bytes end for now, keeps its state.
struct TokenScanner: Sendable {
    private let automaton: WordAutomaton
    private let classes: ScalarTable<UInt8>

    /// The first byte of the token under way.
    private(set) var start = 0
    /// The next byte to read.
    private var position = 0
    private var state = WordAutomaton.start
    /// Where the token ends if nothing that follows prolongs it, and the state there.
    private var acceptedEnd = 0
    private var acceptedState = WordAutomaton.dead
    /// The UTF-16 units from start to position, once they are counted.
    private var units: Int?
    private var terms = 0
    /// What is left of a token that the dictionary divided, last first.
    private var pieces: [DictionaryPiece] = []

    init(_ rules: TokenizationRules) {
        automaton = rules.automaton
        classes = WordClass.table
    }

    /// The next token, or nil where the bytes end before it is known (with `isLast`: where they end).
    ///
    /// The bytes must begin with those of the last call, as far as `moveBack` has not cut them off.
    @inline(__always)
    mutating func next(in bytes: Span<UInt8>, isLast: Bool) -> Token? {
        if let piece = pieces.popLast() { return token(piece.range, piece.kind) }
        guard scan(bytes, isLast: isLast), acceptedEnd > start else { return nil }
        let range = start..<acceptedEnd
        let ended = Int(acceptedState)
        start = range.upperBound
        position = start
        state = WordAutomaton.start
        units = nil
        if automaton.holdsDictionary[ended] { return divided(range, automaton.kinds[ended], bytes) }
        return token(range, automaton.kinds[ended])
    }

    /// Forgets everything but the rules.
    mutating func restart() {
        start = 0
        position = 0
        state = WordAutomaton.start
        acceptedEnd = 0
        units = nil
        terms = 0
        pieces = []
    }

    /// Goes on at another offset, where a token starts.
    mutating func move(to offset: Int) {
        start = offset
        position = offset
        acceptedEnd = offset
        state = WordAutomaton.start
        units = nil
    }

    /// Whether a token that the dictionary divided is not yet given out.
    var isInsideDividedToken: Bool { !pieces.isEmpty }

    /// Tells the scanner that so many bytes before the token under way are gone.
    mutating func moveBack(_ count: Int) {
        start -= count
        position -= count
        acceptedEnd -= count
    }

    @inline(__always)
    private mutating func token(_ range: Range<Int>, _ kind: TokenKind) -> Token {
        let token = Token(range: range, kind: kind, position: terms)
        if kind.isTerm { terms += 1 }
        return token
    }

    @inline(never)
    private mutating func divided(_ range: Range<Int>, _ kind: TokenKind, _ bytes: Span<UInt8>) -> Token {
        pieces = DictionaryPiece.pieces(of: range, in: bytes)
        guard let first = pieces.popLast() else { return token(range, kind) }
        return token(first.range, first.kind)
    }

    /// Reads on until nothing more can belong to the token. False where the bytes end first and more may come.
    @inline(__always)
    private mutating func scan(_ bytes: Span<UInt8>, isLast: Bool) -> Bool {
        let count = bytes.count
        // A byte gives no more than one UTF-16 unit, and the scalar that begins there no more than two: before this
        // place, nothing needs counting.
        let limit = automaton.maximumUnits.map { start + $0 - 1 } ?? Int.max
        let end = min(count, limit)
        let transitions = automaton.transitions
        let firstAccepting = automaton.firstAccepting
        let firstAcceptingBefore = automaton.firstAcceptingBefore
        var position = self.position
        var state = self.state
        var acceptedEnd = self.acceptedEnd
        var acceptedState = self.acceptedState
        var isDead = false
        var isIncomplete = false
        while position < end {
            let byte = bytes[position]
            var length = 1
            let wordClass: UInt8
            if byte < 0x80 {
                wordClass = classes[UInt32(byte)]
            } else if byte >= 0xC2, byte < 0xE0, position + 1 < count, bytes[position + 1] & 0xC0 == 0x80 {
                length = 2
                wordClass = classes[UInt32(byte & 0x1F) << 6 | UInt32(bytes[position + 1] & 0x3F)]
            } else {
                let decoded = DecodedScalar.read(bytes, at: position, isLast: isLast)
                if decoded.length == 0 {
                    isIncomplete = true
                    break
                }
                length = decoded.length
                wordClass = classes[decoded.scalar]
            }
            let next = transitions[Int(state) << 6 | Int(wordClass)]
            if next == WordAutomaton.dead {
                isDead = true
                break
            }
            state = next
            position += length
            if next >= firstAccepting {
                acceptedEnd = next >= firstAcceptingBefore ? position - length : position
                acceptedState = next
            }
        }
        // The end of the text shows as much as the end of a line.
        if position == count, isLast, !isDead {
            let next = transitions[Int(state) << 6 | Int(WordClass.lineFeed.rawValue)]
            if next >= firstAcceptingBefore {
                acceptedEnd = position
                acceptedState = next
            }
        }
        self.position = position
        self.state = state
        self.acceptedEnd = acceptedEnd
        self.acceptedState = acceptedState
        if isDead || automaton.isFinal[Int(state)] { return true }
        if isIncomplete { return false }
        if position < limit { return isLast }
        return scanCounting(bytes, isLast: isLast)
    }

    /// Reads on like `scan`, and stops before the token would have too many UTF-16 units.
    @inline(never)
    private mutating func scanCounting(_ bytes: Span<UInt8>, isLast: Bool) -> Bool {
        guard let most = automaton.maximumUnits else { return true }
        var units = self.units ?? Self.units(bytes, from: start, to: position)
        while position < bytes.count {
            let decoded = DecodedScalar.read(bytes, at: position, isLast: isLast)
            if decoded.length == 0 { break }
            units += decoded.scalar > 0xFFFF ? 2 : 1
            if units > most { return true }
            let next = automaton.transitions[Int(state) << 6 | Int(classes[decoded.scalar])]
            if next == WordAutomaton.dead { return true }
            state = next
            position += decoded.length
            self.units = units
            if next >= automaton.firstAccepting {
                acceptedEnd = position
                acceptedState = next
            }
        }
        return isLast || units == most
    }

    private static func units(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
        var units = 0
        var offset = start
        while offset < end {
            let decoded = DecodedScalar.read(bytes, at: offset, isLast: true)
            units += decoded.scalar > 0xFFFF ? 2 : 1
            offset += decoded.length
        }
        return units
    }
}
