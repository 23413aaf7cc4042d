#include "icu_check.h"
#ifdef ATS_HAVE_ICU
#include "icu_status.h"
#include <unicode/uchar.h>
#include <unicode/utypes.h>

const char *ats_status_name(int32_t status) { return u_errorName((UErrorCode)status); }

void ats_icu_version(char *text) {
  UVersionInfo version;
  u_getVersion(version);
  u_versionToString(version, text);
}

void ats_unicode_version(char *text) {
  UVersionInfo version;
  u_getUnicodeVersion(version);
  u_versionToString(version, text);
}
#endif
