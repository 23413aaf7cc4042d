// Reading numbers of bytes.
#ifndef CAK_LOAD_INTERNAL_H
#define CAK_LOAD_INTERNAL_H
#include <stdint.h>
#include <string.h>

static inline uint64_t load8(const uint8_t *bytes) {
  uint64_t value;
  memcpy(&value, bytes, 8);
  return value;
}

#endif
