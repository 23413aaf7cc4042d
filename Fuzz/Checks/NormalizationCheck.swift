import ArabicText

/// Invariants 2, 3, 4 and 6 of ARCHITECTURE.md, for one profile.
struct NormalizationCheck {
    /// A profile, and what shows that spellings are one.
    struct Subject: Sendable {
        let name: String
        let normalizer: ArabicNormalizer
        let decomposer: ArabicNormalizer
        /// Whether the profile is ours: reproductions of others promise neither invariant 2 nor 3.
        let isOwn: Bool
        /// Whether U+FFFD comes out as it went in. Where a profile deletes it, `replace` puts it in all the same.
        let keepsReplacement: Bool

        init(_ preset: (name: String, profile: NormalizationProfile), decomposer: ArabicNormalizer) throws {
            name = preset.name
            normalizer = try ArabicNormalizer(preset.profile)
            self.decomposer = decomposer
            isOwn = ["lossless", "light", "strip", "unify", "search", "quran"].contains(preset.name)
            keepsReplacement = normalizer.normalize("\u{FFFD}").utf8.elementsEqual("\u{FFFD}".utf8)
        }
    }

    /// What a call gave: its output, and where it failed.
    private struct Outcome {
        var output: [UInt8] = []
        var failure: Int?
    }

    let text: [UInt8]
    let cuts: Cuts
    let subject: Subject

    func run() throws {
        let good = repaired(text)
        let whole = normalized(good, .fail)
        try require(whole.failure == nil, "\(subject.name): well-formed text fails")
        try same(repaired(whole.output), whole.output, "\(subject.name): well-formed output")
        let string = subject.normalizer.normalize(String(decoding: good, as: UTF8.self))
        try same(Array(string.utf8), whole.output, "\(subject.name): String")
        if subject.keepsReplacement || good == text {
            try same(normalized(text, .replace).output, whole.output, "\(subject.name): replace")
        }
        try checkFailure(isWellFormed: good == text)
        for policy in IllFormedPolicy.allCases {
            let expected = normalized(text, policy)
            let streamed = streamed(policy)
            try same(streamed.output, expected.output, "\(subject.name), \(policy): stream")
            try require(streamed.failure == expected.failure, "\(subject.name), \(policy): stream fails elsewhere")
        }
        guard subject.isOwn else { return }
        try same(normalized(whole.output, .fail).output, whole.output, "\(subject.name): twice")
        var decomposed: [UInt8] = []
        try subject.decomposer.normalize(good.span, into: &decomposed)
        try same(normalized(decomposed, .fail).output, whole.output, "\(subject.name): decomposed")
    }

    /// `fail` names the first ill-formed byte, and gives what stands before it.
    private func checkFailure(isWellFormed: Bool) throws {
        let failed = normalized(text, .fail)
        try require((failed.failure == nil) == isWellFormed, "\(subject.name): fails at \(failed.failure ?? -1)")
        guard let offset = failed.failure else {
            return try same(normalized(text, .keep).output, failed.output, "\(subject.name): keep")
        }
        let before = Array(text[..<offset])
        try require(repaired(before) == before, "\(subject.name): fails late, at \(offset)")
        try require(startsIllFormed(at: offset), "\(subject.name): fails early, at \(offset)")
        try same(failed.output, normalized(before, .fail).output, "\(subject.name): before the failure")
    }

    /// Whether no scalar starts at an offset.
    private func startsIllFormed(at offset: Int) -> Bool {
        var decoder = UTF8()
        var bytes = text[offset...].makeIterator()
        return decoder.decode(&bytes) == .error
    }

    private func normalized(_ bytes: [UInt8], _ policy: IllFormedPolicy) -> Outcome {
        var outcome = Outcome()
        do throws(IllFormedUTF8Error) {
            try subject.normalizer.normalize(bytes.span, illFormed: policy, into: &outcome.output)
        } catch {
            outcome.failure = error.offset
        }
        return outcome
    }

    private func streamed(_ policy: IllFormedPolicy) -> Outcome {
        var outcome = Outcome()
        var stream = subject.normalizer.makeStream(illFormed: policy)
        do throws(IllFormedUTF8Error) {
            try cuts.forEachChunk { range throws(IllFormedUTF8Error) in
                try stream.append(text.span.extracting(range), into: &outcome.output)
            }
            try stream.finish(into: &outcome.output)
        } catch {
            outcome.failure = error.offset
        }
        return outcome
    }
}
