internal import CArabicKernels

/// An ending that a listed word may carry and still be that word: up to four letters.
struct GuardedEnding: BitwiseCopyable, Sendable {
    let kernelEnding: cak_guarded_ending

    fileprivate init(_ letters: some Sequence<Unicode.Scalar>) {
        let ending = ArrayWord(letters)
        kernelEnding = cak_guarded_ending(
            bits: ending.tail, mask: ~0 << (32 - 8 * UInt32(ending.count)), count: UInt32(ending.count))
    }

    var count: Int { Int(kernelEnding.count) }

    /// The code of the first letter.
    var first: UInt32 { kernelEnding.bits >> (32 - 8 * kernelEnding.count) & 0xFF }

    fileprivate var last: Int { Int(kernelEnding.bits >> 24) }

    /// Does a word with that tail end so?
    @inline(__always)
    func ends(_ tail: UInt32) -> Bool { tail & kernelEnding.mask == kernelEnding.bits }

    static let all: [GuardedEnding] =
        GuardedWords.endings.split(whereSeparator: \.isWhitespace).map { GuardedEnding($0.unicodeScalars) }

    /// By their last letter.
    static let sorted = all.sorted { $0.last < $1.last }
}

/// The endings by their last letter.
struct GuardedEndings: Sendable {
    private let endings: ConstantTable<GuardedEnding>
    /// Where the endings in a letter begin; they end where those in the next letter begin.
    let starts: ConstantTable<UInt8>

    init() {
        let sorted = GuardedEnding.sorted
        endings = ConstantTable(sorted)
        starts = ConstantTable(
            (0...64).map { letter in UInt8(sorted.firstIndex { $0.last >= letter } ?? sorted.count) })
    }

    /// Where the endings in that letter are: most words that are asked for have none.
    @inline(__always)
    func range(inLetter letter: GuardedLetter) -> Range<Int> {
        letter.code < 64 ? Int(starts[Int(letter.code)])..<Int(starts[Int(letter.code) + 1]) : 0..<0
    }

    @inline(__always)
    subscript(index: Int) -> GuardedEnding { endings[index] }
}
