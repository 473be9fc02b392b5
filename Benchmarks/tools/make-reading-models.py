#!/usr/bin/env python3
"""Writes the two small models of text that Ingestion reads damaged text by.

usage: make-reading-models.py MAN-FOLDER TALKS-FOLDER SOURCES-FOLDER

MAN-FOLDER holds the Japanese manual pages of Debian's manpages-ja and
manpages-ja-dev (`/usr/share/man/ja`); only counts are taken from them.
TALKS-FOLDER is Corpora/fictional-sre-talks; SOURCES-FOLDER is
Sources/Ingestion/Repair, where JapaneseModelTable.swift,
JapaneseTrigramTable.swift and LatinModelTable.swift are written. Run `swift format` on the results.
"""

import collections
import glob
import gzip
import math
import os
import re
import sys

TALK_WEIGHT = 4  # talks are closer to slides than manual pages, and far fewer
TRIGRAMS = 4000
KATAKANA_WORDS = 600
PAIRS = 2400
LATIN_TALK_WEIGHT = 30


def manual_lines(folder):
    seen = set()
    for path in sorted(glob.glob(folder + "/man*/*.gz")):
        for line in gzip.open(path).read().decode("utf-8", "replace").split("\n"):
            if line.startswith(("'\\\"", '.\\"', ".TH", ".so")):
                continue
            if line.startswith("."):
                line = line.partition(" ")[2]
            line = re.sub(r"\\f(\[[^\]]*\]|\(..|.)|\\[|&/,]|\\s[-+]?\d+", "", line)
            line = line.replace("\\-", "-")
            line = re.sub(r"\\\(..|\\\[[^\]]*\]|\\\*\(..|\\[%:^e]", " ", line)
            line = line.replace('"', "").strip()
            if line and line not in seen:
                seen.add(line)
                yield line


def symbol(c):
    """The index of a character's class: 83 hiragana, then the other classes."""
    code = ord(c)
    if 0x3041 <= code <= 0x3093:
        return code - 0x3041
    if 0x4E00 <= code <= 0x9FFF or c in "々〆":
        return 83
    if 0x30A1 <= code <= 0x30FC:
        return 84
    if c.isascii() and c.isalnum() or 0xFF10 <= code <= 0xFF5A and c.isalnum():
        return 85
    return 86


SYMBOLS = 87
OTHER = 86


class Bigrams:
    def __init__(self, weighted, count, symbols, boundary, strength, floor):
        pairs, contexts, singles = (collections.Counter() for _ in range(3))
        for weight, line in weighted:
            s = [boundary] + [symbols(c) for c in line] + [boundary]
            for a, b in zip(s, s[1:]):
                pairs[a, b] += weight
                contexts[a] += weight
                singles[b] += weight
        total = sum(singles.values()) + floor * count
        self.log = [
            [
                math.log(
                    (pairs[a, b] + strength * (singles[b] + floor) / total)
                    / (contexts[a] + strength)
                )
                for b in range(count)
            ]
            for a in range(count)
        ]


def quantized(value, step, offset):
    """A printable character for a number; `~` is the largest."""
    level = max(0, min(93, round(value / step) + offset))
    return chr(33 + level)


def swift(text):
    return text.replace("\\", "\\\\").replace('"', '\\"')


def write_japanese(lines, talks, path, trigram_path):
    weighted = [(1, l) for l in lines] + [(TALK_WEIGHT, l) for l in talks]
    weighted = [(w, l) for w, l in weighted if any(ord(c) > 0x3000 for c in l)]
    bigrams = Bigrams(weighted, SYMBOLS, symbol, OTHER, 3, 0.3).log
    triples, contexts = collections.Counter(), collections.Counter()
    kanji, katakana, pairs = (collections.Counter() for _ in range(3))
    for weight, line in weighted:
        s = [OTHER] + [symbol(c) for c in line] + [OTHER, OTHER]
        for a, b, c in zip(s, s[1:], s[2:]):
            triples[a, b, c] += weight
            contexts[a, b] += weight
        for c in line:
            if symbol(c) == 83:
                kanji[c] += weight
        # Most words of ideographs have two; a third is mostly a suffix.
        for run in re.findall("[\u4e00-\u9fff]{2,5}", line):
            for start in range(0, len(run) - 1, 2):
                pairs[run[start : start + 2]] += weight
    for weight, line in weighted:
        for word in re.findall("[ァ-ヴー]{4,}", line):
            katakana[word] += weight
    gains = []
    for (a, b, c), n in triples.items():
        base = bigrams[b][c]
        log = math.log((n + 2 * math.exp(base)) / (contexts[a, b] + 2))
        gains.append((-abs(n * (log - base)), a, b, c, log - base))
    kept = sorted((a, b, c, w) for _, a, b, c, w in sorted(gains)[:TRIGRAMS])
    ranked = [c for c, _ in sorted(kanji.items(), key=lambda item: (-item[1], item[0]))]
    total = sum(kanji.values())
    for limit in (128, 512, 1024):
        mass = sum(kanji[c] for c in ranked[:limit]) / total
        print("kanji", limit, "mass", round(mass, 4), file=sys.stderr)
    words = [w for w, n in sorted(katakana.items(), key=lambda i: (-i[1], i[0]))]
    words = sorted(w for w in words[:KATAKANA_WORDS])
    with open(path, "w") as out:
        print("""// Written by Benchmarks/tools/make-reading-models.py; do not edit.

/// Counts of Japanese text, as numbers: how likely one character follows others.
///
/// Counted in the manual pages of Debian's manpages-ja and the talks of
/// Corpora/fictional-sre-talks. ``JapaneseModel`` says what the symbols are.
enum JapaneseModelTable {
  /// The natural logarithm of P(column | row), by row.
  ///
  /// Eighths of a nat, `~` for 0; 87 columns.
  static let bigrams = [""", file=out)
        for row in bigrams:
            text = "".join(quantized(v, 1 / 8, 93) for v in row)
            print('    "%s",' % swift(text), file=out)
        print("""  ]

  /// Common ideographs, the commonest first.
  static let ideographs = [""", file=out)
        for i in range(0, 1024, 64):
            print('    "%s",' % "".join(ranked[i : i + 64]), file=out)
        print("""  ]

  /// Common pairs of ideographs.
  static let pairs = [""", file=out)
        common = sorted(pairs, key=lambda p: (-pairs[p], p))[:PAIRS]
        for i in range(0, PAIRS, 40):
            print('    "%s",' % "".join(common[i : i + 40]), file=out)
        print("""  ]

  /// Common words in katakana.
  static let katakanaWords = [""", file=out)
        line = ""
        for word in words:
            if len(line) + len(word) > 60:
                print('    "%s",' % line.strip(), file=out)
                line = ""
            line += word + " "
        print('    "%s",\n  ]\n}' % line.strip(), file=out)
    with open(trigram_path, "w") as out:
        print("""// Written by Benchmarks/tools/make-reading-models.py; do not edit.

/// What a third symbol adds to the bigrams of ``JapaneseModelTable``.
enum JapaneseTrigramTable {
  /// Entries of four characters, ascending.
  ///
  /// Three symbols counted from `!`, then eighths of a nat, `P` for 0.
  static let trigrams = [""", file=out)
        flat = [
            chr(33 + a) + chr(33 + b) + chr(33 + c) + quantized(w, 1 / 8, 47)
            for a, b, c, w in kept
        ]
        for i in range(0, len(flat), 20):
            print('    "%s",' % swift("".join(flat[i : i + 20])), file=out)
        print("  ]\n}", file=out)


def write_latin(lines, talks, path):
    weighted = [(1, s) for l in lines for s in re.findall("[!-~]+", l)]
    weighted += [(LATIN_TALK_WEIGHT, s) for l in talks for s in re.findall("[!-~]+", l)]
    bigrams = Bigrams(weighted, 95, lambda c: ord(c) - 32, 0, 4, 1).log
    with open(path, "w") as out:
        print("""// Written by Benchmarks/tools/make-reading-models.py; do not edit.

/// Counts of Latin text in Japanese pages, as numbers: how likely one character
/// follows another.
///
/// Counted in the manual pages of Debian's manpages-ja and the talks of
/// Corpora/fictional-sre-talks.
enum LatinModelTable {
  /// The natural logarithm of P(column | row), by row.
  ///
  /// Eighths of a nat, `~` for 0; a column for each of U+0020...U+007E, where
  /// U+0020 is the end of a run.
  static let bigrams = [""", file=out)
        for row in bigrams:
            print('    "%s",' % swift("".join(quantized(v, 1 / 8, 93) for v in row)), file=out)
        print("  ]\n}", file=out)


def main():
    man, talks_folder, sources = sys.argv[1:]
    lines = list(manual_lines(man))
    talks = [
        line
        for path in sorted(glob.glob(talks_folder + "/*.txt"))
        for line in open(path).read().split("\n")
    ]
    half = os.environ.get("TALKS")  # leave a half out, to measure on it
    if half:
        middle = len(talks) // 2
        talks = talks[:middle] if half == "first" else talks[middle:]
    write_japanese(
        lines, talks, sources + "/JapaneseModelTable.swift",
        sources + "/JapaneseTrigramTable.swift",
    )
    write_latin(lines, talks, sources + "/LatinModelTable.swift")


main()
