import ArabicText

/// What is known of how many letters the words of a set have: of the word, and of chosen slices.
struct CountRanges {
    /// No kernel has longer words.
    static let longest = 8

    private var ranges: [RuleSlice.Name?: ClosedRange<Int>] = [:]

    /// The letters that a slice has less than what its range is kept for.
    private static func lost(_ slice: RuleSlice) -> Int {
        slice.name == nil ? slice.skipped + slice.cut : slice.cut
    }

    private func whole(_ slice: RuleSlice) -> ClosedRange<Int> { ranges[slice.name] ?? 0...Self.longest }

    subscript(slice: RuleSlice) -> ClosedRange<Int> {
        let (whole, lost) = (whole(slice), Self.lost(slice))
        return max(0, whole.lowerBound - lost)...max(0, whole.upperBound - lost)
    }

    /// What is known where a test holds too.
    func refined(by test: RuleTest) -> CountRanges {
        var refined = self
        switch test {
        case .every(let tests):
            for test in tests { refined = refined.refined(by: test) }
        case .count(let slice, let counts):
            let (whole, lost) = (whole(slice), Self.lost(slice))
            let lower = max(whole.lowerBound, counts.lowerBound == 0 ? 0 : counts.lowerBound + lost)
            refined.ranges[slice.name] = lower...max(lower, min(whole.upperBound, counts.upperBound + lost))
        case .letter(let slice, let index, _, _):
            refined = refined.refined(by: slice.atLeast(index >= 0 ? index + 1 : -index))
        case .negated(.count(let slice, let counts)) where counts.lowerBound == 0:
            refined = refined.refined(by: slice.atLeast(counts.upperBound + 1))
        case .negated(.some(let tests)):
            for test in tests { refined = refined.refined(by: .negated(test)) }
        default: break
        }
        return refined
    }
}
