#include "block_portable.h"
#include "guarded_kernel.h"
