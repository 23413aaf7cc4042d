// Looking words up. No branch depends on whether a word is known, which cannot be predicted: those that are not are
// counted.
#include "cpu.h"
#include "terms/word_cache_keys.h"
#include "runtime/x86.h"

// So many words are looked up at once: their entries are on the way from a far cache meanwhile.
#define GROUP 128

typedef bool compare(const cak_cached_key *a, const cak_cached_key *b);

// The key of a word, from which on so much is left in the text, and its length, which becomes that of the key's word
// unless that is too long.
typedef cak_cached_key make_key(const uint8_t *word, size_t *length, size_t left, uint64_t ignorable_marks);

ALWAYS_INLINE cak_cached_key whole_key(const uint8_t *word, size_t *length, size_t left, uint64_t ignorable_marks) {
  (void)ignorable_marks;
  return cached_word_key(word, *length, left);
}

ALWAYS_INLINE void swap_entries(cak_cached_word *slot) {
  cak_cached_word first = slot[0];
  slot[0] = slot[1];
  slot[1] = first;
}

// Looks up the words, which are listed.
ALWAYS_INLINE void look_up_words(const cak_word_cache *known, const cak_token_list *tokens, uint64_t ignorable_marks,
                                 cak_batch_words *words, cak_terms *terms, make_key *make_key, compare *is_same) {
  // Local copies: the compiler must not expect that what is written changes them.
  const uint8_t *text = tokens->bytes + tokens->start;
  size_t text_length = tokens->length - tokens->start, count = words->count;
  cak_cached_word *entries = known->entries;
  uint32_t bits = known->bits, *unknown = words->unknown, *starts = words->starts, *ends = words->ends;
  cak_word_key *found_terms = words->terms;
  cak_word_end *found_ends = words->term_ends;
  uint8_t *target = words->bytes;
  size_t open_count = 0, byte_count = 0;
  cak_cached_key keys[GROUP];
  size_t lengths[GROUP];
  cak_cached_word *slots[GROUP];
  // The words of the group that are still looked for, and those that are found in second places.
  uint8_t open[GROUP], second[GROUP];
  for (size_t from = 0; from < count; from += GROUP) {
    size_t group = count - from < GROUP ? count - from : GROUP;
    for (size_t i = 0; i < group; i++) {
      size_t start = starts[from + i];
      lengths[i] = ends[from + i] - start;
      keys[i] = make_key(text + start, &lengths[i], text_length - start, ignorable_marks);
      slots[i] = entries + 2 * cached_word_slot(&keys[i], bits);
      __builtin_prefetch(slots[i]);
      __builtin_prefetch(slots[i] + 1);
    }
    size_t group_open = 0;
    for (size_t i = 0; i < group; i++) {
      found_terms[from + i] = slots[i]->term;
      found_ends[from + i] = slots[i]->end;
      open[group_open] = (uint8_t)i;
      group_open += !is_same(&slots[i]->word, &keys[i]);
    }
    size_t group_unknown = 0, group_second = 0;
    for (size_t number = 0; number < group_open; number++) {
      uint8_t i = open[number];
      const cak_cached_word *entry = slots[i] + 1;
      bool is_found = is_same(&entry->word, &keys[i]);
      found_terms[from + i] = entry->term;
      found_ends[from + i] = entry->end;
      open[group_unknown] = second[group_second] = i;
      group_unknown += !is_found;
      group_second += is_found;
    }
    for (size_t number = 0; number < group_second; number++) swap_entries(slots[second[number]]);
    for (size_t number = 0; number < group_unknown; number++) {
      size_t i = open[number], length = lengths[i];
      if (length <= CAK_CACHED_LONGEST) memcpy(target + byte_count, &keys[i], sizeof keys[i]);
      else memcpy(target + byte_count, text + starts[from + i], length);
      target[byte_count + length] = ' ';
      unknown[open_count] = (uint32_t)(from + i);
      // These are read already.
      starts[open_count] = (uint32_t)byte_count;
      byte_count += length;
      ends[open_count] = (uint32_t)byte_count;
      byte_count++;
      open_count++;
    }
  }
  terms->count = open_count;
}

#if defined(__x86_64__)
AVX2 inline __attribute__((always_inline)) bool is_same_avx2(const cak_cached_key *a, const cak_cached_key *b) {
  __m256i left = _mm256_loadu_si256((const __m256i *)a), right = _mm256_loadu_si256((const __m256i *)b);
  __m256i differs = _mm256_xor_si256(left, right);
  return _mm256_testz_si256(differs, differs);
}

AVX2 void recall_words_avx2(const cak_word_cache *known, const cak_token_list *tokens, cak_batch_words *words,
                            cak_terms *terms) {
  look_up_words(known, tokens, 0, words, terms, whole_key, is_same_avx2);
}
#endif

#if defined(CAK_HAS_AVX512)
// The second bytes of void marks: all of U+0640 to U+067F begin with D9, and the low six bits tell which one it is.
AVX512 inline __attribute__((always_inline)) uint64_t find_marks(__m512i bytes, uint64_t ignorable_marks) {
  uint64_t is_after = (uint64_t)_mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8((char)0xD9)) << 1;
  __m512i is_void = _mm512_permutexvar_epi8(bytes, _mm512_movm_epi8(ignorable_marks));
  return is_after & _mm512_movepi8_mask(_mm512_and_si512(bytes, is_void));
}

// Void marks are left out, but at the very end of a text.
AVX512 inline __attribute__((always_inline)) cak_cached_key bare_key(const uint8_t *word, size_t *length, size_t left,
                                                                     uint64_t ignorable_marks) {
  if (*length > 64 || left < 64) return cached_word_key(word, *length, left);
  uint64_t inside = _bzhi_u64(~0ull, (unsigned)*length);
  __m512i bytes = _mm512_loadu_si512(word);
  uint64_t marks = find_marks(bytes, ignorable_marks), kept = inside & ~(marks | marks >> 1);
  cak_cached_key key;
  _mm256_storeu_si256((__m256i *)&key, _mm512_castsi512_si256(_mm512_maskz_compress_epi8(kept, bytes)));
  size_t bare = (size_t)__builtin_popcountll(kept);
  *length = bare > CAK_CACHED_LONGEST ? *length : bare;
  return key;
}

// Whether every second token has a void mark, on average. To leave them out takes longer than to look a word up.
AVX512 bool has_marks(const cak_token_list *tokens, uint64_t ignorable_marks) {
  size_t marks = 0, end = tokens->count > 0 ? tokens->ends[tokens->count - 1] : tokens->start;
  for (size_t at = tokens->start; at + 64 <= end; at += 64) {
    marks += (size_t)__builtin_popcountll(find_marks(_mm512_loadu_si512(tokens->bytes + at), ignorable_marks));
  }
  return 2 * marks >= tokens->count;
}

AVX512 inline __attribute__((always_inline)) cak_cached_key whole_key_avx512(const uint8_t *word, size_t *length,
                                                                             size_t left, uint64_t ignorable_marks) {
  (void)left, (void)ignorable_marks;
  __mmask32 inside = _bzhi_u32(~0u, *length < 32 ? (unsigned)*length : 32);
  cak_cached_key key;
  _mm256_storeu_si256((__m256i *)&key, _mm256_maskz_loadu_epi8(inside, word));
  return key;
}

AVX512 void recall_words_avx512(const cak_word_cache *known, const cak_token_list *tokens, uint64_t ignorable_marks,
                                cak_batch_words *words, cak_terms *terms) {
  if (ignorable_marks == 0 || !has_marks(tokens, ignorable_marks))
    look_up_words(known, tokens, 0, words, terms, whole_key_avx512, is_same_avx2);
  else look_up_words(known, tokens, ignorable_marks, words, terms, bare_key, is_same_avx2);
}
#endif

void cak_look_up_words(const cak_word_cache *known, const cak_token_list *tokens, uint64_t ignorable_marks,
                       cak_batch_words *words, cak_terms *terms) {
  switch (cak_kernel()) {
#if defined(CAK_HAS_AVX512)
  case CAK_KERNEL_AVX512: return recall_words_avx512(known, tokens, ignorable_marks, words, terms);
#endif
#if defined(__x86_64__)
  case CAK_KERNEL_AVX2: return recall_words_avx2(known, tokens, words, terms);
#endif
  default: return look_up_words(known, tokens, ignorable_marks, words, terms, whole_key, is_same);
  }
}
