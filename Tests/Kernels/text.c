#include "text.h"
#include "runtime/utf8.h"
#include <stdlib.h>
#include <string.h>

void append(buffer *to, const void *bytes, size_t count) {
  if (to->count + count > to->capacity) {
    to->capacity = 2 * (to->count + count);
    to->bytes = realloc(to->bytes, to->capacity);
  }
  if (count) memcpy(to->bytes + to->count, bytes, count);
  to->count += count;
}

void append_scalar(buffer *to, uint32_t scalar) {
  uint8_t bytes[4];
  append(to, bytes, encode(bytes, scalar));
}

uint32_t encoded_size(uint32_t scalar) { return scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4; }

uint32_t encode(uint8_t *to, uint32_t scalar) {
  static const uint8_t leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
  uint32_t size = encoded_size(scalar);
  for (uint32_t i = size - 1; i > 0; i--, scalar >>= 6) to[i] = 0x80 | (scalar & 0x3F);
  to[0] = leads[size] | (uint8_t)scalar;
  return size;
}

uint32_t decode_at(const uint8_t *text, size_t left, uint32_t *scalar) { return left ? decode(text, left, scalar) : 0; }

uint64_t next_random(uint64_t *state) {
  uint64_t z = *state += 0x9E3779B97F4A7C15;
  z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
  z = (z ^ z >> 27) * 0x94D049BB133111EB;
  return z ^ z >> 31;
}

uint32_t below(uint64_t *state, uint32_t limit) { return (uint32_t)(next_random(state) % limit); }

static uint32_t random_scalar(uint64_t *state, uint32_t kind) {
  switch (kind) {
  case 0:
  case 1:
  case 2:
  case 3: return 0x621 + below(state, 0x2A);
  case 4:
  case 5: return 0x64B + below(state, 8);
  case 6:
  case 7: return ' ';
  case 8: return below(state, 0x80);
  case 9: return 'a' + below(state, 26);
  case 10: return 0x600 + below(state, 0x100);
  case 11: return 0x80 + below(state, 0x80);
  case 12: return 0x2000 + below(state, 0x80);
  case 13: return below(state, 2) ? 0xFE00 + below(state, 16) : 0x200D;
  case 14: {
    // Emoji and what prolongs them.
    static const uint32_t parts[] = {0xFE0F, 0x200D, 0x20E3, 0x1F3FB, 0x1F1E6, ' '};
    uint32_t which = below(state, 12);
    if (which < sizeof parts / sizeof *parts) return parts[which];
    return which < 9 ? 0x2600 + below(state, 0x200) : 0x1F000 + below(state, 0x1000);
  }
  case 15: return 0xFB50 + below(state, 0x4B0);
  case 16: return 0x80 + below(state, 0x780);
  default: {
    // From few pages, since making one takes long.
    uint32_t scalar = (below(state, 40) * 0x1B5 % 0x1100) << 8 | below(state, 256);
    return scalar >= 0xD800 && scalar < 0xE000 ? 0x61F : scalar;
  }
  }
}

void random_text(uint64_t *state, buffer *to, size_t count) {
  to->count = 0;
  // Mostly letters, marks and spaces; the rest is one of few other kinds, seldom or often.
  uint32_t rare = 8 + below(state, 10), every = 1u << (1 + below(state, 7));
  while (to->count < count) append_scalar(to, random_scalar(state, below(state, every) ? below(state, 8) : rare));
}
