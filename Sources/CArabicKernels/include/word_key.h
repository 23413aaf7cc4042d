// A short word as numbers.
#ifndef CAK_WORD_KEY_H
#define CAK_WORD_KEY_H
#include <stdint.h>

/// A word of up to 16 bytes as two numbers, lowest byte first, filled up with zeros.
typedef struct {
  uint64_t low;
  uint64_t high;
} cak_word_key;

#endif
