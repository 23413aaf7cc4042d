#include "fold/fold_blocks.h"
#include <string.h>

// The code for what a character becomes: one that is there already, or a new one while there is room.
static uint8_t find_code(fold_blocks *blocks, uint8_t lead, uint8_t trail, uint8_t order) {
  for (uint8_t code = 0; code < blocks->code_count; code++) {
    if (code != CODE_STOP && blocks->leads[code] == lead && blocks->trails[code] == trail &&
        blocks->orders[code] == order)
      return code;
  }
  if (blocks->code_count == CODE_COUNT) return CODE_STOP;
  uint8_t code = blocks->code_count++;
  blocks->leads[code] = lead;
  blocks->trails[code] = trail;
  blocks->orders[code] = order;
  blocks->has_marks |= order != ORDER_LETTER && order != ORDER_DELETED;
  return code;
}

static uint8_t code_of_one(fold_blocks *blocks, uint64_t entry, uint8_t byte) {
  if (cak_is_deleted(entry)) return CODE_DELETE;
  if (!is_letter(entry) || length_of(entry) != 1) return CODE_STOP;
  return find_code(blocks, (uint8_t)entry ^ byte, 0, ORDER_LETTER);
}

static uint8_t code_of_two(fold_blocks *blocks, uint64_t entry, uint32_t scalar) {
  if (cak_is_deleted(entry)) return CODE_DELETE;
  bool is_known = is_letter(entry) || is_ordered_mark(entry);
  uint8_t lead = 0xC0 | (uint8_t)(scalar >> 6), trail = 0x80 | (scalar & 0x3F);
  uint8_t order = is_letter(entry) ? ORDER_LETTER : (uint8_t)needs(entry);
  if (is_known && length_of(entry) == 2)
    return find_code(blocks, (uint8_t)entry ^ lead, (uint8_t)(entry >> 8) ^ trail, order);
  uint8_t change = (uint8_t)entry ^ trail;
  if (is_letter(entry) && length_of(entry) == 1 && change != CHANGE_DELETE)
    return find_code(blocks, CHANGE_DELETE, change, order);
  return CODE_STOP;
}

// Finds the range of ASCII that does not stay, if it is one and has one code.
static void find_range(fold_blocks *blocks) {
  uint8_t start = 0, end = 128;
  while (start < 128 && blocks->ascii[start] == CODE_COPY) start++;
  while (end > start && blocks->ascii[end - 1] == CODE_COPY) end--;
  blocks->has_one_range = true;
  for (uint8_t i = start; i < end; i++) blocks->has_one_range &= blocks->ascii[i] == blocks->ascii[start];
  blocks->range_start = start;
  blocks->range_count = end - start;
  blocks->range_code = start < end ? blocks->ascii[start] : CODE_COPY;
}

void cak_fold_prepare(const uint64_t *direct, uint8_t *memory) {
  fold_blocks *blocks = (fold_blocks *)memory;
  memset(blocks, 0, sizeof *blocks);
  blocks->leads[CODE_DELETE] = blocks->trails[CODE_DELETE] = CHANGE_DELETE;
  blocks->orders[CODE_DELETE] = ORDER_DELETED;
  blocks->code_count = CODE_FIRST_OWN;
  // The first codes are the fastest, so the most frequent characters choose first.
  for (uint32_t scalar = 0; scalar < 0x80; scalar++)
    blocks->ascii[scalar] = code_of_one(blocks, direct[CAK_DIRECT_ASCII + scalar], (uint8_t)scalar);
  for (uint32_t i = 0; i < 256; i++) blocks->arabic[i] = code_of_two(blocks, direct[0x600 + i], 0x600 + i);
  for (uint32_t i = 0; i < 128; i++) blocks->latin[i] = code_of_two(blocks, direct[0x80 + i], 0x80 + i);
  for (uint32_t scalar = 0x80; scalar < 0x800; scalar++) {
    uint64_t entry = direct[scalar];
    if (!is_letter(entry) || length_of(entry) != 2 || entry & CAK_CHANGED) continue;
    blocks->stays[(scalar >> 10 & 1) << 7 | (scalar & 0x7F)] |= (uint8_t)(1 << (scalar >> 7 & 7));
  }
  find_range(blocks);
}
