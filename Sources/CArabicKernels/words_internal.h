#ifndef CAK_WORDS_INTERNAL_H
#define CAK_WORDS_INTERNAL_H
#include "words.h"

/// Cuts ordinary text by blocks from `start` on; returns where a token starts that the automaton has to cut, and where
/// the character stands, if any, about which no block can decide.
typedef size_t cak_words_kernel(const cak_word_rules *rules, const uint8_t *text, size_t length, size_t start,
                                cak_word_list *list, size_t *reach);
cak_words_kernel cak_words_avx512, cak_words_avx2, cak_words_neon;

/// The bytes in the next block that belong to a rare character, or to a token that is known, and their sort.
typedef struct {
  uint64_t bytes;
  uint8_t sort;
} rare_rest;

/// The four bits of each byte's sort, a bit a byte.
typedef struct {
  uint64_t bits[4];
} rare_sorts;

static inline void set_rare_sort(rare_sorts *sorts, uint64_t bytes, uint8_t sort) {
  for (int i = 0; i < 4; i++) {
    uint64_t kept = sorts->bits[i] & ~bytes;
    // Without this, clang reads two or four of them at once, and has to wait for each that was just written.
    __asm__("" : "+r"(kept));
    sorts->bits[i] = kept | (sort >> i & 1 ? bytes : 0);
  }
}

/// The bytes of characters that are CAK_WORD_OTHER.
static inline uint64_t others_of(const uint64_t sorts[4]) { return sorts[1] & ~(sorts[0] | sorts[2] | sorts[3]); }

/// What the look-up of rare characters, those that no table in registers has, reads and changes in a block.
typedef struct {
  /// The kind of a token that begins with each byte.
  uint8_t kinds[64];
  rare_sorts sorts;
  /// First bytes of characters, and those of one byte.
  uint64_t firsts, ones;
  rare_rest rest;
} rare_block;

/// What a character of three or four bytes may be: an emoji of four bytes; one of three; U+FE0E and U+FE0F.
enum { CAK_PICTURE_FOUR = 1, CAK_PICTURE_THREE = 2, CAK_PICTURE_SELECTOR = 4 };

typedef struct {
  /// By the lower six bits of its first, second and third byte: what it may be.
  uint8_t leads[64], seconds[64], thirds[64];
  /// For each six bits, the bit whose number the upper three of them write.
  uint8_t columns[64];
} cak_picture_tables;
extern const cak_picture_tables cak_pictures;

/// Looks up, one by one, the rare characters of the block at `position`, before the first one that is left to the rules.
void cak_find_rare(const cak_word_rules *rules, const uint8_t *text, size_t length, size_t position, rare_block *block);

#endif
