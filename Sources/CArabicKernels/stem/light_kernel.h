// A light stemmer on 64 words side by side: each affix is a bit, and one look-up of a letter tells of all of them whether
// they have it. Included after one of the headers block_….h.
#include "stem/light_affixes.h"
#include "simd/side_by_side.h"

// How many letters of each end are looked at.
#define OUTER_LETTERS 4

// 64 words by their letters at both ends, the outermost first, and how many letters they have: a number below 128. What is
// no letter of U+0600–06FF, and not 0 in `unknown` if there is any, or in `foreign` if that is so at both ends.
typedef struct {
  bytes64 first[OUTER_LETTERS], last[OUTER_LETTERS], counts, unknown, foreign;
} light_words;

// How many letters, and the upper bit where there is half a one.
INLINE bytes64 count_letters(const uint32_t *byte_counts) {
  counts64 counts;
  memcpy(&counts, byte_counts, sizeof counts);
  counts64 is_large = (counts64)(counts >= 0x100);
  small_counts64 small =
      __builtin_convertvector((((counts / 2) | is_large) & 0x7F) | ((counts & 1) << 7), small_counts64);
  return reordered((const uint8_t *)&small);
}

// As U+067F letters from there on, which no affix has.
INLINE bytes64 within_table(bytes64 letters) { return smaller(letters, splat(0x7F)); }

INLINE light_words read_light_words(const uint64_t *heads, const uint64_t *tails, const uint32_t *byte_counts) {
  light_words words;
  word_bytes head, tail;
  memcpy(&head, heads, sizeof head);
  memcpy(&tail, tails, sizeof tail);
  to_rows_by_place(&head);
  to_rows_by_place(&tail);
  bytes64 counts = count_letters(byte_counts);
  words.counts = bit_and(counts, splat(0x7F));
  words.unknown = bit_and(counts, splat(0x80));
  for (int i = 0; i < OUTER_LETTERS; i++) {
    bytes64 unlike_first, unlike_last;
    words.first[i] = within_table(read_letters(head.places[2 * i], head.places[2 * i + 1], &unlike_first));
    words.last[i] = within_table(read_letters(tail.places[6 - 2 * i], tail.places[7 - 2 * i], &unlike_last));
    // In a word of more than eight letters it is enough to know the outer ones.
    mask64 is_there = at_least(words.counts, splat((uint8_t)(i + 1)));
    words.unknown = bit_or(words.unknown, choose(is_there, bit_or(unlike_first, unlike_last), splat(0)));
    if (i == 0) words.foreign = choose(equal(unlike_first, 0), splat(0), unlike_last);
  }
  return words;
}

// The affixes that have these letters at a place, or no letter there.
INLINE bytes64 having(const cak_affix_set *set, int place, bytes64 letters) {
  if (HAS_LOOKUPS) return lookup128(load_table128(set->having[place]), letters);
  bytes64 found = splat(set->having[place][0]);
  for (int i = 0; i < set->letter_counts[place]; i++) {
    uint8_t letter = set->letters[place][i], affixes = set->having[place][letter];
    found = choose(equal(letters, letter), splat(affixes), found);
  }
  return found;
}

// The first one of a set, if there is any.
INLINE bytes64 first_of(bytes64 affixes) { return bit_and(affixes, minus(splat(0), affixes)); }

// Those that come after it; none if there is none.
INLINE bytes64 after_first(bytes64 affixes) {
  bytes64 first = first_of(affixes);
  return bit_xor(bit_or(first, minus(first, splat(1))), splat(0xFF));
}

// How many letters of each word the first prefix takes that fits.
INLINE bytes64 find_prefixes(const cak_affix_set *set, const light_words *words) {
  bytes64 fit = splat(0), taken = splat(0);
  for (int i = 0; i < CAK_AFFIX_LONGEST; i++) {
    bytes64 of_length = splat(set->of_length[i]);
    fit = bit_or(fit, choose(at_least(words->counts, splat(set->minimum[i])), of_length, splat(0)));
  }
  for (int place = 0; place < CAK_AFFIX_LONGEST; place++) fit = bit_and(fit, having(set, place, words->first[place]));
  bytes64 first = first_of(fit);
  for (int i = 0; i < CAK_AFFIX_LONGEST; i++) {
    taken = choose(equal(bit_and(first, splat(set->of_length[i])), 0), taken, splat((uint8_t)(i + 1)));
  }
  return taken;
}

// Takes off those suffixes of so many letters that fit one after the other, as often as there are letters to look at.
INLINE bytes64 take_suffixes(const cak_affix_set *set, int length, int most, const bytes64 *last, bytes64 counts) {
  bytes64 left = splat(0xFF);
  for (int i = 0; i < most; i++) {
    mask64 is_long_enough = at_least(counts, splat(set->minimum[length - 1]));
    bytes64 fit = choose(is_long_enough, left, splat(0));
    for (int place = 0; place < length; place++) fit = bit_and(fit, having(set, place, last[length * i + place]));
    left = after_first(fit);
    counts = choose(equal(fit, 0), counts, minus(counts, splat((uint8_t)length)));
  }
  return counts;
}

TARGET uint64_t KERNEL(cak_find_light_affixes)(const cak_light_rules *rules, const uint64_t *heads,
                                               const uint64_t *tails, const uint32_t *byte_counts,
                                               cak_light_affixes *affixes) {
  light_words words = read_light_words(heads, tails, byte_counts);
  bytes64 none = splat(0), prefixes = find_prefixes(&rules->prefix_set, &words);
  bytes64 counts = minus(words.counts, prefixes);
  bytes64 left = take_suffixes(&rules->pair_set, 2, OUTER_LETTERS / 2, words.last, counts);
  mask64 has_pair = at_least(minus(counts, left), splat(2));
  bytes64 last[3] = {choose(has_pair, words.last[2], words.last[0]), choose(has_pair, words.last[3], words.last[1]),
                     choose(has_pair, none, words.last[2])};
  left = take_suffixes(&rules->single_set, 1, 3, last, left);
  bytes64 suffixes = minus(counts, left);
  // Behind four letters no more are seen.
  bytes64 again = choose(at_least(suffixes, splat(OUTER_LETTERS)), splat(0x80), none);
  mask64 is_known = equal(words.unknown, 0);
  again = choose(is_known, again, choose(equal(words.foreign, 0), splat(0x80), none));
  store(affixes->prefixes, choose(is_known, prefixes, none));
  store(affixes->suffixes, bit_or(choose(is_known, suffixes, none), again));
  suffixes = reordered(affixes->suffixes);
  store(affixes->prefixes, reordered(affixes->prefixes));
  store(affixes->suffixes, bit_and(suffixes, splat(0x7F)));
  return bits(at_least(suffixes, splat(0x80)));
}
