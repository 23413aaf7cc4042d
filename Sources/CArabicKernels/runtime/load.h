// Reading numbers of bytes, and masks.
#ifndef CAK_RUNTIME_LOAD_H
#define CAK_RUNTIME_LOAD_H
#include "word_key.h"
#include "runtime/inline.h"
#include <stdint.h>
#include <string.h>

static inline uint64_t load8(const uint8_t *bytes) {
  uint64_t value;
  memcpy(&value, bytes, 8);
  return value;
}

// The first `count` of so many bytes are kept by what stands from `CAK_MASK_END - count` on. By a table: a compiler makes
// a branch of a comparison, and how long a word is cannot be predicted.
#define CAK_MASK_END 32
static const uint8_t cak_mask[2 * CAK_MASK_END] = {
    255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
    255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
};

ALWAYS_INLINE cak_word_key first_bytes(const uint8_t *bytes, size_t count) {
  const uint8_t *mask = cak_mask + CAK_MASK_END - (count < 16 ? count : 16);
  return (cak_word_key){load8(bytes) & load8(mask), load8(bytes + 8) & load8(mask + 8)};
}

ALWAYS_INLINE cak_word_key key_in(const uint8_t *bytes) { return (cak_word_key){load8(bytes), load8(bytes + 8)}; }

// The same where only `left` bytes can be read, of which the word has `count`.
ALWAYS_INLINE cak_word_key first_bytes_within(const uint8_t *bytes, size_t count, size_t left) {
  if (left >= 16) return first_bytes(bytes, count);
  cak_word_key key = {0, 0};
  memcpy(&key, bytes, count);
  return key;
}

// The first eight bytes of a word, filled up with zeros, and the last eight, with zeros before them. Those of a short word
// are not read together with what is before it: that may have been written apart, and would be waited for.
typedef struct {
  uint64_t head, tail;
} outer_bytes;

ALWAYS_INLINE outer_bytes outer_bytes_of(const uint8_t *word, size_t length) {
  size_t before = length < 8 ? 0 : length - 8, half_of_spare = 4 * (before + 8 - length);
  uint64_t tail = load8(word + before) << half_of_spare << half_of_spare;
  return (outer_bytes){load8(word) << half_of_spare << half_of_spare >> half_of_spare >> half_of_spare, tail};
}

// A mask of the lowest `count` bits.
static inline uint64_t first_bits(size_t count) { return count < 64 ? ~(~0ull << count) : ~0ull; }

#endif
