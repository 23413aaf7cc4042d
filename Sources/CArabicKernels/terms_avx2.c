#if defined(__x86_64__)
#include "block_avx2.h"
#include "light_kernel.h"
#include "stop_kernel.h"
#else
// No translation unit is empty.
typedef int cak_no_avx2;
#endif
