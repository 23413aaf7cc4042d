// The characters of three and four bytes that blocks know: included after one of the headers block_….h.
//
// A character's first, second and third byte each name statuses, and what all three name is its own.
#ifndef CAK_FOLD_FOLD_LONG_H
#define CAK_FOLD_FOLD_LONG_H
#include "simd/block_pairs.h"
#include "fold/fold_blocks.h"
#include "simd/sticky_branch.h"
#include <string.h>

// By the kind of character, a bit if it stays, and the next one if it goes. The last two kinds are known by groups of
// 64, which stay or are not known.
enum {
  LONG_GENERAL = 0,
  LONG_MORE = 2,
  LONG_SELECTOR = 4,
  LONG_EMOJI = 6,
  LONG_SYMBOL = 7,
  LONG_STAYS = 0xD5,
  LONG_GOES = 0x2A,
};

static uint8_t status_of_long(const cak_fold_table *table, uint32_t scalar, uint32_t size) {
  uint64_t entry;
  if (!fold_entry_of(table, scalar, &entry)) return 0;
  if (cak_is_deleted(entry)) return 2;
  return is_letter(entry) && length_of(entry) == size && !(entry & CAK_CHANGED) ? 1 : 0;
}

// Without a branch an entry, since there are thousands of them.
static uint8_t status_of_group(const cak_fold_table *table, uint32_t first, uint32_t size) {
  const uint64_t *page = cak_page(table->pages, first >> 8);
  if (!page) return 0;
  const uint64_t stays =
      (uint64_t)CAK_ANY_ORDER << CAK_NEEDS_SHIFT | 1ull << CAK_LEAVES_SHIFT | (uint64_t)size << CAK_LENGTH_SHIFT;
  uint64_t differences = 0;
  for (uint32_t i = 0; i < 64; i++) differences |= page[(first & 0xC0) + i] ^ stays;
  return !(differences & (0xFFFFull << CAK_LEAVES_SHIFT | 7ull << CAK_LENGTH_SHIFT | CAK_CHANGED));
}

// The byte that holds the bit of 64 characters of three bytes, and the bit: by their first two bytes.
static inline uint32_t place_of_group(uint32_t first) { return (first >> 12 & 1) << 6 | (first >> 6 & 63); }
static inline uint8_t bit_of_group(uint32_t first) { return (uint8_t)(1 << (first >> 13 & 7)); }

// Groups take some microseconds, so short texts do without.
#define MUCH_TEXT ((size_t)1 << 13)

static __attribute__((noinline)) void make_statuses(const cak_fold_table *table, size_t left, cak_fold_memory *memory) {
  bool with_groups = left + memory->served >= MUCH_TEXT;
  *memory = (cak_fold_memory){.served = memory->served, .often = memory->often};
  for (uint32_t first = 0x800; with_groups && first < 0x10000; first += 64) {
    bool is_surrogate = first >= 0xD800 && first < 0xE000;
    if (!is_surrogate && status_of_group(table, first, 3)) memory->groups[place_of_group(first)] |= bit_of_group(first);
  }
  for (uint32_t i = 0; i < 64; i++) {
    uint32_t third = (uint32_t)status_of_long(table, 0x2000 + i, 3) << LONG_GENERAL |
                     (uint32_t)status_of_long(table, 0x2040 + i, 3) << LONG_MORE |
                     (uint32_t)status_of_long(table, 0xFE00 + i, 3) << LONG_SELECTOR | 1u << LONG_SYMBOL;
    if (with_groups) third |= (uint32_t)status_of_group(table, 0x1F000 + 64 * i, 4) << LONG_EMOJI;
    memory->thirds[i] = (uint8_t)third;
    uint32_t first = 0x2000 + 64 * i;
    if (memory->groups[place_of_group(first)] & bit_of_group(first)) memory->seconds[i] = 1 << LONG_SYMBOL;
  }
  // The lower six bits of E2 80, E2 81, EF B8 and F0 9F.
  memory->leads[0x22] = 3 << LONG_GENERAL | 3 << LONG_MORE | 1 << LONG_SYMBOL;
  memory->leads[0x2F] = 3 << LONG_SELECTOR;
  memory->leads[0x30] = 1 << LONG_EMOJI;
  memory->seconds[0] = 3 << LONG_GENERAL;
  memory->seconds[1] = 3 << LONG_MORE;
  memory->seconds[0x38] |= 3 << LONG_SELECTOR;
  memory->seconds[0x1F] |= 1 << LONG_EMOJI;
  memory->is_made = true;
}

// The statuses of the characters of a block, at their first bytes.
INLINE bytes64 find_statuses(const cak_fold_memory *memory, bytes64 bytes, const uint8_t *from) {
  bytes64 second = load(from + 1), third = load(from + 2), fourth = load(from + 3);
  bytes64 of_ends = bit_and(by_six_bits(memory->seconds, second), by_six_bits(memory->thirds, third));
  bytes64 statuses = bit_and(by_six_bits(memory->leads, bytes), of_ends);
  mask64 is_long = both(both(at_least(bytes, splat(0xE0)), trails(second)), trails(third));
  statuses = choose(is_long, statuses, splat(0));
  return choose(trails(fourth), statuses, bit_and(statuses, splat((uint8_t) ~(1 << LONG_EMOJI))));
}

// What the block before leaves for this one: the statuses of its long characters, whether one of its last three bytes
// begins any, and how often there were any lately.
typedef struct {
  bytes64 statuses;
  uint64_t tail;
  unsigned often;
} fold_long_carry;

// Whether to look for long characters in a block with these leads, or in that before.
INLINE bool are_long_due(fold_long_carry *carry, uint64_t leads) {
  uint64_t had = carry->tail;
  carry->tail = leads >> 61;
  // Where a block is several registers, the work costs more than the branch.
  bool are_due = HAS_WIDE_REGISTERS ? is_often_due(&carry->often, leads | had, leads != 0) : leads | had;
  if (!are_due) carry->statuses = splat(0);
  return are_due;
}

// The statuses of the long characters of a block, at each of their bytes.
INLINE bytes64 find_long_statuses(const cak_fold_table *table, size_t left, cak_fold_memory *memory, bytes64 bytes,
                                  const uint8_t *from, fold_long_carry *carry) {
  if (RARELY(!memory->is_made)) make_statuses(table, left, memory);
  bytes64 had = carry->statuses, statuses = find_statuses(memory, bytes, from);
  carry->statuses = statuses;
  bytes64 of_fourth = bit_and(before(had, statuses, 3), splat(1 << LONG_EMOJI));
  return bit_or(bit_or(statuses, before(had, statuses, 1)), bit_or(before(had, statuses, 2), of_fourth));
}

// For the lower four bits of a first byte, the bit in a row that belongs to it and the one beside it.
static const uint8_t fold_columns[16] = {1, 1, 2, 2, 4, 4, 8, 8, 16, 16, 32, 32, 64, 64, 128, 128};

// Where characters of three bytes begin that stay.
INLINE mask64 three_stay(const cak_fold_memory *memory, bytes64 first, bytes64 second, bytes64 third) {
  bytes64 column = lookup16(load_table16(fold_columns), bit_and(first, splat(0x0F)));
  bytes64 group = bit_and(lookup128(load_table128(memory->groups), seven_bits(first, second)), column);
  return both(both(between(first, 0xE0, 0x10), any_of(group, 0xFF)), both(trails(second), trails(third)));
}

// The bytes of characters of other scripts that stay. Few texts have many, so nothing is left over for the next block:
// the bytes before this one are looked at instead.
INLINE uint64_t find_staying(const fold_blocks *blocks, const cak_fold_table *table, size_t left,
                             cak_fold_memory *memory, const uint8_t *from) {
  if (RARELY(!memory->is_made)) make_statuses(table, left, memory);
  bytes64 before2 = load(from - 2), before1 = load(from - 1), bytes = load(from);
  bytes64 after1 = load(from + 1), after2 = load(from + 2);
  mask64 threes = either(either(three_stay(memory, bytes, after1, after2), three_stay(memory, before1, bytes, after1)),
                         three_stay(memory, before2, before1, bytes));
  block_pairs pairs = find_pairs(bytes, from);
  bytes64 row = choose(not_ascii(shift_up(pairs.lead, 3)), lookup128(load_table128(blocks->stays + 128), pairs.index),
                       lookup128(load_table128(blocks->stays), pairs.index));
  bytes64 column = lookup16(load_table16(fold_columns), bit_and(pairs.lead, splat(0x0F)));
  mask64 twos = both(both(pairs.is_pair, between(pairs.lead, 0xC2, 0x1E)), any_of(bit_and(row, column), 0xFF));
  return bits(either(threes, twos));
}

#endif
