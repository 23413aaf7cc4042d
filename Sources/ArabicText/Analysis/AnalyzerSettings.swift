/// What an analyser does with a text: rules, profiles, stop words and a stemmer.
///
/// The steps run in this order: cut tokens by ``rules``, drop punctuation and space, normalise with
/// ``profileBeforeStopWords``, drop ``stopWords``, normalise with ``profileAfterStopWords``, stem with ``stemmer`` what
/// is not among ``unstemmedWords``.
public struct AnalyzerSettings: Sendable, Hashable {
    /// The rules that cut the text.
    public var rules: TokenizationRules
    /// What a word goes through before it is looked up among the stop words. The list goes through it too, so it may
    /// be written as people write.
    public var profileBeforeStopWords: NormalizationProfile
    /// What is dropped, though it keeps its position.
    public var stopWords: StopWords
    /// Another spelling in which stop words are met: each is also dropped as this profile writes it. For a profile that
    /// keeps letters apart which people mix up, such as أ and ا.
    public var stopWordSpelling = NormalizationProfile()
    /// What a word that stays goes through before it is stemmed.
    public var profileAfterStopWords: NormalizationProfile
    /// What takes affixes off a word, after both profiles.
    public var stemmer: ArabicStemmer
    /// Words that are not stemmed, compared after normalisation: the list goes through both profiles too.
    public var unstemmedWords: StopWords = .none

    /// Settings of your own; what is not named is left out. ``unstemmedWords`` and
    /// ``stopWordSpelling`` are set afterwards.
    public init(
        rules: TokenizationRules, profileBeforeStopWords: NormalizationProfile = NormalizationProfile(),
        stopWords: StopWords = .none, profileAfterStopWords: NormalizationProfile = NormalizationProfile(),
        stemmer: ArabicStemmer = .none
    ) {
        self.rules = rules
        self.profileBeforeStopWords = profileBeforeStopWords
        self.stopWords = stopWords
        self.profileAfterStopWords = profileAfterStopWords
        self.stemmer = stemmer
    }

    /// Exactly the terms of Lucene's ArabicAnalyzer: StandardTokenizer, LowerCaseFilter, DecimalDigitFilter, stop
    /// words, ArabicNormalizationFilter, ArabicStemFilter (light10).
    ///
    /// Letters that are newer than Unicode 9 may differ: Lucene's tokeniser does not know them.
    public static let lucene = AnalyzerSettings(
        rules: .standard, profileBeforeStopWords: .luceneTokenFilters, stopWords: .lucene,
        profileAfterStopWords: .lucene, stemmer: .light10)

    /// For search: our own rules, our own stop words, and the stemmer `guarded`.
    ///
    /// The stemmer reads hamza, ى and ة and folds them itself, so the profile leaves them
    /// (``NormalizationProfile/searchBeforeStemming``).
    ///
    /// Chosen by measurement: see ARCHITECTURE.md.
    public static let search: AnalyzerSettings = {
        var settings = AnalyzerSettings(
            rules: .search, profileBeforeStopWords: .searchBeforeStemming, stopWords: .search, stemmer: .guarded)
        settings.stopWordSpelling = NormalizationProfile { $0.alef = .hamza }
        return settings
    }()

    /// The same with another stemmer. Where the analyser's profiles keep letters apart for `guarded`, they are folded as
    /// in ``NormalizationProfile/search`` before a stemmer that does not read them.
    public func stemming(with stemmer: ArabicStemmer) -> AnalyzerSettings {
        var settings = self
        settings.stemmer = stemmer
        let isGuarded = stemmer == .guarded || stemmer == .guardedWithoutBrokenPlurals
        if !isGuarded, settings.profileBeforeStopWords == .searchBeforeStemming {
            settings.profileAfterStopWords = .search
        }
        return settings
    }

    /// The presets and their names, as `arabictext analyze --profile` takes them.
    public static let presets: [(name: String, settings: AnalyzerSettings)] = [
        ("lucene", lucene), ("search", search),
    ]

    /// The preset of that name, or nil.
    public init?(named name: String) {
        guard let preset = Self.presets.first(where: { $0.name == name }) else { return nil }
        self = preset.settings
    }
}

extension NormalizationProfile {
    /// The profile `search` but for the letters that the stemmer `guarded` reads: alef with hamza or madda, hamza carriers, alef
    /// maqsura and teh marbuta stay.
    public static let searchBeforeStemming: NormalizationProfile = {
        var profile = NormalizationProfile.search
        profile.alef = .wasla
        profile.hamzaCarriers = .keep
        profile.alefMaqsura = .keep
        profile.tehMarbuta = .keep
        return profile
    }()

    /// What Lucene's ArabicAnalyzer does to a token before it looks for stop words: LowerCaseFilter (each letter's
    /// simple lower case) and DecimalDigitFilter (every Nd beyond ASCII to 0–9).
    public static let luceneTokenFilters = NormalizationProfile {
        $0.letterCase = .lowercase
        $0.digits = .asciiFromAllScripts
    }
}
