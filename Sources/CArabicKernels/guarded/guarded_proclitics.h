// Steps 1 to 4 of the guarded stemmer, as in GuardedProclitics.swift: what is written in front of words.

// Words of a set that a table of whole words has are settled.
INLINE uint64_t take_known(guarded_words *w, uint64_t set, const list_entries *found) {
  int32_t bases[64];
  uint64_t unchanged = in_lists(found, set, CAK_LIST_UNCHANGED);
  uint64_t irregular = with_bases(w, set & ~unchanged, 0, 0, found, bases);
  w->done |= unchanged;
  put_bases(w, irregular, bases);
  return unchanged | irregular;
}

// Words of a set that begin, behind so many letters, like a preposition before a closed word that begins with ال, and are
// that: those that lose their preposition, and those where it is ل and becomes ا.
typedef struct {
  uint64_t behind_lam, behind_other;
} closed_words;

INLINE closed_words find_closed(guarded_words *w, uint64_t set, int from) {
  uint64_t is_lam = FIRST(from, LAM) & FIRST(from + 1, LAM) & AT_LEAST(from + 4);
  uint64_t is_other = (FIRST(from, BA) | FIRST(from, KAF)) & WRITTEN(from + 1, ALEF) & FIRST(from + 2, LAM);
  closed_words closed = {0, 0};
  EACH_OF(i, set & is_lam) {
    uint64_t key = ((w->words[i] & FOLDED_LETTERS) >> 8 * from & ~0xFFull) | ALEF;
    closed.behind_lam |= bit_of((lists_of(w->rules, key) & CAK_LIST_UNCHANGED) != 0, i);
  }
  EACH_OF(i, set & is_other & ~is_lam & AT_LEAST(from + 5)) {
    uint64_t key = (w->words[i] & FOLDED_LETTERS) >> 8 * (from + 1);
    closed.behind_other |= bit_of((lists_of(w->rules, key) & CAK_LIST_UNCHANGED) != 0, i);
  }
  return closed;
}

// How many letters of words of a set, from one place on, are the article, and ب, ك or ل with it.
INLINE letter_counts find_article(guarded_words *w, uint64_t set, int from) {
  set &= AT_LEAST(from + 4);
  uint64_t is_plain = set & WRITTEN(from, ALEF) & FIRST(from + 1, LAM);
  uint64_t is_lam = set & FIRST(from, LAM) & FIRST(from + 1, LAM);
  uint64_t is_other = set & WRITTEN(from + 1, ALEF) & FIRST(from + 2, LAM) & AT_LEAST(from + 5);
  uint64_t is_ba = is_other & FIRST(from, BA), is_kaf = is_other & FIRST(from, KAF);
  uint64_t plain = is_plain & ~guarded_by(w, is_plain, from, CAK_LIST_ALEF_LAM_INITIAL);
  uint64_t single = guarded_by(w, is_lam, from + 1, CAK_LIST_DOUBLE_LAM);
  uint64_t other = is_ba & ~guarded_by(w, is_ba, from, CAK_LIST_BA_INITIAL);
  other |= is_kaf & ~guarded_by(w, is_kaf, from, CAK_LIST_KAF_INITIAL);
  other &= ~guarded_by(w, other, from + 1, CAK_LIST_ALEF_LAM_INITIAL);
  return (letter_counts){.one = single | other, .two = plain | (is_lam & ~single) | other};
}

// Words of a set are settled as closed words, of which the letters before them are still to be taken off.
INLINE letter_counts settle_closed(guarded_words *w, closed_words closed, int from) {
  EACH_OF(i, closed.behind_lam) {
    uint64_t word = w->words[i] & ~(0xFFull << 8 * from);
    put_word(w, i, word | (uint64_t)ALEF << 8 * from, w->counts[i]);
  }
  w->done |= closed.behind_lam | closed.behind_other;
  return from == 0 ? (letter_counts){.one = closed.behind_other}
                   : (letter_counts){.one = closed.behind_lam, .two = closed.behind_other};
}

// Words of a set of which a form behind ب or ك would be an imperfect, as none is.
INLINE uint64_t find_imperfect_behind(guarded_words *w, uint64_t set) {
  uint64_t with_ya = set & FIRST(1, YA);
  uint64_t is_weak = weak(load(w->first[2])) | weak(load(w->first[3])) | weak(load(w->first[4]));
  uint64_t with_ta = set & FIRST(0, BA) & FIRST(1, TA) & COUNT(5) & ~FIRST(4, TA_MARBUTA) & ~is_weak;
  return (with_ya & ~guarded_by(w, with_ya, 1, CAK_LIST_YA_NUN_NOUNS)) |
         (with_ta & ~guarded_by(w, with_ta, 1, CAK_LIST_TA_INITIAL));
}

// Step 2, and step 1 behind it: words of a set lose و and ف. Gives the article that is behind them, to be taken off.
INLINE letter_counts take_conjunctions(guarded_words *w, uint64_t set, letter_counts skipped) {
  uint64_t is_waw = set & FIRST(0, WAW), is_fa = set & FIRST(0, FA);
  set = (is_waw | is_fa) & AT_LEAST(3);
  list_entries rest;
  look_up_lists(w, set, 1, w->counts, 0, 0, &rest);

  uint64_t is_governor = COUNT(4) & WRITTEN(1, ALEF) & FIRST(2, LAM) & LAST_WRITTEN(1, YA);
  uint64_t closed = in_lists(&rest, set & ~is_governor, CAK_LIST_UNCHANGED);
  set &= ~closed;
  letter_counts behind = settle_closed(w, find_closed(w, set, 1), 1);
  set &= ~(behind.one | behind.two);
  w->done |= closed;

  letter_counts article = find_article(w, set, 1);
  uint64_t has_article = article.one | article.two;
  uint64_t radical = guarded_by(w, has_article & is_fa, 0, CAK_LIST_FA_INITIAL);
  radical |= guarded_by(w, has_article & is_waw & ~LAST_TWO(YA, NUN), 0, CAK_LIST_WAW_ALEF_LAM_INITIAL);
  has_article &= ~radical;
  set &= ~has_article;

  int32_t bases[64];
  uint64_t is_after_fa = imperfect(load(w->first[1])) | FIRST(1, SIN) | FIRST(1, MIM) | FIRST(1, ALEF);
  uint64_t is_conjunction = (is_waw & AT_LEAST(4)) | (is_fa & AT_LEAST(5) & is_after_fa);
  is_conjunction |= in_lists(&rest, set, CAK_LIST_DOUBLED);
  is_conjunction |= with_bases(w, set & is_fa & ~is_conjunction, 1, 0, &rest, bases);
  is_conjunction |= guarded_by(w, set & is_fa & ~is_conjunction, 1, CAK_LIST_HOLLOW_PERFECT);
  is_conjunction &= set;
  is_conjunction &= ~guarded_by(w, is_conjunction & is_waw, 0, CAK_LIST_WAW_INITIAL);
  is_conjunction &= ~guarded_by(w, is_conjunction & is_fa, 0, CAK_LIST_FA_INITIAL);

  skipped.one |= closed | behind.one | has_article | is_conjunction;
  skipped.two |= behind.two;
  take_letters_off(w, skipped, (letter_counts){0, 0});
  take_entries(&w->entries, is_conjunction, &rest);
  take_known(w, is_conjunction, &rest);
  return (letter_counts){article.one & has_article, article.two & has_article};
}

// Step 3: words of a set that lose ب, ل or ك.
INLINE uint64_t find_prepositions(guarded_words *w, uint64_t set) {
  set &= AT_LEAST(3);
  uint64_t is_ba = set & FIRST(0, BA), is_lam = set & FIRST(0, LAM), is_kaf = set & FIRST(0, KAF);
  is_ba &= ~guarded_by(w, is_ba, 0, CAK_LIST_BA_INITIAL);
  is_lam &= ~guarded_by(w, is_lam, 0, CAK_LIST_LAM_INITIAL);
  is_kaf &= ~guarded_by(w, is_kaf, 0, CAK_LIST_KAF_INITIAL);
  set = is_ba | is_lam | is_kaf;
  list_entries rest;
  int32_t bases[64];
  look_up_lists(w, set, 1, w->counts, 0, 0, &rest);
  uint64_t known = in_lists(&rest, set, CAK_LIST_UNCHANGED);
  known |= with_bases(w, set & ~known, 1, 0, &rest, bases);
  uint64_t ends_in_ta = LAST(1, TA_MARBUTA);
  uint64_t long_enough = is_kaf & (AT_LEAST(5) | (COUNT(4) & ends_in_ta));
  uint64_t doubled = in_lists(&rest, set & COUNT(3), CAK_LIST_DOUBLED);
  long_enough |= (is_ba | is_lam) & (AT_LEAST(4) | ends_in_ta | doubled);
  uint64_t before_noun = long_enough & (is_ba | is_kaf) & ~known;
  before_noun &= ~find_imperfect_behind(w, before_noun);
  uint64_t before_any = long_enough & is_lam & ~known;
  w->noun |= before_noun;
  w->lam |= before_any;
  return known | before_noun | before_any;
}

// Step 4: words of a set that lose the س of the future.
INLINE uint64_t find_future(guarded_words *w, uint64_t set) {
  set &= FIRST(0, SIN) & AT_LEAST(4) & (imperfect(load(w->first[1])) | WRITTEN(1, CAK_GUARDED_ALEF_HAMZA_ABOVE)) &
         ~WRITTEN(2, ALEF);
  set &= ~(FIRST(1, TA) & FIRST(2, RA) & (FIRST(3, ALEF) | FIRST(4, ALEF)));
  list_entries body;
  uint64_t is_short = set & ~(AT_LEAST(5) | FIRST(3, YA));
  look_up_lists(w, is_short, 2, w->counts, 0, 0, &body);
  set &= ~is_short | in_lists(&body, is_short, CAK_LIST_DOUBLED | CAK_LIST_ASSIMILATED);
  set &= ~guarded_by(w, set, 0, CAK_LIST_SIN_INITIAL);
  w->future |= set;
  return set;
}

// Steps 1 to 4. What the lists have of the words is known then.
INLINE void take_proclitics(guarded_words *w) {
  look_up_lists(w, open_words(w), 0, w->counts, 0, 0, &w->entries);
  take_known(w, open_words(w), &w->entries);
  letter_counts closed = settle_closed(w, find_closed(w, open_words(w), 0), 0);
  letter_counts article = find_article(w, open_words(w), 0);
  uint64_t has_article = article.one | article.two;
  letter_counts behind = take_conjunctions(w, open_words(w) & ~has_article, closed);
  article.one |= behind.one;
  article.two |= behind.two;
  has_article |= behind.one | behind.two;
  w->noun |= has_article;

  uint64_t set = open_words(w) & ~has_article;
  uint64_t skipped = find_prepositions(w, set);
  skipped |= find_future(w, set & ~skipped);
  article.one |= skipped;
  take_letters_off(w, article, (letter_counts){0, 0});
  set = open_words(w) & (article.one | article.two);
  list_entries found;
  look_up_lists(w, set, 0, w->counts, 0, 0, &found);
  take_entries(&w->entries, set, &found);
  take_known(w, set, &found);
}
