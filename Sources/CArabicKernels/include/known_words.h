// Words met lately and what became of them: most words of a text have been met before, and are not analysed again.
#ifndef CAK_KNOWN_WORDS_H
#define CAK_KNOWN_WORDS_H
#include "terms.h"
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Longer words of a text are not remembered.
#define CAK_KNOWN_LONGEST 31

/// The first bytes of a word, maybe without marks that change nothing about it, filled up with zeros, as numbers, lowest
/// byte first. No word has U+0000 in it; the last byte is 0 unless the word is too long.
typedef struct {
  uint64_t bytes[(CAK_KNOWN_LONGEST + 1) / 8];
} cak_known_key;

/// What becomes of a word: CAK_TERM_KEPT, CAK_TERM_STOPPED, or what is the caller's to decide; and how many bytes its
/// term has, if it is kept.
typedef struct {
  uint8_t fate;
  uint8_t length;
} cak_word_end;

/// A word as it stands in a text, and its term of up to 16 bytes. A line of a cache. A free entry is 0.
typedef struct {
  cak_known_key word;
  cak_word_key term;
  cak_word_end end;
  uint8_t filling[14];
} cak_known_word;

/// 1 << bits slots of two entries, first the one that was met again later.
typedef struct {
  cak_known_word *_Nonnull entries;
  uint32_t bits;
} cak_known_words;

/// Free entries for 1 << bits slots. Without memory the process ends.
cak_known_word *_Nonnull cak_make_known_words(uint32_t bits);

/// Makes the entries of 1 << bits slots free ones.
void cak_clear_known_words(cak_known_word *_Nonnull entries, uint32_t bits);

void cak_free_known_words(cak_known_word *_Nonnull entries);

/// Puts a word that was learnt into its slot of a table.
void cak_move_known_word(const cak_known_words *_Nonnull known, const cak_known_word *_Nonnull entry);

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

/// The words of a batch of tokens, in order, as flat arrays.
typedef struct {
  /// The number of the token in its batch.
  uint32_t *_Nonnull tokens;
  cak_word_end *_Nonnull ends;
  /// The term; or in `low` the index of the word among the unknown ones, where something is left to decide.
  cak_word_key *_Nonnull terms;
  size_t count;
  /// The indices of the words that are not known, and their bytes, with a space after each, as `cak_spaced_words` has them.
  uint32_t *_Nonnull unknown;
  uint8_t *_Nonnull bytes;
  size_t *_Nonnull unknown_starts;
} cak_batch_words;

/// Finds the words among tokens, and the terms of those that are known. The others are copied, and are those of `terms`.
/// The bits of `void_marks` are characters from U+0640 to U+067F that change nothing about a word: it is looked up, and
/// may be copied, without them. The arrays need room for one more than there are tokens, and that of bytes for those of
/// the tokens, one more a token, and 32 more.
void cak_recall_words(const cak_known_words *_Nonnull known, const cak_token_list *_Nonnull tokens, uint64_t void_marks,
                      cak_batch_words *_Nonnull words, cak_terms *_Nonnull terms);

/// Puts what became of the terms of unknown words among the words, and remembers it where nothing is left to decide and
/// the term has up to 16 bytes.
void cak_settle_words(const cak_known_words *_Nonnull known, const cak_terms *_Nonnull terms,
                      cak_batch_words *_Nonnull words);

/// Remembers an unknown word, by its index among them.
void cak_remember_word(const cak_known_words *_Nonnull known, const cak_batch_words *_Nonnull words, size_t unknown,
                       cak_word_key term, cak_word_end end);

/// Copies the terms of the words from `first` on that are kept and not empty, up to the first word that is the caller's
/// to decide; a stopped one takes a position. Returns its index, or `end`. There must be room for 16 bytes a word.
size_t cak_copy_words(const cak_batch_words *_Nonnull words, size_t first, size_t end, cak_term_list *_Nonnull list);

#ifdef __cplusplus
}
#endif
#endif
