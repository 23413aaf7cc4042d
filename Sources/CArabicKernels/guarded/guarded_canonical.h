// Stems in the making, and step 10 of the guarded stemmer, as in GuardedCanonical.swift: spellings of one stem become one.

// Words that are stems but for their canonical form: their folded letters by place.
typedef struct {
  uint8_t letters[LETTERS][64];
  uint8_t counts[64];
  uint64_t noun;
} guarded_stems;

// Puts letters into words of a set: whole planes, or one letter.
INLINE void put_letters(guarded_stems *stems, int place, uint64_t set, bytes64 letters) {
  put_plane(stems->letters[place], set, letters);
}
INLINE void put_counts(guarded_stems *stems, uint64_t set, uint8_t count) {
  put_plane(stems->counts, set, splat(count));
}

#define STEM(place, letter) bits(equal(load(stems->letters[place]), letter))
#define STEM_COUNT_AT_LEAST(count) bits(at_least(load(stems->counts), splat(count)))

// Step 10: forms VII to X among stems lose their alef.
INLINE uint64_t find_verbal_alef(const guarded_stems *stems, bytes64 last) {
  uint64_t form_x = STEM(1, SIN) & STEM(2, TA), alef_inside = 0;
  for (int i = 1; i + 2 <= LETTERS; i++) alef_inside |= STEM(i, ALEF) & STEM_COUNT_AT_LEAST(i + 2);
  uint64_t assimilated = (STEM(1, SAD) & STEM(2, TAH)) | (STEM(1, DAD) & (STEM(2, TAH) | STEM(2, MIM))) |
                         (STEM(1, ZAY) & STEM(2, DAL));
  uint64_t doubled = bits(equal(xor(load(stems->letters[1]), load(stems->letters[2])), 0));
  uint64_t is_form = STEM(1, NUN) | STEM(1, TA) | STEM(2, TA) | assimilated | doubled;
  uint64_t hollow = form_x & bits(equal(load(stems->counts), 6)) & STEM(4, ALEF) & ~STEM(3, ALEF) & ~STEM(5, ALEF);
  uint64_t without_alef = is_form & ~alef_inside & ~bits(equal(last, HA));
  return STEM_COUNT_AT_LEAST(5) & STEM(0, ALEF) & (without_alef | hollow);
}

// Step 10 for stems of a set; the others stay as they are.
INLINE void make_canonical(guarded_stems *stems, uint64_t set) {
  bytes64 counts = load(stems->counts), none = splat(0), last = none, second = none;
  for (int i = 0; i < LETTERS; i++) {
    mask64 is_last = equal(counts, (uint8_t)(i + 1));
    last = choose(is_last, load(stems->letters[i]), last);
    if (i > 0) second = choose(is_last, load(stems->letters[i - 1]), second);
  }
  uint64_t double_ya = set & STEM_COUNT_AT_LEAST(5) & bits(equal(last, YA)) & bits(equal(second, YA));
  uint64_t marbuta = set & STEM_COUNT_AT_LEAST(3) & bits(equal(last, TA_MARBUTA));
  mask64 cut = mask_of(double_ya | marbuta);
  last = choose(cut, second, last);
  counts = minus(counts, choose(cut, splat(1), none));
  store(stems->counts, counts);

  uint64_t verb = set & ~stems->noun;
  mask64 with_alef = mask_of(verb & find_verbal_alef(stems, last));
  counts = minus(counts, choose(with_alef, splat(1), none));
  store(stems->counts, counts);
  mask64 in_alef = mask_of(verb & STEM_COUNT_AT_LEAST(3) & bits(equal(last, ALEF)));
  mask64 is_set = mask_of(set);
  for (int i = 0; i < LETTERS; i++) {
    bytes64 letter = load(stems->letters[i]);
    bytes64 next = i + 1 < LETTERS ? load(stems->letters[i + 1]) : none;
    letter = choose(with_alef, next, letter);
    letter = choose(both(in_alef, equal(counts, (uint8_t)(i + 1))), splat(YA), letter);
    mask64 has_seat = both(is_set, either(equal(letter, WAW_HAMZA), equal(letter, YA_HAMZA)));
    letter = choose(has_seat, splat(HAMZA), letter);
    store(stems->letters[i], choose(at_least(splat((uint8_t)i), counts), none, letter));
  }
}
