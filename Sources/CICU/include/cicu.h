// The part of ICU that Shogen uses, without any of ICU's types.
//
// ICU's headers rename every function by a macro (ubrk_next is ubrk_next_72
// inside), which Swift cannot import, and its types clash with Foundation's
// private copy of ICU. So this header speaks int32_t, uint16_t and opaque
// structs only. Errors are ICU's UErrorCode as int32_t: 0 or less is success.

#ifndef SHOGEN_CICU_H
#define SHOGEN_CICU_H

#include <stdint.h>

#if defined(__has_feature) && __has_feature(nullability)
#pragma clang assume_nonnull begin
#endif

typedef struct cicu_word_breaker cicu_word_breaker;

// Opens a word break iterator. Not thread-safe: one for each thread.
//
// Each iterator segments a primer string before it is handed out. ICU looks for
// the dictionary engine of a character among those the process and then the
// iterator have met, and U+30FC belongs to no one script: until the iterator has
// met kanji or kana, the engine for unknown scripts can claim it, and a run that
// begins with U+30FC is cut in two ways depending on what was segmented before.
// With the Japanese engine on every iterator's list from the start, boundaries
// depend on the text alone.
cicu_word_breaker *_Nullable cicu_word_breaker_open(const char *locale, int32_t *error);

// The same without the primer. Exists so that a test can show that the primer
// is needed; nothing else may call it.
cicu_word_breaker *_Nullable cicu_word_breaker_open_unprimed(const char *locale,
                                                             int32_t *error);

void cicu_word_breaker_close(cicu_word_breaker *breaker);

// Writes the end of each piece of `text` and ICU's rule status for it (0 none,
// 100 number, 200 letters, 300 kana, 400 ideographs). `ends` and `kinds` must
// hold `length` entries: no text has more pieces than UTF-16 units.
// Returns the number of pieces.
int32_t cicu_word_breaker_pieces(cicu_word_breaker *breaker, const uint16_t *text,
                                 int32_t length, int32_t *ends, uint16_t *kinds,
                                 int32_t *error);

// Copies the breaker's compiled rules, in ICU's binary form, and returns how many
// bytes they have; nothing useful was copied when that exceeds `capacity`.
int32_t cicu_word_breaker_rules(cicu_word_breaker *breaker, uint8_t *_Nullable destination,
                                int32_t capacity, int32_t *error);

// Writes the character categories of compiled rules as ranges that ascend and leave
// no gap: the last code point of each, and the category. `trie` is the rules'
// serialized code point trie. Returns the number of ranges, `capacity` at most.
int32_t cicu_rule_categories(const uint8_t *trie, int32_t length, int32_t *last,
                             uint32_t *category, int32_t capacity, int32_t *error);

// The contents of ICU's dictionary of Chinese and Japanese words, mapped into memory
// for good, and their length as the dictionary gives it; NULL when there is none.
// Opened anew at each call: ask once.
const uint8_t *_Nullable cicu_cjk_dictionary(int32_t *length, int32_t *error);

enum {
  // ICU's dictionary engine for Chinese and Japanese takes the character.
  CICU_CJK = 1,
  // NFKC leaves text made of such characters as it is.
  CICU_NFKC_INERT = 2,
};

// What of the above holds for a character.
int32_t cicu_character_traits(int32_t code_point);

// Asks the processor to have the memory at `address` near; never faults.
static inline void cicu_prefetch(const void *address) { __builtin_prefetch(address); }

// NFKC_Casefold: compatibility composition, full case folding, and removal of
// default-ignorable characters. Returns the length the result has, which may
// exceed `capacity`; then nothing useful was written.
int32_t cicu_nfkc_casefold(const uint16_t *source, int32_t length, uint16_t *destination,
                           int32_t capacity, int32_t *error);

// Whether text may be cut before `code_point` and the parts normalized alone.
int32_t cicu_nfkc_casefold_has_boundary_before(int32_t code_point);

// East_Asian_Width is W or F: two columns in a terminal.
int32_t cicu_is_wide(int32_t code_point);

// General category Mn, Me or Cf: no column in a terminal.
int32_t cicu_is_zero_width(int32_t code_point);

const char *cicu_version(void);
const char *cicu_unicode_version(void);
const char *cicu_error_name(int32_t error);

#if defined(__has_feature) && __has_feature(nullability)
#pragma clang assume_nonnull end
#endif

#endif
