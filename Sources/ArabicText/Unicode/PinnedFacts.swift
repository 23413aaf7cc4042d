private import CICUShims

/// Facts that Unicode has changed for characters that it had already, held to what Unicode 15.0 says.
///
/// Otherwise the same text would give other results on another ICU. The rows are every difference in what
/// ``CharacterFacts`` asks between ICU 67.1, 72.1, 76.1 and 78.3 (Unicode 13, 15, 16 and 17) for characters assigned in
/// Unicode 15; versions between them have no value of their own. `Tests/Data/unicode/README.md` names the sources.
/// Combining classes, decompositions and compositions are not here: Unicode promises that they stay.
///
/// Each property is a `switch` and no list, so that a fact asked in a loop costs a few comparisons.
enum PinnedFacts {
    static func isAlphabetic(_ scalar: UInt32) -> Bool? {
        switch scalar {
        // Latin letters above others: Yes since Unicode 16.
        case 0x363...0x36F, 0x1DD3...0x1DE6: false
        // Signs of Telugu, Tibetan and Kaithi: No before Unicode 15.
        case 0xC04, 0xF82...0xF83, 0x11080...0x11081: true
        default: nil
        }
    }

    /// Script_Extensions, which grew.
    static func isArabic(_ scalar: UInt32) -> Bool? {
        switch scalar {
        // U+204F REVERSED SEMICOLON and U+2E41 REVERSED COMMA: Yes since Unicode 16.
        case 0x204F, 0x2E41: false
        // Ornate parentheses: No before Unicode 14.
        case 0xFD3E...0xFD3F: true
        default: nil
        }
    }

    static func isHanOrHiragana(_ scalar: UInt32) -> Bool? {
        switch scalar {
        // Old Chinese marks: Common before Unicode 14.
        case 0x16FE2...0x16FE3: true
        default: nil
        }
    }

    static func isComplexContext(_ scalar: UInt32) -> Bool? {
        switch scalar {
        // U+19DA NEW TAI LUE THAM DIGIT ONE: Numeric since Unicode 16.
        case 0x19DA: true
        default: nil
        }
    }

    static func wordBreak(_ scalar: UInt32) -> Int? {
        switch scalar {
        // Prepended signs of Arabic and Kaithi: Numeric since Unicode 15.1. Quranic text is full of U+06DD.
        case 0x600...0x605, 0x6DD, 0x890...0x891, 0x8E2, 0x110BD, 0x110CD: ATS_WB_FORMAT
        // U+070F SYRIAC ABBREVIATION MARK: ALetter since Unicode 15.1.
        case 0x70F: ATS_WB_FORMAT
        // Vertical comma and semicolon: Other since Unicode 16.
        case 0xFE10, 0xFE14: ATS_WB_MID_NUM
        // U+00B8 CEDILLA: ALetter since Unicode 17. U+19DA: Numeric since Unicode 16.
        case 0xB8, 0x19DA: ATS_WB_OTHER
        default: nil
        }
    }

    static func isGraphemeExtend(_ scalar: UInt32) -> Bool? {
        switch scalar {
        // Vowel signs and viramas of the scripts of India and its neighbours, and two marks of music: Yes since Unicode
        // 16 (U+1734 before Unicode 14 too).
        case 0xCC0, 0xCC7...0xCC8, 0xCCA...0xCCB, 0x1715, 0x1734, 0x1B3B, 0x1B3D, 0x1B43...0x1B44, 0x1BAA,
            0x1BF2...0x1BF3, 0xA953, 0xA9C0, 0x111C0, 0x11235, 0x1134D, 0x116B6, 0x1193D, 0x11F41, 0x16FF0...0x16FF1,
            0x1D166, 0x1D16D:
            false
        // U+1171E AHOM CONSONANT SIGN MEDIAL RA: No since Unicode 16.
        case 0x1171E: true
        default: nil
        }
    }

    static func isExtendedPictographic(_ scalar: UInt32) -> Bool? {
        switch scalar {
        // Symbols that are no emoji: No since Unicode 17. The ranges run through the emoji between them, which are
        // pictographs in every version, and through no character that Unicode 15 lacks.
        case 0x2388, 0x2605, 0x2607...0x2612, 0x2616...0x2685, 0x2690...0x2704, 0x270E...0x2711, 0x2765...0x2767,
            0x1F000...0x1F02B, 0x1F030...0x1F093, 0x1F0A0...0x1F0AE, 0x1F0B1...0x1F0BF, 0x1F0C1...0x1F0CE,
            0x1F0D1...0x1F0F5, 0x1F10D...0x1F10F, 0x1F12F, 0x1F16C...0x1F16F, 0x1F1AD, 0x1F260...0x1F265,
            0x1F322...0x1F3F6, 0x1F4FE, 0x1F546...0x1F5F9, 0x1F6C6...0x1F6D4, 0x1F6E6...0x1F6EA, 0x1F6F1...0x1F6F2,
            0x1F774...0x1F776, 0x1F77B...0x1F77F, 0x1F7D5...0x1F7D9, 0x1F8B0...0x1F8B1, 0x1FA00...0x1FA53,
            0x1FA60...0x1FA6D:
            true
        default: nil
        }
    }

    static func latinCaseFolding(_ scalar: UInt32) -> UInt32? {
        switch scalar {
        // U+FB05 LATIN SMALL LIGATURE LONG S T: has a simple folding, U+FB06, since Unicode 15.1.
        case 0xFB05: 0xFB05
        default: nil
        }
    }
}
