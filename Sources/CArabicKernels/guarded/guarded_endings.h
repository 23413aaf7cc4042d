// Step 9 of the guarded stemmer, as in GuardedEndings.swift: inflectional endings.

// Words that lose ون, ين or ان: all of it, or the ت before it too, which was a ta marbuta.
typedef struct {
  uint64_t two, three;
} nun_endings;

INLINE nun_endings find_nun(guarded_words *w, uint64_t set) {
  uint64_t is_un = set & LAST(2, WAW), is_in = set & LAST(2, YA), is_an = set & LAST(2, ALEF), is_three = COUNT(5);
  uint64_t is_radical = in_lists(&w->entries, is_un, CAK_LIST_ROOT_UN);
  is_radical |= in_lists(&w->entries, is_in, CAK_LIST_ROOT_IN) | in_lists(&w->entries, is_an, CAK_LIST_ROOT_AN);
  is_radical |= is_un & is_three & FIRST(0, TA) & FIRST(2, ALEF);
  is_radical |= is_in & is_three & FIRST(0, TA);
  is_radical |= is_an & is_three & WRITTEN(0, CAK_GUARDED_ALEF_HAMZA_BELOW);
  set &= ~is_radical;
  uint64_t in_ta = set & ~is_un & LAST(3, TA);
  list_entries found;
  look_up_lists(w, set, 0, w->counts, 2, 0, &found);
  uint64_t three = in_ta & ~in_lists(&found, in_ta, CAK_LIST_FINAL_TA);
  int32_t bases[64];
  w->unknown |= with_bases(w, set & ~three, 0, 2, &found, bases);
  return (nun_endings){set & ~three, three};
}

// Words without a feminine ending that get the mark ه, of those that lose one letter, two or three.
INLINE uint64_t keeps_mark(const guarded_words *w, uint64_t set, const uint8_t counts[64], const uint8_t last[64]) {
  bytes64 left = load(counts);
  uint64_t in_ya = bits(equal(load(last), YA));
  uint64_t is_short = set & ~in_ya & ~bits(at_least(left, splat(4)));
  list_entries found;
  look_up_lists(w, is_short, 0, counts, 0, 0, &found);
  uint64_t result = is_short & ~in_lists(&found, is_short, CAK_LIST_SHORT_ADJECTIVES);
  result |= bits(equal(left, 4)) & FIRST(0, ALEF) & FIRST(2, ALEF);
  result |= bits(equal(left, 5)) & FIRST(0, MIM) & FIRST(2, ALEF);
  return set & ~in_ya & result;
}

// Words of a set lose an ending, the first that fits.
INLINE void take_endings(guarded_words *w, uint64_t set, uint64_t has_pronoun, guarded_stems *stems) {
  uint64_t noun = w->noun, left = set;
  // Verbs.
  uint64_t verb_two = left & AT_LEAST(5) & LAST_TWO(WAW, ALEF) & ~noun;
  left &= ~verb_two;
  uint64_t may_be_imperfect = imperfect(load(w->first[0])) | FIRST(0, ALEF);
  uint64_t verb_one = left & has_pronoun & LAST(1, WAW) & (AT_LEAST(5) | (COUNT(4) & ~may_be_imperfect));
  left &= ~verb_one;
  uint64_t na = left & has_pronoun & ~noun & AT_LEAST(5) & LAST_TWO(NUN, ALEF) & ~FIRST(0, MIM);
  verb_two |= na;
  left &= ~na;

  nun_endings nun = find_nun(w, left & AT_LEAST(5) & LAST(1, NUN) & weak(load(w->last[2])));
  left &= ~(nun.two | nun.three);
  uint64_t plural = left & LAST_TWO(ALEF, TA) & ~LAST_WRITTEN(2, CAK_GUARDED_ALEF_HAMZA_ABOVE);
  plural &= AT_LEAST(5) | (COUNT(4) & ~in_lists(&w->entries, plural & COUNT(4), CAK_LIST_ROOT_AT));
  left &= ~plural;
  uint64_t marbuta_two = left & ~noun & ~has_pronoun & AT_LEAST(6) & LAST_TWO(TA, YA);
  left &= ~marbuta_two;
  uint64_t marbuta_one = left & AT_LEAST(3) & LAST(1, TA_MARBUTA);
  left &= ~marbuta_one;
  uint64_t ta = left & AT_LEAST(3) & LAST(1, TA) & has_pronoun;
  ta &= ~in_lists(&w->entries, ta, CAK_LIST_FINAL_TA);
  left &= ~ta;
  uint64_t is_marbuta = ta & (noun | ~FIRST(0, ALEF) | FIRST(1, JIM) | FIRST(3, ALEF)), verb_ta = ta & ~is_marbuta;
  marbuta_one |= is_marbuta;

  // The perfect.
  uint64_t perfect = left & ~noun & LAST(1, TA) & AT_LEAST(3), short_perfect = perfect & COUNT(3);
  list_entries found;
  look_up_lists(w, short_perfect, 0, w->counts, 1, 0, &found);
  perfect &= AT_LEAST(4) | in_lists(&found, short_perfect, CAK_LIST_DOUBLED);
  verb_one |= perfect & ~guarded_by(w, perfect, 0, CAK_LIST_FINAL_TA | CAK_LIST_ROOT_AT);
  verb_two |= left & ~noun & AT_LEAST(6) & LAST_TWO(TA, MIM);

  uint64_t feminine = plural | marbuta_two | marbuta_one | verb_ta | nun.three;
  letter_counts cut = {.one = verb_one | marbuta_one | verb_ta | nun.three,
                       .two = verb_two | nun.two | nun.three | plural | marbuta_two};
  bytes64 counts = minus(load(w->counts), counts_of(cut));
  uint8_t left_counts[64], left_last[64];
  store(left_counts, counts);
  bytes64 last = choose(mask_of(cut.one), load(w->last[2]), load(w->last[3]));
  store(left_last, choose(mask_of(nun.three), load(w->last[4]), last));
  uint64_t irregular = plural | verb_ta;
  look_up_lists(w, irregular, 0, left_counts, 0, 0, &found);
  w->unknown |= in_lists(&found, irregular, CAK_LIST_IRREGULAR);
  uint64_t marked = keeps_mark(w, feminine, left_counts, left_last);

  for (int i = 0; i < LETTERS; i++) {
    bytes64 letter = choose(at_least(splat((uint8_t)i), counts), splat(0), load(w->first[i]));
    letter = choose(both(mask_of(marked), equal(counts, (uint8_t)i)), splat(HA), letter);
    put_letters(stems, i, set, letter);
  }
  put_plane(stems->counts, set, minus(counts, choose(mask_of(marked), splat(0xFF), splat(0))));
  uint64_t is_noun = nun.two | (feminine & ~verb_ta) | (left & noun);
  stems->noun |= set & is_noun;
}
