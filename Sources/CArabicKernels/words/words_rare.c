// Characters that no table in registers has, looked up one by one in blocks that are read.
#include "cpu.h"
#include "runtime/load.h"
#include "runtime/utf8.h"
#include "words/word_state.h"

bool cak_reads_pictures(void) { return cak_has_kernel(CAK_KERNEL_AVX512); }

// Where a block has more rare characters of three and four bytes, or such as only the rules decide about, the automaton
// goes faster.
#define MOST_LONG 12
#define MOST_LEFT 2

// A block, a bit a byte.
typedef struct {
  uint64_t sorts[4], firsts;
} block_bits;

static void set_sort(block_bits *b, uint64_t bytes, uint8_t sort) {
  for (int i = 0; i < 4; i++) {
    uint64_t kept = b->sorts[i] & ~bytes;
    // Without this, clang reads two or four of them at once, and has to wait for each that was just written.
    __asm__("" : "+r"(kept));
    b->sorts[i] = kept | (sort >> i & 1 ? bytes : 0);
  }
}

static uint64_t bytes_of_sort(const block_bits *b, uint8_t sort) {
  uint64_t bytes = ~0ull;
  for (int i = 0; i < 4; i++) bytes &= sort >> i & 1 ? b->sorts[i] : ~b->sorts[i];
  return bytes;
}

// The first bytes of the characters right before those of `set`.
static uint64_t before_each(uint64_t firsts, uint64_t set) {
  uint64_t found = 0;
  while (set) {
    set >>= 1;
    found |= set & firsts;
    set &= ~firsts;
  }
  return found;
}

// Emoji that are known, but with what may prolong them right behind, are so no more: whoever looks at them cuts the whole
// token.
static void forget_prolonged(block_bits *b) {
  uint64_t pictures = bytes_of_sort(b, CAK_WORD_PICTURE);
  uint64_t prolonging =
      bytes_of_sort(b, CAK_WORD_OTHER) | bytes_of_sort(b, CAK_WORD_MARK) | bytes_of_sort(b, CAK_WORD_CONTROL);
  uint64_t next = pictures << 1 & b->firsts & prolonging;
  // One that begins in the block before is left to the rules.
  if (pictures & ~b->firsts & 1) next &= ~(b->firsts & -b->firsts);
  set_sort(b, next - (before_each(b->firsts, next) & pictures), CAK_WORD_OTHER);
}

// A character: its sort, and the kind and the end of a token that begins with it.
typedef struct {
  uint8_t sort, kind;
  size_t end;
} rare_character;

// False where it is left to the rules.
static bool find_rare(const cak_word_rules *rules, const uint8_t *text, size_t length, size_t start, uint8_t class,
                      rare_character *found) {
  found->sort = (start > 0 && text[start - 1] == ' ' ? rules->spaced_sorts : rules->class_sorts)[class];
  found->kind = rules->class_kinds[class];
  if (found->sort != CAK_WORD_PICTURE) return found->sort != CAK_WORD_OTHER;
  // U+200D joins it, whose last byte this is.
  if (start > 0 && text[start - 1] == 0x8D) return false;
  bool may_go_on = found->end < length && text[found->end] >= 0x80;
  return !may_go_on || cak_cut_token(rules, text, length, start, &found->end, &found->kind);
}

// Those of the block at `position`.
static void find_rare_in_block(const cak_word_rules *rules, const uint8_t *text, size_t length, size_t position,
                               block_bits *b, uint8_t *kinds, cak_word_rest *rest) {
  set_sort(b, rest->bytes, rest->sort);
  b->firsts &= ~rest->bytes;
  rest->bytes = 0;
  forget_prolonged(b);
  uint64_t all = bytes_of_sort(b, CAK_WORD_OTHER), others = all & b->firsts;
  int left_count = 0;
  // Each has a byte more than those of two bytes.
  if (__builtin_popcountll(all & ~others) - __builtin_popcountll(others) > MOST_LONG) return;
  while (others) {
    size_t place = (size_t)__builtin_ctzll(others), start = position + place;
    // There the rules decide.
    if (start >= length || text[start] < 0x80) break;
    uint32_t scalar, size = decode(text + start, length - start, &scalar);
    const uint8_t *page = size == 0 ? 0 : class_page(rules, scalar);
    if (!page) break;
    rare_character found = {.end = start + size};
    bool is_found = find_rare(rules, text, length, start, page[scalar & 0xFF], &found);
    uint64_t first = others & -others;
    others -= first;
    size_t end = found.end - position;
    if (!is_found || end >= 128) {
      if (++left_count > MOST_LEFT) break;
      continue;
    }
    uint64_t bytes = first_bits(end) & -first;
    kinds[place] = found.kind;
    b->firsts &= ~bytes | first;
    set_sort(b, bytes, found.sort);
    if (end > 64) *rest = (cak_word_rest){first_bits(end - 64), found.sort};
    others &= ~bytes;
  }
}

void cak_find_rare(const cak_word_rules *rules, const uint8_t *text, size_t length, cak_word_blocks *blocks,
                   uint32_t which) {
  for (uint32_t i = 0; i < blocks->count; i++) {
    if (!(which >> i & 1) && blocks->rest.bytes == 0) continue;
    block_bits b = {.firsts = blocks->firsts[i]};
    for (int j = 0; j < 4; j++) b.sorts[j] = blocks->sorts[j][i];
    find_rare_in_block(rules, text, length, blocks->position + 64 * i, &b, blocks->kinds[i], &blocks->rest);
    for (int j = 0; j < 4; j++) blocks->sorts[j][i] = b.sorts[j];
    blocks->firsts[i] = b.firsts;
  }
}
