import ArabicText
import Support
import Testing

extension ArabicNormalizer {
    /// The normalised bytes of well-formed UTF-8.
    func bytes(_ text: [UInt8]) throws -> [UInt8] {
        var output: [UInt8] = []
        try normalize(text.span, into: &output)
        return output
    }
}

extension ReferenceNormalizer {
    /// The normalised bytes of well-formed UTF-8.
    func bytes(_ text: [UInt8]) throws -> [UInt8] {
        var output: [UInt8] = []
        try normalize(text.span, illFormed: .fail, into: &output)
        return output
    }
}

/// Profiles to hold against the reference: the presets, and combinations that no preset has.
let profilesUnderTest: [(name: String, profile: NormalizationProfile)] =
    NormalizationProfile.presets + [everyStep]
    + UnicodeForm.allCases.map { form in
        var profile = NormalizationProfile()
        profile.form = form
        return ("form \(form)", profile)
    }
    + UnicodeForm.allCases.map { form in
        var profile = NormalizationProfile.search
        profile.form = form
        profile.honorifics = .expand
        profile.zeroWidthNonJoiner = .space
        profile.lookAlikes = .persian
        return ("search with \(form)", profile)
    }

/// The profiles of ours, which promise more than the reproductions of others.
let ownPresets =
    NormalizationProfile.presets.filter { !["lucene", "camel", "camel-arclean", "pyarabic"].contains($0.name) }
    + [everyStep]

/// A profile in which every step of ours runs.
let everyStep: (name: String, profile: NormalizationProfile) = {
    var profile = NormalizationProfile.search
    profile.honorifics = .expand
    profile.tanwinAlef = .remove
    profile.daggerAlef = .fold
    profile.smallLetters = .fold
    profile.quranicSigns = .remove
    profile.hamzaBeforeAlef = .fold
    profile.punctuation = .fold
    profile.digitSeparators = .fold
    profile.elongation = .one
    profile.whiteSpace = .collapse
    return ("every step", profile)
}()

/// Checks what each preset makes of a text. A key names the presets that give one result, and all keys name all presets.
func expectResults(
    _ text: String, _ results: [String: String], sourceLocation: SourceLocation = #_sourceLocation
) throws {
    var named: [String] = []
    for (names, expected) in results {
        for name in names.split(separator: " ").map(String.init) {
            named.append(name)
            let profile = try #require(NormalizationProfile(named: name), sourceLocation: sourceLocation)
            let actual = try ArabicNormalizer(profile).bytes(Array(text.utf8))
            #expect(
                actual == Array(expected.utf8), "\(name): \(escaped(text)) gives \(escaped(actual))",
                sourceLocation: sourceLocation)
        }
    }
    #expect(
        named.sorted() == NormalizationProfile.presets.map(\.name).sorted(), "a preset is missing, or named twice",
        sourceLocation: sourceLocation)
}
