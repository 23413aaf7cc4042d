// The steps that read further than a letter and its marks: their window is the word, from white space to white space.

extension NormalizationStep {
    /// A step with the window of a word that acts where one of its triggers is, and beyond them only on scalars of `mapped`.
    private static func word(
        _ name: String, triggers: [ClosedRange<UInt32>], mapped: ClosedRange<UInt32>? = nil,
        _ apply: @escaping @Sendable (inout [UInt32]) -> Void
    ) -> NormalizationStep {
        let step = ContextStep(triggers: triggers, window: .word, apply: apply)
        let bounds = triggers + (mapped.map { [$0] } ?? [])
        let first = bounds.map(\.lowerBound).min() ?? 0
        let last = bounds.map(\.upperBound).max() ?? 0x10FFFF
        return NormalizationStep(name: name, kind: .context(step), mapped: first...last)
    }

    /// Alef with fathatan, in either order of typing, at the end of a word.
    ///
    /// The longest tail of such pairs goes, or a second pass would find another; a letter before it must remain. Pause
    /// signs of the alef move to the letter before. Runs behind all that brings other alefs and marks to the end of a word.
    static func tanwinAlef(_ profile: NormalizationProfile) -> NormalizationStep? {
        guard profile.tanwinAlef == .remove else { return nil }
        let shortensRuns = profile.elongation == .one
        return endsOfWords("tanwinAlef") { word, wordStart in
            var marks = LastMarks()
            while true {
                while word.count > wordStart, let last = word.last, CharacterFacts.combiningClass(last) != 0 {
                    marks.prepend(last)
                    word.removeLast()
                }
                if marks.owesFathatan { marks.removeFathatan() }
                var first = word.count - 1
                if shortensRuns {
                    // What `elongation` makes one alef is one here already.
                    let run = word[wordStart...].reversed().prefix(while: { $0 == ArabicLetters.alef }).count
                    if run >= 3 { first = word.count - run }
                }
                guard first > wordStart, word[first] == ArabicLetters.alef else { break }
                if marks.hasFathatan {
                    marks.removeFathatan()
                } else {
                    let before = word[wordStart..<first].lastIndex { CharacterFacts.combiningClass($0) == 0 }
                    guard let before, marks.areSigns, word[before..<first].contains(ArabicLetters.fathatan) else {
                        break
                    }
                    marks.owesFathatan = true
                }
                word.removeSubrange(first...)
            }
            word += marks.inOrder
        }
    }

    /// The marks of a word's last letter, and of those behind it that have gone.
    private struct LastMarks {
        private var reversed: [UInt32?] = []
        private var fathatans: [Int] = []
        /// Whether none is anything but fathatan or a pause sign.
        private(set) var areSigns = true
        /// Whether a fathatan goes as soon as the marks of the letter are here.
        var owesFathatan = false

        var hasFathatan: Bool { !fathatans.isEmpty }
        var inOrder: [UInt32] { reversed.reversed().compactMap(\.self) }

        mutating func prepend(_ mark: UInt32) {
            if mark == ArabicLetters.fathatan {
                fathatans.append(reversed.count)
            } else {
                areSigns = areSigns && ArabicLetters.isPauseSign(mark)
            }
            reversed.append(mark)
        }

        /// The first one.
        mutating func removeFathatan() {
            owesFathatan = false
            if let place = fathatans.popLast() { reversed[place] = nil }
        }
    }

    /// What has become an alef by a fold is a letter of the word and stays, so خطأً becomes خطا. The fathatan goes, or a
    /// second pass would take it for that of a tanwin.
    ///
    /// Goes back over alefs and hamzas, since `hamzaBeforeAlef` and `elongation` may still make one alef of them.
    static func tanwinOnFoldedAlef(_ profile: NormalizationProfile) -> NormalizationStep? {
        let isMet = profile.alef != .keep && !profile.removedMarks.contains(.tanwin)
        guard profile.tanwinAlef == .remove, isMet else { return nil }
        return endsOfWords("tanwinAlef") { word, wordStart in
            func letter(before end: Int) -> Int? {
                word[wordStart..<end].lastIndex { CharacterFacts.combiningClass($0) == 0 }
            }
            guard var start = letter(before: word.count), word[start] == ArabicLetters.alef, start > wordStart else {
                return
            }
            let marks = word[start...].dropFirst()
            if marks.allSatisfy({ $0 == ArabicLetters.fathatan || ArabicLetters.isPauseSign($0) }) {
                while word[start] == ArabicLetters.alef || word[start] == ArabicLetters.hamza,
                    let before = letter(before: start)
                {
                    start = before
                }
            }
            word.replaceSubrange(start..., with: word[start...].filter { $0 != ArabicLetters.fathatan })
        }
    }

    /// A step that acts on words with a fathatan from their ends. The function gets the text up to the end of a word, and
    /// where the word starts.
    private static func endsOfWords(
        _ name: String, _ apply: @escaping @Sendable (_ text: inout [UInt32], _ wordStart: Int) -> Void
    ) -> NormalizationStep {
        word(name, triggers: [ArabicLetters.fathatan...ArabicLetters.fathatan]) { scalars in
            guard scalars.contains(ArabicLetters.fathatan) else { return }
            var result: [UInt32] = []
            result.reserveCapacity(scalars.count)
            var wordStart = 0
            for scalar in scalars {
                if !ArabicLetters.isWordPart(scalar) {
                    apply(&result, wordStart)
                    result.append(scalar)
                    wordStart = result.count
                } else {
                    result.append(scalar)
                }
            }
            apply(&result, wordStart)
            scalars = result
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
        return word(name, triggers: triggers, mapped: 0x060C...0x06D4) { scalars in
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
