#!/usr/bin/env python3
"""Writes the table of Adobe-Japan1 character identifiers that Ingestion decodes by.

usage: make-cid-table.py [/usr/share/poppler/cidToUnicode/Adobe-Japan1]
           > Sources/Ingestion/Repair/AdobeJapan1Table.swift

The list (one hexadecimal code point a line, the line's number being the CID) is
from Debian's package poppler-data. Run `swift format` on the result.
"""

import sys
import unicodedata

LAST = 8719  # the last CID of JIS X 0208 with the extensions of NEC and IBM
WIDTH = 40
NONE = 0xFFFD

# The list maps some CIDs to look-alikes; what the fonts show is this.
OVERRIDES = {
    633: "\u3000",
    95: "~", 96: "’", 98: "‘", 106: "§", 114: "–", 115: "†", 116: "‡", 118: "¶",
    124: "…", 125: "‰",
}


def reading(cid, listed):
    if cid in OVERRIDES:
        return ord(OVERRIDES[cid])
    if 1 <= cid <= 94 and cid != 61:
        return cid + 31
    if 231 <= cid <= 325 and cid != 291:
        return cid - 231 + 32
    if listed < 0x20 or 0xE000 <= listed < 0xF900:
        return NONE
    return listed


def literal(code):
    character = chr(code)
    if character in '"\\':
        return "\\" + character
    if code == NONE or (
        unicodedata.category(character)[0] in "LNPS"
        and unicodedata.normalize("NFC", character) == character
    ):
        return character
    if code in (0x20, 0x3000):
        return " "
    return "\\u{%X}" % code


def main():
    path = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/poppler/cidToUnicode/Adobe-Japan1"
    listed = [int(line, 16) for line in open(path)]
    codes = [NONE] + [reading(cid, listed[cid]) for cid in range(1, LAST + 1)]
    print("""// Written by Benchmarks/tools/make-cid-table.py; do not edit.

/// The characters of the collection Adobe-Japan1, by CID.
///
/// Source: the list `cidToUnicode/Adobe-Japan1` of poppler-data 0.4.12 (Adobe
/// Systems, BSD-3-Clause); Latin and some marks as the fonts show them.
/// - SeeAlso: Adobe Technical Note 5078.
enum AdobeJapan1Table {
  /// Beyond the plain sets of NEC and IBM only variants and rare ideographs follow.
  static let lastCID = %d

  /// Characters by the first CID of each row; U+FFFD stands for none.
  static let rows: [(first: Int, characters: String)] = [""" % LAST)
    for first in range(0, LAST + 1, WIDTH):
        row = codes[first : first + WIDTH]
        if all(code == NONE for code in row):
            continue
        while row[-1] == NONE:
            row.pop()
        text = "".join(map(literal, row))
        print('    (%d, "%s"),' % (first, text))
    print("  ]\n}")


main()
