// Which kernel of the guarded stemmer is called.
#include "guarded/guarded_kernels.h"
#include "runtime/kernel_choice.h"

void cak_stem_guarded(const cak_guarded_rules *rules, cak_terms *terms) {
  KERNEL_IN_USE(cak_stem_guarded)(rules, terms);
}
