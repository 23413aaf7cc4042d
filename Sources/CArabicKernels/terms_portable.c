#include "block_portable.h"
#include "light_kernel.h"
#include "stop_kernel.h"
