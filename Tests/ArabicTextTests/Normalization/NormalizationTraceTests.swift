import Support
import Testing

@testable import ArabicText

/// The trace is the reference at work, and its end is what the fast path gives.
@Suite struct NormalizationTraceTests {
    @Test(arguments: profilesUnderTest.indices)
    func theEndIsTheNormalizedText(_ index: Int) throws {
        let profile = profilesUnderTest[index].profile
        let normalizer = try ArabicNormalizer(profile)
        let names = Set(
            try NormalizationStep.steps(of: profile).map(\.name) + OutputPasses.separate(profile).map(\.name))
        for text in NormalizationInvariantTests.randomTexts(2_000, every: 7, seed: 21) {
            let source = String(decoding: text, as: UTF8.self)
            let trace = normalizer.trace(source)
            try #require(Array(trace.source.utf8) == text)
            let expected = Array(normalizer.normalize(source).utf8)
            try #require(Array(trace.result.utf8) == expected, "\(profilesUnderTest[index].name): \(escaped(text))")
            var current = text
            for step in trace.steps {
                try #require(Array(step.before.utf8) == current, "\(step.name): \(escaped(text))")
                current = Array(step.after.utf8)
                try #require(current != Array(step.before.utf8), "\(step.name): \(escaped(text))")
                try #require(names.contains(step.name))
            }
        }
    }

    /// Every name is that of a property, so that a user can look it up.
    @Test func namesAreProperties() throws {
        let properties = Set(ProfileProperty.all.map(\.name))
        for (name, profile) in profilesUnderTest {
            for step in try NormalizationStep.steps(of: profile) {
                #expect(properties.contains(step.name), "\(name): \(step.name)")
            }
        }
    }

    @Test func stepsInTheirOrder() throws {
        try check(.search, "شيـ\u{654}ا", [("hamzaOnTatweel", "شيئا"), ("hamzaCarriers", "شييا")])
        try check(.strip, "كِتَابٌ", [("removedMarks", "كتاب")])
        // Shadda typed first is put after the vowel; the texts are canonically equivalent, and a step all the same.
        try check(.lossless, "\u{651}\u{64E}", [("form", "\u{64E}\u{651}")])
        try check(
            .search, "\u{200F}إلـى",
            [("bidiControls", "إلـى"), ("tatweel", "إلى"), ("alefMaqsura", "إلي"), ("alef", "الي")])
    }

    @Test func nothingChangesNothing() throws {
        let trace = try ArabicNormalizer(.search).trace("كتاب")
        #expect(trace.steps.isEmpty)
        #expect(Array(trace.result.utf8) == Array("كتاب".utf8))
        #expect(try ArabicNormalizer(.search).trace("").steps.isEmpty)
    }

    private func check(
        _ profile: NormalizationProfile, _ text: String, _ expected: [(name: String, after: String)],
        _ location: SourceLocation = #_sourceLocation
    ) throws {
        let steps = try ArabicNormalizer(profile).trace(text).steps
        #expect(steps.map(\.name) == expected.map(\.name), sourceLocation: location)
        #expect(
            steps.map { Array($0.after.utf8) } == expected.map { Array($0.after.utf8) },
            "\(steps.map { escaped($0.after) })", sourceLocation: location)
    }
}
