// A block of 64 bytes as the word rules see it: included after one of the headers block_….h, which say what the operations
// are.
//
// Each byte finds the sort of its character, whichever byte of it it is.
#ifndef CAK_WORDS_WORD_BLOCKS_H
#define CAK_WORDS_WORD_BLOCKS_H
#include "words/word_long.h"
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
      load_half_table256(sorts),  load_table128(sorts + 256),      load_table128(sorts + 384),
      load_table128(sorts + 512), load_table16(rules->sort_kinds), rules,
  };
}

// What is read of a block, a bit a byte: the four bits of each byte's sort, and the first bytes of characters.
typedef struct {
  bytes64 kinds;
  uint64_t sorts[4], firsts;
} word_bits;

// How many bytes beside a block are looked at.
#define BESIDE_BLOCK 3

// Reads the block at `from`, and up to three bytes on both sides of it.
INLINE word_bits read_word_bits(const word_tables *t, const uint8_t *from, long_carry *c) {
  bytes64 bytes = load(from);
  block_pairs pairs = find_pairs(bytes, from);
  mask64 is_arabic = both(pairs.is_pair, equal(pairs.lead, 0xD8));
  mask64 is_more = both(pairs.is_pair, equal(pairs.lead, 0xDA));
  mask64 is_latin = both(pairs.is_pair, equal(pairs.lead, 0xC2));
  bytes64 index = choose(not_ascii(bytes), bit_or(pairs.index, splat(0x80)), bytes);
  bytes64 sorts = lookup_half256(t->ordinary, index);
  sorts = choose(without(not_ascii(bytes), is_arabic), splat(CAK_WORD_OTHER), sorts);
  if (HAS_WIDE_REGISTERS || RARELY(any(is_more))) sorts = choose(is_more, lookup128(t->more, pairs.index), sorts);
  if (HAS_WIDE_REGISTERS || RARELY(any(is_latin))) sorts = choose(is_latin, lookup128(t->latin, pairs.index), sorts);
  // Without wide registers only those of E2 are known here, and no pictures.
  uint64_t leads = bits(HAS_WIDE_REGISTERS ? at_least(bytes, splat(0xE0)) : equal(bytes, 0xE2)), had = c->tail;
  c->tail = leads >> 61;
  bool has_pictures = HAS_WIDE_REGISTERS && is_expected(c->often);
  word_pictures pictures;
  if (has_pictures || RARELY(leads | had)) {
    bytes64 second = load(from + 1), third = load(from + 2);
    bytes64 longs = general_sorts(t->general, bytes, second, third);
    if (HAS_WIDE_REGISTERS) {
      mask64 may_be = either(at_least(bytes, splat(0xE3)), both(equal(bytes, 0xE2), at_least(second, splat(0x98))));
      if (has_pictures) {
        // Not merged with what follows: it does not wait for `may_be`.
        __asm__ volatile("");
        pictures = find_pictures(t->rules, from, bytes, second, third, &longs);
        may_be = either(pictures.fours, pictures.threes);
      } else if (any(may_be)) {
        has_pictures = true;
        pictures = find_pictures(t->rules, from, bytes, second, third, &longs);
      }
      is_often_due(&c->often, any(may_be), any(may_be));
    }
    sorts = bit_xor(sorts, spread_sorts(c->sorts, longs));
    c->sorts = longs;
  } else {
    c->sorts = splat(0);
  }
  word_bits b = {.firsts = ~bits(pairs.is_trail)};
  b.kinds = lookup16(t->kinds, bit_and(sorts, splat(0x0F)));
  b.sorts[0] = nth_bits(sorts, 0), b.sorts[1] = nth_bits(sorts, 1);
  b.sorts[2] = nth_bits(sorts, 2), b.sorts[3] = nth_bits(sorts, 3);
  // The sort of pictures is that of others with another bit.
  b.sorts[3] |= c->pictures;
  c->pictures = 0;
  if (has_pictures) {
    uint64_t fours = bits(pictures.fours), all = fours | bits(pictures.threes);
    b.sorts[3] |= all | all << 1 | all << 2 | fours << 3;
    c->pictures = all >> 63 | all >> 62 | fours >> 61;
    b.kinds = choose(pictures.terms, splat(t->rules->picture_kind), b.kinds);
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
                                   long_carry *c) {
  uint8_t space[BESIDE_BLOCK + 64 + BESIDE_BLOCK];
  bool is_inside = position >= BESIDE_BLOCK && length - position >= 64 + BESIDE_BLOCK;
  const uint8_t *from = is_inside ? text + position : copy_word_edge(text, length, position, space);
  return read_word_bits(t, from, c);
}

#endif
