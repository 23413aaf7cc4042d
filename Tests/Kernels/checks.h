// What the kernels are checked for. To check one more, write a function like these and put it into `checks` in main.c.
#ifndef CHECKS_H
#define CHECKS_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Compares what a kernel makes of a text with what is right. `number` is the text's: it chooses among tables, so that a
// long series of texts meets all of them. With `all` each table is tried.
typedef bool check(const uint8_t *text, size_t length, uint32_t number, bool all);
check check_fold, check_fold_words, check_guarded, check_terms, check_words;

#endif
