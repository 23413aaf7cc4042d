#include "icu_check.h"
#ifdef ATS_HAVE_ICU
#include "icu_characters.h"
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>

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

bool ats_is_pictographic(uint32_t scalar) {
  return u_hasBinaryProperty((UChar32)scalar, UCHAR_EXTENDED_PICTOGRAPHIC);
}

bool ats_is_grapheme_extend(uint32_t scalar) {
  return u_getIntPropertyValue((UChar32)scalar, UCHAR_GRAPHEME_CLUSTER_BREAK) == U_GCB_EXTEND;
}

bool ats_may_compose_with_previous(uint32_t scalar) {
  return u_getIntPropertyValue((UChar32)scalar, UCHAR_NFC_QUICK_CHECK) == UNORM_MAYBE;
}

bool ats_is_nonspacing_mark(uint32_t scalar) { return u_charType((UChar32)scalar) == U_NON_SPACING_MARK; }

bool ats_is_arabic(uint32_t scalar) { return uscript_hasScript((UChar32)scalar, USCRIPT_ARABIC); }

void ats_character_name(uint32_t scalar, char *text) {
  UErrorCode status = U_ZERO_ERROR;
  if (u_charName((UChar32)scalar, U_EXTENDED_CHAR_NAME, text, 128, &status) <= 0 || U_FAILURE(status)) text[0] = 0;
}
#endif
