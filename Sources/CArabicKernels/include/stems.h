// Stems that are looked up: for stemmers that take longer than a look-up.
#ifndef CAK_STEMS_H
#define CAK_STEMS_H
#include "terms.h"
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A word of up to 16 bytes and its stem of as many, each as two numbers, lowest byte first, filled up with zeros. In a
/// free entry the word is 0.
typedef struct {
  uint64_t word_low;
  uint64_t word_high;
  uint64_t stem_low;
  uint64_t stem_high;
} cak_stem;

/// Stems of words met lately: 1 << bits slots of two entries, the later one first.
typedef struct {
  cak_stem *_Nonnull entries;
  uint32_t bits;
} cak_stem_cache;

/// Puts a word and its stem into its slot. The word must not begin with eight zeros.
void cak_keep_stem(const cak_stem_cache *_Nonnull cache, cak_stem stem);

/// Puts a stem into `low` and `high` of each term that is kept and known, and lists in `open` the indices of those to be
/// stemmed: kept, not empty, and of up to 16 bytes. Longer ones become CAK_TERM_LONG. Returns how many are listed.
size_t cak_look_up_stems(const cak_stem_cache *_Nonnull cache, cak_terms *_Nonnull terms, uint32_t *_Nonnull open);

/// Copies the stems in `low` and `high` of the terms from `first` on that are kept, as `cak_copy_terms` copies terms, up to
/// the first term that is the caller's to decide. Returns its index, or `end`. There must be room for 16 bytes a term, and
/// 16 bytes more.
size_t cak_copy_stems(const cak_terms *_Nonnull terms, size_t first, size_t end, cak_term_list *_Nonnull list);

#ifdef __cplusplus
}
#endif
#endif
