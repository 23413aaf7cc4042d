// A Bloom filter over the stop words, by two hashes of their first eight bytes. In its first table the lower bits of
// one hash choose a byte, and those of the other a bit of it; in the second table the two hashes change places.
#ifndef CAK_TERMS_STOP_HASHES_H
#define CAK_TERMS_STOP_HASHES_H
#include "terms.h"

#define EACH_BIT 1, 2, 4, 8, 16, 32, 64, 128

// Sets the bits that `cak_filter_words` tests.
static inline void insert_head(cak_word_filter *filter, uint64_t head) {
  uint8_t first = 0, second = 0;
  for (int i = 0; i < 8; i++) {
    uint8_t byte = (uint8_t)(head >> 8 * i);
    first = (uint8_t)(3 * first) ^ byte;
    second = (uint8_t)(byte - 2 * second);
  }
  filter->bits[0][first & 127] |= (uint8_t)(1 << (second & 7));
  filter->bits[1][second & 127] |= (uint8_t)(1 << (first & 7));
  uint8_t first_byte = (uint8_t)head;
  if (!filter->has_any || first_byte < filter->least_first) filter->least_first = first_byte;
  if (first_byte > filter->most_first) filter->most_first = first_byte;
  filter->has_any = true;
}

// Which of 64 words may be in the filter, one bit for each. `heads` are their first eight bytes, filled up with zeros.
typedef uint64_t cak_filter_kernel(const cak_word_filter *filter, const uint64_t heads[64]);
cak_filter_kernel cak_filter_words_avx512, cak_filter_words_avx2, cak_filter_words_neon, cak_filter_words_portable;

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
                                  const uint32_t ends[64], uint8_t statuses[64]);

#endif
