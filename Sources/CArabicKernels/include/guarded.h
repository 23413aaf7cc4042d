// The guarded light stemmer for words of up to eight letters, 64 of them side by side.
//
// Its rules, with the reasons for them, are data in Swift (`GuardedRules`), and C for them is generated. The word lists
// stay with the caller, who brings tables.
#ifndef CAK_GUARDED_H
#define CAK_GUARDED_H
#include "terms.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// A letter is the code that GuardedLetter.swift gives it: the low six bits are the folded letter. The bits of word
// lists are those of GuardedLists.swift.

/// What the lists have of a word of up to eight letters, which is its key; a free entry has the key 0.
typedef struct {
  /// Folded letters, the first one lowest; a final ى may be as it is written.
  uint64_t key;
  uint32_t lists;
  /// The number of the singular or perfect of an irregular form, or -1.
  int32_t base;
} cak_guarded_entry;

/// An ending of up to four letters that a listed word may carry: a word whose last four folded letters, the last one
/// highest, are `bits` where `mask` is set.
typedef struct {
  uint32_t bits;
  uint32_t mask;
  uint32_t count;
} cak_guarded_ending;

typedef struct {
  /// 1 << entry_bits entries; a word is at its place or in the next ones.
  const cak_guarded_entry *_Nonnull entries;
  uint32_t entry_bits;
  /// A bit for each value of the first filter_bits bits of a hash that a key has.
  uint32_t filter_bits;
  const uint64_t *_Nonnull filter;
  /// For each place of the first three letters the lists that guard words which begin so, and maybe others.
  const uint32_t *_Nonnull beginnings;
  uint32_t beginning_bits;
  /// Whether the shapes of broken plurals are undone.
  bool undoes_broken_plurals;
  /// The endings by their last letter, and where those of each of 64 letters start, and the last of them end.
  const cak_guarded_ending *_Nonnull endings;
  const uint8_t *_Nonnull ending_starts;
  /// The letters of singulars and perfects.
  const uint64_t *_Nonnull bases;
  /// The lists of irregular forms that count, and those that count for a word that begins with إ.
  uint32_t irregulars;
  uint32_t irregulars_with_hamza_below;
  /// For a scalar of U+0600–06FF, by its lowest byte, the code of the letter that it is read as, or 0.
  const uint8_t *_Nonnull codes;
} cak_guarded_rules;

/// The hash of a key of up to 16 letters: its top bits are the best ones.
static inline uint64_t cak_guarded_hash(uint64_t low, uint64_t high) {
  return (low ^ high * 0xD6E8FEB86659FD93u) * 0x9E3779B97F4A7C15u;
}

/// The place of the first three folded letters among `beginnings`.
static inline uint32_t cak_guarded_place(uint32_t beginning, uint32_t bits) {
  return (beginning * 0x9E3779B1u) >> (32 - bits);
}

/// Puts stems into the place of terms that are kept. Those that are left to the caller get the status
/// CAK_TERM_UNSTEMMED: what is no word of up to eight letters, and words of which an ending leaves an irregular form.
void cak_stem_guarded(const cak_guarded_rules *_Nonnull rules, cak_terms *_Nonnull terms);

#ifdef __cplusplus
}
#endif
#endif
