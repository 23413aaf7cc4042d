// Words that are noted by two hashes of their first eight bytes: the lower bits of one choose a byte, and those of the other
// a bit of it, and the other way round in a second table.
#ifndef CAK_STOP_INTERNAL_H
#define CAK_STOP_INTERNAL_H
#include "terms.h"

#define EACH_BIT 1, 2, 4, 8, 16, 32, 64, 128

// What `cak_find_noted` reckons.
static inline void note_head(cak_noted_words *noted, uint64_t head) {
  uint8_t first = 0, second = 0;
  for (int i = 0; i < 8; i++) {
    uint8_t byte = (uint8_t)(head >> 8 * i);
    first = (uint8_t)(3 * first) ^ byte;
    second = (uint8_t)(byte - 2 * second);
  }
  noted->bits[0][first & 127] |= (uint8_t)(1 << (second & 7));
  noted->bits[1][second & 127] |= (uint8_t)(1 << (first & 7));
}

// The words, a bit each, of 64 of which the first eight bytes, filled up with zeros, may be those of a word that was noted.
typedef uint64_t cak_noted_kernel(const cak_noted_words *noted, const uint64_t heads[64]);
cak_noted_kernel cak_find_noted_avx512, cak_find_noted_avx2, cak_find_noted_neon, cak_find_noted_portable;

#endif
