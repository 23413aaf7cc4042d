// Sticky branches: after a block that needs optional work, the next blocks get it too. Included after one of the
// headers block_….h.
#ifndef CAK_SIMD_STICKY_BRANCH_H
#define CAK_SIMD_STICKY_BRANCH_H
#include <stdbool.h>

// After a hit the optional work is done for this many blocks.
#define PATIENCE 8

// Whether to do the work: this block needs it, or one of the last blocks did. A mispredicted branch costs more than the
// work. The compiler must not merge the two branches: the first one does not wait for `is_needed`.
INLINE bool is_due(unsigned *patience, bool is_needed) {
  if (*patience > 0) {
    __asm__ volatile("");
    *patience = is_needed ? PATIENCE : *patience - 1;
    return true;
  }
  if (!RARELY(is_needed)) return false;
  *patience = PATIENCE;
  return true;
}

// How much one need counts for.
#define OFTEN 4

// Whether work is done before it is known to be needed.
INLINE bool is_expected(unsigned count) { return count > OFTEN; }

// Whether to do work that few blocks of most texts need, but most of some: two needs near to one another, or not long
// after others, begin it. `counts` tells needs that do so from others.
INLINE bool is_often_due(unsigned *count, bool is_needed, bool counts) {
  if (is_expected(*count)) {
    __asm__ volatile("");
    *count = counts ? 2 * OFTEN : *count - 1;
    return true;
  }
  if (!RARELY(is_needed)) {
    *count -= *count > 0;
    return false;
  }
  *count += counts * OFTEN;
  return true;
}

#endif
