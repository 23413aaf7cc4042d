// For functions that have a form of their own for AVX-512, beside the kernels that block_avx512.h is for. Tests that
// emulate the instructions do without.
#ifndef CAK_AVX512_INTERNAL_H
#define CAK_AVX512_INTERNAL_H

#if defined(__x86_64__) && !defined(CAK_EMULATE_AVX512)
#include <immintrin.h>
#define CAK_HAS_AVX512
#define AVX512                                                                                                         \
  __attribute__((target("avx512f,avx512bw,avx512vl,avx512vbmi,avx512vbmi2,avx2,popcnt,bmi,bmi2,lzcnt"))) static
#endif

#endif
