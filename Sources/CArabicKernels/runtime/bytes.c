#include "bytes.h"
#include "cpu.h"
#include "runtime/utf8.h"
#include <string.h>

#define BYTE_LANES 32

size_t cak_count_byte(const uint8_t *text, size_t length, uint8_t byte) {
  size_t count = 0;
  size_t offset = 0;
  while (length - offset >= BYTE_LANES) {
    // A lane counts to 255.
    uint8_t lanes[BYTE_LANES] = {0};
    for (int round = 0; round < 255 && length - offset >= BYTE_LANES; round++, offset += BYTE_LANES) {
      for (int lane = 0; lane < BYTE_LANES; lane++) lanes[lane] += text[offset + lane] == byte;
    }
    for (int lane = 0; lane < BYTE_LANES; lane++) count += lanes[lane];
  }
  for (; offset < length; offset++) count += text[offset] == byte;
  return count;
}

size_t cak_first_byte(const uint8_t *text, size_t length, uint8_t byte) {
  const uint8_t *found = length ? memchr(text, byte, length) : NULL;
  return found ? (size_t)(found - text) : length;
}

size_t cak_last_byte(const uint8_t *text, size_t length, uint8_t byte) {
  size_t end = length;
  while (end >= BYTE_LANES) {
    uint8_t found = 0;
    for (int lane = 0; lane < BYTE_LANES; lane++) found |= text[end - BYTE_LANES + lane] == byte;
    if (found) break;
    end -= BYTE_LANES;
  }
  while (end > 0) {
    if (text[--end] == byte) return end;
  }
  return length;
}

// MARK: UTF-8

static size_t well_formed_from(const uint8_t *text, size_t length, size_t offset) {
  while (offset < length) {
    uint64_t eight;
    if (length - offset >= 8 && (memcpy(&eight, text + offset, 8), !(eight & 0x8080808080808080))) {
      offset += 8;
      continue;
    }
    uint32_t scalar;
    uint32_t width = decode(text + offset, length - offset, &scalar);
    if (width == 0) return offset;
    offset += width;
  }
  return length;
}

#if defined(__x86_64__)
#include <immintrin.h>

// The method of Keiser and Lemire, "Validating UTF-8 in less than one instruction per byte" (2021): each table says
// which faults a half of a byte allows, and a fault is one that all three allow.
enum {
  TOO_SHORT = 1 << 0,
  TOO_LONG = 1 << 1,
  OVERLONG_3 = 1 << 2,
  TOO_LARGE = 1 << 3,
  SURROGATE = 1 << 4,
  OVERLONG_2 = 1 << 5,
  OVERLONG_4 = 1 << 6,
  TOO_LARGE_1000 = 1 << 6,
  TWO_TRAILS = -128,
  CARRY = TOO_SHORT | TOO_LONG | TWO_TRAILS,
};

#define HALVES(...) _mm256_setr_epi8(__VA_ARGS__, __VA_ARGS__)

// The start of the block of 32 bytes in which the first fault shows, or of what is too short to be a block.
__attribute__((target("avx2"))) static size_t faultless_blocks(const uint8_t *text, size_t length) {
  const __m256i first_high =
      HALVES(TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TWO_TRAILS, TWO_TRAILS,
             TWO_TRAILS, TWO_TRAILS, TOO_SHORT | OVERLONG_2, TOO_SHORT, TOO_SHORT | OVERLONG_3 | SURROGATE,
             TOO_SHORT | TOO_LARGE | TOO_LARGE_1000 | OVERLONG_4);
  const char large = CARRY | TOO_LARGE | TOO_LARGE_1000;
  const __m256i first_low =
      HALVES(CARRY | OVERLONG_3 | OVERLONG_2 | OVERLONG_4, CARRY | OVERLONG_2, CARRY, CARRY, CARRY | TOO_LARGE, large,
             large, large, large, large, large, large, large, large | SURROGATE, large, large);
  const char trail = TOO_LONG | OVERLONG_2 | TWO_TRAILS;
  const __m256i second_high =
      HALVES(TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
             trail | OVERLONG_3 | TOO_LARGE_1000 | OVERLONG_4, trail | OVERLONG_3 | TOO_LARGE,
             trail | SURROGATE | TOO_LARGE, trail | SURROGATE | TOO_LARGE, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT);
  const __m256i low = _mm256_set1_epi8(0x0F);
  __m256i before = _mm256_setzero_si256();
  size_t offset = 0;
  for (; length - offset >= 32; offset += 32) {
    __m256i block = _mm256_loadu_si256((const __m256i *)(text + offset));
    __m256i joined = _mm256_permute2x128_si256(before, block, 0x21);
    __m256i one_back = _mm256_alignr_epi8(block, joined, 15);
    __m256i faults = _mm256_and_si256(
        _mm256_and_si256(_mm256_shuffle_epi8(first_high, _mm256_and_si256(_mm256_srli_epi16(one_back, 4), low)),
                         _mm256_shuffle_epi8(first_low, _mm256_and_si256(one_back, low))),
        _mm256_shuffle_epi8(second_high, _mm256_and_si256(_mm256_srli_epi16(block, 4), low)));
    // Only the third and fourth byte of a sequence may be a trail after a trail.
    __m256i third = _mm256_subs_epu8(_mm256_alignr_epi8(block, joined, 14), _mm256_set1_epi8(0xE0 - 0x80));
    __m256i fourth = _mm256_subs_epu8(_mm256_alignr_epi8(block, joined, 13), _mm256_set1_epi8(0xF0 - 0x80));
    __m256i expected = _mm256_and_si256(_mm256_or_si256(third, fourth), _mm256_set1_epi8(TWO_TRAILS));
    faults = _mm256_xor_si256(faults, expected);
    if (!_mm256_testz_si256(faults, faults)) break;
    before = block;
  }
  return offset;
}
#endif

size_t cak_well_formed(const uint8_t *text, size_t length) {
  size_t offset = 0;
#if defined(__x86_64__)
  if (cak_kernel() >= CAK_KERNEL_AVX2) {
    size_t block = faultless_blocks(text, length);
    offset = block;
    // A sequence that begins before the block may end in it. Three trails in a row end theirs.
    for (size_t back = 1; back <= 3 && back <= block; back++) {
      if (is_trail(text[block - back])) continue;
      offset = block - back;
      break;
    }
  }
#endif
  return well_formed_from(text, length, offset);
}
