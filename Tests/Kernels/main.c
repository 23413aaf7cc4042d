// Holds every kernel that this processor has to what the portable code does, or to what is stated plainly.
//
// Scripts/test-kernels builds it in all ways that matter and runs it. `main [BLOCKS]`: as many random blocks of 64 bytes,
// a million unless named. With fewer, each text meets one table of many, not all: for kernels that are emulated.
#include "checks.h"
#include "cpu.h"
#include "text.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static check *const checks[] = {check_fold, check_fold_words, check_guarded, check_terms, check_words};

static uint32_t text_count, failure_count;
static bool all_tables;

static void run_checks(const uint8_t *text, size_t length, bool all) {
  for (size_t i = 0; i < sizeof checks / sizeof *checks; i++) {
    if (checks[i](text, length, text_count, all)) continue;
    fprintf(stderr, "kernel %s, text number %u:", cak_kernel_name(cak_kernel()), text_count);
    for (size_t at = 0; at < length; at++) fprintf(stderr, "\\x%02X", text[at]);
    fputc('\n', stderr);
    if (++failure_count == 3) exit(1);
  }
  text_count++;
}

// With a copy of the text that begins so many bytes after where memory is given out. The sanitizer sees what is read after
// its end.
static void try_aligned(const uint8_t *text, size_t length, size_t alignment, bool all) {
  uint8_t *room = malloc(alignment + length ? alignment + length : 1);
  memcpy(room + alignment, text, length);
  run_checks(room + alignment, length, all);
  free(room);
}

static void try_text(const buffer *text, bool all) { try_aligned(text->bytes, text->count, 0, all); }

static void every_scalar(buffer *text) {
  for (uint32_t scalar = 0; scalar < 0x110000; scalar++) {
    if (scalar >= 0xD800 && scalar < 0xE000) continue;
    const uint32_t around[] = {0x628, scalar, 0x627, 0x64E, scalar, ' '};
    for (size_t i = 0; i < sizeof around / sizeof *around; i++) append_scalar(text, around[i]);
    if (text->count < 4000 && scalar != 0x10FFFF) continue;
    try_text(text, all_tables);
    text->count = 0;
  }
}

static void every_arabic_pair(buffer *text) {
  static const uint32_t ranges[][3] = {{0x600, 0x6FF, 1}, {0x750, 0x77F, 1}, {0xFB50, 0xFDFF, 7}, {0xFE70, 0xFEFF, 1}};
  uint32_t scalars[1024], count = 0;
  for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
    for (uint32_t s = ranges[i][0]; s <= ranges[i][1]; s += ranges[i][2]) scalars[count++] = s;
  }
  for (uint32_t first = 0; first < count; first++) {
    text->count = 0;
    for (uint32_t second = 0; second < count; second++) {
      const uint32_t around[] = {0x643, scalars[first], scalars[second], 0x628};
      for (size_t i = 0; i < sizeof around / sizeof *around; i++) append_scalar(text, around[i]);
    }
    try_text(text, all_tables);
  }
}

static void every_alignment_and_length(buffer *text) {
  uint64_t random = 1;
  for (size_t length = 0; length <= 200; length++) {
    for (size_t alignment = 0; alignment < 64; alignment++) {
      random_text(&random, text, 300);
      try_aligned(text->bytes, length, alignment, false);
      try_aligned(text->bytes + text->count - length, length, alignment, false);
    }
  }
}

static void random_blocks(buffer *text, size_t blocks) {
  uint64_t random = 2;
  for (size_t done = 0, some; done < blocks; done += some) {
    some = 1 + below(&random, 64);
    random_text(&random, text, 64 * some);
    try_text(text, false);
  }
}

static void ill_formed(buffer *text) {
  static const char *const faults[] = {"\x80",
                                       "\xBF",
                                       "\xC0",
                                       "\xC1\x80",
                                       "\xC2",
                                       "\xD8",
                                       "\xD9",
                                       "\xDB",
                                       "\xE0\x80\x80",
                                       "\xE2",
                                       "\xE2\x80",
                                       "\xED\xA0\x80",
                                       "\xEF\xB8",
                                       "\xF0\x9F",
                                       "\xF0\x9F\x98",
                                       "\xF0\x80\x80\x80",
                                       "\xF4\x90\x80\x80",
                                       "\xF5",
                                       "\xFF",
                                       "\x80\x80\x80\x80"};
  uint64_t random = 3;
  for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
    for (size_t place = 0; place < 194; place++) {
      random_text(&random, text, 260);
      size_t count = strlen(faults[i]);
      memcpy(text->bytes + place, faults[i], count);
      try_text(text, all_tables);
      try_aligned(text->bytes, place + count, 0, all_tables);
    }
  }
}

// No kernel reads beside its text: the text ends where a page that nobody may read begins, or begins after one.
static void page_ends(buffer *text) {
  size_t page = (size_t)sysconf(_SC_PAGESIZE);
  uint8_t *memory = mmap(0, 3 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED || mprotect(memory, page, PROT_NONE) || mprotect(memory + 2 * page, page, PROT_NONE)) {
    perror("pages");
    exit(1);
  }
  uint64_t random = 4;
  for (size_t length = 1; length <= 400; length++) {
    for (int round = 0; round < 4; round++) {
      random_text(&random, text, 500);
      uint8_t *places[] = {memory + 2 * page - length, memory + page};
      for (size_t i = 0; i < 2; i++) {
        memcpy(places[i], text->bytes, length);
        run_checks(places[i], length, all_tables);
      }
    }
  }
  munmap(memory, 3 * page);
}

int main(int argc, char **argv) {
  size_t blocks = argc > 1 ? strtoul(argv[1], 0, 10) : 1000000;
  all_tables = blocks >= 1000000;
  buffer text = {0, 0, 0};
  uint32_t kernels = 0;
  for (int kernel = CAK_KERNEL_PORTABLE + 1; kernel <= CAK_KERNEL_AVX512; kernel++) {
    if (!cak_use_kernel((cak_kernel_kind)kernel)) continue;
    text_count = 0;
    every_scalar(&text);
    every_arabic_pair(&text);
    every_alignment_and_length(&text);
    random_blocks(&text, blocks);
    ill_formed(&text);
    page_ends(&text);
    printf("%s: %u texts\n", cak_kernel_name(cak_kernel()), text_count);
    kernels++;
  }
  free(text.bytes);
  if (!kernels) printf("this processor has no kernel\n");
  return failure_count > 0;
}
