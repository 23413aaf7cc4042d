// Light stems of words that are cut already. The loop takes no branch on the letters of a word: what words begin and end
// with cannot be predicted.
#include "runtime/kernel_choice.h"
#include "runtime/inline.h"
#include "stem/light_affixes.h"
#include "runtime/load.h"
#include "runtime/x86.h"

static bool has_bytes(const uint8_t *bytes, const cak_affix *affix) {
  return ((load8(bytes) ^ affix->bytes) & (~0ull >> (64 - 8 * affix->count))) == 0;
}

// One word, by the rules as they are stated.
static void stem_one(const cak_light_rules *rules, const uint8_t *bytes, size_t *start, size_t *end) {
  size_t units = 0, length = *end - *start;
  // Neither a prefix nor a suffix, whatever is between.
  if (length < 2 || ((bytes[*start] & 0xFC) != 0xD8 && (bytes[*end - 2] & 0xFC) != 0xD8)) return;
  for (size_t i = *start; i < *end; i++) units += ((bytes[i] & 0xC0) != 0x80) + (bytes[i] >= 0xF0);
  for (size_t i = 0; i < rules->prefix_count; i++) {
    const cak_affix *prefix = &rules->prefixes[i];
    if (units < prefix->minimum || *end - *start < prefix->count || !has_bytes(bytes + *start, prefix)) continue;
    *start += prefix->count;
    units -= prefix->units;
    break;
  }
  for (size_t i = 0; i < rules->suffix_count; i++) {
    const cak_affix *suffix = &rules->suffixes[i];
    if (units < suffix->minimum || *end - *start < suffix->count) continue;
    if (!has_bytes(bytes + *end - suffix->count, suffix)) continue;
    *end -= suffix->count;
    units -= suffix->units;
  }
}

// No word is so long that it matters how much longer it is; an odd number, as for words that are not all letters.
#define LONG_WORD 0xFFFF

// The stem of a word of which more is to be seen than its ends.
static void stem_again(const cak_light_rules *rules, const uint8_t *bytes, const cak_light_affixes *affixes, size_t i,
                       size_t *start, size_t *end) {
  *start -= 2 * (size_t)affixes->prefixes[i];
  *end += 2 * (size_t)affixes->suffixes[i];
  stem_one(rules, bytes, start, end);
}

void cak_stem_light_words(const cak_light_rules *rules, const cak_stem_words *words, cak_stems *stems) {
  cak_light_kernel *find_affixes = KERNEL_IN_USE(cak_find_light_affixes);
  const uint8_t *bytes = words->bytes;
  const size_t *ends = words->ends;
  uint8_t *target = stems->bytes;
  size_t *stem_ends = stems->ends;
  size_t byte_count = stems->byte_count;
  uint64_t heads[64] = {0}, tails[64] = {0};
  uint32_t counts[64] = {0};
  cak_light_affixes affixes;
  for (size_t from = stems->count; from < words->count; from += 64) {
    size_t count = words->count - from < 64 ? words->count - from : 64;
    size_t start = from > 0 ? ends[from - 1] : words->start, word = start;
    for (size_t i = 0; i < count; i++) {
      size_t length = ends[from + i] - word;
      outer_bytes outer = outer_bytes_of(bytes + word, length);
      heads[i] = outer.head, tails[i] = outer.tail;
      counts[i] = (uint32_t)(length < LONG_WORD ? length : LONG_WORD);
      word = ends[from + i];
    }
    uint64_t again = find_affixes(rules, heads, tails, counts, &affixes);
    for (size_t i = 0; i < count; i++) {
      size_t stem = start + 2 * (size_t)affixes.prefixes[i], end = ends[from + i] - 2 * (size_t)affixes.suffixes[i];
      if (__builtin_expect(again >> i & 1, 0)) stem_again(rules, bytes, &affixes, i, &stem, &end);
      memcpy(target + byte_count, bytes + stem, 32);
      if (end - stem > 32) memcpy(target + byte_count, bytes + stem, end - stem);
      byte_count += end - stem;
      stem_ends[from + i] = byte_count;
      start = ends[from + i];
    }
  }
  stems->count = words->count;
  stems->byte_count = byte_count;
}

// Takes affixes off 64 terms, for which there is room.
ALWAYS_INLINE void take_affixes_off(const cak_light_affixes *affixes, uint32_t *starts, uint32_t *counts) {
  for (size_t i = 0; i < 64; i++) {
    uint32_t before = 2u * affixes->prefixes[i];
    starts[i] += before;
    counts[i] -= before + 2u * affixes->suffixes[i];
  }
}

ALWAYS_INLINE void stem_terms(const cak_light_rules *rules, cak_terms *terms, cak_light_kernel *find_affixes) {
  cak_light_affixes affixes;
  for (size_t from = 0; from < terms->count; from += 64) {
    size_t count = terms->count - from < 64 ? terms->count - from : 64;
    uint32_t *starts = terms->starts + from, *counts = terms->counts + from;
    uint64_t again = find_affixes(rules, terms->heads + from, terms->tails + from, counts, &affixes);
    take_affixes_off(&affixes, starts, counts);
    for (again &= first_bits(count); again; again &= again - 1) {
      size_t i = (size_t)__builtin_ctzll(again), start = starts[i], end = start + counts[i];
      stem_again(rules, terms->bytes, &affixes, i, &start, &end);
      starts[i] = (uint32_t)start;
      counts[i] = (uint32_t)(end - start);
    }
  }
}

#if defined(CAK_HAS_AVX512)
AVX512 void stem_terms_avx512(const cak_light_rules *rules, cak_terms *terms) {
  stem_terms(rules, terms, cak_find_light_affixes_avx512);
}
#endif

void cak_stem_light_terms(const cak_light_rules *rules, cak_terms *terms) {
#if defined(CAK_HAS_AVX512)
  if (cak_kernel() == CAK_KERNEL_AVX512) return stem_terms_avx512(rules, terms);
#endif
  stem_terms(rules, terms, KERNEL_IN_USE(cak_find_light_affixes));
}
