import ArabicText
import Support
import Testing

/// Invariants 2, 3, 4, 6 and 8 of ARCHITECTURE.md, for normalisation.
@Suite struct NormalizationInvariantTests {
    /// Texts on which every preset is tried.
    static func randomTexts(
        _ count: Int, every step: Int = 1, longest: Int = 20, seed: UInt64 = 7
    ) -> [[UInt8]] {
        var random = RandomText(seed: seed)
        return (0..<count).sampled(every: step).map { _ in utf8(random.next(longest: longest)) }
    }

    /// Invariant 2.
    @Test(arguments: ownPresets.indices)
    func normalizingTwiceIsNormalizingOnce(_ index: Int) throws {
        let normalizer = try ArabicNormalizer(ownPresets[index].profile)
        func check(_ text: [UInt8]) throws {
            let once = try normalizer.bytes(text)
            let twice = try normalizer.bytes(once)
            try #require(once == twice, "\(ownPresets[index].name): \(escaped(text)), then \(escaped(once))")
        }
        for text in Self.randomTexts(10_000, every: 10) { try check(text) }
        for scalar in scalarValues(every: 61, from: index) { try check(utf8([scalar])) }
    }

    /// Invariant 3.
    @Test(arguments: ownPresets.indices)
    func canonicallyEquivalentTextsGiveOneResult(_ index: Int) throws {
        let normalizer = try ArabicNormalizer(ownPresets[index].profile)
        var decomposed = NormalizationProfile()
        decomposed.form = .nfd
        let decompose = try ArabicNormalizer(decomposed)
        let compose = try ArabicNormalizer(.lossless)
        func check(_ text: [UInt8]) throws {
            let expected = try normalizer.bytes(text)
            for spelling in [try decompose.bytes(text), try compose.bytes(text)] {
                let actual = try normalizer.bytes(spelling)
                try #require(actual == expected, "\(ownPresets[index].name): \(escaped(text)), \(escaped(spelling))")
            }
        }
        for text in Self.randomTexts(6_000, every: 10, seed: 8) { try check(text) }
        for scalar in scalarValues(in: 0...0x2FFFF, every: 31, from: index) { try check(utf8([scalar])) }
    }

    /// Invariant 4.
    @Test(arguments: profilesUnderTest.indices)
    func anyCutGivesTheSameBytes(_ index: Int) throws {
        let normalizer = try ArabicNormalizer(profilesUnderTest[index].profile)
        for text in Self.randomTexts(60, every: 5, longest: 40, seed: 9) {
            let expected = try normalizer.bytes(text)
            for size in 1...max(1, min(text.count, 9)) {
                #expect(try Self.stream(normalizer, text, size: size) == expected, "\(escaped(text)) by \(size)")
            }
        }
        let long = Self.randomTexts(1, longest: 3_000, seed: 10)[0]
        let expected = try normalizer.bytes(long)
        for size in (1...64).sampled(every: 7, from: index) {
            #expect(try Self.stream(normalizer, long, size: size) == expected, "by \(size)")
        }
    }

    static func stream(
        _ normalizer: ArabicNormalizer, _ text: [UInt8], size: Int, illFormed: IllFormedPolicy = .fail
    ) throws -> [UInt8] {
        var output: [UInt8] = []
        var stream = normalizer.makeStream(illFormed: illFormed)
        var start = 0
        while start < text.count {
            let end = min(start + size, text.count)
            try stream.append(text.span.extracting(start..<end), into: &output)
            start = end
        }
        try stream.finish(into: &output)
        return output
    }

    /// Invariant 8.
    @Test func eightTasksGiveWhatOneGives() async throws {
        let texts = Self.randomTexts(500, seed: 11)
        let shared = try ArabicNormalizer(.search)
        let alone = try ArabicNormalizer(.search)
        let expected = try texts.map { try alone.bytes($0) }
        try await withThrowingTaskGroup(of: [[UInt8]].self) { group in
            for _ in 0..<8 { group.addTask { try texts.map { try shared.bytes($0) } } }
            for try await result in group { #expect(result == expected) }
        }
    }

    /// Invariant 9: these would take hours if a run of marks took the square of its length.
    @Test(arguments: [NormalizationProfile.lossless, .light, .search, .unify])
    func longRunsAreLinear(_ profile: NormalizationProfile) throws {
        let normalizer = try ArabicNormalizer(profile)
        let alternating = utf8([0x0628]) + Array(repeatElement(utf8([0x0650, 0x064E]), count: 40_000).joined())
        let tatweels = utf8([0x0628]) + Array(repeatElement(utf8([0x0640, 0x0654]), count: 40_000).joined())
        for text in [alternating, tatweels] {
            let result = try normalizer.bytes(text)
            #expect(try ReferenceNormalizer(profile).bytes(text) == result)
        }
    }
}

/// Invariant 6: ill-formed bytes follow the policy.
@Suite struct IllFormedUTF8Tests {
    static let texts: [(bytes: [UInt8], offset: Int, replaced: String)] = [
        (Array("a".utf8) + [0xFF] + Array("b".utf8), 1, "a\u{FFFD}b"),
        ([0xC0, 0x80], 0, "\u{FFFD}\u{FFFD}"),
        ([0xE2, 0x80], 0, "\u{FFFD}"),
        ([0xE0, 0x80, 0x80], 0, "\u{FFFD}\u{FFFD}\u{FFFD}"),
        ([0xED, 0xA0, 0x80], 0, "\u{FFFD}\u{FFFD}\u{FFFD}"),
        ([0xF0, 0x9F, 0x98], 0, "\u{FFFD}"),
        ([0xF4, 0x90, 0x80, 0x80], 0, "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
        (Array("\u{0628}\u{064E}".utf8) + [0xD9], 4, "\u{0628}\u{064E}\u{FFFD}"),
    ]

    @Test(arguments: texts.indices)
    func policies(_ index: Int) throws {
        let (bytes, offset, replaced) = Self.texts[index]
        let normalizer = try ArabicNormalizer(.lossless)
        var output: [UInt8] = []
        #expect(throws: IllFormedUTF8Error(offset: offset)) { try normalizer.normalize(bytes.span, into: &output) }
        #expect(output == Array(bytes[..<offset]))
        output = []
        try normalizer.normalize(bytes.span, illFormed: .replace, into: &output)
        #expect(output == Array(replaced.utf8))
        output = []
        try normalizer.normalize(bytes.span, illFormed: .keep, into: &output)
        #expect(output == bytes)
    }

    @Test(arguments: profilesUnderTest.indices)
    func fastEqualsReferenceAndStream(_ index: Int) throws {
        let profile = profilesUnderTest[index].profile
        let fast = try ArabicNormalizer(profile)
        let reference = try ReferenceNormalizer(profile)
        var random = RandomText(seed: 12)
        for _ in (0..<400).sampled(every: 5) {
            var text = utf8(random.next(longest: 12))
            for _ in 0..<random.number(in: 1...4) {
                text.insert(UInt8(random.number(in: 0...255)), at: random.number(in: 0...text.count))
            }
            for policy in IllFormedPolicy.allCases {
                var expected: [UInt8] = []
                var actual: [UInt8] = []
                let failure = Result { try reference.normalize(text.span, illFormed: policy, into: &expected) }
                let fastFailure = Result { try fast.normalize(text.span, illFormed: policy, into: &actual) }
                try #require(actual == expected, "\(policy): \(text)")
                #expect((failure.error as? IllFormedUTF8Error) == (fastFailure.error as? IllFormedUTF8Error))
                if policy == .fail { continue }
                for size in [1, 2, 3, 7] {
                    let streamed = try NormalizationInvariantTests.stream(fast, text, size: size, illFormed: policy)
                    try #require(streamed == expected, "\(policy): \(text) by \(size)")
                }
            }
        }
    }
}

extension Result {
    fileprivate var error: (any Error)? {
        if case .failure(let error) = self { return error }
        return nil
    }
}
