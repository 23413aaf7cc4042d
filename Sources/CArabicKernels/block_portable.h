// 64 bytes on any processor, as the compiler makes them of what it has. What the operations do stands in block_avx512.h,
// which has more.
//
// A mask has a byte a byte, with all of its bits set or none.
#ifndef CAK_BLOCK_PORTABLE_H
#define CAK_BLOCK_PORTABLE_H
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define KERNEL(name) name##_portable
#define TARGET
#define INLINE static inline __attribute__((always_inline))

typedef uint8_t bytes16 __attribute__((vector_size(16)));
typedef _Bool bits16 __attribute__((ext_vector_type(16)));
typedef struct {
  bytes16 of[4];
} bytes64;
typedef bytes64 mask64;
typedef const uint8_t *table128;

#define EACH(expression)                                      \
  bytes64 result;                                             \
  for (int i = 0; i < 4; i++) result.of[i] = (bytes16)(expression); \
  return result

INLINE bytes64 splat(uint8_t value) { EACH((bytes16){} + value); }

INLINE bytes64 load(const uint8_t *from) {
  bytes64 a;
  memcpy(&a, from, 64);
  return a;
}
INLINE void store(uint8_t *to, bytes64 a) { memcpy(to, &a, 64); }

INLINE bytes64 and(bytes64 a, bytes64 b) { EACH(a.of[i] & b.of[i]); }
INLINE bytes64 or(bytes64 a, bytes64 b) { EACH(a.of[i] | b.of[i]); }
INLINE bytes64 xor(bytes64 a, bytes64 b) { EACH(a.of[i] ^ b.of[i]); }
INLINE bytes64 minus(bytes64 a, bytes64 b) { EACH(a.of[i] - b.of[i]); }

INLINE mask64 equal(bytes64 a, uint8_t value) { EACH(a.of[i] == value); }
INLINE mask64 at_least(bytes64 a, bytes64 b) { EACH(a.of[i] >= b.of[i]); }

INLINE mask64 both(mask64 a, mask64 b) { return and(a, b); }
INLINE mask64 either(mask64 a, mask64 b) { return or(a, b); }

INLINE uint64_t bits(mask64 a) {
  uint16_t sets[4];
  for (int i = 0; i < 4; i++) {
    bits16 set = __builtin_convertvector(a.of[i], bits16);
    memcpy(&sets[i], &set, 2);
  }
  return sets[0] | (uint64_t)sets[1] << 16 | (uint64_t)sets[2] << 32 | (uint64_t)sets[3] << 48;
}

INLINE mask64 mask_of(uint64_t set) {
  mask64 result;
  for (int i = 0; i < 4; i++) {
    uint16_t part = (uint16_t)(set >> 16 * i);
    bits16 a;
    memcpy(&a, &part, 2);
    result.of[i] = (bytes16)(__builtin_convertvector(a, bytes16) != 0);
  }
  return result;
}

INLINE bytes64 choose(mask64 mask, bytes64 set, bytes64 clear) {
  EACH((set.of[i] & mask.of[i]) | (clear.of[i] & ~mask.of[i]));
}

INLINE table128 load_table128(const uint8_t *from) { return from; }
INLINE bytes64 lookup128(table128 table, bytes64 index) {
  uint8_t places[64], found[64];
  store(places, index);
  for (int i = 0; i < 64; i++) found[i] = table[places[i] & 127];
  return load(found);
}

#endif
