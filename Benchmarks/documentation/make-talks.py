#!/usr/bin/env python3
"""Cuts a documentation corpus into talks.

Usage: make-talks.py FOLDER TALKS.jsonl LABELS.jsonl

Reads what make-corpus.py wrote to FOLDER and writes talks of 500 to 6,000 characters in
a mixed order, the same every time. A talk's title is its first line, its slides are
stretches of about 250 characters, and its labels, which give a classifier something to
learn, say which package it comes from: manual pages are advanced, and they and the
handbook independent.
"""

import json
import pathlib
import random
import sys


def talks(name, text, generator):
    lines = [line for line in text.split("\n") if line]
    number, start = 0, 0
    while start < len(lines):
        target = generator.randint(500, 6000)
        end, size = start, 0
        while end < len(lines) and size < target:
            size += len(lines[end]) + 1
            end += 1
        if size >= 500:
            number += 1
            yield talk(f"{name}-{number:05}", lines[start:end])
        start = end


def talk(name, lines):
    slides, slide = [], []
    for line in lines[1:]:
        slide.append(line[:6000])
        if sum(map(len, slide)) > 250:
            slides.append("\n".join(slide))
            slide = []
    if slide:
        slides.append("\n".join(slide))
    numbered = [{"number": n, "text": text} for n, text in enumerate(slides, 1)]
    return {"id": name, "title": lines[0][:80], "slides": numbered}


def main():
    folder, talk_path, label_path = sys.argv[1:]
    generator = random.Random(1)
    found = []
    for path in sorted(pathlib.Path(folder).glob("*.txt")):
        is_manual = path.stem.startswith("manpages")
        labels = {
            "depth": "advanced" if is_manual else "basic",
            "scope": "independent" if is_manual or "handbook" in path.stem else "cross-cutting",
        }
        found += [(labels, t) for t in talks(path.stem, path.read_text(encoding="utf-8"), generator)]
    generator.shuffle(found)
    with open(talk_path, "w", encoding="utf-8") as talk_file, open(label_path, "w") as label_file:
        for labels, entry in found:
            talk_file.write(json.dumps(entry, ensure_ascii=False) + "\n")
            label_file.write(json.dumps({"id": entry["id"], "labels": labels}) + "\n")
    print(f"{len(found)} talks", file=sys.stderr)


if __name__ == "__main__":
    main()
