// The words among tokens.
#include "cpu.h"
#include "known_words.h"
#include "x86_internal.h"

#if defined(CAK_HAS_AVX512)
// By 16 tokens.
AVX512 size_t list_words_avx512(const cak_token_list *tokens, cak_batch_words *words) {
  uint32_t *numbers = words->tokens, *word_starts = words->starts, *word_ends = words->ends;
  __m512i index = _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  __m512i start = _mm512_set1_epi64((long long)tokens->start), last = _mm512_setzero_si512();
  __m128i first_other = _mm_set1_epi8((char)tokens->first_other_kind);
  size_t count = 0;
  for (size_t i = 0; i < tokens->count; i += 16) {
    __mmask16 inside = (__mmask16)_bzhi_u32(0xFFFF, tokens->count - i < 16 ? (unsigned)(tokens->count - i) : 16);
    __m128i kinds = _mm_maskz_loadu_epi8(inside, tokens->kinds + i);
    __mmask16 is_word = _mm_mask_cmplt_epu8_mask(inside, kinds, first_other);
    __m512i low = _mm512_maskz_loadu_epi64((__mmask8)inside, tokens->ends + i);
    __m512i high = _mm512_maskz_loadu_epi64((__mmask8)(inside >> 8), tokens->ends + i + 8);
    __m256i low_ends = _mm512_cvtepi64_epi32(_mm512_sub_epi64(low, start));
    __m256i high_ends = _mm512_cvtepi64_epi32(_mm512_sub_epi64(high, start));
    __m512i ends = _mm512_inserti64x4(_mm512_castsi256_si512(low_ends), high_ends, 1);
    __m512i starts = _mm512_alignr_epi32(ends, last, 15);
    _mm512_storeu_si512(word_starts + count, _mm512_maskz_compress_epi32(is_word, starts));
    _mm512_storeu_si512(word_ends + count, _mm512_maskz_compress_epi32(is_word, ends));
    _mm512_storeu_si512(numbers + count, _mm512_maskz_compress_epi32(is_word, index));
    count += (size_t)__builtin_popcount(is_word);
    index = _mm512_add_epi32(index, _mm512_set1_epi32(16));
    last = ends;
  }
  return count;
}
#endif

// No branch depends on whether a token is a word, which cannot be predicted.
static size_t list_words(const cak_token_list *tokens, cak_batch_words *words) {
  size_t count = 0, start = tokens->start;
  for (size_t i = 0; i < tokens->count; i++) {
    words->tokens[count] = (uint32_t)i;
    words->starts[count] = (uint32_t)(start - tokens->start);
    words->ends[count] = (uint32_t)(tokens->ends[i] - tokens->start);
    start = tokens->ends[i];
    count += tokens->kinds[i] < tokens->first_other_kind;
  }
  return count;
}

void cak_list_words(const cak_token_list *tokens, cak_batch_words *words) {
#if defined(CAK_HAS_AVX512)
  if (cak_kernel() == CAK_KERNEL_AVX512) {
    words->count = list_words_avx512(tokens, words);
    return;
  }
#endif
  words->count = list_words(tokens, words);
}

bool cak_outruns_memory(void) { return cak_kernel() == CAK_KERNEL_AVX512; }
