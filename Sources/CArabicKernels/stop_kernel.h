// Stop words among 64 words side by side: which ones may be some. Included after one of the headers block_….h.
#include "side_by_side.h"
#include "stop_internal.h"

// Whether a table has the bits of one hash in the bytes that another one chooses: 0 if not.
INLINE bytes64 bits_in(const uint8_t table[128], bytes64 of_byte, bytes64 of_bit) {
  static const uint8_t bits_of[64] = {EACH_BIT, EACH_BIT, EACH_BIT, EACH_BIT, EACH_BIT, EACH_BIT, EACH_BIT, EACH_BIT};
  bytes64 found = lookup128(load_table128(table), and(of_byte, splat(127)));
  return and(found, lookup64(load_table64(bits_of), and(of_bit, splat(63))));
}

TARGET uint64_t KERNEL(cak_find_noted)(const cak_noted_words *noted, const uint64_t heads[64]) {
  word_bytes bytes;
  memcpy(bytes.words, heads, sizeof bytes);
  to_rows_by_place(&bytes);
  bytes64 none = splat(0), first = none, second = none;
  for (int i = 0; i < 8; i++) {
    bytes64 byte = load(bytes.places[i]), negative = minus(none, first);
    first = xor(minus(minus(first, negative), negative), byte);
    second = minus(minus(byte, second), second);
  }
  bytes64 in_both = choose(equal(bits_in(noted->bits[0], first, second), 0), none, bits_in(noted->bits[1], second, first));
  uint8_t are_noted[64];
  store(are_noted, in_both);
  return ~bits(equal(reordered(are_noted), 0));
}
