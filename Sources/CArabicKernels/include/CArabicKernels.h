// The umbrella of this target: every public header, by name, so that a build notices a new one.
#include "bytes.h"
#include "cpu.h"
#include "fold.h"
#include "scalar_pages.h"
#include "stem_words.h"
#include "stems.h"
#include "terms.h"
#include "words.h"
