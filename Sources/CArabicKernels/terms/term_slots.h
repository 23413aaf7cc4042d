#ifndef CAK_TERMS_TERM_SLOTS_H
#define CAK_TERMS_TERM_SLOTS_H
#include "terms.h"
#include "runtime/inline.h"

// Where the first bytes of a term are.
ALWAYS_INLINE uint8_t *slot_of_term(const cak_terms *terms, size_t index) {
  return terms->bytes + CAK_TERMS_FRONT + CAK_TERM_SLOT * index;
}

#endif
