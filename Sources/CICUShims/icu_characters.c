#include "icu_check.h"
#ifdef ATS_HAVE_ICU
#include "icu_characters.h"
#include "word_break.h"
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>

// ICU's own values, so that none has to be translated.
_Static_assert(U_WB_OTHER == ATS_WB_OTHER && U_WB_ALETTER == ATS_WB_ALETTER && U_WB_FORMAT == ATS_WB_FORMAT, "");
_Static_assert(U_WB_KATAKANA == ATS_WB_KATAKANA && U_WB_MIDLETTER == ATS_WB_MID_LETTER, "");
_Static_assert(U_WB_MIDNUM == ATS_WB_MID_NUM && U_WB_NUMERIC == ATS_WB_NUMERIC && U_WB_CR == ATS_WB_CR, "");
_Static_assert(U_WB_EXTENDNUMLET == ATS_WB_EXTEND_NUM_LET && U_WB_EXTEND == ATS_WB_EXTEND && U_WB_LF == ATS_WB_LF, "");
_Static_assert(U_WB_MIDNUMLET == ATS_WB_MID_NUM_LET && U_WB_NEWLINE == ATS_WB_NEWLINE && U_WB_ZWJ == ATS_WB_ZWJ, "");
_Static_assert(U_WB_REGIONAL_INDICATOR == ATS_WB_REGIONAL_INDICATOR && U_WB_HEBREW_LETTER == ATS_WB_HEBREW_LETTER, "");
_Static_assert(U_WB_SINGLE_QUOTE == ATS_WB_SINGLE_QUOTE && U_WB_DOUBLE_QUOTE == ATS_WB_DOUBLE_QUOTE, "");
_Static_assert(U_WB_WSEGSPACE == ATS_WB_WSEG_SPACE, "");

uint8_t ats_combining_class(uint32_t scalar) { return u_getCombiningClass((UChar32)scalar); }

uint32_t ats_fold_latin_case(uint32_t scalar) {
  UErrorCode status = U_ZERO_ERROR;
  if (uscript_getScript((UChar32)scalar, &status) != USCRIPT_LATIN) return scalar;
  // U+0130 has no simple folding but has a simple lower case.
  return (uint32_t)u_tolower(u_foldCase((UChar32)scalar, U_FOLD_CASE_DEFAULT));
}

uint32_t ats_simple_lowercase(uint32_t scalar) { return (uint32_t)u_tolower((UChar32)scalar); }

int32_t ats_decimal_digit(uint32_t scalar) {
  return u_charType((UChar32)scalar) == U_DECIMAL_DIGIT_NUMBER ? u_charDigitValue((UChar32)scalar) : -1;
}

bool ats_is_white_space(uint32_t scalar) { return u_hasBinaryProperty((UChar32)scalar, UCHAR_WHITE_SPACE); }

bool ats_is_alphabetic(uint32_t scalar) { return u_isUAlphabetic((UChar32)scalar); }

bool ats_is_pictographic(uint32_t scalar) { return u_hasBinaryProperty((UChar32)scalar, UCHAR_EXTENDED_PICTOGRAPHIC); }

bool ats_is_emoji_presentation(uint32_t scalar) {
  return u_hasBinaryProperty((UChar32)scalar, UCHAR_EMOJI_PRESENTATION);
}

bool ats_is_emoji_modifier(uint32_t scalar) { return u_hasBinaryProperty((UChar32)scalar, UCHAR_EMOJI_MODIFIER); }

bool ats_is_emoji_modifier_base(uint32_t scalar) {
  return u_hasBinaryProperty((UChar32)scalar, UCHAR_EMOJI_MODIFIER_BASE);
}

bool ats_is_grapheme_extend(uint32_t scalar) {
  return u_getIntPropertyValue((UChar32)scalar, UCHAR_GRAPHEME_CLUSTER_BREAK) == U_GCB_EXTEND;
}

bool ats_may_compose_with_previous(uint32_t scalar) {
  return u_getIntPropertyValue((UChar32)scalar, UCHAR_NFC_QUICK_CHECK) == UNORM_MAYBE;
}

bool ats_is_arabic(uint32_t scalar) { return uscript_hasScript((UChar32)scalar, USCRIPT_ARABIC); }

bool ats_is_han_or_hiragana(uint32_t scalar) {
  UErrorCode status = U_ZERO_ERROR;
  UScriptCode script = uscript_getScript((UChar32)scalar, &status);
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA;
}

bool ats_is_complex_context(uint32_t scalar) {
  return u_getIntPropertyValue((UChar32)scalar, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT;
}

int32_t ats_word_break(uint32_t scalar) { return u_getIntPropertyValue((UChar32)scalar, UCHAR_WORD_BREAK); }

void ats_character_name(uint32_t scalar, char *text) {
  UErrorCode status = U_ZERO_ERROR;
  if (u_charName((UChar32)scalar, U_EXTENDED_CHAR_NAME, text, 128, &status) <= 0 || U_FAILURE(status)) text[0] = 0;
}
#endif
