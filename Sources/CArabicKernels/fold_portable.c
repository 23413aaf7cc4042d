// The scalar loop. It takes no branch on what an ordinary character is: letters, spaces and marks alternate too
// irregularly to be predicted.
#include "fold.h"
#include "scalar_pages_internal.h"
#include <stdbool.h>
#include <string.h>

// An entry holds the bytes that it stands for lowest first, and they are stored as one word.
_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "the fold kernel needs a little-endian machine");

// A mark that belongs further back than this among the marks before it is left to the caller, which sorts: moving
// marks one by one would take the square of a long run.
#define LONGEST_MOVE 32

static inline bool is_trail(uint8_t byte) { return (byte & 0xC0) == 0x80; }

// The well-formed sequence of three or four bytes at `text`, or 0 bytes.
static inline uint32_t decode_long(const uint8_t *text, size_t left, uint32_t *scalar) {
  if (left < 3) return 0;
  uint8_t lead = text[0];
  if (lead < 0xF0) {
    if (!is_trail(text[1]) || !is_trail(text[2])) return 0;
    uint32_t value = (lead & 0x0Fu) << 12 | (text[1] & 0x3Fu) << 6 | (text[2] & 0x3Fu);
    if (value < 0x800 || (value >= 0xD800 && value <= 0xDFFF)) return 0;
    *scalar = value;
    return 3;
  }
  if (left < 4 || lead > 0xF4 || !is_trail(text[1]) || !is_trail(text[2]) || !is_trail(text[3])) return 0;
  uint32_t value =
      (lead & 0x07u) << 18 | (text[1] & 0x3Fu) << 12 | (text[2] & 0x3Fu) << 6 | (text[3] & 0x3Fu);
  if (value < 0x10000 || value > 0x10FFFF) return 0;
  *scalar = value;
  return 4;
}

static inline uint32_t class_of(uint64_t entry) { return (entry >> CAK_CLASS_SHIFT) & 0xFF; }

// The class of a mark; a scalar that starts a window has none that could be sorted past.
static inline uint32_t class_of_mark(uint64_t entry) { return entry & CAK_ATTACHED ? class_of(entry) : 0; }

// The combining class of the last scalar of `result[0..<end]`, and where it starts; what has no page counts as 0.
static uint32_t class_before(const uint8_t *result, size_t end, const cak_fold_table *table, size_t *start) {
  size_t at = end - 1;
  while (at > 0 && is_trail(result[at])) at--;
  *start = at;
  if (end - at == 2) return class_of_mark(table->direct[(result[at] & 0x1Fu) << 6 | (result[at + 1] & 0x3Fu)]);
  uint32_t scalar;
  if (end - at < 3 || decode_long(result + at, end - at, &scalar) == 0) return 0;
  const uint64_t *page = cak_page(table->pages, scalar >> 8);
  return page ? class_of_mark(page[scalar & 0xFF]) : 0;
}

// Puts a mark among the marks that the window has given out, by combining class. False: too far back.
static bool insert_mark(uint64_t entry, uint8_t *result, const cak_fold_table *table, cak_fold_position *position) {
  uint32_t class = class_of(entry);
  size_t length = (entry >> CAK_LENGTH_SHIFT) & 7;
  size_t place = position->output;
  while (place > position->window_output) {
    size_t start;
    if (class_before(result, place, table, &start) <= class) break;
    place = start;
    if (position->output - place > LONGEST_MOVE) return false;
  }
  memmove(result + place + length, result + place, position->output - place);
  for (size_t i = 0; i < length; i++) result[place + i] = (uint8_t)(entry >> (8 * i));
  position->output += length;
  return true;
}

cak_fold_stop cak_fold(const uint8_t *text, size_t length, uint8_t *result, size_t capacity,
                       const cak_fold_table *table, cak_fold_position *position) {
  const uint64_t *direct = table->direct;
  size_t input = position->input, output = position->output;
  size_t window_input = position->window_input, window_output = position->window_output;
  uint32_t last_class = position->last_class;
  cak_fold_stop stop;
  for (;;) {
    if (input >= length) {
      stop = CAK_FOLD_END;
      break;
    }
    if (capacity - output < 4) {
      stop = CAK_FOLD_FULL;
      break;
    }
    uint8_t lead = text[input];
    uint64_t entry;
    size_t used;
    if (lead < 0xE0) {
      bool two = lead >= 0x80;
      uint8_t trail = text[input + (two & (input + 1 < length))];
      uint32_t index = two ? ((lead & 0x1Fu) << 6 | (trail & 0x3Fu)) : lead;
      // 0x80–0xC1 lead nothing; a sequence that ends with the text repeats its lead as its trail.
      if (two & ((lead < 0xC2) | !is_trail(trail))) {
        stop = CAK_FOLD_ILL_FORMED;
        break;
      }
      entry = direct[index];
      used = 1 + two;
    } else {
      uint32_t scalar;
      used = decode_long(text + input, length - input, &scalar);
      if (used == 0) {
        stop = CAK_FOLD_ILL_FORMED;
        break;
      }
      const uint64_t *page = cak_page(table->pages, scalar >> 8);
      if (!page) {
        stop = CAK_FOLD_PAGE;
        break;
      }
      entry = page[scalar & 0xFF];
    }
    if (entry & CAK_SLOW) {
      stop = CAK_FOLD_CONTEXT;
      break;
    }
    uint32_t class = class_of(entry);
    bool attached = (entry & CAK_ATTACHED) != 0;
    bool unordered = attached & (class != 0) & (class < last_class);
    if (unordered) {
      position->output = output;
      position->window_output = window_output;
      if (!insert_mark(entry, result, table, position)) {
        stop = CAK_FOLD_CONTEXT;
        break;
      }
      output = position->output;
      input += used;
      continue;
    }
    window_input = attached ? window_input : input;
    window_output = attached ? window_output : output;
    last_class = (attached & (class == 0)) ? last_class : class;
    uint32_t bytes = (uint32_t)entry;
    memcpy(result + output, &bytes, 4);
    output += (entry >> CAK_LENGTH_SHIFT) & 7;
    input += used;
  }
  position->input = input;
  position->output = output;
  position->window_input = window_input;
  position->window_output = window_output;
  position->last_class = last_class;
  return stop;
}
