internal import CArabicKernels

/// `AffixSteps` as tables for the kernel: for the three letters at an end of a word, which affix each step takes off.
struct PackedAffixSteps: Sendable {
    private static let stepCount = 16
    private static let rowCount = 1 << 12
    private var classes = [UInt8](repeating: 0, count: 256)
    private var classCount: UInt8 = 1
    private var rows: [UInt64]
    private let shortest: Int
    private let longest: Int
    private var affixes: [cak_packed_affix]
    private var tried: [UInt64]
    private var next: [UInt8]

    /// The tables; nil where the kernel has no room for the steps. `fromStart` says which end it is.
    init?(_ steps: AffixSteps, fromStart: Bool) {
        let all = steps.steps.flatMap { $0.table + $0.exceptions }
        let lengths = all.map(\.minimumLength)
        longest = lengths.max() ?? 1
        // Shorter words are all alike: what they lack, no affix has.
        shortest = max(1, lengths.filter { $0 > 1 }.min() ?? 1) - 1
        let none = UInt64(1) << (4 * UInt64(CAK_NO_STEP))
        rows = [UInt64](repeating: none, count: (longest - shortest + 1) * Self.rowCount)
        affixes = [cak_packed_affix](repeating: cak_packed_affix(), count: Self.stepCount * 16)
        tried = [UInt64](repeating: 15 << (4 * UInt64(CAK_NO_STEP)), count: Self.stepCount)
        next = [UInt8](repeating: UInt8(CAK_LAST_STATE), count: Self.stepCount * 16)
        guard steps.steps.count < Self.stepCount, steps.states.count <= Self.stepCount,
            steps.states[Int(CAK_LAST_STATE)].isEmpty
        else { return nil }
        for letter in all.flatMap(\.letters) where !addClass(of: letter) { return nil }
        for (state, followers) in steps.states.enumerated() {
            for (step, follower) in followers {
                tried[state] |= 15 << UInt64(4 * step)
                next[state << 4 | step] = UInt8(follower)
            }
        }
        for (index, step) in steps.steps.enumerated() where !add(step, at: index, fromStart: fromStart) { return nil }
    }

    private mutating func addClass(of letter: Letter) -> Bool {
        guard let packed = letter.packed, classCount < 16 || classes[packed] > 0 else { return false }
        if classes[packed] == 0 {
            classes[packed] = classCount
            classCount += 1
        }
        return true
    }

    private mutating func add(_ step: AffixSteps.Step, at index: Int, fromStart: Bool) -> Bool {
        guard step.table.count < 16 else { return false }
        // A longer affix is written over a shorter one, and an exception over both.
        let numbered = step.table.enumerated().sorted { $0.element.letters.count < $1.element.letters.count }
        for (number, affix) in numbered {
            guard let packed = cak_packed_affix(affix, skipped: step.skipped) else { return false }
            affixes[index << 4 | (number + 1)] = packed
            guard write(number + 1, for: affix, of: step, at: index, fromStart) else { return false }
        }
        for exception in step.exceptions {
            guard write(0, for: exception, of: step, at: index, fromStart) else { return false }
        }
        return true
    }

    /// Writes the number of an affix wherever its letters stand, and 0 where the word is too short for it.
    private mutating func write(
        _ number: Int, for affix: Affix, of step: AffixSteps.Step, at index: Int, _ fromStart: Bool
    ) -> Bool {
        let letters = fromStart ? affix.letters : affix.letters.reversed()
        guard step.skipped + letters.count <= 3 else { return false }
        // The letters of a row that are given, and what they are.
        var mask = 0
        var wanted = 0
        for (place, letter) in letters.enumerated() {
            let shift = 4 * (step.skipped + place)
            mask |= 15 << shift
            wanted |= Int(letter.packed.map { classes[$0] } ?? 0) << shift
        }
        let free = ~mask & (Self.rowCount - 1)
        for length in shortest...longest {
            let value = UInt64(length >= affix.minimumLength ? number : 0)
            // All that the other letters can be.
            var rest = free
            while true {
                let row = (length - shortest) << 12 | wanted | rest
                rows[row] = rows[row] & ~(15 << UInt64(4 * index)) | value << UInt64(4 * index)
                if rest == 0 { break }
                rest = (rest - 1) & free
            }
        }
        return true
    }

    /// The tables as the kernel takes them, which stay for good.
    @unsafe func kernelSteps() -> cak_affix_steps {
        let sizes = (0...Int(CAK_PACKED_LONGEST)).map { UInt8(min(max($0, shortest), longest) - shortest) }
        return unsafe cak_affix_steps(
            classes: classes.keptForGood(), rows: rows.keptForGood(), sizes: sizes.keptForGood(),
            affixes: affixes.keptForGood(), tried: tried.keptForGood(),
            next: next.keptForGood())
    }
}

extension cak_packed_affix {
    fileprivate init?(_ affix: Affix, skipped: Int) {
        let added = affix.replacement.compactMap(\.packed).map { UInt8($0) }
        guard added.count == affix.replacement.count, added.count <= min(affix.letters.count, 4) else { return nil }
        self.init()
        (count, self.skipped, self.added) = (UInt8(affix.letters.count), UInt8(skipped), UInt8(added.count))
        unsafe withUnsafeMutableBytes(of: &letters) { bytes in unsafe bytes.copyBytes(from: added) }
    }
}
