// ICU's word iterator with rules of one's own, over UTF-8: what tests hold the word rules against. Like the headers of
// CICUShims it includes none of ICU's.
#ifndef ICU_ORACLE_H
#define ICU_ORACLE_H
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif

/// An iterator over the word boundaries of a text. One thread at a time.
typedef struct oracle_words oracle_words;

/// An iterator by rules in ICU's own language, as UTF-8. Give it back with oracle_words_close. Where the status is
/// above 0 there is none.
oracle_words *_Nullable oracle_words_open(const char *_Nonnull rules, int32_t length, int32_t *_Nonnull status);
void oracle_words_close(oracle_words *_Nullable words);
/// Starts on a text of well-formed UTF-8, which must stay where it is until the next start or the close.
void oracle_words_start(oracle_words *_Nonnull words, const uint8_t *_Nonnull text, int32_t length,
                        int32_t *_Nonnull status);
/// The byte offset of the next boundary after the start of the text, or -1 after the last.
int32_t oracle_words_next(oracle_words *_Nonnull words);

#ifdef __cplusplus
}
#endif
#endif
