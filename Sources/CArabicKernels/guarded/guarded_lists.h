// What the word lists of the guarded stemmer say of one word. The rules ask 64 words at once; what only few of them
// need is asked word by word.
#ifndef CAK_GUARDED_GUARDED_LISTS_H
#define CAK_GUARDED_GUARDED_LISTS_H
#include "guarded.h"
#include "guarded/rule_names.inc"

#define FOLDED_LETTERS 0x3F3F3F3F3F3F3F3Full

// So many of eight letters, from 0 to 8.
static inline uint64_t first_letters(uint64_t word, size_t count) { return word & ~(~0ull << 4 * count << 4 * count); }

static inline uint8_t letter_at(uint64_t word, size_t index) { return (uint8_t)(word >> 8 * index); }

// Whether the lists may have a key: few that are asked for are listed, and most are known by this.
static inline bool may_be_listed(const cak_guarded_rules *rules, uint64_t hash) {
  uint64_t bit = hash >> (64 - rules->filter_bits);
  return rules->filter[bit >> 6] >> (bit & 63) & 1;
}

// The entry of a key, or a free one.
static inline const cak_guarded_entry *entry_of(const cak_guarded_rules *rules, uint64_t key, uint64_t hash) {
  size_t last = ((size_t)1 << rules->entry_bits) - 1, place = hash >> (64 - rules->entry_bits);
  while (rules->entries[place].key != key && rules->entries[place].key != 0) place = (place + 1) & last;
  return rules->entries + place;
}

static inline uint32_t lists_of(const cak_guarded_rules *rules, uint64_t key) {
  uint64_t hash = cak_guarded_hash(key, 0);
  return may_be_listed(rules, hash) ? entry_of(rules, key, hash)->lists : 0;
}

// The word with a last letter that has lost its seat, if it had one.
static inline uint64_t without_final_seat(uint64_t word, size_t count) {
  if (count < 2) return word;
  size_t place = 8 * (count - 2);
  uint64_t two = word >> place & 0x3F3F;
  bool has_seat = two == (SEAT_BEARER | FIRST_SEAT << 8) || two == (SEAT_BEARER | SECOND_SEAT << 8);
  return has_seat ? (word & ~(0xFFull << (place + 8))) | (uint64_t)WITHOUT_SEAT << (place + 8) : word;
}

// Whether a folded word is in the lists, or a word of theirs with an ending.
static bool is_guarded(const cak_guarded_rules *rules, uint64_t word, size_t count, uint32_t lists) {
  if (lists_of(rules, word) & lists) return true;
  if (count == 0) return false;
  uint32_t tail = (uint32_t)(word << (64 - 8 * count) >> 32);
  size_t from = rules->ending_starts[tail >> 24], to = rules->ending_starts[(tail >> 24) + 1];
  for (size_t i = from; i < to; i++) {
    cak_guarded_ending ending = rules->endings[i];
    if ((tail & ending.mask) != ending.bits || count < ending.count + 2) continue;
    size_t left = count - ending.count;
    uint64_t rest = without_final_seat(first_letters(word, left), left);
    if ((lists_of(rules, rest) | lists_of(rules, rest | (uint64_t)OPTIONAL_FINAL << 8 * left)) & lists) return true;
  }
  return false;
}

// The base that an entry gives for a word in its spelling, or -1.
static inline int32_t spelled_base(const cak_guarded_rules *rules, const cak_guarded_entry *entry, uint64_t word) {
  bool is_rare = letter_at(word, 0) == RARE_INITIAL;
  uint32_t kinds = is_rare ? rules->irregulars_with_hamza_below : rules->irregulars;
  if (entry->base < 0 || (entry->lists & kinds) == 0) return -1;
  if (entry->lists & LIST_HAMZA_INSIDE) {
    for (size_t i = 1; i < 8; i++) {
      if (letter_at(word, i) == DISTINCT_INSIDE) return -1;
    }
  }
  return entry->base;
}

// The base of a word, or -1: by an entry that it has, or by the spelling of its last letter.
static int32_t base_of(const cak_guarded_rules *rules, const cak_guarded_entry *entry, uint64_t word, size_t count) {
  int32_t base = entry ? spelled_base(rules, entry, word) : -1;
  if (base >= 0 || count == 0 || letter_at(word, count - 1) != DISTINCT_FINAL) return base;
  uint64_t key = word & (FOLDED_LETTERS | 0xFFull << 8 * (count - 1)), hash = cak_guarded_hash(key, 0);
  return may_be_listed(rules, hash) ? spelled_base(rules, entry_of(rules, key, hash), word) : -1;
}

#endif
