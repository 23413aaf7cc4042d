// Writing pieces of a text with something between them.
#ifndef CAK_PIECES_H
#define CAK_PIECES_H
#include <stddef.h>
#include <stdint.h>

/// Pieces that follow one another in a text: each starts where the one before it ends.
typedef struct {
  const uint8_t *_Nonnull text;
  /// How many bytes of the text may be read.
  size_t length;
  /// Where the first piece starts, and where each ends.
  size_t start;
  const size_t *_Nonnull ends;
  /// Of what kind, below 32, each is; none where all are written.
  const uint8_t *_Nullable kinds;
} cak_pieces;

/// Writes the pieces from `first` up to `end`, but for those of the kinds of which `left_out` has the bit, each with a
/// separator after it. There must be room for all of them, a byte more for each, and 32. Adds to `count` how many are
/// written, and returns how many bytes.
size_t cak_write_pieces(const cak_pieces *_Nonnull pieces, size_t first, size_t end, uint32_t left_out,
                        uint8_t separator, uint8_t *_Nonnull target, size_t *_Nonnull count);

#endif
