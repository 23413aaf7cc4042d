// Windows that were met lately: few of them make up most of a text's.
#include "fold/fold_blocks.h"
#include "runtime/load.h"
#include <string.h>

// The bytes, and their number in the last one; `left` bytes can be read.
static inline cak_word_key window_key(const uint8_t *bytes, size_t count, size_t left) {
  cak_word_key key = first_bytes_within(bytes, count, left);
  key.high |= (uint64_t)count << 56;
  return key;
}

static inline size_t window_slot(cak_word_key key) {
  return (key.low ^ key.high) * 0x9E3779B97F4A7C15ull >> 32 & (CAK_WINDOWS - 1);
}

static inline const cak_window *find_window(const cak_window *windows, cak_word_key key) {
  const cak_window *window = &windows[window_slot(key)];
  return load8(window->window) == key.low && load8(window->window + 8) == key.high ? window : 0;
}

const cak_window *cak_find_window(const cak_window *windows, const uint8_t *bytes, size_t count) {
  return count > CAK_WINDOW_LONGEST ? 0 : find_window(windows, window_key(bytes, count, count));
}

void cak_keep_window(cak_window *windows, const uint8_t *bytes, size_t count, const uint8_t *result,
                     size_t result_count) {
  if (count > CAK_WINDOW_LONGEST || result_count > CAK_WINDOW_LONGEST) return;
  cak_word_key key = window_key(bytes, count, count);
  cak_window *window = &windows[window_slot(key)];
  *window = (cak_window){.length = (uint8_t)count, .result_length = (uint8_t)result_count};
  memcpy(window->window, bytes, count);
  memcpy(window->result, result, result_count);
}

// Where the window ends that goes on with the scalar at `trigger`; 0 where that is too far away, or unknown.
static inline size_t find_end(const uint8_t *text, size_t length, size_t start, size_t trigger,
                              const cak_fold_table *table) {
  bool is_joined = false;
  size_t at = trigger;
  while (at < length) {
    uint32_t scalar, size = decode(text + at, length - at, &scalar);
    uint64_t entry;
    if (size == 0) break;
    if (!fold_entry_of(table, scalar, &entry)) return 0;
    if (at > trigger) {
      // ASCII has no pictograph.
      if (is_joined && scalar >= 0x80) return 0;
      if (cak_starts_window(entry, table->whole_words)) break;
    }
    // What starts no window, such as a deleted character, does not part a joiner from a pictograph.
    is_joined |= scalar == table->joins_next;
    at += size;
    if (at - start > CAK_WINDOW_LONGEST) return 0;
  }
  return at;
}

// The window from `start` on that goes on with the scalar at `trigger`, if it is remembered, and where it ends.
static const cak_window *window_from(const uint8_t *text, size_t length, size_t start, size_t trigger,
                                     const cak_fold_table *table, const cak_window *windows, size_t *end) {
  *end = find_end(text, length, start, trigger, table);
  return *end ? find_window(windows, window_key(text + start, *end - start, length - start)) : 0;
}

void cak_open_window(const uint8_t *text, const cak_fold_table *table, cak_fold_position *position) {
  while (position->input > position->floor_input) {
    size_t start;
    uint64_t entry = entry_before(text, position->input, table, &start);
    position->input = start;
    position->output -= length_of(entry);
    if (table->whole_words ? entry & CAK_SPACE : !(entry & CAK_ATTACHED)) break;
  }
}

bool cak_fold_window(const uint8_t *text, size_t length, size_t trigger, uint8_t *result, size_t capacity,
                     const cak_fold_table *table, const cak_window *windows, cak_fold_position *position) {
  if (capacity < 16 || position->output > capacity - 16) return false;
  size_t end;
  const cak_window *window = window_from(text, length, position->input, trigger, table, windows, &end);
  if (!window) return false;
  memcpy(result + position->output, window->result, CAK_WINDOW_LONGEST);
  size_t output = position->output + window->result_length;
  *position = (cak_fold_position){end, output, end, output, 1};
  return true;
}

void cak_mend_block(const uint8_t *text, size_t length, size_t at, size_t floor, const cak_fold_table *table,
                    const cak_window *windows, fold_stopped *block) {
  for (;;) {
    uint64_t left = block->stops | block->unordered, first = left & -left;
    if (!(block->stops & first)) return;
    size_t start = at + (size_t)__builtin_ctzll(left), end;
    uint32_t scalar, size = start < length ? decode(text + start, length - start, &scalar) : 0;
    uint64_t entry;
    if (size == 0 || !fold_entry_of(table, scalar, &entry)) return;
    const uint8_t *result = (const uint8_t *)&entry;
    uint32_t count = length_of(entry);
    end = start + size;
    if (!is_letter(entry)) {
      if (needs(entry) != 0 || !windows) return;
      cak_fold_position position = {.input = start, .floor_input = floor};
      if (!(entry & CAK_ALONE)) cak_open_window(text, table, &position);
      const cak_window *window = window_from(text, length, position.input, start, table, windows, &end);
      if (!window) return;
      start = position.input;
      result = window->result;
      count = window->result_length;
      floor = end;
    }
    if (start < at || end - at > 64 || count > end - start) return;
    memcpy(block->bytes + (start - at), result, count);
    uint64_t inside = first_bits(end - at) & ~first_bits(start - at);
    block->keep = (block->keep & ~inside) | first_bits(count) << (start - at);
    block->stops &= ~inside;
    block->unordered &= ~inside;
  }
}
