#ifndef CAK_SIMD_COMPRESS_SHUFFLES_H
#define CAK_SIMD_COMPRESS_SHUFFLES_H
#include <stdint.h>

/// For each set of eight bits, lowest first: the numbers of those that are set, a byte each, in order.
extern const uint64_t cak_compress_shuffles[256];

#endif
