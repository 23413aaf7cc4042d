// From terms to the words of the guarded stemmer, and back.
#include "runtime/letter_units.h"
#include "runtime/load.h"
#include "terms/term_slots.h"
#include "simd/side_by_side.h"

// Eight letters of each of eight words, by word, become letters by place, and the other way round.
INLINE void transpose(uint64_t rows[8]){SWAP_ALL_SQUARES(rows)}

INLINE void to_places(const uint64_t words[64], uint8_t places[LETTERS][64]) {
  for (int group = 0; group < 64; group += 8) {
    uint64_t rows[8];
    memcpy(rows, words + group, sizeof rows);
    transpose(rows);
    for (int i = 0; i < 8; i++) memcpy(places[i] + group, rows + i, 8);
  }
}

INLINE void to_words(uint8_t places[LETTERS][64], uint64_t words[64]) {
  for (int group = 0; group < 64; group += 8) {
    uint64_t rows[8];
    for (int i = 0; i < 8; i++) memcpy(rows + i, places[i] + group, 8);
    transpose(rows);
    memcpy(words + group, rows, sizeof rows);
  }
}

typedef uint8_t bytes8 __attribute__((vector_size(8)));
typedef uint16_t units8 __attribute__((vector_size(16)));

// The lowest byte of each of up to eight scalars of U+0600–06FF, and how many there are of these.
INLINE uint64_t low_bytes_of(cak_word_key term, size_t *count) {
  uint64_t result, known;
  units8 units;
  memcpy(&units, &term, 16);
  units8 is_known = (units8)IS_LETTER_UNIT(units);
  bytes8 bytes = __builtin_convertvector(LOW_BYTE_OF_UNIT(units) & is_known, bytes8);
  bytes8 known_bytes = __builtin_convertvector(is_known, bytes8);
  memcpy(&result, &bytes, 8);
  memcpy(&known, &known_bytes, 8);
  *count = (size_t)__builtin_popcountll(known) / 8;
  return result;
}

// Up to eight folded letters as bytes.
INLINE void letters_of(uint64_t codes, uint8_t *slot) {
  bytes8 bytes;
  memcpy(&bytes, &codes, 8);
  units8 code = __builtin_convertvector(bytes, units8), is_there = (units8)(code != 0);
  units8 low_byte = code + (LETTER_ORIGIN & 0xFF), units = UNIT_OF_LOW_BYTE(low_byte) & is_there;
  memcpy(slot, &units, 16);
}

// Reads the words of terms. Those that have anything but letters are unknown; but those of U+0600–06FF that have no
// letter are done, and stay what they are.
INLINE void read_words(guarded_words *w, const cak_terms *terms, const uint32_t *indices, size_t count) {
  uint64_t low_bytes[64] = {0}, foreign = 0;
  memset(w->counts, 0, sizeof w->counts);
  for (size_t i = 0; i < count; i++) {
    uint32_t term = indices[i];
    size_t known;
    low_bytes[i] = low_bytes_of(key_in(slot_of_term(terms, term)), &known);
    w->counts[i] = (uint8_t)(terms->counts[term] / 2);
    foreign |= bit_of(known != w->counts[i], i);
  }
  to_places(low_bytes, w->written);
  table128 lower = load_table128(w->rules->codes), upper = load_table128(w->rules->codes + 128);
  bytes64 counts = load(w->counts), none = splat(0);
  uint64_t has_other = 0, has_letter = 0;
  for (int i = 0; i < LETTERS; i++) {
    bytes64 low_byte = load(w->written[i]);
    bytes64 code = lookup128(lower, low_byte);
    mask64 is_upper = at_least(low_byte, splat(128));
    if (bits(is_upper)) code = choose(is_upper, lookup128(upper, bit_and(low_byte, splat(127))), code);
    mask64 is_outside = at_least(splat((uint8_t)i), counts);
    uint64_t is_none = bits(equal(code, 0)), inside = ~bits(is_outside);
    has_other |= is_none & inside;
    has_letter |= ~is_none & inside;
    store(w->written[i], choose(is_outside, none, code));
  }
  w->unknown = foreign | (has_letter & has_other);
  w->unreadable = w->done = ~(has_letter | foreign);
  to_words(w->written, w->words);
  read_places(w);
}

INLINE void write_stems(const guarded_words *w, guarded_stems *stems, cak_terms *terms, const uint32_t *indices,
                        size_t count) {
  uint64_t words[64];
  to_words(stems->letters, words);
  for (size_t i = 0; i < count; i++) {
    uint32_t term = indices[i];
    if (w->unknown >> i & 1) {
      terms->statuses[term] = CAK_TERM_UNSTEMMED;
      continue;
    }
    if (w->unreadable >> i & 1) continue;
    letters_of(words[i], slot_of_term(terms, term));
    terms->counts[term] = 2u * stems->counts[i];
  }
}
