#include "cicu.h"

#include <stdatomic.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ucptrie.h>
#include <unicode/udata.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/uversion.h>

static UBreakIterator *open_words(const char *locale, int32_t *error) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *words = ubrk_open(UBRK_WORD, locale, NULL, 0, &status);
  *error = (int32_t)status;
  return U_FAILURE(status) ? NULL : words;
}

// 漢字かなカナ: one character of each script the dictionary engine serves.
static const UChar primer[] = {0x6F22, 0x5B57, 0x304B, 0x306A, 0x30AB, 0x30CA};

cicu_word_breaker *cicu_word_breaker_open(const char *locale, int32_t *error) {
  UBreakIterator *words = open_words(locale, error);
  if (words == NULL) return NULL;
  UErrorCode status = U_ZERO_ERROR;
  ubrk_setText(words, primer, sizeof primer / sizeof primer[0], &status);
  while (U_SUCCESS(status) && ubrk_next(words) != UBRK_DONE) {
  }
  return (cicu_word_breaker *)words;
}

cicu_word_breaker *cicu_word_breaker_open_unprimed(const char *locale, int32_t *error) {
  return (cicu_word_breaker *)open_words(locale, error);
}

void cicu_word_breaker_close(cicu_word_breaker *breaker) {
  ubrk_close((UBreakIterator *)breaker);
}

int32_t cicu_word_breaker_pieces(cicu_word_breaker *breaker, const uint16_t *text,
                                 int32_t length, int32_t *ends, uint16_t *kinds,
                                 int32_t *error) {
  UBreakIterator *words = (UBreakIterator *)breaker;
  UErrorCode status = U_ZERO_ERROR;
  ubrk_setText(words, text, length, &status);
  *error = (int32_t)status;
  if (U_FAILURE(status)) return 0;
  int32_t count = 0;
  ubrk_first(words);
  for (int32_t end = ubrk_next(words); end != UBRK_DONE && count < length;
       end = ubrk_next(words)) {
    ends[count] = end;
    kinds[count] = (uint16_t)ubrk_getRuleStatus(words);
    count += 1;
  }
  return count;
}

int32_t cicu_word_breaker_rules(cicu_word_breaker *breaker, uint8_t *destination,
                                int32_t capacity, int32_t *error) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t length =
      ubrk_getBinaryRules((UBreakIterator *)breaker, destination, capacity, &status);
  *error = status == U_BUFFER_OVERFLOW_ERROR ? 0 : (int32_t)status;
  return length;
}

int32_t cicu_rule_categories(const uint8_t *trie, int32_t length, int32_t *last,
                             uint32_t *category, int32_t capacity, int32_t *error) {
  UErrorCode status = U_ZERO_ERROR;
  UCPTrie *opened = ucptrie_openFromBinary(UCPTRIE_TYPE_ANY, UCPTRIE_VALUE_BITS_ANY, trie,
                                           length, NULL, &status);
  *error = (int32_t)status;
  if (U_FAILURE(status)) return 0;
  int32_t count = 0;
  UChar32 end = -1;
  while (count < capacity &&
         (end = ucptrie_getRange(opened, end + 1, UCPMAP_RANGE_NORMAL, 0, NULL, NULL,
                                 &category[count])) >= 0) {
    last[count] = end;
    count += 1;
  }
  ucptrie_close(opened);
  return count;
}

const uint8_t *cicu_cjk_dictionary(int32_t *length, int32_t *error) {
  UErrorCode status = U_ZERO_ERROR;
  // ICUDATA stands for the data of whatever version is linked.
  UDataMemory *data = udata_open("ICUDATA-brkitr", "dict", "cjdict", &status);
  *error = (int32_t)status;
  if (U_FAILURE(status)) return NULL;
  // Open as long as the process runs, since the bytes are used that long; one is enough.
  static _Atomic(UDataMemory *) kept;
  UDataMemory *earlier = NULL;
  if (!atomic_compare_exchange_strong(&kept, &earlier, data)) {
    udata_close(data);
    data = earlier;
  }
  const int32_t *indexes = (const int32_t *)udata_getMemory(data);
  // indexes[3] is the total size, these indexes included.
  *length = indexes[3];
  return (const uint8_t *)indexes;
}

int32_t cicu_character_traits(int32_t code_point) {
  UErrorCode status = U_ZERO_ERROR;
  UScriptCode script = uscript_getScript(code_point, &status);
  // The set of ICU's CjkBreakEngine: three scripts and four marks of none of them.
  int is_cjk = script == USCRIPT_HAN || script == USCRIPT_HIRAGANA ||
               script == USCRIPT_KATAKANA || code_point == 0x30FC || code_point == 0xFF70 ||
               code_point == 0xFF9E || code_point == 0xFF9F;
  int is_inert =
      u_getIntPropertyValue(code_point, UCHAR_NFKC_QUICK_CHECK) == UNORM_YES &&
      u_getCombiningClass(code_point) == 0;
  return (is_cjk ? CICU_CJK : 0) | (is_inert ? CICU_NFKC_INERT : 0);
}

int32_t cicu_nfkc_casefold(const uint16_t *source, int32_t length, uint16_t *destination,
                           int32_t capacity, int32_t *error) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = unorm2_getNFKCCasefoldInstance(&status);
  if (U_FAILURE(status)) {
    *error = (int32_t)status;
    return 0;
  }
  int32_t count =
      unorm2_normalize(normalizer, source, length, destination, capacity, &status);
  // An overflow is the caller's cue to grow, told by the count.
  *error = status == U_BUFFER_OVERFLOW_ERROR ? 0 : (int32_t)status;
  return count;
}

int32_t cicu_nfkc_casefold_has_boundary_before(int32_t code_point) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = unorm2_getNFKCCasefoldInstance(&status);
  return U_FAILURE(status) || unorm2_hasBoundaryBefore(normalizer, code_point);
}

int32_t cicu_is_wide(int32_t code_point) {
  int32_t width = u_getIntPropertyValue(code_point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}

int32_t cicu_is_zero_width(int32_t code_point) {
  uint32_t mask = U_GET_GC_MASK(code_point);
  return (mask & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK)) != 0;
}

const char *cicu_version(void) { return U_ICU_VERSION; }
const char *cicu_unicode_version(void) { return U_UNICODE_VERSION; }
const char *cicu_error_name(int32_t error) { return u_errorName((UErrorCode)error); }
