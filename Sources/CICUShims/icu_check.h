// The first include of every source that uses ICU: a clear message where ICU is missing or too old.
#ifndef ATS_ICU_CHECK_H
#define ATS_ICU_CHECK_H
#if !__has_include(<unicode/uversion.h>)
#error "ArabicText needs ICU 66 or later: install libicu-dev and pkg-config (Homebrew: brew install icu4c)"
#else
#include <unicode/uversion.h>
#if U_ICU_VERSION_MAJOR_NUM < 66
#error "ArabicText needs ICU 66 or later, and this ICU is older: install a newer libicu-dev"
#else
#define ATS_HAVE_ICU 1
#endif
#endif
#endif
