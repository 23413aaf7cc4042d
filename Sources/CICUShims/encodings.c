#include "icu_check.h"
#ifdef ATS_HAVE_ICU
#include "encodings.h"
#include <stdlib.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

struct ats_decoder {
  UConverter *converter;
  /// A lead surrogate whose trail comes with the next unit, or 0.
  UChar lead;
};

ats_decoder *ats_decoder_open(const char *name, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  // ICU takes no name for the encoding of the locale, and what follows a comma for options of the converter.
  if (name[0] == 0 || strchr(name, ',')) {
    *status = U_FILE_ACCESS_ERROR;
    return NULL;
  }
  UConverter *converter = ucnv_open(name, &error);
  if (U_SUCCESS(error)) ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &error);
  ats_decoder *decoder = U_SUCCESS(error) ? malloc(sizeof *decoder) : NULL;
  if (decoder) {
    *decoder = (ats_decoder){converter, 0};
  } else {
    ucnv_close(converter);
    if (U_SUCCESS(error)) error = U_MEMORY_ALLOCATION_ERROR;
  }
  *status = error;
  return decoder;
}

void ats_decoder_close(ats_decoder *decoder) {
  if (!decoder) return;
  ucnv_close(decoder->converter);
  free(decoder);
}

int32_t ats_decoder_unit(const ats_decoder *decoder) { return ucnv_getMinCharSize(decoder->converter); }

static uint8_t *put(uint8_t *to, UChar32 scalar) {
  int32_t length = 0;
  U8_APPEND_UNSAFE(to, length, scalar);
  return to + length;
}

/// Writes units as UTF-8, three bytes a unit at most and three more for a lead that was held back.
static uint8_t *put_units(ats_decoder *decoder, const UChar *units, const UChar *end, uint8_t *to) {
  for (; units < end; units++) {
    UChar unit = *units, lead = decoder->lead;
    decoder->lead = 0;
    if (lead && U16_IS_TRAIL(unit)) {
      to = put(to, U16_GET_SUPPLEMENTARY(lead, unit));
      continue;
    }
    if (lead) to = put(to, 0xFFFD);
    if (U16_IS_LEAD(unit)) {
      decoder->lead = unit;
    } else {
      to = put(to, U16_IS_TRAIL(unit) ? 0xFFFD : unit);
    }
  }
  return to;
}

enum ats_decoding ats_decoder_decode(ats_decoder *decoder, const uint8_t *bytes, size_t count, bool is_last,
                                     uint8_t *room, size_t capacity, struct ats_decoded *decoded) {
  enum { UNITS = 1024, HELD_BACK = 3 };
  UChar units[UNITS];
  const char *start = (const char *)bytes, *from = start, *end = start + count;
  uint8_t *to = room;
  UErrorCode error;
  enum ats_decoding outcome;
  do {
    size_t space = (capacity - (size_t)(to - room) - HELD_BACK) / 3;
    UChar *units_end = units;
    error = U_ZERO_ERROR;
    // Less than this, and what one byte may expand to would not fit.
    if (space < (ATS_DECODER_ROOM - HELD_BACK) / 3) {
      error = U_BUFFER_OVERFLOW_ERROR;
      break;
    }
    ucnv_toUnicode(decoder->converter, &units_end, units + (space < UNITS ? space : UNITS), &from, end, NULL, is_last,
                   &error);
    to = put_units(decoder, units, units_end, to);
  } while (error == U_BUFFER_OVERFLOW_ERROR);
  *decoded = (struct ats_decoded){.read = (size_t)(from - start), .status = error};
  switch (error) {
  case U_BUFFER_OVERFLOW_ERROR: outcome = ATS_DECODING_FULL; break;
  case U_INVALID_CHAR_FOUND:
  case U_ILLEGAL_CHAR_FOUND:
  case U_TRUNCATED_CHAR_FOUND:
  case U_ILLEGAL_ESCAPE_SEQUENCE:
  case U_UNSUPPORTED_ESCAPE_SEQUENCE: {
    int8_t length = sizeof decoded->bytes;
    UErrorCode asked = U_ZERO_ERROR;
    ucnv_getInvalidChars(decoder->converter, (char *)decoded->bytes, &length, &asked);
    decoded->count = U_SUCCESS(asked) ? length : 0;
    decoded->after = ucnv_toUCountPending(decoder->converter, &asked);
    outcome = ATS_DECODING_ILL_FORMED;
    break;
  }
  default: outcome = U_SUCCESS(error) ? ATS_DECODING_DONE : ATS_DECODING_FAILED; break;
  }
  // Nothing can complete what was held back at the end, or at a sequence that is left out.
  if (decoder->lead && (outcome == ATS_DECODING_ILL_FORMED || (outcome == ATS_DECODING_DONE && is_last))) {
    decoder->lead = 0;
    to = put(to, 0xFFFD);
  }
  decoded->written = (size_t)(to - room);
  return outcome;
}

int32_t ats_encoding_count(void) { return ucnv_countAvailable(); }

const char *ats_encoding_name(int32_t index) {
  const char *name = ucnv_getAvailableName(index);
  for (int standard = 0; standard < 2; standard++) {
    UErrorCode error = U_ZERO_ERROR;
    const char *found = ucnv_getStandardName(name, standard ? "IANA" : "MIME", &error);
    if (found) return found;
  }
  return name ? name : "";
}

const char *ats_encoding_alias(int32_t index, uint16_t alias) {
  UErrorCode error = U_ZERO_ERROR;
  const char *name = ucnv_getAvailableName(index);
  return name && alias < ucnv_countAliases(name, &error) ? ucnv_getAlias(name, alias, &error) : NULL;
}
#endif
