#include "runtime/page_lookup.h"

size_t cak_pages_size(void) { return sizeof(cak_pages); }

cak_pages *cak_pages_initialize(void *memory) {
  cak_pages *pages = memory;
  for (uint32_t page = 0; page < CAK_PAGE_COUNT; page++) atomic_init(&pages->slots[page], 0);
  return pages;
}

const void *cak_pages_get(const cak_pages *pages, uint32_t page) { return cak_page(pages, page); }

const void *cak_pages_publish(cak_pages *pages, uint32_t page, const void *made) {
  const void *expected = 0;
  if (atomic_compare_exchange_strong_explicit(&pages->slots[page], &expected, made, memory_order_acq_rel,
                                              memory_order_acquire))
    return made;
  return expected;
}
