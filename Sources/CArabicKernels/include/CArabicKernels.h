// The umbrella of this target: every public header, by name, so that a build notices a new one.
#include "fold.h"
#include "scalar_pages.h"
