// The loops over terms. They take no branch on what a term is: what words begin and end with cannot be predicted.
#include "cpu.h"
#include "terms.h"
#include <string.h>

#define INLINE static inline __attribute__((always_inline))

INLINE uint64_t load8(const uint8_t *bytes) {
  uint64_t value;
  memcpy(&value, bytes, 8);
  return value;
}

// The lowest `count` bytes of a number, up to eight of them.
INLINE uint64_t lowest(uint64_t value, uint32_t count) {
  return count >= 8 ? value : value & ((1ull << (8 * count)) - 1);
}

INLINE uint32_t rank(const uint64_t *masks, const uint32_t *before, size_t at) {
  return before[at >> 6] + (uint32_t)__builtin_popcountll(masks[at >> 6] & ((1ull << (at & 63)) - 1));
}

INLINE void find_terms(const size_t *ends, const uint8_t *kinds, size_t count, size_t start, uint8_t first_other_kind,
                       const cak_folded *folded, cak_terms *terms) {
  size_t found = 0;
  uint32_t kept = rank(folded->kept, folded->kept_before, start - folded->start);
  uint32_t undecided = rank(folded->undecided, folded->undecided_before, start - folded->start);
  for (size_t i = 0; i < count; i++) {
    size_t end = ends[i] - folded->start;
    uint32_t kept_after = rank(folded->kept, folded->kept_before, end);
    uint32_t undecided_after = rank(folded->undecided, folded->undecided_before, end);
    uint32_t length = kept_after - kept;
    const uint8_t *bytes = folded->bytes + CAK_FOLDED_FRONT + kept;
    terms->tokens[found] = (uint32_t)i;
    terms->starts[found] = CAK_FOLDED_FRONT + kept;
    terms->counts[found] = length;
    terms->low[found] = lowest(load8(bytes), length);
    terms->high[found] = lowest(load8(bytes + 8), length < 8 ? 0 : length - 8);
    terms->fates[found] = undecided_after != undecided ? CAK_TERM_UNDECIDED : CAK_TERM_KEPT;
    found += kinds[i] < first_other_kind;
    kept = kept_after;
    undecided = undecided_after;
  }
  terms->count = found;
}

uint32_t cak_word_slot(uint64_t low, uint64_t high, uint32_t bits) {
  uint64_t mixed = (low ^ (high << 29 | high >> 35)) * 0x9E3779B97F4A7C15ull;
  return (uint32_t)(mixed >> (64 - bits));
}

void cak_stop_terms(const cak_word_set *words, cak_terms *terms) {
  uint32_t last = (1u << words->bits) - 1;
  for (size_t i = 0; i < terms->count; i++) {
    uint64_t low = terms->low[i], high = terms->high[i];
    uint32_t slot = cak_word_slot(low, high, words->bits);
    while (words->low[slot] != 0 && (words->low[slot] != low || words->high[slot] != high)) slot = (slot + 1) & last;
    uint8_t is_stopped = words->low[slot] != 0 && terms->counts[i] <= 16;
    uint8_t is_long = words->has_longer && terms->counts[i] > 16;
    uint8_t fate = is_long ? CAK_TERM_UNDECIDED : is_stopped ? CAK_TERM_STOPPED : CAK_TERM_KEPT;
    terms->fates[i] = terms->fates[i] == CAK_TERM_KEPT ? fate : terms->fates[i];
  }
}

void cak_copy_terms(const cak_terms *terms, const uint8_t *bytes, size_t first, size_t end, cak_term_list *list) {
  size_t count = list->count, position = list->position, byte_count = list->byte_count;
  for (size_t i = first; i < end; i++) {
    uint32_t length = terms->counts[i];
    const uint8_t *term = bytes + terms->starts[i];
    bool is_stopped = terms->fates[i] == CAK_TERM_STOPPED, is_kept = !is_stopped & (length > 0);
    memcpy(list->bytes + byte_count, term, 16);
    if (length > 16) memcpy(list->bytes + byte_count, term, length);
    byte_count += is_kept ? length : 0;
    list->ends[count] = byte_count;
    list->tokens[count] = terms->tokens[i];
    list->positions[count] = position;
    count += is_kept;
    position += is_kept | is_stopped;
  }
  list->count = count;
  list->position = position;
  list->byte_count = byte_count;
}

// How many bytes of eight are no trail.
INLINE uint32_t leads(uint64_t bytes) {
  uint64_t trails = bytes & ~(bytes << 1) & 0x8080808080808080ull;
  return 8 - (uint32_t)__builtin_popcountll(trails);
}

INLINE void stem_light(const cak_light_rules *rules, const uint8_t *bytes, uint32_t *starts, uint32_t *counts,
                       uint8_t *fates, size_t count) {
  for (size_t i = 0; i < count; i++) {
    const uint8_t *word = bytes + starts[i];
    uint32_t length = counts[i];
    uint64_t first = lowest(load8(word), length);
    uint64_t last = load8(word + length - 8);
    // Words of more than sixteen bytes, and of four bytes a character, are for the caller.
    uint64_t second = lowest(load8(word + 8), length < 8 ? 0 : length - 8);
    uint64_t is_high = first & first << 1 & first << 2 & first << 3;
    is_high |= second & second << 1 & second << 2 & second << 3;
    uint32_t is_undecided = length > 16 || (is_high & 0x8080808080808080ull) != 0;
    uint32_t units = leads(first) + leads(second) - (16 - length);
    uint32_t removed = 0, is_open = 1;
    for (size_t p = 0; p < rules->prefix_count; p++) {
      const cak_affix *prefix = rules->prefixes + p;
      uint32_t fits = is_open & (lowest(first, prefix->count) == prefix->bytes) & (units >= prefix->minimum);
      removed += fits ? prefix->count : 0;
      units -= fits ? prefix->units : 0;
      is_open &= ~fits;
    }
    starts[i] += removed;
    length -= removed;
    uint32_t cut = 0;
    for (size_t s = 0; s < rules->suffix_count; s++) {
      const cak_affix *suffix = rules->suffixes + s;
      uint32_t fits = (last >> (64 - 8 * suffix->count) == suffix->bytes) & (units >= suffix->minimum);
      uint32_t bits = fits ? 8 * suffix->count : 0;
      last <<= bits & 63;
      cut += bits;
      units -= fits ? suffix->units : 0;
    }
    // What lay beyond eight bytes was not seen.
    is_undecided |= cut > 32 && units > 2;
    counts[i] = length - cut / 8;
    if (is_undecided) {
      starts[i] -= removed;
      counts[i] = length + removed;
      fates[i] = fates[i] == CAK_TERM_KEPT ? CAK_TERM_UNDECIDED : fates[i];
    }
  }
}

#if defined(__x86_64__)
#define POPCNT __attribute__((target("popcnt,bmi,bmi2,lzcnt")))

POPCNT static void find_terms_avx2(const size_t *ends, const uint8_t *kinds, size_t count, size_t start, uint8_t other,
                                   const cak_folded *folded, cak_terms *terms) {
  find_terms(ends, kinds, count, start, other, folded, terms);
}

POPCNT static void stem_light_avx2(const cak_light_rules *rules, const uint8_t *bytes, uint32_t *starts,
                                   uint32_t *counts, uint8_t *fates, size_t count) {
  stem_light(rules, bytes, starts, counts, fates, count);
}
#endif

void cak_find_terms(const size_t *ends, const uint8_t *kinds, size_t count, size_t start, uint8_t first_other_kind,
                    const cak_folded *folded, cak_terms *terms) {
#if defined(__x86_64__)
  if (cak_kernel() >= CAK_KERNEL_AVX2) {
    find_terms_avx2(ends, kinds, count, start, first_other_kind, folded, terms);
    return;
  }
#endif
  find_terms(ends, kinds, count, start, first_other_kind, folded, terms);
}

void cak_stem_light(const cak_light_rules *rules, const uint8_t *bytes, uint32_t *starts, uint32_t *counts,
                    uint8_t *fates, size_t count) {
#if defined(__x86_64__)
  if (cak_kernel() >= CAK_KERNEL_AVX2) {
    stem_light_avx2(rules, bytes, starts, counts, fates, count);
    return;
  }
#endif
  stem_light(rules, bytes, starts, counts, fates, count);
}
