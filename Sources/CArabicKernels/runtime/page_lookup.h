#ifndef CAK_RUNTIME_PAGE_LOOKUP_H
#define CAK_RUNTIME_PAGE_LOOKUP_H
#include "scalar_pages.h"
#include <stdatomic.h>

struct cak_pages {
  _Atomic(const void *) slots[CAK_PAGE_COUNT];
};

// Acquire pairs with the release in cak_pages_publish: who sees the pointer sees the page's entries.
static inline const void *cak_page(const cak_pages *pages, uint32_t page) {
  return atomic_load_explicit(&pages->slots[page], memory_order_acquire);
}
#endif
