// For mmap and madvise, which C17 does not have.
#define _DEFAULT_SOURCE 1
#include "terms/word_cache_keys.h"
#include "terms/term_list.h"

#include <stdlib.h>
#if defined(__linux__)
#include <sys/mman.h>
#endif

// A page of the larger kind.
#define LARGE_PAGE ((size_t)2 << 20)

static size_t size_of_table(uint32_t bits) { return 2 * sizeof(cak_cached_word) << bits; }

#if defined(__linux__)
// Large tables are mapped by themselves: what is freed of the heap stays with the process where anything lies behind it.
static bool is_mapped(size_t size) { return size >= LARGE_PAGE; }

// Zeros, from the start of a large page on.
static void *map(size_t size) {
  uint8_t *all = mmap(NULL, size + LARGE_PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (all == MAP_FAILED) return NULL;
  size_t before = -(uintptr_t)all & (LARGE_PAGE - 1), after = LARGE_PAGE - before;
  if (before > 0) munmap(all, before);
  munmap(all + before + size, after);
#if defined(MADV_HUGEPAGE)
  // Words are met in no order: on small pages the processor has to look for the page of nearly each entry.
  madvise(all + before, size, MADV_HUGEPAGE);
#endif
  return all + before;
}
#else
static bool is_mapped(size_t size) { return (void)size, false; }
static void *map(size_t size) { return (void)size, NULL; }
static void munmap(void *entries, size_t size) { (void)entries, (void)size; }
#endif

cak_cached_word *cak_make_word_cache(uint32_t bits) {
  size_t size = size_of_table(bits);
  void *entries = is_mapped(size) ? map(size) : aligned_alloc(sizeof(cak_cached_word), size);
  // As Swift's own memory.
  if (entries == NULL) abort();
  if (!is_mapped(size)) cak_clear_word_cache(entries, bits);
  return entries;
}

void cak_clear_word_cache(cak_cached_word *entries, uint32_t bits) { memset(entries, 0, size_of_table(bits)); }

void cak_free_word_cache(cak_cached_word *entries, uint32_t bits) {
  if (is_mapped(size_of_table(bits))) munmap(entries, size_of_table(bits));
  else free(entries);
}

// How an unknown word is remembered.
ALWAYS_INLINE cak_cached_key key_of_unknown(const cak_batch_words *words, size_t unknown) {
  size_t from = words->starts[unknown], length = words->ends[unknown] - from;
  return cached_word_key(words->bytes + from, length, sizeof(cak_cached_key));
}

// Puts a word into the second place of its slot, instead of the one that is there, or into the first if that is free. It
// moves to the first when it is met again, so that four of five words are found there.
ALWAYS_INLINE void insert(const cak_word_cache *known, cak_cached_key word, cak_word_key term, cak_word_end end) {
  cak_cached_word *slot = known->entries + 2 * cached_word_slot(&word, known->bits);
  // A word may be new twice in a batch.
  bool is_too_long = word.bytes[3] >> 56 != 0;
  if (is_too_long || is_same(&slot->word, &word)) return;
  cak_cached_word *entry = slot + (slot->word.bytes[0] != 0);
  entry->word = word;
  entry->term = term;
  entry->end = end;
}

void cak_move_cached_word(const cak_word_cache *known, const cak_cached_word *entry) {
  insert(known, entry->word, entry->term, entry->end);
}

void cak_insert_word(const cak_word_cache *known, const cak_batch_words *words, size_t unknown, cak_word_key term,
                     cak_word_end end) {
  insert(known, key_of_unknown(words, unknown), term, end);
}

void cak_insert_words(const cak_word_cache *known, const cak_terms *terms, cak_batch_words *words) {
  const cak_word_cache table = *known;
  const cak_batch_words batch = *words;
  for (size_t i = 0; i < terms->count; i++) {
    uint32_t word = batch.unknown[i];
    uint8_t status = terms->statuses[i];
    if (status == CAK_TERM_KEPT && terms->counts[i] > 16) status = CAK_TERM_LONG;
    bool is_decided = status <= CAK_TERM_STOPPED;
    cak_word_key term = key_in(terms->bytes + terms->starts[i]);
    if (!is_decided) term.low = i;
    cak_word_end end = {.status = status, .length = (uint8_t)terms->counts[i]};
    batch.terms[word] = term;
    batch.term_ends[word] = end;
    if (is_decided) insert(&table, key_of_unknown(&batch, i), term, end);
  }
}

size_t cak_copy_words(const cak_batch_words *words, size_t first, size_t end, cak_term_list *list) {
  cak_term_list copied = *list;
  const cak_batch_words all = *words;
  size_t i = first;
  for (; i < end && all.term_ends[i].status <= CAK_TERM_STOPPED; i++) {
    append_term(&copied, &all.terms[i], sizeof all.terms[i], all.term_ends[i].status, all.term_ends[i].length,
                all.tokens[i]);
  }
  *list = copied;
  return i;
}
