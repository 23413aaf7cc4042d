#ifndef CAK_RUNTIME_UTF8_H
#define CAK_RUNTIME_UTF8_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

static inline bool is_trail(uint8_t byte) { return (byte & 0xC0) == 0x80; }

// Decodes the well-formed sequence at `text`; 0 where there is none within `left` bytes.
static inline uint32_t decode(const uint8_t *text, size_t left, uint32_t *scalar) {
  uint8_t lead = text[0];
  if (lead < 0x80) {
    *scalar = lead;
    return 1;
  }
  if (lead < 0xE0) {
    if (lead < 0xC2 || left < 2 || !is_trail(text[1])) return 0;
    *scalar = (lead & 0x1Fu) << 6 | (text[1] & 0x3Fu);
    return 2;
  }
  if (left < 3 || !is_trail(text[1]) || !is_trail(text[2])) return 0;
  if (lead < 0xF0) {
    uint32_t value = (lead & 0x0Fu) << 12 | (text[1] & 0x3Fu) << 6 | (text[2] & 0x3Fu);
    if (value < 0x800 || (value >= 0xD800 && value <= 0xDFFF)) return 0;
    *scalar = value;
    return 3;
  }
  if (left < 4 || lead > 0xF4 || !is_trail(text[3])) return 0;
  uint32_t value = (lead & 0x07u) << 18 | (text[1] & 0x3Fu) << 12 | (text[2] & 0x3Fu) << 6 | (text[3] & 0x3Fu);
  if (value < 0x10000 || value > 0x10FFFF) return 0;
  *scalar = value;
  return 4;
}

#endif
