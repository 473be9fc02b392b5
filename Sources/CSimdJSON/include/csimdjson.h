// simdjson's On-Demand parser behind plain C: Swift imports no C++ here, and the
// library's headers, all templates, are compiled once.

#ifndef SHOGEN_CSIMDJSON_H
#define SHOGEN_CSIMDJSON_H

#include <stddef.h>
#include <stdint.h>

#if defined(__has_feature)
#if __has_feature(nullability)
#pragma clang assume_nonnull begin
#endif
#endif

#ifdef __cplusplus
extern "C" {
#endif

// A parser with the memory it reuses from text to text. Not thread-safe: one a
// worker.
typedef struct csimdjson_parser csimdjson_parser;

typedef enum csimdjson_kind {
  CSIMDJSON_NULL,
  CSIMDJSON_FALSE,
  CSIMDJSON_TRUE,
  CSIMDJSON_NUMBER,
  CSIMDJSON_STRING,
  CSIMDJSON_ARRAY,
  CSIMDJSON_OBJECT,
  // The name of an object's member; the member's value is the node after it.
  CSIMDJSON_NAME
} csimdjson_kind;

typedef enum csimdjson_status {
  CSIMDJSON_OK,
  CSIMDJSON_EMPTY,
  CSIMDJSON_NOT_UTF8,
  CSIMDJSON_OPEN_STRING,
  CSIMDJSON_CONTROL_CHARACTER,
  // An unknown escape, or half of a surrogate pair.
  CSIMDJSON_BAD_ESCAPE,
  CSIMDJSON_BAD_NUMBER,
  CSIMDJSON_BAD_WORD,
  CSIMDJSON_BAD_STRUCTURE,
  CSIMDJSON_TRAILING_TEXT,
  CSIMDJSON_TOO_DEEP,
  CSIMDJSON_TOO_MANY_VALUES,
  CSIMDJSON_NO_MEMORY
} csimdjson_status;

enum {
  // Containers within containers: the walk recurses.
  CSIMDJSON_MAXIMUM_DEPTH = 512,
  // Nodes of one text, 32 bytes each.
  CSIMDJSON_MAXIMUM_NODES = 1 << 20
};

// A value or the name of a member, in the order of the text; a container stands
// before what it holds.
typedef struct {
  // Strings and names without their escapes, valid UTF-8; else NULL.
  const uint8_t *_Nullable text;
  uint32_t length;
  // Where the value's JSON begins and ends in `csimdjson_parser_bytes`; unset for
  // names.
  uint32_t start;
  uint32_t end;
  // The index of the first node after the value and all it holds.
  uint32_t next;
  csimdjson_kind kind;
} csimdjson_node;

// NULL when memory is short.
csimdjson_parser *_Nullable csimdjson_parser_open(void);
void csimdjson_parser_close(csimdjson_parser *parser);

// Parses one JSON text, which may end in white space, strictly by RFC 8259: all
// of it is checked, numbers by their grammar alone, so that any size passes.
// Returns CSIMDJSON_OK, or what is wrong; then there are no nodes.
csimdjson_status csimdjson_parser_parse(csimdjson_parser *parser,
                                        const uint8_t *_Nullable bytes, size_t count);

// A node of the text parsed last, valid until the next call; NULL past the last.
const csimdjson_node *_Nullable csimdjson_parser_node(const csimdjson_parser *parser,
                                                      size_t index);
// The bytes of that text, which nodes refer to.
const uint8_t *_Nullable csimdjson_parser_bytes(const csimdjson_parser *parser);

// Whether bytes are well-formed UTF-8.
int32_t csimdjson_is_utf8(const uint8_t *_Nullable bytes, size_t count);

#ifdef __cplusplus
}
#endif

#if defined(__has_feature)
#if __has_feature(nullability)
#pragma clang assume_nonnull end
#endif
#endif

#endif
