// Stop words among 64 words side by side: which ones are some, or may be. Included after one of the headers block_….h.
#include "simd/side_by_side.h"
#include "terms/stop_filter.h"

// Whether a table has the bits of one hash in the bytes that another one chooses: 0 if not.
INLINE bytes64 bits_in(const uint8_t table[128], bytes64 of_byte, bytes64 of_bit) {
  static const uint8_t bits_of[64] = {EACH_BIT, EACH_BIT, EACH_BIT, EACH_BIT, EACH_BIT, EACH_BIT, EACH_BIT, EACH_BIT};
  bytes64 found = lookup128(load_table128(table), bit_and(of_byte, splat(127)));
  return bit_and(found, lookup64(load_table64(bits_of), bit_and(of_bit, splat(63))));
}

TARGET uint64_t KERNEL(cak_filter_words)(const cak_word_filter *filter, const uint64_t heads[64]) {
  word_bytes bytes;
  memcpy(bytes.words, heads, sizeof bytes);
  to_rows_by_place(&bytes);
  bytes64 none = splat(0), first = none, second = none;
  for (int i = 0; i < 8; i++) {
    bytes64 byte = load(bytes.places[i]), negative = minus(none, first);
    first = bit_xor(minus(minus(first, negative), negative), byte);
    second = minus(minus(byte, second), second);
  }
  bytes64 in_both =
      choose(equal(bits_in(filter->bits[0], first, second), 0), none, bits_in(filter->bits[1], second, first));
  bytes64 begins = load(bytes.places[0]);
  in_both = choose(at_least(begins, splat(filter->least_first)), in_both, none);
  in_both = choose(at_least(splat(filter->most_first), begins), in_both, none);
  uint8_t may_be_words[64];
  store(may_be_words, in_both);
  return ~bits(equal(reordered(may_be_words), 0));
}

#if HAS_WIDE_REGISTERS
// How many bytes words have, up to 255, by place.
INLINE bytes64 lengths_of(const uint32_t *starts, const uint32_t *ends) {
  counts64 from, to;
  memcpy(&from, starts, sizeof from);
  memcpy(&to, ends, sizeof to);
  counts64 lengths = to - from, is_long = (counts64)(lengths > 255);
  small_counts64 small = __builtin_convertvector((lengths | is_long) & 255, small_counts64);
  return reordered((const uint8_t *)&small);
}

// Where each word is the one at its place; 0 there.
INLINE bytes64 differences_at(const uint8_t held[4][128], bytes64 place, const bytes64 letters[4]) {
  bytes64 differences = splat(0);
  for (int i = 0; i < 4; i++) {
    bytes64 differs = bit_xor(lookup128(load_table128(held[i]), bit_and(place, splat(127))), letters[i]);
    differences = bit_or(differences, differs);
  }
  return differences;
}

TARGET found_short KERNEL(cak_stop_short)(const cak_short_words *held, const uint64_t heads[64],
                                          const uint32_t starts[64], const uint32_t ends[64], uint8_t statuses[64]) {
  word_bytes bytes;
  memcpy(bytes.words, heads, sizeof bytes);
  to_rows_by_place(&bytes);
  bytes64 none = splat(0), lengths = lengths_of(starts, ends), first = none, second = none, letters[4];
  mask64 is_short = at_least(splat(8), lengths);
  for (int i = 0; i < 4; i++) {
    bytes64 unlike, letter = read_letters(bytes.places[2 * i], bytes.places[2 * i + 1], &unlike);
    mask64 is_there = at_least(lengths, splat((uint8_t)(2 * i + 1)));
    // U+0600 would look as no letter.
    is_short = without(is_short, both(is_there, either(any_of(unlike, 0xFF), equal(letter, 0))));
    letters[i] = choose(is_there, letter, none);
    bytes64 negative = minus(none, first);
    first = bit_xor(minus(minus(first, negative), negative), letters[i]);
    second = minus(minus(minus(letters[i], second), second), second);
  }
  mask64 is_held = either(equal(differences_at(held->letters[0], first, letters), 0),
                          equal(differences_at(held->letters[1], second, letters), 0));
  is_held = both(is_held, is_short);
  uint8_t facts[64];
  store(facts, bit_or(choose(is_short, splat(1), none), choose(is_held, splat(2), none)));
  bytes64 ordered = reordered(facts), was = load(statuses);
  found_short found = {nth_bits(ordered, 0), nth_bits(ordered, 1)};
  store(statuses, choose(both(mask_of(found.are_held), equal(was, CAK_TERM_KEPT)), splat(CAK_TERM_STOPPED), was));
  return found;
}
#endif
