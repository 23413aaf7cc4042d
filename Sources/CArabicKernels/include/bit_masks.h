#ifndef CAK_BIT_MASKS_H
#define CAK_BIT_MASKS_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Whether two masks at the same place have a bit in common. Ends soon behind the first such place.
bool cak_share_bits(const uint16_t *_Nonnull left, const uint16_t *_Nonnull right, size_t count);

#endif
