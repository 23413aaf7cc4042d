import Support

@testable import ArabicText

extension AnalyzerSettings {
    /// Settings drawn one by one; sometimes a preset with another list of words.
    static func random(_ texts: inout HostileText) -> AnalyzerSettings {
        var settings = AnalyzerSettings(rules: texts.generator.pick(TokenizationRules.all))
        if texts.generator.once(in: 4) {
            settings = texts.generator.pick(presets).settings
        } else {
            if !texts.generator.once(in: 4) { settings.profileBeforeStopWords = profile(&texts.generator) }
            if texts.generator.once(in: 2) { settings.profileAfterStopWords = profile(&texts.generator) }
        }
        if texts.generator.once(in: 3) { settings.stopWordSpelling = spelling(&texts.generator) }
        switch texts.generator.number(below: 5) {
        case 0: settings.stopWords = .none
        case 1: settings.stopWords = .lucene
        case 2: settings.stopWords = .search
        default: settings.stopWords = texts.stopWords(atMost: 40)
        }
        if texts.generator.once(in: 3) { settings.unstemmedWords = texts.stopWords(atMost: 12) }
        if !texts.generator.once(in: 5) { settings.stemmer = texts.generator.pick(ArabicStemmer.all) }
        return settings
    }

    private static func profile(_ generator: inout SplitMix64) -> NormalizationProfile {
        generator.once(in: 3) ? generator.pick(NormalizationProfile.presets).profile : .random(&generator)
    }

    private static func spelling(_ generator: inout SplitMix64) -> NormalizationProfile {
        generator.once(in: 2) ? NormalizationProfile { $0.alef = .hamza } : .random(&generator)
    }

    private static var profiles: [(name: String, path: WritableKeyPath<AnalyzerSettings, NormalizationProfile>)] {
        [("before", \.profileBeforeStopWords), ("after", \.profileAfterStopWords), ("spelling", \.stopWordSpelling)]
    }

    /// The settings that are not "nothing", for messages.
    var summary: String {
        let written = Self.profiles.map { "\($0.name) [\(self[keyPath: $0.path].summary)]" }
        return
            (["rules \(rules.name)"] + written + [
                "stop words \(stopWords.summary)", "unstemmed \(unstemmedWords.summary)", "stemmer \(stemmer.name)",
            ]).joined(separator: ", ")
    }

    /// The same but for one thing that is left out.
    fileprivate var simpler: [AnalyzerSettings] {
        var all: [AnalyzerSettings] = []
        func add(_ change: (inout AnalyzerSettings) -> Void) {
            var other = self
            change(&other)
            if other != self { all.append(other) }
        }
        add { $0.stopWords = .none }
        add { $0.unstemmedWords = .none }
        add { $0.stemmer = .none }
        add { $0.rules = .unicode }
        for (_, path) in Self.profiles {
            add { $0[keyPath: path] = NormalizationProfile() }
            for property in ProfileProperty.all {
                add { _ = property.set(&$0[keyPath: path], property.get(NormalizationProfile())) }
            }
        }
        return all
    }
}

extension StopWords {
    fileprivate var summary: String {
        if let preset = Self.presets.first(where: { $0.words == self }) { return preset.name }
        return "[" + words.map { escaped($0) }.joined(separator: " ") + "]"
    }
}

extension HostileText {
    /// Signs of which one profile or another leaves nothing, and what they come together with.
    private static let voidScalars: [UInt32] = [
        0x640, 0x640, 0x64E, 0x64B, 0x651, 0x652, 0x670, 0x653, 0x654, 0x655, 0x610, 0x615, 0x6D6, 0x6DF, 0x6E1, 0x6E5,
        0x6DD,
        0x6DE, 0x8F0, 0xFDFA, 0xFE77, 0xFE70, 0xFCF2, 0xFEFF, 0x200C, 0x200D, 0x200F, 0x61C, 0x300, 0xFE0F, 0x627,
        0x621,
    ]

    /// A word of signs of which not much is left.
    mutating func voidWord() -> String {
        let count = 1 + generator.number(below: generator.once(in: 8) ? 20 : 4)
        return String(decoding: utf8((0..<count).map { _ in generator.pick(Self.voidScalars) }), as: UTF8.self)
    }

    /// A list of common words, of words of signs alone, and of stretches of text.
    mutating func stopWords(atMost count: Int) -> StopWords {
        var words: [String] = []
        for _ in 0..<generator.number(below: count + 1) {
            switch generator.number(below: 5) {
            case 0: words.append(voidWord())
            case 1: words.append(generator.pick(StopWords.search.words))
            case 2: words.append(String(decoding: next(longest: 30).prefix { $0 != 0x20 }, as: UTF8.self))
            default: words.append(word())
            }
        }
        return StopWords(words)
    }

    /// A text in which the words of an analyser's lists come, as they are and with signs in them.
    mutating func text(for settings: AnalyzerSettings, longest: Int) -> [UInt8] {
        let words = settings.stopWords.words + settings.unstemmedWords.words
        var text: [UInt8] = []
        let count = 1 + generator.number(below: longest)
        while text.count < count {
            switch generator.number(below: 4) {
            case 0 where !words.isEmpty: text += Array(generator.pick(words).utf8)
            case 1 where !words.isEmpty: text += withSigns(generator.pick(words))
            case 2: text += Array(voidWord().utf8)
            default: text += next(longest: min(longest, 60))
            }
            if !generator.once(in: 4) { text.append(0x20) }
        }
        // Words that come again are remembered.
        if generator.once(in: 3), text.count < 2_000 {
            let once = text
            for _ in 0..<generator.number(below: 6) { text += once }
        }
        if generator.once(in: 5) { spoil(&text) }
        return text
    }

    private mutating func withSigns(_ word: String) -> [UInt8] {
        var scalars = word.unicodeScalars.map(\.value)
        for _ in 0..<(1 + generator.number(below: 3)) {
            scalars.insert(generator.pick(Self.voidScalars), at: generator.number(below: scalars.count + 1))
        }
        return utf8(scalars)
    }
}

/// The smallest settings and texts, found by leaving out, for which a check still fails. After some time they are the
/// smallest so far.
func shrunk(
    _ settings: AnalyzerSettings, _ texts: [[UInt8]], _ fails: (AnalyzerSettings, [[UInt8]]) -> Bool
) -> (settings: AnalyzerSettings, texts: [[UInt8]]) {
    let end = ContinuousClock.now + .seconds(60)
    var (settings, texts) = (settings, texts)
    func fewer<Element>(_ all: [Element], _ fails: ([Element]) -> Bool) -> [Element] {
        var all = all
        var size = max(1, all.count / 2)
        while true {
            var index = 0
            while index < all.count, ContinuousClock.now < end {
                var some = all
                some.removeSubrange(index..<min(index + size, all.count))
                if fails(some) { all = some } else { index += size }
            }
            if size == 1 { return all }
            size /= 2
        }
    }
    var changes = true
    while changes, ContinuousClock.now < end {
        let before = (settings, texts)
        texts = fewer(texts) { fails(settings, $0) }
        for index in texts.indices {
            texts[index] = fewer(texts[index]) { text in
                var others = texts
                others[index] = text
                return fails(settings, others)
            }
        }
        while ContinuousClock.now < end, let simpler = settings.simpler.first(where: { fails($0, texts) }) {
            settings = simpler
        }
        for path in [\AnalyzerSettings.stopWords, \.unstemmedWords] {
            let words = fewer(settings[keyPath: path].words) { words in
                var other = settings
                other[keyPath: path] = StopWords(words)
                return fails(other, texts)
            }
            settings[keyPath: path] = StopWords(words)
        }
        changes = before != (settings, texts)
    }
    return (settings, texts)
}
