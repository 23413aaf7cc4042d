// Texts to try: UTF-8, chance with a fixed seed, and room for bytes.
#ifndef TEXT_H
#define TEXT_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
  uint8_t *bytes;
  size_t count, capacity;
} buffer;

void append(buffer *to, const void *bytes, size_t count);
void append_scalar(buffer *to, uint32_t scalar);

// How many bytes a scalar takes, and writing them.
uint32_t encoded_size(uint32_t scalar);
uint32_t encode(uint8_t *to, uint32_t scalar);
// How many bytes the well-formed sequence at `text` takes, and its scalar; 0 where there is none.
uint32_t decode_at(const uint8_t *text, size_t left, uint32_t *scalar);

// SplitMix64.
uint64_t next_random(uint64_t *state);
uint32_t below(uint64_t *state, uint32_t limit);

// Empties a buffer and fills it with at least `count` bytes of words, marks, signs, other scripts and emoji: of a few
// kinds, so that many blocks have nothing unusual.
void random_text(uint64_t *state, buffer *to, size_t count);

#endif
