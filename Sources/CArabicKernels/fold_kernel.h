// Folding in blocks of 64 bytes: included after one of the headers block_….h, which say what the operations are.
//
// Each byte finds the code of its character, whichever byte of it it is, and the code tells by which bits it changes.
#include "fold_blocks.h"
#include <string.h>

// What the blocks know of characters of three and four bytes.
static uint8_t code_of_long(const cak_fold_table *table, uint32_t scalar, uint32_t size) {
  uint64_t entry;
  if (!look_up(table, scalar, &entry)) return CODE_STOP;
  if (is_deleted(entry)) return CODE_DELETE;
  return is_letter(entry) && length_of(entry) == size && !(entry & CAK_CHANGED) ? CODE_COPY : CODE_STOP;
}

static uint8_t code_of_group(const cak_fold_table *table, uint32_t first, uint32_t size) {
  for (uint32_t i = 0; i < 64; i++) {
    if (code_of_long(table, first + i, size) != CODE_COPY) return CODE_STOP;
  }
  return CODE_COPY;
}

// Groups take some microseconds, so short texts do without.
static __attribute__((noinline)) void make_long_tables(const cak_fold_table *table, bool with_groups,
                                                       cak_fold_memory *tables) {
  for (uint32_t i = 0; i < 64; i++) {
    tables->general[i] = code_of_long(table, 0x2000 + i, 3);
    tables->selectors[i] = code_of_long(table, 0xFE00 + i, 3);
    tables->symbols[i] = with_groups ? code_of_group(table, 0x2000 + 64 * i, 3) : CODE_STOP;
    tables->emoji[i] = with_groups ? code_of_group(table, 0x1F000 + 64 * i, 4) : CODE_STOP;
  }
  tables->is_made = true;
}

// 64 bytes from `at + offset` on; 0 for those outside the text.
INLINE bytes64 load_within(const uint8_t *text, size_t length, size_t at, int offset) {
  size_t from = at + (size_t)offset;
  // Bytes before the text, which are fewer than 64, wrap round to a number beyond it.
  if (from < length && length - from >= 64) return load(text + from);
  size_t before = offset < 0 && at < (size_t)-offset ? (size_t)-offset - at : 0;
  from += before;
  if (from >= length) return splat(0);
  size_t left = length - from;
  return load_part(text + from, before, left < 64 - before ? left : 64 - before);
}

// The tables in registers, as far as the processor has them.
typedef struct {
  table128 arabic[2], latin, ascii;
  table_small leads, trails, orders;
  const fold_blocks *blocks;
  bool has_large_codes;
} fold_tables;

INLINE fold_tables load_fold_tables(const fold_blocks *blocks) {
  return (fold_tables){
      {load_table128(blocks->arabic), load_table128(blocks->arabic + 128)},
      load_table128(blocks->latin),
      load_table128(blocks->ascii),
      load_table_small(blocks->leads),
      load_table_small(blocks->trails),
      load_table_small(blocks->orders),
      blocks,
      blocks->code_count > TABLE_SMALL,
  };
}

// Which bytes at the start of the next block belong to a long character of this one.
typedef struct {
  uint64_t stay, go;
} fold_carry;

// 64 bytes, and the codes of the characters that they belong to.
typedef struct {
  bytes64 bytes, codes;
  mask64 is_trail;
  // Whether there are codes that the small tables do not have.
  bool has_large_codes;
} fold_block;

// The codes of characters of three and four bytes.
INLINE bytes64 find_long_codes(bytes64 codes, bytes64 bytes, const uint8_t *text, size_t length, size_t at,
                               const cak_fold_table *table, cak_fold_memory *memory, fold_carry *carry) {
  uint64_t stay = carry->stay, go = carry->go;
  carry->stay = carry->go = 0;
  if (any(at_least(bytes, splat(0xE0)))) {
    if (!memory->is_made) make_long_tables(table, length - at >= 1 << 13, memory);
    bytes64 after1 = load_within(text, length, at, 1), after2 = load_within(text, length, at, 2);
    bytes64 after3 = load_within(text, length, at, 3);
    mask64 two_trails = both(trails(after1), trails(after2));
    mask64 is_e2 = both(equal(bytes, 0xE2), two_trails), is_general = both(is_e2, equal(after1, 0x80));
    mask64 is_selector = both(both(equal(bytes, 0xEF), equal(after1, 0xB8)), two_trails);
    mask64 is_emoji = both(both(equal(bytes, 0xF0), equal(after1, 0x9F)), both(trails(after2), trails(after3)));
    bytes64 last1 = and(after1, splat(0x3F)), last2 = and(after2, splat(0x3F)), found = splat(CODE_STOP);
    found = choose(is_e2, lookup64(load_table64(memory->symbols), last1), found);
    found = choose(is_general, lookup64(load_table64(memory->general), last2), found);
    found = choose(is_selector, lookup64(load_table64(memory->selectors), last2), found);
    found = choose(is_emoji, lookup64(load_table64(memory->emoji), last2), found);
    uint64_t stays = bits(equal(found, CODE_COPY)), four = stays & bits(is_emoji), goes = bits(equal(found, CODE_DELETE));
    stay |= stays | stays << 1 | stays << 2 | four << 3;
    carry->stay = stays >> 63 | stays >> 62 | four >> 61;
    go |= goes | goes << 1 | goes << 2;
    carry->go = goes >> 63 | goes >> 62;
  }
  codes = choose(mask_of(stay), splat(CODE_COPY), codes);
  return choose(mask_of(go), splat(CODE_DELETE), codes);
}

// The block from `at` on. What is ill-formed has no code of its own, so UTF-8 is checked on the way.
INLINE fold_block read_fold_block(const fold_tables *t, const uint8_t *text, size_t length, size_t at,
                                  const cak_fold_table *table, cak_fold_memory *memory, fold_carry *carry) {
  bytes64 bytes = load_within(text, length, at, 0);
  mask64 is_trail = trails(bytes);
  // Both bytes of a character of two, at either.
  bytes64 lead = choose(is_trail, load_within(text, length, at, -1), bytes);
  bytes64 trail = choose(is_trail, bytes, load_within(text, length, at, 1));
  mask64 is_pair = trails(trail);
  bytes64 index = or(and(trail, splat(0x3F)), shift_up(and(lead, splat(1)), 6));
  bytes64 lead_pair = and(lead, splat(0xFE));
  bytes64 codes = choose(both(is_pair, equal(lead_pair, 0xD8)), lookup128(t->arabic[0], index), splat(CODE_STOP));
  const fold_blocks *blocks = t->blocks;
  bytes64 of_one;
  if (blocks->has_one_range) {
    of_one = choose(between(bytes, blocks->range_start, blocks->range_count), splat(blocks->range_code), splat(0));
  } else {
    of_one = lookup128(t->ascii, bytes);
  }
  codes = choose(not_ascii(bytes), codes, of_one);
  if (any(equal(codes, CODE_STOP))) {
    mask64 is_more = both(is_pair, equal(lead_pair, 0xDA)), is_latin = both(is_pair, equal(lead_pair, 0xC2));
    if (any(is_more)) codes = choose(is_more, lookup128(t->arabic[1], index), codes);
    if (any(is_latin)) codes = choose(is_latin, lookup128(t->latin, index), codes);
    codes = find_long_codes(codes, bytes, text, length, at, table, memory, carry);
  }
  bool has_large_codes = t->has_large_codes && any(at_least(codes, splat(TABLE_SMALL)));
  return (fold_block){bytes, codes, is_trail, has_large_codes};
}

// What the codes of a block stand for.
INLINE bytes64 meaning(const fold_block *b, table_small small, const uint8_t *all) {
  return b->has_large_codes ? lookup128(load_table128(all), b->codes) : lookup_small(small, b->codes);
}

// By which bits the bytes of a block change.
INLINE bytes64 find_changes(const fold_tables *t, const fold_block *b) {
  return choose(b->is_trail, meaning(b, t->trails, t->blocks->trails), meaning(b, t->leads, t->blocks->leads));
}

// Makes each two marks that only have to change places with one another do so; gives the second ones.
INLINE uint64_t order_marks(uint64_t unordered, bytes64 orders, bytes64 orders_before, bytes64 *folded) {
  bytes64 none = splat(0);
  bytes64 previous = before(orders_before, orders, 1), earlier = before(orders_before, orders, 3);
  bytes64 later = after(orders, none, 2);
  // What surrounds them is in order with either.
  mask64 is_lone = either(equal(later, ORDER_LETTER), at_least(later, previous));
  mask64 may_swap = without(both(at_least(orders, earlier), is_lone), equal(previous, ORDER_DELETED));
  // Both of them and the mark after them are within the block.
  uint64_t swaps = unordered & bits(may_swap) & (~0ull >> 2) & (~0ull << 2);
  // What the one before has moved is no longer what was looked at.
  swaps &= ~(swaps << 4);
  uint64_t seconds = swaps | swaps << 1, firsts = seconds >> 2;
  bytes64 was = *folded;
  *folded = choose(mask_of(firsts), after(was, none, 2), choose(mask_of(seconds), before(none, was, 2), was));
  return swaps;
}

static inline uint64_t first_bits(unsigned count) { return count < 64 ? ~(~0ull << count) : ~0ull; }

TARGET void KERNEL(cak_fold)(const uint8_t *text, size_t length, uint8_t *result, size_t capacity,
                             const cak_fold_table *table, cak_fold_position *position, cak_fold_memory *memory) {
  const fold_tables tables = load_fold_tables(blocks_of(table));
  const bool has_marks = tables.blocks->has_marks;
  size_t input = position->input, output = position->output, start = input;
  uint32_t order = position->order;
  bytes64 orders_before = splat((uint8_t)(order <= 1 ? ORDER_LETTER : order));
  fold_carry carry = {0, 0};
  uint64_t keep = 0;
  bool goes_on = true;
  while (goes_on && input < length && capacity >= 64 && output <= capacity - 64) {
    size_t left = length - input;
    fold_block b = read_fold_block(&tables, text, length, input, table, memory, &carry);
    if (left >= 64 && !any_bits(b.codes)) {
      store(result + output, b.bytes);
      keep = ~0ull;
      input += 64;
      output += 64;
      orders_before = splat(ORDER_LETTER);
      continue;
    }
    uint64_t stops = bits(equal(b.codes, CODE_STOP));
    if (left < 64) stops |= ~0ull << left;
    unsigned taken = stops ? (unsigned)__builtin_ctzll(stops) : 64;
    bytes64 changes = find_changes(&tables, &b);
    bytes64 folded = xor(b.bytes, changes);
    if (has_marks) {
      bytes64 orders = meaning(&b, tables.orders, tables.blocks->orders);
      mask64 is_ordered = either(at_least(orders, before(orders_before, orders, 1)), equal(orders, ORDER_LETTER));
      uint64_t unordered = ~bits(is_ordered);
      uint64_t swaps = unordered ? order_marks(unordered, orders, orders_before, &folded) : 0;
      unordered &= ~swaps;
      orders_before = orders;
      unsigned first = unordered ? (unsigned)__builtin_ctzll(unordered) : 64;
      if (first < taken) {
        stops = 1;
        taken = first;
        if (first >= 62 && !(swaps >> (first - 2) & 1)) {
          // The two marks are at the end: the next block begins with them.
          uint8_t of_each[64];
          store(of_each, orders);
          taken = first - 2;
          orders_before = splat(of_each[taken - 1]);
          stops = 0;
        }
      }
    }
    keep = ~bits(equal(changes, CHANGE_DELETE)) & first_bits(taken);
    if (keep == ~0ull) {
      store(result + output, folded);
      output += 64;
    } else {
      output += compress_store(result + output, folded, keep);
    }
    input += taken;
    goes_on = stops == 0;
  }
  // A full result leaves off between blocks, perhaps inside a character, which then is taken back.
  if (goes_on && input > start && input < length && is_trail(text[input])) {
    size_t first = input - 1;
    while (is_trail(text[first])) first--;
    output -= (size_t)__builtin_popcountll(keep >> (64 - (input - first)));
    input = first;
  }
  position->input = input;
  position->output = output;
  if (input > start) {
    size_t last;
    position->order = leaves(entry_before(text, input, table, &last));
    // Marks may have changed places: the last one of the result is the highest.
    if (position->order > 1 && position->order != ORDER_DELETED && output > position->floor_output) {
      uint32_t written = leaves(entry_before(result, output, table, &last));
      if (written > position->order) position->order = written;
    }
  }
}

TARGET void KERNEL(cak_fold_words)(const uint8_t *text, size_t length, size_t start, size_t end,
                                   const cak_fold_table *table, cak_fold_memory *memory, cak_folded *folded) {
  const fold_tables tables = load_fold_tables(blocks_of(table));
  fold_carry carry = {0, 0};
  uint8_t *result = folded->bytes + CAK_FOLDED_FRONT;
  uint32_t kept_before = 0, undecided_before = 0;
  size_t number = 0;
  for (size_t at = start; at < end; at += 64, number++) {
    fold_block b = read_fold_block(&tables, text, length, at, table, memory, &carry);
    bytes64 changes = find_changes(&tables, &b);
    uint64_t inside = end - at < 64 ? first_bits((unsigned)(end - at)) : ~0ull;
    uint64_t kept = ~bits(equal(changes, CHANGE_DELETE)) & inside;
    uint64_t undecided = bits(equal(b.codes, CODE_STOP)) & inside;
    compress_store(result + kept_before, xor(b.bytes, changes), kept);
    folded->kept[number] = kept;
    folded->undecided[number] = undecided;
    folded->kept_before[number] = kept_before;
    folded->undecided_before[number] = undecided_before;
    kept_before += (uint32_t)__builtin_popcountll(kept);
    undecided_before += (uint32_t)__builtin_popcountll(undecided);
  }
  folded->kept[number] = folded->undecided[number] = 0;
  folded->kept_before[number] = kept_before;
  folded->undecided_before[number] = undecided_before;
  folded->start = start;
}
