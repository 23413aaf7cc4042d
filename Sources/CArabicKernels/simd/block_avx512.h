// 64 bytes in one register of AVX-512, and what kernels do with them. block_avx2.h and block_neon.h have the same
// operations, so that an algorithm stands once, in a header that a file for each processor includes after one of these.
//
// `bytes64` is 64 bytes, the first one lowest. `mask64` says yes or no to each of them, in whatever way is cheapest here:
// it becomes 64 bits only by `bits`. A table holds what an index stands for; an index must be below its size, or the
// result is any.
#ifndef CAK_SIMD_BLOCK_AVX512_H
#define CAK_SIMD_BLOCK_AVX512_H
// Before a function that uses the operations.
#ifdef CAK_EMULATE_AVX512
// The tests of kernels bring the instructions, so that they run on any processor.
#include "avx512_emulation.h"
#define TARGET
#else
#include <immintrin.h>
#define TARGET __attribute__((target("avx512f,avx512bw,avx512vl,avx512vbmi,avx512vbmi2,bmi,bmi2,lzcnt,popcnt")))
#endif
#include <stddef.h>
#include <stdint.h>

// The name of a function of this kernel.
#define KERNEL(name) name##_avx512
// Before a function that is to vanish into its caller.
#define INLINE TARGET static inline __attribute__((always_inline))

typedef __m512i bytes64;
typedef uint64_t mask64;
typedef __m512i table16;
typedef __m512i table64;
typedef struct {
  __m512i low, high;
} table128;
typedef struct {
  table128 halves[2];
} half_table256;

// 64 times the same.
INLINE bytes64 splat(uint8_t value) { return _mm512_set1_epi8((char)value); }

// From and to any address.
INLINE bytes64 load(const uint8_t *from) { return _mm512_loadu_si512(from); }
INLINE void store(uint8_t *to, bytes64 a) { _mm512_storeu_si512(to, a); }

INLINE bytes64 bit_and(bytes64 a, bytes64 b) { return _mm512_and_si512(a, b); }
INLINE bytes64 bit_or(bytes64 a, bytes64 b) { return _mm512_or_si512(a, b); }
INLINE bytes64 bit_xor(bytes64 a, bytes64 b) { return _mm512_xor_si512(a, b); }
INLINE bytes64 minus(bytes64 a, bytes64 b) { return _mm512_sub_epi8(a, b); }
// The smaller ones of unsigned numbers.
INLINE bytes64 smaller(bytes64 a, bytes64 b) { return _mm512_min_epu8(a, b); }

// The bits of each byte moved up by a constant; those that leave it must not be set.
#define shift_up(a, count) _mm512_slli_epi16(a, count)

// Which bytes are a value; have any bit of a set; are at least, as unsigned numbers, those of `b`; are among `count` from
// `lowest` on.
INLINE mask64 equal(bytes64 a, uint8_t value) { return _mm512_cmpeq_epi8_mask(a, splat(value)); }
INLINE mask64 any_of(bytes64 a, uint8_t set) { return _mm512_test_epi8_mask(a, splat(set)); }
INLINE mask64 at_least(bytes64 a, bytes64 b) { return _mm512_cmpge_epu8_mask(a, b); }
INLINE mask64 between(bytes64 a, uint8_t lowest, uint8_t count) {
  return _mm512_cmplt_epu8_mask(_mm512_sub_epi8(a, splat(lowest)), splat(count));
}

// Which bytes are 80 to BF; are 80 and above.
INLINE mask64 trails(bytes64 a) { return _mm512_cmplt_epi8_mask(a, splat(0xC0)); }
INLINE mask64 not_ascii(bytes64 a) { return _mm512_movepi8_mask(a); }

INLINE mask64 both(mask64 a, mask64 b) { return a & b; }
INLINE mask64 either(mask64 a, mask64 b) { return a | b; }
INLINE mask64 without(mask64 a, mask64 b) { return a & ~b; }

// The mask as a number, the first byte lowest, and the other way round; a constant bit of each byte; whether any byte is set,
// and whether any byte of a block is not 0.
INLINE uint64_t bits(mask64 a) { return a; }
INLINE uint64_t nth_bits(bytes64 a, int number) { return any_of(a, (uint8_t)(1 << number)); }
INLINE mask64 mask_of(uint64_t set) { return set; }
INLINE int any(mask64 a) { return a != 0; }
INLINE int any_bits(bytes64 a) { return _mm512_test_epi8_mask(a, a) != 0; }

// The bytes of `set` where the mask is set, else those of `clear`.
INLINE bytes64 choose(mask64 mask, bytes64 set, bytes64 clear) { return _mm512_mask_mov_epi8(clear, mask, set); }

// Tables of as many entries, and the entries at 64 indices.
INLINE table16 load_table16(const uint8_t *from) {
  return _mm512_broadcast_i32x4(_mm_loadu_si128((const __m128i *)from));
}
INLINE table64 load_table64(const uint8_t *from) { return load(from); }
INLINE table128 load_table128(const uint8_t *from) { return (table128){load(from), load(from + 64)}; }
INLINE bytes64 lookup16(table16 table, bytes64 index) { return _mm512_shuffle_epi8(table, index); }
// Whether tables of 64 and more bytes are looked up at once: by the lower six or seven bits of an index.
#define HAS_LOOKUPS 1
INLINE bytes64 lookup64(table64 table, bytes64 index) { return _mm512_permutexvar_epi8(index, table); }
INLINE bytes64 lookup128(table128 table, bytes64 index) {
  return _mm512_permutex2var_epi8(table.low, index, table.high);
}

// 256 entries of four bits. A byte has its own entry in its lower half, and in its upper half the one 16 places before or
// after it: whose row is of the other kind, even or odd. What a look-up gives has anything in the upper half.
INLINE half_table256 load_half_table256(const uint8_t *from) {
  return (half_table256){{load_table128(from), load_table128(from + 128)}};
}
INLINE bytes64 lookup_half256(half_table256 table, bytes64 index) {
  return choose(not_ascii(index), lookup128(table.halves[1], index), lookup128(table.halves[0], index));
}

// Numbers of eight bytes: which are not 0, less, and equal; and the difference where a mask is set.
INLINE uint8_t any64(bytes64 a) { return _mm512_test_epi64_mask(a, a); }
INLINE uint8_t less64(bytes64 a, bytes64 b) { return _mm512_cmplt_epu64_mask(a, b); }
INLINE uint8_t equal64(bytes64 a, bytes64 b) { return _mm512_cmpeq_epi64_mask(a, b); }
INLINE bytes64 minus64(bytes64 a, bytes64 b, unsigned mask) { return _mm512_mask_sub_epi64(a, (uint8_t)mask, a, b); }

// A condition that seldom holds, where it pays to lay out the code for that.
#define RARELY(condition) __builtin_expect((condition) != 0, 0)
// Whether a block is one register: a large table or a mask then costs less than a branch that goes wrong.
#define HAS_WIDE_REGISTERS 1

// The largest table that costs no more than the smallest.
#define TABLE_SMALL 64
typedef table64 table_small;
#define load_table_small load_table64
#define lookup_small lookup64

// The 64 bytes that begin a constant number of 1 to 16 before `a`, which follows `previous`; that begin so many after it.
#define before(previous, a, count) _mm512_alignr_epi8(a, _mm512_alignr_epi64(a, previous, 6), 16 - (count))
#define after(a, following, count) _mm512_alignr_epi8(_mm512_alignr_epi64(following, a, 2), a, count)

// Writes the bytes that are set one after the other, and anything up to 64 bytes after `to`; gives their number.
INLINE size_t compress_store(uint8_t *to, bytes64 a, uint64_t set) {
  store(to, _mm512_maskz_compress_epi8(set, a));
  return (size_t)_mm_popcnt_u64(set);
}

// The same, and writes beside each byte its number plus `from`, and anything up to 64 entries after `places`.
INLINE size_t compress_with_places(uint8_t *to, size_t *places, bytes64 a, uint64_t set, size_t from) {
  const bytes64 numbers =
      _mm512_set_epi8(63, 62, 61, 60, 59, 58, 57, 56, 55, 54, 53, 52, 51, 50, 49, 48, 47, 46, 45, 44, 43, 42, 41, 40,
                      39, 38, 37, 36, 35, 34, 33, 32, 31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16,
                      15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
  size_t count = compress_store(to, a, set);
  __m512i base = _mm512_set1_epi64((long long)from), found = _mm512_maskz_compress_epi8(set, numbers);
  __m128i sixteen = _mm512_castsi512_si128(found);
  _mm512_storeu_si512(places, _mm512_add_epi64(_mm512_cvtepu8_epi64(sixteen), base));
  _mm512_storeu_si512(places + 8, _mm512_add_epi64(_mm512_cvtepu8_epi64(_mm_srli_si128(sixteen, 8)), base));
  __m128i more = _mm512_extracti32x4_epi32(found, 1);
  _mm512_storeu_si512(places + 16, _mm512_add_epi64(_mm512_cvtepu8_epi64(more), base));
  for (size_t i = 24; i < count; i += 8) {
    __m128i eight = _mm512_castsi512_si128(_mm512_maskz_compress_epi8(~0ull << i, found));
    _mm512_storeu_si512(places + i, _mm512_add_epi64(_mm512_cvtepu8_epi64(eight), base));
  }
  return count;
}

#endif
