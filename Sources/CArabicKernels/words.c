// The automaton at work, and its turns with the kernel for ordinary text.
#include "cpu.h"
#include "scalar_pages_internal.h"
#include "utf8_internal.h"
#include "words_internal.h"

// Cuts the token at `start`, and says whether that was possible.
static bool cut_token(const cak_word_rules *rules, const uint8_t *text, size_t length, size_t start, size_t *end,
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
    uint8_t class;
    if (scalar < 0x800) {
      class = rules->direct[scalar];
    } else {
      const uint8_t *page = cak_page(rules->pages, scalar >> 8);
      if (!page) return false;
      class = page[scalar & 0xFF];
    }
    uint16_t next = rules->transitions[(size_t)state << 6 | class];
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

// Cuts tokens one by one until `until` of them are found and the next one begins with a byte that ordinary text has.
static size_t cut_tokens(const cak_word_rules *rules, const uint8_t *text, size_t length, size_t start, size_t until,
                         cak_word_list *list) {
  size_t cut = 0;
  while (start < length && list->count < list->capacity && 
         (cut < until || is_unusual(text + start, length - start))) {
    size_t end;
    uint8_t kind;
    if (!cut_token(rules, text, length, start, &end, &kind)) break;
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
  return cut_tokens(rules, text, length, start, SIZE_MAX, list);
}

size_t cak_words(const cak_word_rules *rules, const uint8_t *text, size_t length, size_t start, cak_word_list *list) {
  cak_words_kernel *cut_blocks;
  switch (cak_kernel()) {
#if defined(__x86_64__)
  case CAK_KERNEL_AVX512: cut_blocks = cak_words_avx512; break;
  case CAK_KERNEL_AVX2: cut_blocks = cak_words_avx2; break;
#elif defined(__aarch64__)
  case CAK_KERNEL_NEON: cut_blocks = cak_words_neon; break;
#endif
  default: return cak_words_portable(rules, text, length, start, list);
  }
  // Where the blocks get nowhere, the automaton goes further each time before they are tried again.
  size_t patience = 1;
  while (start < length && list->count + CAK_WORD_ROOM <= list->capacity) {
    size_t next = cut_blocks(rules, text, length, start, list);
    patience = next > start ? 1 : patience < 16 ? patience * 2 : 16;
    if (list->count + CAK_WORD_ROOM > list->capacity) return next;
    start = cut_tokens(rules, text, length, next, patience, list);
    if (start == next) break;
  }
  return start;
}
