// Steps 5 and 6 of the guarded stemmer, as in GuardedPronoun.swift: what is written behind words and is not inflection.

// Prefixes of a verb or participle.
INLINE uint64_t before_root(bytes64 a) { return imperfect(a) | bits(equal(a, MIM)); }

// Words that may lose كم or كما, of those that have three letters left, or four and more.
INLINE uint64_t is_before_kum(const guarded_words *w, uint64_t three_left, uint64_t four_left) {
  uint64_t before_alef = FIRST(2, ALEF);
  uint64_t of_hukm = FIRST(1, HAH) & before_root(load(w->first[0])), is_tarakum = FIRST(1, RA) & FIRST(0, TA);
  uint64_t is_radical = before_alef & (of_hukm | is_tarakum);
  return four_left | (three_left & ~FIRST(0, MIM) & ~is_radical);
}

// Words of which هم is radical: those that have three letters before it, or four.
INLINE uint64_t is_radical_hum(const guarded_words *w) {
  uint64_t is_root = (FIRST(1, TA) & FIRST(2, FA)) | (FIRST(1, SIN) & FIRST(2, ALEF));
  uint64_t of_three = COUNT(5) & ((FIRST(0, TA) & FIRST(1, FA) & FIRST(2, ALEF)) |
                                  (before_root(load(w->first[0])) & is_root));
  return of_three | (COUNT(6) & before_root(load(w->first[0])) & FIRST(1, TA) & FIRST(2, FA) & FIRST(3, ALEF));
}

// Words that may lose نا, of which at least three letters are left.
INLINE uint64_t is_before_na(const guarded_words *w) {
  uint64_t possible = AT_LEAST(5) & (~weak(load(w->last[3])) | w->future);
  uint64_t certain = w->noun | w->lam | WRITTEN(0, CAK_GUARDED_ALEF_HAMZA_ABOVE) | LAST(3, TA);
  uint64_t with_mim = FIRST(0, MIM), is_three = COUNT(5);
  uint64_t of_three = is_three & ~with_mim & ~FIRST(1, ALEF);
  uint64_t is_participle = FIRST(1, TA) | (FIRST(1, SIN) & FIRST(2, TA)) | (COUNT(6) & FIRST(2, ALEF));
  return possible & (certain | of_three | (~is_three & ~(with_mim & is_participle)));
}

// Words of a set that lose ه.
INLINE uint64_t find_ha(guarded_words *w, uint64_t set) {
  list_entries found;
  uint64_t is_short = set & COUNT(3);
  look_up_lists(w, is_short, 0, w->counts, 1, 0, &found);
  set &= AT_LEAST(4) | in_lists(&found, is_short, CAK_LIST_DOUBLED);
  set &= ~in_lists(&w->entries, set, CAK_LIST_ROOT_HA);
  uint64_t with_article = set & FIRST(0, ALEF) & FIRST(1, LAM);
  look_up_lists(w, with_article, 2, w->counts, 0, 0, &found);
  set &= ~in_lists(&found, with_article, CAK_LIST_ROOT_HA);
  uint64_t with_prefix = set & before_root(load(w->first[0]));
  look_up_lists(w, with_prefix, 1, w->counts, 0, 0, &found);
  return set & ~in_lists(&found, with_prefix, CAK_LIST_ROOT_HA);
}

// Step 5: the letters of pronouns of words of a set. `shorter` is what the lists have of words in ا without it.
INLINE letter_counts find_pronouns(guarded_words *w, uint64_t set, const list_entries *shorter) {
  set &= ~in_lists(&w->entries, set, CAK_LIST_ROOT_IN | CAK_LIST_ROOT_UN);
  set &= ~in_lists(shorter, set, CAK_LIST_ROOT_AN | CAK_LIST_ROOT_UN | CAK_LIST_ROOT_IN);

  // Two letters must be of a doubled root.
  list_entries two;
  uint64_t of_three = set & LAST(2, MIM) & LAST(1, ALEF), is_huma = of_three & LAST(3, HA);
  uint64_t is_kuma = of_three & LAST(3, KAF);
  look_up_lists(w, (is_huma | is_kuma) & COUNT(5), 0, w->counts, 3, 0, &two);
  uint64_t doubled = in_lists(&two, of_three, CAK_LIST_DOUBLED);
  uint64_t three = is_huma & (AT_LEAST(6) | doubled);
  three |= is_kuma & is_before_kum(w, COUNT(6), AT_LEAST(7));

  uint64_t is_hum = set & LAST_TWO(HA, MIM), is_kum = set & LAST_TWO(KAF, MIM), is_hunna = set & LAST_TWO(HA, NUN);
  uint64_t is_ha = set & LAST_TWO(HA, ALEF), is_na = set & LAST_TWO(NUN, ALEF), is_ni = set & LAST_TWO(NUN, YA);
  uint64_t to_look_up = (is_ha | is_hum) & COUNT(4);
  look_up_lists(w, to_look_up, 0, w->counts, 2, 0, &two);
  uint64_t is_cuttable = AT_LEAST(5) | in_lists(&two, to_look_up, CAK_LIST_DOUBLED);
  uint64_t cut = (is_ha & is_cuttable) | (is_hum & is_cuttable & ~is_radical_hum(w)) | (is_hunna & AT_LEAST(6));
  cut |= is_kum & is_before_kum(w, COUNT(5), AT_LEAST(6));
  cut |= is_na & is_before_na(w);
  is_ni &= ~w->noun & AT_LEAST(6) & (FIRST(0, YA) | FIRST(0, TA));
  cut |= is_ni & ~guarded_by(w, is_ni, 0, CAK_LIST_YA_NUN_NOUNS);
  return (letter_counts){.one = three | find_ha(w, set & LAST(1, HA)), .two = three | cut};
}

// Step 6: words of a set that lose the alef of tanwin.
INLINE uint64_t find_tanwin(guarded_words *w, uint64_t set, const list_entries *shorter) {
  set &= LAST_WRITTEN(1, ALEF) & ~LAST(2, WAW) & ~w->future;
  uint64_t of_two = set & COUNT(3) & ~(w->noun | w->lam);
  uint64_t is_ya = LAST(2, YA);
  uint64_t is_other = (is_ya & LAST(3, ALEF)) | (FIRST(0, YA) & (is_ya | LAST(2, TA)));
  return in_lists(shorter, of_two, CAK_LIST_DOUBLED) | (set & AT_LEAST(4) & ~is_other);
}

typedef struct {
  // Words that had a pronoun; those that are no verb, since something that only nouns have is cut; those of which only
  // an ending is left to be cut.
  uint64_t has_pronoun, is_nominal, only_ending;
} pronouns_taken;

// Steps 5 and 6. What the lists have of the words is known then.
INLINE pronouns_taken take_pronouns(guarded_words *w) {
  uint64_t set = open_words(w), in_alef = set & LAST(1, ALEF) & AT_LEAST(2);
  list_entries shorter;
  look_up_lists(w, in_alef, 0, w->counts, 1, 0, &shorter);
  letter_counts pronouns = find_pronouns(w, set, &shorter);
  uint64_t had = pronouns.one | pronouns.two;
  take_letters_off(w, (letter_counts){0, 0}, pronouns);

  EACH_OF(i, had & LAST(2, ALEF) & (LAST(1, WAW_HAMZA) | LAST(1, YA_HAMZA))) {
    put_word(w, i, with_final_hamza(w->words[i], w->counts[i]), w->counts[i]);
  }
  list_entries found;
  look_up_lists(w, had, 0, w->counts, 0, 0, &found);
  take_entries(&w->entries, had, &found);
  take_known(w, had, &w->entries);
  uint64_t in_ta = had & open_words(w) & LAST(1, TA), irregular = 0;
  look_up_lists(w, in_ta, 0, w->counts, 1, TA_MARBUTA, &found);
  int32_t bases[64];
  EACH_OF(i, in_lists(&found, in_ta, LISTS_WITH_BASES)) {
    bases[i] = spelled_base(w->rules, found.entries[i], w->words[i]);
    irregular |= bit_of(bases[i] >= 0, i);
  }
  put_bases(w, irregular, bases);

  set = open_words(w);
  uint64_t possible = set & ~w->noun, guarded = guarded_by(w, possible, 0, CAK_LIST_YA_NUN_NOUNS);
  uint64_t alone = set & ~had;
  uint64_t with_tanwin = alone & guarded & LAST_WRITTEN(1, ALEF) & in_lists(&shorter, alone, CAK_LIST_YA_NUN_NOUNS);
  uint64_t tanwin = find_tanwin(w, alone & ~guarded, &shorter);
  uint64_t tanwin_irregular = with_bases(w, tanwin, 0, 1, &shorter, bases);
  tanwin &= ~tanwin_irregular;
  put_bases(w, tanwin_irregular, bases);
  uint64_t is_noun = tanwin & ~(w->noun | w->lam) & ~WRITTEN(0, YA);
  take_letters_off(w, (letter_counts){0, 0}, (letter_counts){.one = tanwin | with_tanwin});
  take_entries(&w->entries, tanwin | with_tanwin, &shorter);
  w->noun |= is_noun | guarded;
  return (pronouns_taken){.has_pronoun = had, .is_nominal = tanwin, .only_ending = guarded};
}
