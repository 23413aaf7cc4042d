// Folding in blocks of 64 bytes: included after one of the headers block_….h, which say what the operations are.
//
// Each byte finds the code of its character, whichever byte of it it is, and the code tells by which bits it changes.
#include "simd/block_pairs.h"
#include "fold/fold_blocks.h"
#include "fold/fold_long.h"
#include "runtime/load.h"
#include "simd/sticky_branch.h"
#include <string.h>

// Where a block has more characters that it does not know, they are of two bytes, and go faster as single scalars.
#define MOST_STOPS 21

// How many bytes beside a block are looked at.
#define BEFORE_BLOCK 2
#define AFTER_BLOCK 3

// The block at `at` where it is near to an end of the text, with 0 for what is outside.
static __attribute__((noinline)) const uint8_t *copy_edge(const uint8_t *text, size_t length, size_t at,
                                                          uint8_t *space) {
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

// What codes stand for.
INLINE bytes64 meaning(bytes64 codes, bool is_large, table_small small, const uint8_t *all) {
  return is_large ? lookup128(load_table128(all), codes) : lookup_small(small, codes);
}

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

// What the block before leaves for this one: a bit where it ends with an unusual lead of two bytes, and one where it ends
// with a character of another script; and what of its long characters may go on here.
typedef struct {
  uint64_t pair, stays;
  fold_long_carry longs;
} fold_carry;

// 64 bytes, by which bits they change, their order if there are marks, and those of characters that blocks do not know.
typedef struct {
  bytes64 bytes, changes, orders;
  mask64 is_trail;
  uint64_t stops;
} fold_block;

// The codes where a block has characters of two bytes that do not begin with D8 and D9.
INLINE bytes64 find_other_codes(const fold_tables *t, bytes64 codes, block_pairs pairs) {
  mask64 is_more = both(pairs.is_pair, equal(pairs.lead, 0xDA));
  mask64 is_latin = both(pairs.is_pair, equal(pairs.lead, 0xC2));
  if (HAS_WIDE_REGISTERS || any(is_more)) codes = choose(is_more, lookup128(t->arabic[1], pairs.index), codes);
  if (HAS_WIDE_REGISTERS || any(is_latin)) codes = choose(is_latin, lookup128(t->latin, pairs.index), codes);
  return codes;
}

INLINE bytes64 bytes_of(mask64 mask, uint8_t value) { return choose(mask, splat(value), splat(0)); }

INLINE bytes64 codes_of_ascii(const fold_tables *t, bytes64 bytes) {
  const fold_blocks *blocks = t->blocks;
  if (!blocks->has_one_range) return lookup128(t->ascii, bytes);
  return bit_and(bytes_of(between(bytes, blocks->range_start, blocks->range_count), 0xFF), splat(blocks->range_code));
}

// The block from `at` on. What is ill-formed has no code of its own, so UTF-8 is checked on the way.
INLINE fold_block read_fold_block(const fold_tables *t, const uint8_t *text, size_t length, size_t at,
                                  const cak_fold_table *table, cak_fold_memory *memory, fold_carry *carry) {
  _Alignas(64) uint8_t space[BEFORE_BLOCK + 64 + AFTER_BLOCK];
  bool is_inside = at >= BEFORE_BLOCK && length - at >= 64 + AFTER_BLOCK;
  const uint8_t *from = is_inside ? text + at : copy_edge(text, length, at, space);
  fold_block b = {.bytes = load(from)};
  // All leads but D8 and D9. Asked first, so that a branch that was foreseen wrongly is soon found out.
  uint64_t others = bits(between(bit_xor(b.bytes, splat(0xD8)), 2, 0x3E));
  uint64_t long_leads = bits(at_least(b.bytes, splat(0xE0))), pair_leads = others & ~long_leads;
  uint64_t has_other_pairs = pair_leads | carry->pair;
  carry->pair = pair_leads >> 63;
  block_pairs pairs = find_pairs(b.bytes, from);
  b.is_trail = pairs.is_trail;
  bytes64 of_ascii = codes_of_ascii(t, b.bytes);
  bytes64 codes = lookup128(t->arabic[0], pairs.index);
  codes = choose(both(pairs.is_pair, equal(pairs.lead, 0xD8)), codes, splat(CODE_STOP));
  codes = choose(not_ascii(b.bytes), codes, of_ascii);
  if (HAS_WIDE_REGISTERS) {
    codes = find_other_codes(t, codes, pairs);
  } else if (RARELY(has_other_pairs)) {
    // Read anew: few blocks come here, and the others need the registers.
    codes = find_other_codes(t, codes, find_pairs(load(from), from));
  }
  bool is_large = t->has_large_codes && any(at_least(codes, splat(TABLE_SMALL)));
  b.changes = choose(b.is_trail, meaning(codes, is_large, t->trails, t->blocks->trails),
                     meaning(codes, is_large, t->leads, t->blocks->leads));
  if (t->blocks->has_marks) b.orders = meaning(codes, is_large, t->orders, t->blocks->orders);
  b.stops = bits(equal(codes, CODE_STOP));
  if (are_long_due(&carry->longs, long_leads)) {
    bytes64 statuses = find_long_statuses(table, length - at, memory, b.bytes, from, &carry->longs);
    mask64 go = any_of(statuses, LONG_GOES);
    b.stops &= ~bits(any_of(statuses, LONG_STAYS | LONG_GOES));
    b.changes = choose(go, splat(CHANGE_DELETE), b.changes);
    if (t->blocks->has_marks) b.orders = choose(go, splat(ORDER_DELETED), b.orders);
  }
  uint64_t stayed = carry->stays;
  carry->stays = 0;
  if (__builtin_expect((b.stops | stayed) != 0, 0)) {
    // Fewer are sooner looked at one by one, but one that the block before let stay may go on here.
    if (stayed || __builtin_popcountll(b.stops & others) > 2) {
      uint64_t stays = find_staying(t->blocks, table, length - at, memory, from);
      b.stops &= ~stays;
      carry->stays = stays >> 63;
    }
  }
  return b;
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
  const fold_tables tables = load_fold_tables(fold_blocks_of(table));
  const bool has_marks = tables.blocks->has_marks;
  size_t input = position->input, output = position->output, start = input;
  bytes64 orders_before = splat((uint8_t)(position->order <= 1 ? ORDER_LETTER : position->order));
  fold_carry carry = {0, 0, {splat(0), 0, 0}};
  // The block before is written when this one is looked at already: nothing waits for how much of it is kept.
  bytes64 pending = splat(0);
  uint64_t keep = 0;
  unsigned patience = 0;
  bool is_between = true;
  while (input < length && output <= capacity - 128) {
    fold_block b = read_fold_block(&tables, text, length, input, table, memory, &carry);
    bytes64 folded = bit_xor(b.bytes, b.changes);
    uint64_t stops = b.stops, unordered = 0, swaps = 0;
    if (length - input < 64) stops |= ~0ull << (length - input);
    if (has_marks) {
      mask64 is_ordered = either(at_least(b.orders, before(orders_before, b.orders, 1)), equal(b.orders, ORDER_LETTER));
      unordered = ~bits(is_ordered);
      if (is_due(&patience, unordered != 0)) swaps = order_marks(unordered, b.orders, orders_before, &folded);
      unordered &= ~swaps;
      orders_before = b.orders;
    }
    output += compress_store(result + output, pending, keep);
    keep = ~bits(equal(b.changes, CHANGE_DELETE));
    if (__builtin_expect(stops != 0, 0) && __builtin_popcountll(stops & ~bits(b.is_trail)) <= MOST_STOPS) {
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
        store(of_each, b.orders);
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
  const fold_tables tables = load_fold_tables(fold_blocks_of(table));
  fold_carry carry = {0, 0, {splat(0), 0, memory->often}};
  // Made anew with groups, once.
  if (memory->served < MUCH_TEXT && memory->served + length >= MUCH_TEXT) memory->is_made = false;
  memory->served += length;
  size_t number = 0;
  uint64_t all_undecided = 0;
  fold_words_block mended;
  mended.kept_after = mended.decided_after = 0;
  for (size_t at = 0; at < length; at += 64, number++) {
    fold_block b = read_fold_block(&tables, text, length, at, table, memory, &carry);
    uint64_t inside = first_bits(length - at);
    uint64_t kept = ~bits(equal(b.changes, CHANGE_DELETE)) & inside, undecided = b.stops & inside;
    bytes64 bytes = bit_xor(b.bytes, b.changes);
    if (RARELY(undecided | mended.decided_after)) {
      mended.undecided = undecided & ~(uint64_t)mended.decided_after;
      mended.kept = (kept & ~(uint64_t)mended.decided_after) | mended.kept_after;
      bytes = choose(mask_of(mended.decided_after), load(mended.bytes + 64), bytes);
      store(mended.bytes, bytes);
      cak_mend_words(text, length, at, table, &mended);
      bytes = load(mended.bytes);
      kept = mended.kept;
      undecided = mended.undecided;
    }
    store(folded->bytes + at, bytes);
    folded->kept[number] = kept;
    folded->undecided[number] = undecided;
    all_undecided |= undecided;
  }
  folded->has_undecided = all_undecided != 0;
  folded->kept[number] = folded->undecided[number] = 0;
  memory->often = carry.longs.often;
}
