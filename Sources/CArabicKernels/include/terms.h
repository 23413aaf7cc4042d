// From tokens to terms: a batch of tokens is folded at once, and its terms are compared with stop words and stemmed in
// flat arrays.
//
// What a rule is stays with the caller, who brings tables.
#ifndef CAK_TERMS_H
#define CAK_TERMS_H
#include "fold.h"
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A text folded scalar by scalar: what each word of it becomes can be told from where it stands.
typedef struct {
  /// The folded bytes from `front` on, with as many to spare before them, and 64 after them.
  uint8_t *_Nonnull bytes;
  /// For each 64 bytes of the text: which of them are kept, which are part of something that only its context decides,
  /// and how many are kept before them.
  uint64_t *_Nonnull kept;
  uint64_t *_Nonnull undecided;
  uint32_t *_Nonnull kept_before;
} cak_folded;

#define CAK_FOLDED_FRONT 16

/// Folds a text by a table that keeps no mark. The arrays need an entry for each 64 bytes begun, and one more.
void cak_fold_words(const uint8_t *_Nonnull text, size_t length, const cak_fold_table *_Nonnull table,
                    cak_fold_memory *_Nonnull memory, cak_folded *_Nonnull folded);

/// What becomes of a term.
enum {
  CAK_TERM_KEPT = 0,
  CAK_TERM_STOPPED = 1,
  /// The caller decides.
  CAK_TERM_UNDECIDED = 2,
  /// Kept, but it has more than 16 bytes: `low` and `high` are not all of it.
  CAK_TERM_LONG = 3,
  /// Kept, with a stem that is not in the arrays.
  CAK_TERM_LONG_STEM = 4,
  /// Kept, and the caller stems it.
  CAK_TERM_UNSTEMMED = 5,
};

/// Words with a space after each: where each one starts, and where the next one would.
typedef struct {
  const uint8_t *_Nonnull bytes;
  const size_t *_Nonnull starts;
} cak_spaced_words;

/// The terms of some words, in order, as flat arrays.
typedef struct {
  /// Where the term starts in the folded bytes, and how many bytes it has.
  uint32_t *_Nonnull starts;
  uint32_t *_Nonnull counts;
  /// The first 16 bytes of the term, as two numbers, lowest byte first, filled up with zeros.
  uint64_t *_Nonnull low;
  uint64_t *_Nonnull high;
  uint8_t *_Nonnull fates;
  size_t count;
} cak_terms;

/// Finds the terms of words, as many as `terms` says, of which the bytes were folded.
void cak_find_terms(const cak_spaced_words *_Nonnull words, const cak_folded *_Nonnull folded,
                    cak_terms *_Nonnull terms);

/// A word of up to 16 bytes as two numbers, lowest byte first, filled up with zeros.
typedef struct {
  uint64_t low;
  uint64_t high;
} cak_word_key;

/// Words of up to 16 bytes in a cuckoo table: a word is at one of its two slots. A free slot is 0.
typedef struct {
  const cak_word_key *_Nonnull keys;
  /// The number of slots is 1 << bits.
  uint32_t bits;
  /// Whether there are longer words, about which the caller has to decide.
  bool has_longer;
} cak_word_set;

/// The two slots of a word.
typedef struct {
  uint32_t first;
  uint32_t second;
} cak_word_slots;

/// Where a word may be.
cak_word_slots cak_slots_of(cak_word_key word, uint32_t bits);

/// Marks terms that are in the set as stopped, and as undecided what it does not know.
void cak_stop_terms(const cak_word_set *_Nonnull words, cak_terms *_Nonnull terms);

/// Characters from U+0600 to U+06FF, a bit each.
typedef struct {
  uint64_t bits[4];
} cak_fixed_letters;

/// Decides about stopped terms where stop words are compared as they are before a second profile. A word that is among
/// the stop words is stopped. Another one is kept if all its letters are such as the first profile leaves alone, and
/// undecided if not.
void cak_confirm_stops(const cak_word_set *_Nonnull stop_words, const cak_fixed_letters *_Nonnull letters,
                       const cak_spaced_words *_Nonnull words, cak_terms *_Nonnull terms);

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
