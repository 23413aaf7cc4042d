import ArabicText
import Support
import Testing

/// Invariants 1, 2, 3 and 4, and the alignment, on every ordered pair of Arabic code points, on every scalar value
/// between letters and marks, and on 200,000 random texts, for every preset of ours; a sample of them unless the tests are
/// to be exhaustive.
@Suite struct PairInvariantTests {
    static let (step, randomCount) = isExhaustive ? (1, 200_000) : (64, 4_000)

    /// The 1,280 code points of the Arabic blocks of the BMP.
    static let codePoints: [UInt32] =
        [0x0600...0x06FF, 0x0750...0x077F, 0x0870...0x08FF, 0xFB50...0xFDFF, 0xFE70...0xFEFF].flatMap { Array($0) }

    /// Texts of many lines, a case a line: a line feed keeps the cases apart.
    private func checkBatches(_ profile: NormalizationProfile, _ name: String, _ batches: some Sequence<[UInt8]>) throws
    {
        let normalizer = try ArabicNormalizer(profile)
        let reference = try ReferenceNormalizer(profile)
        let compose = try ArabicNormalizer(.lossless)
        var decomposed = NormalizationProfile()
        decomposed.form = .nfd
        let decompose = try ArabicNormalizer(decomposed)
        for batch in batches {
            let once = try normalizer.bytes(batch)
            let checks: [(String, [UInt8])] = [
                ("reference", try reference.bytes(batch)),
                ("twice", try normalizer.bytes(once)),
                ("decomposed", try normalizer.bytes(try decompose.bytes(batch))),
                ("composed", try normalizer.bytes(try compose.bytes(batch))),
                ("in pieces", try NormalizationInvariantTests.stream(normalizer, batch, size: 1_021)),
            ]
            for (what, actual) in checks where actual != once {
                let lines = zip(Gold.lines(once), Gold.lines(actual)).enumerated().first { $1.0 != $1.1 }
                let source = Gold.lines(batch)[lines?.offset ?? 0]
                Issue.record("\(name), \(what): \(escaped(source))")
                return
            }
            if let fault = alignmentFault(normalizer, batch, once) {
                Issue.record("\(name), alignment: \(fault)")
                return
            }
        }
    }

    /// Each line of the result comes from a stretch of its line of the source that gives it again, and its scalars from
    /// stretches in order. Nil where all is well.
    private func alignmentFault(_ normalizer: ArabicNormalizer, _ batch: [UInt8], _ once: [UInt8]) -> String? {
        let aligned = normalizer.normalizeWithAlignment(String(decoding: batch, as: UTF8.self))
        if Array(aligned.text.utf8) != once { return "another text" }
        var (start, sourceStart) = (0, 0)
        for (line, source) in zip(Gold.lines(once), Gold.lines(batch)) {
            let range = aligned.alignment.sourceRange(
                of: NormalizedPosition(start)..<NormalizedPosition(start + line.count))
            let (lower, upper) = (range.lowerBound.offset, range.upperBound.offset)
            if lower < sourceStart || upper > sourceStart + source.count {
                return "\(escaped(source)): beyond its line"
            }
            let own = normalizer.normalize(String(decoding: batch[lower..<upper], as: UTF8.self))
            if Array(own.utf8) != line { return "\(escaped(source)): \(lower)..<\(upper) gives \(escaped(own))" }
            var last = sourceStart
            for offset in line.indices {
                let part = aligned.sourceRange(
                    of: NormalizedPosition(start + offset)..<NormalizedPosition(start + offset + 1))
                if part.upperBound.offset < last || part.upperBound.offset > upper {
                    return "\(escaped(source)): byte \(offset) out of order"
                }
                last = part.upperBound.offset
            }
            start += line.count + 1
            sourceStart += source.count + 1
        }
        return nil
    }

    @Test(arguments: ownPresets.indices)
    func everyPair(_ index: Int) throws {
        let (name, profile) = ownPresets[index]
        let batches = stride(from: 0, to: Self.codePoints.count, by: 16).lazy.map { start in
            var batch: [UInt8] = []
            for first in Self.codePoints[start..<start + 16] {
                for second in stride(from: Int(first) % Self.step, to: Self.codePoints.count, by: Self.step) {
                    batch += utf8([first, Self.codePoints[second], 0x0A])
                }
            }
            return batch
        }
        try checkBatches(profile, name, batches)
    }

    @Test(arguments: ownPresets.indices)
    func everyScalar(_ index: Int) throws {
        let (name, profile) = ownPresets[index]
        let batches = stride(from: UInt32(0), to: 0x110000, by: 0x1000).lazy.map { start in
            var batch: [UInt8] = []
            for scalar in stride(from: start, to: start + 0x1000, by: Self.step) where scalar != 0x0A {
                batch += utf8([0x0628, scalar, 0x0627, scalar, 0x064E, 0x0654, 0x0A])
            }
            return batch
        }
        try checkBatches(profile, name, batches)
    }

    @Test(arguments: ownPresets.indices)
    func randomTexts(_ index: Int) throws {
        let (name, profile) = ownPresets[index]
        var random = RandomText(seed: 40)
        let batches = (0..<Self.randomCount / 1_000).lazy.map { _ in
            Array(
                (0..<1_000).map { _ in utf8(random.next(longest: 24).filter { $0 != 0x0A }) }.joined(separator: [0x0A]))
        }
        try checkBatches(profile, name, Array(batches))
    }
}
