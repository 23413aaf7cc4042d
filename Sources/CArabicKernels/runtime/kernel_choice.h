// The function of the kernel in use, where each kernel has one: `name_avx512` and so on.
#ifndef CAK_RUNTIME_KERNEL_CHOICE_H
#define CAK_RUNTIME_KERNEL_CHOICE_H
#include "cpu.h"

#if defined(__x86_64__)
#define KERNEL_IN_USE(name) \
  (cak_kernel() == CAK_KERNEL_AVX512 ? name##_avx512 : cak_kernel() == CAK_KERNEL_AVX2 ? name##_avx2 : name##_portable)
#elif defined(__aarch64__)
#define KERNEL_IN_USE(name) (cak_kernel() == CAK_KERNEL_NEON ? name##_neon : name##_portable)
#else
#define KERNEL_IN_USE(name) (name##_portable)
#endif

#endif
