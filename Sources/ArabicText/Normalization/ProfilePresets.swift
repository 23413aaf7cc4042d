extension NormalizationProfile {
    /// Loses nothing: NFC, which changes canonically equivalent spelling only. The default.
    public static let lossless = NormalizationProfile {
        $0.form = .nfc
    }

    /// Undoes what is no part of the word as a reader sees it: presentation letters, bidi controls, byte order marks
    /// and tatweel. Keeps every mark and every letter.
    public static let light = NormalizationProfile(lossless) {
        $0.presentationLetters = .fold
        $0.bidiControls = .remove
        $0.byteOrderMark = .remove
        $0.hamzaOnTatweel = .fold
        $0.tatweel = .remove
    }

    /// Deletes marks and tatweel and nothing else: hamza and madda stay on their letters.
    public static let strip = NormalizationProfile(lossless) {
        $0.removedMarks = .all.subtracting(.hamzaMarks)
        $0.hamzaOnTatweel = .fold
        $0.tatweel = .remove
    }

    /// Writes alef, alef maqsura and teh marbuta in one way each.
    public static let unify = NormalizationProfile(lossless) {
        $0.alef = .all
        $0.alefMaqsura = .fold
        $0.tehMarbuta = .heh
    }

    /// For search: a query meets the text however either is vocalised, spelled or typed.
    public static let search = NormalizationProfile(light) {
        $0.zeroWidthNonJoiner = .remove
        $0.zeroWidthJoiner = .remove
        $0.removedMarks = strip.removedMarks
        $0.lookAlikes = .arabic
        $0.alef = unify.alef
        $0.hamzaCarriers = .fold
        $0.alefMaqsura = unify.alefMaqsura
        $0.tehMarbuta = unify.tehMarbuta
        $0.digits = .ascii
        $0.letterCase = .foldLatin
    }

    /// For meeting the Quran's spelling (Uthmani text) with modern spelling: dagger alef and small letters become
    /// letters, `ءا` becomes آ, wasla becomes alef; vowels, pause signs and verse signs go. Hamza stays.
    public static let quran = NormalizationProfile(light) {
        $0.removedMarks = strip.removedMarks
        $0.daggerAlef = .fold
        $0.smallLetters = .fold
        $0.quranicSigns = .remove
        $0.hamzaBeforeAlef = .fold
        $0.alef = .wasla
    }

    /// Exactly Lucene's ArabicNormalizer: U+0622, U+0623, U+0625 to U+0627, U+0649 to U+064A, U+0629 to U+0647;
    /// U+0640 and U+064B–0652 deleted. No Unicode form, so decomposed hamza stays apart.
    public static let lucene = NormalizationProfile {
        $0.removedMarks = .harakat
        $0.tatweel = .remove
        $0.alef = .hamza
        $0.alefMaqsura = .fold
        $0.tehMarbuta = .heh
    }

    /// Exactly CAMeL Tools' usual chain: `normalize_unicode` (NFKC, with U+FDFC and U+FDFD written out), then
    /// `normalize_alef_ar`, `normalize_alef_maksura_ar`, `normalize_teh_marbuta_ar`, `dediac_ar` (U+064B–0652, U+0670).
    /// Keeps tatweel.
    public static let camel = NormalizationProfile {
        $0.form = .nfkc
        $0.formUse = .first
        $0.honorifics = .expand
        $0.alef = .all
        $0.alefMaqsura = .fold
        $0.tehMarbuta = .heh
        $0.removedMarks = [.harakat, .daggerAlef]
    }

    /// Exactly CAMeL Tools' character map `arclean`. Deletes what it does not know, پ چ ژ گ and emoji among it.
    public static let camelArclean = NormalizationProfile {
        $0.characterMap = .arclean
    }

    /// Exactly PyArabic's `normalize_searchtext`. Turns ى into ا.
    public static let pyarabic = NormalizationProfile {
        $0.characterMap = .searchtext
        $0.removedMarks = .harakat
        $0.tatweel = .remove
    }

    /// The presets and their names, in the order in which they change more and more; reproductions of others last.
    public static let presets: [(name: String, profile: NormalizationProfile)] = [
        ("lossless", lossless),
        ("light", light),
        ("strip", strip),
        ("unify", unify),
        ("search", search),
        ("quran", quran),
        ("lucene", lucene),
        ("camel", camel),
        ("camel-arclean", camelArclean),
        ("pyarabic", pyarabic),
    ]

    /// The preset of that name, or nil.
    public init?(named name: String) {
        guard let preset = Self.presets.first(where: { $0.name == name }) else { return nil }
        self = preset.profile
    }

    /// A changed copy of a profile.
    init(_ base: NormalizationProfile = NormalizationProfile(), change: (inout NormalizationProfile) -> Void) {
        self = base
        change(&self)
    }
}
