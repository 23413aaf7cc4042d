#include "stems.h"
#include <string.h>

// How many terms before it is looked at an entry is fetched.
#define AHEAD 8

#define INLINE static inline __attribute__((always_inline))

INLINE size_t stem_slot(uint64_t low, uint64_t high, uint32_t bits) {
  uint64_t mixed = (low ^ high * 0xD6E8FEB86659FD93ull) * 0x9E3779B97F4A7C15ull;
  return mixed >> (64 - bits);
}

void cak_keep_stem(const cak_stem_cache *cache, cak_stem stem) {
  cak_stem *slot = cache->entries + 2 * stem_slot(stem.word_low, stem.word_high, cache->bits);
  slot[1] = slot[0];
  slot[0] = stem;
}

// How many bytes there are up to the last one that is not 0; 1 for 0.
INLINE size_t length_of(uint64_t bytes) { return (size_t)(71 - __builtin_clzll(bytes | 1)) >> 3; }

size_t cak_copy_stems(const cak_stem_cache *cache, const cak_terms *terms, size_t first, size_t end,
                      cak_term_list *list) {
  size_t count = list->count, position = list->position, byte_count = list->byte_count;
  const cak_stem *entries = cache->entries;
  uint32_t bits = cache->bits;
  const uint32_t *counts = terms->counts, *numbers = terms->tokens;
  const uint64_t *lows = terms->low, *highs = terms->high;
  const uint8_t *fates = terms->fates;
  uint8_t *target = list->bytes;
  size_t *ends = list->ends, *positions = list->positions;
  uint32_t *tokens = list->tokens;
  size_t i = first;
  for (; i < end; i++) {
    // A near cache of the processor does not hold the table.
    size_t ahead = i + AHEAD < end ? i + AHEAD : i;
    __builtin_prefetch(entries + 2 * stem_slot(lows[ahead], highs[ahead], bits));
    const cak_stem *slot = entries + 2 * stem_slot(lows[i], highs[i], bits);
    cak_stem entry = slot[(slot[1].word_low == lows[i]) & (slot[1].word_high == highs[i])];
    bool is_stopped = fates[i] == CAK_TERM_STOPPED, is_decided = is_stopped | (fates[i] == CAK_TERM_KEPT);
    bool is_empty = counts[i] == 0;
    // A word that is 0 is the entry of none, but for an empty one.
    bool is_known = (entry.word_low == lows[i]) & (entry.word_high == highs[i]) & (lows[i] != 0) & (counts[i] <= 16);
    if (!(is_decided & (is_known | is_stopped | is_empty))) break;
    bool is_kept = !is_stopped & !is_empty & (entry.stem_low != 0);
    memcpy(target + byte_count, &entry.stem_low, 8);
    memcpy(target + byte_count + 8, &entry.stem_high, 8);
    size_t length = entry.stem_high ? 8 + length_of(entry.stem_high) : length_of(entry.stem_low);
    byte_count += is_kept ? length : 0;
    ends[count] = byte_count;
    tokens[count] = numbers[i];
    positions[count] = position;
    count += is_kept;
    position += is_kept | is_stopped;
  }
  list->count = count;
  list->position = position;
  list->byte_count = byte_count;
  return i;
}
