// 64 bytes in two registers of AVX2. What the operations do stands in block_avx512.h, which has the same.
//
// A mask has a byte a byte, of which the uppermost bit counts.
#ifndef CAK_SIMD_BLOCK_AVX2_H
#define CAK_SIMD_BLOCK_AVX2_H
#include "simd/compress_shuffles.h"
#include <immintrin.h>
#include <stddef.h>
#include <stdint.h>

#define KERNEL(name) name##_avx2
#define TARGET __attribute__((target("avx2,bmi,bmi2,lzcnt,popcnt")))
#define INLINE TARGET static inline __attribute__((always_inline))

typedef struct {
  __m256i low, high;
} bytes64;
typedef bytes64 mask64;

// A register a row of 16 entries would be too many: tables stay in memory.
typedef const uint8_t *table16;
typedef const uint8_t *table64;
typedef const uint8_t *table128;
typedef const uint8_t *half_table256;

#define EACH(operation, a, b) ((bytes64){operation((a).low, (b).low), operation((a).high, (b).high)})

INLINE bytes64 splat(uint8_t value) {
  __m256i all = _mm256_set1_epi8((char)value);
  return (bytes64){all, all};
}

INLINE bytes64 load(const uint8_t *from) {
  return (bytes64){_mm256_loadu_si256((const __m256i *)from), _mm256_loadu_si256((const __m256i *)(from + 32))};
}

INLINE void store(uint8_t *to, bytes64 a) {
  _mm256_storeu_si256((__m256i *)to, a.low);
  _mm256_storeu_si256((__m256i *)(to + 32), a.high);
}

INLINE bytes64 bit_and(bytes64 a, bytes64 b) { return EACH(_mm256_and_si256, a, b); }
INLINE bytes64 bit_or(bytes64 a, bytes64 b) { return EACH(_mm256_or_si256, a, b); }
INLINE bytes64 bit_xor(bytes64 a, bytes64 b) { return EACH(_mm256_xor_si256, a, b); }
INLINE bytes64 minus(bytes64 a, bytes64 b) { return EACH(_mm256_sub_epi8, a, b); }
INLINE bytes64 smaller(bytes64 a, bytes64 b) { return EACH(_mm256_min_epu8, a, b); }

#define shift_up(a, count) ((bytes64){_mm256_slli_epi16((a).low, count), _mm256_slli_epi16((a).high, count)})

INLINE mask64 equal(bytes64 a, uint8_t value) { return EACH(_mm256_cmpeq_epi8, a, splat(value)); }

INLINE mask64 any_of(bytes64 a, uint8_t set) {
  bytes64 none = equal(bit_and(a, splat(set)), 0), all = splat(0xFF);
  return EACH(_mm256_andnot_si256, none, all);
}

INLINE mask64 at_least(bytes64 a, bytes64 b) {
  bytes64 larger = EACH(_mm256_max_epu8, a, b);
  return EACH(_mm256_cmpeq_epi8, larger, a);
}

INLINE mask64 between(bytes64 a, uint8_t lowest, uint8_t count) {
  bytes64 distance = EACH(_mm256_sub_epi8, a, splat(lowest));
  bytes64 smaller = EACH(_mm256_min_epu8, distance, splat((uint8_t)(count - 1)));
  return EACH(_mm256_cmpeq_epi8, smaller, distance);
}

INLINE mask64 trails(bytes64 a) { return EACH(_mm256_cmpgt_epi8, splat(0xC0), a); }
INLINE mask64 not_ascii(bytes64 a) { return a; }

INLINE mask64 both(mask64 a, mask64 b) { return bit_and(a, b); }
INLINE mask64 either(mask64 a, mask64 b) { return bit_or(a, b); }
INLINE mask64 without(mask64 a, mask64 b) { return EACH(_mm256_andnot_si256, b, a); }

INLINE uint64_t bits(mask64 a) {
  return (uint32_t)_mm256_movemask_epi8(a.low) | (uint64_t)(uint32_t)_mm256_movemask_epi8(a.high) << 32;
}

// A constant bit of each byte.
#define nth_bits(a, number) bits(shift_up(a, 7 - (number)))

INLINE int any(mask64 a) { return _mm256_movemask_epi8(_mm256_or_si256(a.low, a.high)) != 0; }

INLINE int any_bits(bytes64 a) {
  __m256i either = _mm256_or_si256(a.low, a.high);
  return !_mm256_testz_si256(either, either);
}

INLINE __m256i spread_bits(uint32_t set) {
  const __m256i byte_of =
      _mm256_setr_epi8(0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3);
  const __m256i bit_of = _mm256_set1_epi64x((long long)0x8040201008040201ull);
  __m256i spread = _mm256_shuffle_epi8(_mm256_set1_epi32((int)set), byte_of);
  return _mm256_cmpeq_epi8(_mm256_and_si256(spread, bit_of), bit_of);
}

INLINE mask64 mask_of(uint64_t set) { return (mask64){spread_bits((uint32_t)set), spread_bits((uint32_t)(set >> 32))}; }

INLINE bytes64 choose(mask64 mask, bytes64 set, bytes64 clear) {
  return (bytes64){_mm256_blendv_epi8(clear.low, set.low, mask.low),
                   _mm256_blendv_epi8(clear.high, set.high, mask.high)};
}

INLINE table16 load_table16(const uint8_t *from) { return from; }
INLINE table64 load_table64(const uint8_t *from) { return from; }
INLINE table128 load_table128(const uint8_t *from) { return from; }

INLINE __m256i row(const uint8_t *table, int number) {
  return _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)(table + 16 * number)));
}

INLINE bytes64 look_up_row(const uint8_t *table, int number, bytes64 index) {
  __m256i entries = row(table, number);
  return (bytes64){_mm256_shuffle_epi8(entries, index.low), _mm256_shuffle_epi8(entries, index.high)};
}

INLINE bytes64 lookup16(table16 table, bytes64 index) { return look_up_row(table, 0, index); }

#define HAS_LOOKUPS 1
INLINE bytes64 lookup64(table64 table, bytes64 index) {
  bytes64 bit4 = shift_up(index, 3), bit5 = shift_up(index, 2);
  bytes64 lower = look_up_row(table, 0, index);
  lower = choose(bit4, look_up_row(table, 1, index), lower);
  bytes64 upper = look_up_row(table, 2, index);
  upper = choose(bit4, look_up_row(table, 3, index), upper);
  return choose(bit5, upper, lower);
}

INLINE bytes64 lookup128(table128 table, bytes64 index) {
  return choose(shift_up(index, 1), lookup64(table + 64, index), lookup64(table, index));
}

INLINE half_table256 load_half_table256(const uint8_t *from) { return from; }

// Two rows at once: of each second one the bytes have both.
INLINE bytes64 lookup_half256(half_table256 table, bytes64 index) {
  bytes64 bit4 = shift_up(index, 3), bit5 = shift_up(index, 2), bit6 = shift_up(index, 1);
  // The uppermost bit of an index would make a row give nothing.
  bytes64 place = bit_and(index, splat(0x7F)), quarters[4];
  for (int i = 0; i < 4; i++) {
    quarters[i] = choose(bit5, look_up_row(table, 4 * i + 2, place), look_up_row(table, 4 * i, place));
  }
  bytes64 both = choose(index, choose(bit6, quarters[3], quarters[2]), choose(bit6, quarters[1], quarters[0]));
  bytes64 upper = {_mm256_srli_epi16(both.low, 4), _mm256_srli_epi16(both.high, 4)};
  return choose(bit4, upper, both);
}

#define RARELY(condition) (condition)
#define HAS_WIDE_REGISTERS 0

#define TABLE_SMALL 16
typedef table16 table_small;
#define load_table_small load_table16
#define lookup_small lookup16

#define before(previous, a, count)                                                                                 \
  ((bytes64){_mm256_alignr_epi8((a).low, _mm256_permute2x128_si256((previous).high, (a).low, 0x21), 16 - (count)), \
             _mm256_alignr_epi8((a).high, _mm256_permute2x128_si256((a).low, (a).high, 0x21), 16 - (count))})

#define after(a, following, count)                                                                   \
  ((bytes64){_mm256_alignr_epi8(_mm256_permute2x128_si256((a).low, (a).high, 0x21), (a).low, count), \
             _mm256_alignr_epi8(_mm256_permute2x128_si256((a).high, (following).low, 0x21), (a).high, count)})

INLINE uint8_t *compress_8(uint8_t *to, __m128i eight, uint32_t set) {
  __m128i shuffle = _mm_loadl_epi64((const __m128i *)&cak_compress_shuffles[set]);
  _mm_storel_epi64((__m128i *)to, _mm_shuffle_epi8(eight, shuffle));
  return to + __builtin_popcount(set);
}

INLINE uint8_t *compress_16(uint8_t *to, __m128i bytes, uint32_t set) {
  to = compress_8(to, bytes, set & 0xFF);
  return compress_8(to, _mm_unpackhi_epi64(bytes, bytes), set >> 8 & 0xFF);
}

INLINE size_t compress_store(uint8_t *to, bytes64 a, uint64_t set) {
  if (set == ~0ull) {
    store(to, a);
    return 64;
  }
  uint8_t *end = compress_16(to, _mm256_castsi256_si128(a.low), (uint32_t)set);
  end = compress_16(end, _mm256_extracti128_si256(a.low, 1), (uint32_t)(set >> 16));
  end = compress_16(end, _mm256_castsi256_si128(a.high), (uint32_t)(set >> 32));
  end = compress_16(end, _mm256_extracti128_si256(a.high, 1), (uint32_t)(set >> 48));
  return (size_t)(end - to);
}

INLINE size_t compress_with_places(uint8_t *to, size_t *places, bytes64 a, uint64_t set, size_t from) {
  __m128i quarters[] = {_mm256_castsi256_si128(a.low), _mm256_extracti128_si256(a.low, 1),
                        _mm256_castsi256_si128(a.high), _mm256_extracti128_si256(a.high, 1)};
  size_t count = 0;
#pragma clang loop unroll(full)
  for (unsigned i = 0; i < 8; i++) {
    unsigned eight = set >> 8 * i & 0xFF, more = (unsigned)__builtin_popcount(eight);
    __m128i bytes = i & 1 ? _mm_unpackhi_epi64(quarters[i / 2], quarters[i / 2]) : quarters[i / 2];
    // It names the bits that are set.
    __m128i shuffle = _mm_loadl_epi64((const __m128i *)&cak_compress_shuffles[eight]);
    _mm_storel_epi64((__m128i *)(to + count), _mm_shuffle_epi8(bytes, shuffle));
    __m256i base = _mm256_set1_epi64x((long long)(from + 8 * i));
    size_t *next = places + count;
    _mm256_storeu_si256((__m256i *)next, _mm256_add_epi64(_mm256_cvtepu8_epi64(shuffle), base));
    if (more > 4) {
      __m256i others = _mm256_cvtepu8_epi64(_mm_srli_si128(shuffle, 4));
      _mm256_storeu_si256((__m256i *)(next + 4), _mm256_add_epi64(others, base));
    }
    count += more;
  }
  return count;
}

#endif
