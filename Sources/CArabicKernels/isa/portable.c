// The kernels that have a portable form written in the same operations; fold/ and words/ have one of their own.
#include "simd/block_portable.h"
#include "terms/stop_kernel.h"
#include "stem/light_kernel.h"
#include "guarded/guarded_kernel.h"
