// The word cache: most words of a text have been met before, and are not analysed again.
#ifndef CAK_WORD_CACHE_H
#define CAK_WORD_CACHE_H
#include "terms.h"
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Longer words of a text are not cached.
#define CAK_CACHED_LONGEST 31

/// The first bytes of a word, maybe without marks that change nothing about it, filled up with zeros, as numbers, lowest
/// byte first. No word has U+0000 in it; the last byte is 0 unless the word is too long.
typedef struct {
  uint64_t bytes[(CAK_CACHED_LONGEST + 1) / 8];
} cak_cached_key;

/// What becomes of a word: CAK_TERM_KEPT, CAK_TERM_STOPPED, or what is the caller's to decide; and how many bytes its
/// term has, if it is kept.
typedef struct {
  uint8_t status;
  uint8_t length;
} cak_word_end;

/// A word as it stands in a text, and its term of up to 16 bytes. A line of a cache. A free entry is 0.
typedef struct {
  cak_cached_key word;
  cak_word_key term;
  cak_word_end end;
  uint8_t filling[14];
} cak_cached_word;

/// 1 << bits slots of two entries, first the one that was met again later.
typedef struct {
  cak_cached_word *_Nonnull entries;
  uint32_t bits;
} cak_word_cache;

/// Free entries for 1 << bits slots. Without memory the process ends.
cak_cached_word *_Nonnull cak_make_word_cache(uint32_t bits);

/// Makes the entries of 1 << bits slots free ones.
void cak_clear_word_cache(cak_cached_word *_Nonnull entries, uint32_t bits);

/// Frees the entries of 1 << bits slots.
void cak_free_word_cache(cak_cached_word *_Nonnull entries, uint32_t bits);

/// Puts an entry of another table into its slot.
void cak_move_cached_word(const cak_word_cache *_Nonnull cache, const cak_cached_word *_Nonnull entry);

/// A text with the ends and kinds of tokens in it.
typedef struct {
  const uint8_t *_Nonnull bytes;
  size_t length;
  const size_t *_Nonnull ends;
  const uint8_t *_Nonnull kinds;
  size_t count;
  /// Where the first token starts.
  size_t start;
  /// Kinds from this one on are no words.
  uint8_t first_other_kind;
} cak_token_list;

/// The words of a batch of tokens, in order, as flat arrays, which need room for 64 more than there are tokens.
typedef struct {
  /// The number of the token in its batch.
  uint32_t *_Nonnull tokens;
  size_t count;
  /// Where words start and end, counted from the first token of the batch. Those that are looked up in vain are
  /// copied, and it is these, in the copy, with a space after each.
  uint32_t *_Nonnull starts;
  uint32_t *_Nonnull ends;
  uint8_t *_Nonnull bytes;
  /// Of words that are looked up: what becomes of them, and the term; or in `low` the index of the word among those that are
  /// not known, where something is left to decide. And the indices of these among all words.
  cak_word_end *_Nonnull term_ends;
  cak_word_key *_Nonnull terms;
  uint32_t *_Nonnull unknown;
} cak_batch_words;

/// Finds the words among tokens, which end less than 4 GB after the first one starts.
void cak_list_words(const cak_token_list *_Nonnull tokens, cak_batch_words *_Nonnull words);

/// Whether terms that need no more than a light stemmer are made sooner than words are looked up.
bool cak_outruns_memory(void);

/// Looks all listed words up in a cache. Those that it does not have are copied, and are those of
/// `terms`. The bits of `ignorable_marks` are characters from U+0640 to U+067F that change nothing about a word: it is
/// looked up, and may be copied, without them. The room for bytes must be that of the tokens, one more a token, and 32
/// more.
void cak_look_up_words(const cak_word_cache *_Nonnull cache, const cak_token_list *_Nonnull tokens,
                       uint64_t ignorable_marks, cak_batch_words *_Nonnull words, cak_terms *_Nonnull terms);

/// Puts what became of the terms of unknown words among the words, and inserts it into the cache where nothing is left
/// to decide and the term has up to 16 bytes.
void cak_insert_words(const cak_word_cache *_Nonnull cache, const cak_terms *_Nonnull terms,
                      cak_batch_words *_Nonnull words);

/// Inserts an unknown word, by its index among them.
void cak_insert_word(const cak_word_cache *_Nonnull cache, const cak_batch_words *_Nonnull words, size_t unknown,
                     cak_word_key term, cak_word_end end);

/// Copies the terms of the words from `first` on that are kept and not empty, up to the first word that is the caller's
/// to decide; a stopped one takes a position. Returns its index, or `end`. There must be room for 16 bytes a word.
size_t cak_copy_words(const cak_batch_words *_Nonnull words, size_t first, size_t end, cak_term_list *_Nonnull list);

/// The same with the terms of words that were only listed, up to one that has more than CAK_TERM_SLOT bytes or is the
/// caller's to decide. There must be room for as many bytes a word, and for 16 terms more.
size_t cak_copy_terms(const cak_terms *_Nonnull terms, const uint32_t *_Nonnull tokens, size_t first, size_t end,
                      cak_term_list *_Nonnull list);

#ifdef __cplusplus
}
#endif
#endif
