#include "icu_check.h"
#ifdef ATS_HAVE_ICU
#include "word_break.h"
#include <new>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

struct ats_word_iterator {
  UBreakIterator *breaks;
  UText *text;
};

extern "C" ats_word_iterator *ats_word_iterator_open(int32_t *status) {
  // Opening takes 60 microseconds, a clone 4, so one iterator is kept to be cloned. It is never given a text, so
  // cloning only reads it and threads may do it at once. (ubrk_clone would need ICU 69.)
  static UErrorCode openError = U_ZERO_ERROR;
  static UBreakIterator *const prototype = ubrk_open(UBRK_WORD, "", nullptr, 0, &openError);
  UErrorCode error = openError;
  UBreakIterator *breaks = nullptr;
  if (U_SUCCESS(error)) {
    error = U_ZERO_ERROR;
#if U_ICU_VERSION_MAJOR_NUM >= 69
    breaks = ubrk_clone(prototype, &error);
#else
    breaks = ubrk_safeClone(prototype, nullptr, nullptr, &error);
#endif
  }
  ats_word_iterator *iterator = nullptr;
  if (U_SUCCESS(error)) {
    iterator = new (std::nothrow) ats_word_iterator{breaks, nullptr};
    if (!iterator) {
      ubrk_close(breaks);
      error = U_MEMORY_ALLOCATION_ERROR;
    }
  }
  *status = error;
  return iterator;
}

extern "C" void ats_word_iterator_close(ats_word_iterator *iterator) {
  if (!iterator) return;
  ubrk_close(iterator->breaks);
  utext_close(iterator->text);
  delete iterator;
}

extern "C" void ats_word_iterator_start(ats_word_iterator *iterator, const uint8_t *text, int32_t length,
                                        int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  iterator->text = utext_openUTF8(iterator->text, (const char *)text, length, &error);
  ubrk_setUText(iterator->breaks, iterator->text, &error);
  *status = error;
}

extern "C" int32_t ats_word_iterator_next(ats_word_iterator *iterator) {
  int32_t boundary = ubrk_next(iterator->breaks);
  return boundary == UBRK_DONE ? -1 : boundary;
}

extern "C" int32_t ats_count_words(const uint16_t *text, int32_t length, int32_t *status) {
  ats_word_iterator *iterator = ats_word_iterator_open(status);
  if (!iterator) return 0;
  UBreakIterator *breaks = iterator->breaks;
  UErrorCode error = U_ZERO_ERROR;
  ubrk_setText(breaks, reinterpret_cast<const UChar *>(text), length, &error);
  int32_t count = 0;
  if (U_SUCCESS(error))
    while (ubrk_next(breaks) != UBRK_DONE)
      if (ubrk_getRuleStatus(breaks) >= UBRK_WORD_NONE_LIMIT) count++;
  ats_word_iterator_close(iterator);
  *status = error;
  return count;
}
#endif
