// The instructions of AVX-512 that the kernels use, byte by byte, for processors without them. Intel's manual says what
// each of them does.
#ifndef AVX512_EMULATION_H
#define AVX512_EMULATION_H
#include <stdint.h>
#include <string.h>

typedef struct {
  uint8_t of[16];
} emulated128;
typedef struct {
  uint8_t of[64];
} emulated512;
// In place of the types of the processor at hand.
#define __m128i emulated128
#define __m512i emulated512

#define EMULATED static inline __attribute__((unused))

// A result by bytes, and a mask by what is asked of each byte; `i` counts them.
#define BYTES(expression)                                            \
  __m512i result;                                                    \
  for (int i = 0; i < 64; i++) result.of[i] = (uint8_t)(expression); \
  return result
#define MASK(question)                                                     \
  uint64_t set = 0;                                                        \
  for (int i = 0; i < 64; i++) set |= (uint64_t)((question) ? 1 : 0) << i; \
  return set

EMULATED __m512i _mm512_loadu_si512(const void *from) {
  __m512i result;
  memcpy(&result, from, 64);
  return result;
}
EMULATED void _mm512_storeu_si512(void *to, __m512i a) { memcpy(to, &a, 64); }
EMULATED __m128i _mm_loadu_si128(const __m128i *from) {
  __m128i result;
  memcpy(&result, from, 16);
  return result;
}

EMULATED __m512i _mm512_set1_epi8(char value) { BYTES(value); }
// The last byte comes first.
EMULATED __m512i emulated_set(const uint8_t *bytes) { BYTES(bytes[63 - i]); }
#define _mm512_set_epi8(...) emulated_set((const uint8_t[64]){__VA_ARGS__})
EMULATED __m512i _mm512_set1_epi64(long long value) { BYTES((uint64_t)value >> 8 * (i & 7)); }
EMULATED __m512i _mm512_broadcast_i32x4(__m128i a) { BYTES(a.of[i & 15]); }
EMULATED __m128i _mm512_castsi512_si128(__m512i a) { return _mm_loadu_si128((const __m128i *)&a); }
EMULATED __m128i _mm512_extracti32x4_epi32(__m512i a, int number) {
  return _mm_loadu_si128((const __m128i *)&a + number);
}

EMULATED __m512i _mm512_and_si512(__m512i a, __m512i b) { BYTES(a.of[i] & b.of[i]); }
EMULATED __m512i _mm512_or_si512(__m512i a, __m512i b) { BYTES(a.of[i] | b.of[i]); }
EMULATED __m512i _mm512_xor_si512(__m512i a, __m512i b) { BYTES(a.of[i] ^ b.of[i]); }
EMULATED __m512i _mm512_min_epu8(__m512i a, __m512i b) { BYTES(a.of[i] < b.of[i] ? a.of[i] : b.of[i]); }
EMULATED __m512i _mm512_sub_epi8(__m512i a, __m512i b) { BYTES(a.of[i] - b.of[i]); }
EMULATED __m512i _mm512_add_epi64(__m512i a, __m512i b) {
  uint64_t x[8], y[8];
  memcpy(x, &a, 64);
  memcpy(y, &b, 64);
  for (int i = 0; i < 8; i++) x[i] += y[i];
  return _mm512_loadu_si512(x);
}
// By eight bytes at a time.
#define OF_EIGHT(question)                                               \
  uint64_t x[8], y[8];                                                   \
  uint8_t set = 0;                                                       \
  memcpy(x, &a, 64);                                                     \
  memcpy(y, &b, 64);                                                     \
  for (int i = 0; i < 8; i++) set |= (uint8_t)((question) ? 1 << i : 0); \
  return set
EMULATED uint8_t _mm512_cmplt_epu64_mask(__m512i a, __m512i b) { OF_EIGHT(x[i] < y[i]); }
EMULATED uint8_t _mm512_cmpeq_epi64_mask(__m512i a, __m512i b) { OF_EIGHT(x[i] == y[i]); }
EMULATED uint8_t _mm512_test_epi64_mask(__m512i a, __m512i b) { OF_EIGHT(x[i] & y[i]); }
EMULATED __m512i _mm512_mask_sub_epi64(__m512i otherwise, uint8_t mask, __m512i a, __m512i b) {
  uint64_t x[8], y[8], z[8];
  memcpy(x, &a, 64);
  memcpy(y, &b, 64);
  memcpy(z, &otherwise, 64);
  for (int i = 0; i < 8; i++) z[i] = mask >> i & 1 ? x[i] - y[i] : z[i];
  return _mm512_loadu_si512(z);
}
// By two bytes at a time: what leaves the lower one enters the upper one.
EMULATED __m512i _mm512_slli_epi16(__m512i a, unsigned count) {
  BYTES(a.of[i] << count | (i & 1 ? a.of[i - 1] << count >> 8 : 0));
}

EMULATED uint64_t _mm512_cmpeq_epi8_mask(__m512i a, __m512i b) { MASK(a.of[i] == b.of[i]); }
EMULATED uint64_t _mm512_cmpge_epu8_mask(__m512i a, __m512i b) { MASK(a.of[i] >= b.of[i]); }
EMULATED uint64_t _mm512_cmplt_epu8_mask(__m512i a, __m512i b) { MASK(a.of[i] < b.of[i]); }
EMULATED uint64_t _mm512_cmplt_epi8_mask(__m512i a, __m512i b) { MASK((int8_t)a.of[i] < (int8_t)b.of[i]); }
EMULATED uint64_t _mm512_test_epi8_mask(__m512i a, __m512i b) { MASK(a.of[i] & b.of[i]); }
EMULATED uint64_t _mm512_movepi8_mask(__m512i a) { MASK(a.of[i] & 0x80); }
EMULATED __m512i _mm512_mask_mov_epi8(__m512i clear, uint64_t mask, __m512i set) {
  BYTES(mask >> i & 1 ? set.of[i] : clear.of[i]);
}

EMULATED __m512i _mm512_shuffle_epi8(__m512i a, __m512i index) {
  BYTES(index.of[i] & 0x80 ? 0 : a.of[(i & ~15) + (index.of[i] & 15)]);
}
EMULATED __m512i _mm512_permutexvar_epi8(__m512i index, __m512i a) { BYTES(a.of[index.of[i] & 63]); }
EMULATED __m512i _mm512_permutex2var_epi8(__m512i low, __m512i index, __m512i high) {
  BYTES(index.of[i] & 64 ? high.of[index.of[i] & 63] : low.of[index.of[i] & 63]);
}
EMULATED __m512i _mm512_maskz_compress_epi8(uint64_t set, __m512i a) {
  __m512i result = {{0}};
  int count = 0;
  for (int i = 0; i < 64; i++) {
    if (set >> i & 1) result.of[count++] = a.of[i];
  }
  return result;
}
// In each 16 bytes those that begin so many after the start of `low`, which `high` follows; the same by words of eight.
EMULATED __m512i _mm512_alignr_epi8(__m512i high, __m512i low, int count) {
  BYTES((i & 15) + count < 16 ? low.of[i + count] : high.of[i + count - 16]);
}
EMULATED __m512i _mm512_alignr_epi64(__m512i high, __m512i low, int count) {
  BYTES(i + 8 * count < 64 ? low.of[i + 8 * count] : high.of[i + 8 * count - 64]);
}
EMULATED __m512i _mm512_cvtepu8_epi64(__m128i a) { BYTES(i & 7 ? 0 : a.of[i >> 3]); }
EMULATED __m128i _mm_srli_si128(__m128i a, int count) {
  __m128i result;
  for (int i = 0; i < 16; i++) result.of[i] = i + count < 16 ? a.of[i + count] : 0;
  return result;
}
EMULATED int64_t _mm_popcnt_u64(uint64_t a) { return __builtin_popcountll(a); }

#undef BYTES
#undef MASK
#undef OF_EIGHT
#endif
