// Cutting UTF-8 into tokens: ordinary text by blocks, the rest by an automaton.
//
// What a rule is stays with the caller, who brings an automaton and tables made from it.
#ifndef CAK_WORDS_H
#define CAK_WORDS_H
#include "scalar_pages.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What a character is to the rules. Kernels use the bits: 8 and 4 is a letter; without 8, 1 is space.
enum {
  /// A token of its own, punctuation or space.
  CAK_WORD_PLAIN = 0,
  CAK_WORD_LINE = 1,
  /// The rules decide.
  CAK_WORD_OTHER = 2,
  /// Joins other spaces.
  CAK_WORD_SPACE = 3,
  /// May join what stands on both sides of it: the rules decide after a word and before anything but space.
  CAK_WORD_MIDDLE = 4,
  /// May join what stands on either side of it: the rules decide beside a word.
  CAK_WORD_SIGN = 6,
  /// Belongs to the letter or digit before it, or to punctuation or space, which then is punctuation; after a line or at
  /// the start the rules decide.
  CAK_WORD_MARK = 8,
  /// These join one another; a word with a letter has the kind of its first letter.
  CAK_WORD_DIGIT = 9,
  /// Begins a token whatever comes before it, but for U+200D and OTHER; ends before ASCII, and where else the rules say.
  CAK_WORD_PICTURE = 10,
  /// As a mark where no word is before it; the rules decide after a word.
  CAK_WORD_CONTROL = 11,
  CAK_WORD_ARABIC = 12,
  CAK_WORD_LETTER = 13,
};

/// How many characters `sorts` knows: U+0000–007F, U+0600–067F, U+0680–06FF, U+0080–00FF and U+2000–207F, in this order.
#define CAK_WORD_CHARACTERS (128 + 256 + 128 + 128)

/// How many bytes `pictures` has.
#define CAK_WORD_PICTURES 256

/// A rule set, as an automaton over classes of scalars and as what a kernel for ordinary text has to know of it.
typedef struct {
  /// The next state at `state << 6 | class`: 0 where nothing can follow, 1 at the start of a token.
  const uint16_t *_Nonnull transitions;
  /// States from these up accept, and accept before the scalar that leads to them.
  uint16_t first_accepting;
  uint16_t first_accepting_before;
  /// By state: the kind of a token that ends there, and whether a dictionary has to divide it.
  const uint8_t *_Nonnull state_kinds;
  const bool *_Nonnull holds_dictionary;
  /// The class of a scalar below U+0800, the pages of those from there on, and the class of a line feed.
  const uint8_t *_Nonnull direct;
  const cak_pages *_Nonnull pages;
  uint8_t line_feed;
  /// The longest token in bytes that certainly keeps to the rules' own limit, or SIZE_MAX.
  size_t longest;
  /// The kinds from this one up are no terms.
  uint8_t first_other_kind;

  /// What each of CAK_WORD_CHARACTERS is, and in the upper half of the byte the same of the one 16 places before or after
  /// it: before it where its number has bit 4, else after it.
  const uint8_t *_Nonnull sorts;
  /// The kind of a token that begins with a character of each sort, 16 of them.
  const uint8_t *_Nonnull sort_kinds;
  /// By class, 64 of them: what a character is that is none of CAK_WORD_CHARACTERS, and what after U+0020; and the kind of
  /// a token that begins with it.
  const uint8_t *_Nonnull class_sorts;
  const uint8_t *_Nonnull spaced_sorts;
  const uint8_t *_Nonnull class_kinds;
  /// Which characters are CAK_WORD_PICTURE. Of U+1F000–1FFFF those that begin tokens of `picture_kind`: for each 64 of them
  /// the last byte of the first one in 64 bytes, and that of the last one in another 64, between which there is no other; 255
  /// and 0 where there is none. Then 64 bytes for those of U+2600–27FF, by the lower six bits of a scalar and a bit for the
  /// upper three; and 64 for those of the latter that begin tokens of PLAIN's kind.
  /// Any of them may be missing: then each is looked at by itself.
  const uint8_t *_Nonnull pictures;
  uint8_t picture_kind;
  /// Whether Arabic letters join neither digits nor other letters; the automaton decides there.
  bool divides_scripts;
} cak_word_rules;

/// Tokens as they are found. The arrays have room for `capacity` entries.
typedef struct {
  /// The end of each token, as an offset from the start of the text, and its kind.
  size_t *_Nonnull ends;
  uint8_t *_Nonnull kinds;
  size_t capacity;
  size_t count;
  /// How many of them are terms.
  size_t terms;
} cak_word_list;

/// Room that must be left in the list for anything to be cut.
#define CAK_WORD_ROOM 130

/// Whether a kernel that this processor has reads `pictures`.
bool cak_reads_pictures(void);

/// Cuts the tokens of `text` from `start` on, where a token starts, and returns where the next one starts.
///
/// Stops where the list has no room, at the end, and before a token about which the caller has to decide: one that a
/// dictionary divides, that is too long, that is ill-formed, or that meets a scalar whose page is not made.
size_t cak_words(const cak_word_rules *_Nonnull rules, const uint8_t *_Nonnull text, size_t length, size_t start,
                 cak_word_list *_Nonnull list);

/// The same without the instructions of the processor at hand.
size_t cak_words_portable(const cak_word_rules *_Nonnull rules, const uint8_t *_Nonnull text, size_t length,
                          size_t start, cak_word_list *_Nonnull list);

#ifdef __cplusplus
}
#endif
#endif
