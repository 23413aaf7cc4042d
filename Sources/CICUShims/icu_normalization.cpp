#include "icu_check.h"
#ifdef ATS_HAVE_ICU
#include "icu_normalization.h"
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/unistr.h>

using icu::Normalizer2;

static const Normalizer2 *unwrap(const ats_normalizer *normalizer) {
  return reinterpret_cast<const Normalizer2 *>(normalizer);
}

const ats_normalizer *ats_normalizer_get(int32_t form, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  const Normalizer2 *normalizer = nullptr;
  switch (form) {
  case ATS_NFC: normalizer = Normalizer2::getNFCInstance(code); break;
  case ATS_NFD: normalizer = Normalizer2::getNFDInstance(code); break;
  case ATS_NFKC: normalizer = Normalizer2::getNFKCInstance(code); break;
  case ATS_NFKD: normalizer = Normalizer2::getNFKDInstance(code); break;
  case ATS_NFKC_CASEFOLD: normalizer = Normalizer2::getNFKCCasefoldInstance(code); break;
  default: code = U_ILLEGAL_ARGUMENT_ERROR;
  }
  *status = code;
  return U_FAILURE(code) ? nullptr : reinterpret_cast<const ats_normalizer *>(normalizer);
}

int32_t ats_decomposition(const ats_normalizer *normalizer, uint32_t scalar, uint32_t *scalars) {
  icu::UnicodeString mapping;
  if (!unwrap(normalizer)->getDecomposition(static_cast<UChar32>(scalar), mapping)) return -1;
  int32_t count = 0;
  for (int32_t i = 0; i < mapping.length() && count < ATS_MAX_DECOMPOSITION; i = mapping.moveIndex32(i, 1))
    scalars[count++] = static_cast<uint32_t>(mapping.char32At(i));
  return count;
}

uint32_t ats_compose_pair(const ats_normalizer *normalizer, uint32_t first, uint32_t second) {
  UChar32 composite = unwrap(normalizer)->composePair(static_cast<UChar32>(first), static_cast<UChar32>(second));
  return composite < 0 ? 0 : static_cast<uint32_t>(composite);
}

bool ats_has_boundary_before(const ats_normalizer *normalizer, uint32_t scalar) {
  return unwrap(normalizer)->hasBoundaryBefore(static_cast<UChar32>(scalar));
}

bool ats_is_inert(const ats_normalizer *normalizer, uint32_t scalar) {
  return unwrap(normalizer)->isInert(static_cast<UChar32>(scalar));
}

int64_t ats_normalize_utf8(const ats_normalizer *normalizer, const uint8_t *text, int32_t length, uint8_t *result,
                           int32_t capacity, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  icu::CheckedArrayByteSink sink(reinterpret_cast<char *>(result), capacity);
  unwrap(normalizer)
      ->normalizeUTF8(0, icu::StringPiece(reinterpret_cast<const char *>(text), length), sink, nullptr, code);
  *status = code;
  return sink.NumberOfBytesAppended();
}
#endif
