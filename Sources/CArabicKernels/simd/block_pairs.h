// What the bytes of a character are looked up by, and the characters of two bytes in a block: included after one of the
// headers block_….h.
#ifndef CAK_SIMD_BLOCK_PAIRS_H
#define CAK_SIMD_BLOCK_PAIRS_H

// By the lower six bits of a byte.
INLINE bytes64 by_six_bits(const uint8_t *table, bytes64 bytes) {
  // Of wide registers a look-up takes no more.
  return lookup64(load_table64(table), HAS_WIDE_REGISTERS ? bytes : bit_and(bytes, splat(0x3F)));
}

// The last bit of one byte and the lower six of the next.
INLINE bytes64 seven_bits(bytes64 one, bytes64 next) {
  return bit_or(bit_and(next, splat(0x3F)), shift_up(bit_and(one, splat(1)), 6));
}

// Which bytes are trails; which belong to a character of two bytes, if what leads them is no lead of more; its first
// byte without its last bit; and the seven bits that follow from both bytes.
typedef struct {
  mask64 is_trail, is_pair;
  bytes64 lead, index;
} block_pairs;

// Reads one byte before the block and one after it too.
INLINE block_pairs find_pairs(bytes64 bytes, const uint8_t *from) {
  mask64 is_trail = trails(bytes);
  bytes64 lead = choose(is_trail, load(from - 1), bytes), trail = choose(is_trail, bytes, load(from + 1));
  return (block_pairs){is_trail, trails(trail), bit_and(lead, splat(0xFE)), seven_bits(lead, trail)};
}

#endif
