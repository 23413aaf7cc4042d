// The umbrella of this target: every public header, by name, so that a build notices a new one.
#include "encodings.h"
#include "icu_characters.h"
#include "icu_normalization.h"
#include "icu_status.h"
#include "word_break.h"
