#include "icu_oracle.h"
#include <new>
#include <unicode/ubrk.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>

struct oracle_words {
  UBreakIterator *breaks;
  UText *text;
};

extern "C" oracle_words *oracle_words_open(const char *rules, int32_t length, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  UParseError where;
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(icu::StringPiece(rules, length));
  UBreakIterator *breaks = ubrk_openRules(text.getBuffer(), text.length(), nullptr, 0, &where, &error);
  oracle_words *words = nullptr;
  if (U_SUCCESS(error)) {
    words = new (std::nothrow) oracle_words{breaks, nullptr};
    if (!words) {
      ubrk_close(breaks);
      error = U_MEMORY_ALLOCATION_ERROR;
    }
  }
  *status = error;
  return words;
}

extern "C" void oracle_words_close(oracle_words *words) {
  if (!words) return;
  ubrk_close(words->breaks);
  utext_close(words->text);
  delete words;
}

extern "C" void oracle_words_start(oracle_words *words, const uint8_t *text, int32_t length, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  words->text = utext_openUTF8(words->text, (const char *)text, length, &error);
  ubrk_setUText(words->breaks, words->text, &error);
  *status = error;
}

extern "C" int32_t oracle_words_next(oracle_words *words) {
  int32_t boundary = ubrk_next(words->breaks);
  return boundary == UBRK_DONE ? -1 : boundary;
}
