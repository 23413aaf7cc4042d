// The loops over terms. They take no branch on what a term is: what words begin and end with cannot be predicted.
#include "cpu.h"
#include "load_internal.h"
#include "terms.h"

#define INLINE static inline __attribute__((always_inline))

INLINE uint32_t rank(const uint64_t *masks, const uint32_t *before, size_t at) {
  return before[at >> 6] + (uint32_t)__builtin_popcountll(masks[at >> 6] & ((1ull << (at & 63)) - 1));
}

// Marks the terms that hold something undecided, which few blocks have.
static void mark_undecided(const size_t *word_starts, const cak_folded *folded, cak_terms *terms) {
  size_t term = 0;
  for (size_t block_start = 0; block_start < word_starts[terms->count]; block_start += 64) {
    uint64_t undecided = folded->undecided[block_start / 64];
    if (undecided == 0) continue;
    while (term < terms->count && word_starts[term + 1] <= block_start) term++;
    for (size_t i = term; i < terms->count; i++) {
      size_t from = word_starts[i], end = word_starts[i + 1] - 1;
      if (from >= block_start + 64) break;
      uint64_t inside = from > block_start ? ~0ull << (from - block_start) : ~0ull;
      if (end < block_start + 64) inside &= (1ull << (end - block_start)) - 1;
      if (undecided & inside) terms->fates[i] = CAK_TERM_UNDECIDED;
    }
  }
}

INLINE void find_terms(const cak_spaced_words *words, const cak_folded *folded, cak_terms *terms) {
  // Local copies: the compiler must not expect that bytes written change them.
  const size_t *word_starts = words->starts;
  const uint64_t *kept_masks = folded->kept;
  const uint32_t *kept_before = folded->kept_before;
  const uint8_t *front = folded->bytes + CAK_FOLDED_FRONT;
  uint32_t *starts = terms->starts, *counts = terms->counts;
  uint64_t *low = terms->low, *high = terms->high;
  uint8_t *fates = terms->fates;
  size_t count = terms->count;
  for (size_t i = 0; i < count; i++) {
    uint32_t kept = rank(kept_masks, kept_before, word_starts[i]);
    uint32_t length = rank(kept_masks, kept_before, word_starts[i + 1] - 1) - kept;
    const uint8_t *bytes = front + kept;
    starts[i] = CAK_FOLDED_FRONT + kept;
    counts[i] = length;
    cak_word_key key = first_bytes(bytes, length);
    low[i] = key.low;
    high[i] = key.high;
    fates[i] = CAK_TERM_KEPT;
  }
  mark_undecided(word_starts, folded, terms);
}

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
INLINE bool is_in(const cak_word_key *keys, uint32_t bits, cak_word_key word) {
  cak_word_slots slots = slots_of(word, bits);
  bool is_first = is_at(keys + slots.first, word), is_second = is_at(keys + slots.second, word);
  return (is_first | is_second) & (word.low != 0);
}

void cak_stop_terms(const cak_word_set *words, cak_terms *terms) {
  const cak_word_key *keys = words->keys;
  const uint64_t *low = terms->low, *high = terms->high;
  const uint32_t *counts = terms->counts;
  uint8_t *fates = terms->fates;
  uint32_t bits = words->bits;
  uint8_t fate_of_long = words->has_longer ? CAK_TERM_UNDECIDED : CAK_TERM_KEPT;
  size_t count = terms->count;
  for (size_t i = 0; i < count; i++) {
    uint8_t fate = is_in(keys, bits, (cak_word_key){low[i], high[i]}) ? CAK_TERM_STOPPED : CAK_TERM_KEPT;
    fate = counts[i] > 16 ? fate_of_long : fate;
    fates[i] = fates[i] == CAK_TERM_KEPT ? fate : fates[i];
  }
}

// Whether all characters of a word are among those that begin with D8 to DB and stay as they are.
static bool is_fixed(const cak_fixed_letters *letters, const uint8_t *word, size_t length) {
  for (size_t i = 0; i + 1 < length; i += 2) {
    uint8_t number = (uint8_t)(word[i] << 6 | (word[i + 1] & 0x3F));
    if ((word[i] & 0xFC) != 0xD8 || !(letters->bits[number >> 6] >> (number & 63) & 1)) return false;
  }
  return length % 2 == 0;
}

// Decides about a stopped term by its word, from which on so much is left.
INLINE uint8_t confirm_stop(const cak_word_set *stop_words, const cak_fixed_letters *letters, const uint8_t *word,
                            size_t length, size_t left) {
  cak_word_key key = first_bytes_within(word, length, left);
  if (length <= 16 && is_in(stop_words->keys, stop_words->bits, key)) return CAK_TERM_STOPPED;
  bool is_known = length <= 16 || !stop_words->has_longer;
  return is_known && is_fixed(letters, word, length) ? CAK_TERM_KEPT : CAK_TERM_UNDECIDED;
}

void cak_confirm_stops(const cak_word_set *stop_words, const cak_fixed_letters *letters,
                       const cak_spaced_words *words, cak_terms *terms) {
  uint8_t *fates = terms->fates;
  size_t text_end = words->starts[terms->count];
  // Which terms are stopped cannot be predicted, so they are listed first.
  uint32_t stopped[64];
  for (size_t from = 0; from < terms->count; from += 64) {
    size_t to = terms->count - from < 64 ? terms->count : from + 64, found = 0;
    for (size_t i = from; i < to; i++) {
      stopped[found] = (uint32_t)i;
      found += fates[i] == CAK_TERM_STOPPED;
    }
    for (size_t i = 0; i < found; i++) {
      size_t from = words->starts[stopped[i]], length = words->starts[stopped[i] + 1] - 1 - from;
      fates[stopped[i]] = confirm_stop(stop_words, letters, words->bytes + from, length, text_end - from);
    }
  }
}

#if defined(__x86_64__)
__attribute__((target("avx2,popcnt,bmi,bmi2,lzcnt"))) static void
find_terms_avx2(const cak_spaced_words *words, const cak_folded *folded, cak_terms *terms) {
  find_terms(words, folded, terms);
}
#endif

void cak_find_terms(const cak_spaced_words *words, const cak_folded *folded, cak_terms *terms) {
#if defined(__x86_64__)
  if (cak_kernel() >= CAK_KERNEL_AVX2) {
    find_terms_avx2(words, folded, terms);
    return;
  }
#endif
  find_terms(words, folded, terms);
}
