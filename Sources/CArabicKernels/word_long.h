// The sorts of characters of three and four bytes: included after one of the headers block_….h.
#ifndef CAK_WORD_LONG_H
#define CAK_WORD_LONG_H
#include "block_pairs.h"
#include "patience.h"
#include "words_internal.h"

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
  mask64 is_general = both(both(equal(bytes, 0xE2), equal(and(second, splat(0xFE)), 0x80)), trails(third));
  bytes64 sorts = and(xor(lookup128(general, seven_bits(second, third)), splat(CAK_WORD_OTHER)), splat(0x0F));
  return choose(is_general, sorts, splat(0));
}

// The emoji of four and of three bytes, and those that are terms.
typedef struct {
  mask64 fours, threes, terms;
} word_pictures;

// Some are left to be looked at one by one. Puts marks to `sorts`.
INLINE word_pictures find_pictures(const cak_word_rules *rules, const uint8_t *from, bytes64 bytes, bytes64 second,
                                   bytes64 third, bytes64 *sorts) {
  const cak_picture_tables *tables = &cak_pictures;
  bytes64 fourth = load(from + 3), previous = load(from - 1), none = splat(0);
  mask64 is_long = both(both(at_least(bytes, splat(0xE0)), trails(second)), trails(third));
  bytes64 of_ends = and(by_six_bits(tables->seconds, second), by_six_bits(tables->thirds, third));
  bytes64 found = choose(is_long, and(by_six_bits(tables->leads, bytes), of_ends), none);
  // After a space, U+FE0E and U+FE0F are marks.
  mask64 selectors = both(equal(previous, ' '), any_of(found, CAK_PICTURE_SELECTOR));
  *sorts = choose(selectors, splat(LONG_SORT(CAK_WORD_MARK)), *sorts);
  // U+200D joins what follows it, and its last byte is 8D.
  found = choose(equal(previous, 0x8D), none, found);

  // What is not possible has no column.
  bytes64 column = by_six_bits(tables->columns, shift_up(and(second, splat(7)), 3));
  column = choose(any_of(found, CAK_PICTURE_THREE), column, none);
  bytes64 shown = and(by_six_bits(rules->pictures + 512, third), column);
  bytes64 written = and(by_six_bits(rules->pictures + 576, third), column);

  column = choose(both(trails(fourth), any_of(found, CAK_PICTURE_FOUR)), by_six_bits(tables->columns, third), none);
  bytes64 bit1 = shift_up(third, 6), bit2 = shift_up(third, 5);
  bytes64 rows[4], index = seven_bits(third, fourth);
  for (int i = 0; i < 4; i++) rows[i] = lookup128(load_table128(rules->pictures + 128 * i), index);
  bytes64 row = choose(not_ascii(bit2), choose(not_ascii(bit1), rows[3], rows[2]),
                       choose(not_ascii(bit1), rows[1], rows[0]));
  bytes64 four = and(row, column);
  return (word_pictures){any_of(four, 0xFF), any_of(or(shown, written), 0xFF), any_of(or(four, shown), 0xFF)};
}

// The bytes of pictures, and of marks and controls.
static inline uint64_t pictures_of(const uint64_t sorts[4]) { return sorts[3] & sorts[1] & ~(sorts[0] | sorts[2]); }
static inline uint64_t prolonging_of(const uint64_t sorts[4]) { return sorts[3] & ~(sorts[2] | (sorts[0] ^ sorts[1])); }

// The first bytes of the characters right before those of `set`.
static inline uint64_t before_each(uint64_t firsts, uint64_t set) {
  uint64_t last = set >> 1, found = last & firsts;
  for (last &= ~firsts; __builtin_expect(last != 0, 0); last &= ~firsts) {
    last >>= 1;
    found |= last & firsts;
  }
  return found;
}

// Emoji that are known, but with what may prolong them right behind, are so no more: whoever looks at them cuts the whole
// token.
static inline void forget_prolonged(rare_block *b) {
  uint64_t pictures = pictures_of(b->sorts.bits);
  uint64_t next = pictures << 1 & b->firsts & (others_of(b->sorts.bits) | prolonging_of(b->sorts.bits));
  // One that begins in the block before is left to the rules.
  if (pictures & ~b->firsts & 1) next &= ~(b->firsts & -b->firsts);
  uint64_t prolonged = before_each(b->firsts, next) & pictures;
  set_rare_sort(&b->sorts, next - prolonged, CAK_WORD_OTHER);
}

// What is known at the first bytes of characters of three bytes, at each of them.
INLINE bytes64 spread_sorts(bytes64 before_them, bytes64 sorts) {
  return or(or(sorts, before(before_them, sorts, 1)), before(before_them, sorts, 2));
}

#endif
