#include "words_internal.h"

#if defined(__x86_64__)
#include <immintrin.h>
#include <string.h>

#define TARGET __attribute__((target("avx512f,avx512bw,avx512vl,avx512vbmi,avx512vbmi2,bmi,bmi2,lzcnt,popcnt")))

// The tables in registers.
typedef struct {
  __m512i ascii[2], arabic[4], latin[2], general, kinds, iota;
  bool divides_scripts;
} tables;

// A block of 64 bytes, a bit a byte. Every byte of a character has the bits of what the character is.
typedef struct {
  __m512i sorts;
  uint64_t arabic, letters, digits, marks, spaces, gaps, middles, signs, others;
  // First bytes of characters, and of those of one, two and three bytes.
  uint64_t firsts, ones, twos, threes;
} block;

// What is left over from one block to the next.
typedef struct {
  uint64_t word, space, number, arabic, stranger;
} carries;

TARGET static inline tables load_tables(const cak_word_rules *rules) {
  tables t;
  const uint8_t *sorts = rules->sorts;
  for (int i = 0; i < 2; i++) t.ascii[i] = _mm512_loadu_si512(sorts + 64 * i);
  for (int i = 0; i < 4; i++) t.arabic[i] = _mm512_loadu_si512(sorts + 128 + 64 * i);
  for (int i = 0; i < 2; i++) t.latin[i] = _mm512_loadu_si512(sorts + 384 + 64 * i);
  t.general = _mm512_loadu_si512(sorts + 512);
  t.kinds = _mm512_broadcast_i32x4(_mm_loadu_si128((const __m128i *)rules->sort_kinds));
  uint8_t iota[64];
  for (int i = 0; i < 64; i++) iota[i] = (uint8_t)i;
  t.iota = _mm512_loadu_si512(iota);
  t.divides_scripts = rules->divides_scripts;
  return t;
}

TARGET static inline uint64_t equal(__m512i bytes, uint8_t value) {
  return _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8((char)value));
}

TARGET static inline uint64_t between(__m512i bytes, uint8_t low, uint8_t count) {
  return _mm512_cmplt_epu8_mask(_mm512_sub_epi8(bytes, _mm512_set1_epi8((char)low)), _mm512_set1_epi8((char)count));
}

// Reads the block at `text`, and up to two bytes on both sides of it.
TARGET static inline block read_block(const tables *t, const uint8_t *text) {
  __m512i bytes = _mm512_loadu_si512(text);
  __m512i before = _mm512_loadu_si512(text - 1);
  __m512i after = _mm512_loadu_si512(text + 1);
  uint64_t trails = between(bytes, 0x80, 0x40);

  // Both bytes of a character of two, at either.
  __m512i lead = _mm512_mask_mov_epi8(bytes, trails, before);
  __m512i trail = _mm512_mask_mov_epi8(after, trails, bytes);
  uint64_t is_pair = between(trail, 0x80, 0x40);
  uint64_t is_arabic = is_pair & between(lead, 0xD8, 4);
  uint64_t is_latin = is_pair & between(lead, 0xC2, 2);
  uint64_t threes = equal(bytes, 0xE2);
  uint64_t ones = ~_mm512_movepi8_mask(bytes);

  const __m512i one = _mm512_set1_epi8(1);
  __m512i index = _mm512_or_si512(_mm512_and_si512(trail, _mm512_set1_epi8(0x3F)),
                                  _mm512_slli_epi16(_mm512_and_si512(lead, one), 6));
  __m512i first = _mm512_permutex2var_epi8(t->arabic[0], index, t->arabic[1]);
  __m512i second = _mm512_permutex2var_epi8(t->arabic[2], index, t->arabic[3]);
  first = _mm512_mask_mov_epi8(first, _mm512_test_epi8_mask(lead, _mm512_set1_epi8(2)), second);
  __m512i sorts = _mm512_mask_mov_epi8(_mm512_set1_epi8(CAK_WORD_OTHER), is_arabic, first);
  sorts = _mm512_mask_mov_epi8(sorts, ones, _mm512_permutex2var_epi8(t->ascii[0], bytes, t->ascii[1]));
  if (is_latin) {
    sorts = _mm512_mask_mov_epi8(sorts, is_latin, _mm512_permutex2var_epi8(t->latin[0], index, t->latin[1]));
  }
  __m512i before2 = _mm512_loadu_si512(text - 2);
  uint64_t seconds = equal(before, 0xE2), thirds = equal(before2, 0xE2);
  if (threes | seconds | thirds) {
    __m512i after2 = _mm512_loadu_si512(text + 2);
    uint64_t is_general = (threes & equal(after, 0x80) & between(after2, 0x80, 0x40)) |
                          (seconds & equal(bytes, 0x80) & between(after, 0x80, 0x40)) |
                          (thirds & equal(before, 0x80) & trails);
    __m512i last = _mm512_mask_mov_epi8(_mm512_mask_mov_epi8(bytes, seconds, after), threes, after2);
    sorts = _mm512_mask_mov_epi8(sorts, is_general, _mm512_permutexvar_epi8(last, t->general));
  }

  block b;
  b.sorts = sorts;
  b.arabic = equal(sorts, CAK_WORD_ARABIC);
  b.letters = b.arabic | equal(sorts, CAK_WORD_LETTER);
  b.digits = equal(sorts, CAK_WORD_DIGIT);
  b.marks = equal(sorts, CAK_WORD_MARK);
  b.spaces = equal(sorts, CAK_WORD_SPACE);
  b.gaps = b.spaces | equal(sorts, CAK_WORD_LINE);
  b.middles = equal(sorts, CAK_WORD_MIDDLE);
  b.signs = equal(sorts, CAK_WORD_SIGN);
  b.others = equal(sorts, CAK_WORD_OTHER);
  b.firsts = ~trails;
  b.ones = ones;
  b.twos = (is_arabic | is_latin) & ~trails;
  b.threes = threes;
  return b;
}

// The same where the text ends or begins within two bytes of the block. Beyond its end are line feeds.
TARGET static inline block read_edge(const tables *t, const uint8_t *text, size_t length, size_t position) {
  uint8_t space[72];
  memset(space, '\n', sizeof space);
  size_t from = position < 2 ? 0 : position - 2;
  size_t to = length - position > 66 ? position + 66 : length;
  memcpy(space + 2 - (position - from), text + from, to - from);
  return read_block(t, space + 2);
}

TARGET static inline block read_at(const tables *t, const uint8_t *text, size_t length, size_t position) {
  if (position >= 2 && position < length && length - position >= 66) return read_block(t, text + position);
  return read_edge(t, text, length, position < length ? position : length);
}

// The bits of `set` moved down, with those of the block after it.
static inline uint64_t ahead(uint64_t set, uint64_t next, int count) { return set >> count | next << (64 - count); }

// The bits of each run of `words` that begins at one of `starts`, or goes on where `carry` says so.
static inline uint64_t runs(uint64_t words, uint64_t starts, uint64_t *carry) {
  unsigned long long first, second;
  unsigned long long sum = __builtin_addcll(words, starts, 0, &first);
  sum = __builtin_addcll(sum, *carry, 0, &second);
  *carry = first | second;
  return (sum ^ words) & words;
}

// Where tokens start in a block, and to `stops` where the rules decide.
TARGET static inline uint64_t find_starts(const tables *t, const block *b, const block *next, carries *c,
                                          uint64_t *stops) {
  uint64_t words = b->letters | b->digits | b->marks;
  uint64_t after_word = words << 1 | c->word;
  uint64_t after_space = b->spaces << 1 | c->space;
  uint64_t starts = b->firsts & ~((words & after_word) | (b->spaces & after_space));
  uint64_t found = b->others | (b->marks & b->firsts & ~after_word);

  uint64_t middles = b->middles & b->firsts & after_word;
  uint64_t signs = b->signs & b->firsts;
  if (middles) {
    found |= middles & ((b->ones & ~ahead(b->gaps, next->gaps, 1)) | (b->twos & ~ahead(b->gaps, next->gaps, 2)) |
                        (b->threes & ~ahead(b->gaps, next->gaps, 3)));
  }
  if (signs) {
    uint64_t next_words = next->letters | next->digits | next->marks;
    found |= signs & (after_word | (b->ones & ahead(words, next_words, 1)) | (b->twos & ahead(words, next_words, 2)) |
                      (b->threes & ahead(words, next_words, 3)));
  }
  // A word that begins with a digit and has a letter is of the letter's kind.
  found |= runs(words, starts & b->digits, &c->number) & b->letters & b->firsts;
  if (t->divides_scripts) {
    uint64_t strangers = (b->letters & ~b->arabic) | b->digits;
    // Up to the first stranger a word is all of one sort.
    found |= runs(words, starts & b->arabic, &c->arabic) & strangers & b->firsts;
    found |= runs(words, starts & strangers, &c->stranger) & b->arabic & b->firsts;
  }
  c->word = words >> 63;
  c->space = b->spaces >> 63;
  *stops = found;
  return starts;
}

TARGET size_t cak_words_avx512(const cak_word_rules *rules, const uint8_t *text, size_t length, size_t start,
                               cak_word_list *list) {
  // A token is known when the next one starts: `kinds` is written one ahead of `ends`.
  size_t *ends = list->ends + list->count;
  uint8_t *kinds = list->kinds + list->count;
  size_t capacity = list->capacity - list->count, written = 0, words = 0;
  if (start >= length) return start;
  tables t = load_tables(rules);
  carries c = {0, 0, 0, 0, 0};
  block next = read_at(&t, text, length, start);
  for (size_t position = start; position < length && written + CAK_WORD_ROOM <= capacity; position += 64) {
    size_t left = length - position;
    block b = next;
    next = read_at(&t, text, length, position + 64);
    uint64_t stops;
    uint64_t starts = find_starts(&t, &b, &next, &c, &stops);
    __m512i kind = _mm512_shuffle_epi8(t.kinds, b.sorts);
    if (stops) starts &= _blsmsk_u64(stops) >> 1;
    // The end of the text ends the last token.
    if (left < 64) starts &= (2ull << left) - 1;
    words += (size_t)_mm_popcnt_u64(starts & (b.letters | b.digits));
    if (position == start) {
      if (!(starts & 1)) return start;
      starts &= ~1ull;
      kinds[0] = (uint8_t)_mm_cvtsi128_si32(_mm512_castsi512_si128(kind));
    }
    unsigned tokens = (unsigned)_mm_popcnt_u64(starts);
    __m512i base = _mm512_set1_epi64((long long)position);
    __m512i offsets = _mm512_maskz_compress_epi8(starts, t.iota);
    __m128i offset = _mm512_castsi512_si128(offsets);
    _mm512_storeu_si512(ends + written, _mm512_add_epi64(_mm512_cvtepu8_epi64(offset), base));
    _mm512_storeu_si512(ends + written + 8, _mm512_add_epi64(_mm512_cvtepu8_epi64(_mm_srli_si128(offset, 8)), base));
    for (unsigned i = 16; i < tokens; i += 8) {
      offset = _mm512_castsi512_si128(_mm512_maskz_compress_epi8(~0ull << i, offsets));
      _mm512_storeu_si512(ends + written + i, _mm512_add_epi64(_mm512_cvtepu8_epi64(offset), base));
    }
    _mm512_storeu_si512(kinds + written + 1, _mm512_maskz_compress_epi8(starts, kind));
    written += tokens;
    if (stops) break;
    // A token that may outgrow the rules' limit in the next block is left to who can count.
    if (tokens == 0 && position + 64 - (written ? ends[written - 1] : start) > rules->longest - 64) break;
  }
  if (written == 0) return start;
  // The token that is open was counted.
  list->count += written;
  list->terms += words - (kinds[written] < rules->first_other_kind);
  return ends[written - 1];
}

#endif
