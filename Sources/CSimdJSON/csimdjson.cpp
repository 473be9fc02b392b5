// No call here throws: memory is asked for with nothrow, and simdjson reports by
// value.
#define SIMDJSON_EXCEPTIONS 0
#include "csimdjson.h"

#include <simdjson.h>

#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <string_view>

using namespace simdjson;

namespace {

// Texts longer than this are first checked for a number of values that would fill
// memory, and do not leave their buffers behind.
constexpr size_t large = 4 << 20;

csimdjson_status status_of(error_code error) {
  switch (error) {
    case SUCCESS: return CSIMDJSON_OK;
    case EMPTY: return CSIMDJSON_EMPTY;
    case UTF8_ERROR: return CSIMDJSON_NOT_UTF8;
    case UNCLOSED_STRING: return CSIMDJSON_OPEN_STRING;
    case UNESCAPED_CHARS: return CSIMDJSON_CONTROL_CHARACTER;
    case STRING_ERROR: return CSIMDJSON_BAD_ESCAPE;
    case DEPTH_ERROR: return CSIMDJSON_TOO_DEEP;
    case MEMALLOC: return CSIMDJSON_NO_MEMORY;
    default: return CSIMDJSON_BAD_STRUCTURE;
  }
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

size_t skip_digits(std::string_view text, size_t at) {
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') at += 1;
  return at;
}

// -?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?
bool is_number(std::string_view text) {
  size_t start = !text.empty() && text[0] == '-' ? 1 : 0;
  size_t at = skip_digits(text, start);
  if (at == start || (text[start] == '0' && at > start + 1)) return false;
  if (at < text.size() && text[at] == '.') {
    start = at + 1;
    at = skip_digits(text, start);
    if (at == start) return false;
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    start = at + 1;
    if (start < text.size() && (text[start] == '+' || text[start] == '-')) start += 1;
    at = skip_digits(text, start);
    if (at == start) return false;
  }
  return at == text.size();
}

// Whether UTF-8 that is otherwise well formed encodes U+D800 to U+DFFF.
bool has_surrogate(std::string_view text) {
  size_t at = text.find('\xED');
  while (at != text.npos) {
    if (at + 1 < text.size() && uint8_t(text[at + 1]) >= 0xA0) return true;
    at = text.find('\xED', at + 1);
  }
  return false;
}

// At least as many as there are nodes, counting those within strings too.
size_t separator_count(const uint8_t *bytes, size_t count) {
  size_t found = 1;
  for (size_t i = 0; i < count; i += 1) {
    const uint8_t c = bytes[i];
    found += (c == ',') + (c == ':') + (c == '[') + (c == '{');
  }
  return found;
}

}  // namespace

struct csimdjson_parser {
  ondemand::parser parser;
  std::unique_ptr<char[]> bytes;
  size_t capacity = 0;
  size_t count = 0;
  csimdjson_node *nodes = nullptr;
  size_t node_capacity = 0;
  size_t node_count = 0;

  ~csimdjson_parser() { std::free(nodes); }

  bool reserve(size_t size) {
    if (capacity > large && size < capacity / 2) {
      bytes.reset();
      capacity = 0;
      parser = ondemand::parser();
      std::free(nodes);
      nodes = nullptr;
      node_capacity = 0;
    }
    if (size + SIMDJSON_PADDING <= capacity) return true;
    capacity = 0;
    bytes.reset(new (std::nothrow) char[size + size / 2 + SIMDJSON_PADDING]);
    if (bytes == nullptr) return false;
    capacity = size + size / 2 + SIMDJSON_PADDING;
    return true;
  }

  // The index of a new node in `index`, or what is wrong.
  csimdjson_status add(csimdjson_kind kind, std::string_view json, size_t &index) {
    if (node_count == node_capacity) {
      if (node_count >= CSIMDJSON_MAXIMUM_NODES) return CSIMDJSON_TOO_MANY_VALUES;
      const size_t wanted = node_capacity == 0 ? 256 : 2 * node_capacity;
      void *grown = std::realloc(nodes, wanted * sizeof(csimdjson_node));
      if (grown == nullptr) return CSIMDJSON_NO_MEMORY;
      nodes = static_cast<csimdjson_node *>(grown);
      node_capacity = wanted;
    }
    index = node_count;
    node_count += 1;
    const uint32_t start = json.data() == nullptr ? 0 : uint32_t(json.data() - bytes.get());
    nodes[index] = {nullptr, 0, start, start + uint32_t(json.size()), uint32_t(index + 1), kind};
    return CSIMDJSON_OK;
  }

  // The bytes were checked to be UTF-8 before any escape was decoded, so only an
  // escape for half a surrogate pair can spoil that. The library refuses those;
  // whoever takes the text for valid must not depend on its version.
  csimdjson_status set_text(size_t index, std::string_view text) {
    if (has_surrogate(text)) return CSIMDJSON_BAD_ESCAPE;
    nodes[index].text = reinterpret_cast<const uint8_t *>(text.data());
    nodes[index].length = uint32_t(text.size());
    return CSIMDJSON_OK;
  }
};

namespace {

// Visits every value: On-Demand checks only what is visited.
struct Walk {
  csimdjson_parser &parser;
  ondemand::document &document;

  // A value of a document or the document's root itself, which differ in type.
  template <typename Value>
  csimdjson_status value(Value &value, int depth) {
    ondemand::json_type type;
    if (auto error = value.type().get(type)) return status_of(error);
    std::string_view json;
    if (auto error = token(value, json)) return error;
    while (!json.empty() && is_space(json.back())) json.remove_suffix(1);
    size_t index = 0;
    switch (type) {
      case ondemand::json_type::array: {
        if (auto error = parser.add(CSIMDJSON_ARRAY, json, index)) return error;
        ondemand::array array;
        if (auto error = value.get_array().get(array)) return status_of(error);
        if (auto error = elements(array, depth + 1)) return error;
        return close(index);
      }
      case ondemand::json_type::object: {
        if (auto error = parser.add(CSIMDJSON_OBJECT, json, index)) return error;
        ondemand::object object;
        if (auto error = value.get_object().get(object)) return status_of(error);
        if (auto error = members(object, depth + 1)) return error;
        return close(index);
      }
      case ondemand::json_type::string: {
        if (auto error = parser.add(CSIMDJSON_STRING, json, index)) return error;
        std::string_view text;
        if (auto error = value.get_string().get(text)) return status_of(error);
        return parser.set_text(index, text);
      }
      case ondemand::json_type::number:
        return is_number(json) ? parser.add(CSIMDJSON_NUMBER, json, index)
                               : CSIMDJSON_BAD_NUMBER;
      case ondemand::json_type::boolean:
        if (json == "true") return parser.add(CSIMDJSON_TRUE, json, index);
        if (json == "false") return parser.add(CSIMDJSON_FALSE, json, index);
        return CSIMDJSON_BAD_WORD;
      case ondemand::json_type::null:
        return json == "null" ? parser.add(CSIMDJSON_NULL, json, index)
                              : CSIMDJSON_BAD_WORD;
      default: return CSIMDJSON_BAD_STRUCTURE;
    }
  }

 private:
  csimdjson_status token(ondemand::value &value, std::string_view &json) {
    json = value.raw_json_token();
    return CSIMDJSON_OK;
  }

  csimdjson_status token(ondemand::document &root, std::string_view &json) {
    return status_of(root.raw_json_token().get(json));
  }

  csimdjson_status elements(ondemand::array &array, int depth) {
    if (depth > CSIMDJSON_MAXIMUM_DEPTH) return CSIMDJSON_TOO_DEEP;
    for (auto result : array) {
      ondemand::value element;
      if (auto error = std::move(result).get(element)) return status_of(error);
      if (auto error = value(element, depth)) return error;
    }
    return CSIMDJSON_OK;
  }

  csimdjson_status members(ondemand::object &object, int depth) {
    if (depth > CSIMDJSON_MAXIMUM_DEPTH) return CSIMDJSON_TOO_DEEP;
    for (auto result : object) {
      ondemand::field field;
      if (auto error = std::move(result).get(field)) return status_of(error);
      size_t index = 0;
      if (auto error = parser.add(CSIMDJSON_NAME, std::string_view(), index)) return error;
      std::string_view name;
      if (auto error = field.unescaped_key().get(name)) return status_of(error);
      if (auto error = parser.set_text(index, name)) return error;
      if (auto error = value(field.value(), depth)) return error;
    }
    return CSIMDJSON_OK;
  }

  // The container's last byte is the last before the next token, white space aside.
  csimdjson_status close(size_t index) {
    const char *next = nullptr;
    size_t end = parser.count;
    if (document.current_location().get(next) == SUCCESS) end = size_t(next - parser.bytes.get());
    while (end > 0 && is_space(parser.bytes[end - 1])) end -= 1;
    parser.nodes[index].end = uint32_t(end);
    parser.nodes[index].next = uint32_t(parser.node_count);
    return CSIMDJSON_OK;
  }
};

csimdjson_status walk(csimdjson_parser &parser) {
  ondemand::document document;
  auto error = parser.parser
                   .iterate(parser.bytes.get(), parser.count, parser.count + SIMDJSON_PADDING)
                   .get(document);
  if (error) return status_of(error);
  if (auto status = Walk{parser, document}.value(document, 0)) return status;
  for (size_t at = parser.nodes[0].end; at < parser.count; at += 1) {
    if (!is_space(parser.bytes[at])) return CSIMDJSON_TRAILING_TEXT;
  }
  return CSIMDJSON_OK;
}

}  // namespace

csimdjson_parser *csimdjson_parser_open(void) { return new (std::nothrow) csimdjson_parser; }

void csimdjson_parser_close(csimdjson_parser *parser) { delete parser; }

csimdjson_status csimdjson_parser_parse(csimdjson_parser *parser, const uint8_t *bytes,
                                        size_t count) {
  parser->node_count = 0;
  // Offsets in nodes, and simdjson's own, have 32 bits.
  if (count >= UINT32_MAX / 2) return CSIMDJSON_NO_MEMORY;
  // Four times as many: text has commas too.
  if (count > large && separator_count(bytes, count) / 4 > CSIMDJSON_MAXIMUM_NODES) {
    return CSIMDJSON_TOO_MANY_VALUES;
  }
  if (!parser->reserve(count)) return CSIMDJSON_NO_MEMORY;
  if (count > 0) std::memcpy(parser->bytes.get(), bytes, count);
  std::memset(parser->bytes.get() + count, 0, SIMDJSON_PADDING);
  parser->count = count;
  const csimdjson_status status = walk(*parser);
  if (status != CSIMDJSON_OK) parser->node_count = 0;
  return status;
}

const csimdjson_node *csimdjson_parser_node(const csimdjson_parser *parser, size_t index) {
  return index < parser->node_count ? parser->nodes + index : nullptr;
}

const uint8_t *csimdjson_parser_bytes(const csimdjson_parser *parser) {
  return reinterpret_cast<const uint8_t *>(parser->bytes.get());
}

int32_t csimdjson_is_utf8(const uint8_t *bytes, size_t count) {
  return validate_utf8(reinterpret_cast<const char *>(bytes), count);
}
