// Which terms are stop words. No branch depends on whether a word is one, which cannot be predicted: those that may be are
// listed.
#include "kernel_choice.h"
#include "load_internal.h"
#include "stop_internal.h"

_Static_assert(CAK_TERM_STOPPED == CAK_TERM_KEPT + 1, "a kept term is stopped by adding 1");

#define INLINE static inline __attribute__((always_inline))

INLINE cak_word_slots slots_of(cak_word_key word, uint32_t bits) {
  uint64_t mixed = word.low ^ (word.high << 29 | word.high >> 35);
  mixed = (mixed ^ mixed >> 32) * 0x9E3779B97F4A7C15ull;
  return (cak_word_slots){(uint32_t)(mixed >> (64 - bits)), (uint32_t)mixed >> (32 - bits)};
}

cak_word_slots cak_slots_of(cak_word_key word, uint32_t bits) { return slots_of(word, bits); }

INLINE bool is_at(const cak_word_key *slot, cak_word_key word) {
  return ((slot->low ^ word.low) | (slot->high ^ word.high)) == 0;
}

// Both slots are looked at: which one a word is in cannot be predicted.
INLINE bool is_in(const cak_word_set *set, cak_word_key word) {
  cak_word_slots slots = slots_of(word, set->bits);
  bool is_first = is_at(set->keys + slots.first, word), is_second = is_at(set->keys + slots.second, word);
  return (is_first | is_second) & (word.low != 0);
}

void cak_note_word(cak_noted_words *noted, uint64_t low) { note_head(noted, low); }

#define EACH_LETTER 0x0001000100010001ull

// Whether a word, up to its first 16 bytes, has only letters of U+0600–06FF.
INLINE bool has_only_letters(cak_word_key word, size_t length) {
  cak_word_key is_there = first_bytes(cak_mask, length);
  uint64_t low = ((word.low & 0xC0FC * EACH_LETTER) ^ 0x80D8 * EACH_LETTER) & is_there.low;
  uint64_t high = ((word.high & 0xC0FC * EACH_LETTER) ^ 0x80D8 * EACH_LETTER) & is_there.high;
  return (low | high) == 0;
}

// Whether all characters of a word are among those that begin with D8 to DB and stay as they are.
static bool is_fixed(const cak_fixed_letters *letters, const uint8_t *word, size_t length) {
  for (size_t i = 0; i + 1 < length; i += 2) {
    uint8_t number = (uint8_t)(word[i] << 6 | (word[i + 1] & 0x3F));
    if ((word[i] & 0xFC) != 0xD8 || !(letters->bits[number >> 6] >> (number & 63) & 1)) return false;
  }
  return length % 2 == 0;
}

// Decides about a term that may be a stop word, and is none as the word is spelled.
static uint8_t fate_of_other(const cak_stop_words *stop, const uint8_t *word, size_t length, const cak_terms *terms,
                             size_t term) {
  bool is_known = terms->counts[term] <= 16 || !stop->terms.has_longer;
  if (is_known && !is_in(&stop->terms, key_in(slot_of_term(terms, term)))) return CAK_TERM_KEPT;
  is_known = length <= 16 || !stop->spelled->has_longer;
  return is_known && is_fixed(stop->fixed, word, length) ? CAK_TERM_KEPT : CAK_TERM_UNDECIDED;
}

// Stops those of up to 64 terms whose words are stop words as they are spelled.
static void stop_spelled(const cak_stop_words *stop, const cak_word_ranges *words, uint64_t maybe, size_t from,
                         cak_terms *terms) {
  const cak_word_set spelled = *stop->spelled;
  const uint32_t *starts = words->starts, *ends = words->ends;
  const uint8_t *bytes = words->bytes;
  uint8_t *fates = terms->fates;
  bool letters_decide = stop->letters_decide;
  size_t text_end = ends[terms->count - 1], other_count = 0;
  uint32_t others[64];
  for (; maybe; maybe &= maybe - 1) {
    size_t i = from + (size_t)__builtin_ctzll(maybe), start = starts[i], length = ends[i] - start;
    cak_word_key word = first_bytes_within(bytes + start, length, text_end - start);
    bool is_short = length <= 16, is_stopped = is_in(&spelled, word) & is_short;
    // Without a branch.
    fates[i] += is_stopped & (fates[i] == CAK_TERM_KEPT);
    bool is_decided = is_stopped | (letters_decide & is_short & has_only_letters(word, length));
    others[other_count] = (uint32_t)i;
    other_count += !is_decided;
  }
  for (size_t number = 0; number < other_count; number++) {
    size_t i = others[number], start = starts[i], length = ends[i] - start;
    if (fates[i] == CAK_TERM_KEPT) fates[i] = fate_of_other(stop, bytes + start, length, terms, i);
  }
}

// Stops those of up to 64 terms that are stop words.
static void stop_terms(const cak_stop_words *stop, uint64_t maybe, size_t from, cak_terms *terms) {
  const cak_word_set set = stop->terms;
  for (; maybe; maybe &= maybe - 1) {
    size_t i = from + (size_t)__builtin_ctzll(maybe);
    uint8_t fate = is_in(&set, key_in(slot_of_term(terms, i))) ? CAK_TERM_STOPPED : CAK_TERM_KEPT;
    if (terms->counts[i] > 16) fate = set.has_longer ? CAK_TERM_UNDECIDED : CAK_TERM_KEPT;
    terms->fates[i] = terms->fates[i] == CAK_TERM_KEPT ? fate : terms->fates[i];
  }
}

void cak_stop_terms(const cak_stop_words *stop, const cak_word_ranges *words, cak_terms *terms) {
  cak_noted_kernel *find_noted = KERNEL_IN_USE(cak_find_noted);
  for (size_t from = 0; from < terms->count; from += 64) {
    size_t count = terms->count - from < 64 ? terms->count - from : 64;
    uint64_t maybe = find_noted(&stop->noted, terms->heads + from) & first_bits(count);
    if (stop->spelled)
      stop_spelled(stop, words, maybe, from, terms);
    else
      stop_terms(stop, maybe, from, terms);
  }
}
