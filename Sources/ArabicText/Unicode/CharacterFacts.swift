private import CICUShims

/// What ICU knows of single characters, under the names of the Unicode properties.
///
/// Nothing else in the library asks ICU for them. What Unicode says otherwise from version to version is in
/// ``PinnedFacts``, so that each character of Unicode 13 has the same facts on every ICU.
enum CharacterFacts {
    static func combiningClass(_ scalar: UInt32) -> UInt8 { ats_combining_class(scalar) }
    /// Whether the scalar may compose with one before it (NFC_Quick_Check=Maybe).
    static func mayComposeWithPrevious(_ scalar: UInt32) -> Bool { ats_may_compose_with_previous(scalar) }
    static func isWhiteSpace(_ scalar: UInt32) -> Bool { ats_is_white_space(scalar) }

    /// The length of the White_Space character that starts at an offset, or nil.
    @inline(__always)
    static func whiteSpaceLength(_ bytes: Span<UInt8>, at offset: Int) -> Int? {
        let byte = bytes[offset]
        if byte < 0x80 { return byte == 0x20 || (0x09...0x0D).contains(byte) ? 1 : nil }
        // The leads of U+0085, U+00A0, U+1680, U+2000 and on, U+3000: Arabic letters have others.
        guard byte == 0xC2 || (0xE1...0xE3).contains(byte) else { return nil }
        guard case .scalar(let scalar, let length) = UTF8Element.decode(bytes, at: offset), isWhiteSpace(scalar)
        else { return nil }
        return length
    }
    /// Whether Script_Extensions holds Arabic.
    static func isArabic(_ scalar: UInt32) -> Bool {
        PinnedFacts.isArabic(scalar) ?? ats_is_arabic(scalar)
    }
    static func isAlphabetic(_ scalar: UInt32) -> Bool {
        PinnedFacts.isAlphabetic(scalar) ?? ats_is_alphabetic(scalar)
    }
    /// Whether Script is Han or Hiragana.
    static func isHanOrHiragana(_ scalar: UInt32) -> Bool {
        PinnedFacts.isHanOrHiragana(scalar) ?? ats_is_han_or_hiragana(scalar)
    }
    /// Whether Line_Break is Complex_Context: Thai, Lao, Khmer, Burmese and their like.
    static func isComplexContext(_ scalar: UInt32) -> Bool {
        PinnedFacts.isComplexContext(scalar) ?? ats_is_complex_context(scalar)
    }
    /// Word_Break, one of the values `ATS_WB_…`.
    static func wordBreak(_ scalar: UInt32) -> Int { PinnedFacts.wordBreak(scalar) ?? Int(ats_word_break(scalar)) }
    static func isExtendedPictographic(_ scalar: UInt32) -> Bool {
        PinnedFacts.isExtendedPictographic(scalar) ?? ats_is_pictographic(scalar)
    }
    static func isEmojiPresentation(_ scalar: UInt32) -> Bool { ats_is_emoji_presentation(scalar) }
    static func isEmojiModifier(_ scalar: UInt32) -> Bool { ats_is_emoji_modifier(scalar) }
    static func isEmojiModifierBase(_ scalar: UInt32) -> Bool { ats_is_emoji_modifier_base(scalar) }
    static func isGraphemeExtend(_ scalar: UInt32) -> Bool {
        PinnedFacts.isGraphemeExtend(scalar) ?? ats_is_grapheme_extend(scalar)
    }
    /// The value of a decimal digit of any script (General_Category Nd), or nil.
    static func decimalDigit(_ scalar: UInt32) -> UInt32? {
        let value = ats_decimal_digit(scalar)
        return value < 0 ? nil : UInt32(value)
    }
    static func simpleLowercase(_ scalar: UInt32) -> UInt32 { ats_simple_lowercase(scalar) }
    static func latinCaseFolding(_ scalar: UInt32) -> UInt32 {
        PinnedFacts.latinCaseFolding(scalar) ?? ats_fold_latin_case(scalar)
    }
}
