extension FormData {
    /// The text in this form, by the algorithm of UAX #15: decompose, order canonically, compose.
    ///
    /// Time is n log n in the longest run of marks, where ICU's own takes its square.
    func normalize(_ text: [UInt32]) -> [UInt32] {
        if text.allSatisfy(isInert) { return text }
        var scalars: [UInt32] = []
        scalars.reserveCapacity(text.count)
        for scalar in text {
            // No scalar below U+00A0 decomposes; case folding starts at A.
            if scalar < 0x41 { scalars.append(scalar) } else { appendDecomposition(of: scalar, to: &scalars) }
        }
        Self.order(&scalars)
        return composes ? compose(scalars) : scalars
    }

    /// Sorts each run of marks by combining class; marks of one class keep their order. Linear, since there are few classes.
    private static func order(_ scalars: inout [UInt32]) {
        var index = 0
        while index < scalars.count {
            let start = index
            var classes: [UInt8] = []
            while index < scalars.count {
                let combiningClass = CharacterFacts.combiningClass(scalars[index])
                if combiningClass == 0 { break }
                classes.append(combiningClass)
                index += 1
            }
            if index - start > 1 {
                let marks = Array(scalars[start..<index])
                var place = start
                var next = classes.min()
                while let current = next {
                    next = nil
                    for (mark, combiningClass) in zip(marks, classes) {
                        if combiningClass == current {
                            scalars[place] = mark
                            place += 1
                        } else if combiningClass > current {
                            next = min(combiningClass, next ?? combiningClass)
                        }
                    }
                }
            }
            index += 1
        }
    }

    /// Composes each mark or letter with the last starter before it, unless something blocks it.
    private func compose(_ scalars: [UInt32]) -> [UInt32] {
        var result: [UInt32] = []
        result.reserveCapacity(scalars.count)
        var starter: Int?
        var lastClass: UInt8 = 0
        for scalar in scalars {
            let combiningClass = CharacterFacts.combiningClass(scalar)
            if let position = starter {
                // Blocked by a scalar of the same or a higher class between, or, for a starter, by any between.
                let adjacent = position == result.count - 1
                let blocked = !adjacent && (lastClass == 0 || lastClass >= combiningClass)
                if !blocked, let composite = composite(result[position], scalar) {
                    result[position] = composite
                    continue
                }
            }
            if combiningClass == 0 { starter = result.count }
            lastClass = combiningClass
            result.append(scalar)
        }
        return result
    }
}
