#include "fold_tables.h"
#include "text.h"
#include <stdlib.h>
#include <string.h>

// Kinds: k stays, c becomes another of its size, f is folded if it is A to Z, s is white space, d goes, n becomes one
// byte, g becomes four, l leaves an order behind, a stays and is attached, m is a mark that stays, x needs its context,
// and so do y, which nothing before it matters to, and z, a mark.
const table_style styles[] = {
    {"folds", "fffffffs", "kkkkkc", "d", "kkkkd", "kk", 4, false},
    {"keeps marks", "k", "k", "mmmmmmmmd", "kkd", "kkkkkm", 1, false},
    {"marks and deletions", "kkks", "kkkkkkkcd", "md", "kkka", "kx", 4, false},
    {"few changes", "kkkkcn", "kkkccnd", "ddddz", "kdc", "kcdgx", 2, false},
    {"many changes", "kkccd", "ccccccccnk", "mcd", "kkc", "kc", 256, false},
    {"context", "kkkkkkkkkkkkkkkkkkkkky", "kkkkkkkkkkkkkkkkkkxl", "mmmmmmz", "kkkkkaxy", "kkaxyz", 3, false},
    {"whole words", "kkkkkkkkkks", "kkkkkkkkkkkkkkkkkkxc", "mmmd", "kkkksx", "kkx", 3, true},
    {"everything goes", "d", "d", "d", "d", "d", 1, false},
    {"nothing is known", "x", "x", "x", "x", "x", 1, false},
};
const size_t style_count = sizeof styles / sizeof *styles;

const table_style word_styles[] = {
    {"words fold", "ffffffff", "kkkkkc", "d", "kkkkd", "kk", 4, false},
    {"words change", "kkkkcnd", "kkkccnd", "ddddz", "kdc", "kcdgx", 100, false},
    {"words in context", "kkkkkkkkkkkkky", "kkkkkkkkkxc", "ddx", "kkkkxc", "kkaxyz", 3, false},
};
const size_t word_style_count = sizeof word_styles / sizeof *word_styles;

static uint32_t hash(const table_style *style, uint32_t scalar, uint32_t salt) {
  uint64_t mixed = (scalar + 1) * 0x9E3779B97F4A7C15ull + (uint64_t)style->name[0] * 0xD1B54A32D192ED03ull + salt;
  mixed = (mixed ^ mixed >> 31) * 0xBF58476D1CE4E5B9ull;
  return (uint32_t)(mixed >> 32);
}

static bool is_mark(uint32_t scalar) {
  return (scalar >= 0x64B && scalar <= 0x65F) || scalar == 0x670 || (scalar >= 0x6D6 && scalar <= 0x6ED);
}

static bool is_frequent(uint32_t scalar) {
  return (scalar >= 0x80 && scalar < 0x100) || (scalar >= 0x2000 && scalar < 0x2080) ||
         (scalar >= 0xFE00 && scalar < 0xFE10) || (scalar >= 0x1F300 && scalar < 0x1F700);
}

// What others become is a letter that stays, since marks are put in order by what stands in the result.
static bool is_result(uint32_t scalar) { return (scalar >= '0' && scalar <= '9') || scalar >> 14 == 0x20000 >> 14; }

static char kind_of(const table_style *style, uint32_t scalar) {
  if (is_result(scalar)) return 'k';
  const char *kinds = scalar < 0x80                       ? style->ascii
                      : is_mark(scalar)                   ? style->marks
                      : scalar >= 0x600 && scalar < 0x700 ? style->letters
                      : is_frequent(scalar)               ? style->frequent
                                                          : style->others;
  // By groups where there are many, so that some groups are all of one kind.
  uint32_t of = scalar < 0x2080 || is_frequent(scalar) ? scalar : scalar & ~0x3Fu;
  return kinds[hash(style, of, 1) % strlen(kinds)];
}

// Another scalar of as many bytes, which stays what it is.
static uint32_t changed(const table_style *style, uint32_t scalar) {
  uint32_t size = encoded_size(scalar), change = hash(style, scalar, 2) % style->changes;
  for (uint32_t i = 0; i < 256; i++) {
    uint32_t other = scalar ^ (1 + hash(style, change, 3 + i) % 0x7F);
    if (encoded_size(other) == size && kind_of(style, other) == 'k') return other;
  }
  return scalar;
}

static uint64_t with_bytes(uint64_t flags, uint32_t scalar) {
  uint8_t bytes[4] = {0};
  uint64_t size = encode(bytes, scalar), entry = flags | size << CAK_LENGTH_SHIFT;
  for (int i = 0; i < 4; i++) entry |= (uint64_t)bytes[i] << 8 * i;
  return entry;
}

#define NEEDS(order) ((uint64_t)(order) << CAK_NEEDS_SHIFT)
#define LEAVES(order) ((uint64_t)(order) << CAK_LEAVES_SHIFT)

uint64_t entry_of(const table_style *style, uint32_t scalar) {
  static const uint8_t orders[] = {28, 29, 30, 31, 32, 33, 34, 36, 221, 231, 231, 231};
  const uint64_t letter = NEEDS(CAK_ANY_ORDER) | LEAVES(1);
  uint32_t order = orders[hash(style, scalar, 9) % sizeof orders];
  if ((scalar >= 0xD800 && scalar < 0xE000) || scalar > 0x10FFFF) return 0;
  switch (kind_of(style, scalar)) {
  case 'c': {
    uint32_t other = changed(style, scalar);
    return with_bytes(letter | (other == scalar ? 0 : CAK_CHANGED), other);
  }
  case 'f':
    return scalar >= 'A' && scalar <= 'Z' ? with_bytes(letter | CAK_CHANGED, scalar + 32) : with_bytes(letter, scalar);
  case 's': return with_bytes(letter | CAK_SPACE, scalar);
  case 'd': return CAK_ATTACHED | CAK_CHANGED | NEEDS(CAK_ANY_ORDER) | LEAVES(255);
  case 'n': return with_bytes(letter | CAK_CHANGED, '0' + scalar % 10);
  case 'g': return with_bytes(letter | CAK_CHANGED, 0x20000 + scalar % 0x4000);
  case 'l': return with_bytes(NEEDS(CAK_ANY_ORDER) | LEAVES(order), scalar);
  case 'a': return with_bytes(letter | CAK_ATTACHED, scalar);
  case 'm': return with_bytes(CAK_ATTACHED | NEEDS(order) | LEAVES(order), scalar);
  case 'x': return 0;
  case 'y': return CAK_ALONE;
  case 'z': return CAK_ATTACHED | LEAVES(order);
  default: return with_bytes(letter, scalar);
  }
}

made_table make_table(const table_style *style) {
  made_table table = {style, malloc(CAK_DIRECT_COUNT * sizeof(uint64_t)), malloc(CAK_FOLD_BLOCKS_SIZE),
                      cak_pages_initialize(malloc(cak_pages_size()))};
  for (uint32_t i = 0; i < 0x80; i++) table.direct[i] = 0;
  for (uint32_t i = 0x80; i < 0x800; i++) table.direct[i] = entry_of(style, i);
  for (uint32_t i = 0; i < 0x80; i++) table.direct[CAK_DIRECT_ASCII + i] = entry_of(style, i);
  cak_fold_prepare(table.direct, table.blocks);
  return table;
}

cak_fold_table kernel_table(const made_table *table) {
  return (cak_fold_table){table->direct, table->pages, table->style->whole_words, table->blocks, JOINS_NEXT};
}

void make_page(const made_table *table, uint32_t scalar) {
  uint32_t page = scalar / CAK_PAGE_SIZE;
  if (cak_pages_get(table->pages, page)) return;
  uint64_t *entries = malloc(CAK_PAGE_SIZE * sizeof *entries);
  for (uint32_t i = 0; i < CAK_PAGE_SIZE; i++) entries[i] = entry_of(table->style, page * CAK_PAGE_SIZE + i);
  cak_pages_publish(table->pages, page, entries);
}

void forget_pages(made_table *table) {
  for (uint32_t page = 0; page < CAK_PAGE_COUNT; page++) free((void *)cak_pages_get(table->pages, page));
  table->pages = cak_pages_initialize(table->pages);
}

void free_table(made_table *table) {
  forget_pages(table);
  free(table->direct);
  free(table->blocks);
  free(table->pages);
}
