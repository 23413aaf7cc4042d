/// What became of a scalar, or from which one it came.
enum ScalarChange: Equatable {
    case kept(Unicode.Scalar)
    case replaced(Unicode.Scalar, by: Unicode.Scalar)
    case deleted(Unicode.Scalar)
    case inserted(Unicode.Scalar)

    var before: Unicode.Scalar? {
        switch self {
        case .kept(let scalar), .replaced(let scalar, _), .deleted(let scalar): scalar
        case .inserted: nil
        }
    }

    var after: Unicode.Scalar? {
        switch self {
        case .kept(let scalar), .replaced(_, let scalar), .inserted(let scalar): scalar
        case .deleted: nil
        }
    }

    var isChange: Bool { before != after }

    /// How one text may have become another, with few changes.
    ///
    /// A reading, not what the step did: it compares the two texts. Linear, since at a difference it looks no further
    /// ahead than a window; so the changes need not be the fewest.
    static func list(from before: String, to after: String) -> [ScalarChange] {
        let old = Array(before.unicodeScalars)
        let new = Array(after.unicodeScalars)
        var changes: [ScalarChange] = []
        var (left, right) = (0, 0)
        while left < old.count || right < new.count {
            if left < old.count, right < new.count, old[left] == new[right] {
                changes.append(.kept(old[left]))
                (left, right) = (left + 1, right + 1)
                continue
            }
            for change in EditWindow(old[left...], new[right...]).changes {
                changes.append(change)
                if change.before != nil { left += 1 }
                if change.after != nil { right += 1 }
            }
        }
        return changes
    }
}

/// The beginnings of two texts, and the cheapest way from one to the other: a replacement, a deletion and an insertion
/// cost the same.
private struct EditWindow {
    /// The longest expansion is U+FDFA, with 18 scalars; what a window cannot see the end of is cut in half.
    private static let size = 48

    private let old: [Unicode.Scalar]
    private let new: [Unicode.Scalar]
    /// Whether the texts go on after the window.
    private let oldGoesOn: Bool
    private let newGoesOn: Bool
    /// The cost of going from the first `i` of one to the first `j` of the other, at `i * (new.count + 1) + j`.
    private var costs: [Int]

    init(_ old: ArraySlice<Unicode.Scalar>, _ new: ArraySlice<Unicode.Scalar>) {
        self.old = Array(old.prefix(Self.size))
        self.new = Array(new.prefix(Self.size))
        oldGoesOn = self.old.count < old.count
        newGoesOn = self.new.count < new.count
        let width = self.new.count + 1
        costs = [Int](repeating: 0, count: (self.old.count + 1) * width)
        for i in 0...self.old.count {
            for j in 0...self.new.count where i + j > 0 {
                var cost = Int.max
                if i > 0 { cost = min(cost, costs[(i - 1) * width + j] + 1) }
                if j > 0 { cost = min(cost, costs[i * width + j - 1] + 1) }
                if i > 0, j > 0 {
                    let isSame = self.old[i - 1] == self.new[j - 1]
                    cost = min(cost, costs[(i - 1) * width + j - 1] + (isSame ? 0 : 1))
                }
                costs[i * width + j] = cost
            }
        }
    }

    private func cost(_ i: Int, _ j: Int) -> Int { costs[i * (new.count + 1) + j] }

    /// At least one change; of a window that does not see both ends, only those of its first half.
    var changes: [ScalarChange] {
        var (i, j) = end
        var path: [ScalarChange] = []
        while i > 0 || j > 0 {
            if i > 0, j > 0, cost(i, j) == cost(i - 1, j - 1) + (old[i - 1] == new[j - 1] ? 0 : 1) {
                path.append(old[i - 1] == new[j - 1] ? .kept(old[i - 1]) : .replaced(old[i - 1], by: new[j - 1]))
                (i, j) = (i - 1, j - 1)
            } else if i > 0, cost(i, j) == cost(i - 1, j) + 1 {
                path.append(.deleted(old[i - 1]))
                i -= 1
            } else {
                path.append(.inserted(new[j - 1]))
                j -= 1
            }
        }
        return path.reversed().dropLast(oldGoesOn || newGoesOn ? path.count / 2 : 0)
    }

    /// Where the way ends: where both texts do, or wherever it is cheapest to leave the window by an edge at which a
    /// text goes on. So it is never empty, and at least as long as the window where a text goes on.
    private var end: (Int, Int) {
        var ends: [(Int, Int)] = []
        if newGoesOn { ends += (0...old.count).map { ($0, new.count) } }
        if oldGoesOn { ends += (0...new.count).map { (old.count, $0) } }
        // Where two are as cheap, the one that has read more.
        let best = ends.min { (cost($0.0, $0.1), -$0.0 - $0.1) < (cost($1.0, $1.1), -$1.0 - $1.1) }
        return best ?? (old.count, new.count)
    }
}
