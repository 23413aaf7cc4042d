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
  // Local copies: the compiler must not expect that bytes written change them.
  const uint64_t *kept_masks = folded->kept, *undecided_masks = folded->undecided;
  const uint32_t *kept_before = folded->kept_before, *undecided_before = folded->undecided_before;
  const uint8_t *front = folded->bytes + CAK_FOLDED_FRONT;
  uint32_t *tokens = terms->tokens, *starts = terms->starts, *counts = terms->counts;
  uint64_t *low = terms->low, *high = terms->high;
  uint8_t *fates = terms->fates;
  size_t found = 0, base = folded->start;
  uint32_t kept = rank(kept_masks, kept_before, start - base);
  uint32_t undecided = rank(undecided_masks, undecided_before, start - base);
  for (size_t i = 0; i < count; i++) {
    size_t end = ends[i] - base;
    uint32_t kept_after = rank(kept_masks, kept_before, end);
    uint32_t undecided_after = rank(undecided_masks, undecided_before, end);
    uint32_t length = kept_after - kept;
    const uint8_t *bytes = front + kept;
    tokens[found] = (uint32_t)i;
    starts[found] = CAK_FOLDED_FRONT + kept;
    counts[found] = length;
    low[found] = lowest(load8(bytes), length);
    high[found] = lowest(load8(bytes + 8), length < 8 ? 0 : length - 8);
    fates[found] = undecided_after != undecided ? CAK_TERM_UNDECIDED : CAK_TERM_KEPT;
    found += kinds[i] < first_other_kind;
    kept = kept_after;
    undecided = undecided_after;
  }
  terms->count = found;
}

INLINE uint32_t word_slot(uint64_t low, uint64_t high, uint32_t bits) {
  uint64_t mixed = (low ^ (high << 29 | high >> 35)) * 0x9E3779B97F4A7C15ull;
  return (uint32_t)(mixed >> (64 - bits));
}

uint32_t cak_word_slot(uint64_t low, uint64_t high, uint32_t bits) { return word_slot(low, high, bits); }

void cak_stop_terms(const cak_word_set *words, cak_terms *terms) {
  const uint64_t *word_low = words->low, *word_high = words->high, *low = terms->low, *high = terms->high;
  const uint32_t *counts = terms->counts;
  uint8_t *fates = terms->fates;
  uint32_t bits = words->bits, last = (1u << bits) - 1;
  bool has_longer = words->has_longer;
  size_t count = terms->count;
  for (size_t i = 0; i < count; i++) {
    uint32_t slot = word_slot(low[i], high[i], bits);
    // Nearly all words end here: at a free slot, or at their own.
    while (word_low[slot] != 0 && (word_low[slot] != low[i] || word_high[slot] != high[i])) slot = (slot + 1) & last;
    bool is_stopped = word_low[slot] != 0, is_long = counts[i] > 16;
    uint8_t fate = is_stopped ? CAK_TERM_STOPPED : CAK_TERM_KEPT;
    uint8_t long_fate = has_longer ? CAK_TERM_UNDECIDED : CAK_TERM_KEPT;
    fate = is_long ? long_fate : fate;
    fates[i] = fates[i] == CAK_TERM_KEPT ? fate : fates[i];
  }
}

void cak_copy_terms(const cak_terms *terms, const uint8_t *bytes, size_t first, size_t end, cak_term_list *list) {
  size_t count = list->count, position = list->position, byte_count = list->byte_count;
  const uint32_t *counts = terms->counts, *starts = terms->starts, *numbers = terms->tokens;
  const uint8_t *fates = terms->fates;
  uint8_t *target = list->bytes;
  size_t *ends = list->ends, *positions = list->positions;
  uint32_t *tokens = list->tokens;
  for (size_t i = first; i < end; i++) {
    uint32_t length = counts[i];
    const uint8_t *term = bytes + starts[i];
    bool is_stopped = fates[i] == CAK_TERM_STOPPED, is_kept = !is_stopped & (length > 0);
    memcpy(target + byte_count, term, 32);
    if (length > 32) memcpy(target + byte_count, term, length);
    byte_count += is_kept ? length : 0;
    ends[count] = byte_count;
    tokens[count] = numbers[i];
    positions[count] = position;
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

// The bytes that lead four.
INLINE uint64_t high_leads(uint64_t bytes) {
  return bytes & bytes << 1 & bytes << 2 & bytes << 3 & 0x8080808080808080ull;
}

// Words that are stemmed side by side, an affix after the other, so that the compiler can use vectors.
#define LANES 64

INLINE void stem_light(const cak_light_rules *rules, const uint8_t *bytes, uint32_t *starts, uint32_t *counts,
                       uint8_t *fates, size_t count) {
  uint64_t first[LANES], last[LANES], units[LANES], removed[LANES], cut[LANES], is_open[LANES], unseen[LANES];
  for (size_t from = 0; from < count; from += LANES) {
    size_t lanes = count - from < LANES ? count - from : LANES;
    for (size_t i = 0; i < lanes; i++) {
      const uint8_t *word = bytes + starts[from + i];
      uint32_t length = counts[from + i];
      first[i] = lowest(load8(word), length);
      last[i] = load8(word + length - 8);
      // Words of more than 32 bytes, and of four bytes a character, are for the caller.
      uint64_t second = lowest(load8(word + 8), length < 8 ? 0 : length - 8);
      uint64_t third = lowest(load8(word + 16), length < 16 ? 0 : length - 16);
      uint64_t fourth = lowest(load8(word + 24), length < 24 ? 0 : length - 24);
      uint64_t is_high = high_leads(first[i]) | high_leads(second) | high_leads(third) | high_leads(fourth);
      unseen[i] = (length > 32) | (is_high != 0);
      units[i] = leads(first[i]) + leads(second) + leads(third) + leads(fourth) - (32 - length);
    }
    for (size_t i = lanes; i < LANES; i++) first[i] = last[i] = units[i] = unseen[i] = 0;
    memset(removed, 0, sizeof removed);
    memset(cut, 0, sizeof cut);
    memset(is_open, 0xFF, sizeof is_open);
    for (size_t p = 0; p < rules->prefix_count; p++) {
      const cak_affix prefix = rules->prefixes[p];
      uint64_t mask = lowest(~0ull, prefix.count);
      for (size_t i = 0; i < LANES; i++) {
        bool is_fit = ((first[i] & mask) == prefix.bytes) & (units[i] >= prefix.minimum);
        uint64_t fits = is_fit ? is_open[i] : 0;
        removed[i] += fits & prefix.count;
        units[i] -= fits & prefix.units;
        is_open[i] &= ~fits;
      }
    }
    for (size_t s = 0; s < rules->suffix_count; s++) {
      const cak_affix suffix = rules->suffixes[s];
      uint64_t bits = 8u * suffix.count, mask = ~0ull << (64 - bits), wanted = suffix.bytes << (64 - bits);
      for (size_t i = 0; i < LANES; i++) {
        bool is_fit = ((last[i] & mask) == wanted) & (units[i] >= suffix.minimum);
        uint64_t fits = is_fit ? ~0ull : 0;
        last[i] <<= fits & bits;
        cut[i] += fits & suffix.count;
        units[i] -= fits & suffix.units;
      }
    }
    for (size_t i = 0; i < lanes; i++) {
      // What lay beyond eight bytes was not seen.
      bool is_undecided = unseen[i] | ((cut[i] > 4) & (units[i] > 2));
      starts[from + i] += is_undecided ? 0 : (uint32_t)removed[i];
      counts[from + i] -= is_undecided ? 0 : (uint32_t)(removed[i] + cut[i]);
      bool is_kept = fates[from + i] == CAK_TERM_KEPT;
      if (is_undecided & is_kept) fates[from + i] = CAK_TERM_UNDECIDED;
    }
  }
}

#if defined(__x86_64__)
#define POPCNT __attribute__((target("popcnt,bmi,bmi2,lzcnt")))

POPCNT static void find_terms_avx2(const size_t *ends, const uint8_t *kinds, size_t count, size_t start, uint8_t other,
                                   const cak_folded *folded, cak_terms *terms) {
  find_terms(ends, kinds, count, start, other, folded, terms);
}

__attribute__((target("avx2,popcnt,bmi,bmi2"))) static void stem_light_avx2(const cak_light_rules *rules,
                                                                           const uint8_t *bytes, uint32_t *starts,
                                                                           uint32_t *counts, uint8_t *fates,
                                                                           size_t count) {
  stem_light(rules, bytes, starts, counts, fates, count);
}

__attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,popcnt,bmi,bmi2"))) static void
stem_light_avx512(const cak_light_rules *rules, const uint8_t *bytes, uint32_t *starts, uint32_t *counts,
                  uint8_t *fates, size_t count) {
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
  if (cak_kernel() == CAK_KERNEL_AVX512) {
    stem_light_avx512(rules, bytes, starts, counts, fates, count);
    return;
  }
  if (cak_kernel() == CAK_KERNEL_AVX2) {
    stem_light_avx2(rules, bytes, starts, counts, fates, count);
    return;
  }
#endif
  stem_light(rules, bytes, starts, counts, fates, count);
}
