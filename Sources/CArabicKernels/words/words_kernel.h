// Cutting words in blocks of 64 bytes: included after one of the headers block_….h, which say what the operations are.
#include "words/word_blocks.h"
#include "words/word_rows.h"

// Reads up to `most` blocks, from `position` on. They are read before they are cut: what is decided then by branches, of
// which many go wrong, does not wait for registers.
TARGET static __attribute__((noinline)) void KERNEL(read_ahead)(const cak_word_rules *rules, const uint8_t *text,
                                                                size_t length, size_t position, unsigned most,
                                                                long_carry *carry, cak_word_blocks *blocks) {
  word_tables tables = load_word_tables(rules);
  // A copy, which stays in registers.
  long_carry longs = *carry;
  unsigned count = 0;
  blocks->position = position;
  for (; count < most && position < length; position += 64, count++) {
    word_bits bits = read_word_bits_at(&tables, text, length, position, &longs);
    for (int i = 0; i < 4; i++) blocks->sorts[i][count] = bits.sorts[i];
    blocks->firsts[count] = bits.firsts;
    store(blocks->kinds[count], bits.kinds);
  }
  *carry = longs;
  blocks->count = count;
  for (; count % ROW_BLOCKS > 0; count++) {
    for (int i = 0; i < 4; i++) blocks->sorts[i][count] = 0;
    blocks->firsts[count] = 0;
  }
  uint32_t unknown = 0;
  for (unsigned i = 0; i < blocks->count; i += ROW_BLOCKS) {
    word_row row = find_sorts(blocks, i);
    unknown |= (uint32_t)find_unknown(&row) << i;
  }
  if (RARELY((unknown != 0) | (blocks->rest.bytes != 0))) cak_find_rare(rules, text, length, blocks, unknown);
}

// How many of some bytes, and not of up to 63 after them, are below a limit.
INLINE size_t count_below(const uint8_t *bytes, size_t count, uint8_t limit) {
  size_t below = 0;
  for (size_t at = 0; at < count; at += 64) {
    uint64_t below_limit = ~bits(at_least(load(bytes + at), splat(limit)));
    below += (size_t)__builtin_popcountll(below_limit & first_bits(count - at));
  }
  return below;
}

// How many blocks to read where there is room for so many tokens: most of them have up to 16.
INLINE unsigned blocks_for(size_t room) {
  size_t rows = room / 16 / ROW_BLOCKS + 1;
  return rows < CAK_WORD_BLOCKS / ROW_BLOCKS ? (unsigned)rows * ROW_BLOCKS : CAK_WORD_BLOCKS;
}

// Cuts tokens from `start` on; returns where one starts that the automaton has to cut, and in `reach` where the character
// stands, if any, about which no block can decide.
TARGET static __attribute__((noinline)) size_t KERNEL(cut_blocks)(const cak_word_rules *rules, const uint8_t *text,
                                                                  size_t length, size_t start, cak_word_blocks *blocks,
                                                                  long_carry *longs, cak_word_list *list,
                                                                  size_t *reach) {
  // A token is known when the next one starts: `kinds` is written one ahead of `ends`.
  size_t *ends = list->ends + list->count;
  uint8_t *kinds = list->kinds + list->count, plain = rules->sort_kinds[CAK_WORD_PLAIN];
  size_t capacity = list->capacity - list->count, written = 0;
  word_carry carry = {0};
  // The row at `position`, and the first block of it that is cut.
  size_t position = start;
  unsigned row = blocks->count, first = 0;
  if (start >= blocks->position && start - blocks->position < 64 * (size_t)blocks->count) {
    size_t place = start - blocks->position;
    first = (unsigned)(place / 64) % ROW_BLOCKS;
    row = (unsigned)(place / 64) - first;
    position = blocks->position + 64 * (size_t)row;
    forget_before(blocks, row, start - position);
  } else {
    *longs = (long_carry){.sorts = splat(0)};
    blocks->rest.bytes = 0;
  }
  // Whether the last start may be none, since the rules decide about what begins there.
  bool takes_back = false, is_done = false;
  while (position < length && !is_done) {
    if (written + CAK_WORD_ROOM > capacity) {
      takes_back = carry.middle | carry.sign;
      break;
    }
    if (row >= blocks->count) {
      KERNEL(read_ahead)(rules, text, length, position, blocks_for(capacity - written), longs, blocks);
      row = 0;
    }
    word_row sorts = find_sorts(blocks, row);
    word_starts s = find_starts(rules, &sorts, &carry);
    unsigned end = blocks->count - row < ROW_BLOCKS ? blocks->count - row : ROW_BLOCKS;
    // Space with a mark is none.
    row_bits singles = s.starts & s.spaced >> 1, others = s.spaced & ~(singles << 1);
    bool has_others = any_in_row(others);
    row_blocks starts = blocks_in(s.starts), single = blocks_in(singles), spaced = blocks_in(others);
    if (any_in_row(s.stops | s.joining)) {
      size_t stop = first_stop(sorts.firsts, &s);
      takes_back = stop == 64 * ROW_BLOCKS;
      if (takes_back) break;
      *reach = position + stop;
      starts.of[stop / 64] &= first_bits(stop % 64), spaced.of[stop / 64] &= first_bits(stop % 64);
      end = (unsigned)(stop / 64) + 1;
      is_done = true;
    }
    // The end of the text ends the last token.
    size_t left = length - position;
    if (left < 64 * end) starts.of[left / 64] &= first_bits(left % 64 + 1);
    if (position + 64 * first <= start) {
      size_t place = (start - position) % 64;
      uint64_t bit = 1ull << place;
      if (!(starts.of[first] & bit)) return start;
      starts.of[first] &= ~bit;
      kinds[0] = single.of[first] & bit ? plain : blocks->kinds[row + first][place];
    }
    unsigned i = first;
    do {
      if (written + CAK_WORD_ROOM > capacity) {
        is_done = true;
        break;
      }
      size_t block = position + 64 * (size_t)i;
      bytes64 block_kinds = choose(mask_of(single.of[i]), splat(plain), load(blocks->kinds[row + i]));
      size_t tokens = compress_with_places(kinds + written + 1, ends + written, block_kinds, starts.of[i], block);
      for (uint64_t marks = has_others ? spaced.of[i] : 0; marks; marks &= marks - 1) {
        uint64_t until = starts.of[i] & (marks ^ (marks - 1));
        kinds[written + (size_t)__builtin_popcountll(until)] = plain;
      }
      written += tokens;
      // A token that may outgrow the rules' limit in the next block is left to who can count.
      if (tokens == 0 && block + 64 - (written ? ends[written - 1] : start) > rules->longest - 64) {
        is_done = true;
        break;
      }
    } while (ROW_BLOCKS > 1 && ++i < end);
    first = 0;
    row += ROW_BLOCKS;
    position += 64 * ROW_BLOCKS;
  }
  if (written <= takes_back) return start;
  written -= takes_back;
  list->count += written;
  // No block begins without CAK_WORD_ROOM, of which it fills half.
  list->terms += count_below(kinds, written, rules->first_other_kind);
  return ends[written - 1];
}

TARGET size_t KERNEL(cak_words)(const cak_word_rules *rules, const uint8_t *text, size_t length, size_t start,
                                cak_word_list *list) {
  // What is read stays where the automaton takes its turn.
  cak_word_blocks blocks;
  long_carry longs = {.sorts = splat(0)};
  blocks.position = blocks.count = 0;
  // Where no block is cut whole, the automaton goes further each time before they are tried again.
  size_t patience = 1;
  while (start < length && list->count + CAK_WORD_ROOM <= list->capacity) {
    size_t reach = 0, next = KERNEL(cut_blocks)(rules, text, length, start, &blocks, &longs, list, &reach);
    patience = next - start >= 64 ? 1 : patience < 16 ? patience * 2 : 16;
    if (list->count + CAK_WORD_ROOM > list->capacity) return next;
    start = cak_cut_tokens(rules, text, length, next, patience, reach, list);
    if (start == next) break;
  }
  return start;
}
