// Versions and error names of ICU. No header of this target includes an ICU header: see Sources/CICU/cicu.h.
#ifndef ATS_ICU_STATUS_H
#define ATS_ICU_STATUS_H
#include <stdbool.h>
#include <stdint.h>
#include <stddef.h>
#ifdef __cplusplus
extern "C" {
#endif

/// ICU's own name of a status, for example "U_MISSING_RESOURCE_ERROR". A status above 0 is a failure.
const char *_Nonnull ats_status_name(int32_t status);
/// The version of the ICU in use, for example "72.1", into `text` (at least 20 bytes).
void ats_icu_version(char *_Nonnull text);
/// The version of Unicode that this ICU knows, for example "15.0", into `text` (at least 20 bytes).
void ats_unicode_version(char *_Nonnull text);

#ifdef __cplusplus
}
#endif
#endif
