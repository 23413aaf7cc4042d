// For functions that have a form of their own for AVX2 or AVX-512, beside the kernels that block_avx2.h and block_avx512.h
// are for. Tests that emulate AVX-512 do without its forms.
#ifndef CAK_RUNTIME_X86_H
#define CAK_RUNTIME_X86_H

#if defined(__x86_64__)
#include <immintrin.h>
#define AVX2 __attribute__((target("avx2,popcnt,bmi,bmi2,lzcnt"))) static
#endif

#if defined(__x86_64__) && !defined(CAK_EMULATE_AVX512)
#define CAK_HAS_AVX512
#define AVX512 \
  __attribute__((target("avx512f,avx512bw,avx512vl,avx512vbmi,avx512vbmi2,avx2,popcnt,bmi,bmi2,lzcnt"))) static
#endif

#endif
