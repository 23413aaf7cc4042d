// Fold tables that exercise all that an entry can say, made without a rule of Arabic.
#ifndef FOLD_TABLES_H
#define FOLD_TABLES_H
#include "fold.h"

typedef struct {
  const char *name;
  // What becomes of characters, a letter a kind (fold_tables.c says which), each as likely as it is frequent: of ASCII,
  // of the Arabic letters, of the Arabic marks, of the characters used most beyond them, of all others.
  const char *ascii, *letters, *marks, *frequent, *others;
  // How many different changes there are.
  uint32_t changes;
  bool whole_words;
} table_style;

typedef struct {
  const table_style *style;
  uint64_t *direct;
  uint8_t *blocks;
  cak_pages *pages;
} made_table;

// What takes the character after it into its window, if that is a pictograph.
#define JOINS_NEXT 0x200Du

// Those for whole texts, and those for words, which keep no mark.
extern const table_style styles[], word_styles[];
extern const size_t style_count, word_style_count;

made_table make_table(const table_style *style);
void free_table(made_table *table);
cak_fold_table kernel_table(const made_table *table);

// The entry of a scalar, whether or not its page is made; making its page; and forgetting all that are.
uint64_t entry_of(const table_style *style, uint32_t scalar);
void make_page(const made_table *table, uint32_t scalar);
void forget_pages(made_table *table);

#endif
