// Words of a list as terms, and terms as stems of a list.
#include "runtime/load.h"
#include "terms/term_slots.h"
#include "stem_words.h"

void cak_take_words(const cak_stem_words *words, size_t first, size_t most, cak_terms *terms) {
  size_t left = words->count - first, count = left < most ? left : most;
  size_t start = first > 0 ? words->ends[first - 1] : words->start;
  for (size_t i = 0; i < count; i++) {
    size_t end = words->ends[first + i];
    cak_word_key key = first_bytes(words->bytes + start, end - start);
    memcpy(slot_of_term(terms, i), &key, sizeof key);
    terms->counts[i] = (uint32_t)(end - start);
    terms->statuses[i] = CAK_TERM_KEPT;
    start = end;
  }
  terms->count = count;
}

size_t cak_append_stems(const cak_terms *terms, size_t first, cak_stems *stems) {
  size_t i = first;
  for (; i < terms->count && terms->statuses[i] != CAK_TERM_UNSTEMMED; i++) {
    memcpy(stems->bytes + stems->byte_count, slot_of_term(terms, i), 16);
    stems->byte_count += terms->counts[i];
    stems->ends[stems->count++] = stems->byte_count;
  }
  return i;
}
