// Step 7 of the guarded stemmer, as in GuardedVerbs.swift: imperfects become perfects.

// The perfect of hollow form IV: of radicals at the second and the fourth place.
INLINE void put_hollow_form_iv(guarded_stems *stems, const guarded_words *w, uint64_t set) {
  put_letters(stems, 0, set, splat(ALEF));
  put_letters(stems, 1, set, load(w->first[1]));
  put_letters(stems, 2, set, splat(ALEF));
  put_letters(stems, 3, set, load(w->first[3]));
  put_counts(stems, set, 4);
}

// What the rules about the imperfect read.
typedef struct {
  // Letters behind the prefix, without the ending.
  uint8_t counts[64];
  // Words where something else says that they are imperfects.
  uint64_t agrees;
  // Those of two letters and of three, and what the lists have of them.
  uint64_t two, three;
  list_entries entries;
} imperfect_bodies;

#define BODY(count) bits(equal(load(body->counts), count))
#define BODY_AT_LEAST(count) bits(at_least(load(body->counts), splat(count)))

// Cuts prefix and ending of words of a set. Gives those that may be imperfects.
INLINE uint64_t find_bodies(guarded_words *w, uint64_t set, uint64_t has_pronoun, imperfect_bodies *body) {
  uint64_t with_ta = set & FIRST(1, TA);
  look_up_lists(w, with_ta, 1, w->counts, 0, 0, &body->entries);
  uint64_t cuttable = set & ~in_lists(&body->entries, with_ta, CAK_LIST_ROOT_UN);
  body->agrees = w->future | (w->lam & FIRST(0, YA));
  uint64_t plural = cuttable & AT_LEAST(5) & LAST(2, WAW) & (LAST(1, NUN) | LAST(1, ALEF));
  body->agrees |= plural;
  uint64_t one = cuttable & ~plural & has_pronoun & LAST(1, WAW) & AT_LEAST(4);
  uint64_t rest = cuttable & ~(plural | one) & AT_LEAST(6);
  uint64_t dual = rest & (FIRST(0, YA) | w->future) & LAST_TWO(ALEF, NUN);
  uint64_t feminine = rest & ~dual & FIRST(0, TA) & w->future & LAST_TWO(YA, NUN);
  uint64_t two = plural | dual | feminine;
  set &= ~(in_lists(&w->entries, one | two, CAK_LIST_ROOT_UN));
  bytes64 counts = minus(load(w->counts), splat(1));
  store(body->counts, minus(counts, counts_of((letter_counts){one, two})));
  body->two = set & BODY(2);
  body->three = set & BODY(3);
  look_up_lists(w, body->two | body->three, 1, body->counts, 0, 0, &body->entries);
  return set & BODY_AT_LEAST(2);
}

// ت begins many nouns.
INLINE uint64_t is_imperfect_with_ta(const guarded_words *w, const imperfect_bodies *body, uint64_t form_x) {
  uint64_t agrees = body->agrees, has_ya = FIRST(3, YA);
  uint64_t has_alef = FIRST(2, ALEF) | WRITTEN(3, ALEF);
  uint64_t hollow = in_lists(&body->entries, body->three, CAK_LIST_HOLLOW_FORM_I);
  uint64_t of_three = agrees | (~has_alef & (~FIRST(2, WAW) | hollow));
  uint64_t of_four = form_x | (~has_ya & (FIRST(2, ALEF) | FIRST(2, TA) | FIRST(1, NUN) | FIRST(1, TA) | agrees));
  uint64_t of_more = form_x | (~has_ya & (FIRST(1, TA) | agrees));
  return BODY(2) | (BODY(3) & of_three) | (BODY(4) & of_four) | (BODY_AT_LEAST(5) & of_more);
}

INLINE uint64_t find_imperfects(guarded_words *w, uint64_t set, const imperfect_bodies *body) {
  set &= ~body->two | in_lists(&body->entries, body->two, CAK_LIST_DOUBLED | CAK_LIST_ASSIMILATED);
  uint64_t form_x = BODY_AT_LEAST(4) & FIRST(1, SIN) & FIRST(2, TA);
  uint64_t hollow = in_lists(&body->entries, set & body->three, CAK_LIST_HOLLOW_FORM_I | CAK_LIST_HOLLOW_FORM_IV);
  uint64_t with_ya = set & FIRST(0, YA) & (~BODY_AT_LEAST(6) | body->agrees | form_x);
  uint64_t with_ta = set & FIRST(0, TA) & (w->future | is_imperfect_with_ta(w, body, form_x));
  with_ta &= ~guarded_by(w, with_ta & ~w->future, 0, CAK_LIST_TA_INITIAL);

  uint64_t with_nun = set & FIRST(0, NUN), is_weak = 0;
  for (int i = 1; i <= 3; i++) is_weak |= weak(load(w->first[i])) | FIRST(i, HAMZA);
  uint64_t is_strong = body->three & ~is_weak;
  is_strong &= ~FIRST(3, TA) | in_lists(&body->entries, with_nun & is_strong, CAK_LIST_FINAL_TA);
  uint64_t is_noun = in_lists(&w->entries, with_nun & hollow, CAK_LIST_YA_NUN_NOUNS);
  with_nun &= body->agrees | (hollow & ~is_noun) | form_x | is_strong;
  uint64_t with_alef = set & FIRST(0, ALEF) & (form_x | (hollow & ~LAST(1, TA)));
  return with_ya | with_ta | with_nun | with_alef;
}

// The perfects of words of a set.
INLINE void put_perfects(guarded_stems *stems, const guarded_words *w, uint64_t set, const imperfect_bodies *body) {
  for (int i = 0; i + 1 < LETTERS; i++) put_letters(stems, i, set, load(w->first[i + 1]));
  put_letters(stems, LETTERS - 1, set, splat(0));
  put_plane(stems->counts, set, load(body->counts));
  uint64_t has_weak = set & body->three & (WRITTEN(2, WAW) | WRITTEN(2, YA));
  uint64_t form_i = in_lists(&body->entries, has_weak, CAK_LIST_HOLLOW_FORM_I) &
                    ~in_lists(&body->entries, has_weak, CAK_LIST_HOLLOW_FORM_IV);
  form_i |= has_weak & FIRST(2, WAW) & ~FIRST(3, YA);
  put_letters(stems, 1, form_i, splat(ALEF));
  put_hollow_form_iv(stems, w, has_weak & ~form_i & FIRST(2, YA));
  uint64_t assimilated = in_lists(&body->entries, set & body->two, CAK_LIST_ASSIMILATED);
  put_letters(stems, 0, assimilated, splat(WAW));
  put_letters(stems, 1, assimilated, load(w->first[1]));
  put_letters(stems, 2, assimilated, load(w->first[2]));
  put_counts(stems, assimilated, 3);
}

// Hollow passive perfects of form IV among words of a set.
INLINE uint64_t find_hollow_passives(guarded_words *w, uint64_t set) {
  uint64_t bare = COUNT(4) | (COUNT(5) & FIRST(4, TA)) | (COUNT(6) & LAST_TWO(WAW, ALEF));
  uint64_t is_alef = WRITTEN(0, CAK_GUARDED_ALEF_HAMZA_ABOVE) | WRITTEN(0, ALEF);
  set &= bare & is_alef & FIRST(2, YA) & ~FIRST(1, YA);
  list_entries found;
  uint8_t three[64];
  store(three, splat(3));
  look_up_lists(w, set, 1, three, 0, 0, &found);
  return in_lists(&found, set, CAK_LIST_HOLLOW_FORM_IV);
}

// The verbs among words of a set, which become perfects; those of `nominal` are no imperfects.
INLINE uint64_t take_verbs(guarded_words *w, uint64_t set, uint64_t nominal, uint64_t has_pronoun,
                           guarded_stems *stems) {
  uint64_t possible = set & ~nominal & AT_LEAST(3) & ~LAST(1, TA_MARBUTA) & ~LAST_TWO(ALEF, TA) &
                      (imperfect(load(w->first[0])) | WRITTEN(0, CAK_GUARDED_ALEF_HAMZA_ABOVE));
  imperfect_bodies body;
  possible = find_bodies(w, possible, has_pronoun, &body);
  uint64_t verbs = find_imperfects(w, possible, &body);
  put_perfects(stems, w, verbs, &body);
  uint64_t passives = find_hollow_passives(w, set & ~verbs);
  put_hollow_form_iv(stems, w, passives);
  return verbs | passives;
}
