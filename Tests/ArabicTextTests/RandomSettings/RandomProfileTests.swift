import Support
import Testing

@testable import ArabicText

/// Invariants 1 to 4 and the alignment for combinations of settings that no preset has.
@Suite(.switchesKernel) struct RandomProfileTests {
    /// How much was tested: some checks are for some of the cases only.
    private struct Counts {
        var profiles = 0
        var cases = 0
        var illFormed = 0
        var promising = 0
    }

    /// Texts of what the steps act on, many of them of few characters, so that these meet; and some of everything else.
    private struct Texts {
        var hostile: HostileText
        private var dense: RandomText

        init(seed: UInt64) {
            hostile = HostileText(seed: seed)
            dense = RandomText(seed: ~seed)
        }

        mutating func next(_ generator: inout SplitMix64) -> [UInt8] {
            switch generator.number(below: 8) {
            case 0: return hostile.next(longest: generator.pick([12, 30, 80, 300]))
            case 1...3: return utf8(dense.next(longest: generator.pick([6, 24, 60])))
            default:
                let few = [0x20] + dense.next(longest: 5)
                return utf8((0..<generator.number(below: 16)).map { _ in generator.pick(few) })
            }
        }
    }

    @Test func anyCombinationKeepsWhatProfilesPromise() throws {
        var run = RandomRun("random profiles")
        var texts = Texts(seed: run.generator.next())
        let decomposing = try ArabicNormalizer(NormalizationProfile { $0.form = .nfd })
        var counts = Counts()
        var found: Set<String> = []
        // A slow machine tests a few profiles too. A fault has many profiles and texts: a few of them are enough to read.
        while !run.isOver || counts.profiles < 20, found.count < 20 {
            let profile = NormalizationProfile.random(&run.generator)
            let checks = try ProfileChecks(profile, decomposing: decomposing)
            counts.profiles += 1
            for _ in 0..<32 {
                var text = texts.next(&run.generator)
                if run.generator.once(in: 4) { texts.hostile.spoil(&text) }
                counts.cases += 1
                counts.illFormed += Array(String(decoding: text, as: UTF8.self).utf8) == text ? 0 : 1
                counts.promising += checks.promisesForm ? 1 : 0
                let cuts = run.generator.next()
                guard let fault = checks.fault(in: text, cuts: cuts) else { continue }
                let smallest = shrunk(profile, text) { profile, text in
                    (try? ProfileChecks(profile, decomposing: decomposing))?.fault(in: text, cuts: cuts)?.promise
                        == fault.promise
                }
                let shown =
                    try ProfileChecks(smallest.profile, decomposing: decomposing).fault(in: smallest.text, cuts: cuts)
                    ?? fault
                // With another form, or other marks, it is the same fault.
                let properties = smallest.profile.settings.map(\.name).filter { $0 != "form" }
                guard found.insert("\(shown.promise.rawValue): \(properties)").inserted else { continue }
                Issue.record(
                    """
                    seed \(run.seed), \(shown.promise.rawValue): \(smallest.profile.summary)
                    text \(escaped(smallest.text)), bytes \(smallest.text): \(shown.details)
                    """)
            }
        }
        print("random profiles: \(counts)")
        #expect(counts.cases > counts.illFormed && counts.illFormed > 0 && counts.promising > 0)
    }
}

/// A profile compiled, and what is promised of it.
private struct ProfileChecks {
    enum Promise: String {
        case fastIsReference, piecesAreWhole, wellFormedStays, twiceIsOnce, equivalentTextsAreOne, alignment
    }

    struct Fault {
        let promise: Promise
        let details: String
    }

    /// What became of a text, and the offset of the bytes for which the rest failed.
    private typealias Outcome = (bytes: [UInt8], error: Int?)

    private let normalizer: ArabicNormalizer
    private let reference: ReferenceNormalizer
    private let decomposing: ArabicNormalizer

    /// Takes one that decomposes canonically, since compiling takes its time.
    init(_ profile: NormalizationProfile, decomposing: ArabicNormalizer) throws {
        normalizer = try ArabicNormalizer(profile)
        reference = try ReferenceNormalizer(profile)
        self.decomposing = decomposing
    }

    /// Whether results are in a form, and so idempotent, and the same for canonically equivalent texts.
    var promisesForm: Bool {
        let profile = normalizer.profile
        return profile.form != .none && profile.formUse == .throughout && profile.characterMap == .none
    }

    /// The first promise that is not kept for a text. Cuts it into pieces by a seed.
    func fault(in text: [UInt8], cuts: UInt64) -> Fault? {
        for policy in IllFormedPolicy.allCases {
            let expected = outcome { output throws(IllFormedUTF8Error) in
                try reference.normalize(text.span, illFormed: policy, into: &output)
            }
            for kernel in ProcessorKernel.available {
                #expect(kernel.use())
                let fast = outcome { output throws(IllFormedUTF8Error) in
                    try normalizer.normalize(text.span, illFormed: policy, into: &output)
                }
                if fast != expected {
                    let details = "\(kernel), \(policy): \(shown(fast)), not \(shown(expected))"
                    return Fault(promise: .fastIsReference, details: details)
                }
            }
            let streamed = outcome { output throws(IllFormedUTF8Error) in
                try stream(text, policy, cuts, into: &output)
            }
            if streamed != expected {
                let details = "\(policy): \(shown(streamed)), not \(shown(expected))"
                return Fault(promise: .piecesAreWhole, details: details)
            }
        }
        let source = Self.repaired(text)
        let once = Self.bytes(source, by: normalizer)
        if Self.repaired(once) != once { return Fault(promise: .wellFormedStays, details: "\(once)") }
        if promisesForm {
            let twice = Self.bytes(once, by: normalizer)
            if twice != once {
                return Fault(promise: .twiceIsOnce, details: "\(escaped(once)), then \(escaped(twice))")
            }
            let decomposed = Self.bytes(source, by: decomposing)
            let other = Self.bytes(decomposed, by: normalizer)
            if other != once {
                let details = "\(escaped(once)); of \(escaped(decomposed)) comes \(escaped(other))"
                return Fault(promise: .equivalentTextsAreOne, details: details)
            }
        }
        return alignmentFault(source, once).map { Fault(promise: .alignment, details: $0) }
    }

    private func shown(_ outcome: Outcome) -> String {
        let error = outcome.error.map { ", error at \($0)" } ?? ""
        return "\(escaped(outcome.bytes)) \(outcome.bytes)\(error)"
    }

    private func outcome(_ body: (inout [UInt8]) throws(IllFormedUTF8Error) -> Void) -> Outcome {
        var output: [UInt8] = []
        do throws(IllFormedUTF8Error) {
            try body(&output)
            return (output, nil)
        } catch {
            return (output, error.offset)
        }
    }

    private func stream(
        _ text: [UInt8], _ policy: IllFormedPolicy, _ cuts: UInt64, into output: inout [UInt8]
    ) throws(IllFormedUTF8Error) {
        var generator = SplitMix64(seed: cuts)
        let longest = generator.pick([1, 2, 3, 7, 20, 70, 300])
        var stream = normalizer.makeStream(illFormed: policy)
        var start = 0
        while start < text.count {
            // A piece may be empty.
            let end = min(text.count, start + generator.number(below: longest + 1))
            try stream.append(text.span.extracting(start..<end), into: &output)
            start = end
        }
        try stream.finish(into: &output)
    }

    private static func repaired(_ text: [UInt8]) -> [UInt8] { Array(String(decoding: text, as: UTF8.self).utf8) }

    /// The normalised bytes of well-formed ones.
    private static func bytes(_ text: [UInt8], by normalizer: ArabicNormalizer) -> [UInt8] {
        Array(normalizer.normalize(String(decoding: text, as: UTF8.self)).utf8)
    }

    /// Each scalar of either text has its stretch of the other, between scalars and in order.
    private func alignmentFault(_ source: [UInt8], _ once: [UInt8]) -> String? {
        let aligned = normalizer.normalizeWithAlignment(String(decoding: source, as: UTF8.self))
        if Array(aligned.text.utf8) != once { return "another text, \(escaped(aligned.text))" }
        let alignment = aligned.alignment
        if alignment.sourceCount != source.count || alignment.normalizedCount != once.count { return "another length" }
        let back = Self.orderFault(once, source) { start, end in
            let range = alignment.sourceRange(of: NormalizedPosition(start)..<NormalizedPosition(end))
            return range.lowerBound.offset..<range.upperBound.offset
        }
        if let back { return "\(back) of \(escaped(once)) in the source" }
        let there = Self.orderFault(source, once) { start, end in
            let range = alignment.normalizedRange(of: SourcePosition(start)..<SourcePosition(end))
            return range.lowerBound.offset..<range.upperBound.offset
        }
        return there.map { "\($0) in the result \(escaped(once))" }
    }

    /// What is wrong with the stretches of one text that the scalars of another map to.
    private static func orderFault(
        _ from: [UInt8], _ to: [UInt8], _ map: (Int, Int) -> Range<Int>
    ) -> String? {
        func isEdge(_ offset: Int) -> Bool { offset == to.count || to[offset] & 0xC0 != 0x80 }
        var last = 0..<0
        var start = 0
        while start < from.count {
            let end = (start + 1..<from.count).first { from[$0] & 0xC0 != 0x80 } ?? from.count
            let range = map(start, end)
            if range.lowerBound < 0 || range.upperBound > to.count || !isEdge(range.lowerBound)
                || !isEdge(range.upperBound)
            {
                return "\(start)..<\(end) is \(range), which cuts a scalar,"
            }
            if range.lowerBound < last.lowerBound || range.upperBound < last.upperBound {
                return "\(start)..<\(end) is \(range), behind \(last),"
            }
            last = range
            start = end
        }
        return nil
    }
}
