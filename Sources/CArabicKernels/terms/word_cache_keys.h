// Where a word is in the table of those that are known.
#ifndef CAK_TERMS_WORD_CACHE_KEYS_H
#define CAK_TERMS_WORD_CACHE_KEYS_H
#include "word_cache.h"
#include "runtime/inline.h"
#include "runtime/load.h"

// The key of a word, of which so many bytes are left in the text.
ALWAYS_INLINE cak_cached_key cached_word_key(const uint8_t *word, size_t length, size_t left) {
  size_t kept = length < sizeof(cak_cached_key) ? length : sizeof(cak_cached_key);
  uint8_t copy[sizeof(cak_cached_key)];
  // Only at the end of a text.
  if (left < sizeof copy) {
    memcpy(copy, word, left);
    memset(copy + left, 0, sizeof copy - left);
    word = copy;
  }
  const uint8_t *mask = cak_mask + CAK_MASK_END - kept;
  cak_cached_key key;
  for (size_t i = 0; i < 4; i++) key.bytes[i] = load8(word + 8 * i) & load8(mask + 8 * i);
  return key;
}

ALWAYS_INLINE size_t cached_word_slot(const cak_cached_key *key, uint32_t bits) {
  uint64_t mixed = (key->bytes[0] ^ key->bytes[2] * 0xA0761D6478BD642Full) * 0xD6E8FEB86659FD93ull ^
                   (key->bytes[1] ^ key->bytes[3]) * 0xE7037ED1A0B428DBull;
  // In two steps, since there may be a single slot.
  return mixed >> 1 >> (63 - bits);
}

ALWAYS_INLINE bool is_same(const cak_cached_key *a, const cak_cached_key *b) {
  uint64_t differs = (a->bytes[0] ^ b->bytes[0]) | (a->bytes[1] ^ b->bytes[1]) | (a->bytes[2] ^ b->bytes[2]) |
                     (a->bytes[3] ^ b->bytes[3]);
  // Without this, clang gathers the bytes of two entries one by one, to compare them at once.
  __asm__("" : "+r"(differs));
  return differs == 0;
}

#endif
