// Folding words by single scalars: what blocks do not know, and all where the processor has no blocks.
#include "cpu.h"
#include "fold/fold_blocks.h"
#include "runtime/load.h"

// Whether a character of `size` bytes becomes up to as many, whatever stands beside it.
static bool is_plain(uint64_t entry, uint32_t size) {
  return cak_is_deleted(entry) || (is_letter(entry) && length_of(entry) > 0 && length_of(entry) <= size);
}

void cak_mend_words(const uint8_t *text, size_t length, size_t at, const cak_fold_table *table,
                    fold_words_block *block) {
  block->kept_after = block->decided_after = 0;
  uint64_t left = block->undecided;
  while (left) {
    uint32_t place = (uint32_t)__builtin_ctzll(left), scalar,
             size = decode(text + at + place, length - at - place, &scalar);
    uint64_t entry;
    bool is_known = size > 0 && fold_entry_of(table, scalar, &entry) && is_plain(entry, size);
    uint64_t bytes = first_bits(size > 0 ? size : 1);
    left &= ~(bytes << place);
    if (!is_known) continue;
    uint64_t kept = first_bits(length_of(entry));
    for (uint32_t i = 0; i < size; i++) block->bytes[place + i] = (uint8_t)(entry >> 8 * i);
    block->kept = (block->kept & ~(bytes << place)) | kept << place;
    block->undecided &= ~(bytes << place);
    if (place + size > 64) {
      block->kept_after = (uint8_t)(kept >> (64 - place));
      block->decided_after = (uint8_t)(bytes >> (64 - place));
    }
  }
}

static void fold_words_portable(const uint8_t *text, size_t length, const cak_fold_table *table, cak_folded *folded) {
  memset(folded->kept, 0, sizeof(uint64_t) * (length / 64 + 1));
  memset(folded->undecided, 0, sizeof(uint64_t) * (length / 64 + 1));
  folded->has_undecided = false;
  for (size_t start = 0, end; start < length; start = end) {
    uint32_t scalar, size = decode(text + start, length - start, &scalar);
    uint64_t entry;
    bool is_known = size > 0 && fold_entry_of(table, scalar, &entry) && is_plain(entry, size);
    folded->has_undecided |= !is_known;
    end = start + (size > 0 ? size : 1);
    for (size_t at = start; at < end; at++) {
      uint64_t bit = 1ull << (at & 63);
      if (!is_known) {
        folded->undecided[at / 64] |= bit;
      } else if (at - start < length_of(entry)) {
        folded->bytes[at] = (uint8_t)(entry >> 8 * (at - start));
        folded->kept[at / 64] |= bit;
      }
    }
  }
}

void cak_fold_words(const uint8_t *text, size_t length, const cak_fold_table *table, cak_fold_memory *memory,
                    cak_folded *folded) {
  switch (cak_kernel()) {
#if defined(__x86_64__)
  case CAK_KERNEL_AVX512: return cak_fold_words_avx512(text, length, table, memory, folded);
  case CAK_KERNEL_AVX2: return cak_fold_words_avx2(text, length, table, memory, folded);
#elif defined(__aarch64__)
  case CAK_KERNEL_NEON: return cak_fold_words_neon(text, length, table, memory, folded);
#endif
  default: return fold_words_portable(text, length, table, folded);
  }
}
