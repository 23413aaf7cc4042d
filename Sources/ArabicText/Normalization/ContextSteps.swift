// The context steps: what each reads beside a scalar, and what it does there.

extension NormalizationStep {
    /// U+0640 whose marks hold U+0654 becomes U+0626, and that mark goes.
    ///
    /// Writers put a hamza between two letters on a tatweel (شيـٔا for شيئا). Without this step deleting the tatweel
    /// would put the hamza on the letter before it.
    static func hamzaOnTatweel(_ profile: NormalizationProfile) -> NormalizationStep? {
        guard profile.hamzaOnTatweel == .fold else { return nil }
        let step = ContextStep(triggers: [ArabicLetters.hamzaAbove...ArabicLetters.hamzaAbove]) { scalars in
            guard scalars.contains(ArabicLetters.tatweel) else { return }
            var result: [UInt32] = []
            result.reserveCapacity(scalars.count)
            // Where the tatweel stands whose marks are being read.
            var tatweel: Int?
            for scalar in scalars {
                if let position = tatweel, scalar == ArabicLetters.hamzaAbove {
                    result[position] = ArabicLetters.yehWithHamza
                    tatweel = nil
                    continue
                }
                if scalar == ArabicLetters.tatweel {
                    tatweel = result.count
                } else if CharacterFacts.combiningClass(scalar) == 0 {
                    tatweel = nil
                }
                result.append(scalar)
            }
            scalars = result
        }
        return NormalizationStep(
            name: "hamzaOnTatweel", kind: .context(step), mapped: ArabicLetters.hamzaAbove...ArabicLetters.hamzaAbove)
    }

    /// The same once more where a tatweel stays: what stood between it and its hamza may have gone.
    static func hamzaOnKeptTatweel(_ profile: NormalizationProfile) -> NormalizationStep? {
        profile.tatweel == .keep ? hamzaOnTatweel(profile) : nil
    }

    /// U+200D goes unless it stands between two pictographs (UAX #29, GB11): there it makes one emoji of them.
    static func zeroWidthJoiner(_ profile: NormalizationProfile) -> NormalizationStep? {
        guard profile.zeroWidthJoiner == .remove else { return nil }
        let joiner = ArabicLetters.zeroWidthJoiner
        let step = ContextStep(triggers: [joiner...joiner], joinsNext: joiner) { scalars in
            guard scalars.contains(joiner) else { return }
            // Whether the scalars so far end in a pictograph and marks that extend it.
            var followsPictograph = false
            var result: [UInt32] = []
            for (index, scalar) in scalars.enumerated() {
                if scalar == joiner {
                    let next = index + 1 < scalars.count ? scalars[index + 1] : 0
                    if followsPictograph, CharacterFacts.isExtendedPictographic(next) { result.append(scalar) }
                    followsPictograph = false
                } else {
                    followsPictograph =
                        CharacterFacts.isExtendedPictographic(scalar)
                        || followsPictograph && CharacterFacts.isGraphemeExtend(scalar)
                    result.append(scalar)
                }
            }
            scalars = result
        }
        return NormalizationStep(name: "zeroWidthJoiner", kind: .context(step), mapped: joiner...joiner)
    }

    /// U+0622, U+0623, U+0625 and U+0671 to U+0627, as far as the profile says.
    static func alef(_ profile: NormalizationProfile) -> NormalizationStep? {
        var table: [UInt32: UInt32] = [:]
        if profile.alef == .hamza || profile.alef == .all {
            for alef in ArabicLetters.alefsWithHamza { table[alef] = ArabicLetters.alef }
        }
        if profile.alef == .wasla || profile.alef == .all { table[0x0671] = ArabicLetters.alef }
        return hamzaFold("alef", table, profile)
    }

    /// U+0624 to U+0648, U+0626 to U+064A. U+0647 has no letter that carries a hamza composed, so such a mark on it
    /// goes in the same way.
    static func hamzaCarriers(_ profile: NormalizationProfile) -> NormalizationStep? {
        guard profile.hamzaCarriers == .fold else { return nil }
        let table: [UInt32: UInt32] = [
            0x0624: 0x0648, ArabicLetters.yehWithHamza: ArabicLetters.yeh, ArabicLetters.heh: ArabicLetters.heh,
        ]
        return hamzaFold("hamzaCarriers", table, profile)
    }

    /// Folds letters that carry a hamza, madda or wasla, and deletes what is left of such marks on each: a U+0653–0655
    /// that stayed would compose with the folded letter, and a second pass would fold again.
    private static func hamzaFold(
        _ name: String, _ folds: [UInt32: UInt32], _ profile: NormalizationProfile
    ) -> NormalizationStep? {
        guard let first = folds.keys.min(), let last = folds.keys.max() else { return nil }
        // Where no form follows nothing composes, and nothing but the listed letters may change.
        let dropsMarks = profile.form != .none && profile.formUse == .throughout
        let step = ContextStep(triggers: dropsMarks ? [ArabicLetters.hamzaMarks] : []) { scalars in
            guard scalars.contains(where: { folds[$0] != nil }) else { return }
            var result: [UInt32] = []
            result.reserveCapacity(scalars.count)
            var afterFolded = false
            for scalar in scalars {
                if let folded = folds[scalar] {
                    result.append(folded)
                    afterFolded = true
                } else if afterFolded, dropsMarks, ArabicLetters.hamzaMarks.contains(scalar) {
                    continue
                } else {
                    afterFolded = afterFolded && CharacterFacts.combiningClass(scalar) != 0
                    result.append(scalar)
                }
            }
            scalars = result
        }
        let marks = ArabicLetters.hamzaMarks
        return NormalizationStep(
            name: name, kind: .context(step), mapped: min(first, marks.lowerBound)...max(last, marks.upperBound))
    }
}
