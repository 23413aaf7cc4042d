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

// What of four letters of two bytes shows that they are not of U+0600–06FF; 0 if they are.
static uint64_t unlike_letters(uint64_t bytes) { return (bytes ^ 0x80D8 * EACH_LETTER) & 0xC0FC * EACH_LETTER; }

// Of four letters their lowest bytes, each in 16 bits.
static uint64_t letters(uint64_t bytes) {
  return (bytes & 3 * EACH_LETTER) << 6 | (bytes >> 8 & 0x3F * EACH_LETTER);
}

// A compiler makes a branch of a comparison, and how long a word is cannot be predicted.
static size_t at_most(size_t value, size_t limit) {
  size_t below = (size_t)((ptrdiff_t)(value - limit) >> (8 * sizeof(size_t) - 1));
  return limit + ((value - limit) & below);
}

// Whether two bytes are both other than 0: all bits or none.
static uint64_t both(uint64_t first, uint64_t second) { return 0 - (uint64_t)(first * second != 0); }

// The stem of a word from `*start` up to `*end`.
static inline __attribute__((always_inline)) void stem_word(const cak_light_tables *tables, const uint8_t *bytes,
                                                            size_t *start, size_t *end) {
  size_t length = *end - *start;
  uint64_t head = load8(bytes + *start), tail = load8(bytes + *end - 8);
  uint64_t unlike_head = unlike_letters(head), unlike_tail = unlike_letters(tail);
  // Nothing falls where neither end is such a letter. A mask, since which script follows which cannot be predicted.
  uint64_t has_letters = ~both(unlike_head & 0xFF, unlike_tail >> 48 & 0xFF);
  size_t units = length / 2 & has_letters;
  // No affix is longer than the words from which it falls, so what stands beside a word has no part in its row.
  uint64_t from_start = letters(head), from_end = letters(tail);
  from_start |= from_start >> 8;
  from_end |= from_end >> 8;
  size_t prefix_row =
      tables->prefix_pairs[from_start & 0xFFFF] | (size_t)tables->prefix_classes[from_start >> 32 & 0xFF] << 6;
  size_t suffix_row =
      tables->suffix_pairs[from_end >> 32 & 0xFFFF] | (size_t)tables->suffix_pairs[from_end & 0xFFFF] << 6;
  size_t prefix = tables->prefixes[at_most(units, CAK_LIGHT_PREFIX_LENGTH) << 9 | prefix_row];
  size_t suffix = tables->suffixes[at_most(units - prefix, CAK_LIGHT_SUFFIX_LENGTH) << 12 | suffix_row];
  // In a word of more than eight letters it is enough to know the outer ones.
  uint64_t mask = load8(cak_mask + CAK_MASK_END - at_most(length, 8));
  uint64_t unknown = (unlike_head & mask) | (unlike_tail & __builtin_bswap64(mask)) | (length & 1);
  if (((unknown & has_letters) | (suffix + 1) / (CAK_LIGHT_UNKNOWN + 1)) != 0) {
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
