// The loop over words whose letters are packed, one byte per letter. It takes few branches on what a word is: what
// words begin and end with cannot be predicted.
#include "cpu.h"
#include "runtime/inline.h"
#include "runtime/letter_units.h"
#include "stem_words.h"
#include <string.h>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

typedef uint8_t bytes16 __attribute__((vector_size(16)));
typedef uint16_t units16 __attribute__((vector_size(32)));

#define FRONT 16

ALWAYS_INLINE bool any(bytes16 bytes) {
  uint64_t halves[2];
  memcpy(halves, &bytes, 16);
  return (halves[0] | halves[1]) != 0;
}

ALWAYS_INLINE bytes16 in_range(bytes16 letters, cak_letter_range range) {
  return (bytes16)(letters - range.first < range.count);
}

ALWAYS_INLINE bytes16 in_ranges(bytes16 letters, const cak_letter_range ranges[2]) {
  return in_range(letters, ranges[0]) | in_range(letters, ranges[1]);
}

// Whether a word has a letter that the rules could change.
static bool may_change(uint8_t other_lead, const uint8_t *word, size_t length) {
  bool found = false;
  for (size_t i = 0; i < length; i++) found |= (word[i] & 0xFC) == 0xD8 || word[i] == other_lead;
  return found;
}

// Those of eight letters that stay, and how many. Each byte of `goes` is 0 or FF.
typedef uint64_t compressor(uint64_t letters, uint64_t goes, size_t *kept);

static inline uint64_t compress(uint64_t letters, uint64_t goes, size_t *kept) {
  uint64_t result = 0;
  size_t bits = 0;
  for (size_t i = 0; i < 64; i += 8) {
    uint64_t stays = ~goes >> i & 1;
    result |= (stays ? letters >> i & 0xFF : 0) << (bits & 63);
    bits += 8 * stays;
  }
  *kept = bits / 8;
  return result;
}

// A word at work.
typedef struct {
  // Its letters, of which those from `start` up to `end` are left. Those before them, `added` many, stand for prefixes.
  // There is room for what is looked at before the first one.
  uint8_t memory[FRONT + CAK_PACKED_LONGEST + 16];
  uint32_t start, end, added;
  uint32_t suffix_state, prefix_state;
  // The first 16 letters, which are in a register, as long as none of them has changed.
  unsigned __int128 packed;
  bool is_packed;
  bool is_copied;
} word;

// So many words go through each step together: each waits for what it looks up, but not for the others.
#define WORD_LANES 16

// Packs the letters of a word that stay; false if the word is not known.
ALWAYS_INLINE bool pack(const cak_packed_rules *rules, const uint8_t *bytes, size_t length, word *word, uint32_t *first,
                        compressor *compress) {
  const bytes16 numbers = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
  size_t count = length / 2;
  if ((length & 1) || count > CAK_PACKED_LONGEST) return false;
  word->start = word->end = word->added = 0;
  word->is_packed = count <= 16;
  for (size_t from = 0; from == 0 || from < count; from += 16) {
    units16 units;
    memcpy(&units, bytes + 2 * from, 32);
    uint8_t left = (uint8_t)(count - from > 16 ? 16 : count - from);
    bytes16 is_there = (bytes16)(numbers < left);
    bytes16 is_known = __builtin_convertvector((units16)IS_LETTER_UNIT(units), bytes16);
    bytes16 letters = __builtin_convertvector(LOW_BYTE_OF_UNIT(units), bytes16) & is_there;
    if (any((~is_known | in_ranges(letters, rules->unknown)) & is_there)) return false;
    unsigned __int128 packed;
    memcpy(&packed, &letters, 16);
    if (from == 0) *first = (uint32_t)packed;
    bytes16 goes = in_ranges(letters, rules->deleted) & is_there;
    size_t kept = left;
    if (any(goes)) {
      unsigned __int128 gone;
      goes |= ~is_there;
      memcpy(&gone, &goes, 16);
      size_t low, high;
      unsigned __int128 second = compress((uint64_t)(packed >> 64), (uint64_t)(gone >> 64), &high);
      packed = compress((uint64_t)packed, (uint64_t)gone, &low);
      packed |= second << (8 * low);
      kept = low + high;
    }
    memcpy(word->memory + FRONT + word->end, &packed, 16);
    word->packed = packed;
    word->end += (uint32_t)kept;
  }
  return true;
}

typedef struct {
  cak_packed_affix affix;
  uint32_t state;
} step_taken;

// The steps that fit a word of so many letters, by the three letters at its end, the outermost lowest.
ALWAYS_INLINE uint64_t fitting(const cak_affix_steps *steps, uint32_t state, uint32_t letters, size_t count) {
  const uint8_t *classes = steps->classes;
  size_t row = (size_t)steps->sizes[count] << 12 | (size_t)classes[letters & 0xFF] |
               (size_t)classes[letters >> 8 & 0xFF] << 4 | (size_t)classes[letters >> 16 & 0xFF] << 8;
  return steps->rows[row] & steps->tried[state];
}

ALWAYS_INLINE step_taken take(const cak_affix_steps *steps, uint32_t state, uint32_t letters, size_t count) {
  uint64_t fits = fitting(steps, state, letters, count);
  uint32_t step = (uint32_t)__builtin_ctzll(fits) >> 2, number = fits >> (4 * step) & 15;
  return (step_taken){steps->affixes[step << 4 | number], steps->next[state << 4 | step]};
}

// Few words come here.
static __attribute__((noinline)) void replace_suffix(uint8_t *rest, cak_packed_affix affix) {
  uint8_t *fallen = rest - affix.skipped - affix.count;
  memmove(fallen + affix.added, rest - affix.skipped, affix.skipped);
  memcpy(fallen, affix.letters, affix.added);
}

static __attribute__((noinline)) void replace_prefix(uint8_t *rest, cak_packed_affix affix, size_t added) {
  uint8_t *place = rest + affix.count - affix.added;
  memmove(place - added, rest - added, added);
  memcpy(place, affix.letters, affix.added);
}

ALWAYS_INLINE void take_suffix(const cak_affix_steps *steps, word *word) {
  uint8_t *rest = word->memory + FRONT + word->end;
  uint32_t last = (uint32_t)rest[-1] | (uint32_t)rest[-2] << 8 | (uint32_t)rest[-3] << 16;
  step_taken taken = take(steps, word->suffix_state, last, word->end);
  if (taken.affix.skipped | taken.affix.added) {
    replace_suffix(rest, taken.affix);
    word->is_packed = false;
  }
  word->end -= (uint32_t)taken.affix.count - taken.affix.added;
  word->suffix_state = taken.state;
}

ALWAYS_INLINE void take_prefix(const cak_affix_steps *steps, word *word) {
  uint8_t *rest = word->memory + FRONT + word->start;
  uint32_t first, left = word->end - word->start;
  memcpy(&first, rest, 4);
  first &= left >= 4 ? ~0u : (1u << (8 * left)) - 1;
  step_taken taken = take(steps, word->prefix_state, first, left + word->added);
  if (taken.affix.added | word->added) {
    replace_prefix(rest, taken.affix, word->added);
    word->added += taken.affix.added;
    word->is_packed = false;
  }
  word->start += taken.affix.count;
  word->prefix_state = taken.state;
}

ALWAYS_INLINE void write_16(const cak_packed_rules *rules, bytes16 letters, uint8_t *target) {
  if (any(in_range(letters, rules->replaced_range))) {
    for (size_t i = 0; i < rules->replaced_count; i++) {
      bytes16 is_it = (bytes16)(letters == rules->replaced[i][0]);
      letters = (letters & ~is_it) | (rules->replaced[i][1] & is_it);
    }
  }
  units16 units = __builtin_convertvector(letters, units16);
  units = UNIT_OF_LOW_BYTE(units);
  memcpy(target, &units, 32);
}

// Writes what is left of a word, and says how many letters that is.
ALWAYS_INLINE size_t write_word(const cak_packed_rules *rules, const word *word, uint8_t *target) {
  size_t count = word->end - word->start + word->added;
  bytes16 letters;
  if (word->is_packed) {
    unsigned __int128 packed = word->packed >> (8 * word->start);
    memcpy(&letters, &packed, 16);
    write_16(rules, letters, target);
  } else {
    for (size_t from = 0; from < count; from += 16) {
      memcpy(&letters, word->memory + FRONT + word->start - word->added + from, 16);
      write_16(rules, letters, target + 2 * from);
    }
  }
  uint8_t last = rules->last[word->memory[FRONT + word->end - 1]], *end = target + 2 * (count > 0 ? count - 1 : 0);
  end[0] = 0xD8 | last >> 6;
  end[1] = 0x80 | (last & 0x3F);
  return count;
}

// Takes a word in; false if it is for the caller.
ALWAYS_INLINE bool begin(const cak_packed_rules *rules, const uint8_t *bytes, size_t length, word *word,
                         compressor *compress) {
  uint32_t first;
  word->is_copied = !pack(rules, bytes, length, word, &first, compress);
  if (word->is_copied) {
    word->start = word->end = word->added = 0;
    return !may_change(rules->other_lead, bytes, length);
  }
  uint64_t kind = fitting(&rules->prefixes, rules->kind_state, first, length / 2);
  bool is_second = kind << (64 - 4 * CAK_NO_STEP) != 0;
  word->suffix_state = rules->suffix_states[is_second];
  word->prefix_state = rules->prefix_states[is_second];
  return true;
}

ALWAYS_INLINE void stem_packed(const cak_packed_rules *given, const cak_stem_words *words, cak_stems *stems,
                               compressor *compress) {
  // Local copies: the compiler must not expect that bytes written change them.
  const cak_packed_rules rules = *given;
  const uint8_t *bytes = words->bytes;
  const size_t *ends = words->ends;
  uint8_t *target = stems->bytes;
  size_t *stem_ends = stems->ends;
  size_t count = words->count, byte_count = stems->byte_count, first = stems->count;
  word lanes[WORD_LANES];
  for (size_t lane = 0; lane < WORD_LANES; lane++) {
    memset(&lanes[lane], 0, sizeof lanes[lane]);
    lanes[lane].suffix_state = lanes[lane].prefix_state = CAK_LAST_STATE;
  }
  size_t start = first == 0 ? words->start : ends[first - 1];
  for (bool is_known = true; is_known && first < count;) {
    size_t taken = 0, from = start;
    for (; taken < WORD_LANES && first + taken < count; taken++) {
      size_t end = ends[first + taken];
      is_known = begin(&rules, bytes + from, end - from, &lanes[taken], compress);
      if (!is_known) break;
      from = end;
    }
    // Two steps are enough for most words: a fixed number needs no branch.
    for (size_t lane = 0; lane < taken; lane++) take_suffix(&rules.suffixes, &lanes[lane]);
    for (size_t lane = 0; lane < taken; lane++) {
      do take_suffix(&rules.suffixes, &lanes[lane]);
      while (lanes[lane].suffix_state != CAK_LAST_STATE);
    }
    for (size_t lane = 0; lane < taken; lane++) take_prefix(&rules.prefixes, &lanes[lane]);
    for (size_t lane = 0; lane < taken; lane++) {
      do take_prefix(&rules.prefixes, &lanes[lane]);
      while (lanes[lane].prefix_state != CAK_LAST_STATE);
    }
    for (size_t lane = 0; lane < taken; lane++) {
      size_t end = ends[first + lane];
      if (lanes[lane].is_copied) {
        memcpy(target + byte_count, bytes + start, end - start);
        byte_count += end - start;
      } else {
        byte_count += 2 * write_word(&rules, &lanes[lane], target + byte_count);
      }
      stem_ends[first + lane] = byte_count;
      start = end;
    }
    first += taken;
  }
  stems->count = first;
  stems->byte_count = byte_count;
}

#if defined(__x86_64__)
#define AVX2 __attribute__((target("avx2,popcnt,bmi,bmi2,lzcnt")))

AVX2 static inline uint64_t compress_bmi2(uint64_t letters, uint64_t goes, size_t *kept) {
  *kept = 8 - (size_t)__builtin_popcountll(goes) / 8;
  return _pext_u64(letters, ~goes);
}

AVX2 static void stem_packed_avx2(const cak_packed_rules *rules, const cak_stem_words *words, cak_stems *stems) {
  stem_packed(rules, words, stems, compress_bmi2);
}
#endif

void cak_stem_packed(const cak_packed_rules *rules, const cak_stem_words *words, cak_stems *stems) {
#if defined(__x86_64__)
  if (cak_kernel() >= CAK_KERNEL_AVX2) {
    stem_packed_avx2(rules, words, stems);
    return;
  }
#endif
  stem_packed(rules, words, stems, compress);
}
