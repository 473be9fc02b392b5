#!/usr/bin/env python3
"""How the cost of classifying grows: prints the tables of Benchmarks/README.md.

Usage: growth.py SHOGEN TALKS.jsonl LABELS.jsonl FOLDER

TALKS and LABELS are those of make-talks.py; models and inputs are written to FOLDER
(some 800 MB) and used again. MB are 10⁶ bytes of text in UTF-8. Each figure is a median
of three runs; compare them within one run of this script only.
"""

import json
import os
import pathlib
import random
import statistics
import subprocess
import sys
import time

LEARNING = ["--no-fragments", "--no-search", "--folds", "2", "--repeats", "1",
            "--minimum-document-frequency", "1"]
DEFAULT_TERMS = 100_000
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def run(command):
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL)


def write(path, talks):
    """Writes talks unless they are there; returns the bytes of their texts."""
    size_path = path.with_suffix(".bytes")
    if not size_path.exists():
        size = 0
        with open(path, "w", encoding="utf-8") as file:
            for number, text in enumerate(talks):
                size += len(text.encode())
                talk = {"id": str(number), "slides": [{"number": 1, "text": text}]}
                file.write(json.dumps(talk, ensure_ascii=False) + "\n")
        size_path.write_text(str(size))
    return int(size_path.read_text())


def stretches(text, length, count):
    """Stretches of a length from everywhere in a text, in a mixed order."""
    generator = random.Random(length)
    for _ in range(count):
        start = generator.randrange(len(text) - length)
        yield text[start:start + length]


def unheard_words(count):
    """Words that no talk has, by which a vocabulary grows beyond what the corpus has."""
    for number in range(count):
        word = ""
        for _ in range(5):
            number, digit = divmod(number, len(DIGITS))
            word += DIGITS[digit]
        yield "q" + word + "x"


def model(shogen, talks, labels, folder, terms):
    path = folder / f"model-{terms}"
    if path.exists():
        return path
    training, truth = [talks], [labels]
    if terms > DEFAULT_TERMS:
        words = list(unheard_words(terms))
        padding, padding_labels = folder / "padding.jsonl", folder / "padding-labels.jsonl"
        size = 5_000
        write(padding, (" ".join(words[n:n + size]) for n in range(0, terms, size)))
        with open(padding_labels, "w") as file:
            for number in range(0, terms // size):
                label = {"depth": ("basic", "advanced")[number % 2]}
                file.write(json.dumps({"id": str(number), "labels": label}) + "\n")
        training.append(padding)
        truth.append(padding_labels)
    run([shogen, "train", *training, *(part for path in truth for part in ("--labels", path)),
         *LEARNING, "--maximum-vocabulary", terms, "-o", path])
    return path


def classify(shogen, talks, model_path, workers, output):
    """Seconds and megabytes of memory of one run from file to file."""
    command = [shogen, "classify", talks, "--model", model_path, "--format", "jsonl",
               "--workers", workers, "-o", output]
    # The peak that the system tells is at least that of the process that started it, so a
    # small one does.
    told = subprocess.run([sys.executable, __file__, "--run", *map(str, command)], check=True,
                          capture_output=True, text=True).stdout
    return tuple(map(float, told.split()))


def start(command):
    """Runs a command and prints its seconds and megabytes."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{command} failed")
    print(time.perf_counter() - begin, usage.ru_maxrss / 1000)


def rates(shogen, talks, model_path, size, output):
    """MB/s and MB of memory with one worker and with two, in turn."""
    runs = [[classify(shogen, talks, model_path, workers, output) for workers in (1, 2)]
            for _ in range(3)]
    seconds = [statistics.median(run[n][0] for run in runs) for n in (0, 1)]
    memory = [max(run[n][1] for run in runs) for n in (0, 1)]
    return [f"{size / 1e6 / second:.1f}" for second in seconds], [f"{mb:.0f}" for mb in memory]


def table(head, rows):
    print("| " + " | ".join(head) + " |")
    print("| " + " | ".join("---" for _ in head) + " |")
    for row in rows:
        print("| " + " | ".join(row) + " |")
    print(flush=True)


def main():
    shogen, talks, labels, folder = map(pathlib.Path, sys.argv[1:])
    folder.mkdir(parents=True, exist_ok=True)
    with open(talks, encoding="utf-8") as file:
        texts = ["\n".join([talk["title"], *(slide["text"] for slide in talk["slides"])])
                 for talk in map(json.loads, file)]
    size, text, output = sum(len(t.encode()) for t in texts), "\n".join(texts), folder / "out.jsonl"
    columns = ["MB/s, 1 worker", "2 workers", "MB of memory", "2 workers"]
    rows = []
    for terms in (1_000, 10_000, 100_000, 1_000_000):
        path = model(shogen, talks, labels, folder, terms)
        speed, memory = rates(shogen, talks, path, size, output)
        rows.append([f"{terms:,}", *speed, *memory])
    table(["terms in the vocabulary", *columns], rows)
    path, rows = model(shogen, talks, labels, folder, DEFAULT_TERMS), []
    for count in (1_000, 10_000, 100_000, 1_000_000):
        name = folder / f"talks-{count}.jsonl"
        bytes_ = write(name, stretches(text, 250, count))
        speed, memory = rates(shogen, name, path, bytes_, output)
        rows.append([f"{count:,}", *speed, *memory])
    table(["talks of 250 characters", *columns], rows)
    rows = []
    for length in (100, 1_000, 10_000, 100_000, 1_000_000):
        name = folder / f"length-{length}.jsonl"
        bytes_ = write(name, stretches(text, length, 20_000_000 // length))
        speed, memory = rates(shogen, name, path, bytes_, output)
        rows.append([f"{length:,}", *speed, *memory])
    table(["characters a talk", *columns], rows)


if sys.argv[1:2] == ["--run"]:
    start(sys.argv[2:])
else:
    main()
