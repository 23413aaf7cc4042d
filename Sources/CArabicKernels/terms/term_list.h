// Appending to a list of terms.
#ifndef CAK_TERMS_TERM_LIST_H
#define CAK_TERMS_TERM_LIST_H
#include "terms.h"
#include "runtime/inline.h"
#include <string.h>

// Appends a term, if it is kept and not empty. Writes as many bytes as there is room for in its place. No branch depends on
// what becomes of it, which cannot be predicted. The list should be a local copy: the compiler must not expect that bytes
// written change it.
ALWAYS_INLINE void append_term(cak_term_list *list, const void *bytes, size_t room, size_t status, size_t length,
                               uint32_t token) {
  // 0 if it is stopped.
  length &= status - 1;
  memcpy(list->bytes + list->byte_count, bytes, room);
  list->byte_count += length;
  list->ends[list->count] = list->byte_count;
  list->tokens[list->count] = token;
  list->positions[list->count] = list->position;
  list->count += length != 0;
  list->position += status | (length != 0);
}

#endif
