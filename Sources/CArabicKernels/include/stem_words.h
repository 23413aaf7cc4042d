// Stems of words that are cut already: words one after the other in, stems one after the other out.
//
// What a rule is stays with the caller, who brings tables.
#ifndef CAK_STEM_WORDS_H
#define CAK_STEM_WORDS_H
#include "terms.h"
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Words one after the other. There are CAK_WORDS_FRONT bytes to spare before the first, and CAK_WORDS_BACK after the last.
typedef struct {
  const uint8_t *_Nonnull bytes;
  /// Where the first word starts, and where each one ends.
  size_t start;
  const size_t *_Nonnull ends;
  size_t count;
} cak_stem_words;

#define CAK_WORDS_FRONT 16
#define CAK_WORDS_BACK 64

/// The stems of the first `count` words. There must be room for an end for each word, for `byte_count` bytes, for as many
/// as the words that follow have, and for CAK_WORDS_BACK more.
typedef struct {
  uint8_t *_Nonnull bytes;
  size_t byte_count;
  size_t *_Nonnull ends;
  size_t count;
} cak_stems;

/// Makes terms of words from `first` on, up to so many: as `cak_find_terms` does, but for where they start.
void cak_take_words(const cak_stem_words *_Nonnull words, size_t first, size_t most, cak_terms *_Nonnull terms);

/// Appends terms of up to 16 bytes from `first` on as stems, up to one that is still to be stemmed: its index, or how many
/// terms there are. There must be room for 16 bytes a term.
size_t cak_append_stems(const cak_terms *_Nonnull terms, size_t first, cak_stems *_Nonnull stems);

/// An affix of letters of U+0600–06FF: its bytes lowest first, how many, the length in UTF-16 units that it takes, and that
/// from which on it falls.
typedef struct {
  uint64_t bytes;
  uint8_t count;
  uint8_t units;
  uint8_t minimum;
} cak_affix;

#define CAK_AFFIX_LONGEST 3
#define CAK_AFFIX_SET 8

/// Up to CAK_AFFIX_SET affixes of up to CAK_AFFIX_LONGEST letters, a bit each, the one that is tried first lowest.
typedef struct {
  /// For each place, the outermost first, and each letter by its lowest byte, which is below 7F: the affixes that have it
  /// there, or have no letter there. None has letter 0.
  uint8_t having[CAK_AFFIX_LONGEST][128];
  /// The letters that any has at a place.
  uint8_t letters[CAK_AFFIX_LONGEST][CAK_AFFIX_SET];
  uint8_t letter_counts[CAK_AFFIX_LONGEST];
  /// The affixes of one letter, of two and of three, and the length from which on these fall.
  uint8_t of_length[CAK_AFFIX_LONGEST];
  uint8_t minimum[CAK_AFFIX_LONGEST];
} cak_affix_set;

/// A light stemmer: the first prefix that fits falls, and then each suffix that fits, in this order.
typedef struct {
  const cak_affix *_Nonnull prefixes;
  size_t prefix_count;
  const cak_affix *_Nonnull suffixes;
  size_t suffix_count;
  /// The same: all prefixes, the suffixes of two letters, and those of one letter, up to three, which come after them.
  cak_affix_set prefix_set;
  cak_affix_set pair_set;
  cak_affix_set single_set;
} cak_light_rules;

/// Appends the stems of all words of which there is none yet.
void cak_stem_light_words(const cak_light_rules *_Nonnull rules, const cak_stem_words *_Nonnull words,
                          cak_stems *_Nonnull stems);

/// Takes affixes off all terms.
void cak_stem_light_terms(const cak_light_rules *_Nonnull rules, cak_terms *_Nonnull terms);

#define CAK_PACKED_LONGEST 32

/// Letters that fall at one end of a word: how many, how many stay between them and the end, and what stands in their
/// place afterwards, which is no more.
typedef struct {
  uint8_t count;
  uint8_t skipped;
  uint8_t added;
  uint8_t letters[5];
} cak_packed_affix;

/// The steps at one end of a word. A letter is the lowest byte of its code point, and has one of 16 classes.
typedef struct {
  const uint8_t *_Nonnull classes;
  /// For the number of letters and the classes of the three at the end, the outermost lowest: four bits a step, the
  /// number of the affix that falls, or 0. Step CAK_NO_STEP always fits, and takes nothing.
  const uint64_t *_Nonnull rows;
  /// For each number of letters, up to CAK_PACKED_LONGEST, the 4,096 rows that are meant.
  const uint8_t *_Nonnull sizes;
  /// For each step and number the affix.
  const cak_packed_affix *_Nonnull affixes;
  /// For each state which steps are tried, the lowest one first, and for state and step the next state.
  const uint64_t *_Nonnull tried;
  const uint8_t *_Nonnull next;
} cak_affix_steps;

/// The last step. The state CAK_LAST_STATE has no other.
#define CAK_NO_STEP 15
#define CAK_LAST_STATE 0

/// Letters from `first` on, so many.
typedef struct {
  uint8_t first;
  uint8_t count;
} cak_letter_range;

/// A stemmer that deletes some letters, takes off suffixes and then prefixes, and replaces some of what is left.
typedef struct {
  cak_letter_range deleted[2];
  /// Words with these are for the caller.
  cak_letter_range unknown[2];
  /// The only byte besides D8–DB with which a letter begins that the rules change. A word without any of these stays.
  uint8_t other_lead;
  cak_affix_steps suffixes;
  cak_affix_steps prefixes;
  /// A state in which a step that fits, before letters are deleted, makes the word one of the second kind.
  uint8_t kind_state;
  /// Where words of the first and of the second kind start.
  uint8_t suffix_states[2];
  uint8_t prefix_states[2];
  /// What becomes of letters: by pairs, with a range that holds the first of each, and for the last letter of a word.
  cak_letter_range replaced_range;
  const uint8_t (*_Nonnull replaced)[2];
  size_t replaced_count;
  const uint8_t *_Nonnull last;
} cak_packed_rules;

/// Appends stems up to the first word that is for the caller. It knows words of U+0600–06FF of up to CAK_PACKED_LONGEST
/// letters, and those of other scripts.
void cak_stem_packed(const cak_packed_rules *_Nonnull rules, const cak_stem_words *_Nonnull words,
                     cak_stems *_Nonnull stems);

#ifdef __cplusplus
}
#endif
#endif
