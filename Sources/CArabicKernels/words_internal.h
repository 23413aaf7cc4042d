#ifndef CAK_WORDS_INTERNAL_H
#define CAK_WORDS_INTERNAL_H
#include "words.h"

/// Cuts ordinary text by blocks from `start` on; returns where a token starts that the automaton has to cut.
typedef size_t cak_words_kernel(const cak_word_rules *rules, const uint8_t *text, size_t length, size_t start,
                                cak_word_list *list);
cak_words_kernel cak_words_avx512, cak_words_avx2, cak_words_neon;

#endif
