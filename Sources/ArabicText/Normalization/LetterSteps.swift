// The letter steps: what each does to which code points, stated once as data.

extension NormalizationStep {
    /// A step that maps listed scalars; nil where the profile leaves them alone.
    private static func letters(_ name: String, _ table: [UInt32: [UInt32]]) -> NormalizationStep? {
        guard let first = table.keys.min(), let last = table.keys.max() else { return nil }
        return NormalizationStep(name: name, kind: .letters { table[$0] }, mapped: first...last)
    }

    /// A table that maps every scalar of some ranges to the same scalars.
    private static func table(_ ranges: [ClosedRange<UInt32>], to scalars: [UInt32] = []) -> [UInt32: [UInt32]] {
        Dictionary(uniqueKeysWithValues: ranges.joined().map { ($0, scalars) })
    }

    /// U+FB50–FD3F, U+FD50–FDCE, U+FDD0–FDF9, U+FE70–FEFC to what NFKC makes of them, so lam-alef ligatures keep their
    /// hamza. U+FDF0–FDF9 show one word each, such as ﷲ; phrases are honorifics.
    ///
    /// Runs before everything: some of these letters are a tatweel or a space with a mark, which later steps delete.
    /// The letters neither decompose canonically nor compose, so canonically equivalent texts stay equivalent.
    static func presentationLetters(_ profile: NormalizationProfile, _ nfkc: FormData?) -> NormalizationStep? {
        guard profile.presentationLetters == .fold, let nfkc else { return nil }
        let ranges: [ClosedRange<UInt32>] = [0xFB50...0xFD3F, 0xFD50...0xFDCE, 0xFDD0...0xFDF9, 0xFE70...0xFEFC]
        return NormalizationStep(
            name: "presentationLetters",
            kind: .letters { scalar in
                guard scalar >= 0xFB50, ranges.contains(where: { $0.contains(scalar) }) else { return nil }
                return nfkc.normalize([scalar])
            })
    }

    /// U+FD40–FD4F, U+FDCF, U+FDFA–FDFF: signs that stand for several words, and the rial sign.
    static func honorifics(_ profile: NormalizationProfile, _ nfkc: FormData?) -> NormalizationStep? {
        let ranges: [ClosedRange<UInt32>] = [0xFD40...0xFD4F, 0xFDCF...0xFDCF, 0xFDFA...0xFDFF]
        switch profile.honorifics {
        case .keep:
            return nil
        case .remove:
            // A currency is no honorific.
            return letters("honorifics", table(ranges).filter { $0.key != ArabicLetters.rialSign })
        case .expand:
            guard let nfkc else { return nil }
            return NormalizationStep(
                name: "honorifics",
                kind: .letters { scalar in
                    guard scalar >= 0xFD40, ranges.contains(where: { $0.contains(scalar) }) else { return nil }
                    // NFKC writes U+FDFC RIAL SIGN with a Farsi yeh and does not know U+FDFD.
                    switch scalar {
                    case ArabicLetters.rialSign: return "\u{631}\u{64A}\u{627}\u{644}".unicodeScalars.map(\.value)
                    case 0xFDFD: return ArabicLetters.basmala
                    default: return nfkc.normalize([scalar])
                    }
                })
        }
    }

    static func bidiControls(_ profile: NormalizationProfile) -> NormalizationStep? {
        guard profile.bidiControls == .remove else { return nil }
        return letters("bidiControls", table(ArabicLetters.bidiControls))
    }

    static func byteOrderMark(_ profile: NormalizationProfile) -> NormalizationStep? {
        guard profile.byteOrderMark == .remove else { return nil }
        return letters("byteOrderMark", [0xFEFF: []])
    }

    /// U+200C.
    static func zeroWidthNonJoiner(_ profile: NormalizationProfile) -> NormalizationStep? {
        switch profile.zeroWidthNonJoiner {
        case .keep: nil
        case .remove: letters("zeroWidthNonJoiner", [0x200C: []])
        case .space: letters("zeroWidthNonJoiner", [0x200C: [0x20]])
        }
    }

    static func quranicSigns(_ profile: NormalizationProfile) -> NormalizationStep? {
        guard profile.quranicSigns == .remove else { return nil }
        return letters("quranicSigns", [0x06DD: [], 0x06DE: [], 0x06E9: []])
    }

    /// All but the mark that `tanwinAlef` still has to see.
    static func removedMarks(_ profile: NormalizationProfile) -> NormalizationStep? {
        let marks = table(profile.removedMarks.ranges)
        if profile.tanwinAlef == .keep { return letters("removedMarks", marks) }
        return letters("removedMarks", marks.filter { $0.key != ArabicLetters.fathatan })
    }

    /// U+064B, where `removedMarks` has left it to `tanwinAlef`.
    static func removedFathatan(_ profile: NormalizationProfile) -> NormalizationStep? {
        guard profile.tanwinAlef == .remove, profile.removedMarks.contains(.tanwin) else { return nil }
        return letters("removedMarks", [ArabicLetters.fathatan: []])
    }

    static func tatweel(_ profile: NormalizationProfile) -> NormalizationStep? {
        guard profile.tatweel == .remove else { return nil }
        return letters("tatweel", [ArabicLetters.tatweel: []])
    }

    /// Letters of Persian and Urdu keyboards that look like Arabic ones.
    ///
    /// پ چ ژ گ are letters of their own and stay. A hamza stays on its letter: to lose it is what `hamzaCarriers` is for,
    /// and so ۀ meets the ه with U+0654 that other keyboards write for it, also where that mark is removed.
    static func arabicLookAlikes(_ profile: NormalizationProfile) -> NormalizationStep? {
        guard profile.lookAlikes == .arabic else { return nil }
        let hamza = profile.removedMarks.contains(.hamzaMarks) ? [] : [ArabicLetters.hamzaAbove]
        return letters(
            "lookAlikes",
            [
                0x06A9: [0x0643],  // keheh
                0x06AA: [0x0643],  // swash kaf
                0x06CC: [0x064A],  // Farsi yeh
                0x06D2: [0x064A],  // yeh barree
                0x06D3: [0x0626],  // yeh barree with hamza
                0x06BE: [0x0647],  // heh doachashmee
                0x06C0: [0x0647] + hamza,  // heh with yeh above, whose sign is a hamza to Unicode
                0x06C1: [0x0647],  // heh goal
                0x06C2: [0x0647] + hamza,  // heh goal with hamza
                0x06D5: [0x0647],  // ae
                0x06C3: [0x0629],  // teh marbuta goal
            ])
    }

    /// The other way round. Runs after all that make Arabic yehs of other letters.
    static func persianLookAlikes(_ profile: NormalizationProfile) -> NormalizationStep? {
        guard profile.lookAlikes == .persian else { return nil }
        return letters("lookAlikes", [0x0643: [0x06A9], 0x064A: [0x06CC]])
    }

    static func alefMaqsura(_ profile: NormalizationProfile) -> NormalizationStep? {
        guard profile.alefMaqsura == .fold else { return nil }
        return letters("alefMaqsura", [0x0649: [0x064A]])
    }

    static func tehMarbuta(_ profile: NormalizationProfile) -> NormalizationStep? {
        switch profile.tehMarbuta {
        case .keep: nil
        case .heh: letters("tehMarbuta", [0x0629: [0x0647]])
        case .teh: letters("tehMarbuta", [0x0629: [0x062A]])
        }
    }

    static func digits(_ profile: NormalizationProfile) -> NormalizationStep? {
        let zeros: (ascii: UInt32, arabicIndic: UInt32, persian: UInt32) = (0x30, 0x0660, 0x06F0)
        func map(_ sources: [UInt32], to target: UInt32) -> NormalizationStep? {
            var table: [UInt32: [UInt32]] = [:]
            for zero in sources { for value in UInt32(0)...9 { table[zero + value] = [target + value] } }
            return letters("digits", table)
        }
        switch profile.digits {
        case .keep: return nil
        case .ascii: return map([zeros.arabicIndic, zeros.persian], to: zeros.ascii)
        case .arabicIndic: return map([zeros.ascii, zeros.persian], to: zeros.arabicIndic)
        case .persian: return map([zeros.ascii, zeros.arabicIndic], to: zeros.persian)
        case .asciiFromAllScripts:
            return NormalizationStep(
                name: "digits",
                kind: .letters { scalar in
                    scalar < 0x80 ? nil : CharacterFacts.decimalDigit(scalar).map { [zeros.ascii + $0] }
                })
        }
    }

    static func letterCase(_ profile: NormalizationProfile) -> NormalizationStep? {
        let map: @Sendable (UInt32) -> UInt32
        switch profile.letterCase {
        case .keep: return nil
        case .foldLatin: map = { CharacterFacts.latinCaseFolding($0) }
        case .lowercase: map = { CharacterFacts.simpleLowercase($0) }
        }
        return NormalizationStep(
            name: "letterCase",
            kind: .letters { scalar in
                let mapped = map(scalar)
                return mapped == scalar ? nil : [mapped]
            })
    }
}
