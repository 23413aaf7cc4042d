// A block of 64 bytes as the word rules see it: included after one of the headers block_….h, which say what the operations
// are.
//
// Each byte finds the sort of its character, whichever byte of it it is.
#ifndef CAK_WORD_BLOCKS_H
#define CAK_WORD_BLOCKS_H
#include "block_pairs.h"
#include "patience.h"
#include "words_internal.h"
#include <stdbool.h>
#include <string.h>

// The tables in registers, as far as the processor has them.
typedef struct {
  half_table256 ordinary;
  table128 more, latin, general;
  table16 kinds;
  const cak_word_rules *rules;
} word_tables;

INLINE word_tables load_word_tables(const cak_word_rules *rules) {
  const uint8_t *sorts = rules->sorts;
  return (word_tables){
      load_half_table256(sorts),
      load_table128(sorts + 256),
      load_table128(sorts + 384),
      load_table128(sorts + 512),
      load_table16(rules->sort_kinds),
      rules,
  };
}

// A block, a bit a byte.
typedef struct {
  bytes64 kinds;
  uint64_t arabic, letters, digits, pictures, controls, terms, words, spaces, gaps, middles, signs, others;
  // First bytes of characters, and of those of one, two and three bytes.
  uint64_t firsts, ones, twos, threes;
} word_block;

// What is left over from one block to the next.
typedef struct {
  uint64_t word, space, number, arabic, stranger;
  // Whether the last character takes a mark without being part of a word, is a mark, or is such a mark.
  uint64_t base, mark, loose;
  // The places in the next block that tell whether the last character of this one joins.
  uint64_t middle, sign;
  rare_rest rest;
  // For middles, which stand in every second or third block of news.
  unsigned patience;
} word_carry;

// How many bytes beside a block are looked at.
#define BESIDE_BLOCK 3

// The sorts of the characters that begin with E2 80 and E2 81, known by their last two bytes; the others keep theirs.
INLINE bytes64 find_general_sorts(const word_tables *t, bytes64 sorts, const uint8_t *text) {
  bytes64 before2 = load(text - 2), before1 = load(text - 1), bytes = load(text);
  bytes64 after1 = load(text + 1), after2 = load(text + 2), even = splat(0xFE);
  mask64 is_first = both(both(equal(bytes, 0xE2), equal(and(after1, even), 0x80)), trails(after2));
  mask64 is_second = both(both(equal(before1, 0xE2), equal(and(bytes, even), 0x80)), trails(after1));
  mask64 is_third = both(both(equal(before2, 0xE2), equal(and(before1, even), 0x80)), trails(bytes));
  bytes64 last = choose(is_first, after2, choose(is_second, after1, bytes));
  bytes64 middle = choose(is_first, after1, choose(is_second, bytes, before1));
  bytes64 index = or(and(last, splat(0x3F)), shift_up(and(middle, splat(1)), 6));
  return choose(either(either(is_first, is_second), is_third), lookup128(t->general, index), sorts);
}

// The emoji that are found without a look at each. What stands beside them shows as with other characters.
INLINE void find_pictures(const cak_word_rules *rules, const uint8_t *from, rare_block *b) {
  const uint8_t *pictures = rules->pictures;
  bytes64 bytes = load(from);
  bytes64 after1 = load(from + 1), after2 = load(from + 2), after3 = load(from + 3);
  // U+200D joins what follows it, and its last byte is 8D.
  mask64 joins = equal(load(from - 1), 0x8D);
  mask64 is_four = both(both(equal(bytes, 0xF0), equal(after1, 0x9F)), both(trails(after2), trails(after3)));
  bytes64 bit1 = shift_up(after2, 6), bit2 = shift_up(after2, 5);
  bytes64 index = or(and(after3, splat(0x3F)), shift_up(and(after2, splat(1)), 6));
  bytes64 rows[4];
  for (int i = 0; i < 4; i++) rows[i] = lookup128(load_table128(pictures + 128 * i), index);
  bytes64 row = choose(not_ascii(bit2), choose(not_ascii(bit1), rows[3], rows[2]),
                       choose(not_ascii(bit1), rows[1], rows[0]));
  bytes64 column = lookup64(load_table64(cak_picture_columns), and(after2, splat(0x3F)));
  uint64_t fours = bits(without(without(is_four, equal(and(row, column), 0)), joins));

  mask64 is_three = both(both(equal(bytes, 0xE2), equal(and(after1, splat(0xF8)), 0x98)), trails(after2));
  index = and(after2, splat(0x3F));
  column = lookup64(load_table64(cak_picture_columns), shift_up(and(after1, splat(7)), 3));
  bytes64 shown = and(lookup64(load_table64(pictures + 512), index), column);
  bytes64 written = and(lookup64(load_table64(pictures + 576), index), column);
  uint64_t threes = bits(without(without(is_three, equal(shown, 0)), joins));
  uint64_t texts = bits(without(without(is_three, equal(written, 0)), joins));

  // What may prolong an emoji, and is a mark after a space.
  mask64 is_selector = both(both(equal(bytes, 0xEF), equal(after1, 0xB8)), equal(or(after2, splat(1)), 0x8F));
  mask64 is_modifier = both(both(is_four, equal(after2, 0x8F)), at_least(after3, splat(0xBB)));
  uint64_t selectors = bits(is_selector), modifiers = bits(is_modifier);
  uint64_t more = bits(either(equal(bytes, 0xE2), equal(bytes, 0xEF))) | modifiers;
  fours &= ~(more >> 4), threes &= ~(more >> 3), texts &= ~(more >> 3);
  uint64_t spaced = bits(equal(load(from - 1), ' '));
  selectors &= spaced, modifiers &= spaced & rules->modifiers_are_marks;

  uint64_t terms = fours | threes, firsts = terms | texts;
  set_rare_sort(&b->sorts, firsts | firsts << 1 | firsts << 2 | fours << 3, CAK_WORD_PICTURE);
  uint64_t marks = selectors | modifiers;
  set_rare_sort(&b->sorts, marks | marks << 1 | marks << 2 | modifiers << 3, CAK_WORD_MARK);
  b->rest = (rare_rest){firsts >> 63 | firsts >> 62 | fours >> 61, CAK_WORD_PICTURE};
  uint64_t rest = marks >> 63 | marks >> 62 | modifiers >> 61;
  if (rest) b->rest = (rare_rest){rest, CAK_WORD_MARK};
  store(b->kinds, choose(mask_of(terms), splat(rules->picture_kind), load(b->kinds)));
  b->terms = terms;
}

// Out of the way of the registers that ordinary blocks need.
TARGET static __attribute__((noinline)) void KERNEL(find_rare)(const cak_word_rules *rules, const uint8_t *from,
                                                               const uint8_t *text, size_t length, size_t position,
                                                               rare_block *b) {
  set_rare_sort(&b->sorts, b->rest.bytes, b->rest.sort);
  b->firsts &= ~b->rest.bytes;
  b->rest.bytes = 0;
  b->terms = 0;
  if (HAS_WIDE_REGISTERS) find_pictures(rules, from, b);
  if (others_of(&b->sorts) & ~b->ones) cak_find_rare(rules, text, length, position, b);
}

// Reads the block at `from`, and up to three bytes on both sides of it; it is the one at `position`, or a copy.
INLINE word_block read_word_block(const word_tables *t, const uint8_t *from, const uint8_t *text, size_t length,
                                  size_t position, word_carry *c) {
  bytes64 bytes = load(from);
  block_pairs pairs = find_pairs(bytes, from);
  mask64 is_arabic = both(pairs.is_pair, equal(pairs.lead, 0xD8));
  mask64 is_more = both(pairs.is_pair, equal(pairs.lead, 0xDA));
  mask64 is_latin = both(pairs.is_pair, equal(pairs.lead, 0xC2));
  word_block b;
  b.threes = bits(equal(bytes, 0xE2));
  b.ones = ~bits(not_ascii(bytes));
  b.firsts = ~bits(pairs.is_trail);
  b.twos = bits(either(either(is_arabic, is_more), is_latin)) & b.firsts;

  bytes64 index = choose(not_ascii(bytes), or(pairs.index, splat(0x80)), bytes);
  bytes64 sorts = lookup_half256(t->ordinary, index);
  sorts = choose(without(not_ascii(bytes), is_arabic), splat(CAK_WORD_OTHER), sorts);
  if (RARELY(any(is_more))) sorts = choose(is_more, lookup128(t->more, pairs.index), sorts);
  if (RARELY(any(is_latin))) sorts = choose(is_latin, lookup128(t->latin, pairs.index), sorts);
  if (RARELY(b.threes | (from[-1] == 0xE2) | (from[-2] == 0xE2))) sorts = find_general_sorts(t, sorts, from);
  b.kinds = lookup16(t->kinds, and(sorts, splat(0x0F)));

  uint64_t bit0 = bits(not_ascii(shift_up(sorts, 7))), bit1 = bits(not_ascii(shift_up(sorts, 6)));
  uint64_t bit2 = bits(not_ascii(shift_up(sorts, 5))), bit3 = bits(not_ascii(shift_up(sorts, 4)));
  b.terms = 0;
  if (__builtin_expect(((bit1 & ~(bit0 | bit2) & ~b.ones) | c->rest.bytes) != 0, 0)) {
    rare_block rare;
    store(rare.kinds, b.kinds);
    rare.sorts = (rare_sorts){{bit0, bit1, bit2, bit3}};
    rare.firsts = b.firsts, rare.ones = b.ones, rare.twos = b.twos, rare.threes = b.threes, rare.rest = c->rest;
    KERNEL(find_rare)(t->rules, from, text, length, position, &rare);
    b.kinds = load(rare.kinds);
    bit0 = rare.sorts.bits[0], bit1 = rare.sorts.bits[1], bit2 = rare.sorts.bits[2], bit3 = rare.sorts.bits[3];
    b.firsts = rare.firsts, b.twos = rare.twos, b.threes = rare.threes, b.terms = rare.terms, c->rest = rare.rest;
  }
  b.letters = bit3 & bit2;
  b.arabic = b.letters & ~bit0;
  b.digits = bit3 & bit0 & ~(bit2 | bit1);
  b.pictures = bit3 & bit1 & ~bit0;
  b.controls = bit3 & bit1 & bit0;
  b.words = bit3 & ~b.pictures;
  b.spaces = bit1 & bit0 & ~bit3;
  b.gaps = bit0 & ~bit3;
  b.middles = bit2 & ~bit3 & ~bit1;
  b.signs = bit2 & bit1;
  b.others = bit1 & ~bit3 & ~bit2 & ~bit0;
  return b;
}

// The same where the text ends or begins within three bytes of the block. Beyond its end are line feeds.
static __attribute__((noinline)) const uint8_t *copy_word_edge(const uint8_t *text, size_t length, size_t position,
                                                               uint8_t *space) {
  memset(space, '\n', BESIDE_BLOCK + 64 + BESIDE_BLOCK);
  if (position > length) position = length;
  size_t from = position < BESIDE_BLOCK ? 0 : position - BESIDE_BLOCK;
  size_t to = length - position > 64 + BESIDE_BLOCK ? position + 64 + BESIDE_BLOCK : length;
  memcpy(space + BESIDE_BLOCK - (position - from), text + from, to - from);
  return space + BESIDE_BLOCK;
}

INLINE word_block read_word_block_at(const word_tables *t, const uint8_t *text, size_t length, size_t position,
                                     word_carry *c) {
  uint8_t space[BESIDE_BLOCK + 64 + BESIDE_BLOCK];
  bool is_inside = position >= BESIDE_BLOCK && length - position >= 64 + BESIDE_BLOCK;
  const uint8_t *from = is_inside ? text + position : copy_word_edge(text, length, position, space);
  return read_word_block(t, from, text, length, position, c);
}

#endif
