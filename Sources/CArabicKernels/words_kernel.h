// Cutting words in blocks of 64 bytes: included after one of the headers block_….h, which say what the operations are.
//
// Each byte finds the sort of its character, whichever byte of it it is. Where tokens start follows from a bit a byte
// for each sort.
#include "block_pairs.h"
#include "words_internal.h"
#include <string.h>

// The tables in registers, as far as the processor has them.
typedef struct {
  half_table256 ordinary;
  table128 more, latin;
  table64 general;
  table16 kinds;
  bool divides_scripts;
} word_tables;

INLINE word_tables load_word_tables(const cak_word_rules *rules) {
  const uint8_t *sorts = rules->sorts;
  return (word_tables){
      load_half_table256(sorts),
      load_table128(sorts + 256),
      load_table128(sorts + 384),
      load_table64(sorts + 512),
      load_table16(rules->sort_kinds),
      rules->divides_scripts,
  };
}

// A block, a bit a byte. Every byte of a character has the bits of what the character is.
typedef struct {
  bytes64 sorts;
  uint64_t arabic, letters, digits, words, spaces, gaps, middles, signs, others;
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
} word_carry;

// How many bytes beside a block are looked at.
#define BESIDE_BLOCK 2

// The sorts of the characters that begin with E2 80, known by their last byte; the others keep theirs.
INLINE bytes64 find_general_sorts(const word_tables *t, bytes64 sorts, const uint8_t *text) {
  bytes64 before2 = load(text - 2), before1 = load(text - 1), bytes = load(text);
  bytes64 after1 = load(text + 1), after2 = load(text + 2);
  mask64 is_first = both(both(equal(bytes, 0xE2), equal(after1, 0x80)), trails(after2));
  mask64 is_second = both(both(equal(before1, 0xE2), equal(bytes, 0x80)), trails(after1));
  mask64 is_third = both(both(equal(before2, 0xE2), equal(before1, 0x80)), trails(bytes));
  bytes64 last = choose(is_first, after2, choose(is_second, after1, bytes));
  bytes64 found = lookup64(t->general, and(last, splat(0x3F)));
  return choose(either(either(is_first, is_second), is_third), found, sorts);
}

// Reads the block at `text`, and up to two bytes on both sides of it.
INLINE word_block read_word_block(const word_tables *t, const uint8_t *text) {
  bytes64 bytes = load(text);
  block_pairs pairs = find_pairs(bytes, text);
  mask64 is_arabic = both(pairs.is_pair, equal(pairs.lead, 0xD8));
  mask64 is_more = both(pairs.is_pair, equal(pairs.lead, 0xDA));
  mask64 is_latin = both(pairs.is_pair, equal(pairs.lead, 0xC2));
  uint64_t threes = bits(equal(bytes, 0xE2));
  uint64_t ones = ~bits(not_ascii(bytes));
  uint64_t firsts = ~bits(pairs.is_trail);

  bytes64 index = choose(not_ascii(bytes), or(pairs.index, splat(0x80)), bytes);
  bytes64 sorts = lookup_half256(t->ordinary, index);
  sorts = choose(without(not_ascii(bytes), is_arabic), splat(CAK_WORD_OTHER), sorts);
  if (any(is_more)) sorts = choose(is_more, lookup128(t->more, pairs.index), sorts);
  if (any(is_latin)) sorts = choose(is_latin, lookup128(t->latin, pairs.index), sorts);
  if (threes | (text[-1] == 0xE2) | (text[-2] == 0xE2)) sorts = find_general_sorts(t, sorts, text);

  // `words.h` numbers the sorts so that their bits tell much.
  uint64_t bit0 = bits(not_ascii(shift_up(sorts, 7))), bit1 = bits(not_ascii(shift_up(sorts, 6)));
  uint64_t bit2 = bits(not_ascii(shift_up(sorts, 5))), bit3 = bits(not_ascii(shift_up(sorts, 4)));
  word_block b;
  b.sorts = sorts;
  b.words = bit3;
  b.letters = bit3 & bit2;
  b.arabic = b.letters & ~bit0;
  b.digits = bit3 & bit0 & ~bit2;
  b.spaces = bit1 & bit0;
  b.gaps = bit0 & ~bit3;
  b.middles = bit2 & ~bit3 & ~bit1;
  b.signs = bit2 & bit1;
  b.others = bit1 & ~bit2 & ~bit0;
  b.firsts = firsts;
  b.ones = ones;
  b.twos = bits(either(either(is_arabic, is_more), is_latin)) & firsts;
  b.threes = threes;
  return b;
}

// The same where the text ends or begins within two bytes of the block. Beyond its end are line feeds.
static __attribute__((noinline)) const uint8_t *copy_word_edge(const uint8_t *text, size_t length, size_t position,
                                                               uint8_t *space) {
  memset(space, '\n', BESIDE_BLOCK + 64 + BESIDE_BLOCK);
  if (position > length) position = length;
  size_t from = position < BESIDE_BLOCK ? 0 : position - BESIDE_BLOCK;
  size_t to = length - position > 64 + BESIDE_BLOCK ? position + 64 + BESIDE_BLOCK : length;
  memcpy(space + BESIDE_BLOCK - (position - from), text + from, to - from);
  return space + BESIDE_BLOCK;
}

INLINE word_block read_word_block_at(const word_tables *t, const uint8_t *text, size_t length, size_t position) {
  uint8_t space[BESIDE_BLOCK + 64 + BESIDE_BLOCK];
  bool is_inside = position >= BESIDE_BLOCK && length - position >= 64 + BESIDE_BLOCK;
  return read_word_block(t, is_inside ? text + position : copy_word_edge(text, length, position, space));
}

// The first bytes of the characters right after those of `set`, and the other way round those of `set` right before.
INLINE uint64_t after_each(const word_block *b, uint64_t set, uint64_t *carry) {
  uint64_t one = set & b->ones, two = set & b->twos, three = set & b->threes;
  uint64_t next = one << 1 | two << 2 | three << 3 | *carry;
  *carry = one >> 63 | two >> 62 | three >> 61;
  return next;
}

INLINE uint64_t before_each(const word_block *b, uint64_t set, uint64_t next) {
  return set & ((b->ones & next >> 1) | (b->twos & next >> 2) | (b->threes & next >> 3));
}

// The bits of each run of `words` that begins at one of `starts`, or goes on where `carry` says so.
INLINE uint64_t runs(uint64_t words, uint64_t starts, uint64_t *carry) {
  unsigned long long first, second;
  unsigned long long sum = __builtin_addcll(words, starts, 0, &first);
  sum = __builtin_addcll(sum, *carry, 0, &second);
  *carry = first | second;
  return (sum ^ words) & words;
}

// Where tokens start, where the rules decide, and which marks belong to spaces; `takes_back` says whether the rules decide
// about the last character of the block before.
typedef struct {
  uint64_t starts, stops, spaced;
  bool takes_back;
} word_starts;

INLINE word_starts find_starts(const word_tables *t, const word_block *b, word_carry *c) {
  uint64_t marks = b->words & ~b->letters & ~b->digits;
  uint64_t after_any = b->words << 1 | c->word | c->mark;
  uint64_t after_space = b->spaces << 1 | c->space;
  // A mark that follows no word belongs to punctuation or space before it, and those after it do too.
  uint64_t bases = ~(b->words | b->others | (b->gaps & ~b->spaces)), after_base = bases << 1 | c->base;
  uint64_t alone = marks & b->firsts & ~after_any;
  uint64_t found = b->others | (alone & ~after_base), loose = 0;
  if (alone | c->loose) loose = runs(marks, alone & after_base, &c->loose);
  uint64_t words = b->words & ~loose, after_word = words << 1 | c->word;
  uint64_t starts = b->firsts & ~((words & after_word) | (b->spaces & after_space) | loose);
  bool takes_back = false;

  uint64_t middles = b->middles & b->firsts & after_word;
  uint64_t signs = b->signs & b->firsts;
  if (middles | c->middle) {
    uint64_t carried = c->middle;
    uint64_t joining = after_each(b, middles, &c->middle) & ~b->gaps;
    found |= before_each(b, middles, joining);
    takes_back |= (joining & carried) != 0;
  }
  if (signs | c->sign) {
    uint64_t carried = c->sign;
    uint64_t joining = after_each(b, signs, &c->sign) & b->words;
    found |= (signs & after_word) | before_each(b, signs, joining);
    takes_back |= (joining & carried) != 0;
  }
  // A word that begins with a digit and has a letter is of the letter's kind.
  found |= runs(words, starts & b->digits, &c->number) & b->letters & b->firsts;
  if (t->divides_scripts) {
    uint64_t strangers = (b->letters & ~b->arabic) | b->digits;
    // Up to the first stranger a word is all of one sort.
    found |= runs(words, starts & b->arabic, &c->arabic) & strangers & b->firsts;
    found |= runs(words, starts & strangers, &c->stranger) & b->arabic & b->firsts;
  }
  c->word = words >> 63;
  c->space = b->spaces >> 63;
  c->base = bases >> 63;
  c->mark = b->words >> 63;
  return (word_starts){starts, found, alone & after_base & after_space, takes_back};
}

TARGET size_t KERNEL(cak_words)(const cak_word_rules *rules, const uint8_t *text, size_t length, size_t start,
                                cak_word_list *list) {
  // A token is known when the next one starts: `kinds` is written one ahead of `ends`.
  size_t *ends = list->ends + list->count;
  uint8_t *kinds = list->kinds + list->count;
  size_t capacity = list->capacity - list->count, written = 0, words = 0, position = start;
  word_tables t = load_word_tables(rules);
  word_carry c = {0};
  // Whether the last start may be none, since the rules decide about what begins there.
  bool takes_back = false;
  while (position < length) {
    if (written + CAK_WORD_ROOM > capacity) {
      takes_back = c.middle | c.sign;
      break;
    }
    size_t left = length - position;
    word_block b = read_word_block_at(&t, text, length, position);
    word_starts s = find_starts(&t, &b, &c);
    uint64_t starts = s.starts, stops = s.stops;
    takes_back = s.takes_back;
    if (takes_back) break;
    bytes64 kind = lookup16(t.kinds, and(b.sorts, splat(0x0F)));
    if (stops) starts &= (stops & -stops) - 1, s.spaced &= (stops & -stops) - 1;
    // The end of the text ends the last token.
    if (left < 64) starts &= (2ull << left) - 1;
    words += (size_t)__builtin_popcountll(starts & (b.letters | b.digits));
    if (position == start) {
      if (!(starts & 1)) return start;
      starts &= ~1ull;
      compress_store(kinds, kind, 1);
    }
    size_t tokens = compress_with_places(kinds + written + 1, ends + written, kind, starts, position);
    // Space with a mark is none.
    for (; s.spaced; s.spaced &= s.spaced - 1) {
      uint64_t until = starts & (s.spaced ^ (s.spaced - 1));
      kinds[written + (size_t)__builtin_popcountll(until)] = rules->sort_kinds[CAK_WORD_PLAIN];
    }
    written += tokens;
    position += 64;
    if (stops) break;
    // A token that may outgrow the rules' limit in the next block is left to who can count.
    if (tokens == 0 && position - (written ? ends[written - 1] : start) > rules->longest - 64) break;
  }
  written -= takes_back;
  if (written == 0) return start;
  // The token that is open was counted.
  list->count += written;
  list->terms += words - (kinds[written] < rules->first_other_kind);
  return ends[written - 1];
}
