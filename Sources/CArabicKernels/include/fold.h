// Folding UTF-8 by a table: each scalar is copied, replaced or deleted, until one that needs its context.
//
// What a rule is stays with the caller: the table holds the answer for each scalar.
#ifndef CAK_FOLD_H
#define CAK_FOLD_H
#include "scalar_pages.h"

#ifdef __cplusplus
extern "C" {
#endif

// An entry of the table, 64 bits:
//   bits 0–31   the UTF-8 bytes that the scalar becomes, first byte lowest
//   bits 32–34  how many, 0 to 4
//   bits 40–47  combining class of a mark; of other scalars that of the last scalar that they become
//   bit 48      CAK_SLOW: the context decides, stop here
//   bit 49      CAK_ATTACHED: belongs to what stands before it, so no window starts here
#define CAK_LENGTH_SHIFT 32
#define CAK_CLASS_SHIFT 40
#define CAK_SLOW (1ull << 48)
#define CAK_ATTACHED (1ull << 49)

typedef struct {
  /// Entries of U+0000 to U+07FF.
  const uint64_t *_Nonnull direct;
  /// Pages of entries from U+0800 on; pages that are not made yet are missing.
  const cak_pages *_Nonnull pages;
} cak_fold_table;

/// Where folding stands. A window is a scalar and the marks and deleted scalars after it.
typedef struct {
  size_t input;
  size_t output;
  /// Where the window of the last scalar starts.
  size_t window_input;
  size_t window_output;
  /// The highest combining class among the marks that the window has given out.
  uint32_t last_class;
} cak_fold_position;

typedef enum {
  /// The input is used up.
  CAK_FOLD_END,
  /// Fewer than four bytes are left in the result.
  CAK_FOLD_FULL,
  /// The scalar at `input` needs its context: its window is the caller's.
  CAK_FOLD_CONTEXT,
  /// The page of the scalar at `input` is not made yet.
  CAK_FOLD_PAGE,
  /// The bytes at `input` are ill-formed, or end inside a sequence.
  CAK_FOLD_ILL_FORMED,
} cak_fold_stop;

/// Folds from `position` on, and moves it. Reads `length` bytes of `text` and writes at most `capacity` of `result`.
cak_fold_stop cak_fold(const uint8_t *_Nonnull text, size_t length, uint8_t *_Nonnull result, size_t capacity,
                       const cak_fold_table *_Nonnull table, cak_fold_position *_Nonnull position);

#ifdef __cplusplus
}
#endif
#endif
