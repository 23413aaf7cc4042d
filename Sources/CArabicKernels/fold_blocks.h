// The tables for folding block by block, and what they say of an entry.
#ifndef CAK_FOLD_BLOCKS_H
#define CAK_FOLD_BLOCKS_H
#include "fold_internal.h"

// What a character becomes, byte for byte: 0 for a byte that goes, BLOCK_STOP where blocks do not know.
#define BLOCK_STOP 0xFF
#define BLOCK_DELETE 0
#define BLOCK_COPY 1

// Where the tables begin. By trail, for D8–DB and for C2 and C3: what the lead becomes, what the trail becomes, and the
// order.
#define BLOCKS_ASCII 0
#define BLOCKS_LEADS 128
#define BLOCKS_TRAILS (BLOCKS_LEADS + 384)
#define BLOCKS_ORDERS (BLOCKS_TRAILS + 384)
// Whether a character of the tables has to be put in order.
#define BLOCKS_HAVE_MARKS (BLOCKS_ORDERS + 384)
_Static_assert(BLOCKS_HAVE_MARKS + 1 == CAK_FOLD_BLOCKS_SIZE, "the tables have their place");

// The order of a character in one byte: 0 for a letter, which takes and leaves any; what a mark needs and leaves;
// 255 for what is deleted, which tells nothing of the marks before it. A mark must not be below what stands before it.
#define ORDER_LETTER 0
#define ORDER_DELETED 255

static inline bool is_letter(uint64_t entry) { return needs(entry) == CAK_ANY_ORDER && leaves(entry) == 1; }

static inline bool is_deleted(uint64_t entry) {
  return needs(entry) == CAK_ANY_ORDER && length_of(entry) == 0 && leaves(entry) == ORDER_DELETED;
}

static inline bool is_ordered_mark(uint64_t entry) {
  return needs(entry) > 1 && needs(entry) < ORDER_DELETED && needs(entry) == leaves(entry);
}

#endif
