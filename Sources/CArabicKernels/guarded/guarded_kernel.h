// The guarded stemmer on 64 words side by side: what rules ask is asked of all of them at once, and what they do is
// done to a set of words. Few branches depend on a word, since none could be predicted.
//
// Included after one of the headers block_….h. GuardedStemmer.swift says what the steps are; their rules are in
// Sources/ArabicText/Stemming/Guarded/Rules, and rules.inc is generated from them.
#include "guarded/guarded_kernels.h"
#include "guarded/guarded_words.h"
// Each needs what is before it.
#include "guarded/guarded_text.h"
#include "guarded/rules.inc"

// Steps 7 to 10.
INLINE void take_inflection(guarded_words *w, guarded_stems *stems) {
  list_entries found;
  look_up_lists(w, w->based, 0, w->counts, 0, 0, &found);
  take_entries(&w->entries, w->based, &found);
  uint64_t unchanged = in_lists(&w->entries, w->based, LIST_UNCHANGED), based = w->based & ~unchanged;
  w->done |= unchanged;
  uint64_t set = ~(w->done | w->unknown);
  // A base is a noun or a verb, whatever was before it.
  w->noun &= ~based, w->lam &= ~based, w->future &= ~based;
  w->has_pronoun &= ~based, w->only_ending &= ~based, w->is_nominal |= based;

  for (int i = 0; i < LETTERS; i++) store(stems->letters[i], load(w->first[i]));
  store(stems->counts, load(w->counts));
  stems->noun = 0;
  uint64_t left = set & ~w->only_ending;
  left &= ~take_verbs(w, left & ~w->noun, stems);
  if (w->rules->undoes_broken_plurals) left &= ~take_broken_plurals(w, left, stems);
  take_endings(w, left | (set & w->only_ending), stems);
  make_canonical_form(stems, set);
}

TARGET static __attribute__((noinline)) void KERNEL(stem_group)(const cak_guarded_rules *rules, cak_terms *terms,
                                                                const uint32_t *indices, size_t count) {
  guarded_words w;
  guarded_stems stems;
  w.rules = rules;
  w.based = w.noun = w.lam = w.future = w.has_pronoun = w.is_nominal = w.only_ending = 0;
  read_words(&w, terms, indices, count);
  look_up_lists(&w, open_words(&w), 0, w.counts, 0, 0, &w.entries);
  take_proclitics(&w);
  take_pronouns(&w);
  take_inflection(&w, &stems);
  write_stems(&w, &stems, terms, indices, count);
}

// Whether eight bytes have the first one of a letter of U+0600–06FF: no other word has a stem.
INLINE bool has_arabic(uint64_t bytes) {
  uint64_t differs = (bytes & 0xFCFCFCFCFCFCFCFC) ^ 0xD8D8D8D8D8D8D8D8;
  return ((differs - 0x0101010101010101) & ~differs & 0x8080808080808080) != 0;
}

TARGET void KERNEL(cak_stem_guarded)(const cak_guarded_rules *rules, cak_terms *terms) {
  uint32_t indices[64] = {0};
  size_t count = 0;
  for (size_t i = 0; i < terms->count; i++) {
    uint32_t length = terms->counts[i];
    if (terms->statuses[i] != CAK_TERM_KEPT) continue;
    if (length > 16) terms->statuses[i] = CAK_TERM_UNSTEMMED;
    cak_word_key term = key_in(slot_of_term(terms, i));
    if (length > 16 || !(has_arabic(term.low) || has_arabic(term.high))) continue;
    if (length % 2) {
      terms->statuses[i] = CAK_TERM_UNSTEMMED;
      continue;
    }
    indices[count++] = (uint32_t)i;
    if (count < 64) continue;
    KERNEL(stem_group)(rules, terms, indices, count);
    count = 0;
  }
  if (count > 0) KERNEL(stem_group)(rules, terms, indices, count);
}
