// The kernels of the guarded stemmer.
#ifndef CAK_GUARDED_GUARDED_KERNELS_H
#define CAK_GUARDED_GUARDED_KERNELS_H
#include "guarded.h"

void cak_stem_guarded_portable(const cak_guarded_rules *rules, cak_terms *terms);
void cak_stem_guarded_avx512(const cak_guarded_rules *rules, cak_terms *terms);
void cak_stem_guarded_avx2(const cak_guarded_rules *rules, cak_terms *terms);
void cak_stem_guarded_neon(const cak_guarded_rules *rules, cak_terms *terms);

#endif
