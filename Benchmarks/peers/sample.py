"""The talks that throughput.py measures on: every other one to learn from, the rest to label."""

import json
import os
import pathlib
import shlex
import subprocess
import sys

DOCUMENTATION = pathlib.Path(__file__).resolve().parent.parent / "documentation"
SCHEME = {"axes": [{"id": "depth", "name": "depth", "poles": [
    {"id": "basic", "name": "basic"}, {"id": "advanced", "name": "advanced"}]}]}
REPEATS = 8


class Sample:
    """The talks to learn from and those to label, as files, and the true labels."""

    def __init__(self, cache, megabytes):
        talks, labels = cache / "talks.jsonl", cache / "labels.jsonl"
        pages = cache / "documentation"
        run([sys.executable, DOCUMENTATION / "make-corpus.py", pages])
        run([sys.executable, DOCUMENTATION / "make-talks.py", pages, talks, labels])
        self.folder = cache / "throughput"
        self.folder.mkdir(exist_ok=True)
        self.training, self.tested = self.folder / "training.jsonl", self.folder / "tested.jsonl"
        self.repeated, self.one = self.folder / "repeated.jsonl", self.folder / "one.jsonl"
        self.scheme = self.folder / "scheme.json"
        self.scheme.write_text(json.dumps(SCHEME), encoding="utf-8")
        self.truth, self.bytes, self.learnt_count = {}, 0, 0
        self.split(talks, labels, megabytes * 1e6)

    def split(self, talk_path, label_path, limit):
        total, held = 0, []
        with open(talk_path, encoding="utf-8") as talks, open(label_path) as labels, \
                open(self.training, "w", encoding="utf-8") as training:
            for number, (talk, label) in enumerate(zip(map(json.loads, talks), labels)):
                depth = json.loads(label)["labels"]["depth"]
                text = "\n".join([talk["title"], *(slide["text"] for slide in talk["slides"])])
                size = len(text.encode())
                total += size
                if total > limit:
                    break
                if number % 2:
                    held.append(talk)
                    self.truth[talk["id"]] = depth
                    self.bytes += size
                else:
                    self.learnt_count += 1
                    write(training, talk | {"labels": {"depth": depth}})
        with open(self.tested, "w", encoding="utf-8") as tested:
            for talk in held:
                write(tested, talk)
        with open(self.repeated, "w", encoding="utf-8") as repeated:
            for copy in range(REPEATS):
                for talk in held:
                    write(repeated, talk | {"id": f"{talk['id']}-{copy}"})
        with open(self.one, "w", encoding="utf-8") as one:
            write(one, held[0])


def write(file, record):
    file.write(json.dumps(record, ensure_ascii=False) + "\n")


def run(command):
    environment = os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    result = subprocess.run(
        [str(part) for part in command], env=environment, capture_output=True, text=True)
    if result.returncode:
        sys.exit(f"{shlex.join(map(str, command))}: {result.stderr.strip()[-2000:]}")
    return result.stdout
