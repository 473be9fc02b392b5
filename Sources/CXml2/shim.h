// The part of libxml2 that Shogen uses: its push parser, which holds no tree, and
// HTML's named characters.

#ifndef SHOGEN_CXML2_H
#define SHOGEN_CXML2_H

#include <libxml/xmlversion.h>
// Debian builds libxml2 with ICU, whose types clash with Foundation's private
// copy of ICU. Only the layout of xmlCharEncodingHandler depends on this, and
// nobody here touches that.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <string.h>

// A parser that calls back and does nothing else: it keeps no nodes and no
// entities, loads no DTD, opens no file and no connection. xmlSAXHandler has
// variadic members, which Swift cannot import, so it is filled in here.
//
// XML_PARSE_IGNORE_ENC: the bytes are UTF-8, whatever they declare. Otherwise a
// declaration could make libxml2 see other tags than those that were checked.
static inline xmlParserCtxtPtr cxml2_parser_create(
    void *user, startElementNsSAX2Func start, endElementNsSAX2Func end,
    charactersSAXFunc characters) {
  xmlSAXHandler handler;
  memset(&handler, 0, sizeof handler);
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = start;
  handler.endElementNs = end;
  handler.characters = characters;
  handler.ignorableWhitespace = characters;
  handler.cdataBlock = characters;
  xmlParserCtxtPtr context = xmlCreatePushParserCtxt(&handler, user, NULL, 0, NULL);
  if (context != NULL) xmlCtxtUseOptions(context, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
  return context;
}

#endif
