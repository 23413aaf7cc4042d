#include "stems.h"
#include <string.h>

// How many terms before it is looked at an entry is fetched.
#define AHEAD 32

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

// Lists the kept terms that an entry may have, and marks those that none has.
INLINE size_t list_short_terms(cak_terms *terms, uint32_t *listed) {
  const uint32_t *counts = terms->counts;
  const uint64_t *lows = terms->low;
  uint8_t *fates = terms->fates;
  size_t found = 0, end = terms->count;
  for (size_t i = 0; i < end; i++) {
    // A word that is 0 is the entry of none. What begins with eight zeros is not looked up.
    bool is_short = (counts[i] <= 16) & (lows[i] != 0);
    bool is_listed = (fates[i] == CAK_TERM_KEPT) & (counts[i] != 0);
    fates[i] += (is_listed & !is_short) * (CAK_TERM_LONG - CAK_TERM_KEPT);
    listed[found] = (uint32_t)i;
    found += is_listed & is_short;
  }
  return found;
}

size_t cak_look_up_stems(const cak_stem_cache *cache, cak_terms *terms, uint32_t *open) {
  const cak_stem *entries = cache->entries;
  uint32_t bits = cache->bits;
  uint64_t *lows = terms->low, *highs = terms->high;
  size_t found = 0, end = list_short_terms(terms, open);
  for (size_t i = 0; i < end; i++) {
    // A near cache of the processor does not hold the table.
    uint32_t ahead = open[i + AHEAD < end ? i + AHEAD : i], term = open[i];
    __builtin_prefetch(entries + 2 * stem_slot(lows[ahead], highs[ahead], bits));
    uint64_t low = lows[term], high = highs[term];
    const cak_stem *entry = entries + 2 * stem_slot(low, high, bits);
    entry += (entry[1].word_low == low) & (entry[1].word_high == high);
    // As numbers: whether a word is known is not to be guessed.
    uint64_t differs = (entry->word_low ^ low) | (entry->word_high ^ high);
    uint64_t known = ((differs | -differs) >> 63) - 1;
    lows[term] = low ^ ((entry->stem_low ^ low) & known);
    highs[term] = high ^ ((entry->stem_high ^ high) & known);
    open[found] = term;
    found += known + 1;
  }
  return found;
}

// How many bytes there are up to the last one that is not 0; 1 for 0.
INLINE size_t length_of(uint64_t bytes) { return (size_t)(71 - __builtin_clzll(bytes | 1)) >> 3; }

size_t cak_copy_stems(const cak_terms *terms, size_t first, size_t end, cak_term_list *list) {
  size_t count = list->count, position = list->position, byte_count = list->byte_count;
  const uint32_t *numbers = terms->tokens;
  const uint64_t *lows = terms->low, *highs = terms->high;
  const uint8_t *fates = terms->fates;
  uint8_t *target = list->bytes;
  size_t *ends = list->ends, *positions = list->positions;
  uint32_t *tokens = list->tokens;
  size_t i = first;
  for (; i < end; i++) {
    bool is_stopped = fates[i] == CAK_TERM_STOPPED;
    if (fates[i] > CAK_TERM_STOPPED) break;
    uint64_t low = lows[i], high = highs[i];
    // What is 0 is empty.
    bool is_kept = !is_stopped & (low != 0);
    memcpy(target + byte_count, &low, 8);
    memcpy(target + byte_count + 8, &high, 8);
    uint64_t is_long = -(uint64_t)(high != 0);
    size_t length = length_of(low ^ ((low ^ high) & is_long)) + (8 & is_long);
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
