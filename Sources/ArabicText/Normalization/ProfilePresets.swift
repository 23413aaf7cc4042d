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

    /// Exactly Lucene's ArabicNormalizer: U+0622, U+0623, U+0625 to U+0627, U+0649 to U+064A, U+0629 to U+0647;
    /// U+0640 and U+064B–0652 deleted. No Unicode form, so decomposed hamza stays apart.
    public static let lucene = NormalizationProfile {
        $0.removedMarks = .harakat
        $0.tatweel = .remove
        $0.alef = .hamza
        $0.alefMaqsura = .fold
        $0.tehMarbuta = .heh
    }

    /// The presets and their names, in the order in which they change more and more; reproductions of others last.
    public static let presets: [(name: String, profile: NormalizationProfile)] = [
        ("lossless", lossless),
        ("light", light),
        ("strip", strip),
        ("unify", unify),
        ("search", search),
        ("lucene", lucene),
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
