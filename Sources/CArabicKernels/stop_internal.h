// Words that are noted by two hashes of their first eight bytes: a bit in a byte.
#ifndef CAK_STOP_INTERNAL_H
#define CAK_STOP_INTERNAL_H
#include "terms.h"

#define EACH_BIT 1, 2, 4, 8, 16, 32, 64, 128

// What `cak_find_noted` reckons.
static inline void note_head(uint8_t noted[128], uint64_t head) {
  uint8_t place = 0, bit = 0;
  for (int i = 0; i < 8; i++) {
    uint8_t byte = (uint8_t)(head >> 8 * i);
    place = (uint8_t)(3 * place) ^ byte;
    bit = (uint8_t)(byte - 2 * bit);
  }
  noted[place & 127] |= (uint8_t)(1 << (bit & 7));
}

typedef uint64_t cak_noted_kernel(const uint8_t noted[128], const uint64_t heads[64]);
cak_noted_kernel cak_find_noted_avx512, cak_find_noted_avx2, cak_find_noted_neon, cak_find_noted_portable;

#endif
