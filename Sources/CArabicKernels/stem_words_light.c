// Light stems of words that are cut already. The loop takes no branch on the letters of a word: what words begin and end
// with cannot be predicted.
#include "load_internal.h"
#include "stem_words.h"

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

#define EACH_LETTER 0x0001000100010001ull

// Whether what is masked of eight bytes are letters of U+0600–06FF.
static uint32_t are_letters(uint64_t bytes, uint64_t mask) {
  return ((bytes ^ 0x80D8 * EACH_LETTER) & 0xC0FC * EACH_LETTER & mask) == 0;
}

// Of four letters their lowest bytes, each in 16 bits.
static uint64_t letters(uint64_t bytes) {
  return (bytes & 3 * EACH_LETTER) << 6 | (bytes >> 8 & 0x3F * EACH_LETTER);
}

static size_t at_most(size_t value, size_t limit) { return value < limit ? value : limit; }

// The stem of a word from `*start` up to `*end`.
static inline __attribute__((always_inline)) void stem_word(const cak_light_tables *tables, const uint8_t *bytes,
                                                            size_t *start, size_t *end) {
  const uint8_t *prefix_classes = tables->prefix_classes, *suffix_classes = tables->suffix_classes;
  size_t length = *end - *start, missing = 64 - 8 * at_most(length, 8);
  uint64_t mask = missing == 64 ? 0 : ~0ull >> missing, high_mask = missing == 64 ? 0 : ~0ull << missing;
  uint64_t head = load8(bytes + *start) & mask, tail = load8(bytes + *end - 8) & high_mask;
  uint64_t from_start = letters(head), from_end = letters(tail);
  size_t prefix_row = (size_t)prefix_classes[from_start & 0xFF] | (size_t)prefix_classes[from_start >> 16 & 0xFF] << 3 |
                      (size_t)prefix_classes[from_start >> 32 & 0xFF] << 6;
  size_t suffix_row = (size_t)suffix_classes[from_end >> 48] | (size_t)suffix_classes[from_end >> 32 & 0xFF] << 3 |
                      (size_t)suffix_classes[from_end >> 16 & 0xFF] << 6 |
                      (size_t)suffix_classes[from_end & 0xFF] << 9;
  // In a word of more than eight letters it is enough to know the outer ones.
  size_t units = length / 2;
  size_t prefix = tables->prefixes[at_most(units, CAK_LIGHT_PREFIX_LENGTH) << 9 | prefix_row];
  size_t suffix = tables->suffixes[at_most(units - prefix, CAK_LIGHT_SUFFIX_LENGTH) << 12 | suffix_row];
  bool is_known = are_letters(head, mask) & are_letters(tail, high_mask) & !(length & 1);
  if (!is_known | (suffix == CAK_LIGHT_UNKNOWN)) {
    stem_one(tables->rules, bytes, start, end);
  } else {
    *start += 2 * prefix;
    *end -= 2 * suffix;
  }
}

void cak_stem_light_words(const cak_light_tables *tables, const cak_stem_words *words, cak_stems *stems) {
  const cak_light_tables local = *tables;
  const uint8_t *bytes = words->bytes;
  const size_t *ends = words->ends;
  uint8_t *target = stems->bytes;
  size_t *stem_ends = stems->ends;
  size_t byte_count = stems->byte_count, first = stems->count, count = words->count;
  size_t start = first == 0 ? words->start : ends[first - 1];
  for (size_t i = first; i < count; i++) {
    size_t stem = start, end = ends[i];
    stem_word(&local, bytes, &stem, &end);
    memcpy(target + byte_count, bytes + stem, 32);
    if (end - stem > 32) memcpy(target + byte_count, bytes + stem, end - stem);
    byte_count += end - stem;
    stem_ends[i] = byte_count;
    start = ends[i];
  }
  stems->count = count;
  stems->byte_count = byte_count;
}

void cak_stem_light_terms(const cak_light_tables *tables, const uint8_t *bytes, cak_terms *terms) {
  const cak_light_tables local = *tables;
  uint32_t *starts = terms->starts, *counts = terms->counts;
  uint64_t *low = terms->low, *high = terms->high;
  size_t count = terms->count;
  for (size_t i = 0; i < count; i++) {
    size_t start = starts[i], end = start + counts[i];
    stem_word(&local, bytes, &start, &end);
    starts[i] = (uint32_t)start;
    counts[i] = (uint32_t)(end - start);
    cak_word_key key = first_bytes(bytes + start, end - start);
    low[i] = key.low;
    high[i] = key.high;
  }
}
