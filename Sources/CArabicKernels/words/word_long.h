// The sorts of characters of three and four bytes: included after one of the headers block_….h.
#ifndef CAK_WORDS_WORD_LONG_H
#define CAK_WORDS_WORD_LONG_H
#include "simd/block_pairs.h"
#include "simd/sticky_branch.h"
#include "words/word_state.h"

// What makes OTHER the sort, so that 0 leaves what is not known as it is.
#define LONG_SORT(sort) ((sort) ^ CAK_WORD_OTHER)

// What the block before leaves for this one: what it knew of its characters of three bytes, whether one of its last three
// bytes begins a long one, the bytes that belong to a picture, and how often there were any lately.
typedef struct {
  bytes64 sorts;
  uint64_t tail, pictures;
  unsigned often;
} long_carry;

// The characters that begin with E2 80 and E2 81.
INLINE bytes64 general_sorts(table128 general, bytes64 bytes, bytes64 second, bytes64 third) {
  mask64 is_general = both(both(equal(bytes, 0xE2), equal(bit_and(second, splat(0xFE)), 0x80)), trails(third));
  bytes64 sorts = bit_and(bit_xor(lookup128(general, seven_bits(second, third)), splat(CAK_WORD_OTHER)), splat(0x0F));
  return choose(is_general, sorts, splat(0));
}

// The emoji of four and of three bytes, and those that are terms.
typedef struct {
  mask64 fours, threes, terms;
} word_pictures;

// For the lower three bits of a second byte, a bit.
static const uint8_t picture_columns[16] = {1, 2, 4, 8, 16, 32, 64, 128};

// Some are left to be looked at one by one. Puts marks to `sorts`.
INLINE word_pictures find_pictures(const cak_word_rules *rules, const uint8_t *from, bytes64 bytes, bytes64 second,
                                   bytes64 third, bytes64 *sorts) {
  bytes64 fourth = load(from + 3), previous = load(from - 1), none = splat(0);
  mask64 is_selector = both(both(equal(bytes, 0xEF), equal(second, 0xB8)), equal(bit_and(third, splat(0xFE)), 0x8E));
  // After a space, U+FE0E and U+FE0F are marks.
  *sorts = choose(both(is_selector, equal(previous, ' ')), splat(LONG_SORT(CAK_WORD_MARK)), *sorts);
  // U+200D joins what follows it, and its last byte is 8D.
  mask64 is_alone = without(trails(third), equal(previous, 0x8D));

  mask64 is_three = both(both(equal(bytes, 0xE2), equal(bit_and(second, splat(0xF8)), 0x98)), is_alone);
  bytes64 column = choose(is_three, lookup16(load_table16(picture_columns), bit_and(second, splat(7))), none);
  bytes64 shown = bit_and(by_six_bits(rules->pictures + 128, third), column);
  bytes64 written = bit_and(by_six_bits(rules->pictures + 192, third), column);

  mask64 is_four = both(both(both(equal(bytes, 0xF0), equal(second, 0x9F)), is_alone), trails(fourth));
  bytes64 least = by_six_bits(rules->pictures, third), most = by_six_bits(rules->pictures + 64, third);
  mask64 fours = both(both(is_four, at_least(fourth, least)), at_least(most, fourth));
  return (word_pictures){fours, any_of(bit_or(shown, written), 0xFF), either(fours, any_of(shown, 0xFF))};
}

// What is known at the first bytes of characters of three bytes, at each of them.
INLINE bytes64 spread_sorts(bytes64 before_them, bytes64 sorts) {
  return bit_or(bit_or(sorts, before(before_them, sorts, 1)), before(before_them, sorts, 2));
}

#endif
