// Which terms are stop words. No branch depends on whether a word is one, which cannot be predicted: those that may be are
// listed.
#include "runtime/inline.h"
#include "runtime/kernel_choice.h"
#include "runtime/load.h"
#include "terms/term_slots.h"
#include "terms/stop_filter.h"

_Static_assert(CAK_TERM_STOPPED == CAK_TERM_KEPT + 1, "a kept term is stopped by adding 1");

// Every bit of the word changes both slots. Letters of one script differ in few bits each, always the same ones: where
// the halves of a number are laid over each other first, many words have a slot in common, and no table holds them.
ALWAYS_INLINE cak_word_slots slots_of(cak_word_key word, uint32_t bits) {
  __uint128_t product = (__uint128_t)(word.low ^ 0xA0761D6478BD642Full) * (word.high ^ 0xE7037ED1A0B428DBull);
  uint64_t mixed = (uint64_t)product ^ (uint64_t)(product >> 64);
  return (cak_word_slots){(uint32_t)(mixed >> (64 - bits)), (uint32_t)mixed >> (32 - bits)};
}

cak_word_slots cak_slots_of(cak_word_key word, uint32_t bits) { return slots_of(word, bits); }

ALWAYS_INLINE bool is_at(const cak_word_key *slot, cak_word_key word) {
  return ((slot->low ^ word.low) | (slot->high ^ word.high)) == 0;
}

// Both slots are looked at: which one a word is in cannot be predicted.
ALWAYS_INLINE bool is_in(const cak_word_set *set, cak_word_key word) {
  cak_word_slots slots = slots_of(word, set->bits);
  bool is_first = is_at(set->keys + slots.first, word), is_second = is_at(set->keys + slots.second, word);
  return (is_first | is_second) & (word.low != 0);
}

void cak_insert_in_filter(cak_word_filter *filter, uint64_t low) { insert_head(filter, low); }

#define EACH_LETTER 0x0001000100010001ull

// Whether a word, up to its first 16 bytes, has only letters of U+0600–06FF.
ALWAYS_INLINE bool has_only_letters(cak_word_key word, size_t length) {
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

// Whether a term may be a stop word that went through the second profile too. Nothing may be left of one.
static bool may_be_stopped(const cak_word_set *set, const cak_terms *terms, size_t term) {
  uint32_t count = terms->counts[term];
  if (count == 0) return set->has_empty;
  return (count > 16 && set->has_longer) || is_in(set, key_in(slot_of_term(terms, term)));
}

// Decides about a term that may be a stop word, and is none as the word is spelled.
static uint8_t status_of_other(const cak_stop_words *stop, const uint8_t *word, size_t length, const cak_terms *terms,
                               size_t term) {
  if (!may_be_stopped(&stop->terms, terms, term)) return CAK_TERM_KEPT;
  bool is_known = length <= 16 || !stop->spelled->has_longer;
  return is_known && is_fixed(stop->fixed, word, length) ? CAK_TERM_KEPT : CAK_TERM_UNDECIDED;
}

// Stops those of up to 64 terms whose words are stop words as they are spelled.
static void stop_spelled(const cak_stop_words *stop, const cak_word_ranges *words, uint64_t maybe, size_t from,
                         cak_terms *terms) {
  const cak_word_set spelled = *stop->spelled;
  const uint32_t *starts = words->starts, *ends = words->ends;
  const uint8_t *bytes = words->bytes;
  uint8_t *statuses = terms->statuses;
  bool letters_decide = stop->letters_decide;
  size_t text_end = ends[terms->count - 1], other_count = 0;
  uint32_t others[64];
  for (; maybe; maybe &= maybe - 1) {
    size_t i = from + (size_t)__builtin_ctzll(maybe), start = starts[i], length = ends[i] - start;
    cak_word_key word = first_bytes_within(bytes + start, length, text_end - start);
    bool is_short = length <= 16, is_stopped = is_in(&spelled, word) & is_short;
    // Without a branch.
    statuses[i] += is_stopped & (statuses[i] == CAK_TERM_KEPT);
    bool is_decided = is_stopped | (letters_decide & is_short & has_only_letters(word, length));
    others[other_count] = (uint32_t)i;
    other_count += !is_decided;
  }
  for (size_t number = 0; number < other_count; number++) {
    size_t i = others[number], start = starts[i], length = ends[i] - start;
    if (statuses[i] == CAK_TERM_KEPT) statuses[i] = status_of_other(stop, bytes + start, length, terms, i);
  }
}

// Stops those of up to 64 terms that are stop words.
static void stop_terms(const cak_stop_words *stop, uint64_t maybe, size_t from, cak_terms *terms) {
  const cak_word_set set = stop->terms;
  for (; maybe; maybe &= maybe - 1) {
    size_t i = from + (size_t)__builtin_ctzll(maybe);
    uint8_t status = is_in(&set, key_in(slot_of_term(terms, i))) ? CAK_TERM_STOPPED : CAK_TERM_KEPT;
    if (terms->counts[i] > 16) status = set.has_longer ? CAK_TERM_UNDECIDED : CAK_TERM_KEPT;
    terms->statuses[i] = terms->statuses[i] == CAK_TERM_KEPT ? status : terms->statuses[i];
  }
}

bool cak_hold_short_words(cak_short_words *held, const uint32_t *words, size_t count) {
  // Each word that has to make room goes to its other place. A chain that does not end soon is a circle.
  enum { LONGEST_CHAIN = 512 };
  uint32_t at[2][128] = {{0}};
  for (size_t i = 0; i < count; i++) {
    uint32_t word = words[i];
    short_places places = places_of_short(word);
    if (at[0][places.places[0]] == word || at[1][places.places[1]] == word) continue;
    int steps = 0;
    for (; word != 0 && steps < LONGEST_CHAIN; steps++) {
      uint32_t *place = &at[steps & 1][places_of_short(word).places[steps & 1]], other = *place;
      *place = word;
      word = other;
    }
    if (steps == LONGEST_CHAIN) return false;
  }
  for (int hash = 0; hash < 2; hash++) {
    for (int place = 0; place < 128; place++) {
      for (int i = 0; i < 4; i++) held->letters[hash][i][place] = (uint8_t)(at[hash][place] >> 8 * i);
    }
  }
  return true;
}

#if defined(__x86_64__)
// Of some words the first eight bytes or more, and what follows in the text.
static void read_heads(const cak_word_ranges *words, size_t from, size_t count, size_t text_end, uint64_t *heads) {
  const uint32_t *starts = words->starts + from;
  const uint8_t *bytes = words->bytes;
  size_t inside = count;
  while (inside > 0 && text_end - starts[inside - 1] < 8) inside--;
  for (size_t i = 0; i < inside; i++) heads[i] = load8(bytes + starts[i]);
  for (size_t i = inside; i < count; i++) {
    heads[i] = 0;
    memcpy(&heads[i], bytes + starts[i], text_end - starts[i]);
  }
}

// Stops short words side by side, and the others one by one.
static void stop_short(const cak_stop_words *stop, const cak_word_ranges *words, cak_terms *terms) {
  // Many words at a time: what was just written must not be read in larger pieces at once.
  enum { GROUP = 512 };
  uint64_t heads[GROUP] = {0};
  size_t text_end = words->ends[terms->count - 1];
  for (size_t group = 0; group < terms->count; group += GROUP) {
    size_t end = terms->count - group < GROUP ? terms->count : group + GROUP;
    read_heads(words, group, end - group, text_end, heads);
    for (size_t from = group; from < end; from += 64) {
      found_short found = cak_stop_short_avx512(stop->short_spelled, heads + (from - group), words->starts + from,
                                                words->ends + from, terms->statuses + from);
      uint64_t inside = first_bits(end - from), decided = stop->letters_decide ? found.are_short : found.are_held;
      uint64_t maybe = cak_filter_words_avx512(&stop->filter, terms->heads + from) & inside & ~decided;
      stop_spelled(stop, words, maybe, from, terms);
    }
  }
}
#endif

void cak_stop_terms(const cak_stop_words *stop, const cak_word_ranges *words, cak_terms *terms) {
#if defined(__x86_64__)
  if (cak_kernel() == CAK_KERNEL_AVX512 && stop->spelled && stop->short_spelled) return stop_short(stop, words, terms);
#endif
  cak_filter_kernel *filter_words = KERNEL_IN_USE(cak_filter_words);
  for (size_t from = 0; from < terms->count; from += 64) {
    size_t count = terms->count - from < 64 ? terms->count - from : 64;
    uint64_t maybe = filter_words(&stop->filter, terms->heads + from) & first_bits(count);
    if (stop->spelled) stop_spelled(stop, words, maybe, from, terms);
    else stop_terms(stop, maybe, from, terms);
  }
}
