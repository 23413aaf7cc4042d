// The steps that read further than a letter and its marks: their window is the word, from white space to white space.

extension NormalizationStep {
    private static func word(
        _ name: String, triggers: [ClosedRange<UInt32>], _ apply: @escaping @Sendable (inout [UInt32]) -> Void
    ) -> NormalizationStep {
        NormalizationStep(name: name, kind: .context(ContextStep(triggers: triggers, window: .word, apply: apply)))
    }

    /// Alef with fathatan, in either order of typing, at the end of a word.
    ///
    /// The longest tail of such pairs goes, or a second pass would find another; a letter before it must remain. Pause
    /// signs of the alef move to the letter before.
    static func tanwinAlef(_ profile: NormalizationProfile) -> NormalizationStep? {
        guard profile.tanwinAlef == .remove else { return nil }
        return word("tanwinAlef", triggers: [ArabicLetters.fathatan...ArabicLetters.fathatan]) { scalars in
            guard scalars.contains(ArabicLetters.fathatan) else { return }
            var result: [UInt32] = []
            result.reserveCapacity(scalars.count)
            var wordStart = 0
            for scalar in scalars {
                if !ArabicLetters.isWordPart(scalar) {
                    removeTanwinAlef(from: &result, wordStart: wordStart)
                    result.append(scalar)
                    wordStart = result.count
                } else {
                    result.append(scalar)
                }
            }
            removeTanwinAlef(from: &result, wordStart: wordStart)
            scalars = result
        }
    }

    private static func removeTanwinAlef(from word: inout [UInt32], wordStart: Int) {
        while true {
            // The last letter, and its marks: an alef, with fathatan on it or on the letter before.
            guard let alef = word[wordStart...].lastIndex(where: { CharacterFacts.combiningClass($0) == 0 }),
                word[alef] == ArabicLetters.alef, alef > wordStart
            else { return }
            if let fathatan = word[alef...].firstIndex(of: ArabicLetters.fathatan) {
                word.remove(at: fathatan)
                word.remove(at: alef)
            } else {
                let before = word[wordStart..<alef].lastIndex { CharacterFacts.combiningClass($0) == 0 }
                guard let before, word[alef...].dropFirst().allSatisfy(ArabicLetters.isPauseSign),
                    let fathatan = word[before..<alef].firstIndex(of: ArabicLetters.fathatan)
                else { return }
                word.remove(at: alef)
                word.remove(at: fathatan)
            }
        }
    }

    /// U+0670 becomes U+0627 behind the other marks of its letter; on U+0649, or right before it, it goes.
    static func daggerAlef(_ profile: NormalizationProfile) -> NormalizationStep? {
        guard profile.daggerAlef == .fold else { return nil }
        let dagger = ArabicLetters.daggerAlef
        return word("daggerAlef", triggers: [dagger...dagger]) { scalars in
            guard scalars.contains(dagger) else { return }
            var result: [UInt32] = []
            result.reserveCapacity(scalars.count)
            var index = 0
            while index < scalars.count {
                let end = ArabicLetters.endOfMarks(in: scalars, from: index + 1)
                let letter = scalars[index]
                let cluster = scalars[index..<end]
                result.append(contentsOf: cluster.filter { $0 != dagger })
                let next = end < scalars.count ? scalars[end] : 0
                if cluster.contains(dagger), letter != ArabicLetters.alefMaqsura, next != ArabicLetters.alefMaqsura {
                    result.append(ArabicLetters.alef)
                }
                index = end
            }
            scalars = result
        }
    }

    /// U+06E5–06E8.
    static func smallLetters(_ profile: NormalizationProfile) -> NormalizationStep? {
        let table: [UInt32: UInt32] = [0x06E5: 0x0648, 0x06E6: 0x064A, 0x06E7: 0x064A, 0x06E8: 0x0646]
        switch profile.smallLetters {
        case .keep:
            return nil
        case .remove:
            return NormalizationStep(name: "smallLetters", kind: .letters { table[$0] == nil ? nil : [] })
        case .fold:
            return word("smallLetters", triggers: [0x06E5...0x06E8]) { scalars in
                guard scalars.contains(where: { table[$0] != nil }) else { return }
                var result: [UInt32] = []
                result.reserveCapacity(scalars.count)
                for (index, scalar) in scalars.enumerated() {
                    guard let letter = table[scalar] else {
                        result.append(scalar)
                        continue
                    }
                    let isOnLine = scalar == 0x06E5 || scalar == 0x06E6
                    let before = result.last { CharacterFacts.combiningClass($0) == 0 }
                    let afterMarks = ArabicLetters.endOfMarks(in: scalars, from: index + 1)
                    let endsWord = afterMarks == scalars.count || !ArabicLetters.isWordPart(scalars[afterMarks])
                    if isOnLine, before == ArabicLetters.heh, endsWord { continue }
                    result.append(letter)
                }
                scalars = result
            }
        }
    }

    /// U+0621, with at most a fatha on it, before U+0627: the Quran's spelling of U+0622, or of U+0627 where the profile
    /// folds that one too.
    ///
    /// Runs after the folds of alef, so that what they make of ءٱ is seen the first time.
    static func hamzaBeforeAlef(_ profile: NormalizationProfile) -> NormalizationStep? {
        guard profile.hamzaBeforeAlef == .fold else { return nil }
        let foldsMadda = profile.alef == .hamza || profile.alef == .all
        return word("hamzaBeforeAlef", triggers: [ArabicLetters.hamza...ArabicLetters.hamza]) { scalars in
            guard scalars.contains(ArabicLetters.hamza) else { return }
            var result: [UInt32] = []
            result.reserveCapacity(scalars.count)
            for scalar in scalars {
                var letter = scalar
                while letter == ArabicLetters.alef {
                    let hasFatha = result.last == ArabicLetters.fatha
                    let hamza = result.count - (hasFatha ? 2 : 1)
                    guard hamza >= 0, result[hamza] == ArabicLetters.hamza else { break }
                    result.removeLast(result.count - hamza)
                    if foldsMadda { continue }
                    letter = ArabicLetters.alefWithMadda
                }
                result.append(letter)
            }
            scalars = result
        }
    }

    /// Arabic punctuation and the separators of numbers.
    static func punctuation(_ profile: NormalizationProfile) -> NormalizationStep? {
        var anywhere: [UInt32: UInt32] = [:]
        var outsideNumbers: [UInt32: UInt32] = [:]
        var insideNumbers: [UInt32: UInt32] = [:]
        if profile.punctuation == .fold {
            anywhere = [0x061B: 0x3B, 0x061F: 0x3F, 0x06D4: 0x2E, 0x066A: 0x25, 0x066D: 0x2A]
            outsideNumbers = [0x060C: 0x2C]
        }
        if profile.digitSeparators == .fold { insideNumbers = [0x066B: 0x2E, 0x066C: 0x2C] }
        if anywhere.isEmpty, insideNumbers.isEmpty { return nil }
        let (everywhere, outside, inside) = (anywhere, outsideNumbers, insideNumbers)
        let triggers = (outside.keys.sorted() + inside.keys.sorted()).map { $0...$0 }
        let name = profile.punctuation == .fold ? "punctuation" : "digitSeparators"
        return word(name, triggers: triggers) { scalars in
            var result = scalars
            for (index, scalar) in scalars.enumerated() {
                if let mapped = everywhere[scalar] {
                    result[index] = mapped
                } else if let table = outside[scalar] != nil ? outside : inside[scalar] != nil ? inside : nil {
                    let isInNumber =
                        index > 0 && index + 1 < scalars.count
                        && CharacterFacts.decimalDigit(scalars[index - 1]) != nil
                        && CharacterFacts.decimalDigit(scalars[index + 1]) != nil
                    if isInNumber == (inside[scalar] != nil), let mapped = table[scalar] { result[index] = mapped }
                }
            }
            scalars = result
        }
    }
}
