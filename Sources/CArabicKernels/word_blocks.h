// A block of 64 bytes as the word rules see it: included after one of the headers block_….h, which say what the operations
// are.
//
// Each byte finds the sort of its character, whichever byte of it it is.
#ifndef CAK_WORD_BLOCKS_H
#define CAK_WORD_BLOCKS_H
#include "word_long.h"
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

// What is read of a block, a bit a byte: the four bits of each byte's sort, and the first bytes of characters.
typedef struct {
  bytes64 kinds;
  uint64_t sorts[4], firsts;
} word_bits;

// What reading leaves over from one block to the next.
typedef struct {
  long_carry longs;
  rare_rest rest;
} bits_carry;

// How many bytes beside a block are looked at.
#define BESIDE_BLOCK 3

// Out of the way of the registers that ordinary blocks need.
TARGET static __attribute__((noinline)) void KERNEL(find_rare)(const cak_word_rules *rules, const uint8_t *text,
                                                               size_t length, size_t position, rare_block *b) {
  set_rare_sort(&b->sorts, b->rest.bytes, b->rest.sort);
  b->firsts &= ~b->rest.bytes;
  b->rest.bytes = 0;
  if (HAS_WIDE_REGISTERS) forget_prolonged(b);
  cak_find_rare(rules, text, length, position, b);
}

// Reads the block at `from`, and up to three bytes on both sides of it; it is the one at `position`, or a copy.
INLINE word_bits read_word_bits(const word_tables *t, const uint8_t *from, const uint8_t *text, size_t length,
                                size_t position, bits_carry *c) {
  bytes64 bytes = load(from);
  block_pairs pairs = find_pairs(bytes, from);
  mask64 is_arabic = both(pairs.is_pair, equal(pairs.lead, 0xD8));
  mask64 is_more = both(pairs.is_pair, equal(pairs.lead, 0xDA));
  mask64 is_latin = both(pairs.is_pair, equal(pairs.lead, 0xC2));
  bytes64 index = choose(not_ascii(bytes), or(pairs.index, splat(0x80)), bytes);
  bytes64 sorts = lookup_half256(t->ordinary, index);
  sorts = choose(without(not_ascii(bytes), is_arabic), splat(CAK_WORD_OTHER), sorts);
  if (RARELY(any(is_more))) sorts = choose(is_more, lookup128(t->more, pairs.index), sorts);
  if (RARELY(any(is_latin))) sorts = choose(is_latin, lookup128(t->latin, pairs.index), sorts);
  // Without wide registers only those of E2 are known here, and no pictures.
  uint64_t leads = bits(HAS_WIDE_REGISTERS ? at_least(bytes, splat(0xE0)) : equal(bytes, 0xE2)), had = c->longs.tail;
  c->longs.tail = leads >> 61;
  bool has_pictures = HAS_WIDE_REGISTERS && is_expected(c->longs.often);
  word_pictures pictures;
  if (has_pictures || RARELY(leads | had)) {
    bytes64 second = load(from + 1), third = load(from + 2);
    if (HAS_WIDE_REGISTERS) {
      mask64 are_pictures = either(at_least(bytes, splat(0xE3)), both(equal(bytes, 0xE2), at_least(second, splat(0x98))));
      has_pictures = is_often_due(&c->longs.often, any(are_pictures), any(are_pictures));
    }
    bytes64 longs = general_sorts(t->general, bytes, second, third);
    if (has_pictures) pictures = find_pictures(t->rules, from, bytes, second, third, &longs);
    sorts = xor(sorts, spread_sorts(c->longs.sorts, longs));
    c->longs.sorts = longs;
  } else {
    c->longs.sorts = splat(0);
  }
  word_bits b = {.firsts = ~bits(pairs.is_trail)};
  b.kinds = lookup16(t->kinds, and(sorts, splat(0x0F)));
  b.sorts[0] = bits(not_ascii(shift_up(sorts, 7))), b.sorts[1] = bits(not_ascii(shift_up(sorts, 6)));
  b.sorts[2] = bits(not_ascii(shift_up(sorts, 5))), b.sorts[3] = bits(not_ascii(shift_up(sorts, 4)));
  // The sort of pictures is that of others with another bit.
  b.sorts[3] |= c->longs.pictures;
  c->longs.pictures = 0;
  if (has_pictures) {
    uint64_t fours = bits(pictures.fours), all = fours | bits(pictures.threes);
    b.sorts[3] |= all | all << 1 | all << 2 | fours << 3;
    c->longs.pictures = all >> 63 | all >> 62 | fours >> 61;
    b.kinds = choose(pictures.terms, splat(t->rules->picture_kind), b.kinds);
  }
  uint64_t ones = ~bits(not_ascii(bytes));
  uint64_t unknown = others_of(b.sorts) & ~ones;
  if (has_pictures) unknown |= pictures_of(b.sorts) << 1 & b.firsts & prolonging_of(b.sorts);
  if (__builtin_expect((unknown | c->rest.bytes) != 0, 0)) {
    rare_block rare;
    rare.firsts = b.firsts, rare.ones = ones, rare.rest = c->rest;
    store(rare.kinds, b.kinds);
    for (int i = 0; i < 4; i++) rare.sorts.bits[i] = b.sorts[i];
    KERNEL(find_rare)(t->rules, text, length, position, &rare);
    for (int i = 0; i < 4; i++) b.sorts[i] = rare.sorts.bits[i];
    b.kinds = load(rare.kinds);
    b.firsts = rare.firsts, c->rest = rare.rest;
  }
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

INLINE word_bits read_word_bits_at(const word_tables *t, const uint8_t *text, size_t length, size_t position,
                                     bits_carry *c) {
  uint8_t space[BESIDE_BLOCK + 64 + BESIDE_BLOCK];
  bool is_inside = position >= BESIDE_BLOCK && length - position >= 64 + BESIDE_BLOCK;
  const uint8_t *from = is_inside ? text + position : copy_word_edge(text, length, position, space);
  return read_word_bits(t, from, text, length, position, c);
}

#endif
