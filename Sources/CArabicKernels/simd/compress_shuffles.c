#include "simd/compress_shuffles.h"

// The number of a byte that is taken, at its place among those taken.
#define SHUFFLE_PLACE(set, i) ((set) >> (i)&1 ? (uint64_t)(i) << 8 * __builtin_popcount((set) & ((1 << (i)) - 1)) : 0)
#define SHUFFLE(set)                                                                               \
  (SHUFFLE_PLACE(set, 0) | SHUFFLE_PLACE(set, 1) | SHUFFLE_PLACE(set, 2) | SHUFFLE_PLACE(set, 3) | \
   SHUFFLE_PLACE(set, 4) | SHUFFLE_PLACE(set, 5) | SHUFFLE_PLACE(set, 6) | SHUFFLE_PLACE(set, 7))
#define FOUR(set) SHUFFLE(set), SHUFFLE(set + 1), SHUFFLE(set + 2), SHUFFLE(set + 3)
#define SIXTEEN(set) FOUR(set), FOUR(set + 4), FOUR(set + 8), FOUR(set + 12)
#define SIXTY_FOUR(set) SIXTEEN(set), SIXTEEN(set + 16), SIXTEEN(set + 32), SIXTEEN(set + 48)

const uint64_t cak_compress_shuffles[256] = {SIXTY_FOUR(0), SIXTY_FOUR(64), SIXTY_FOUR(128), SIXTY_FOUR(192)};
