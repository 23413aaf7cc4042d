// ICU's normalisation data by character, and its own whole-text normalisation to compare with.
#ifndef ATS_ICU_NORMALIZATION_H
#define ATS_ICU_NORMALIZATION_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif

enum ats_form { ATS_NFC, ATS_NFD, ATS_NFKC, ATS_NFKD, ATS_NFKC_CASEFOLD };

/// The most scalars that one character decomposes to in any form (U+FDFA), in every Unicode version: UAX #15's
/// stability policy fixes decompositions for ever, and the shims cut longer ones of a broken ICU.
enum { ATS_MAX_DECOMPOSITION = 32 };

/// ICU's data for a form. It lives as long as the process.
typedef struct ats_normalizer ats_normalizer;

/// The data, or NULL and a status above 0.
const ats_normalizer *_Nullable ats_normalizer_get(int32_t form, int32_t *_Nonnull status);
/// The full decomposition of a scalar, or -1 where it has none. Zero scalars is a deletion (NFKC_Casefold).
int32_t ats_decomposition(const ats_normalizer *_Nonnull normalizer, uint32_t scalar, uint32_t *_Nonnull scalars);
/// The primary composite of two scalars, or 0.
uint32_t ats_compose_pair(const ats_normalizer *_Nonnull normalizer, uint32_t first, uint32_t second);
/// Whether text before this scalar never changes it, or is changed by it, in this form.
bool ats_has_boundary_before(const ats_normalizer *_Nonnull normalizer, uint32_t scalar);
/// Whether the scalar neither changes nor interacts with any other scalar in this form.
bool ats_is_inert(const ats_normalizer *_Nonnull normalizer, uint32_t scalar);

/// ICU's Normalizer2::normalizeUTF8 on well-formed text. Gives the length of the result, of which at most
/// `capacity` bytes are written.
int64_t ats_normalize_utf8(const ats_normalizer *_Nonnull normalizer, const uint8_t *_Nullable text, int32_t length,
                           uint8_t *_Nullable result, int32_t capacity, int32_t *_Nonnull status);

#ifdef __cplusplus
}
#endif
#endif
