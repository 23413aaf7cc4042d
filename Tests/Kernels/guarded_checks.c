// Holds the kernels of the guarded stemmer to the portable one, which the tests in Swift hold to the rules.
#include "checks.h"
#include "cpu.h"
#include "guarded/guarded_kernels.h"
#include "guarded/rule_names.inc"
#include "text.h"
#include <stdio.h>
#include <string.h>

#define WORDS 100
#define ENTRY_BITS 10
#define FILTER_BITS 12
#define BEGINNING_BITS 4
#define BASES 64

// The letters that rules name, most of them more than once, and two others.
static const uint16_t letters[] = {0x627, 0x627, 0x627, 0x644, 0x644, 0x648, 0x648, 0x64A, 0x64A, 0x62A,
                                   0x62A, 0x646, 0x647, 0x645, 0x645, 0x628, 0x643, 0x641, 0x633, 0x629,
                                   0x649, 0x623, 0x625, 0x622, 0x621, 0x624, 0x626, 0x62C, 0x62D, 0x62F,
                                   0x631, 0x632, 0x635, 0x636, 0x637, 0x639, 0x642};
#define LETTER_COUNT (sizeof letters / sizeof *letters)

static const char *const endings[] = {
    "\u0627", "\u0627\u062A", "\u064A\u0646", "\u0647\u0645\u0627", "\u0627\u062A\u0647\u0645",
    "\u0629", "\u0647\u0627"};
#define ENDING_COUNT (sizeof endings / sizeof *endings)

static struct {
  cak_guarded_rules rules;
  cak_guarded_entry entries[1 << ENTRY_BITS];
  uint64_t filter[(1 << FILTER_BITS) / 64];
  uint32_t beginnings[1 << BEGINNING_BITS];
  cak_guarded_ending endings[ENDING_COUNT];
  uint8_t ending_starts[65];
  uint64_t bases[BASES];
  uint8_t codes[256];
} tables;

static uint8_t code_of(uint32_t letter) {
  switch (letter) {
  case 0x622: return ALEF_WITH_MADDA_ABOVE;
  case 0x623: return ALEF_WITH_HAMZA_ABOVE;
  case 0x625: return ALEF_WITH_HAMZA_BELOW;
  case 0x649: return ALEF_MAKSURA;
  default: return (uint8_t)(letter - LETTER_ORIGIN);
  }
}

static uint64_t random_key(uint64_t *random, uint32_t count, bool keeps_maqsura) {
  uint64_t key = 0;
  for (uint32_t i = 0; i < count; i++) {
    uint8_t code = code_of(letters[below(random, LETTER_COUNT)]);
    bool stays = keeps_maqsura && i + 1 == count && code == ALEF_MAKSURA;
    key |= (uint64_t)(stays ? code : code & 0x3F) << 8 * i;
  }
  return key;
}

static void add_entry(uint64_t key, uint32_t lists, int32_t base) {
  uint64_t hash = cak_guarded_hash(key, 0), bit = hash >> (64 - FILTER_BITS);
  size_t place = hash >> (64 - ENTRY_BITS);
  while (tables.entries[place].key && tables.entries[place].key != key) place = (place + 1) % (1 << ENTRY_BITS);
  tables.filter[bit / 64] |= 1ull << bit % 64;
  tables.entries[place] = (cak_guarded_entry){key, lists, base};
}

static void add_endings(void) {
  size_t count = 0;
  for (uint32_t last = 0; last < 64; last++) {
    tables.ending_starts[last] = (uint8_t)count;
    for (size_t i = 0; i < ENDING_COUNT; i++) {
      uint32_t bits = 0, length = (uint32_t)strlen(endings[i]) / 2, scalar;
      for (uint32_t at = 0; at < length; at++) {
        decode_at((const uint8_t *)endings[i] + 2 * at, 2, &scalar);
        bits = bits >> 8 | (uint32_t)code_of(scalar) << 24;
      }
      if (bits >> 24 == last) tables.endings[count++] = (cak_guarded_ending){bits, ~0u << (32 - 8 * length), length};
    }
  }
  tables.ending_starts[64] = (uint8_t)count;
}

static void make_tables(void) {
  uint64_t random = 5;
  for (size_t i = 0; i < 1 << BEGINNING_BITS; i++) tables.beginnings[i] = i % 4 ? ~0u : 0;
  for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
    tables.codes[letters[i] & 0xFF] = code_of(letters[i]);
  }
  // A letter that is read as another.
  tables.codes[0xCC] = YEH;
  for (size_t i = 0; i < BASES; i++) tables.bases[i] = random_key(&random, 2 + below(&random, 4), false);
  for (size_t i = 0; i < (1 << ENTRY_BITS) / 2; i++) {
    uint32_t lists = (uint32_t)(next_random(&random) & next_random(&random)) & ((1 << 28) - 1);
    // The lists of whole words settle a word: they must not be too many.
    if (below(&random, 4)) lists &= (1 << 23) - 1;
    int32_t base = lists >> 24 & 7 ? (int32_t)below(&random, BASES) : -1;
    add_entry(random_key(&random, 1 + below(&random, 4), true), lists, base);
  }
  add_endings();
  tables.rules = (cak_guarded_rules){.entries = tables.entries,
                                     .entry_bits = ENTRY_BITS,
                                     .filter = tables.filter,
                                     .filter_bits = FILTER_BITS,
                                     .beginnings = tables.beginnings,
                                     .beginning_bits = BEGINNING_BITS,
                                     .endings = tables.endings,
                                     .ending_starts = tables.ending_starts,
                                     .bases = tables.bases,
                                     .codes = tables.codes,
                                     .irregulars = LISTS_WITH_BASES,
                                     .irregulars_with_hamza_below = LIST_IRREGULAR | LIST_HAMZA_BELOW_PLURAL};
}

typedef struct {
  uint32_t counts[WORDS];
  uint8_t bytes[CAK_TERMS_FRONT + CAK_TERM_SLOT * WORDS];
  uint8_t statuses[WORDS];
} words;

static void random_words(uint64_t *random, words *words) {
  memset(words, 0, sizeof *words);
  for (size_t i = 0; i < WORDS; i++) {
    uint8_t bytes[32] = {0};
    uint32_t count = below(random, 10), odd = below(random, 30), length = 0;
    for (uint32_t at = 0; at < count; at++) {
      uint32_t scalar = letters[below(random, LETTER_COUNT)];
      if (at == odd) scalar = below(random, 0x900);
      length += encode(bytes + length, scalar);
    }
    if (odd == 20 && length > 0) bytes[length - 1] = (uint8_t)next_random(random);
    memcpy(words->bytes + CAK_TERMS_FRONT + CAK_TERM_SLOT * i, bytes, sizeof bytes);
    words->counts[i] = length;
    words->statuses[i] = below(random, 8) ? CAK_TERM_KEPT : (uint8_t)below(random, 5);
  }
}

bool check_guarded(const uint8_t *text, size_t length, uint32_t number, bool all) {
  // The words do not come from the text, so fewer are enough.
  if (!all && number % 8) return true;
  if (tables.rules.entry_bits == 0) make_tables();
  uint64_t random = number;
  for (size_t i = 0; i < length; i++) random = random * 31 + text[i];
  tables.rules.undoes_broken_plurals = number / 8 % 2;
  words expected, found;
  random_words(&random, &expected);
  found = expected;
  uint32_t starts[WORDS];
  uint64_t heads[WORDS], tails[WORDS];
  cak_terms terms = {expected.bytes, starts, expected.counts, heads, tails, expected.statuses, WORDS};
  cak_stem_guarded_portable(&tables.rules, &terms);
  terms = (cak_terms){found.bytes, starts, found.counts, heads, tails, found.statuses, WORDS};
  cak_stem_guarded(&tables.rules, &terms);
  if (memcmp(&expected, &found, sizeof found) == 0) return true;
  fprintf(stderr, "cak_stem_guarded differs from the portable one\n");
  return false;
}
