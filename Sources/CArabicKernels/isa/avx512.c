// Every kernel with the instructions of AVX-512.
#if defined(__x86_64__)
#include "simd/block_avx512.h"
#include "fold/fold_kernel.h"
#include "words/words_kernel.h"
#include "terms/stop_kernel.h"
#include "stem/light_kernel.h"
#include "guarded/guarded_kernel.h"
#else
// A translation unit must not be empty.
typedef int cak_no_avx512;
#endif
