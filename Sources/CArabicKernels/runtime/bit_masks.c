#include "bit_masks.h"
#include "cpu.h"
#include "runtime/inline.h"

// So many are compared without a branch, which a compiler does side by side.
#define AT_ONCE 128

ALWAYS_INLINE bool share_bits(const uint16_t *left, const uint16_t *right, size_t count) {
  size_t index = 0;
  for (; count - index >= AT_ONCE; index += AT_ONCE) {
    uint16_t shared = 0;
    for (size_t lane = 0; lane < AT_ONCE; lane++) shared |= left[index + lane] & right[index + lane];
    if (shared) return true;
  }
  for (; index < count; index++) {
    if (left[index] & right[index]) return true;
  }
  return false;
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) static bool share_bits_avx2(const uint16_t *left, const uint16_t *right, size_t count) {
  return share_bits(left, right, count);
}
#endif

bool cak_share_bits(const uint16_t *left, const uint16_t *right, size_t count) {
#if defined(__x86_64__)
  if (cak_kernel() >= CAK_KERNEL_AVX2) return share_bits_avx2(left, right, count);
#endif
  return share_bits(left, right, count);
}
