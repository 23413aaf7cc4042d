// A bit for each byte of a row of blocks: included after one of the headers block_….h.
//
// A row has as many blocks as a register has room for, so that what is reckoned of it costs no more than of a single block.
// The operators & | ^ ~ take rows; << and >> move the bits of each block, and what leaves it is lost.
#ifndef CAK_SIMD_ROW_BITS_H
#define CAK_SIMD_ROW_BITS_H
#include "runtime/load.h"
#include <stdbool.h>

#if HAS_WIDE_REGISTERS
#define ROW_BLOCKS 8
typedef uint64_t row_bits __attribute__((vector_size(64)));
#else
#define ROW_BLOCKS 1
typedef uint64_t row_bits;
#endif

INLINE row_bits load_row(const uint64_t *from) {
  row_bits row;
  memcpy(&row, from, sizeof row);
  return row;
}
INLINE void store_row(uint64_t *to, row_bits row) { memcpy(to, &row, sizeof row); }

// A row block by block.
typedef struct {
  uint64_t of[ROW_BLOCKS];
} row_blocks;

INLINE row_blocks blocks_in(row_bits row) {
  row_blocks blocks;
  store_row(blocks.of, row);
  return blocks;
}

#if HAS_WIDE_REGISTERS
INLINE bytes64 bytes_of_row(row_bits row) {
  bytes64 bytes;
  memcpy(&bytes, &row, sizeof bytes);
  return bytes;
}

// The blocks that have any bit, a bit each.
INLINE unsigned blocks_with(row_bits row) { return any64(bytes_of_row(row)); }

// What the next row needs to know of this one for `next_in_row`.
INLINE row_bits end_of_row(row_bits row) { return row; }

// Each bit moved to the next byte.
INLINE row_bits next_in_row(row_bits row, row_bits end_before) {
  return row << 1 | __builtin_shufflevector(end_before, row, 7, 8, 9, 10, 11, 12, 13, 14) >> 63;
}

// The sum of two rows, as one number each, and of what is carried from the row before.
INLINE row_bits sum_of_rows(row_bits a, row_bits b, uint64_t *carry) {
  row_bits sum = a + b, ones = ~(row_bits){0};
  bytes64 bytes = bytes_of_row(sum);
  // A block gives on what leaves it, and what it takes where all of its bits are set.
  unsigned gives = less64(bytes, bytes_of_row(a)), passes = equal64(bytes, bytes_of_row(ones));
  unsigned takes = ((gives << 1 | (unsigned)*carry) + passes) ^ passes;
  *carry = takes >> ROW_BLOCKS;
  bytes = minus64(bytes, bytes_of_row(ones), takes);
  memcpy(&sum, &bytes, sizeof sum);
  return sum;
}

// The bytes before a place.
INLINE row_bits before_place(size_t place) {
  static const uint64_t whole[2 * ROW_BLOCKS] = {~0ull, ~0ull, ~0ull, ~0ull, ~0ull, ~0ull, ~0ull, ~0ull};
  uint64_t part[ROW_BLOCKS] = {0};
  part[place / 64] = first_bits(place % 64);
  return load_row(whole + ROW_BLOCKS - place / 64) | load_row(part);
}
#else
INLINE unsigned blocks_with(row_bits row) { return row != 0; }
INLINE row_bits end_of_row(row_bits row) { return row >> 63; }
INLINE row_bits next_in_row(row_bits row, row_bits end_before) { return row << 1 | end_before; }
INLINE row_bits sum_of_rows(row_bits a, row_bits b, uint64_t *carry) {
  unsigned long long first, second;
  unsigned long long sum = __builtin_addcll(a, b, 0, &first);
  sum = __builtin_addcll(sum, *carry, 0, &second);
  *carry = first | second;
  return sum;
}
INLINE row_bits before_place(size_t place) { return first_bits(place); }
#endif

INLINE bool any_in_row(row_bits row) { return blocks_with(row) != 0; }

#endif
