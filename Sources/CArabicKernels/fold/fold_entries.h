#ifndef CAK_FOLD_FOLD_ENTRIES_H
#define CAK_FOLD_FOLD_ENTRIES_H
#include "fold.h"
#include "runtime/page_lookup.h"
#include "runtime/utf8.h"

static inline uint32_t length_of(uint64_t entry) { return (entry >> CAK_LENGTH_SHIFT) & 7; }
static inline uint32_t leaves(uint64_t entry) { return (entry >> CAK_LEAVES_SHIFT) & 0xFF; }
static inline uint32_t needs(uint64_t entry) { return (uint32_t)(entry >> CAK_NEEDS_SHIFT); }

// The entry of a scalar, or false where its page is not made.
static inline bool fold_entry_of(const cak_fold_table *table, uint32_t scalar, uint64_t *entry) {
  if (scalar < 0x800) {
    *entry = table->direct[scalar < 0x80 ? CAK_DIRECT_ASCII + scalar : scalar];
    return true;
  }
  const uint64_t *page = cak_page(table->pages, scalar >> 8);
  if (page) *entry = page[scalar & 0xFF];
  return page != 0;
}

// The entry of the scalar that ends at `end`, and where that starts. A scalar without a page has the entry 0.
static inline uint64_t entry_before(const uint8_t *text, size_t end, const cak_fold_table *table, size_t *start) {
  size_t at = end - 1;
  while (at > 0 && is_trail(text[at])) at--;
  *start = at;
  uint32_t scalar;
  uint64_t entry;
  return decode(text + at, end - at, &scalar) && fold_entry_of(table, scalar, &entry) ? entry : 0;
}

// Moves back to the start of the window, and the output by what came of it.
void cak_open_window(const uint8_t *text, const cak_fold_table *table, cak_fold_position *position);

// Puts what became of the window at `position`, that goes on with the scalar at `trigger`, into the result, if it is
// remembered.
bool cak_fold_window(const uint8_t *text, size_t length, size_t trigger, uint8_t *result, size_t capacity,
                     const cak_fold_table *table, const cak_window *windows, cak_fold_position *position);

// A block that is folded but for what stops it, and a bit a byte: those that are kept, those of characters that blocks do
// not know, and marks out of order.
typedef struct {
  uint8_t bytes[64];
  uint64_t keep, stops, unordered;
} fold_stopped;

// Puts what becomes of the characters of `stops` into the block at `at`, one by one, as far as it is known, within the
// block, and no longer than they are. No window goes back before `floor`.
void cak_mend_block(const uint8_t *text, size_t length, size_t at, size_t floor, const cak_fold_table *table,
                    const cak_window *windows, fold_stopped *block);

// Folds whole blocks of what the tables of `cak_fold_prepare` know, up to a scalar that they do not know, that is out of
// order, or that is too near to the ends of text and result.
typedef void cak_fold_kernel(const uint8_t *text, size_t length, uint8_t *result, size_t capacity,
                             const cak_fold_table *table, cak_fold_position *position, cak_fold_memory *memory,
                             const cak_window *windows);
cak_fold_kernel cak_fold_avx512, cak_fold_avx2, cak_fold_neon;

// A block of words that is folded but for the characters of `undecided`, and a bit a byte for what is kept; and up to three
// bytes after it, of a character that goes on there and is decided. They are read as a block.
typedef struct {
  uint8_t bytes[64 + 64];
  uint64_t kept, undecided;
  uint8_t kept_after, decided_after;
} fold_words_block;

// Decides about single characters, as far as they are known and become no longer, whatever stands beside them.
void cak_mend_words(const uint8_t *text, size_t length, size_t at, const cak_fold_table *table,
                    fold_words_block *block);

typedef void cak_fold_words_kernel(const uint8_t *text, size_t length, const cak_fold_table *table,
                                   cak_fold_memory *memory, cak_folded *folded);
cak_fold_words_kernel cak_fold_words_avx512, cak_fold_words_avx2, cak_fold_words_neon;

#endif
