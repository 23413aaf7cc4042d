internal import CArabicKernels

/// The affixes of a light stemmer as the kernel takes them.
struct LightRules: Sendable {
    static let light10 = LightRules(prefixes: Light10Stemmer.prefixes, suffixes: Light10Stemmer.suffixes)

    private let prefixes: [cak_affix]
    private let suffixes: [cak_affix]

    private init(prefixes: [Affix], suffixes: [Affix]) {
        self.prefixes = prefixes.map(Self.affix)
        self.suffixes = suffixes.map(Self.affix)
    }

    private static func affix(_ affix: Affix) -> cak_affix {
        cak_affix(
            bytes: WordKeys.key(affix.utf8.span).low, count: UInt8(affix.utf8.count), units: UInt8(affix.letters.count),
            minimum: UInt8(affix.minimumLength))
    }

    /// The rules as the kernel takes them, which stay for good.
    @unsafe func keptForGood() -> UnsafePointer<cak_light_rules> {
        unsafe [
            cak_light_rules(
                prefixes: prefixes.keptForGood(), prefix_count: prefixes.count, suffixes: suffixes.keptForGood(),
                suffix_count: suffixes.count)
        ].keptForGood()
    }
}
