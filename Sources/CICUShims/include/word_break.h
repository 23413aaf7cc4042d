// What word segmentation asks of ICU: the names of the word classes, and ICU's word iterators over UTF-8.
#ifndef ATS_WORD_BREAK_H
#define ATS_WORD_BREAK_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif

/// Values of the property Word_Break.
enum {
  ATS_WB_OTHER,
  ATS_WB_ALETTER,
  ATS_WB_FORMAT,
  ATS_WB_KATAKANA,
  ATS_WB_MID_LETTER,
  ATS_WB_MID_NUM,
  ATS_WB_NUMERIC,
  ATS_WB_EXTEND_NUM_LET,
  ATS_WB_CR,
  ATS_WB_EXTEND,
  ATS_WB_LF,
  ATS_WB_MID_NUM_LET,
  ATS_WB_NEWLINE,
  ATS_WB_REGIONAL_INDICATOR,
  ATS_WB_HEBREW_LETTER,
  ATS_WB_SINGLE_QUOTE,
  ATS_WB_DOUBLE_QUOTE,
  ATS_WB_ZWJ = 21,
  ATS_WB_WSEG_SPACE
};

/// An iterator over the word boundaries of a text. One thread at a time.
typedef struct ats_word_iterator ats_word_iterator;

/// ICU's default word iterator (root locale). Give it back with ats_word_iterator_close. Where the status is above
/// 0 there is none.
ats_word_iterator *_Nullable ats_word_iterator_open(int32_t *_Nonnull status);
void ats_word_iterator_close(ats_word_iterator *_Nullable iterator);
/// Starts on a text of well-formed UTF-8, which must stay where it is until the next start or the close.
void ats_word_iterator_start(ats_word_iterator *_Nonnull iterator, const uint8_t *_Nonnull text, int32_t length,
                             int32_t *_Nonnull status);
/// The byte offset of the next boundary after the start of the text, or -1 after the last.
int32_t ats_word_iterator_next(ats_word_iterator *_Nonnull iterator);
/// How many words ICU's default iterator finds in UTF-16, its fastest form: segments that it does not class as space
/// or punctuation. What speed is measured against.
int32_t ats_count_words(const uint16_t *_Nonnull text, int32_t length, int32_t *_Nonnull status);

#ifdef __cplusplus
}
#endif
#endif
