// Cutting words in blocks of 64 bytes: included after one of the headers block_….h, which say what the operations are.
//
// Where tokens start follows from a bit a byte for each sort.
#include "load_internal.h"
#include "word_blocks.h"

// A block, a bit a byte.
typedef struct {
  uint64_t firsts, arabic, letters, digits, pictures, controls, words, spaces, gaps, middles, signs, others;
} word_block;

INLINE word_block find_sorts(const word_bits *bits) {
  uint64_t bit0 = bits->sorts[0], bit1 = bits->sorts[1], bit2 = bits->sorts[2], bit3 = bits->sorts[3];
  word_block b = {.firsts = bits->firsts, .letters = bit3 & bit2};
  b.others = others_of(bits->sorts), b.pictures = pictures_of(bits->sorts);
  b.arabic = b.letters & ~bit0;
  b.digits = bit3 & bit0 & ~(bit2 | bit1);
  b.controls = bit3 & bit1 & bit0;
  b.words = bit3 & ~b.pictures;
  b.spaces = bit1 & bit0 & ~bit3;
  b.gaps = bit0 & ~bit3;
  b.middles = bit2 & ~bit3 & ~bit1;
  b.signs = bit2 & bit1;
  return b;
}

// What is left over from one block to the next.
typedef struct {
  uint64_t word, space, number, arabic, stranger;
  // Whether the last character takes a mark without being part of a word, is a mark, or is such a mark.
  uint64_t base, mark, loose;
  // Whether the first character of the next block tells if the last one of this joins.
  uint64_t middle, sign;
  // For middles, which stand in every second or third block of news.
  unsigned patience;
} word_carry;

// The first bytes of the characters right after those of `set`: from behind each of its first bytes the sum runs over
// the bytes that begin nothing.
INLINE uint64_t after_each(uint64_t firsts, uint64_t set, uint64_t *carry) {
  unsigned long long over;
  uint64_t next = __builtin_addcll(set << 1, ~firsts, *carry, &over) & firsts;
  *carry = set >> 63 | over;
  return next;
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
  uint64_t bases = ~(b->words | b->others | b->pictures | (b->gaps & ~b->spaces)), after_base = bases << 1 | c->base;
  uint64_t alone = marks & b->firsts & ~after_any;
  uint64_t found = b->others | (alone & ~after_base), loose = 0;
  if (RARELY(alone | c->loose)) loose = runs(marks, alone & after_base, &c->loose);
  uint64_t words = b->words & ~loose, after_word = words << 1 | c->word;
  uint64_t starts = b->firsts & ~((words & after_word) | (b->spaces & after_space) | loose);
  bool takes_back = false;

  uint64_t middles = b->middles & b->firsts & after_word;
  found |= b->controls & b->firsts & after_word;
  uint64_t signs = b->signs & b->firsts;
  if (is_due(&c->patience, (middles | c->middle) != 0)) {
    uint64_t carried = -c->middle & b->firsts & -b->firsts;
    uint64_t joining = after_each(b->firsts, middles, &c->middle) & ~b->gaps;
    found |= middles & before_each(b->firsts, joining);
    takes_back |= (joining & carried) != 0;
  }
  if (RARELY(signs | c->sign)) {
    uint64_t carried = -c->sign & b->firsts & -b->firsts;
    uint64_t joining = after_each(b->firsts, signs, &c->sign) & b->words;
    found |= signs & (after_word | before_each(b->firsts, joining));
    takes_back |= (joining & carried) != 0;
  }
  // A word that begins with a digit and has a letter is of the letter's kind.
  found |= runs(words, starts & b->digits, &c->number) & b->letters & b->firsts;
  if (t->rules->divides_scripts) {
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

// How many of some bytes, and not of up to 63 after them, are below a limit.
INLINE size_t count_below(const uint8_t *bytes, size_t count, uint8_t limit) {
  size_t below = 0;
  for (size_t at = 0; at < count; at += 64) {
    uint64_t below_limit = ~bits(at_least(load(bytes + at), splat(limit)));
    below += (size_t)__builtin_popcountll(below_limit & first_bits(count - at));
  }
  return below;
}

// Blocks are read some at a time: what is decided then by branches, of which many go wrong, does not wait for registers.
#define AHEAD 4

INLINE unsigned read_ahead(const word_tables *t, const uint8_t *text, size_t length, size_t position, bits_carry *c,
                           word_bits *ahead) {
  unsigned count = 0;
  for (; count < AHEAD && position < length; position += 64) {
    ahead[count] = read_word_bits_at(t, text, length, position, c);
    // Behind what the rules decide no block is cut.
    if (RARELY(others_of(ahead[count++].sorts))) break;
  }
  return count;
}

TARGET size_t KERNEL(cak_words)(const cak_word_rules *rules, const uint8_t *text, size_t length, size_t start,
                                cak_word_list *list, size_t *reach) {
  // A token is known when the next one starts: `kinds` is written one ahead of `ends`.
  size_t *ends = list->ends + list->count;
  uint8_t *kinds = list->kinds + list->count;
  size_t capacity = list->capacity - list->count, written = 0, position = start;
  word_tables t = load_word_tables(rules);
  word_bits ahead[AHEAD];
  unsigned read = 0, used = 0;
  bits_carry bits_left = {.longs = {.sorts = splat(0)}};
  word_carry c = {0};
  // Whether the last start may be none, since the rules decide about what begins there.
  bool takes_back = false;
  while (position < length) {
    if (written + CAK_WORD_ROOM > capacity) {
      takes_back = c.middle | c.sign;
      break;
    }
    size_t left = length - position;
    if (used == read) {
      read = read_ahead(&t, text, length, position, &bits_left, ahead);
      used = 0;
    }
    const word_bits *bits = &ahead[used++];
    word_block b = find_sorts(bits);
    word_starts s = find_starts(&t, &b, &c);
    uint64_t starts = s.starts, stops = s.stops;
    takes_back = s.takes_back;
    if (takes_back) break;
    if (stops) *reach = position + (size_t)__builtin_ctzll(stops);
    if (stops) starts &= (stops & -stops) - 1, s.spaced &= (stops & -stops) - 1;
    // The end of the text ends the last token.
    if (left < 64) starts &= (2ull << left) - 1;
    if (position == start) {
      if (!(starts & 1)) return start;
      starts &= ~1ull;
      compress_store(kinds, bits->kinds, 1);
    }
    // Space with a mark is none.
    uint64_t single = starts & s.spaced >> 1;
    s.spaced &= ~(single << 1);
    bytes64 block_kinds = choose(mask_of(single), splat(rules->sort_kinds[CAK_WORD_PLAIN]), bits->kinds);
    size_t tokens = compress_with_places(kinds + written + 1, ends + written, block_kinds, starts, position);
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
  list->count += written;
  // No block begins without CAK_WORD_ROOM, of which it fills half.
  list->terms += count_below(kinds, written, rules->first_other_kind);
  return ends[written - 1];
}
