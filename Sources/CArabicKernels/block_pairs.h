// The characters of two bytes in a block: included after one of the headers block_….h.
#ifndef CAK_BLOCK_PAIRS_H
#define CAK_BLOCK_PAIRS_H

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
  bytes64 index = or(and(trail, splat(0x3F)), shift_up(and(lead, splat(1)), 6));
  return (block_pairs){is_trail, trails(trail), and(lead, splat(0xFE)), index};
}

#endif
