#if defined(__aarch64__)
#include "block_neon.h"
#include "light_kernel.h"
#include "stop_kernel.h"
#else
// No translation unit is empty.
typedef int cak_no_neon;
#endif
