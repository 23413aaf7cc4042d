// The automaton at work on bytes.
#include "runtime/kernel_choice.h"
#include "runtime/utf8.h"
#include "words/word_state.h"

bool cak_cut_token(const cak_word_rules *rules, const uint8_t *text, size_t length, size_t start, size_t *end,
                   uint8_t *kind) {
  size_t position = start;
  // Whatever begins here may be this long; where it goes on, the caller counts.
  size_t limit = length - start > rules->longest ? start + rules->longest : length;
  size_t accepted = start;
  uint16_t state = 1, accepted_state = 0;
  while (position < limit) {
    uint32_t scalar;
    uint32_t size = decode(text + position, length - position, &scalar);
    if (size == 0) return false;
    const uint8_t *page = class_page(rules, scalar);
    if (!page) return false;
    uint16_t next = rules->transitions[(size_t)state << 6 | page[scalar & 0xFF]];
    if (next == 0) break;
    state = next;
    position += size;
    if (next >= rules->first_accepting) {
      accepted = next >= rules->first_accepting_before ? position - size : position;
      accepted_state = next;
    }
  }
  if (position >= limit) {
    if (limit < length) return false;
    // The end of the text shows as much as the end of a line.
    uint16_t next = rules->transitions[(size_t)state << 6 | rules->line_feed];
    if (next >= rules->first_accepting_before) {
      accepted = length;
      accepted_state = next;
    }
  }
  *end = accepted;
  *kind = rules->state_kinds[accepted_state];
  return accepted > start && !rules->holds_dictionary[accepted_state];
}

// Whether a byte sequence begins no character of ordinary text, or does after a space.
static bool is_unusual(const uint8_t *text, size_t left) {
  if (text[0] == ' ' && left > 1) {
    text++;
    left--;
  }
  return text[0] > 0xE2 || (text[0] == 0xE2 && left > 1 && text[1] != 0x80);
}

size_t cak_cut_tokens(const cak_word_rules *rules, const uint8_t *text, size_t length, size_t start, size_t until,
                      size_t reach, cak_word_list *list) {
  size_t cut = 0;
  while (start < length && list->count < list->capacity &&
         (cut < until || start <= reach || is_unusual(text + start, length - start))) {
    size_t end;
    uint8_t kind;
    if (!cak_cut_token(rules, text, length, start, &end, &kind)) break;
    list->ends[list->count] = end;
    list->kinds[list->count++] = kind;
    if (kind < rules->first_other_kind) list->terms++;
    start = end;
    cut++;
  }
  return start;
}

size_t cak_words_portable(const cak_word_rules *rules, const uint8_t *text, size_t length, size_t start,
                          cak_word_list *list) {
  return cak_cut_tokens(rules, text, length, start, SIZE_MAX, 0, list);
}

size_t cak_words(const cak_word_rules *rules, const uint8_t *text, size_t length, size_t start, cak_word_list *list) {
  return KERNEL_IN_USE(cak_words)(rules, text, length, start, list);
}
