/// What stands at the end of a sentence, if it is one: ends, and the quotation marks and brackets that close after them.
struct SentenceEnding {
    /// What stands before the ends, as far as it matters.
    struct Context {
        /// Whether a word of the sentence comes before, and no bracket opens directly before.
        var canEnd: Bool
        /// Whether an abbreviation or the number of an item comes before, which one full stop belongs to.
        var takesDot = false
        /// What the last character before is.
        var last = SentenceClass.other
        /// Whether it is part of an address.
        var isAddress = false
    }

    private let context: Context
    private var dots = 0
    private var hasEllipsis = false
    private var hasMark = false
    private var hasStop = false
    private(set) var hasCloser = false
    /// Whether digits belong to it: directly after the sign of a verse.
    private(set) var takesDigits = false
    /// Where it ends.
    private(set) var end = 0

    init(_ context: Context) { self.context = context }

    /// Adds an end, a closing mark, or what belongs to it.
    mutating func add(_ kind: SentenceClass, endingAt end: Int) {
        self.end = end
        if kind == .ignorable || kind == .digit { return }
        takesDigits = false
        switch kind {
        case .dot: dots &+= 1
        case .ellipsis: hasEllipsis = true
        case .mark: hasMark = true
        case .stop: hasStop = true
        case .verseSign:
            hasStop = true
            takesDigits = true
        default: hasCloser = true
        }
    }

    /// Whether it is one full stop.
    var isFullStop: Bool { dots == 1 && !hasEllipsis && !hasMark && !hasStop }

    /// Whether a sentence ends here, as far as what stands before it says.
    var isEnd: Bool { context.canEnd && !(isFullStop && context.takesDot) }

    /// Whether the sentence goes on with what stands directly after it.
    func goesOn(with next: SentenceClass) -> Bool {
        if !isEnd || next == .comma || next == .colon { return true }
        if hasCloser { return false }
        if context.isAddress { return true }
        if isFullStop, next == .digit || next.isForeignLetter { return true }
        return !hasStop && context.last.isTechnical && next.isTechnical
    }

    /// Whether the sentence goes on with what stands after it and white space.
    func goesOn(withSpaced next: SentenceClass) -> Bool {
        if !isEnd || next == .comma { return true }
        return next == .smallLetter && context.last.isForeignLetter && !hasMark && !hasStop
    }
}
