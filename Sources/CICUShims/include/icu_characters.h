// Facts about single characters, asked of ICU. Every function is total over 0 to 0x10FFFF. The library asks them through
// `CharacterFacts` alone.
#ifndef ATS_ICU_CHARACTERS_H
#define ATS_ICU_CHARACTERS_H
#include <stdbool.h>
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif

/// Canonical_Combining_Class.
uint8_t ats_combining_class(uint32_t scalar);
/// The one-scalar case folding of a letter of Latin script, other scalars as they are.
uint32_t ats_fold_latin_case(uint32_t scalar);
/// Simple_Lowercase_Mapping.
uint32_t ats_simple_lowercase(uint32_t scalar);
/// The value of a decimal digit (General_Category Nd), or -1.
int32_t ats_decimal_digit(uint32_t scalar);
/// White_Space.
bool ats_is_white_space(uint32_t scalar);
/// Alphabetic.
bool ats_is_alphabetic(uint32_t scalar);
/// Extended_Pictographic.
bool ats_is_pictographic(uint32_t scalar);
bool ats_is_emoji_presentation(uint32_t scalar);
bool ats_is_emoji_modifier(uint32_t scalar);
bool ats_is_emoji_modifier_base(uint32_t scalar);
/// Grapheme_Cluster_Break=Extend: marks, variation selectors, skin tones.
bool ats_is_grapheme_extend(uint32_t scalar);
/// NFC_Quick_Check=Maybe: the scalar may compose with one before it.
bool ats_may_compose_with_previous(uint32_t scalar);
/// Script or Script_Extensions holds Arabic (so U+0640, whose script is Common, has it).
bool ats_is_arabic(uint32_t scalar);
/// Script is Han or Hiragana.
bool ats_is_han_or_hiragana(uint32_t scalar);
/// Line_Break is Complex_Context: Thai, Lao, Khmer, Burmese and their like.
bool ats_is_complex_context(uint32_t scalar);
/// Word_Break, one of the `ATS_WB_` values of word_break.h.
int32_t ats_word_break(uint32_t scalar);
/// The Unicode name, or for a scalar without one its kind and code point between angle brackets; empty where ICU has no
/// data of names. `text` takes at least 128 bytes.
void ats_character_name(uint32_t scalar, char *_Nonnull text);

#ifdef __cplusplus
}
#endif
#endif
