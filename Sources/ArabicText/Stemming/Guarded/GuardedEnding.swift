/// An ending that a listed word may carry and still be that word: up to four letters.
struct GuardedEnding: BitwiseCopyable, Sendable {
    let count: Int
    private let bits: UInt32
    private let mask: UInt32

    fileprivate init(_ letters: some Sequence<Unicode.Scalar>) {
        let ending = ArrayWord(letters)
        count = ending.count
        bits = ending.tail
        mask = ~0 << (32 - 8 * UInt32(ending.count))
    }

    /// The code of the first letter.
    var first: UInt32 { bits >> (32 - 8 * UInt32(count)) & 0xFF }

    fileprivate var last: Int { Int(bits >> 24) }

    /// Does a word with that tail end so?
    @inline(__always)
    func ends(_ tail: UInt32) -> Bool { tail & mask == bits }

    static let all: [GuardedEnding] =
        GuardedWords.endings.split(whereSeparator: \.isWhitespace).map { GuardedEnding($0.unicodeScalars) }
}

/// The endings by their last letter.
struct GuardedEndings: Sendable {
    private let endings: ConstantTable<GuardedEnding>
    /// Where the endings in a letter begin; they end where those in the next letter begin.
    private let starts: ConstantTable<Int>

    init() {
        let sorted = GuardedEnding.all.sorted { $0.last < $1.last }
        endings = ConstantTable(sorted)
        starts = ConstantTable((0...64).map { letter in sorted.firstIndex { $0.last >= letter } ?? sorted.count })
    }

    /// Where the endings in that letter are: most words that are asked for have none.
    @inline(__always)
    func range(inLetter letter: GuardedLetter) -> Range<Int> {
        letter.code < 64 ? starts[Int(letter.code)]..<starts[Int(letter.code) + 1] : 0..<0
    }

    @inline(__always)
    subscript(index: Int) -> GuardedEnding { endings[index] }
}
