// The kernels of the light stemmer.
#ifndef CAK_STEM_LIGHT_AFFIXES_H
#define CAK_STEM_LIGHT_AFFIXES_H
#include "stem_words.h"

// How many letters fall at both ends of 64 words.
typedef struct {
  uint8_t prefixes[64], suffixes[64];
} cak_light_affixes;

// Finds what falls of 64 words, by their first and their last eight bytes, filled up with zeros, and how many bytes they
// have. Returns the words, a bit each, of which more is to be seen.
typedef uint64_t cak_light_kernel(const cak_light_rules *rules, const uint64_t *heads, const uint64_t *tails,
                                  const uint32_t *byte_counts, cak_light_affixes *affixes);
cak_light_kernel cak_find_light_affixes_avx512, cak_find_light_affixes_avx2, cak_find_light_affixes_neon,
    cak_find_light_affixes_portable;

#endif
