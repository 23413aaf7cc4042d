// 64 bytes on any processor, as the compiler makes them of what it has. What the operations do stands in block_avx512.h,
// which has more.
//
// A mask has a byte a byte, with all of its bits set or none.
#ifndef CAK_SIMD_BLOCK_PORTABLE_H
#define CAK_SIMD_BLOCK_PORTABLE_H
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define KERNEL(name) name##_portable
#define TARGET
#define INLINE static inline __attribute__((always_inline))

typedef uint8_t bytes16 __attribute__((vector_size(16)));
typedef _Bool bits16 __attribute__((ext_vector_type(16)));
typedef struct {
  bytes16 a, b, c, d;
} bytes64;
typedef bytes64 mask64;
typedef const uint8_t *table64;
typedef const uint8_t *table128;

// By members and not in a loop over an array, for which a compiler would take a minute with sanitizers.
#define EACH(x, operation, y)                                                                                   \
  ((bytes64){(bytes16)((x).a operation(y).a), (bytes16)((x).b operation(y).b), (bytes16)((x).c operation(y).c), \
             (bytes16)((x).d operation(y).d)})

INLINE bytes64 splat(uint8_t value) {
  bytes16 all = (bytes16){} + value;
  return (bytes64){all, all, all, all};
}

INLINE bytes64 load(const uint8_t *from) {
  bytes64 a;
  memcpy(&a, from, 64);
  return a;
}
INLINE void store(uint8_t *to, bytes64 a) { memcpy(to, &a, 64); }

INLINE bytes64 bit_and(bytes64 a, bytes64 b) { return EACH(a, &, b); }
INLINE bytes64 bit_or(bytes64 a, bytes64 b) { return EACH(a, |, b); }
INLINE bytes64 bit_xor(bytes64 a, bytes64 b) { return EACH(a, ^, b); }
INLINE bytes64 minus(bytes64 a, bytes64 b) { return EACH(a, -, b); }

#define shift_up(x, count) ((bytes64){(x).a << count, (x).b << count, (x).c << count, (x).d << count})

INLINE mask64 equal(bytes64 a, uint8_t value) { return EACH(a, ==, splat(value)); }
INLINE mask64 at_least(bytes64 a, bytes64 b) { return EACH(a, >=, b); }

INLINE bytes64 smaller(bytes64 a, bytes64 b) {
  mask64 is_less = EACH(a, <, b);
  return bit_or(bit_and(a, is_less), (bytes64){b.a & ~is_less.a, b.b & ~is_less.b, b.c & ~is_less.c, b.d & ~is_less.d});
}

INLINE mask64 both(mask64 a, mask64 b) { return bit_and(a, b); }
INLINE mask64 either(mask64 a, mask64 b) { return bit_or(a, b); }

INLINE uint64_t bits_of_part(bytes16 a) {
  bits16 set = __builtin_convertvector(a, bits16);
  uint16_t result;
  memcpy(&result, &set, 2);
  return result;
}
INLINE uint64_t bits(mask64 a) {
  return bits_of_part(a.a) | bits_of_part(a.b) << 16 | bits_of_part(a.c) << 32 | bits_of_part(a.d) << 48;
}

INLINE bytes16 part_of_bits(uint64_t set) {
  uint16_t part = (uint16_t)set;
  bits16 a;
  memcpy(&a, &part, 2);
  return (bytes16)(__builtin_convertvector(a, bytes16) != 0);
}
INLINE mask64 mask_of(uint64_t set) {
  return (mask64){part_of_bits(set), part_of_bits(set >> 16), part_of_bits(set >> 32), part_of_bits(set >> 48)};
}

INLINE bytes64 choose(mask64 mask, bytes64 set, bytes64 clear) {
  return (bytes64){(set.a & mask.a) | (clear.a & ~mask.a), (set.b & mask.b) | (clear.b & ~mask.b),
                   (set.c & mask.c) | (clear.c & ~mask.c), (set.d & mask.d) | (clear.d & ~mask.d)};
}

INLINE table64 load_table64(const uint8_t *from) { return from; }
INLINE table128 load_table128(const uint8_t *from) { return from; }
INLINE bytes64 lookup(const uint8_t *table, bytes64 index, uint8_t last) {
  uint8_t places[64], found[64];
  store(places, index);
  for (int i = 0; i < 64; i++) found[i] = table[places[i] & last];
  return load(found);
}
#define HAS_LOOKUPS 0
INLINE bytes64 lookup64(table64 table, bytes64 index) { return lookup(table, index, 63); }
INLINE bytes64 lookup128(table128 table, bytes64 index) { return lookup(table, index, 127); }

#endif
