// cak_fold, called as its callers do, gives with a kernel and with windows that are remembered what it gives without;
// cak_fold_words tells of each character what its entry says, or that it does not know.
#include "checks.h"
#include "cpu.h"
#include "fold_tables.h"
#include "terms.h"
#include "text.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void note_bytes(buffer *notes, char what, const uint8_t *text, size_t from, size_t to) {
  uint64_t places[2] = {from, to};
  append(notes, &what, 1);
  append(notes, places, sizeof places);
  append(notes, text + from, to - from);
}

// Where the window ends that needs the context of the character at `trigger`.
static size_t end_of_window(const uint8_t *text, size_t length, size_t trigger, const table_style *style) {
  bool is_joined = false;
  for (size_t at = trigger; at < length;) {
    uint32_t scalar, size = decode_at(text + at, length - at, &scalar);
    if (size == 0) return at;
    uint64_t entry = entry_of(style, scalar);
    bool is_first = style->whole_words ? entry & CAK_SPACE
                                       : !(entry & CAK_ATTACHED) && (entry >> CAK_NEEDS_SHIFT || entry & CAK_ALONE);
    bool is_pictograph = scalar >= 0x1F000 && scalar % 2;
    if (at > trigger && is_first && !(is_joined && is_pictograph)) return at;
    is_joined = scalar == JOINS_NEXT;
    at += size;
  }
  return length;
}

// What a window becomes here: its characters without some, or more than there were.
static void make_window(const uint8_t *text, size_t count, buffer *result) {
  result->count = 0;
  uint32_t sum = 0;
  for (size_t i = 0; i < count; i++) sum = sum * 31 + text[i];
  for (size_t at = 0; at < count;) {
    uint32_t scalar, size = decode_at(text + at, count - at, &scalar);
    if ((sum >> at % 8 & 3) != 3) append(result, text + at, size);
    at += size;
  }
  if (sum % 7 == 0) append(result, "more", 4);
}

// Folds a text into `output`, with what is told of the places that stop it in between. `room` is how many bytes of the
// result are given at a time; `windows` are remembered, if there are any.
static void fold_all(const uint8_t *text, size_t length, const made_table *made, size_t room, cak_window *windows,
                     buffer *output) {
  static buffer window;
  cak_fold_table table = kernel_table(made);
  cak_fold_memory memory = {.is_made = false};
  cak_fold_position position = {0, 0, 0, 0, 1};
  size_t capacity = room, trigger = 0;
  // Of exactly this size, so that the address sanitizer sees what is written behind it.
  uint8_t *result = malloc(capacity);
  output->count = 0;
  for (;;) {
    cak_fold_stop stop = cak_fold(text, length, result, capacity, &table, &position, &trigger, 0, &memory, windows);
    if (stop == CAK_FOLD_FULL) {
      uint8_t *larger = malloc(capacity + room);
      memcpy(larger, result, position.output);
      free(result);
      result = larger;
      capacity += room;
      continue;
    }
    if (stop == CAK_FOLD_PAGE) {
      uint32_t scalar = 0;
      decode_at(text + position.input, length - position.input, &scalar);
      make_page(made, scalar);
      continue;
    }
    append(output, result, position.output);
    if (stop == CAK_FOLD_END) break;
    size_t next = position.input + 1;
    if (stop == CAK_FOLD_CONTEXT) {
      next = end_of_window(text, length, trigger, made->style);
      size_t count = next - position.input;
      make_window(text + position.input, count, &window);
      append(output, window.bytes, window.count);
      if (windows) cak_keep_window(windows, text + position.input, count, window.bytes, window.count);
    } else {
      note_bytes(output, (char)('A' + stop), text, position.input, next);
    }
    position = (cak_fold_position){next, 0, next, 0, 1};
  }
  free(result);
}

// Makes the tables of a kind when they are asked for first.
static made_table *tables_of(const table_style *kind, size_t count, made_table *tables) {
  for (size_t i = 0; i < count && !tables[i].style; i++) tables[i] = make_table(&kind[i]);
  return tables;
}

bool check_fold(const uint8_t *text, size_t length, uint32_t number, bool all) {
  static made_table tables[16];
  static cak_window windows[16][CAK_WINDOWS];
  static buffer expected, found;
  tables_of(styles, style_count, tables);
  cak_kernel_kind kernel = cak_kernel();
  bool is_right = true;
  for (size_t i = 0; i < style_count; i++) {
    if (!all && i != number % style_count) continue;
    made_table *table = &tables[i];
    if (number % 64 == 0) forget_pages(table);
    cak_use_kernel(CAK_KERNEL_PORTABLE);
    fold_all(text, length, table, 1 << 16, 0, &expected);
    if (number % 64 == 0) forget_pages(table);
    cak_use_kernel(kernel);
    if (number % 128 == 0) memset(windows[i], 0, sizeof windows[i]);
    // Every size of it at which something could be cut.
    fold_all(text, length, table, number % 4 ? 128 + number % 300 : 1 << 16, number % 8 ? windows[i] : 0, &found);
    if (expected.count == found.count && memcmp(expected.bytes, found.bytes, found.count) == 0) continue;
    fprintf(stderr, "cak_fold with the table \"%s\" differs from the portable one\n", table->style->name);
    is_right = false;
  }
  return is_right;
}

static bool has_bits(const uint64_t *masks, size_t from, size_t to) {
  for (size_t i = from; i < to; i++) {
    if (masks[i >> 6] >> (i & 63) & 1) return true;
  }
  return false;
}

static uint32_t count_bits(const uint64_t *masks, size_t from, size_t to) {
  uint32_t count = 0;
  for (size_t i = from; i < to; i++) count += masks[i >> 6] >> (i & 63) & 1;
  return count;
}

// What is wrong with the folding of a text, or null.
static const char *fault_of(const cak_folded *folded, const uint8_t *text, size_t length, const table_style *style) {
  if (length > 0 && has_bits(folded->undecided, 0, length) != folded->has_undecided)
    return "whether anything is undecided";
  for (size_t i = 0, next; i < length; i = next) {
    uint32_t scalar, size = decode_at(text + i, length - i, &scalar);
    next = i + (size ? size : 1);
    uint32_t kept = count_bits(folded->kept, i, next);
    if (has_bits(folded->undecided, i, next)) {
      if (count_bits(folded->undecided, i, next) != next - i) return "partly undecided";
    } else {
      if (!size) return "ill-formed and decided";
      uint64_t entry = entry_of(style, scalar);
      if (entry >> CAK_NEEDS_SHIFT != CAK_ANY_ORDER) return "context and decided";
      if (kept != (entry >> CAK_LENGTH_SHIFT & 7)) return "how many bytes are kept";
      for (size_t at = i; at < next; at++) {
        if (!has_bits(folded->kept, at, at + 1)) continue;
        if (folded->bytes[at] != (uint8_t)entry) return "bytes";
        entry >>= 8;
      }
    }
  }
  return 0;
}

bool check_fold_words(const uint8_t *text, size_t length, uint32_t number, bool all) {
  static made_table tables[16];
  tables_of(word_styles, word_style_count, tables);
  bool is_right = true;
  for (size_t i = 0; i < word_style_count; i++) {
    if (!all && i != number % word_style_count) continue;
    size_t entries = length / 64 + 2;
    cak_folded folded = {malloc(length + 64), malloc(8 * entries), malloc(8 * entries), false};
    cak_fold_table table = kernel_table(&tables[i]);
    cak_fold_memory memory = {.is_made = false};
    for (size_t at = 0; at < length; at++) {
      uint32_t scalar;
      if (decode_at(text + at, length - at, &scalar) > 2) make_page(&tables[i], scalar);
    }
    cak_fold_words(text, length, &table, &memory, &folded);
    const char *fault = fault_of(&folded, text, length, tables[i].style);
    if (fault) {
      fprintf(stderr, "cak_fold_words with the table \"%s\": %s\n", tables[i].style->name, fault);
      is_right = false;
    }
    free(folded.bytes);
    free(folded.kept);
    free(folded.undecided);
  }
  return is_right;
}
