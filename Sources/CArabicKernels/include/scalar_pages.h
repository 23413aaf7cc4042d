// A table by Unicode scalar whose pages of 256 entries are made on first touch, shared by threads without a lock.
#ifndef CAK_SCALAR_PAGES_H
#define CAK_SCALAR_PAGES_H
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Entries a page, and pages that cover U+0000 to U+10FFFF.
#define CAK_PAGE_SIZE 256
#define CAK_PAGE_COUNT 4352

typedef struct cak_pages cak_pages;

/// Bytes that a table takes (its alignment is a pointer's), and making it empty in memory of the caller.
size_t cak_pages_size(void);
cak_pages *_Nonnull cak_pages_initialize(void *_Nonnull memory);
/// The page, or NULL where none is published. Safe beside cak_pages_publish on other threads.
const void *_Nullable cak_pages_get(const cak_pages *_Nonnull pages, uint32_t page);
/// Publishes `made` unless another thread was first; gives the page that is now in the table.
const void *_Nonnull cak_pages_publish(cak_pages *_Nonnull pages, uint32_t page, const void *_Nonnull made);

#ifdef __cplusplus
}
#endif
#endif
