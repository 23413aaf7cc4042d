// Folding UTF-8 by a table: each scalar is copied, replaced or deleted, until one that needs its context.
//
// What a rule is stays with the caller: the table holds the answer for each scalar.
#ifndef CAK_FOLD_H
#define CAK_FOLD_H
#include "scalar_pages.h"
#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

// An entry of the table, 64 bits:
//   bits 0–31   the UTF-8 bytes that the scalar becomes, first byte lowest
//   bits 32–34  how many, 0 to 4
//   bit 40      CAK_ATTACHED: belongs to what stands before it, so no window starts here
//   bit 41      CAK_SPACE: white space
//   bit 42      CAK_CHANGED: becomes something else than itself
//   bit 43      CAK_ALONE: needs its context, but nothing before it: its window starts at itself
//   bits 48–55  the order that it leaves behind: the combining class of the last scalar that it becomes, plus 1;
//               255 for a deleted one, which tells nothing of the marks before it
//   bits 56–63  the order that it needs: its combining class plus 1 for a mark, 255 where any order will do,
//               0 (CAK_SLOW) where the context decides
// A scalar whose needed order is below the order left behind by the one before it stops the loop.
#define CAK_LENGTH_SHIFT 32
#define CAK_ATTACHED (1ull << 40)
#define CAK_SPACE (1ull << 41)
#define CAK_CHANGED_SHIFT 42
#define CAK_CHANGED (1ull << CAK_CHANGED_SHIFT)
#define CAK_ALONE (1ull << 43)
#define CAK_LEAVES_SHIFT 48
#define CAK_NEEDS_SHIFT 56
#define CAK_ANY_ORDER 255

/// Whether a window may end before a scalar, whatever stands before it (but for one that joins what follows it).
static inline bool cak_starts_window(uint64_t entry, bool whole_words) {
  if (whole_words) return (entry & CAK_SPACE) != 0;
  return (entry & CAK_ATTACHED) == 0 && (entry >> CAK_NEEDS_SHIFT != 0 || (entry & CAK_ALONE) != 0);
}

/// Whether a scalar is deleted, whatever stands beside it.
static inline bool cak_is_deleted(uint64_t entry) {
  return entry >> CAK_NEEDS_SHIFT == CAK_ANY_ORDER && (entry >> CAK_LENGTH_SHIFT & 7) == 0 &&
         (entry >> CAK_LEAVES_SHIFT & 0xFF) == CAK_ANY_ORDER;
}

/// Entries for U+0080 to U+07FF at those indices, before them 128 that stop (no well-formed sequence has them),
/// after them those of U+0000 to U+007F.
#define CAK_DIRECT_ASCII 0x800
#define CAK_DIRECT_COUNT 0x880

/// Bytes that the tables for blocks take.
enum { CAK_FOLD_BLOCKS_SIZE = 9 * 128 + 6 };

/// Makes the tables for blocks of what `direct` says, in memory of the caller.
void cak_fold_prepare(const uint64_t *_Nonnull direct, uint8_t *_Nonnull blocks);

/// The longest window that is remembered, in bytes, and how many are.
enum { CAK_WINDOW_LONGEST = 15, CAK_WINDOWS = 256 };

typedef struct {
  const uint64_t *_Nonnull direct;
  /// Pages of entries from U+0800 on; pages that are not made yet are missing.
  const cak_pages *_Nonnull pages;
  /// Whether the window of a scalar that needs its context starts at the white space before it, not at the last
  /// scalar that is not attached.
  bool whole_words;
  /// What `cak_fold_prepare` made, for the kernels that fold block by block.
  const uint8_t *_Nullable blocks;
  /// A scalar that takes what follows it into its window if that is a pictograph, or CAK_NO_SCALAR.
  uint32_t joins_next;
} cak_fold_table;

#define CAK_NO_SCALAR 0xFFFFFFFFu

/// A window of up to 15 bytes that needed its context, and what became of it. One that is free is 0.
typedef struct {
  uint8_t window[CAK_WINDOW_LONGEST];
  uint8_t length;
  uint8_t result[CAK_WINDOW_LONGEST];
  uint8_t result_length;
} cak_window;

/// The window of some bytes among CAK_WINDOWS of them, or NULL.
const cak_window *_Nullable cak_find_window(const cak_window *_Nonnull windows, const uint8_t *_Nonnull bytes,
                                            size_t count);

/// Puts a window among CAK_WINDOWS of them, if both it and its result are short enough.
void cak_keep_window(cak_window *_Nonnull windows, const uint8_t *_Nonnull bytes, size_t count,
                     const uint8_t *_Nonnull result, size_t result_count);

/// What blocks know of characters of three and four bytes: those that UTF-8 begins with E2 80, E2 81 and EF B8 one by one,
/// others of E2 and those of F0 9F by groups of 64, all by the lower six bits of each byte. And which groups of three bytes
/// stay: a bit by the first byte, in a row by its last bit and six of the second. Made when the first one is met, since
/// pages are made on first touch.
typedef struct {
  uint8_t leads[64], seconds[64], thirds[64], groups[128];
  bool is_made;
  /// Of words: how many bytes it has served, and how often there were such characters lately.
  size_t served;
  unsigned often;
} cak_fold_memory;

/// Where folding stands.
typedef struct {
  size_t input;
  size_t output;
  /// Nothing before these is part of any window any more.
  size_t floor_input;
  size_t floor_output;
  /// The order that the last scalar left behind.
  uint32_t order;
} cak_fold_position;

/// A scalar that became something else: its offset and that of the result, each with a length of 0 to 4 bytes in the
/// upper eight bits.
typedef struct {
  uint64_t source;
  uint64_t result;
} cak_edit;

#define CAK_EDIT_LENGTH_SHIFT 56

/// Where edits are written, if they are wanted.
typedef struct {
  cak_edit *_Nullable edits;
  size_t capacity;
  size_t count;
} cak_edit_list;

typedef enum {
  /// The input is used up.
  CAK_FOLD_END,
  /// Fewer than four bytes are left in the result.
  CAK_FOLD_FULL,
  /// A scalar needs its context. Position and output are moved back to where its window starts.
  CAK_FOLD_CONTEXT,
  /// The page of the scalar at `input` is not made yet.
  CAK_FOLD_PAGE,
  /// The list of edits is full.
  CAK_FOLD_EDITS,
  /// The bytes at `input` are ill-formed, or end inside a sequence.
  CAK_FOLD_ILL_FORMED,
} cak_fold_stop;

/// Folds from `position` on, and moves it. Reads `length` bytes of `text` and writes at most `capacity` of `result`.
/// After CAK_FOLD_CONTEXT `trigger` is the offset of the scalar that stopped it, and edits from `input` on are void.
/// `memory` is kept from call to call; without it nothing goes by blocks. Those of CAK_WINDOWS windows, if there are any,
/// need not be left to the caller again.
/// With a list of edits, marks out of order count as needing their context, so that each edit stays in its place.
cak_fold_stop cak_fold(const uint8_t *_Nonnull text, size_t length, uint8_t *_Nonnull result, size_t capacity,
                       const cak_fold_table *_Nonnull table, cak_fold_position *_Nonnull position,
                       size_t *_Nonnull trigger, cak_edit_list *_Nullable edits, cak_fold_memory *_Nullable memory,
                       const cak_window *_Nullable windows);

/// A text folded scalar by scalar: what each byte of it becomes stands in the same place.
typedef struct {
  /// The folded bytes, with 64 to spare after them.
  uint8_t *_Nonnull bytes;
  /// For each 64 bytes of the text: which of them are kept, and which are part of something that only its context
  /// decides.
  uint64_t *_Nonnull kept;
  uint64_t *_Nonnull undecided;
  /// Whether anything is.
  bool has_undecided;
} cak_folded;

/// Folds a text by a table that keeps no mark. The arrays need an entry for each 64 bytes begun, and one more.
void cak_fold_words(const uint8_t *_Nonnull text, size_t length, const cak_fold_table *_Nonnull table,
                    cak_fold_memory *_Nonnull memory, cak_folded *_Nonnull folded);

#ifdef __cplusplus
}
#endif
#endif
