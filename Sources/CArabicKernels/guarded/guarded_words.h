// 64 words of the guarded stemmer side by side, and what its rules ask of them. A set of words is 64 bits, one a word.
//
// Included after one of the headers block_….h.
#include "guarded/guarded_lists.h"
#include <string.h>

#define LETTERS 8

// Before a function that many rules call: as a part of each of them it would fill the processor's memory for code.
#define SHARED TARGET static __attribute__((noinline))

// What the lists have of words: the entries of those that are listed.
typedef struct {
  uint64_t listed;
  const cak_guarded_entry *entries[64];
} list_entries;

typedef struct {
  const cak_guarded_rules *rules;
  // The letters as they are written, the first one lowest; 0 behind the last one.
  uint64_t words[64];
  uint8_t counts[64];
  // The same by place: the letters as written, and folded; and by distance from the end, the last one being 1.
  uint8_t written[LETTERS][64], first[LETTERS][64], last[5][64], last_written[4][64];
  // What the lists have of the words.
  list_entries entries;
  // What is settled: the word is its stem; it became an irregular form's base; it is the caller's. Words without a
  // letter are done.
  uint64_t done, based, unknown, unreadable;
  // What the steps tell each other of words: RuleMark.swift says what it is.
  uint64_t noun, lam, future, has_pronoun, is_nominal, only_ending;
} guarded_words;

// Words that are stems but for their canonical form: their folded letters by place. Behind the last one may be
// anything.
typedef struct {
  uint8_t letters[LETTERS][64];
  uint8_t counts[64];
  uint64_t noun;
} guarded_stems;

// At the end of a step. Else the compiler carries masks into the next one, over a branch, and takes them apart bit by
// bit.
#define END_STEP __asm__ volatile("" ::: "memory")

#define EACH_OF(index, set) \
  for (uint64_t left_ = (set), index = 0; left_ && (index = (uint64_t)__builtin_ctzll(left_), 1); left_ &= left_ - 1)

INLINE uint64_t bit_of(bool is_set, uint64_t index) { return (uint64_t)is_set << index; }

// The letters by place, as they are folded, and from the end, by those that are written.
INLINE void read_places(guarded_words *w) {
  bytes64 counts = load(w->counts), none = splat(0), fold = splat(0x3F);
  bytes64 ends[5] = {none, none, none, none, none};
  for (int i = 0; i < LETTERS; i++) {
    mask64 is_last = equal(counts, (uint8_t)(i + 1));
    for (int back = 1; back <= 4 && back <= i + 1; back++) {
      ends[back] = choose(is_last, load(w->written[i + 1 - back]), ends[back]);
    }
    store(w->first[i], bit_and(load(w->written[i]), fold));
  }
  for (int back = 1; back <= 4; back++) store(w->last[back], bit_and(ends[back], fold));
  for (int back = 1; back <= 3; back++) store(w->last_written[back], ends[back]);
}

// How many letters, up to three: one for words of the first set, and two more for those of the second.
typedef struct {
  uint64_t one, two;
} letter_counts;

INLINE bytes64 counts_of(letter_counts set) {
  bytes64 none = splat(0);
  return bit_or(choose(mask_of(set.one), splat(1), none), choose(mask_of(set.two), splat(2), none));
}

// Takes letters off both ends of words.
SHARED void take_letters_off(guarded_words *w, letter_counts skipped, letter_counts cut) {
  bytes64 skips = counts_of(skipped), counts = minus(minus(load(w->counts), skips), counts_of(cut));
  uint8_t shifts[64];
  store(shifts, skips);
  store(w->counts, counts);
  for (int i = 0; i < 64; i++) w->words[i] = first_letters(w->words[i] >> 8 * shifts[i], w->counts[i]);
  bytes64 none = splat(0);
  mask64 one = mask_of(skipped.one), two = mask_of(skipped.two);
  for (int i = 0; i < LETTERS; i++) {
    bytes64 letter = load(w->written[i]);
    bytes64 next = i + 1 < LETTERS ? load(w->written[i + 1]) : none;
    bytes64 second = i + 2 < LETTERS ? load(w->written[i + 2]) : none;
    bytes64 third = i + 3 < LETTERS ? load(w->written[i + 3]) : none;
    letter = choose(two, choose(one, third, second), choose(one, next, letter));
    store(w->written[i], choose(at_least(splat((uint8_t)i), counts), none, letter));
  }
  read_places(w);
}

// Puts another word in the place of one.
static inline void put_word(guarded_words *w, uint64_t index, uint64_t word, size_t count) {
  w->words[index] = word;
  w->counts[index] = (uint8_t)count;
  for (size_t i = 0; i < LETTERS; i++) {
    w->written[i][index] = letter_at(word, i);
    w->first[i][index] = letter_at(word, i) & 0x3F;
  }
  for (size_t back = 1; back <= 4; back++) {
    uint8_t letter = back <= count ? letter_at(word, count - back) : 0;
    w->last[back][index] = letter & 0x3F;
    if (back <= 3) w->last_written[back][index] = letter;
  }
}

// The first letter of words, or the last one, becomes another one.
SHARED void put_first(guarded_words *w, uint64_t set, uint8_t letter) {
  EACH_OF(i, set) put_word(w, i, (w->words[i] & ~0xFFull) | letter, w->counts[i]);
}
SHARED void put_last(guarded_words *w, uint64_t set, uint8_t letter) {
  EACH_OF(i, set) {
    size_t place = 8 * ((size_t)w->counts[i] - 1);
    put_word(w, i, (w->words[i] & ~(0xFFull << place)) | (uint64_t)letter << place, w->counts[i]);
  }
}

// The last letter of stems, and the one before it; 0 is none.
INLINE void read_stem_ends(const guarded_stems *stems, bytes64 *last, bytes64 *second) {
  bytes64 counts = load(stems->counts);
  *last = *second = splat(0);
  for (int i = 0; i < LETTERS; i++) {
    mask64 is_last = equal(counts, (uint8_t)(i + 1));
    *last = choose(is_last, load(stems->letters[i]), *last);
    if (i > 0) *second = choose(is_last, load(stems->letters[i - 1]), *second);
  }
}

// MARK: Lists

// Looks up words of a set without their first `skipped` letters: up to as many as `counts` says less `cut`, and another
// one behind them, or 0.
SHARED void look_up_lists(const guarded_words *w, uint64_t set, unsigned skipped, const uint8_t *counts, unsigned cut,
                          uint8_t appended, list_entries *found) {
  const cak_guarded_rules *rules = w->rules;
  uint64_t keys[64], hashes[64], maybe = 0;
  EACH_OF(i, set) {
    size_t count = (size_t)counts[i] - cut;
    uint64_t key = first_letters((w->words[i] & FOLDED_LETTERS) >> 8 * skipped, count);
    // In two steps, since there may be eight letters.
    key |= (uint64_t)appended << 4 * count << 4 * count;
    keys[i] = key;
    hashes[i] = cak_guarded_hash(key, 0);
    maybe |= bit_of(may_be_listed(rules, hashes[i]), i);
  }
  found->listed = 0;
  EACH_OF(i, maybe) {
    found->entries[i] = entry_of(rules, keys[i], hashes[i]);
    found->listed |= bit_of(found->entries[i]->lists != 0, i);
  }
}

// The same for words without their first `skipped` letters, and with another letter in the place of the next one.
SHARED void look_up_replaced(const guarded_words *w, uint64_t set, unsigned skipped, uint8_t letter,
                             list_entries *found) {
  found->listed = 0;
  EACH_OF(i, set) {
    uint64_t key = ((w->words[i] & FOLDED_LETTERS) >> 8 * skipped & ~0xFFull) | letter;
    uint64_t hash = cak_guarded_hash(key, 0);
    if (!may_be_listed(w->rules, hash)) continue;
    found->entries[i] = entry_of(w->rules, key, hash);
    found->listed |= bit_of(found->entries[i]->lists != 0, i);
  }
}

// The words of a set that one of the lists has.
SHARED uint64_t in_lists(const list_entries *found, uint64_t set, uint32_t lists) {
  uint64_t result = 0;
  EACH_OF(i, set & found->listed) result |= bit_of((found->entries[i]->lists & lists) != 0, i);
  return result;
}

SHARED void take_entries(list_entries *entries, uint64_t set, const list_entries *from) {
  entries->listed = (entries->listed & ~set) | (from->listed & set);
  EACH_OF(i, set & from->listed) entries->entries[i] = from->entries[i];
}

// The words of a set that, without their first `skipped` letters, one of the lists has, or has without an ending.
SHARED uint64_t guarded_by(const guarded_words *w, uint64_t set, unsigned skipped, uint32_t lists) {
  const cak_guarded_rules *rules = w->rules;
  uint64_t maybe = 0, result = 0;
  EACH_OF(i, set) {
    uint32_t beginning = (uint32_t)(w->words[i] >> 8 * skipped) & 0x3F3F3F;
    maybe |= bit_of((rules->beginnings[cak_guarded_place(beginning, rules->beginning_bits)] & lists) != 0, i);
  }
  EACH_OF(i, maybe) {
    uint64_t word = (w->words[i] & FOLDED_LETTERS) >> 8 * skipped;
    result |= bit_of(is_guarded(rules, word, (size_t)w->counts[i] - skipped, lists), i);
  }
  return result;
}

// The words of a set that, without their first `skipped` letters and their last `cut`, are irregular forms, and their
// bases.
SHARED uint64_t with_bases(const guarded_words *w, uint64_t set, unsigned skipped, unsigned cut,
                           const list_entries *found, int32_t bases[64]) {
  uint64_t result = 0, distinct = bits(equal(load(w->last_written[1 + cut]), DISTINCT_FINAL));
  EACH_OF(i, set & (in_lists(found, set, LISTS_WITH_BASES) | distinct)) {
    const cak_guarded_entry *entry = found->listed >> i & 1 ? found->entries[i] : NULL;
    size_t count = (size_t)w->counts[i] - skipped - cut;
    bases[i] = base_of(w->rules, entry, first_letters(w->words[i] >> 8 * skipped, count), count);
    result |= bit_of(bases[i] >= 0, i);
  }
  return result;
}

// The words of a set for which a slice with another last letter has a base in their spelling, and the bases.
SHARED uint64_t with_spelled_bases(const guarded_words *w, uint64_t set, const list_entries *found, int32_t bases[64]) {
  uint64_t result = 0;
  EACH_OF(i, in_lists(found, set, LISTS_WITH_BASES)) {
    bases[i] = spelled_base(w->rules, found->entries[i], w->words[i]);
    result |= bit_of(bases[i] >= 0, i);
  }
  return result;
}

// The words of a set become the bases of what they were.
INLINE void put_bases(guarded_words *w, uint64_t set, const int32_t bases[64]) {
  EACH_OF(i, set) {
    uint64_t base = w->rules->bases[bases[i]];
    put_word(w, i, base, 8 - (size_t)__builtin_clzll(base) / 8);
  }
  w->based |= set;
}

// The words that are neither settled nor became a base.
INLINE uint64_t open_words(const guarded_words *w) { return ~(w->done | w->based | w->unknown); }
