// cak_words cuts with a kernel the tokens that it cuts without. The rules here are the plainest that keep what `words.h`
// says of each sort: words are runs of letters, digits and marks, spaces join, all else is a token of its own, with
// the marks after it, and a control where no word is before it.
#include "checks.h"
#include "cpu.h"
#include "text.h"
#include "words.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Kinds of tokens, and with 2 added the states of the automaton. The first four are terms.
enum { ARABIC, LETTERS, NUMBER, PICTURES, SPACES, ALONE, KINDS };
#define STATE(kind) ((uint16_t)((kind) + 2))

// Classes are sorts, and one more: a picture that is no term.
#define TEXT_PICTURE 16
#define CLASSES 17

typedef struct {
  uint16_t transitions[(KINDS + 2) << 6];
  uint8_t state_kinds[KINDS + 2], direct[0x800], sorts[CAK_WORD_CHARACTERS], sort_kinds[16];
  uint8_t class_sorts[64], class_kinds[64], pictures[CAK_WORD_PICTURES];
  bool holds_dictionary[KINDS + 2];
  cak_pages *pages;
  cak_word_rules rules;
} plain_rules;

static uint8_t class_of(uint32_t scalar) {
  static const uint8_t signs[] = {CAK_WORD_PLAIN, CAK_WORD_MIDDLE, CAK_WORD_SIGN, CAK_WORD_OTHER, CAK_WORD_PLAIN};
  if (scalar == '\n') return CAK_WORD_LINE;
  if (scalar == 0xFE0E || scalar == 0xFE0F || (scalar >= 0x1F3FB && scalar <= 0x1F3FF)) return CAK_WORD_MARK;
  if (scalar == 0x200F || scalar == 0x61C || (scalar >= 0x2066 && scalar <= 0x2069)) return CAK_WORD_CONTROL;
  if ((scalar & ~0xFFFu) == 0x1F000 || (scalar & ~0x1FFu) == 0x2600) {
    static const uint8_t pictures[] = {CAK_WORD_PICTURE, CAK_WORD_PICTURE, TEXT_PICTURE, CAK_WORD_PLAIN,
                                       CAK_WORD_OTHER};
    // Some of the larger ones follow one another.
    return pictures[(scalar >= 0x1F000 ? scalar >> 3 : scalar) % sizeof pictures];
  }
  // Letters that only a look at each finds.
  if ((scalar >= 0x391 && scalar <= 0x3C9) || (scalar >= 0xFE80 && scalar < 0xFEF0) || scalar >= 0x1D400)
    return scalar & 1 ? CAK_WORD_LETTER : CAK_WORD_ARABIC;
  if (scalar == ' ' || scalar == 0x2003) return CAK_WORD_SPACE;
  if ((scalar >= '0' && scalar <= '9') || (scalar >= 0x660 && scalar <= 0x669)) return CAK_WORD_DIGIT;
  if ((scalar >= 0x64B && scalar <= 0x65F) || scalar == 0x200D) return CAK_WORD_MARK;
  if ((scalar >= 0x620 && scalar <= 0x64A) || (scalar >= 0x671 && scalar <= 0x6D3)) return CAK_WORD_ARABIC;
  if ((scalar | 32) >= 'a' && (scalar | 32) <= 'z') return CAK_WORD_LETTER;
  if (scalar >= 0xC0 && scalar < 0x100) return CAK_WORD_LETTER;
  return signs[scalar % sizeof signs];
}

// The automaton: where a token that is in `state` goes on with a character of a sort.
static uint16_t next_state(uint16_t state, uint8_t class, bool divides) {
  uint8_t sort = class == TEXT_PICTURE ? CAK_WORD_PICTURE : class;
  bool is_word = state == STATE(ARABIC) || state == STATE(LETTERS) || state == STATE(NUMBER);
  if (state == 1) {
    switch (sort) {
    case CAK_WORD_ARABIC: return STATE(ARABIC);
    case CAK_WORD_LETTER: return STATE(LETTERS);
    case CAK_WORD_DIGIT: return STATE(NUMBER);
    case CAK_WORD_SPACE: return STATE(SPACES);
    case CAK_WORD_PICTURE: return class == TEXT_PICTURE ? STATE(ALONE) : STATE(PICTURES);
    default: return STATE(ALONE);
    }
  }
  if (state == STATE(SPACES) && sort == CAK_WORD_SPACE) return state;
  if (!is_word) {
    bool joins = sort == CAK_WORD_MARK || sort == CAK_WORD_CONTROL;
    return !joins ? 0 : state == STATE(PICTURES) ? state : STATE(ALONE);
  }
  if (sort == CAK_WORD_MARK) return state;
  if (sort != CAK_WORD_ARABIC && sort != CAK_WORD_LETTER && sort != CAK_WORD_DIGIT) return 0;
  if (divides && (sort == CAK_WORD_ARABIC) != (state == STATE(ARABIC))) return 0;
  return state == STATE(NUMBER) ? next_state(1, sort, divides) : state;
}

static plain_rules *make_rules(bool divides) {
  plain_rules *made = calloc(1, sizeof *made);
  for (uint16_t state = 1; state < KINDS + 2; state++) {
    for (uint8_t class = 0; class < CLASSES; class ++)
      made->transitions[state << 6 | class] = next_state(state, class, divides);
  }
  for (uint8_t kind = 0; kind < KINDS; kind++) made->state_kinds[STATE(kind)] = kind;
  for (uint8_t sort = 0; sort < 16; sort++) made->sort_kinds[sort] = (uint8_t)(next_state(1, sort, divides) - 2);
  for (uint8_t class = 0; class < CLASSES; class ++) {
    made->class_sorts[class] = class == TEXT_PICTURE ? CAK_WORD_PICTURE : class;
    made->class_kinds[class] = (uint8_t)(next_state(1, class, divides) - 2);
  }
  for (uint32_t group = 0; group < 64; group++) {
    made->pictures[group] = 255;
    for (uint32_t i = 0, run = 0, longest = 0; i < 64; i++) {
      run = class_of(0x1F000 + 64 * group + i) == CAK_WORD_PICTURE ? run + 1 : 0;
      if (run <= longest) continue;
      longest = run;
      made->pictures[group] = (uint8_t)(0x80 + i + 1 - run), made->pictures[64 + group] = (uint8_t)(0x80 + i);
    }
  }
  for (uint32_t i = 0; i < 0x200; i++) {
    uint8_t class = class_of(0x2600 + i);
    if (class == CAK_WORD_PICTURE) made->pictures[128 + (i & 0x3F)] |= (uint8_t)(1 << (i >> 6));
    if (class == TEXT_PICTURE) made->pictures[192 + (i & 0x3F)] |= (uint8_t)(1 << (i >> 6));
  }
  for (uint32_t i = 0; i < 0x800; i++) made->direct[i] = class_of(i);
  for (uint32_t i = 0; i < CAK_WORD_CHARACTERS; i++) {
    uint8_t both[2];
    for (uint32_t half = 0; half < 2; half++) {
      uint32_t n = half ? i ^ 16 : i;
      both[half] = class_of(n < 128 ? n : n < 384 ? 0x600 + n - 128 : n < 512 ? 0x80 + n - 384 : 0x2000 + n - 512);
    }
    made->sorts[i] = (uint8_t)(both[0] | both[1] << 4);
  }
  made->pages = cak_pages_initialize(malloc(cak_pages_size()));
  made->rules = (cak_word_rules){
      .transitions = made->transitions,
      .first_accepting = 2,
      .first_accepting_before = KINDS + 2,
      .state_kinds = made->state_kinds,
      .holds_dictionary = made->holds_dictionary,
      .direct = made->direct,
      .pages = made->pages,
      .line_feed = CAK_WORD_LINE,
      .longest = SIZE_MAX,
      .first_other_kind = SPACES,
      .sorts = made->sorts,
      .sort_kinds = made->sort_kinds,
      .class_sorts = made->class_sorts,
      .spaced_sorts = made->class_sorts,
      .class_kinds = made->class_kinds,
      .pictures = made->pictures,
      .picture_kind = PICTURES,
      .divides_scripts = divides,
  };
  return made;
}

// The ends and kinds of all tokens, and how many are terms, with room for `capacity` of them at a time. What is ill-formed
// is left out byte by byte.
static void cut_all(const plain_rules *made, const uint8_t *text, size_t length, size_t capacity, buffer *output) {
  size_t *ends = malloc(capacity * sizeof *ends), terms = 0;
  uint8_t *kinds = malloc(capacity);
  output->count = 0;
  for (size_t start = 0; start < length;) {
    cak_word_list list = {ends, kinds, capacity, 0, 0};
    size_t next = cak_words(&made->rules, text, length, start, &list);
    for (size_t i = 0; i < list.count; i++) {
      append(output, &ends[i], sizeof ends[i]);
      append(output, &kinds[i], 1);
    }
    terms += list.terms;
    start = list.count ? next : start + 1;
  }
  append(output, &terms, sizeof terms);
  free(ends);
  free(kinds);
}

bool check_words(const uint8_t *text, size_t length, uint32_t number, bool all) {
  static plain_rules *made[2];
  static buffer expected, found;
  cak_kernel_kind kernel = cak_kernel();
  bool is_right = true;
  for (uint32_t divides = 0; divides < 2; divides++) {
    if (!made[divides]) made[divides] = make_rules(divides);
    if (!all && divides != number % 2) continue;
    for (size_t at = 0; at < length; at++) {
      uint32_t scalar;
      if (decode_at(text + at, length - at, &scalar) < 3 || cak_pages_get(made[divides]->pages, scalar >> 8)) continue;
      uint8_t *page = malloc(CAK_PAGE_SIZE);
      for (uint32_t i = 0; i < CAK_PAGE_SIZE; i++) page[i] = class_of((scalar & ~0xFFu) + i);
      cak_pages_publish(made[divides]->pages, scalar >> 8, page);
    }
    cak_use_kernel(CAK_KERNEL_PORTABLE);
    cut_all(made[divides], text, length, length + CAK_WORD_ROOM, &expected);
    cak_use_kernel(kernel);
    cut_all(made[divides], text, length, CAK_WORD_ROOM + number % 300, &found);
    if (expected.count == found.count && memcmp(expected.bytes, found.bytes, found.count) == 0) continue;
    fprintf(stderr, "cak_words, %s, differs from the portable one\n", divides ? "scripts divided" : "scripts joined");
    is_right = false;
  }
  return is_right;
}
