#ifndef CAK_WORDS_WORD_STATE_H
#define CAK_WORDS_WORD_STATE_H
#include "runtime/page_lookup.h"
#include "words.h"

/// `cak_words` with the instructions of a processor.
typedef size_t cak_words_kernel(const cak_word_rules *rules, const uint8_t *text, size_t length, size_t start,
                                cak_word_list *list);
cak_words_kernel cak_words_avx512, cak_words_avx2, cak_words_neon;

/// The classes of the 256 scalars around one, or null where they are not known yet.
static inline const uint8_t *class_page(const cak_word_rules *rules, uint32_t scalar) {
  if (scalar < 0x800) return rules->direct + (scalar & ~0xFFu);
  return cak_page(rules->pages, scalar >> 8);
}

/// Cuts the token at `start`, and says whether that was possible.
bool cak_cut_token(const cak_word_rules *rules, const uint8_t *text, size_t length, size_t start, size_t *end,
                   uint8_t *kind);

/// Cuts tokens one by one until at least `until` of them are found, they end behind `reach`, and the next one begins with
/// a character that ordinary text has.
size_t cak_cut_tokens(const cak_word_rules *rules, const uint8_t *text, size_t length, size_t start, size_t until,
                      size_t reach, cak_word_list *list);

/// Bytes of the next block that belong to a rare character, or to a token that is known, and their sort.
typedef struct {
  uint64_t bytes;
  uint8_t sort;
} cak_word_rest;

/// How many blocks are read at most before they are cut.
#define CAK_WORD_BLOCKS 32

/// Blocks of 64 bytes that follow one another from `position` on.
typedef struct {
  size_t position;
  uint32_t count;
  /// A bit a byte: the four bits of its sort, and whether it is the first one of a character. Up to the next number of
  /// blocks that rows have, 0 for those that are not there.
  uint64_t sorts[4][CAK_WORD_BLOCKS], firsts[CAK_WORD_BLOCKS];
  /// The kind of a token that begins with each byte.
  uint8_t kinds[CAK_WORD_BLOCKS][64];
  cak_word_rest rest;
} cak_word_blocks;

/// Looks up rare characters, those that no table in registers has, in some of the blocks, which have a bit each in `which`.
/// Some are left to the rules.
void cak_find_rare(const cak_word_rules *rules, const uint8_t *text, size_t length, cak_word_blocks *blocks,
                   uint32_t which);

#endif
