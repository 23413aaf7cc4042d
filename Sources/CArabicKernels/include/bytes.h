#ifndef CAK_BYTES_H
#define CAK_BYTES_H
#include <stddef.h>
#include <stdint.h>

// Questions about bytes, at about the speed of memory.

/// How often a byte stands in a text.
size_t cak_count_byte(const uint8_t *_Nonnull text, size_t length, uint8_t byte);

/// Where a byte stands first in a text, or `length`.
size_t cak_first_byte(const uint8_t *_Nonnull text, size_t length, uint8_t byte);

/// Where a byte stands last in a text, or `length`.
size_t cak_last_byte(const uint8_t *_Nonnull text, size_t length, uint8_t byte);

/// How many bytes come before the first ill-formed sequence of UTF-8; `length` where all is well-formed.
size_t cak_well_formed(const uint8_t *_Nonnull text, size_t length);

#endif
