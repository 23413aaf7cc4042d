// Which kernels this processor can run, and which are in use.
#ifndef CAK_CPU_H
#define CAK_CPU_H
#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum { CAK_KERNEL_PORTABLE, CAK_KERNEL_NEON, CAK_KERNEL_AVX2, CAK_KERNEL_AVX512 } cak_kernel_kind;

/// The kernel in use: the one that the environment variable ARABICTEXT_KERNEL names (`avx512`, `avx2`, `neon`,
/// `portable`) if this processor has it, else the best that it has. Asked once.
cak_kernel_kind cak_kernel(void);
/// What ARABICTEXT_KERNEL asks for and this processor has not, or NULL.
const char *_Nullable cak_refused_kernel(void);
/// Whether this processor has a kernel.
bool cak_has_kernel(cak_kernel_kind kernel);
/// Takes a kernel into use that this processor has: for tests. False where it has not.
bool cak_use_kernel(cak_kernel_kind kernel);
/// The name as in ARABICTEXT_KERNEL.
const char *_Nonnull cak_kernel_name(cak_kernel_kind kernel);
/// How many threads can run at once: at least 1.
unsigned cak_processor_count(void);

#ifdef __cplusplus
}
#endif
#endif
