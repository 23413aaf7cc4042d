// The automaton at work, and its turns with the kernel for ordinary text.
#include "cpu.h"
#include "load_internal.h"
#include "scalar_pages_internal.h"
#include "utf8_internal.h"
#include "words_internal.h"

// The classes of the 256 scalars around one, or null where they are not known yet.
static const uint8_t *class_page(const cak_word_rules *rules, uint32_t scalar) {
  if (scalar < 0x800) return rules->direct + (scalar & ~0xFFu);
  return cak_page(rules->pages, scalar >> 8);
}

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

// Cuts tokens one by one until at least `until` of them are found, they end behind `reach`, and the next one begins with
// a character that ordinary text has.
static size_t cut_tokens(const cak_word_rules *rules, const uint8_t *text, size_t length, size_t start, size_t until,
                         size_t reach, cak_word_list *list) {
  size_t cut = 0;
  while (start < length && list->count < list->capacity &&
         (cut < until || start <= reach || is_unusual(text + start, length - start))) {
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

bool cak_reads_pictures(void) { return cak_has_kernel(CAK_KERNEL_AVX512); }

#define EIGHT_TIMES(a) a, a, a, a, a, a, a, a
#define EITHER_SIZE (CAK_PICTURE_FOUR | CAK_PICTURE_THREE)
const cak_picture_tables cak_pictures = {
    .leads = {[0xE2 & 63] = CAK_PICTURE_THREE, [0xEF & 63] = CAK_PICTURE_SELECTOR, [0xF0 & 63] = CAK_PICTURE_FOUR},
    // E2 98 to E2 9F, F0 9F and EF B8.
    .seconds = {[0x98 & 63] = CAK_PICTURE_THREE,
                CAK_PICTURE_THREE,
                CAK_PICTURE_THREE,
                CAK_PICTURE_THREE,
                CAK_PICTURE_THREE,
                CAK_PICTURE_THREE,
                CAK_PICTURE_THREE,
                EITHER_SIZE,
                [0xB8 & 63] = CAK_PICTURE_SELECTOR},
    // Any, EF B8 8E and EF B8 8F.
    .thirds = {EIGHT_TIMES(EITHER_SIZE), EITHER_SIZE, EITHER_SIZE, EITHER_SIZE, EITHER_SIZE, EITHER_SIZE, EITHER_SIZE,
               EITHER_SIZE | CAK_PICTURE_SELECTOR, EITHER_SIZE | CAK_PICTURE_SELECTOR, EIGHT_TIMES(EITHER_SIZE),
               EIGHT_TIMES(EITHER_SIZE), EIGHT_TIMES(EITHER_SIZE), EIGHT_TIMES(EITHER_SIZE),
               EIGHT_TIMES(EITHER_SIZE), EIGHT_TIMES(EITHER_SIZE)},
    .columns = {EIGHT_TIMES(1), EIGHT_TIMES(2), EIGHT_TIMES(4), EIGHT_TIMES(8), EIGHT_TIMES(16), EIGHT_TIMES(32),
                EIGHT_TIMES(64), EIGHT_TIMES(128)},
};

// Where a block has more rare characters of three and four bytes, the automaton goes faster.
#define MOST_LONG 6

void cak_find_rare(const cak_word_rules *rules, const uint8_t *text, size_t length, size_t position, rare_block *b) {
  uint64_t others = others_of(b->sorts.bits), stops = others & b->ones;
  uint64_t left = others & b->firsts & ~b->ones & ((stops & -stops) - 1);
  uint32_t long_count = 0;
  while (left) {
    size_t place = (size_t)__builtin_ctzll(left), start = position + place;
    uint64_t first = left & -left;
    uint32_t scalar, size = decode(text + start, length - start, &scalar);
    const uint8_t *page = size == 0 ? 0 : class_page(rules, scalar);
    if (!page) break;
    long_count += size > 2;
    if (long_count > MOST_LONG) break;
    uint8_t class = page[scalar & 0xFF];
    uint8_t sort = (start > 0 && text[start - 1] == ' ' ? rules->spaced_sorts : rules->class_sorts)[class];
    uint8_t kind = rules->class_kinds[class];
    size_t end = place + size;
    if (sort == CAK_WORD_PICTURE) {
      if (start + size < length && text[start + size] >= 0x80) {
        if (!cut_token(rules, text, length, start, &end, &kind)) break;
        end -= position;
        if (end >= 128) break;
      }
      // U+200D joins it, whose last byte this is.
      if (start > 0 && text[start - 1] == 0x8D) break;
    } else if (sort == CAK_WORD_OTHER) {
      break;
    }
    b->kinds[place] = kind;
    uint64_t bytes = first_bits(end) & -first;
    b->firsts &= ~bytes | first;
    set_rare_sort(&b->sorts, bytes, sort);
    if (end > 64) b->rest = (rare_rest){first_bits(end - 64), sort};
    left &= ~bytes;
  }
}

size_t cak_words_portable(const cak_word_rules *rules, const uint8_t *text, size_t length, size_t start,
                          cak_word_list *list) {
  return cut_tokens(rules, text, length, start, SIZE_MAX, 0, list);
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
  // Where no block is cut whole, the automaton goes further each time before they are tried again.
  size_t patience = 1;
  while (start < length && list->count + CAK_WORD_ROOM <= list->capacity) {
    size_t reach = 0;
    size_t next = cut_blocks(rules, text, length, start, list, &reach);
    patience = next - start >= 64 ? 1 : patience < 16 ? patience * 2 : 16;
    if (list->count + CAK_WORD_ROOM > list->capacity) return next;
    start = cut_tokens(rules, text, length, next, patience, reach, list);
    if (start == next) break;
  }
  return start;
}
