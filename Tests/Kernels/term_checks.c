// Words of a text as terms: which ones are listed, what they become, which of them are stopped, their light stems, and how
// they are copied, held to each of these stated plainly.
#include "checks.h"
#include "cpu.h"
#include "fold_tables.h"
#include "word_cache.h"
#include "stem_words.h"
#include "text.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ROOM 16
#define GROUP 64

typedef struct {
  size_t start, end;
  uint32_t token;
  uint8_t term[512];
  size_t length;
  uint8_t status;
} plain_word;

// A text of at most 16 KB as tokens, and what is found of its words.
typedef struct {
  size_t ends[1 << 14];
  uint8_t kinds[1 << 14];
  size_t token_count, word_count;
  plain_word *words;
} plain_text;

// A token ends after each space and before the next one; some of the others are no words.
static void cut(const uint8_t *text, size_t length, uint32_t number, plain_text *plain) {
  plain->token_count = plain->word_count = 0;
  size_t start = 0;
  for (size_t at = 1; at <= length; at++) {
    bool goes_on = at < length && (text[at] & 0xC0) == 0x80;
    bool is_space = at < length && text[at] <= ' ', was_space = text[at - 1] <= ' ';
    bool is_long = at - start >= (goes_on ? sizeof plain->words->term : 120);
    if (at < length && !is_long && (goes_on || is_space == was_space)) continue;
    bool is_word = !was_space && (at * 31 + number) % 16 != 0;
    plain->ends[plain->token_count] = at;
    plain->kinds[plain->token_count] = is_word ? 0 : 5;
    if (is_word)
      plain->words[plain->word_count++] =
          (plain_word){.start = start, .end = at, .token = (uint32_t)plain->token_count};
    plain->token_count++;
    start = at;
  }
}

// MARK: Stop words

static const char *const stop_words[] = {
    "\u0645\u0646", "\u0641\u064A", "\u0647\u0630\u0627",       "\u0627\u0644\u062A\u064A",
    "\u0644\u0627", "the",          "\u0643\u0627\u0646\u062A", "\u0648"};
#define STOP_COUNT (sizeof stop_words / sizeof *stop_words)

static cak_word_key key_of_bytes(const uint8_t *bytes, size_t count) {
  cak_word_key key = {0, 0};
  memcpy(&key, bytes, count < 16 ? count : 16);
  return key;
}

static bool is_stop_word(const uint8_t *word, size_t length, size_t step) {
  for (size_t i = 0; i < STOP_COUNT; i += step) {
    if (strlen(stop_words[i]) == length && memcmp(stop_words[i], word, length) == 0) return true;
  }
  return false;
}

// Notes the stop words, and at one place or another the empty one, if there is such.
static void insert_stop_words(cak_word_filter *filter, bool has_empty, size_t place) {
  for (size_t i = 0; i < STOP_COUNT; i++) {
    if (has_empty && i == place % STOP_COUNT) cak_insert_in_filter(filter, 0);
    cak_insert_in_filter(filter, key_of_bytes((const uint8_t *)stop_words[i], strlen(stop_words[i])).low);
  }
}

// A table with one slot of two for each word, by trying sizes.
static uint32_t make_set(cak_word_key keys[1 << 12], size_t step) {
  for (uint32_t bits = 4; bits <= 12; bits++) {
    memset(keys, 0, sizeof(cak_word_key) << 12);
    bool fits = true;
    for (size_t i = 0; i < STOP_COUNT; i += step) {
      cak_word_key key = key_of_bytes((const uint8_t *)stop_words[i], strlen(stop_words[i]));
      cak_word_slots slots = cak_slots_of(key, bits);
      cak_word_key *slot = keys[slots.first].low == 0 ? &keys[slots.first] : &keys[slots.second];
      fits &= slot->low == 0;
      *slot = key;
    }
    if (fits) return bits;
  }
  return 0;
}

// Those of each second place, all of which are short.
static void hold_short(cak_short_words *held) {
  uint32_t words[STOP_COUNT], count = 0;
  for (size_t i = 0; i < STOP_COUNT; i += 2, count++) {
    const uint8_t *word = (const uint8_t *)stop_words[i];
    words[count] = 0;
    for (size_t at = 0; word[at]; at += 2)
      words[count] |= (uint32_t)((word[at] & 3) << 6 | (word[at + 1] & 0x3F)) << 4 * at;
  }
  if (!cak_hold_short_words(held, words, count)) abort();
}

// 0xFF where any is right: no profile has a stop word that becomes none. Nothing is left of a stop word only where there is
// a second profile.
static uint8_t stopped_fate(const plain_word *word, const uint8_t *text, bool is_spelled, bool has_empty) {
  if (word->status != CAK_TERM_KEPT) return word->status;
  size_t count = word->length;
  // No term of a profile ends with U+0000, but these may.
  while (count > 0 && word->term[count - 1] == 0) count--;
  bool is_term = word->length <= 16 && is_stop_word(word->term, count, 1);
  if (!is_spelled) return is_term ? CAK_TERM_STOPPED : CAK_TERM_KEPT;
  if (word->length == 0) is_term = has_empty;
  size_t length = word->end - word->start;
  if (length <= 16 && is_stop_word(text + word->start, length, 2)) return is_term ? CAK_TERM_STOPPED : 0xFF;
  return is_term ? CAK_TERM_UNDECIDED : CAK_TERM_KEPT;
}

// MARK: Light stems

#define AFFIX(text, letters, least) {.count = 2 * letters, .units = letters, .minimum = least}, text
static struct {
  cak_affix affix;
  const char *text;
} prefixes[] = {{AFFIX("\u0627\u0644", 2, 4)},
                {AFFIX("\u0648\u0627\u0644", 3, 5)},
                {AFFIX("\u0628\u0627\u0644", 3, 5)},
                {AFFIX("\u0644\u0644", 2, 4)},
                {AFFIX("\u0648", 1, 4)}},
  suffixes[] = {{AFFIX("\u0647\u0627", 2, 4)}, {AFFIX("\u0627\u0646", 2, 4)}, {AFFIX("\u0627\u062A", 2, 4)},
                {AFFIX("\u064A\u0629", 2, 4)}, {AFFIX("\u0647", 1, 3)},       {AFFIX("\u0629", 1, 3)},
                {AFFIX("\u064A", 1, 3)}};
#define PREFIX_COUNT (sizeof prefixes / sizeof *prefixes)
#define SUFFIX_COUNT (sizeof suffixes / sizeof *suffixes)
#define PAIR_COUNT 4

static size_t utf16_length(const uint8_t *bytes, size_t count) {
  size_t units = 0;
  for (size_t i = 0; i < count; i++) units += ((bytes[i] & 0xC0) != 0x80) + (bytes[i] >= 0xF0);
  return units;
}

static void stem_plainly(const uint8_t *word, size_t *start, size_t *end) {
  for (size_t i = 0; i < PREFIX_COUNT; i++) {
    size_t count = prefixes[i].affix.count, units = utf16_length(word + *start, *end - *start);
    if (units < prefixes[i].affix.minimum || *end - *start < count) continue;
    if (memcmp(word + *start, prefixes[i].text, count) != 0) continue;
    *start += count;
    break;
  }
  for (size_t i = 0; i < SUFFIX_COUNT; i++) {
    size_t count = suffixes[i].affix.count, units = utf16_length(word + *start, *end - *start);
    if (units < suffixes[i].affix.minimum || *end - *start < count) continue;
    if (memcmp(word + *end - count, suffixes[i].text, count) == 0) *end -= count;
  }
}

static void add_to_set(cak_affix_set *set, const cak_affix *affix, const char *text, unsigned number, bool from_end) {
  uint8_t bit = (uint8_t)(1 << number);
  set->of_length[affix->units - 1] |= bit;
  set->minimum[affix->units - 1] = affix->minimum;
  for (int place = 0; place < CAK_AFFIX_LONGEST; place++) {
    int letter = from_end ? affix->units - 1 - place : place;
    if (place < affix->units) {
      set->letters[place][set->letter_counts[place]++] =
          (uint8_t)(((uint8_t)text[2 * letter] & 3u) << 6 | ((uint8_t)text[2 * letter + 1] & 0x3F));
    }
    for (uint32_t number = 0; number < 128; number++) {
      bool has_it = place >= affix->units ||
                    number == (((uint8_t)text[2 * letter] & 3u) << 6 | ((uint8_t)text[2 * letter + 1] & 0x3F));
      if (has_it) set->having[place][number] |= bit;
    }
  }
}

static cak_light_rules make_rules(void) {
  static cak_affix prefix_list[PREFIX_COUNT], suffix_list[SUFFIX_COUNT];
  cak_light_rules rules = {
      .prefixes = prefix_list, .prefix_count = PREFIX_COUNT, .suffixes = suffix_list, .suffix_count = SUFFIX_COUNT};
  for (unsigned i = 0; i < PREFIX_COUNT; i++) {
    prefix_list[i] = prefixes[i].affix;
    memcpy(&prefix_list[i].bytes, prefixes[i].text, prefixes[i].affix.count);
    add_to_set(&rules.prefix_set, &prefix_list[i], prefixes[i].text, i, false);
  }
  for (unsigned i = 0; i < SUFFIX_COUNT; i++) {
    suffix_list[i] = suffixes[i].affix;
    memcpy(&suffix_list[i].bytes, suffixes[i].text, suffixes[i].affix.count);
    bool is_pair = i < PAIR_COUNT;
    cak_affix_set *set = is_pair ? &rules.pair_set : &rules.single_set;
    add_to_set(set, &suffix_list[i], suffixes[i].text, is_pair ? i : i - PAIR_COUNT, true);
  }
  return rules;
}

// MARK: Checks

static const char *fault_in_terms(const cak_terms *terms, const plain_text *plain, const uint8_t *text, bool is_spelled,
                                  bool has_empty) {
  for (size_t i = 0; i < terms->count; i++) {
    const plain_word *word = &plain->words[i];
    uint8_t status = stopped_fate(word, text, is_spelled, has_empty);
    if (status != 0xFF && terms->statuses[i] != status) return "status";
    if (terms->statuses[i] == CAK_TERM_UNDECIDED && word->status == CAK_TERM_UNDECIDED) continue;
    size_t start = 0, end = word->length;
    stem_plainly(word->term, &start, &end);
    if (terms->counts[i] != end - start) return "length of a stem";
    if (memcmp(terms->bytes + terms->starts[i], word->term + start, end - start) != 0) return "stem";
  }
  return 0;
}

static const char *fault_in_copy(const cak_terms *terms, const cak_batch_words *words, size_t room) {
  uint8_t *bytes = malloc(room);
  size_t *ends = malloc(8 * (terms->count + ROOM)), *positions = malloc(8 * (terms->count + ROOM));
  uint32_t *tokens = malloc(4 * (terms->count + ROOM));
  cak_term_list list = {bytes, 0, ends, tokens, positions, 0, 7};
  const char *fault = 0;
  size_t count = 0, position = 7, byte_count = 0;
  for (size_t first = 0; first < terms->count && !fault; first++) {
    size_t next = cak_copy_terms(terms, words->tokens, first, terms->count, &list);
    for (; first < next; first++) {
      size_t length = terms->statuses[first] == CAK_TERM_KEPT ? terms->counts[first] : 0;
      if (terms->statuses[first] > CAK_TERM_STOPPED || length > CAK_TERM_SLOT) fault = "copied and not decided";
      if (length > 0) {
        if (memcmp(bytes + byte_count, terms->bytes + terms->starts[first], length) != 0) fault = "copied bytes";
        byte_count += length;
        if (ends[count] != byte_count || tokens[count] != words->tokens[first]) fault = "copied ends";
        if (positions[count] != position) fault = "copied positions";
        count++;
      }
      position += length > 0 || terms->statuses[first] == CAK_TERM_STOPPED;
    }
    if (list.count != count || list.position != position || list.byte_count != byte_count) fault = "copied sums";
    if (next < terms->count && terms->statuses[next] <= CAK_TERM_STOPPED && terms->counts[next] <= CAK_TERM_SLOT)
      fault = "copied too few";
  }
  free(bytes), free(ends), free(positions), free(tokens);
  return fault;
}

// What each word becomes, by its characters one by one.
static void fold_plainly(const uint8_t *text, plain_word *word, const table_style *style) {
  for (size_t at = word->start; at < word->end;) {
    uint32_t scalar, size = decode_at(text + at, word->end - at, &scalar);
    uint64_t entry = size ? entry_of(style, scalar) : 0;
    uint32_t kept = entry >> CAK_LENGTH_SHIFT & 7;
    if (!size || entry >> CAK_NEEDS_SHIFT != CAK_ANY_ORDER || kept > size) {
      word->status = CAK_TERM_UNDECIDED;
      return;
    }
    for (uint32_t i = 0; i < kept; i++) word->term[word->length++] = (uint8_t)(entry >> 8 * i);
    at += size;
  }
}

static const char *fault_of_text(const uint8_t *text, size_t length, uint32_t number, made_table *table,
                                 plain_text *plain) {
  cut(text, length, number, plain);
  size_t count = plain->word_count, entries = length / 64 + 2, room = plain->token_count + GROUP;
  cak_batch_words words = {.tokens = malloc(4 * room), .starts = malloc(4 * room), .ends = malloc(4 * room)};
  cak_token_list tokens = {text, length, plain->ends, plain->kinds, plain->token_count, 0, 5};
  cak_folded folded = {malloc(length + 64), malloc(8 * entries), malloc(8 * entries), false};
  size_t term_room = CAK_TERMS_FRONT + CAK_TERM_SLOT * count + length + 64, wide = count + GROUP;
  cak_terms terms = {
      calloc(term_room, 1), calloc(4, wide), calloc(4, wide), calloc(8, wide), calloc(8, wide), calloc(1, wide), count};
  const char *fault = 0;
  cak_list_words(&tokens, &words);
  if (words.count != count) fault = "number of words";
  for (size_t i = 0; i < count && !fault; i++) {
    const plain_word *word = &plain->words[i];
    if (words.tokens[i] != word->token || words.starts[i] != word->start || words.ends[i] != word->end) fault = "word";
    fold_plainly(text, &plain->words[i], table->style);
  }
  if (count > 0 && !fault) {
    static cak_word_key keys[1 << 12], spelled_keys[1 << 12];
    static cak_short_words short_words;
    static uint32_t bits, spelled_bits;
    static cak_light_rules rules;
    if (bits == 0) {
      bits = make_set(keys, 1), spelled_bits = make_set(spelled_keys, 2), rules = make_rules();
      hold_short(&short_words);
    }
    cak_word_ranges ranges = {text, words.starts, words.ends};
    cak_fold_table fold = kernel_table(table);
    cak_fold_memory memory = {.is_made = false};
    cak_fold_words(text, length, &fold, &memory, &folded);
    cak_find_terms(&ranges, &folded, &terms);
    cak_word_set spelled = {spelled_keys, spelled_bits, false, false};
    cak_fixed_letters none = {{0}};
    bool is_spelled = number % 2, has_empty = is_spelled && number & 4;
    cak_stop_words stop = {
        .terms = {keys, bits, false, has_empty}, .spelled = is_spelled ? &spelled : 0, .fixed = &none};
    if (number & 2) stop.short_spelled = &short_words;
    insert_stop_words(&stop.filter, has_empty, number / 8);
    cak_stop_terms(&stop, &ranges, &terms);
    cak_stem_light_terms(&rules, &terms);
    fault = fault_in_terms(&terms, plain, text, is_spelled, has_empty);
    if (!fault) fault = fault_in_copy(&terms, &words, CAK_TERM_SLOT * count + length + 64);
  }
  free(words.tokens), free(words.starts), free(words.ends);
  free(folded.bytes), free(folded.kept), free(folded.undecided);
  free(terms.bytes), free(terms.starts), free(terms.counts), free(terms.heads), free(terms.tails), free(terms.statuses);
  return fault;
}

// Words made of affixes and few other letters, in which many fall.
static void make_affixed(uint32_t number, buffer *text) {
  uint64_t random = number;
  text->count = 0;
  for (size_t words = 1 + below(&random, 200); words > 0; words--) {
    for (uint32_t parts = 1 + below(&random, 5); parts > 0; parts--) {
      uint32_t part = below(&random, PREFIX_COUNT + SUFFIX_COUNT + 3);
      if (part < PREFIX_COUNT) append(text, prefixes[part].text, prefixes[part].affix.count);
      else if (part < PREFIX_COUNT + SUFFIX_COUNT)
        append(text, suffixes[part - PREFIX_COUNT].text, suffixes[part - PREFIX_COUNT].affix.count);
      else append_scalar(text, below(&random, 20) ? 0x628 + below(&random, 32) : below(&random, 0x900));
    }
    append(text, " ", 1);
  }
}

bool check_terms(const uint8_t *text, size_t length, uint32_t number, bool all) {
  static buffer affixed;
  static made_table tables[16];
  static plain_text plain;
  static plain_word words[1 << 14];
  plain.words = words;
  if (number % 4 == 1) {
    make_affixed(number, &affixed);
    text = affixed.bytes, length = affixed.count;
  }
  if (length > sizeof plain.kinds) return true;
  bool is_right = true;
  for (size_t i = 0; i < word_style_count; i++) {
    if (!tables[i].style) tables[i] = make_table(&word_styles[i]);
    if (i != number / 8 % word_style_count) continue;
    for (size_t at = 0; at < length; at++) {
      uint32_t scalar;
      if (decode_at(text + at, length - at, &scalar) > 2) make_page(&tables[i], scalar);
    }
    cak_kernel_kind kernel = cak_kernel();
    const char *fault = fault_of_text(text, length, number, &tables[i], &plain);
    cak_use_kernel(CAK_KERNEL_PORTABLE);
    if (!fault && number / 64 % 4 == 0) fault = fault_of_text(text, length, number, &tables[i], &plain);
    cak_use_kernel(kernel);
    if (!fault) continue;
    fprintf(stderr, "terms with the table \"%s\": %s\n", tables[i].style->name, fault);
    is_right = false;
  }
  (void)all;
  return is_right;
}
