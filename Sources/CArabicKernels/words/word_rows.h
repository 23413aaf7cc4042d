// Where tokens start, by rows of blocks: included after one of the headers block_….h.
//
// It follows from a bit a byte for each sort.
#ifndef CAK_WORDS_WORD_ROWS_H
#define CAK_WORDS_WORD_ROWS_H
#include "runtime/load.h"
#include "simd/sticky_branch.h"
#include "simd/row_bits.h"
#include "words/word_state.h"

// A row of blocks.
typedef struct {
  row_bits firsts, arabic, letters, digits, marks, pictures, controls, words, spaces, gaps, middles, signs, others;
} word_row;

// Those from a block on.
INLINE word_row find_sorts(const cak_word_blocks *blocks, unsigned block) {
  row_bits bit0 = load_row(blocks->sorts[0] + block), bit1 = load_row(blocks->sorts[1] + block);
  row_bits bit2 = load_row(blocks->sorts[2] + block), bit3 = load_row(blocks->sorts[3] + block);
  word_row b = {.firsts = load_row(blocks->firsts + block), .letters = bit3 & bit2};
  b.others = bit1 & ~(bit0 | bit2 | bit3);
  b.pictures = bit3 & bit1 & ~(bit0 | bit2);
  b.arabic = b.letters & ~bit0;
  b.digits = bit3 & bit0 & ~(bit2 | bit1);
  b.controls = bit3 & bit1 & bit0;
  b.words = bit3 & ~b.pictures;
  b.marks = b.words & ~b.letters & ~b.digits;
  b.spaces = bit1 & bit0 & ~bit3;
  b.gaps = bit0 & ~bit3;
  b.middles = bit2 & ~bit3 & ~bit1;
  b.signs = bit2 & bit1;
  return b;
}

// The blocks with bytes that have to be looked up one by one: with others, and with marks after emoji.
INLINE unsigned find_unknown(const word_row *b) {
  return blocks_with(b->others | (b->pictures << 1 & b->marks & b->firsts));
}

// Makes nothing begin before a place of the row from a block on, and what stands there a line's end.
INLINE void forget_before(cak_word_blocks *blocks, unsigned block, size_t place) {
  row_bits before = before_place(place);
  for (int i = 0; i < 4; i++) {
    row_bits bits = load_row(blocks->sorts[i] + block);
    store_row(blocks->sorts[i] + block, CAK_WORD_LINE >> i & 1 ? bits | before : bits & ~before);
  }
  store_row(blocks->firsts + block, load_row(blocks->firsts + block) & ~before);
}

// What is left over from one row to the next.
typedef struct {
  // The ends of words, with what belongs to none and without, of spaces, and of what takes a mark without being part of a
  // word.
  row_bits any_words, words, spaces, bases;
  uint64_t number, arabic, stranger;
  // Whether the last character is a mark that belongs to no word.
  uint64_t loose;
  // Whether the first character of the next row tells if the last one of this joins.
  uint64_t middle, sign;
  // For middles, and for marks without words: few rows of some texts have any, and most of others.
  unsigned middle_patience, loose_patience;
} word_carry;

// The first bytes of the characters right after those of `set`: from behind each of its first bytes the sum runs over
// the bytes that begin nothing.
INLINE row_bits after_each(row_bits firsts, row_bits set, uint64_t *carry) {
  uint64_t over = *carry;
  row_bits next = sum_of_rows(next_in_row(set, (row_bits){0}), ~firsts, &over) & firsts;
  *carry = blocks_in(set).of[ROW_BLOCKS - 1] >> 63 | over;
  return next;
}

// The bits of each run of `words` that begins at one of `starts`, or goes on where `carry` says so.
INLINE row_bits runs(row_bits words, row_bits starts, uint64_t *carry) {
  return (sum_of_rows(words, starts, carry) ^ words) & words;
}

// Where tokens start; which marks belong to spaces; where the rules decide; and before which characters they do.
typedef struct {
  row_bits starts, spaced, stops, joining;
} word_starts;

INLINE word_starts find_starts(const cak_word_rules *rules, const word_row *b, word_carry *c) {
  row_bits after_any = next_in_row(b->words, c->any_words);
  row_bits after_space = next_in_row(b->spaces, c->spaces);
  // A mark that follows no word belongs to punctuation or space before it, and those after it do too.
  row_bits bases = ~(b->words | b->others | b->pictures | (b->gaps & ~b->spaces)),
           after_base = next_in_row(bases, c->bases);
  row_bits alone = b->marks & b->firsts & ~after_any;
  row_bits found = b->others | (alone & ~after_base), loose = {0}, joining = {0};
  if (is_due(&c->loose_patience, any_in_row(alone) | (c->loose != 0))) {
    loose = runs(b->marks, alone & after_base, &c->loose);
  }
  row_bits words = b->words & ~loose, after_word = next_in_row(words, c->words);
  row_bits starts = b->firsts & ~((words & after_word) | (b->spaces & after_space) | loose);

  found |= b->controls & b->firsts & after_word;
  row_bits middles = b->middles & b->firsts & after_word, signs = b->signs & b->firsts;
  if (is_due(&c->middle_patience, any_in_row(middles) | (c->middle != 0))) {
    joining |= after_each(b->firsts, middles, &c->middle) & ~b->gaps;
  }
  if (RARELY(any_in_row(signs) | (c->sign != 0))) {
    joining |= after_each(b->firsts, signs, &c->sign) & b->words;
    found |= signs & after_word;
  }
  // A word that begins with a digit and has a letter is of the letter's kind.
  found |= runs(words, starts & b->digits, &c->number) & b->letters & b->firsts;
  if (rules->divides_scripts) {
    row_bits strangers = (b->letters & ~b->arabic) | b->digits;
    // Up to the first stranger a word is all of one sort.
    found |= runs(words, starts & b->arabic, &c->arabic) & strangers & b->firsts;
    found |= runs(words, starts & strangers, &c->stranger) & b->arabic & b->firsts;
  }
  c->words = end_of_row(words);
  c->any_words = end_of_row(b->words);
  c->spaces = end_of_row(b->spaces);
  c->bases = end_of_row(bases);
  return (word_starts){starts, alone & after_base & after_space, found, joining};
}

// The place of the first bit of a row, or that behind the row.
INLINE size_t first_place(row_bits row) {
  row_blocks blocks = blocks_in(row);
  size_t i = 0;
  while (i < ROW_BLOCKS && blocks.of[i] == 0) i++;
  return i < ROW_BLOCKS ? 64 * i + (size_t)__builtin_ctzll(blocks.of[i]) : 64 * ROW_BLOCKS;
}

// The place of the first character about which the rules decide, or that behind the row, where it is in the row before.
INLINE size_t first_stop(row_bits firsts, const word_starts *s) {
  size_t stop = first_place(s->stops), joining = first_place(s->joining);
  if (joining > stop) return stop;
  size_t i = joining / 64;
  row_blocks blocks = blocks_in(firsts);
  uint64_t before = blocks.of[i] & first_bits(joining % 64);
  while (before == 0 && i > 0) before = blocks.of[--i];
  return before ? 64 * i + 63 - (size_t)__builtin_clzll(before) : 64 * ROW_BLOCKS;
}

#endif
