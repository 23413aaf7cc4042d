// Words that are noted by two hashes of their first eight bytes: the lower bits of one choose a byte, and those of the other
// a bit of it, and the other way round in a second table.
#ifndef CAK_TERMS_STOP_HASHES_H
#define CAK_TERMS_STOP_HASHES_H
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
  uint8_t first_byte = (uint8_t)head;
  if (!noted->has_any || first_byte < noted->least_first) noted->least_first = first_byte;
  if (first_byte > noted->most_first) noted->most_first = first_byte;
  noted->has_any = true;
}

// The words, a bit each, of 64 of which the first eight bytes, filled up with zeros, may be those of a word that was noted.
typedef uint64_t cak_noted_kernel(const cak_noted_words *noted, const uint64_t heads[64]);
cak_noted_kernel cak_find_noted_avx512, cak_find_noted_avx2, cak_find_noted_neon, cak_find_noted_portable;

// What `cak_stop_short` reckons: the two places of a word.
typedef struct {
  uint8_t places[2];
} short_places;

static inline short_places places_of_short(uint32_t letters) {
  uint8_t first = 0, second = 0;
  for (int i = 0; i < 4; i++) {
    uint8_t letter = (uint8_t)(letters >> 8 * i);
    first = (uint8_t)(3 * first) ^ letter;
    second = (uint8_t)(letter - 3 * second);
  }
  return (short_places){{first & 127, second & 127}};
}

// Of 64 words those of up to four letters of U+0600–06FF and nothing else, a bit each, and those of them that a table holds,
// which are stopped where they are kept. Heads are their first eight bytes or more, and what follows in the text.
typedef struct {
  uint64_t are_short, are_held;
} found_short;
found_short cak_stop_short_avx512(const cak_short_words *held, const uint64_t heads[64], const uint32_t starts[64],
                                  const uint32_t ends[64], uint8_t fates[64]);

#endif
