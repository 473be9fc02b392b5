"""Shogen beside what people assemble today: from Japanese text to a prediction.

    throughput.py [--megabytes N] [--rounds N] [--vaporetto-model FILE]

Makes labelled talks out of Debian's Japanese documentation (../documentation), trains
each peer and Shogen on every other one of them, lets them label the others in turn, and
prints one table. Each runs in a process of its own on one thread; MB are 10⁶ bytes of
the texts in UTF-8, times are medians of the rounds. The peers are timed from texts in
memory to labels in memory; `shogen classify` is timed as a whole, from the start of the
process over a JSONL file to a JSONL file, and the rows of `shogen bench` in memory.
"""

import argparse
import json
import os
import pathlib
import platform
import re
import statistics
import subprocess
import sys
import textwrap
import time

from sample import REPEATS, Sample, run

HERE = pathlib.Path(__file__).resolve().parent
TITLES = {
    "icu": "PyICU words | scikit-learn",
    "mecab": "MeCab words | scikit-learn",
    "characters": "scikit-learn, character 2-3-grams",
    "mecab-fasttext": "MeCab words | fastText",
    "vaporetto-fasttext": "Vaporetto words | fastText",
    "vowpal-wabbit": "Vowpal Wabbit, words cut beforehand",
}
MODELS = {"default": [], "words and pairs": ["--no-fragments"]}
STAGES = {
    ("cut words, ICU's iterator", 1): "ICU's iterator in Shogen, cutting alone",
    ("cut words, tables", 1): "tables in Shogen, cutting alone",
    ("scoring alone", 1): "scoring alone",
    ("talk → JSON line", 1): "in memory, 1 worker",
    ("talk → JSON line", 2): "in memory, 2 workers",
}


def say(text):
    print(f"{time.strftime('%H:%M:%S')} {text}", file=sys.stderr, flush=True)


def accuracy(sample, path, label):
    records = [json.loads(line) for line in open(path, encoding="utf-8")]
    right = sum(label(record) == sample.truth[record["id"]] for record in records)
    return right / len(sample.truth)


class Peer:
    def __init__(self, name, sample, vaporetto_model):
        self.name, self.title, self.sample, self.copies = name, TITLES[name], sample, 1
        self.folder = sample.folder / name
        self.folder.mkdir(exist_ok=True)
        self.missing, self.rounds = None, []
        own_model = self.folder / "vaporetto.model"
        own_model.unlink(missing_ok=True)
        if vaporetto_model and name.startswith("vaporetto"):
            own_model.symlink_to(vaporetto_model.resolve())

    def process(self, verb, *arguments):
        command = [sys.executable, HERE / "pipelines.py", verb, self.name, *arguments]
        result = json.loads(run(command))
        self.missing = result.get("missing")
        return result

    def train(self):
        result = self.process("train", self.sample.training, self.folder)
        if not self.missing:
            self.training, self.versions = result["seconds"], result["versions"]

    def score(self):
        spawned = time.monotonic()
        predictions = self.folder / "predictions.jsonl"
        result = self.process("score", self.sample.tested, self.folder, predictions)
        if not self.missing:
            result["start"] = result["ready"] - spawned
            self.rounds.append(result)
            self.accuracy = accuracy(self.sample, predictions, lambda r: r["label"])


class Command:
    """`shogen classify` on a file, start and all, with one of the models."""

    missing = None

    def __init__(self, shogen, features, workers, copies, sample):
        times = "" if copies == 1 else f", talks × {copies}"
        self.title = f"shogen classify, {workers} worker{'s' * (workers > 1)}{times}"
        self.shogen, self.features, self.workers = shogen, features, workers
        self.copies, self.sample = copies, sample
        self.model = sample.folder / features
        self.accuracy, self.training, self.rounds = None, None, []

    def train(self):
        start = time.perf_counter()
        run([
            self.shogen, "train", self.sample.training, "--scheme", self.sample.scheme,
            "--no-search", "--folds", "2", "--repeats", "1", "--workers", "1",
            *MODELS[self.features], "-o", self.model])
        self.training = time.perf_counter() - start

    def classify(self, path, predictions):
        start = time.perf_counter()
        process = subprocess.Popen([
            self.shogen, "classify", path, "--model", self.model, "--format", "jsonl",
            "--workers", str(self.workers), "-o", predictions], stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            sys.exit(f"shogen classify {path}: exit code {process.returncode}")
        return {
            "seconds": seconds, "cpu": usage.ru_utime + usage.ru_stime,
            "peak": usage.ru_maxrss * 1024}

    def score(self):
        predictions = self.sample.folder / "predictions.jsonl"
        start = self.classify(self.sample.one, predictions)["seconds"]
        path = self.sample.tested if self.copies == 1 else self.sample.repeated
        self.rounds.append(self.classify(path, predictions) | {"start": start})
        if self.copies == 1:
            self.accuracy = accuracy(
                self.sample, predictions, lambda r: r["axes"]["depth"]["pole"])


def bench(shogen, features, sample, rounds):
    """Titles, MB/s and talks/s of the stages that `shogen bench` measures in memory."""
    text = run([
        shogen, "bench", sample.tested, "--model", sample.folder / features,
        "--rounds", str(rounds), "--workers", "2"])
    for line in text.splitlines():
        found = re.match(r"(.+?)\s{2,}(\d+)\s+([\d,]+)\s+([\d.]+)\s", line)
        title = found and STAGES.get((found[1], int(found[2])))
        if title and (found[1].startswith("talk") or features == "default"):
            yield title, float(found[4]), float(found[3].replace(",", ""))


def print_heading(title):
    print(f"{title:41}{'MB/s':>8}{'talks/s':>11}{'CPU s':>8}{'MB/CPU s':>10}{'peak MB':>9}"
          f"{'start s':>9}{'training s':>12}{'accuracy':>10}")


def print_rows(entries, stages, sample):
    for entry in entries:
        if entry.missing:
            continue
        middle = {
            key: statistics.median(r[key] for r in entry.rounds)
            for key in ("seconds", "cpu", "peak", "start")}
        rate = entry.copies / middle["seconds"]
        training = "" if entry.training is None else f"{entry.training:.1f}"
        right = "" if entry.accuracy is None else f"{entry.accuracy:.4f}"
        line = (
            f"{entry.title:41}{sample.bytes / 1e6 * rate:8.1f}{len(sample.truth) * rate:11,.0f}"
            f"{middle['cpu'] / entry.copies:8.2f}"
            f"{sample.bytes / 1e6 * entry.copies / middle['cpu']:10.1f}"
            f"{middle['peak'] / 1e6:9.0f}{middle['start']:9.2f}{training:>12}{right:>10}")
        print(line.rstrip())
    for title, megabytes, talks in stages:
        print(f"{title:41}{megabytes:8.1f}{talks:11,.0f}")


def print_notes(entries, sample, shogen, options):
    majority = max(list(sample.truth.values()).count(l) for l in set(sample.truth.values()))
    notes = [
        f"{len(sample.truth):,} talks, {sample.bytes:,} bytes of UTF-8, labelled by what "
        f"{sample.learnt_count:,} others teach; the commoner label is "
        f"{majority / len(sample.truth):.4f} of them",
        f"medians of {options.rounds} rounds; CPU seconds are for these talks once; other "
        "programs that keep the processor busy lower MB/s, and MB/CPU s less",
    ]
    notes += [f"left out, {e.title}: {e.missing}" for e in entries if e.missing]
    versions = {v for entry in entries for v in getattr(entry, "versions", [])}
    shogen_version = run([shogen, "--version"]).splitlines()[0]
    notes.append(
        f"versions: Shogen {shogen_version}, Python {platform.python_version()}, "
        + ", ".join(sorted(versions)))
    name = re.search(r"model name\s*:\s*(.+)", pathlib.Path("/proc/cpuinfo").read_text())
    notes.append(
        f"processor: {name[1] if name else platform.machine()}, {os.cpu_count()} cores, "
        f"load {os.getloadavg()[0]:.1f} at the end; {time.strftime('%Y-%m-%d')}")
    print("\n" + "\n".join(textwrap.fill(note, 96) for note in notes))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--megabytes", type=float, default=16, help="of text, both halves")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--shogen", default=".build/release/shogen", type=pathlib.Path)
    parser.add_argument("--cache", default=".cache", type=pathlib.Path)
    parser.add_argument(
        "--vaporetto-model", type=pathlib.Path,
        help="a decompressed one; by default one learns from MeCab")
    options = parser.parse_args()
    shogen = options.shogen.resolve()
    sample = Sample(options.cache.resolve(), options.megabytes)
    peers = [Peer(name, sample, options.vaporetto_model) for name in TITLES]
    commands = {
        features: [
            Command(shogen, features, *how, sample) for how in ((1, 1), (1, REPEATS), (2, REPEATS))]
        for features in MODELS}
    everyone = peers + sum(commands.values(), [])
    for entry in peers + [own[0] for own in commands.values()]:
        say(f"training: {entry.title}")
        if not entry.missing:
            entry.train()
    for number in range(1, options.rounds + 1):
        say(f"round {number} of {options.rounds}")
        for entry in everyone:
            if not entry.missing:
                entry.score()
    stages = {}
    for features in MODELS:
        say(f"shogen bench, {features}")
        stages[features] = list(bench(shogen, features, sample, options.rounds))
    print_heading("peers, text → label in memory")
    print_rows(peers, [], sample)
    for features in MODELS:
        print()
        print_heading(f"Shogen, features: {features}")
        print_rows(commands[features], stages[features], sample)
    print_notes(everyone, sample, shogen, options)


if __name__ == "__main__":
    main()
