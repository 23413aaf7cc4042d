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

    /// The words of which a slice has so many letters as `wanted` says, by the plane of their counts. What is known is
    /// not asked; `ask` gives the set of a comparison.
    func words(
        of slice: RuleSlice, with wanted: ClosedRange<Int>, plane: String, ask: (String) -> WordSet
    ) -> WordSet {
        let (known, lost) = (self[slice], Self.lost(slice))
        if wanted.contains(known.lowerBound), wanted.contains(known.upperBound) { return .every }
        if !wanted.overlaps(known) { return .none }
        if wanted.count == 1 { return ask("bits(equal(\(plane), \(wanted.lowerBound + lost)))") }
        var set = WordSet.every
        if known.lowerBound < wanted.lowerBound {
            set &= ask("bits(at_least(\(plane), splat(\(wanted.lowerBound + lost))))")
        }
        if known.upperBound > wanted.upperBound {
            set &= ~ask("bits(at_least(\(plane), splat(\(wanted.upperBound + 1 + lost))))")
        }
        return set
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
