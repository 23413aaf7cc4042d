// The scalar loop. It takes no branch on what an ordinary character is: letters, spaces and marks alternate too
// irregularly to be predicted.
#include "cpu.h"
#include "fold/fold_blocks.h"
#include <stdbool.h>
#include <string.h>

// An entry holds the bytes that it stands for lowest first, and they are stored as one word.
_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "the fold kernel needs a little-endian machine");

// A mark that belongs further back than this many bytes is left to the caller, which sorts: moving marks one by one
// would take the square of a long run.
#define LONGEST_MOVE 32

// How many bytes make blocks worth their while, and how many go by single scalars after blocks that were; each time that
// they were not, twice as many, up to a limit.
#define LEAST_BLOCKS 32
#define SHORTEST_STRETCH 4
#define LONGEST_STRETCH 128

// Puts a mark among the marks before it, by combining class. False: too far back.
static bool insert_mark(uint64_t entry, uint8_t *result, const cak_fold_table *table, cak_fold_position *position) {
  size_t length = length_of(entry), place = position->output, end = place;
  position->order = leaves(entry);
  while (place > position->floor_output) {
    size_t start;
    uint64_t before = entry_before(result, place, table, &start);
    // Only marks move: what is not attached ends the run.
    uint32_t order = before & CAK_ATTACHED ? leaves(before) : 0;
    if (order <= leaves(entry)) break;
    if (place == end) position->order = order;
    place = start;
    if (end - place > LONGEST_MOVE) return false;
  }
  memmove(result + place + length, result + place, end - place);
  for (size_t i = 0; i < length; i++) result[place + i] = (uint8_t)(entry >> (8 * i));
  position->output = end + length;
  return true;
}

static inline cak_edit make_edit(uint64_t entry, size_t input, uint32_t used, size_t output) {
  return (cak_edit){input | (uint64_t)used << CAK_EDIT_LENGTH_SHIFT, output | (uint64_t)length_of(entry)
                                                                                  << CAK_EDIT_LENGTH_SHIFT};
}

static inline uint32_t is_changed(uint64_t entry) { return (uint32_t)(entry >> CAK_CHANGED_SHIFT) & 1; }

// Folds scalars of one and two bytes while their entries allow it: most of Arabic text. The loop with edits and the
// one without come from the same lines: `edits` is a constant where this is inlined.
static inline __attribute__((always_inline)) void fold_short(const uint8_t *text, size_t length, uint8_t *result,
                                                             size_t capacity, const uint64_t *direct,
                                                             cak_fold_position *position, cak_edit_list *edits) {
  if (length < 2 || capacity < 4) return;
  size_t input = position->input, output = position->output;
  uint32_t order = position->order;
  size_t edit_count = edits ? edits->count : 0;
  while (input <= length - 2 && output <= capacity - 4) {
    if (edits && edit_count == edits->capacity) break;
    uint16_t pair;
    memcpy(&pair, text + input, 2);
    // Masks, not conditions: a compiler makes branches of conditions.
    uint32_t two = (pair >> 7) & 1;
    uint32_t mask = -two;
    uint32_t of_one = CAK_DIRECT_ASCII + (pair & 0x7F);
    uint32_t of_two = (pair & 0x1Fu) << 6 | ((pair >> 8) & 0x3Fu);
    // Not a lead of two bytes and a trail: longer, or ill-formed.
    if (((pair & 0xC0E0) ^ 0x80C0) & mask) break;
    uint64_t entry = direct[of_one ^ ((of_one ^ of_two) & mask)];
    if (needs(entry) < order) break;
    order = leaves(entry);
    uint32_t bytes = (uint32_t)entry;
    memcpy(result + output, &bytes, 4);
    if (edits) {
      edits->edits[edit_count] = make_edit(entry, input, 1 + two, output);
      edit_count += is_changed(entry);
    }
    output += length_of(entry);
    input += 1 + two;
  }
  position->input = input;
  position->output = output;
  position->order = order;
  if (edits) edits->count = edit_count;
}

static cak_fold_kernel *block_kernel(void) {
  switch (cak_kernel()) {
#if defined(__x86_64__)
  case CAK_KERNEL_AVX512: return cak_fold_avx512;
  case CAK_KERNEL_AVX2: return cak_fold_avx2;
#elif defined(__aarch64__)
  case CAK_KERNEL_NEON: return cak_fold_neon;
#endif
  default: return 0;
  }
}

static inline __attribute__((always_inline)) cak_fold_stop fold(const uint8_t *text, size_t length, uint8_t *result,
                                                                size_t capacity, const cak_fold_table *table,
                                                                cak_fold_position *position, size_t *trigger,
                                                                cak_edit_list *edits, cak_fold_memory *memory,
                                                                const cak_window *windows) {
  cak_fold_kernel *kernel = !edits && table->blocks && memory ? block_kernel() : 0;
  size_t stretch = SHORTEST_STRETCH;
  for (;;) {
    size_t start = position->input, end = length;
    if (kernel && length - start >= 64) {
      kernel(text, length, result, capacity, table, position, memory, windows);
      // Where the blocks get nowhere, single scalars go further before they are tried again.
      if (position->input - start >= LEAST_BLOCKS) stretch = SHORTEST_STRETCH;
      else if (stretch < LONGEST_STRETCH) stretch *= 2;
      if (length - position->input > stretch) end = position->input + stretch;
    }
    fold_short(text, end, result, capacity, table->direct, position, edits);
    if (kernel && end < length && position->input + 1 >= end) continue;
    if (position->input >= length) return CAK_FOLD_END;
    if (capacity < 4 || position->output > capacity - 4) return CAK_FOLD_FULL;
    if (edits && edits->count == edits->capacity) return CAK_FOLD_EDITS;
    uint32_t scalar;
    uint64_t entry;
    uint32_t used = decode(text + position->input, length - position->input, &scalar);
    if (used == 0) return CAK_FOLD_ILL_FORMED;
    if (!fold_entry_of(table, scalar, &entry)) {
      if (memory && is_remembered(scalar)) memory->is_made = false;
      return CAK_FOLD_PAGE;
    }
    if (needs(entry) < position->order) {
      *trigger = position->input;
      if (needs(entry) == 0 || edits || !insert_mark(entry, result, table, position)) {
        if (!(entry & CAK_ALONE)) cak_open_window(text, table, position);
        if (windows && cak_fold_window(text, length, *trigger, result, capacity, table, windows, position)) continue;
        return CAK_FOLD_CONTEXT;
      }
    } else {
      if (edits && is_changed(entry))
        edits->edits[edits->count++] = make_edit(entry, position->input, used, position->output);
      position->order = leaves(entry);
      uint32_t bytes = (uint32_t)entry;
      memcpy(result + position->output, &bytes, 4);
      position->output += length_of(entry);
    }
    position->input += used;
  }
}

cak_fold_stop cak_fold(const uint8_t *text, size_t length, uint8_t *result, size_t capacity,
                       const cak_fold_table *table, cak_fold_position *position, size_t *trigger, cak_edit_list *edits,
                       cak_fold_memory *memory, const cak_window *windows) {
  return edits ? fold(text, length, result, capacity, table, position, trigger, edits, 0, 0)
               : fold(text, length, result, capacity, table, position, trigger, 0, memory, windows);
}
