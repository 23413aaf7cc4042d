import Foundation

/// Whether tests that can be had in a short and in a long form take the long one: the variable `ARABICTEXT_EXHAUSTIVE` is
/// set, as `.ci/run` does. The short form takes a sample of the same cases.
public let isExhaustive = ProcessInfo.processInfo.environment["ARABICTEXT_EXHAUSTIVE"] != nil

extension Sequence {
    /// All elements in the long form; in the short form one in `step`, evenly spread, and never none of some.
    ///
    /// A test that takes the same cases with one setting after another gives each setting a start of its own, so that
    /// together the settings meet all cases. Random rounds are sampled as numbers: where they take turns by their
    /// number, `step` must share no factor with the number of turns.
    public func sampled(every step: Int, from start: Int = 0) -> [Element] {
        let all = Array(self)
        if isExhaustive || all.isEmpty { return all }
        return stride(from: start % Swift.min(step, all.count), to: all.count, by: step).map { all[$0] }
    }
}

/// The scalar values of a range: all in the long form. In the short form all of the blocks where Arabic text has its
/// letters, marks and signs, and one in `step` of the others.
public func scalarValues(
    in range: ClosedRange<UInt32> = 0...0x10FFFF, every step: Int, from start: Int = 0
) -> [UInt32] {
    let offset = UInt32(start % step)
    return range.filter { value in
        if 0xD800...0xDFFF ~= value { return false }
        return isExhaustive || value % UInt32(step) == offset || frequentValues.contains { $0.contains(value) }
    }
}

/// Latin, Arabic, general punctuation, presentation forms, specials.
private let frequentValues: [ClosedRange<UInt32>] = [
    0x00...0xFF, 0x600...0x6FF, 0x750...0x77F, 0x870...0x8FF, 0x2000...0x206F, 0xFB50...0xFDFF, 0xFE70...0xFEFF,
    0xFFF0...0xFFFF,
]
