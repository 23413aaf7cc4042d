#include "fold_blocks.h"
#include <string.h>

static void prepare_pair(uint64_t entry, uint8_t *lead, uint8_t *trail, uint8_t *order) {
  *lead = BLOCK_STOP;
  *trail = BLOCK_STOP;
  *order = ORDER_LETTER;
  if (is_deleted(entry)) {
    *lead = *trail = 0;
    *order = ORDER_DELETED;
  } else if (is_letter(entry) && length_of(entry) == 1 && (entry & 0xFF) != 0) {
    *lead = 0;
    *trail = (uint8_t)entry;
  } else if (length_of(entry) == 2 && (is_letter(entry) || is_ordered_mark(entry))) {
    *lead = (uint8_t)entry;
    *trail = (uint8_t)(entry >> 8);
    if (!is_letter(entry)) *order = (uint8_t)needs(entry);
  }
}

void cak_fold_prepare(const uint64_t *direct, uint8_t *blocks) {
  // U+0000 would look deleted.
  for (uint32_t scalar = 0; scalar < 0x80; scalar++) {
    uint64_t entry = direct[CAK_DIRECT_ASCII + scalar];
    bool is_known = is_letter(entry) && length_of(entry) == 1 && (entry & 0xFF) != 0;
    blocks[BLOCKS_ASCII + scalar] = is_known ? (uint8_t)entry : BLOCK_STOP;
  }
  bool have_marks = false;
  for (uint32_t index = 0; index < 384; index++) {
    uint32_t scalar = index < 256 ? 0x600 + index : 0x80 + index - 256;
    uint8_t *order = blocks + BLOCKS_ORDERS + index;
    prepare_pair(direct[scalar], blocks + BLOCKS_LEADS + index, blocks + BLOCKS_TRAILS + index, order);
    have_marks |= *order != ORDER_LETTER && *order != ORDER_DELETED;
  }
  blocks[BLOCKS_HAVE_MARKS] = have_marks;
}
