// The words among tokens.
#include "cpu.h"
#include "word_cache.h"
#include "runtime/x86.h"

#if defined(CAK_HAS_AVX512)
// Where the words are listed, and the tokens before the next ones.
typedef struct {
  size_t count;
  // The numbers of the next 16 tokens, and the ends of the last 16, from the start of the first.
  __m512i numbers, ends;
} words_listed;

// Takes up to 16 tokens from one on, those with a bit each.
AVX512 inline __attribute__((always_inline)) words_listed
list_16(const cak_token_list *tokens, size_t from, __mmask16 inside, words_listed before, cak_batch_words *words) {
  __m512i start = _mm512_set1_epi64((long long)tokens->start);
  __m128i kinds = _mm_maskz_loadu_epi8(inside, tokens->kinds + from);
  __mmask16 is_word = _mm_mask_cmplt_epu8_mask(inside, kinds, _mm_set1_epi8((char)tokens->first_other_kind));
  __m512i low = _mm512_maskz_loadu_epi64((__mmask8)inside, tokens->ends + from);
  __m512i high = _mm512_maskz_loadu_epi64((__mmask8)(inside >> 8), tokens->ends + from + 8);
  __m256i low_ends = _mm512_cvtepi64_epi32(_mm512_sub_epi64(low, start));
  __m256i high_ends = _mm512_cvtepi64_epi32(_mm512_sub_epi64(high, start));
  __m512i ends = _mm512_inserti64x4(_mm512_castsi256_si512(low_ends), high_ends, 1);
  __m512i starts = _mm512_alignr_epi32(ends, before.ends, 15);
  _mm512_storeu_si512(words->starts + before.count, _mm512_maskz_compress_epi32(is_word, starts));
  _mm512_storeu_si512(words->ends + before.count, _mm512_maskz_compress_epi32(is_word, ends));
  _mm512_storeu_si512(words->tokens + before.count, _mm512_maskz_compress_epi32(is_word, before.numbers));
  return (words_listed){before.count + (size_t)__builtin_popcount(is_word),
                        _mm512_add_epi32(before.numbers, _mm512_set1_epi32(16)), ends};
}

AVX512 size_t list_words_avx512(const cak_token_list *tokens, cak_batch_words *words) {
  // Local copies: the compiler must not expect that what is written changes them.
  const cak_token_list all = *tokens;
  cak_batch_words into = *words;
  words_listed listed = {0, _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15),
                         _mm512_setzero_si512()};
  size_t from = 0;
  for (; from + 16 <= all.count; from += 16) listed = list_16(&all, from, 0xFFFF, listed, &into);
  return list_16(&all, from, (__mmask16)_bzhi_u32(0xFFFF, (unsigned)(all.count - from)), listed, &into).count;
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
