// The tables for folding block by block, and what they say of an entry.
#ifndef CAK_FOLD_FOLD_BLOCKS_H
#define CAK_FOLD_FOLD_BLOCKS_H
#include "fold/fold_entries.h"

// What becomes of a character, as one of few codes: most of a script's letters share one, since a code says by which
// bits the bytes change, not what they become.
enum {
  /// It stays.
  CODE_COPY,
  /// Blocks do not know; as it stays where its status is known otherwise.
  CODE_STOP,
  /// It goes.
  CODE_DELETE,
  CODE_FIRST_OWN,
  CODE_COUNT = 128,
};

// The bits by which a byte changes, where it goes: no byte of a character that stays changes by all eight.
#define CHANGE_DELETE 0xFF

// The order of a character in one byte: 0 for a letter, which takes and leaves any; what a mark needs and leaves;
// 255 for what is deleted, which tells nothing of the marks before it. A mark must not be below what stands before it.
#define ORDER_LETTER 0
#define ORDER_DELETED 255

typedef struct {
  /// The codes of the characters of one byte, of those that begin with D8 to DB, and with C2 and C3.
  uint8_t ascii[128], arabic[256], latin[128];
  /// Of those of two bytes a bit whether they stay, by the last bit of the first byte and six of the second: in the first
  /// half of the table for first bytes up to CF, by the three bits before its last one.
  uint8_t stays[256];
  /// What a code stands for: the change of the first and of the second byte, and the order.
  uint8_t leads[CODE_COUNT], trails[CODE_COUNT], orders[CODE_COUNT];
  /// How many codes there are.
  uint8_t code_count;
  /// Whether a code has an order.
  bool has_marks;
  /// Whether all of ASCII stays but for one range with one code; and that.
  bool has_one_range;
  uint8_t range_start, range_count, range_code;
} fold_blocks;
_Static_assert(sizeof(fold_blocks) == CAK_FOLD_BLOCKS_SIZE, "the tables have their place");

static inline const fold_blocks *fold_blocks_of(const cak_fold_table *table) {
  return (const fold_blocks *)table->blocks;
}

static inline bool is_letter(uint64_t entry) { return needs(entry) == CAK_ANY_ORDER && leaves(entry) == 1; }

// Whether a `cak_fold_memory` depends on the entry of a scalar.
static inline bool is_remembered(uint32_t scalar) { return scalar < 0x10000 ? scalar >= 0x800 : scalar >> 12 == 0x1F; }

static inline bool is_ordered_mark(uint64_t entry) {
  return needs(entry) > 1 && needs(entry) < ORDER_DELETED && needs(entry) == leaves(entry);
}

#endif
