// The guarded stemmer on 64 words side by side: what rules ask is asked of all of them at once, and what they do is done to
// a set of words. Few branches depend on a word, since none could be predicted.
//
// Included after one of the headers block_….h. GuardedStemmer.swift says what the steps are, and why.
#include "guarded_internal.h"
#include "load_internal.h"
#include "guarded_words.h"
// Each needs what is before it.
#include "guarded_proclitics.h"
#include "guarded_pronoun.h"
#include "guarded_verbs.h"
#include "guarded_plurals.h"
#include "guarded_endings.h"

// Step 10: forms VII to X among stems lose their alef.
INLINE uint64_t find_verbal_alef(const guarded_stems *stems, bytes64 last) {
#define STEM(place, letter) bits(equal(load(stems->letters[place]), letter))
#define STEM_COUNT_AT_LEAST(count) bits(at_least(load(stems->counts), splat(count)))
  uint64_t form_x = STEM(1, SIN) & STEM(2, TA), alef_inside = 0;
  for (int i = 1; i + 2 <= LETTERS; i++) alef_inside |= STEM(i, ALEF) & STEM_COUNT_AT_LEAST(i + 2);
  uint64_t assimilated = (STEM(1, SAD) & STEM(2, TAH)) | (STEM(1, DAD) & (STEM(2, TAH) | STEM(2, MIM))) |
                         (STEM(1, ZAY) & STEM(2, DAL));
  uint64_t doubled = bits(equal(xor(load(stems->letters[1]), load(stems->letters[2])), 0));
  uint64_t is_form = STEM(1, NUN) | STEM(1, TA) | STEM(2, TA) | assimilated | doubled;
  uint64_t hollow = form_x & bits(equal(load(stems->counts), 6)) & STEM(4, ALEF) & ~STEM(3, ALEF) & ~STEM(5, ALEF);
  uint64_t without_alef = is_form & ~alef_inside & ~bits(equal(last, HA));
  return STEM_COUNT_AT_LEAST(5) & STEM(0, ALEF) & (without_alef | hollow);
}

// Step 10 for stems of a set; the others stay as they are.
INLINE void make_canonical(guarded_stems *stems, uint64_t set) {
  bytes64 counts = load(stems->counts), none = splat(0), last = none, second = none;
  for (int i = 0; i < LETTERS; i++) {
    mask64 is_last = equal(counts, (uint8_t)(i + 1));
    last = choose(is_last, load(stems->letters[i]), last);
    if (i > 0) second = choose(is_last, load(stems->letters[i - 1]), second);
  }
  uint64_t double_ya = set & STEM_COUNT_AT_LEAST(5) & bits(equal(last, YA)) & bits(equal(second, YA));
  uint64_t marbuta = set & STEM_COUNT_AT_LEAST(3) & bits(equal(last, TA_MARBUTA));
  mask64 cut = mask_of(double_ya | marbuta);
  last = choose(cut, second, last);
  counts = minus(counts, choose(cut, splat(1), none));
  store(stems->counts, counts);

  uint64_t verb = set & ~stems->noun;
  mask64 with_alef = mask_of(verb & find_verbal_alef(stems, last));
  counts = minus(counts, choose(with_alef, splat(1), none));
  store(stems->counts, counts);
  mask64 in_alef = mask_of(verb & STEM_COUNT_AT_LEAST(3) & bits(equal(last, ALEF)));
  mask64 is_set = mask_of(set);
  for (int i = 0; i < LETTERS; i++) {
    bytes64 letter = load(stems->letters[i]);
    bytes64 next = i + 1 < LETTERS ? load(stems->letters[i + 1]) : none;
    letter = choose(with_alef, next, letter);
    letter = choose(both(in_alef, equal(counts, (uint8_t)(i + 1))), splat(YA), letter);
    mask64 has_seat = both(is_set, either(equal(letter, WAW_HAMZA), equal(letter, YA_HAMZA)));
    letter = choose(has_seat, splat(HAMZA), letter);
    store(stems->letters[i], choose(at_least(splat((uint8_t)i), counts), none, letter));
  }
}

// Steps 7 to 10.
INLINE void take_inflection(guarded_words *w, pronouns_taken taken, guarded_stems *stems) {
  list_entries found;
  look_up(w, w->based, 0, w->counts, 0, 0, &found);
  take_entries(&w->entries, w->based, &found);
  uint64_t unchanged = in_lists(&w->entries, w->based, CAK_LIST_UNCHANGED), based = w->based & ~unchanged;
  w->done |= unchanged;
  uint64_t set = ~(w->done | w->unknown);
  // A base is a noun or a verb, whatever was before it.
  w->noun &= ~based, w->lam &= ~based, w->future &= ~based;
  taken.has_pronoun &= ~based, taken.only_ending &= ~based, taken.is_nominal |= based;

  for (int i = 0; i < LETTERS; i++) store(stems->letters[i], load(w->first[i]));
  store(stems->counts, load(w->counts));
  stems->noun = 0;
  uint64_t left = set & ~taken.only_ending;
  left &= ~take_verbs(w, left & ~w->noun, taken.is_nominal, taken.has_pronoun, stems);
  if (w->rules->undoes_broken_plurals) left &= ~take_plurals(w, left, stems);
  take_endings(w, left | (set & taken.only_ending), taken.has_pronoun, stems);
  make_canonical(stems, set);
}

// Eight letters of each of eight words, by word, become letters by place, and the other way round.
INLINE void transpose(uint64_t rows[8]) {
  for (int i = 0; i < 8; i++) {
    if (i & 4) continue;
    uint64_t t = (rows[i] >> 32 ^ rows[i + 4]) & 0x00000000FFFFFFFF;
    rows[i] ^= t << 32, rows[i + 4] ^= t;
  }
  for (int i = 0; i < 8; i++) {
    if (i & 2) continue;
    uint64_t t = (rows[i] >> 16 ^ rows[i + 2]) & 0x0000FFFF0000FFFF;
    rows[i] ^= t << 16, rows[i + 2] ^= t;
  }
  for (int i = 0; i < 8; i++) {
    if (i & 1) continue;
    uint64_t t = (rows[i] >> 8 ^ rows[i + 1]) & 0x00FF00FF00FF00FF;
    rows[i] ^= t << 8, rows[i + 1] ^= t;
  }
}

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
INLINE uint64_t low_bytes_of(uint64_t low, uint64_t high, size_t *count) {
  uint64_t both[2] = {low, high}, result, known;
  units8 units;
  memcpy(&units, both, 16);
  units8 is_known = (units8)((units & 0xC0FC) == 0x80D8);
  bytes8 bytes = __builtin_convertvector(((units & 3) << 6 | (units >> 8 & 0x3F)) & is_known, bytes8);
  bytes8 known_bytes = __builtin_convertvector(is_known, bytes8);
  memcpy(&result, &bytes, 8);
  memcpy(&known, &known_bytes, 8);
  *count = (size_t)__builtin_popcountll(known) / 8;
  return result;
}

INLINE void letters_of(uint64_t codes, uint64_t *low, uint64_t *high) {
  bytes8 bytes;
  memcpy(&bytes, &codes, 8);
  units8 code = __builtin_convertvector(bytes, units8), is_there = (units8)(code != 0);
  units8 number = code + (CAK_GUARDED_ORIGIN & 0xFF);
  units8 units = (0x80D8 | number >> 6 | (number & 0x3F) << 8) & is_there;
  uint64_t both[2];
  memcpy(both, &units, 16);
  *low = both[0], *high = both[1];
}

// Reads the words of terms. Those that have anything but letters are unknown; but those of U+0600–06FF that have no letter
// are done, and stay what they are.
INLINE void read_words(guarded_words *w, const cak_terms *terms, const uint32_t *indices, size_t count) {
  uint64_t low_bytes[64] = {0}, foreign = 0;
  memset(w->counts, 0, sizeof w->counts);
  for (size_t i = 0; i < count; i++) {
    uint32_t term = indices[i];
    size_t known;
    low_bytes[i] = low_bytes_of(terms->low[term], terms->high[term], &known);
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
    if (bits(is_upper)) code = choose(is_upper, lookup128(upper, and(low_byte, splat(127))), code);
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
      terms->fates[term] = CAK_TERM_UNSTEMMED;
      continue;
    }
    if (w->unreadable >> i & 1) continue;
    letters_of(words[i], &terms->low[term], &terms->high[term]);
    terms->counts[term] = 2u * stems->counts[i];
  }
}

TARGET static __attribute__((noinline)) void KERNEL(stem_group)(const cak_guarded_rules *rules, cak_terms *terms,
                                                                const uint32_t *indices, size_t count) {
  guarded_words w;
  guarded_stems stems;
  w.rules = rules;
  w.based = w.noun = w.lam = w.future = 0;
  read_words(&w, terms, indices, count);
  take_proclitics(&w);
  pronouns_taken taken = take_pronouns(&w);
  take_inflection(&w, taken, &stems);
  write_stems(&w, &stems, terms, indices, count);
}

// Whether eight bytes have the first one of a letter of U+0600–06FF: no other word has a stem.
INLINE bool has_arabic(uint64_t bytes) {
  uint64_t differs = (bytes & 0xFCFCFCFCFCFCFCFC) ^ 0xD8D8D8D8D8D8D8D8;
  return ((differs - 0x0101010101010101) & ~differs & 0x8080808080808080) != 0;
}

TARGET void KERNEL(cak_stem_guarded)(const cak_guarded_rules *rules, cak_terms *terms) {
  uint32_t indices[64] = {0};
  size_t count = 0;
  for (size_t i = 0; i < terms->count; i++) {
    uint32_t length = terms->counts[i];
    if (terms->fates[i] != CAK_TERM_KEPT) continue;
    if (length > 16) terms->fates[i] = CAK_TERM_UNSTEMMED;
    if (length > 16 || !(has_arabic(terms->low[i]) || has_arabic(terms->high[i]))) continue;
    if (length % 2) {
      terms->fates[i] = CAK_TERM_UNSTEMMED;
      continue;
    }
    indices[count++] = (uint32_t)i;
    if (count < 64) continue;
    KERNEL(stem_group)(rules, terms, indices, count);
    count = 0;
  }
  if (count > 0) KERNEL(stem_group)(rules, terms, indices, count);
}
