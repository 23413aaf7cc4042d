// Stop words among 64 words side by side: which ones may be some. Included after one of the headers block_….h.
#include "side_by_side.h"
#include "stop_internal.h"

// The words, a bit each, of which the first eight bytes may be those of a word that was noted.
TARGET uint64_t KERNEL(cak_find_noted)(const uint8_t noted[128], const uint64_t heads[64]) {
  word_bytes bytes;
  memcpy(bytes.words, heads, sizeof bytes);
  to_rows_by_place(&bytes);
  bytes64 none = splat(0), place = none, bit = none;
  for (int i = 0; i < 8; i++) {
    bytes64 byte = load(bytes.places[i]), negative = minus(none, place);
    place = xor(minus(minus(place, negative), negative), byte);
    bit = minus(minus(byte, bit), bit);
  }
  static const uint8_t bits_of[64] = {EACH_BIT, EACH_BIT, EACH_BIT, EACH_BIT, EACH_BIT, EACH_BIT, EACH_BIT, EACH_BIT};
  bytes64 found = lookup128(load_table128(noted), and(place, splat(127)));
  uint8_t are_noted[64];
  store(are_noted, and(found, lookup64(load_table64(bits_of), and(bit, splat(63)))));
  return ~bits(equal(reordered(are_noted), 0));
}
