/// Finds a pattern in what is read element by element, none of it twice (Knuth, Morris and Pratt, "Fast Pattern
/// Matching in Strings", 1977).
struct PatternAutomaton<Element: Equatable & Sendable>: Sendable {
    /// At least one.
    let pattern: [Element]
    /// For each prefix of the pattern the length of its longest proper border.
    private let borders: [Int]

    /// Linear in the pattern, which is not empty.
    init(_ pattern: [Element]) {
        self.pattern = pattern
        var borders: [Int] = []
        borders.reserveCapacity(pattern.count)
        var length = 0
        for (index, element) in pattern.enumerated() {
            if index > 0 {
                while length > 0, pattern[length] != element { length = borders[length - 1] }
                if pattern[length] == element { length += 1 }
            }
            borders.append(length)
        }
        self.borders = borders
    }

    /// How much of the pattern the elements so far end with, one more element being read; before it they ended with the
    /// first `matched` of the pattern. Constant time, over a text.
    @inline(__always)
    func advance(_ matched: Int, by element: Element) -> Int {
        var matched = matched == pattern.count ? borders[matched - 1] : matched
        while pattern[matched] != element {
            if matched == 0 { return 0 }
            matched = borders[matched - 1]
        }
        return matched + 1
    }
}
