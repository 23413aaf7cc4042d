// Work that blocks need by chance: included after one of the headers block_….h.
#ifndef CAK_SIMD_STICKY_BRANCH_H
#define CAK_SIMD_STICKY_BRANCH_H
#include <stdbool.h>

// How many blocks work is done for that none of them needs.
#define PATIENCE 8

// Whether to do what is needed now, or was in one of the last blocks: where work is needed by chance, a branch that goes
// wrong costs more than the work. The first branch must not be merged with the second: it does not wait for `is_needed`.
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
