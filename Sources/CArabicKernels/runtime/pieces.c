#include "pieces.h"
#include <stdbool.h>
#include <string.h>

// So many bytes are copied at once: few words are longer.
#define AT_ONCE 32

size_t cak_write_pieces(const cak_pieces *pieces, size_t first, size_t end, uint32_t left_out, uint8_t separator,
                        uint8_t *target, size_t *count) {
  const cak_pieces p = *pieces;
  size_t from = first > 0 ? p.ends[first - 1] : p.start, written = 0, found = 0;
  for (size_t i = first; i < end; i++) {
    size_t length = p.ends[i] - from;
    // As a number: whether a piece is left out is not to be guessed.
    size_t is_written = p.kinds ? ~(left_out >> (p.kinds[i] & 31)) & 1 : 1;
    bool is_inside = p.length - from >= AT_ONCE;
    if (is_inside & (length <= AT_ONCE)) memcpy(target + written, p.text + from, AT_ONCE);
    else memcpy(target + written, p.text + from, length);
    target[written + length] = separator;
    written += (length + 1) & (0 - is_written);
    found += is_written;
    from += length;
  }
  *count += found;
  return written;
}
