// From tokens to terms: a batch of tokens is folded at once, and its terms are compared with stop words and stemmed in
// flat arrays.
//
// What a rule is stays with the caller, who brings tables.
#ifndef CAK_TERMS_H
#define CAK_TERMS_H
#include "fold.h"
#include "word_key.h"
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What becomes of a term.
enum {
  CAK_TERM_KEPT = 0,
  CAK_TERM_STOPPED = 1,
  /// The caller decides.
  CAK_TERM_UNDECIDED = 2,
  /// Kept, but it has more than 16 bytes.
  CAK_TERM_LONG = 3,
  /// Kept, with a stem that is not in the arrays.
  CAK_TERM_LONG_STEM = 4,
  /// Kept, and the caller stems it.
  CAK_TERM_UNSTEMMED = 5,
};

/// Words of a text, in order: where each one starts and ends. There must be room for 64 more.
typedef struct {
  const uint8_t *_Nonnull bytes;
  const uint32_t *_Nonnull starts;
  const uint32_t *_Nonnull ends;
} cak_word_ranges;

/// The terms of some words, in order, as flat arrays.
typedef struct {
  /// CAK_TERM_SLOT bytes a term, which hold the first ones of it, filled up with zeros, and may be followed by all bytes of
  /// longer terms; with CAK_TERMS_FRONT bytes to spare before them, and 64 after them.
  uint8_t *_Nonnull bytes;
  /// Where the term starts in the bytes, and how many bytes it has.
  uint32_t *_Nonnull starts;
  uint32_t *_Nonnull counts;
  /// Its first eight bytes as they were found, lowest first, filled up with zeros, and its last eight, with zeros before
  /// them. There must be room for 64 more of all but the bytes.
  uint64_t *_Nonnull heads;
  uint64_t *_Nonnull tails;
  uint8_t *_Nonnull statuses;
  size_t count;
} cak_terms;

#define CAK_TERMS_FRONT 16
#define CAK_TERM_SLOT 32

/// Finds the terms of words, as many as `terms` says, of a text that was folded. There must be room for as many bytes as the
/// words have, beside the slots.
void cak_find_terms(const cak_word_ranges *_Nonnull words, const cak_folded *_Nonnull folded,
                    cak_terms *_Nonnull terms);

/// Words of up to 16 bytes in a cuckoo table: a word is at one of its two slots. A free slot is 0.
typedef struct {
  const cak_word_key *_Nonnull keys;
  /// The number of slots is 1 << bits.
  uint32_t bits;
  /// Whether there are longer words, about which the caller has to decide.
  bool has_longer;
  /// Whether the empty word is one, which has no slot.
  bool has_empty;
} cak_word_set;

/// The two slots of a word.
typedef struct {
  uint32_t first;
  uint32_t second;
} cak_word_slots;

/// Where a word may be.
cak_word_slots cak_slots_of(cak_word_key word, uint32_t bits);

/// A Bloom filter over stop words: each of them has its bit in both tables.
typedef struct {
  uint8_t bits[2][128];
  /// The least and the most of their first bytes, that of the empty word being 0; and whether there is any word.
  uint8_t least_first, most_first;
  bool has_any;
} cak_word_filter;

/// Inserts a word into a filter by its first eight bytes, as `cak_word_key` has them.
void cak_insert_in_filter(cak_word_filter *_Nonnull filter, uint64_t low);

/// Words of up to four letters of U+0600–06FF: at one of two places each, by two hashes, its letters, 0 where there is none.
typedef struct {
  uint8_t letters[2][4][128];
} cak_short_words;

/// Makes the table of some words, the first letter of each lowest and of each the lowest byte of its scalar; false where it
/// does not hold them.
bool cak_hold_short_words(cak_short_words *_Nonnull held, const uint32_t *_Nonnull words, size_t count);

/// Characters from U+0600 to U+06FF, a bit each.
typedef struct {
  uint64_t bits[4];
} cak_fixed_letters;

/// Stop words.
typedef struct {
  /// As terms, all of which are in `filter`.
  cak_word_set terms;
  cak_word_filter filter;
  /// Where words are compared as they are before a second profile, how they look then, and the letters that the first
  /// profile leaves alone.
  const cak_word_set *_Nullable spelled;
  /// Those of `spelled` that have up to four letters of U+0600–06FF and nothing else, if a table holds them.
  const cak_short_words *_Nullable short_spelled;
  const cak_fixed_letters *_Nullable fixed;
  /// Whether a word of letters of U+0600–06FF alone is a stop word only if it is spelled so.
  bool letters_decide;
} cak_stop_words;

/// Marks terms that are stop words as stopped, and as undecided what is not known. A word that could be a stop word before
/// the second profile is undecided unless all its letters are fixed.
void cak_stop_terms(const cak_stop_words *_Nonnull stop, const cak_word_ranges *_Nonnull words,
                    cak_terms *_Nonnull terms);

/// Terms one after the other, as the caller gives them out. There must be room for what is copied, and for 32 bytes more.
typedef struct {
  uint8_t *_Nonnull bytes;
  size_t byte_count;
  /// The end of each term, the number of its token, and its position among all words.
  size_t *_Nonnull ends;
  uint32_t *_Nonnull tokens;
  size_t *_Nonnull positions;
  size_t count;
  /// The position of the next word.
  size_t position;
} cak_term_list;

#ifdef __cplusplus
}
#endif
#endif
