/// Tokens as flat arrays, to be used again and again: what ``ArabicTokenizer/forEachBatch(in:_:)`` fills.
///
/// The tokens follow one another without a gap, so that each starts where the one before it ends.
public struct TokenBuffer: Sendable {
    /// The byte offset where the first token starts.
    public private(set) var start = 0
    /// How many tokens there are.
    public private(set) var count = 0
    /// How many terms come before the first token.
    public private(set) var termsBefore = 0
    /// How many of the tokens are terms.
    public private(set) var termCount = 0
    private var ends: [Int]
    private var kinds: [UInt8]

    /// A batch is full at so many tokens: up to as many as stay in a near cache.
    private let capacity: Int
    private static let mostTokens = 8_192
    /// What the kernel needs to go on, and more.
    private static let room = 256

    /// Has room for the tokens of a text of so many bytes, or for as many as a batch may have.
    init(byteCount: Int = .max) {
        capacity = min(byteCount, Self.mostTokens)
        ends = [Int](repeating: 0, count: capacity + Self.room)
        kinds = [UInt8](repeating: 0, count: capacity + Self.room)
    }

    /// The byte range of a token. The index must be below ``count``.
    public func range(at index: Int) -> Range<Int> {
        (index == 0 ? start : ends[index - 1])..<ends[index]
    }

    /// Where a token ends. The index must be below ``count``.
    @inline(__always)
    func end(at index: Int) -> Int { ends[index] }

    /// The kind of a token. The index must be below ``count``.
    public func kind(at index: Int) -> TokenKind { TokenKind(rawValue: kinds[index]) ?? .punctuation }

    /// Whether a token is a term. The index must be below ``count``.
    public func isTerm(at index: Int) -> Bool { kinds[index] < TokenKind.punctuation.rawValue }

    /// Where the tokens end; ``start`` where there are none.
    public var end: Int { count == 0 ? start : ends[count - 1] }

    /// Calls a function with each token, in order.
    @inline(__always)
    public func forEach<Failure: Error>(_ body: (Token) throws(Failure) -> Void) throws(Failure) {
        var lower = start
        var terms = termsBefore
        let (ends, kinds) = (self.ends.span, self.kinds.span)
        precondition(count <= ends.count && count <= kinds.count)
        for index in 0..<count {
            // SAFETY: each index is below `count`.
            let (upper, rawKind) = unsafe (ends[unchecked: index], kinds[unchecked: index])
            let kind = TokenKind(rawValue: rawKind) ?? .punctuation
            try body(Token(range: lower..<upper, kind: kind, position: terms))
            lower = upper
            if kind.isTerm { terms += 1 }
        }
    }

    /// The first index from `index` on of a token that starts behind an offset, or ``count``.
    package func firstIndex(from index: Int, startingBehind offset: Int) -> Int {
        if index == 0, count == 0 || start > offset { return 0 }
        let ends = self.ends.span
        var index = max(index, 1)
        while index < count, ends[index - 1] <= offset { index += 1 }
        return index
    }

    /// Appends a range of the tokens of a text, each with a separator after it, but for spaces, and for signs where these
    /// are left out too: how many.
    package func append(
        _ range: Range<Int>, of bytes: Span<UInt8>, leavingOutSigns: Bool, separator: UInt8,
        to output: inout ByteBuffer
    ) -> Int {
        precondition(range.upperBound <= count)
        return output.append(
            range, ofPiecesOf: bytes, start: start, ends: ends, kinds: kinds,
            leavingOut: leavingOutSigns ? Self.signsAndSpace : Self.space, separator: separator)
    }

    private static let space = bits { $0 == .space }
    private static let signsAndSpace = bits { !$0.isTerm }

    /// The bits of some kinds.
    private static func bits(_ isMeant: (TokenKind) -> Bool) -> UInt32 {
        TokenKind.allCases.reduce(0) { isMeant($1) ? $0 | 1 << UInt32($1.rawValue) : $0 }
    }

    /// Calls a function with the ends and the kinds; the arrays go on after ``count``.
    @unsafe func withArrays(_ body: (UnsafeBufferPointer<Int>, UnsafeBufferPointer<UInt8>) -> Void) {
        // SAFETY: within the call only.
        unsafe ends.withUnsafeBufferPointer { ends in
            unsafe kinds.withUnsafeBufferPointer { kinds in unsafe body(ends, kinds) }
        }
    }

    var isFull: Bool { count >= capacity }

    /// Forgets everything, and keeps the room.
    mutating func restart() { (start, count, termsBefore, termCount) = (0, 0, 0, 0) }

    /// Forgets the tokens that start at an offset or after it.
    mutating func truncate(before offset: Int) {
        while count > 0, range(at: count - 1).lowerBound >= offset {
            count -= 1
            if isTerm(at: count) { termCount -= 1 }
        }
    }

    /// Starts a new batch where the last one ends.
    mutating func advance() {
        termsBefore += termCount
        termCount = 0
        start = end
        count = 0
    }

    mutating func append(_ token: Token) {
        ends[count] = token.range.upperBound
        kinds[count] = token.kind.rawValue
        if token.isTerm { termCount += 1 }
        count += 1
    }

    /// Takes what the kernel cuts of the bytes from ``end`` on.
    mutating func append(of bytes: Span<UInt8>, _ kernel: WordKernel) {
        let found = kernel.cut(bytes, from: end, &ends, &kinds, after: count)
        count = found.count
        termCount += found.terms
    }
}
