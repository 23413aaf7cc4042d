// Which kernel of the guarded stemmer is called.
#include "cpu.h"
#include "guarded_internal.h"

void cak_stem_guarded(const cak_guarded_rules *rules, cak_terms *terms) {
  switch (cak_kernel()) {
#if defined(__x86_64__)
    case CAK_KERNEL_AVX512: cak_stem_guarded_avx512(rules, terms); return;
    case CAK_KERNEL_AVX2: cak_stem_guarded_avx2(rules, terms); return;
#endif
#if defined(__aarch64__)
    case CAK_KERNEL_NEON: cak_stem_guarded_neon(rules, terms); return;
#endif
    default: cak_stem_guarded_portable(rules, terms);
  }
}
