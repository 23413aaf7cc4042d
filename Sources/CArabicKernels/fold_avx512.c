#include "fold_blocks.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define TARGET __attribute__((target("avx512f,avx512bw,avx512vl,avx512vbmi,avx512vbmi2,bmi,bmi2,lzcnt,popcnt")))

static uint8_t fate(const cak_fold_table *table, uint32_t scalar, uint32_t size) {
  uint64_t entry;
  if (!look_up(table, scalar, &entry)) return BLOCK_STOP;
  if (is_deleted(entry)) return BLOCK_DELETE;
  return is_letter(entry) && length_of(entry) == size && !(entry & CAK_CHANGED) ? BLOCK_COPY : BLOCK_STOP;
}

static uint8_t group_fate(const cak_fold_table *table, uint32_t first, uint32_t size) {
  for (uint32_t i = 0; i < 64; i++) {
    if (fate(table, first + i, size) != BLOCK_COPY) return BLOCK_STOP;
  }
  return BLOCK_COPY;
}

// Groups take some microseconds, so short texts do without.
static __attribute__((noinline)) void make_long_tables(const cak_fold_table *table, bool with_groups,
                                                       cak_fold_memory *tables) {
  for (uint32_t i = 0; i < 64; i++) {
    tables->general[i] = fate(table, 0x2000 + i, 3);
    tables->selectors[i] = fate(table, 0xFE00 + i, 3);
    tables->symbols[i] = with_groups ? group_fate(table, 0x2000 + 64 * i, 3) : BLOCK_STOP;
    tables->emoji[i] = with_groups ? group_fate(table, 0x1F000 + 64 * i, 4) : BLOCK_STOP;
  }
  tables->is_made = true;
}

TARGET static inline uint64_t equal(__m512i bytes, uint8_t value) {
  return _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8((char)value));
}

TARGET static inline uint64_t between(__m512i bytes, uint8_t low, uint8_t count) {
  return _mm512_cmplt_epu8_mask(_mm512_sub_epi8(bytes, _mm512_set1_epi8((char)low)), _mm512_set1_epi8((char)count));
}

TARGET static inline uint64_t equal_not(__m512i bytes, uint8_t value) {
  return _mm512_cmpneq_epi8_mask(bytes, _mm512_set1_epi8((char)value));
}

// 64 bytes from `at + offset` on; 0 for those outside the text.
TARGET static inline __m512i load(const uint8_t *text, size_t length, size_t at, int offset) {
  size_t from = at + (size_t)offset;
  // Bytes before the text, which are fewer than 64, wrap round to a number beyond it.
  if (from < length && length - from >= 64) return _mm512_loadu_si512(text + from);
  size_t before = offset < 0 && at < (size_t)-offset ? (size_t)-offset - at : 0;
  if (from + before >= length) return _mm512_setzero_si512();
  uint64_t inside = ~0ull << before;
  if (length - (from + before) < 64 - before) inside &= (1ull << (length - from)) - 1;
  return _mm512_maskz_loadu_epi8(inside, text + from);
}

// The first bytes of characters of three and four bytes: which stay and which go. The rest is not known.
TARGET static inline void sort_long(const cak_fold_memory *t, const uint8_t *text, size_t length, size_t at, __m512i bytes,
                                    __m512i after, uint64_t *stay3, uint64_t *stay4, uint64_t *go) {
  __m512i after2 = load(text, length, at, 2), after3 = load(text, length, at, 3);
  uint64_t trail1 = between(after, 0x80, 0x40), trail2 = between(after2, 0x80, 0x40);
  uint64_t general = equal(bytes, 0xE2) & equal(after, 0x80) & trail2;
  uint64_t symbol = equal(bytes, 0xE2) & trail1 & trail2 & ~general;
  uint64_t selector = equal(bytes, 0xEF) & equal(after, 0xB8) & trail2;
  uint64_t emoji = equal(bytes, 0xF0) & equal(after, 0x9F) & trail2 & between(after3, 0x80, 0x40);
  __m512i fates = _mm512_set1_epi8((char)BLOCK_STOP);
  fates = _mm512_mask_permutexvar_epi8(fates, general, after2, _mm512_loadu_si512(t->general));
  fates = _mm512_mask_permutexvar_epi8(fates, selector, after2, _mm512_loadu_si512(t->selectors));
  fates = _mm512_mask_permutexvar_epi8(fates, symbol, after, _mm512_loadu_si512(t->symbols));
  fates = _mm512_mask_permutexvar_epi8(fates, emoji, after2, _mm512_loadu_si512(t->emoji));
  uint64_t stay = equal(fates, BLOCK_COPY);
  *stay4 = stay & emoji;
  *stay3 = stay & ~emoji;
  *go = equal(fates, BLOCK_DELETE);
}

// What the tables say of bytes, in registers.
typedef struct {
  __m512i ascii[2], leads[6], trails[6];
} block_tables;

// Bytes of long characters that reach into the next block: those that stay, those that go.
typedef struct {
  uint64_t stay, go;
} long_carry;

// 64 bytes: which of them belong to characters of two bytes, at either byte, and what those have in the tables.
typedef struct {
  uint64_t is_trail, is_arabic, is_latin, upper, go;
  __m512i index;
} block;

TARGET static inline void load_tables(const uint8_t *blocks, block_tables *tables) {
  for (int i = 0; i < 2; i++) tables->ascii[i] = _mm512_loadu_si512(blocks + BLOCKS_ASCII + 64 * i);
  for (int i = 0; i < 6; i++) {
    tables->leads[i] = _mm512_loadu_si512(blocks + BLOCKS_LEADS + 64 * i);
    tables->trails[i] = _mm512_loadu_si512(blocks + BLOCKS_TRAILS + 64 * i);
  }
}

// What each byte from `at` on becomes.
TARGET static inline __attribute__((always_inline)) __m512i fold_block(const block_tables *t, const uint8_t *text,
                                                                       size_t length, size_t at,
                                                                       const cak_fold_table *table,
                                                                       cak_fold_memory *memory, long_carry *carry,
                                                                       block *b) {
  __m512i bytes = load(text, length, at, 0);
  __m512i before = load(text, length, at, -1);
  __m512i after = load(text, length, at, 1);
  b->is_trail = between(bytes, 0x80, 0x40);
  uint64_t ones = ~_mm512_movepi8_mask(bytes);
  // Both bytes of a character of two, at either.
  __m512i lead = _mm512_mask_mov_epi8(bytes, b->is_trail, before);
  __m512i trail = _mm512_mask_mov_epi8(after, b->is_trail, bytes);
  uint64_t is_pair = between(trail, 0x80, 0x40);
  b->is_arabic = is_pair & between(lead, 0xD8, 4);
  b->is_latin = is_pair & between(lead, 0xC2, 2);
  b->index = _mm512_or_si512(_mm512_and_si512(trail, _mm512_set1_epi8(0x3F)),
                             _mm512_slli_epi16(_mm512_and_si512(lead, _mm512_set1_epi8(1)), 6));
  b->upper = _mm512_test_epi8_mask(lead, _mm512_set1_epi8(2));
  __m512i low = _mm512_mask_mov_epi8(_mm512_permutex2var_epi8(t->leads[0], b->index, t->leads[1]), b->is_trail,
                                     _mm512_permutex2var_epi8(t->trails[0], b->index, t->trails[1]));
  __m512i high = _mm512_mask_mov_epi8(_mm512_permutex2var_epi8(t->leads[2], b->index, t->leads[3]), b->is_trail,
                                      _mm512_permutex2var_epi8(t->trails[2], b->index, t->trails[3]));
  __m512i folded = _mm512_mask_mov_epi8(_mm512_set1_epi8((char)BLOCK_STOP), b->is_arabic,
                                        _mm512_mask_mov_epi8(low, b->upper, high));
  folded = _mm512_mask_mov_epi8(folded, ones, _mm512_permutex2var_epi8(t->ascii[0], bytes, t->ascii[1]));
  if (b->is_latin) {
    __m512i latin = _mm512_mask_mov_epi8(_mm512_permutex2var_epi8(t->leads[4], b->index, t->leads[5]), b->is_trail,
                                         _mm512_permutex2var_epi8(t->trails[4], b->index, t->trails[5]));
    folded = _mm512_mask_mov_epi8(folded, b->is_latin, latin);
  }
  uint64_t stay = carry->stay, go = carry->go, known = stay | go;
  carry->stay = carry->go = 0;
  if (between(bytes, 0xE0, 0x20)) {
    if (!memory->is_made) make_long_tables(table, length - at >= 1 << 13, memory);
    uint64_t stay3, stay4, go3;
    sort_long(memory, text, length, at, bytes, after, &stay3, &stay4, &go3);
    uint64_t stays = stay3 | stay4;
    stay |= stays | stays << 1 | stays << 2 | stay4 << 3;
    carry->stay = stays >> 63 | stays >> 62 | stay4 >> 61;
    go |= go3 | go3 << 1 | go3 << 2;
    carry->go = go3 >> 63 | go3 >> 62;
    known |= stay | go;
  }
  if (known) {
    folded = _mm512_mask_mov_epi8(folded, stay, bytes);
    folded = _mm512_mask_mov_epi8(folded, go, _mm512_setzero_si512());
  }
  b->go = go;
  return folded;
}

// Of two registers one after the other: the 64 bytes that end one byte before the second does.
#define ROW(n) n, n + 1, n + 2, n + 3, n + 4, n + 5, n + 6, n + 7
static const uint8_t one_on[64] = {ROW(63), ROW(71), ROW(79), ROW(87), ROW(95), ROW(103), ROW(111), ROW(119)};

TARGET void cak_fold_avx512(const uint8_t *text, size_t length, uint8_t *result, size_t capacity,
                            const cak_fold_table *table, cak_fold_position *position, cak_fold_memory *memory) {
  const uint8_t *blocks = table->blocks;
  block_tables tables;
  load_tables(blocks, &tables);
  __m512i orders[6];
  for (int i = 0; i < 6; i++) orders[i] = _mm512_loadu_si512(blocks + BLOCKS_ORDERS + 64 * i);
  bool have_marks = blocks[BLOCKS_HAVE_MARKS];
  const __m512i shift = _mm512_loadu_si512(one_on);

  size_t input = position->input, output = position->output, start = input;
  uint32_t order = position->order;
  __m512i order_before = _mm512_set1_epi8((char)(order <= 1 ? ORDER_LETTER : order));
  long_carry carry = {0, 0};
  uint64_t keep = 0;
  bool is_between = true;
  while (input < length && capacity >= 64 && output <= capacity - 64) {
    size_t left = length - input;
    block b;
    __m512i folded = fold_block(&tables, text, length, input, table, memory, &carry, &b);
    uint64_t stops = equal(folded, BLOCK_STOP);
    if (left < 64) stops |= ~0ull << left;
    if (have_marks) {
      __m512i mark = _mm512_mask_mov_epi8(_mm512_permutex2var_epi8(orders[0], b.index, orders[1]), b.upper,
                                          _mm512_permutex2var_epi8(orders[2], b.index, orders[3]));
      mark = _mm512_maskz_mov_epi8(b.is_arabic, mark);
      if (b.is_latin) {
        mark = _mm512_mask_mov_epi8(mark, b.is_latin, _mm512_permutex2var_epi8(orders[4], b.index, orders[5]));
      }
      if (b.go) mark = _mm512_mask_mov_epi8(mark, b.go, _mm512_set1_epi8((char)ORDER_DELETED));
      __m512i mark_before = _mm512_permutex2var_epi8(order_before, shift, mark);
      uint64_t unordered = _mm512_cmplt_epu8_mask(mark, mark_before) & _mm512_test_epi8_mask(mark, mark) & ~b.is_trail;
      if (unordered) {
        // Two marks that only have to change places with one another: what surrounds them is in order with either.
        __m512i earlier = _mm512_permutex2var_epi8(order_before, _mm512_sub_epi8(shift, _mm512_set1_epi8(2)), mark);
        __m512i later = _mm512_permutexvar_epi8(_mm512_sub_epi8(shift, _mm512_set1_epi8(61)), mark);
        uint64_t swaps = unordered & equal_not(mark_before, ORDER_DELETED) & _mm512_cmple_epu8_mask(earlier, mark) &
                         (_mm512_testn_epi8_mask(later, later) | _mm512_cmpge_epu8_mask(later, mark_before)) &
                         (~0ull >> 2) & (~0ull << 2);
        // What the one before has moved is no longer what was looked at.
        swaps &= ~(swaps << 4);
        stops |= unordered & ~swaps;
        uint64_t seconds = swaps | swaps << 1, firsts = seconds >> 2;
        __m512i places = _mm512_sub_epi8(shift, _mm512_set1_epi8(63));
        places = _mm512_mask_add_epi8(places, firsts, places, _mm512_set1_epi8(2));
        places = _mm512_mask_sub_epi8(places, seconds, places, _mm512_set1_epi8(2));
        folded = _mm512_permutexvar_epi8(places, folded);
        mark = _mm512_permutexvar_epi8(places, mark);
      }
      order_before = mark;
    }
    keep = _mm512_test_epi8_mask(folded, folded);
    uint64_t done = stops ? _blsmsk_u64(stops) >> 1 : ~0ull;
    keep &= done;
    if (keep != ~0ull) folded = _mm512_maskz_compress_epi8(keep, folded);
    _mm512_storeu_si512(result + output, folded);
    output += (size_t)_mm_popcnt_u64(keep);
    if (stops) {
      input += (size_t)_tzcnt_u64(stops);
      is_between = false;
      break;
    }
    input += 64;
  }
  // A full result leaves off between blocks, perhaps inside a character, which then is taken back.
  if (is_between && input > start && input < length && is_trail(text[input])) {
    size_t first = input - 1;
    while (is_trail(text[first])) first--;
    output -= (size_t)_mm_popcnt_u64(keep >> (64 - (input - first)));
    input = first;
  }
  position->input = input;
  position->output = output;
  if (input > start) {
    size_t last;
    position->order = leaves(entry_before(text, input, table, &last));
    // Marks may have changed places: the last one of the result is the highest.
    if (position->order > 1 && position->order != ORDER_DELETED && output > position->floor_output) {
      uint32_t written = leaves(entry_before(result, output, table, &last));
      if (written > position->order) position->order = written;
    }
  }
}

TARGET void cak_fold_words_avx512(const uint8_t *text, size_t length, size_t start, size_t end,
                                  const cak_fold_table *table, cak_fold_memory *memory, cak_folded *folded) {
  block_tables tables;
  load_tables(table->blocks, &tables);
  long_carry carry = {0, 0};
  uint8_t *result = folded->bytes + CAK_FOLDED_FRONT;
  uint32_t kept_before = 0, undecided_before = 0;
  size_t number = 0;
  for (size_t at = start; at < end; at += 64, number++) {
    block b;
    __m512i bytes = fold_block(&tables, text, length, at, table, memory, &carry, &b);
    uint64_t kept = _mm512_test_epi8_mask(bytes, bytes), undecided = equal(bytes, BLOCK_STOP);
    if (end - at < 64) {
      kept &= (1ull << (end - at)) - 1;
      undecided &= (1ull << (end - at)) - 1;
    }
    _mm512_storeu_si512(result + kept_before, _mm512_maskz_compress_epi8(kept, bytes));
    folded->kept[number] = kept;
    folded->undecided[number] = undecided;
    folded->kept_before[number] = kept_before;
    folded->undecided_before[number] = undecided_before;
    kept_before += (uint32_t)_mm_popcnt_u64(kept);
    undecided_before += (uint32_t)_mm_popcnt_u64(undecided);
  }
  folded->kept[number] = folded->undecided[number] = 0;
  folded->kept_before[number] = kept_before;
  folded->undecided_before[number] = undecided_before;
  folded->start = start;
}

#endif
