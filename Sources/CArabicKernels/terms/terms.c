// What a folded text has of each word. No branch depends on what a word is, which cannot be predicted.
#include "cpu.h"
#include "runtime/inline.h"
#include "runtime/load.h"
#include "terms/term_slots.h"
#include "terms.h"
#include "runtime/x86.h"

// The first one of ordered numbers that is above another; one is.
static size_t first_above(const uint32_t *numbers, size_t count, size_t other) {
  size_t first = 0;
  for (; count > 1; count -= count / 2) {
    // Without a branch.
    first += count / 2 & -(size_t)(numbers[first + count / 2 - 1] <= other);
  }
  return first;
}

// Marks the terms that hold something undecided, which few blocks have.
static void mark_undecided(const cak_word_ranges *words, const cak_folded *folded, cak_terms *terms) {
  if (!folded->has_undecided) return;
  // Local copies: the compiler must not expect that statuses change them.
  const uint32_t *starts = words->starts, *ends = words->ends;
  const uint64_t *all = folded->undecided;
  size_t count = terms->count, text_end = ends[count - 1];
  for (size_t block = 0; block < text_end; block += 64) {
    uint64_t undecided = all[block / 64];
    if (undecided == 0) continue;
    for (size_t i = first_above(ends, count, block); i < count && starts[i] < block + 64; i++) {
      uint64_t inside = starts[i] > block ? ~0ull << (starts[i] - block) : ~0ull;
      if (ends[i] < block + 64) inside &= first_bits(ends[i] - block);
      if (undecided & inside) terms->statuses[i] = CAK_TERM_UNDECIDED;
    }
  }
}

// A word may have so many bytes, and its term so many, to be put together at once.
#define LONGEST_WORD 57

// Puts the kept ones of up to LONGEST_WORD bytes one after the other, filled up with zeros to CAK_TERM_SLOT.
typedef outer_bytes squeeze(const uint8_t *bytes, uint64_t kept, size_t length, uint8_t *slot);

// The bits of so many bytes from `start` on, up to LONGEST_WORD of them.
typedef uint64_t kept_bits(const uint8_t *kept, size_t start, size_t count);

ALWAYS_INLINE uint64_t some_bits(const uint8_t *kept, size_t start, size_t count) {
  return load8(kept + start / 8) >> start % 8 & first_bits(count);
}

// The same for any word, which may take more room. Returns how many bytes are kept.
static uint32_t squeeze_long(const uint8_t *bytes, const uint64_t *kept, size_t start, size_t end, uint8_t *slot,
                             uint8_t *target) {
  size_t count = 0;
  for (size_t at = start, some; at < end; at += some) {
    some = end - at < LONGEST_WORD ? end - at : LONGEST_WORD;
    uint64_t kept_of_some = some_bits((const uint8_t *)kept, at, some);
    if (kept_of_some == first_bits(some)) {
      memcpy(target + count, bytes + at, some);
      count += some;
      continue;
    }
    for (size_t i = 0; kept_of_some; i++, kept_of_some >>= 1) {
      target[count] = bytes[at + i];
      count += kept_of_some & 1;
    }
  }
  memset(slot, 0, CAK_TERM_SLOT);
  memcpy(slot, target, count < CAK_TERM_SLOT ? count : CAK_TERM_SLOT);
  return (uint32_t)count;
}

// Few words are long.
static void find_long_terms(const cak_word_ranges *words, const cak_folded *folded, cak_terms *terms) {
  size_t place = CAK_TERMS_FRONT + CAK_TERM_SLOT * terms->count;
  for (size_t i = 0; i < terms->count; i++) {
    size_t start = words->starts[i], end = words->ends[i];
    if (end - start <= LONGEST_WORD && terms->counts[i] <= CAK_TERM_SLOT) continue;
    uint8_t *slot = slot_of_term(terms, i);
    uint32_t count = squeeze_long(folded->bytes, folded->kept, start, end, slot, terms->bytes + place);
    terms->counts[i] = count;
    if (count > CAK_TERM_SLOT) terms->starts[i] = (uint32_t)place, place += count;
    outer_bytes outer = outer_bytes_of(terms->bytes + terms->starts[i], count);
    terms->heads[i] = outer.head, terms->tails[i] = outer.tail;
  }
}

ALWAYS_INLINE void find_terms(const cak_word_ranges *words, const cak_folded *folded, cak_terms *terms,
                              kept_bits *kept_bits, squeeze *squeeze) {
  // Local copies: the compiler must not expect that bytes written change them.
  const uint32_t *word_starts = words->starts, *word_ends = words->ends;
  const uint8_t *kept = (const uint8_t *)folded->kept, *bytes = folded->bytes;
  uint8_t *slot = slot_of_term(terms, 0);
  uint32_t *starts = terms->starts, *counts = terms->counts;
  uint64_t *heads = terms->heads, *tails = terms->tails;
  size_t count = terms->count;
  for (size_t i = 0; i < count; i++, slot += CAK_TERM_SLOT) {
    size_t start = word_starts[i];
    uint64_t kept_of_word = kept_bits(kept, start, word_ends[i] - start);
    size_t length = (size_t)__builtin_popcountll(kept_of_word);
    outer_bytes outer = squeeze(bytes + start, kept_of_word, length, slot);
    counts[i] = (uint32_t)length;
    heads[i] = outer.head, tails[i] = outer.tail;
  }
  bool has_long = false;
  for (size_t i = 0; i < count; i++) {
    starts[i] = (uint32_t)(CAK_TERMS_FRONT + CAK_TERM_SLOT * i);
    has_long |= (word_ends[i] - word_starts[i] > LONGEST_WORD) | (counts[i] > CAK_TERM_SLOT);
  }
  if (has_long) find_long_terms(words, folded, terms);
  memset(terms->statuses, CAK_TERM_KEPT, count);
  mark_undecided(words, folded, terms);
}

static inline outer_bytes squeeze_portable(const uint8_t *bytes, uint64_t kept, size_t length, uint8_t *slot) {
  memset(slot, 0, CAK_TERM_SLOT);
  for (size_t count = 0; kept; kept >>= 1) {
    slot[count] = *bytes++;
    count += kept & 1;
  }
  return outer_bytes_of(slot, length);
}

#if defined(__x86_64__)
AVX2 inline outer_bytes squeeze_avx2(const uint8_t *bytes, uint64_t kept, size_t length, uint8_t *slot) {
  if ((kept & (kept + 1)) == 0) {
    const uint8_t *mask = cak_mask + CAK_MASK_END - (length < CAK_TERM_SLOT ? length : CAK_TERM_SLOT);
    __m256i all = _mm256_loadu_si256((const __m256i *)bytes);
    _mm256_storeu_si256((__m256i *)slot, _mm256_and_si256(all, _mm256_loadu_si256((const __m256i *)mask)));
    return outer_bytes_of(slot, length);
  }
  uint8_t *target = slot;
  _mm256_storeu_si256((__m256i *)slot, _mm256_setzero_si256());
  // Few words have more than 32 bytes. How many eights they have cannot be predicted.
  for (int eights = kept >> 32 ? 8 : 4; eights > 0; eights--, kept >>= 8, bytes += 8) {
    uint64_t which = _pdep_u64(kept, 0x0101010101010101) * 0xFF, some = _pext_u64(load8(bytes), which);
    memcpy(target, &some, 8);
    target += __builtin_popcountll(kept & 0xFF);
  }
  return outer_bytes_of(slot, length);
}

AVX2 void find_terms_avx2(const cak_word_ranges *words, const cak_folded *folded, cak_terms *terms) {
  find_terms(words, folded, terms, some_bits, squeeze_avx2);
}
#endif

#if defined(CAK_HAS_AVX512)
AVX512 inline outer_bytes squeeze_avx512(const uint8_t *bytes, uint64_t kept, size_t length, uint8_t *slot) {
  __m256i word = _mm512_castsi512_si256(_mm512_maskz_compress_epi8(kept, _mm512_loadu_si512(bytes)));
  _mm256_storeu_si256((__m256i *)slot, word);
  // Places from eight before the end on; those before the word are in the zeros behind it.
  __m256i end = _mm256_set1_epi8((char)length), places = _mm256_set1_epi64x((long long)0xFFFEFDFCFBFAF9F8);
  __m256i last = _mm256_permutexvar_epi8(_mm256_add_epi8(end, places), word);
  return (outer_bytes){(uint64_t)_mm_cvtsi128_si64(_mm256_castsi256_si128(word)),
                       (uint64_t)_mm_cvtsi128_si64(_mm256_castsi256_si128(last))};
}

AVX512 inline uint64_t some_bits_avx512(const uint8_t *kept, size_t start, size_t count) {
  return _bzhi_u64(load8(kept + start / 8) >> start % 8, (unsigned)count);
}

AVX512 void find_terms_avx512(const cak_word_ranges *words, const cak_folded *folded, cak_terms *terms) {
  find_terms(words, folded, terms, some_bits_avx512, squeeze_avx512);
}
#endif

void cak_find_terms(const cak_word_ranges *words, const cak_folded *folded, cak_terms *terms) {
#if defined(CAK_HAS_AVX512)
  if (cak_kernel() == CAK_KERNEL_AVX512) return find_terms_avx512(words, folded, terms);
#endif
#if defined(__x86_64__)
  if (cak_kernel() == CAK_KERNEL_AVX2) return find_terms_avx2(words, folded, terms);
#endif
  find_terms(words, folded, terms, some_bits, squeeze_portable);
}
