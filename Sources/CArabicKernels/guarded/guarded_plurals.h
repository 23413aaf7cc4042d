// Step 8 of the guarded stemmer, as in GuardedPlurals.swift: the shapes of broken plurals. Comments there say what they are.

// Endings that make the shape another one.
INLINE uint64_t nominal_end(bytes64 a) {
  return bits(either(either(equal(a, TA_MARBUTA), equal(a, NUN)), equal(a, TA)));
}

// Words of a set become four letters and more: those at these places, and those that are named.
#define LETTER_AT(index) load(w->first[index])
INLINE void put_singulars(guarded_stems *stems, uint64_t set, bytes64 first, bytes64 second, bytes64 third,
                          bytes64 fourth, uint8_t count) {
  put_letters(stems, 0, set, first);
  put_letters(stems, 1, set, second);
  put_letters(stems, 2, set, third);
  put_letters(stems, 3, set, fourth);
  put_counts(stems, set, count);
}

INLINE uint64_t take_plurals_of_five(guarded_words *w, uint64_t set, guarded_stems *stems) {
  const bytes64 none = splat(0), alef = splat(ALEF), ya = splat(YA);
  uint64_t left = set & COUNT(5), hamza = WRITTEN(0, CAK_GUARDED_ALEF_HAMZA_ABOVE), found;
  uint64_t alef_third = FIRST(2, ALEF), alef_fourth = FIRST(3, ALEF), nominal = nominal_end(LETTER_AT(4));

  found = left & hamza & alef_fourth & ~FIRST(1, TA) & ~FIRST(1, NUN);
  uint64_t after = FIRST(4, HAMZA) | FIRST(4, TA_MARBUTA) | FIRST(4, TA);
  found &= ~after | in_lists(&w->entries, found & after, CAK_LIST_ROOT_AT);
  put_singulars(stems, found, LETTER_AT(1), LETTER_AT(2), LETTER_AT(4), none, 3);
  left &= ~found;

  found = left & hamza & FIRST(4, TA_MARBUTA) & ~weak(LETTER_AT(2)) & ~FIRST(3, YA) & ~alef_fourth;
  put_singulars(stems, found, LETTER_AT(1), LETTER_AT(2), alef, LETTER_AT(3), 4);
  left &= ~found;

  found = left & alef_fourth & FIRST(4, HAMZA) & ~FIRST(0, ALEF) & ~FIRST(0, TA);
  put_singulars(stems, found, LETTER_AT(0), LETTER_AT(1), ya, LETTER_AT(2), 4);
  left &= ~found;

  found = left & alef_third & FIRST(3, YA_HAMZA) & ~FIRST(0, MIM) & ~FIRST(0, YA) & ~FIRST(4, YA);
  put_singulars(stems, found, LETTER_AT(0), LETTER_AT(1), ya, LETTER_AT(4), 4);
  left &= ~found;

  uint64_t prefix = imperfect(LETTER_AT(0)) | FIRST(0, MIM) | FIRST(0, ALEF);
  found = left & FIRST(1, WAW) & alef_third & ~prefix & ~nominal & ~alef_fourth & ~FIRST(3, DAL) & ~FIRST(3, YA_HAMZA);
  put_singulars(stems, found, LETTER_AT(0), alef, LETTER_AT(3), LETTER_AT(4), 4);
  left &= ~found;

  found = left & FIRST(0, MIM) & alef_third & ~FIRST(1, TA) & ~alef_fourth & ~nominal & ~FIRST(4, YA);
  put_singulars(stems, found, LETTER_AT(0), LETTER_AT(1), LETTER_AT(3), LETTER_AT(4), 4);
  return (set & COUNT(5) & ~left) | found;
}

INLINE uint64_t take_plurals_of_six(guarded_words *w, uint64_t set, guarded_stems *stems) {
  const bytes64 none = splat(0), alef = splat(ALEF), ya = splat(YA), waw = splat(WAW);
  set &= COUNT(6);
  uint64_t hamza = set & WRITTEN(0, CAK_GUARDED_ALEF_HAMZA_ABOVE) & FIRST(4, ALEF) & FIRST(5, HAMZA);
  put_singulars(stems, hamza, LETTER_AT(1), LETTER_AT(2), ya, LETTER_AT(3), 4);
  uint64_t with_ya = hamza & FIRST(3, YA);
  put_letters(stems, 3, with_ya, none);
  put_counts(stems, with_ya, 3);

  uint64_t left = set & ~hamza & FIRST(2, ALEF) & FIRST(4, YA) & ~FIRST(5, NUN) & ~FIRST(5, TA_MARBUTA);
  uint64_t with_mim = left & FIRST(0, MIM), with_ta = left & FIRST(0, TA);
  uint64_t with_waw = left & ~with_mim & ~with_ta & FIRST(1, WAW);
  with_mim &= ~FIRST(5, YA);
  put_singulars(stems, with_mim, LETTER_AT(0), LETTER_AT(1), LETTER_AT(3), waw, 5);
  put_singulars(stems, with_ta, LETTER_AT(0), LETTER_AT(1), LETTER_AT(3), ya, 5);
  put_singulars(stems, with_waw, LETTER_AT(0), alef, LETTER_AT(3), waw, 5);
  put_letters(stems, 4, with_mim | with_ta | with_waw, LETTER_AT(5));
  return hamza | with_mim | with_ta | with_waw;
}

// Words of a set that are broken plurals become their singulars.
INLINE uint64_t take_plurals(guarded_words *w, uint64_t set, guarded_stems *stems) {
  uint64_t taken = take_plurals_of_five(w, set, stems) | take_plurals_of_six(w, set, stems);
  stems->noun |= taken;
  return taken;
}
