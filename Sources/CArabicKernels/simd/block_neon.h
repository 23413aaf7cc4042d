// 64 bytes in four registers of NEON, on 64-bit processors. What the operations do stands in block_avx512.h, which has
// the same.
//
// A mask has a byte a byte, with all of its bits set or none.
#ifndef CAK_SIMD_BLOCK_NEON_H
#define CAK_SIMD_BLOCK_NEON_H
#include "simd/compress_shuffles.h"
#include <arm_neon.h>
#include <stddef.h>
#include <stdint.h>

#define KERNEL(name) name##_neon
// Every such processor has these instructions.
#define TARGET
#define INLINE static inline __attribute__((always_inline))

typedef uint8x16x4_t bytes64;
typedef bytes64 mask64;

// The larger ones would take too many registers: they stay in memory.
typedef uint8x16_t table16;
typedef const uint8_t *table64;
typedef const uint8_t *table128;
typedef const uint8_t *half_table256;

#define EACH(operation, a, b)                                                                                          \
  ((bytes64){{operation((a).val[0], (b).val[0]), operation((a).val[1], (b).val[1]), operation((a).val[2], (b).val[2]), \
              operation((a).val[3], (b).val[3])}})
#define EACH_WITH(operation, a, value)                                                                  \
  ((bytes64){{operation((a).val[0], value), operation((a).val[1], value), operation((a).val[2], value), \
              operation((a).val[3], value)}})

INLINE bytes64 splat(uint8_t value) {
  uint8x16_t all = vdupq_n_u8(value);
  return (bytes64){{all, all, all, all}};
}

INLINE bytes64 load(const uint8_t *from) { return vld1q_u8_x4(from); }
INLINE void store(uint8_t *to, bytes64 a) { vst1q_u8_x4(to, a); }

INLINE bytes64 bit_and(bytes64 a, bytes64 b) { return EACH(vandq_u8, a, b); }
INLINE bytes64 bit_or(bytes64 a, bytes64 b) { return EACH(vorrq_u8, a, b); }
INLINE bytes64 bit_xor(bytes64 a, bytes64 b) { return EACH(veorq_u8, a, b); }
INLINE bytes64 minus(bytes64 a, bytes64 b) { return EACH(vsubq_u8, a, b); }
INLINE bytes64 smaller(bytes64 a, bytes64 b) { return EACH(vminq_u8, a, b); }

#define shift_up(a, count) EACH_WITH(vshlq_n_u8, a, count)

INLINE mask64 equal(bytes64 a, uint8_t value) { return EACH_WITH(vceqq_u8, a, vdupq_n_u8(value)); }
INLINE mask64 any_of(bytes64 a, uint8_t set) { return EACH_WITH(vtstq_u8, a, vdupq_n_u8(set)); }
INLINE mask64 at_least(bytes64 a, bytes64 b) { return EACH(vcgeq_u8, a, b); }
INLINE mask64 between(bytes64 a, uint8_t lowest, uint8_t count) {
  bytes64 distance = EACH_WITH(vsubq_u8, a, vdupq_n_u8(lowest));
  return EACH_WITH(vcltq_u8, distance, vdupq_n_u8(count));
}

INLINE uint8x16_t is_trail16(uint8x16_t a) { return vcltq_s8(vreinterpretq_s8_u8(a), vdupq_n_s8(-0x40)); }
INLINE mask64 trails(bytes64 a) {
  return (mask64){{is_trail16(a.val[0]), is_trail16(a.val[1]), is_trail16(a.val[2]), is_trail16(a.val[3])}};
}
INLINE mask64 not_ascii(bytes64 a) { return EACH_WITH(vcgeq_u8, a, vdupq_n_u8(0x80)); }

INLINE mask64 both(mask64 a, mask64 b) { return bit_and(a, b); }
INLINE mask64 either(mask64 a, mask64 b) { return bit_or(a, b); }
INLINE mask64 without(mask64 a, mask64 b) { return EACH(vbicq_u8, a, b); }

// Of each byte its bit in eight, and sums of neighbors until eight bytes are one.
INLINE uint64_t bits(mask64 a) {
  bytes64 set = EACH_WITH(vandq_u8, a, vreinterpretq_u8_u64(vdupq_n_u64(0x8040201008040201)));
  uint8x16_t sums = vpaddq_u8(vpaddq_u8(set.val[0], set.val[1]), vpaddq_u8(set.val[2], set.val[3]));
  return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(sums, sums)), 0);
}

INLINE uint64_t nth_bits(bytes64 a, int number) { return bits(any_of(a, (uint8_t)(1 << number))); }

INLINE uint8x16_t spread_bits(uint64_t set) {
  uint8x16_t pair = vreinterpretq_u8_u64(vcombine_u64(vcreate_u64((set & 0xFF) * 0x0101010101010101),
                                                      vcreate_u64((set >> 8 & 0xFF) * 0x0101010101010101)));
  return vtstq_u8(pair, vreinterpretq_u8_u64(vdupq_n_u64(0x8040201008040201)));
}
INLINE mask64 mask_of(uint64_t set) {
  return (mask64){{spread_bits(set), spread_bits(set >> 16), spread_bits(set >> 32), spread_bits(set >> 48)}};
}

INLINE int any_bits(bytes64 a) {
  return vmaxvq_u8(vorrq_u8(vorrq_u8(a.val[0], a.val[1]), vorrq_u8(a.val[2], a.val[3]))) != 0;
}
INLINE int any(mask64 a) { return any_bits(a); }

INLINE bytes64 choose(mask64 mask, bytes64 set, bytes64 clear) {
  return (bytes64){{vbslq_u8(mask.val[0], set.val[0], clear.val[0]), vbslq_u8(mask.val[1], set.val[1], clear.val[1]),
                    vbslq_u8(mask.val[2], set.val[2], clear.val[2]), vbslq_u8(mask.val[3], set.val[3], clear.val[3])}};
}

INLINE table16 load_table16(const uint8_t *from) { return vld1q_u8(from); }
INLINE table64 load_table64(const uint8_t *from) { return from; }
INLINE table128 load_table128(const uint8_t *from) { return from; }

INLINE bytes64 lookup16(table16 table, bytes64 index) {
  return (bytes64){{vqtbl1q_u8(table, index.val[0]), vqtbl1q_u8(table, index.val[1]), vqtbl1q_u8(table, index.val[2]),
                    vqtbl1q_u8(table, index.val[3])}};
}
#define HAS_LOOKUPS 1
INLINE bytes64 lookup64(table64 table, bytes64 index) {
  uint8x16x4_t rows = load(table);
  return (bytes64){{vqtbl4q_u8(rows, index.val[0]), vqtbl4q_u8(rows, index.val[1]), vqtbl4q_u8(rows, index.val[2]),
                    vqtbl4q_u8(rows, index.val[3])}};
}
// An index beyond the rows leaves what is there.
INLINE bytes64 lookup128(table128 table, bytes64 index) {
  bytes64 found = lookup64(table, index), upper = EACH_WITH(vsubq_u8, index, vdupq_n_u8(64));
  uint8x16x4_t rows = load(table + 64);
  return (bytes64){{vqtbx4q_u8(found.val[0], rows, upper.val[0]), vqtbx4q_u8(found.val[1], rows, upper.val[1]),
                    vqtbx4q_u8(found.val[2], rows, upper.val[2]), vqtbx4q_u8(found.val[3], rows, upper.val[3])}};
}

INLINE half_table256 load_half_table256(const uint8_t *from) { return from; }
INLINE bytes64 lookup_half256(half_table256 table, bytes64 index) {
  bytes64 of_upper = lookup128(table + 128, bit_and(index, splat(0x7F)));
  return choose(not_ascii(index), of_upper, lookup128(table, index));
}

#define RARELY(condition) (condition)
#define HAS_WIDE_REGISTERS 0

#define TABLE_SMALL 64
typedef table64 table_small;
#define load_table_small load_table64
#define lookup_small lookup64

#define before(previous, a, count)                                                                                   \
  ((bytes64){{vextq_u8((previous).val[3], (a).val[0], 16 - (count)), vextq_u8((a).val[0], (a).val[1], 16 - (count)), \
              vextq_u8((a).val[1], (a).val[2], 16 - (count)), vextq_u8((a).val[2], (a).val[3], 16 - (count))}})

#define after(a, following, count)                                                              \
  ((bytes64){{vextq_u8((a).val[0], (a).val[1], count), vextq_u8((a).val[1], (a).val[2], count), \
              vextq_u8((a).val[2], (a).val[3], count), vextq_u8((a).val[3], (following).val[0], count)}})

INLINE void compress_8(uint8_t *to, uint8x8_t eight, uint8_t set) {
  vst1_u8(to, vtbl1_u8(eight, vcreate_u8(cak_compress_shuffles[set])));
}

INLINE size_t compress_store(uint8_t *to, bytes64 a, uint64_t set) {
  if (set == ~0ull) {
    store(to, a);
    return 64;
  }
  // How many are set in each eight, and, by one multiplication, up to the end of each.
  uint64_t counts = vget_lane_u64(vreinterpret_u64_u8(vcnt_u8(vcreate_u8(set))), 0);
  uint64_t ends = counts * 0x0101010101010101;
  compress_8(to, vget_low_u8(a.val[0]), (uint8_t)set);
  for (int i = 1; i < 8; i++) {
    uint8x16_t of = a.val[i >> 1];
    compress_8(to + (ends >> (8 * i - 8) & 0xFF), i & 1 ? vget_high_u8(of) : vget_low_u8(of), (uint8_t)(set >> 8 * i));
  }
  return ends >> 56;
}

INLINE size_t compress_with_places(uint8_t *to, size_t *places, bytes64 a, uint64_t set, size_t from) {
  size_t count = 0;
  for (size_t i = 0; i < 64; i += 8) {
    uint8_t eight = (uint8_t)(set >> i);
    // It names the bits that are set.
    uint16x8_t found = vmovl_u8(vcreate_u8(cak_compress_shuffles[eight]));
    uint32x4_t halves[] = {vmovl_u16(vget_low_u16(found)), vmovl_u16(vget_high_u16(found))};
    uint64x2_t base = vdupq_n_u64(from + i);
    for (size_t half = 0; half < 2; half++) {
      uint64_t *next = (uint64_t *)places + count + 4 * half;
      vst1q_u64(next, vaddw_u32(base, vget_low_u32(halves[half])));
      vst1q_u64(next + 2, vaddw_u32(base, vget_high_u32(halves[half])));
    }
    count += (size_t)__builtin_popcount(eight);
  }
  return compress_store(to, a, set);
}

#endif
