// Terms of a batch, one after the other, as the caller gives them out. No branch depends on whether a term is stopped, which
// cannot be predicted.
#include "cpu.h"
#include "word_cache.h"
#include "terms/term_list.h"
#include "runtime/x86.h"

// Copies terms one by one, up to the first one that is the caller's to decide, or to copy.
static size_t copy_each(const cak_terms *terms, const uint32_t *numbers, size_t first, size_t end,
                        cak_term_list *list) {
  cak_term_list copied = *list;
  const cak_terms all = *terms;
  size_t i = first;
  for (; i < end && all.statuses[i] <= CAK_TERM_STOPPED && all.counts[i] <= CAK_TERM_SLOT; i++) {
    append_term(&copied, all.bytes + all.starts[i], CAK_TERM_SLOT, all.statuses[i], all.counts[i], numbers[i]);
  }
  *list = copied;
  return i;
}

#if defined(CAK_HAS_AVX512)
// Of each number, the sum up to it.
AVX512 inline __attribute__((always_inline)) __m512i sums_up_to(__m512i a) {
  const __m512i none = _mm512_setzero_si512();
  a = _mm512_add_epi32(a, _mm512_alignr_epi32(a, none, 15));
  a = _mm512_add_epi32(a, _mm512_alignr_epi32(a, none, 14));
  a = _mm512_add_epi32(a, _mm512_alignr_epi32(a, none, 12));
  return _mm512_add_epi32(a, _mm512_alignr_epi32(a, none, 8));
}

// Writes the numbers of a set, each plus `base`, and anything up to 16 numbers after `to`.
AVX512 inline __attribute__((always_inline)) void store_longer(size_t *to, __m512i numbers, __mmask16 set,
                                                               size_t base) {
  __m512i some = _mm512_maskz_compress_epi32(set, numbers), bases = _mm512_set1_epi64((long long)base);
  __m512i low = _mm512_cvtepu32_epi64(_mm512_castsi512_si256(some));
  __m512i high = _mm512_cvtepu32_epi64(_mm512_extracti64x4_epi64(some, 1));
  _mm512_storeu_si512(to, _mm512_add_epi64(low, bases));
  _mm512_storeu_si512(to + 8, _mm512_add_epi64(high, bases));
}

// The same as `copy_each`, by 16 terms.
AVX512 size_t copy_avx512(const cak_terms *terms, const uint32_t *numbers, size_t first, size_t end,
                          cak_term_list *list) {
  const __m512i one_to_16 = _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  const uint32_t *starts = terms->starts;
  const uint8_t *bytes = terms->bytes;
  uint8_t *target = list->bytes + list->byte_count;
  size_t count = list->count, position = list->position, i = first;
  for (; i + 16 <= end; i += 16) {
    __m128i statuses = _mm_loadu_si128((const __m128i *)(terms->statuses + i));
    __m512i counts = _mm512_loadu_si512(terms->counts + i);
    __mmask16 is_left = _mm_cmpgt_epu8_mask(statuses, _mm_set1_epi8(CAK_TERM_STOPPED)) |
                        _mm512_cmpgt_epu32_mask(counts, _mm512_set1_epi32(CAK_TERM_SLOT));
    if (is_left) break;
    __mmask16 is_stopped = _mm_test_epi8_mask(statuses, statuses);
    __mmask16 is_kept = _mm512_test_epi32_mask(counts, counts) & ~is_stopped;
    __mmask16 takes_position = is_kept | is_stopped;
    __m512i lengths = _mm512_maskz_mov_epi32(is_kept, counts);
    size_t kept = (size_t)__builtin_popcount(is_kept);
    store_longer(list->ends + count, sums_up_to(lengths), is_kept, (size_t)(target - list->bytes));
    store_longer(list->positions + count, _mm512_maskz_expand_epi32(takes_position, one_to_16), is_kept, position);
    __m512i tokens = _mm512_maskz_compress_epi32(is_kept, _mm512_loadu_si512(numbers + i));
    _mm512_storeu_si512(list->tokens + count, tokens);
    count += kept;
    position += (size_t)__builtin_popcount(takes_position);
    uint32_t each[16];
    _mm512_storeu_si512(each, lengths);
    for (size_t lane = 0; lane < 16; lane++) {
      _mm256_storeu_si256((__m256i *)target, _mm256_loadu_si256((const __m256i *)(bytes + starts[i + lane])));
      target += each[lane];
    }
  }
  list->count = count, list->position = position, list->byte_count = (size_t)(target - list->bytes);
  return i;
}
#endif

size_t cak_copy_terms(const cak_terms *terms, const uint32_t *numbers, size_t first, size_t end, cak_term_list *list) {
#if defined(CAK_HAS_AVX512)
  // What stops the one is among the next 16 terms.
  if (cak_kernel() == CAK_KERNEL_AVX512) first = copy_avx512(terms, numbers, first, end, list);
#endif
  return copy_each(terms, numbers, first, end, list);
}
