// Folding in blocks of 64 bytes: included after one of the headers block_….h, which say what the operations are.
//
// Each byte finds the code of its character, whichever byte of it it is, and the code tells by which bits it changes.
#include "block_pairs.h"
#include "fold_blocks.h"
#include "load_internal.h"
#include "patience.h"
#include <string.h>

// What becomes of a character of three or four bytes: a bit if it stays, and the next one if it goes, by the kind of
// character. The last kinds are known by groups of 64, which stay or are not known.
enum {
  LONG_GENERAL = 0,
  LONG_MORE = 2,
  LONG_SELECTOR = 4,
  LONG_EMOJI = 6,
  LONG_SYMBOL = 7,
  LONG_STAYS = 0xD5,
  LONG_GOES = 0x2A,
};

static uint8_t fate_of_long(const cak_fold_table *table, uint32_t scalar, uint32_t size) {
  uint64_t entry;
  if (!look_up(table, scalar, &entry)) return 0;
  if (cak_is_deleted(entry)) return 2;
  return is_letter(entry) && length_of(entry) == size && !(entry & CAK_CHANGED) ? 1 : 0;
}

// Without a branch an entry, since there are 8,192 of them.
static uint8_t fate_of_group(const cak_fold_table *table, uint32_t first, uint32_t size) {
  const uint64_t *page = cak_page(table->pages, first >> 8);
  if (!page) return 0;
  const uint64_t stays = (uint64_t)CAK_ANY_ORDER << CAK_NEEDS_SHIFT | 1ull << CAK_LEAVES_SHIFT |
                         (uint64_t)size << CAK_LENGTH_SHIFT;
  uint64_t differences = 0;
  for (uint32_t i = 0; i < 64; i++) differences |= page[(first & 0xC0) + i] ^ stays;
  return !(differences & (0xFFFFull << CAK_LEAVES_SHIFT | 7ull << CAK_LENGTH_SHIFT | CAK_CHANGED));
}

// Groups take some microseconds, so short texts do without.
static __attribute__((noinline)) void make_fates(const cak_fold_table *table, bool with_groups,
                                                 cak_fold_memory *memory) {
  for (uint32_t i = 0; i < 64; i++) {
    uint32_t fates = (uint32_t)fate_of_long(table, 0x2000 + i, 3) << LONG_GENERAL |
                     (uint32_t)fate_of_long(table, 0x2040 + i, 3) << LONG_MORE |
                     (uint32_t)fate_of_long(table, 0xFE00 + i, 3) << LONG_SELECTOR;
    if (with_groups) {
      fates |= (uint32_t)fate_of_group(table, 0x1F000 + 64 * i, 4) << LONG_EMOJI |
               (uint32_t)fate_of_group(table, 0x2000 + 64 * i, 3) << LONG_SYMBOL;
    }
    memory->fates[i] = (uint8_t)fates;
  }
  memory->is_made = true;
}

// Where more bytes of a block are of characters that it does not know, single scalars go faster.
#define MOST_STOPS 24

// How many bytes beside a block are looked at.
#define BEFORE_BLOCK 1
#define AFTER_BLOCK 3

// The block at `at` where it is near to an end of the text, with 0 for what is outside.
static __attribute__((noinline)) const uint8_t *copy_edge(const uint8_t *text, size_t length, size_t at, uint8_t *space) {
  size_t from = at < BEFORE_BLOCK ? 0 : at - BEFORE_BLOCK;
  size_t to = length - at < 64 + AFTER_BLOCK ? length : at + 64 + AFTER_BLOCK;
  memset(space, 0, BEFORE_BLOCK + 64 + AFTER_BLOCK);
  memcpy(space + BEFORE_BLOCK - (at - from), text + from, to - from);
  return space + BEFORE_BLOCK;
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

// What the start of the next block is told: which of its bytes belong to a long character of this one, and whether this
// one ends with an unusual lead.
typedef struct {
  uint64_t stay, go, lead;
} fold_carry;

// 64 bytes, and the codes of the characters that they belong to.
typedef struct {
  bytes64 bytes, codes;
  mask64 is_trail;
  // Whether there are codes that the small tables do not have.
  bool has_large_codes;
} fold_block;

INLINE bytes64 bytes_of(mask64 mask, uint8_t value) { return choose(mask, splat(value), splat(0)); }

// The characters of three and four bytes that begin in a block: which of them stay and which go.
INLINE void find_fates(const uint8_t *fates, bytes64 bytes, const uint8_t *from, uint64_t *stay, uint64_t *stay4,
                       uint64_t *go) {
  bytes64 after1 = load(from + 1), after2 = load(from + 2), after3 = load(from + 3);
  mask64 two_trails = both(trails(after1), trails(after2));
  mask64 is_e2 = both(equal(bytes, 0xE2), two_trails);
  mask64 is_general = both(is_e2, equal(after1, 0x80)), is_more = both(is_e2, equal(after1, 0x81));
  mask64 is_symbol = without(without(is_e2, is_general), is_more);
  mask64 is_selector = both(both(equal(bytes, 0xEF), equal(after1, 0xB8)), two_trails);
  mask64 is_emoji = both(both(equal(bytes, 0xF0), equal(after1, 0x9F)), both(two_trails, trails(after3)));
  bytes64 kinds = bytes_of(is_emoji, 1 << LONG_EMOJI);
  kinds = choose(is_e2, splat(1 << LONG_SYMBOL), kinds);
  kinds = choose(is_general, splat(3 << LONG_GENERAL), kinds);
  kinds = choose(is_more, splat(3 << LONG_MORE), kinds);
  kinds = choose(is_selector, splat(3 << LONG_SELECTOR), kinds);
  bytes64 index = and(choose(is_symbol, after1, after2), splat(0x3F));
  bytes64 found = and(lookup64(load_table64(fates), index), kinds);
  *stay = ~bits(equal(and(found, splat(LONG_STAYS)), 0));
  *stay4 = *stay & bits(is_emoji);
  *go = ~bits(equal(and(found, splat(LONG_GOES)), 0));
}

// The codes where a block has others than characters of one byte and those that begin with D8 and D9; `long_leads` are
// those of three and four bytes. Reads anew what the caller has read: few blocks come here, and the others need the
// registers.
INLINE bytes64 find_other_codes(const fold_tables *t, bytes64 codes, const uint8_t *from, size_t left,
                                uint64_t pair_leads, uint64_t long_leads, const cak_fold_table *table,
                                cak_fold_memory *memory, fold_carry *carry) {
  bytes64 bytes = load(from);
  if (pair_leads) {
    block_pairs pairs = find_pairs(bytes, from);
    mask64 is_more = both(pairs.is_pair, equal(pairs.lead, 0xDA));
    mask64 is_latin = both(pairs.is_pair, equal(pairs.lead, 0xC2));
    if (any(is_more)) codes = choose(is_more, lookup128(t->arabic[1], pairs.index), codes);
    if (any(is_latin)) codes = choose(is_latin, lookup128(t->latin, pairs.index), codes);
  }
  uint64_t stay = carry->stay, go = carry->go;
  carry->stay = carry->go = 0;
  if (long_leads) {
    if (!memory->is_made) make_fates(table, left >= 1 << 13, memory);
    uint64_t stays, four, goes;
    find_fates(memory->fates, bytes, from, &stays, &four, &goes);
    stay |= stays | stays << 1 | stays << 2 | four << 3;
    carry->stay = stays >> 63 | stays >> 62 | four >> 61;
    go |= goes | goes << 1 | goes << 2;
    carry->go = goes >> 63 | goes >> 62;
  }
  if (HAS_WIDE_REGISTERS || stay) codes = choose(mask_of(stay), splat(CODE_COPY), codes);
  if (HAS_WIDE_REGISTERS || go) codes = choose(mask_of(go), splat(CODE_DELETE), codes);
  return codes;
}

INLINE bytes64 codes_of_ascii(const fold_tables *t, bytes64 bytes) {
  const fold_blocks *blocks = t->blocks;
  if (!blocks->has_one_range) return lookup128(t->ascii, bytes);
  return and(bytes_of(between(bytes, blocks->range_start, blocks->range_count), 0xFF), splat(blocks->range_code));
}

// The block from `at` on. What is ill-formed has no code of its own, so UTF-8 is checked on the way.
INLINE fold_block read_fold_block(const fold_tables *t, const uint8_t *text, size_t length, size_t at,
                                  const cak_fold_table *table, cak_fold_memory *memory, fold_carry *carry) {
  _Alignas(64) uint8_t space[BEFORE_BLOCK + 64 + AFTER_BLOCK];
  bool is_inside = at >= BEFORE_BLOCK && length - at >= 64 + AFTER_BLOCK;
  const uint8_t *from = is_inside ? text + at : copy_edge(text, length, at, space);
  bytes64 bytes = load(from);
  // All leads but D8 and D9. Asked first, so that a branch that was foreseen wrongly is soon found out.
  uint64_t others = bits(between(xor(bytes, splat(0xD8)), 2, 0x3E));
  uint64_t had_lead = carry->lead;
  bool has_others = others | had_lead | carry->stay | carry->go;
  carry->lead = others >> 63;
  block_pairs pairs = find_pairs(bytes, from);
  bytes64 of_ascii = codes_of_ascii(t, bytes);
  bytes64 codes = lookup128(t->arabic[0], pairs.index);
  codes = choose(both(pairs.is_pair, equal(pairs.lead, 0xD8)), codes, splat(CODE_STOP));
  codes = choose(not_ascii(bytes), codes, of_ascii);
  if (RARELY(has_others)) {
    uint64_t long_leads = bits(at_least(bytes, splat(0xE0)));
    codes = find_other_codes(t, codes, from, length - at, (others & ~long_leads) | had_lead, long_leads, table, memory,
                             carry);
  }
  bool has_large_codes = t->has_large_codes && any(at_least(codes, splat(TABLE_SMALL)));
  return (fold_block){bytes, codes, pairs.is_trail, has_large_codes};
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

TARGET void KERNEL(cak_fold)(const uint8_t *text, size_t length, uint8_t *result, size_t capacity,
                             const cak_fold_table *table, cak_fold_position *position, cak_fold_memory *memory,
                             const cak_window *windows) {
  if (capacity < 128 || position->output > capacity - 128) return;
  const fold_tables tables = load_fold_tables(blocks_of(table));
  const bool has_marks = tables.blocks->has_marks;
  size_t input = position->input, output = position->output, start = input;
  bytes64 orders_before = splat((uint8_t)(position->order <= 1 ? ORDER_LETTER : position->order));
  fold_carry carry = {0, 0, 0};
  // The block before is written when this one is looked at already: nothing waits for how much of it is kept.
  bytes64 pending = splat(0);
  uint64_t keep = 0;
  unsigned patience = 0;
  bool is_between = true;
  while (input < length && output <= capacity - 128) {
    fold_block b = read_fold_block(&tables, text, length, input, table, memory, &carry);
    bytes64 changes = find_changes(&tables, &b);
    bytes64 folded = xor(b.bytes, changes), orders;
    uint64_t stops = bits(equal(b.codes, CODE_STOP)), unordered = 0, swaps = 0;
    if (length - input < 64) stops |= ~0ull << (length - input);
    if (has_marks) {
      orders = meaning(&b, tables.orders, tables.blocks->orders);
      mask64 is_ordered = either(at_least(orders, before(orders_before, orders, 1)), equal(orders, ORDER_LETTER));
      unordered = ~bits(is_ordered);
      if (is_due(&patience, unordered != 0)) swaps = order_marks(unordered, orders, orders_before, &folded);
      unordered &= ~swaps;
      orders_before = orders;
    }
    output += compress_store(result + output, pending, keep);
    keep = ~bits(equal(changes, CHANGE_DELETE));
    if (__builtin_expect(stops != 0, 0) && (size_t)__builtin_popcountll(stops) <= MOST_STOPS) {
      fold_stopped block = {.keep = keep, .stops = stops, .unordered = unordered};
      store(block.bytes, folded);
      cak_mend_block(text, length, input, position->floor_input, table, windows, &block);
      folded = load(block.bytes);
      keep = block.keep;
      stops = block.stops;
      unordered = block.unordered;
    }
    pending = folded;
    input += 64;
    if (stops | unordered) {
      unsigned taken = (unsigned)__builtin_ctzll(stops | unordered);
      // The mark before it and the one before that have not changed places with any.
      bool are_at_end = taken >= 62 && !(stops >> taken & 1) && !(swaps >> (taken - 4) & 5);
      uint8_t of_each[64];
      if (are_at_end) {
        store(of_each, orders);
        are_at_end = of_each[taken - 1] != ORDER_DELETED;
      }
      if (are_at_end) {
        // Two marks at the end are out of order: the next block begins with them.
        taken -= 2;
        orders_before = splat(of_each[taken - 1]);
      }
      keep &= first_bits(taken);
      input -= 64 - taken;
      is_between = are_at_end;
      if (!is_between) break;
    }
  }
  output += compress_store(result + output, pending, keep);
  // A full result leaves off between blocks, perhaps inside a character, which then is taken back.
  if (is_between && input > start && input < length && is_trail(text[input])) {
    size_t first = input - 1;
    while (is_trail(text[first])) first--;
    output -= (size_t)__builtin_popcountll(keep >> (64 - (input - first)));
    input = first;
  }
  position->input = input;
  position->output = output;
  if (input > start) {
    size_t last;
    uint64_t entry = entry_before(text, input, table, &last);
    // What needed its context is settled.
    position->order = needs(entry) == 0 ? 1 : leaves(entry);
    // Marks may have changed places: the last one of the result is the highest.
    if (position->order > 1 && position->order != ORDER_DELETED && output > position->floor_output) {
      uint32_t written = leaves(entry_before(result, output, table, &last));
      if (written > position->order) position->order = written;
    }
  }
}

TARGET void KERNEL(cak_fold_words)(const uint8_t *text, size_t length, const cak_fold_table *table,
                                   cak_fold_memory *memory, cak_folded *folded) {
  const fold_tables tables = load_fold_tables(blocks_of(table));
  fold_carry carry = {0, 0, 0};
  uint8_t *result = folded->bytes + CAK_FOLDED_FRONT;
  uint32_t kept_before = 0;
  size_t number = 0;
  for (size_t at = 0; at < length; at += 64, number++) {
    fold_block b = read_fold_block(&tables, text, length, at, table, memory, &carry);
    bytes64 changes = find_changes(&tables, &b);
    uint64_t inside = length - at < 64 ? first_bits((unsigned)(length - at)) : ~0ull;
    uint64_t kept = ~bits(equal(changes, CHANGE_DELETE)) & inside;
    uint64_t undecided = bits(equal(b.codes, CODE_STOP)) & inside;
    compress_store(result + kept_before, xor(b.bytes, changes), kept);
    folded->kept[number] = kept;
    folded->undecided[number] = undecided;
    folded->kept_before[number] = kept_before;
    kept_before += (uint32_t)__builtin_popcountll(kept);
  }
  folded->kept[number] = folded->undecided[number] = 0;
  folded->kept_before[number] = kept_before;
}
