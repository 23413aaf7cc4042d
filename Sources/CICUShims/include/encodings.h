// Text of other encodings to UTF-8, by ICU's converters.
#ifndef ATS_ENCODINGS_H
#define ATS_ENCODINGS_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif

/// A converter, with what it keeps between two pieces of a text. One thread at a time.
typedef struct ats_decoder ats_decoder;

/// The fewest bytes of room that ats_decoder_decode takes.
enum { ATS_DECODER_ROOM = 64 };

enum ats_decoding {
  /// All bytes have been read.
  ATS_DECODING_DONE,
  /// The room is used up: write it out and go on with the bytes that were not read.
  ATS_DECODING_FULL,
  /// A sequence of bytes is nothing in this encoding. It has been read and left out.
  ATS_DECODING_ILL_FORMED,
  /// ICU failed, with the status that is given.
  ATS_DECODING_FAILED
};

/// What one call did.
struct ats_decoded {
  size_t read, written;
  /// Of an ill-formed sequence: its bytes, their number, and how many of the bytes that were read stand after it.
  uint8_t bytes[32];
  int32_t count, after;
  int32_t status;
};

/// The converter of a name or an alias, which ICU compares without case, hyphens and underlines; NULL and a status
/// above 0 where there is none. Give it back with ats_decoder_close.
ats_decoder *_Nullable ats_decoder_open(const char *_Nonnull name, int32_t *_Nonnull status);
void ats_decoder_close(ats_decoder *_Nullable decoder);
/// The fewest bytes of a character: 2 in UTF-16. Every sequence starts at a multiple.
int32_t ats_decoder_unit(const ats_decoder *_Nonnull decoder);
/// Converts bytes until they end, the room of at least ATS_DECODER_ROOM is full, or a sequence is ill-formed. `is_last`
/// says that no more follow; after that the decoder starts anew. Surrogates that are no pair become U+FFFD.
enum ats_decoding ats_decoder_decode(ats_decoder *_Nonnull decoder, const uint8_t *_Nullable bytes, size_t count,
                                     bool is_last, uint8_t *_Nonnull room, size_t capacity,
                                     struct ats_decoded *_Nonnull decoded);

/// How many encodings ICU knows.
int32_t ats_encoding_count(void);
/// A name of the encoding at an index, as MIME or IANA has it, or else ICU's own. It lives as long as the process.
const char *_Nonnull ats_encoding_name(int32_t index);
/// The name at an index among all names of the encoding; NULL after the last.
const char *_Nullable ats_encoding_alias(int32_t index, uint16_t alias);

#ifdef __cplusplus
}
#endif
#endif
