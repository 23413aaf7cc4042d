// 64 words side by side, a byte a word: included after one of the headers block_….h.
#ifndef CAK_SIMD_SIDE_BY_SIDE_H
#define CAK_SIMD_SIDE_BY_SIDE_H
#include <string.h>

// Eight bytes of each of 64 words, and the same by place: the first one of each word, the second one, and so on, of each
// row of eight words one after the other.
typedef uint64_t eight_words __attribute__((vector_size(64)));
typedef union {
  uint64_t words[64];
  eight_words rows[8];
  uint8_t places[8][64];
} word_bytes;

// A number a word, and a byte a word.
typedef uint32_t counts64 __attribute__((vector_size(256)));
typedef uint8_t small_counts64 __attribute__((vector_size(64)));

// Eight by eight bytes, by row, become those by column; rows are numbers or vectors of them.
#define SWAP_SQUARES(rows, size, mask)                                                 \
  for (int i = 0; i < 8; i += 2 * size) {                                              \
    for (int row = i; row < i + size; row++) {                                         \
      __typeof__(rows[0]) differs = (rows[row] >> 8 * size ^ rows[row + size]) & mask; \
      rows[row] ^= differs << 8 * size, rows[row + size] ^= differs;                   \
    }                                                                                  \
  }
#define SWAP_ALL_SQUARES(rows)              \
  SWAP_SQUARES(rows, 4, 0x00000000FFFFFFFF) \
  SWAP_SQUARES(rows, 2, 0x0000FFFF0000FFFF) \
  SWAP_SQUARES(rows, 1, 0x00FF00FF00FF00FF)

INLINE void to_rows_by_place(word_bytes *bytes) { SWAP_ALL_SQUARES(bytes->rows); }

// A byte a word, from the order of words to the one that their bytes by place have, or back.
INLINE bytes64 reordered(const uint8_t bytes[64]) {
  if (!HAS_LOOKUPS) {
    uint64_t rows[8];
    memcpy(rows, bytes, sizeof rows);
    SWAP_ALL_SQUARES(rows)
    return load((const uint8_t *)rows);
  }
  static const uint8_t places[64] = {
      0,  8,  16, 24, 32, 40, 48, 56, 1,  9,  17, 25, 33, 41, 49, 57, 2,  10, 18, 26, 34, 42,
      50, 58, 3,  11, 19, 27, 35, 43, 51, 59, 4,  12, 20, 28, 36, 44, 52, 60, 5,  13, 21, 29,
      37, 45, 53, 61, 6,  14, 22, 30, 38, 46, 54, 62, 7,  15, 23, 31, 39, 47, 55, 63,
  };
  return lookup64(load_table64(bytes), load(places));
}

// The lowest byte of letters of U+0600–06FF. What is none is not 0 in `unlike`.
INLINE bytes64 read_letters(const uint8_t *leads, const uint8_t *trails, bytes64 *unlike) {
  bytes64 lead = load(leads), trail = load(trails);
  *unlike = bit_or(bit_xor(bit_and(lead, splat(0xFC)), splat(0xD8)), bit_xor(bit_and(trail, splat(0xC0)), splat(0x80)));
  return bit_or(bit_and(trail, splat(0x3F)), shift_up(bit_and(lead, splat(0x03)), 6));
}

#endif
