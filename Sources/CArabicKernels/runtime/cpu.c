// For the name of sysconf that C17 does not have.
#define _DEFAULT_SOURCE 1
#include "cpu.h"
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const names[] = {"portable", "neon", "avx2", "avx512"};

const char *cak_kernel_name(cak_kernel_kind kernel) { return names[kernel]; }

bool cak_has_kernel(cak_kernel_kind kernel) {
  switch (kernel) {
  case CAK_KERNEL_PORTABLE: return true;
#if defined(__x86_64__)
  case CAK_KERNEL_AVX2:
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2") &&
           __builtin_cpu_supports("lzcnt") && __builtin_cpu_supports("popcnt");
  case CAK_KERNEL_AVX512:
#if defined(CAK_EMULATE_AVX512)
    return true;
#endif
    return cak_has_kernel(CAK_KERNEL_AVX2) && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
           __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vbmi") &&
           __builtin_cpu_supports("avx512vbmi2");
#elif defined(__aarch64__)
  case CAK_KERNEL_NEON: return true;
#endif
  default: return false;
  }
}

// Whether the environment names a kernel that this processor has; and what it names, or null.
static bool find_wish(const char **wish, cak_kernel_kind *kernel) {
  *wish = getenv("ARABICTEXT_KERNEL");
  if (*wish && **wish == 0) *wish = 0;
  for (int kind = CAK_KERNEL_PORTABLE; *wish && kind <= CAK_KERNEL_AVX512; kind++) {
    *kernel = (cak_kernel_kind)kind;
    if (strcmp(*wish, names[kind]) == 0) return cak_has_kernel(*kernel);
  }
  return false;
}

const char *cak_refused_kernel(void) {
  const char *wish;
  cak_kernel_kind kernel;
  return find_wish(&wish, &kernel) ? 0 : wish;
}

static cak_kernel_kind choose(void) {
  const char *wish;
  cak_kernel_kind wished;
  if (find_wish(&wish, &wished)) return wished;
  for (int kernel = CAK_KERNEL_AVX512; kernel > CAK_KERNEL_PORTABLE; kernel--) {
    if (cak_has_kernel((cak_kernel_kind)kernel)) return (cak_kernel_kind)kernel;
  }
  return CAK_KERNEL_PORTABLE;
}

// The kernel in use plus 1, or 0 before it is chosen. Threads that choose at once choose alike.
static _Atomic int in_use;

cak_kernel_kind cak_kernel(void) {
  int kernel = atomic_load_explicit(&in_use, memory_order_relaxed);
  if (kernel == 0) {
    kernel = (int)choose() + 1;
    atomic_store_explicit(&in_use, kernel, memory_order_relaxed);
  }
  return (cak_kernel_kind)(kernel - 1);
}

bool cak_use_kernel(cak_kernel_kind kernel) {
  if (!cak_has_kernel(kernel)) return false;
  atomic_store_explicit(&in_use, (int)kernel + 1, memory_order_relaxed);
  return true;
}

unsigned cak_processor_count(void) {
  long count = sysconf(_SC_NPROCESSORS_ONLN);
  return count > 1 ? (unsigned)count : 1;
}
