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
    /// What a word that stays goes through before it is stemmed.
    public var profileAfterStopWords: NormalizationProfile
    /// What takes affixes off a word, after both profiles.
    public var stemmer: ArabicStemmer
    /// Words that are not stemmed, compared after normalisation: the list goes through both profiles too.
    public var unstemmedWords: StopWords = .none

    /// Settings of your own; what is not named is left out. ``unstemmedWords`` is set afterwards.
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

    /// For search: the profile `search` for words and stop words alike, and a light stemmer.
    public static let search = AnalyzerSettings(
        rules: .unicode, profileBeforeStopWords: .search, stopWords: .lucene, stemmer: .light10)

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
    /// What Lucene's ArabicAnalyzer does to a token before it looks for stop words: LowerCaseFilter (each letter's
    /// simple lower case) and DecimalDigitFilter (every Nd beyond ASCII to 0–9).
    public static let luceneTokenFilters = NormalizationProfile {
        $0.letterCase = .lowercase
        $0.digits = .asciiFromAllScripts
    }
}
