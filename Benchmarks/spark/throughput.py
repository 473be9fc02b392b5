"""Talks a second through Spark beside the command alone, and what starting Spark costs.

    throughput.py [--talks 200000] [--rounds 3]

Run by `make bench-spark`. Rounds go around all rows, and medians are printed. Spark runs
in one process with two threads (`local[2]`), each a partition with a command of its own.
"""

import argparse
import pathlib
import shutil
import statistics
import subprocess
import tempfile
import time

import make_talks
import spark

ROOT = pathlib.Path(__file__).parents[2]
SHOGEN = ROOT / ".build/release/shogen"
MODEL = ROOT / "Models/sre-quadrant"
CORPUS = ROOT / "Corpora/fictional-sre-talks"


def seconds(line: list[object], **more) -> float:
    """How long a command runs."""
    start = time.monotonic()
    subprocess.run(line, check=True, stderr=subprocess.DEVNULL, **more)
    return time.monotonic() - start


class Runs:
    """The rows of the table, each a way to classify a file of talks."""

    def __init__(self, folder: pathlib.Path):
        self.folder = folder
        self.output = folder / "output"

    def alone(self, talks: pathlib.Path, workers: int) -> float:
        return seconds([
            SHOGEN, "classify", talks, "--input-format", "talk-jsonl", "--format", "jsonl",
            "--model", MODEL, "--workers", str(workers), "-o", self.output])

    def spark(self, talks: pathlib.Path, way: str) -> float:
        shutil.rmtree(self.output, ignore_errors=True)
        line = spark.submit_line(
            "local[2]", talks, self.output, "--shogen", SHOGEN, "--model", MODEL,
            "--way", way, "--partitions", "2", folder=self.folder)
        time_taken = seconds(line, env=spark.ENVIRONMENT, stdout=subprocess.DEVNULL)
        shutil.rmtree(self.output)
        return time_taken


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--talks", type=int, default=200_000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()

    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        decks, talks, one = (folder / name for name in ("decks", "talks", "one"))
        subprocess.run([SHOGEN, "ingest", CORPUS, "-o", decks], check=True)
        make_talks.write(str(decks), str(talks), options.talks)
        make_talks.write(str(decks), str(one), 1)
        megabytes = talks.stat().st_size / 1e6

        runs = Runs(folder)
        rows = {
            "shogen classify, 1 worker": lambda path: runs.alone(path, 1),
            "shogen classify, 2 workers": lambda path: runs.alone(path, 2),
            "Spark, RDD.pipe, 2 partitions": lambda path: runs.spark(path, "pipe"),
            "Spark, mapInArrow, 2 partitions": lambda path: runs.spark(path, "arrow"),
        }
        taken = {row: ([], []) for row in rows}
        for _ in range(options.rounds):
            for row, run in rows.items():
                for path, times in zip((talks, one), taken[row], strict=True):
                    times.append(run(path))
                    runs.output.unlink(missing_ok=True)

    print(f"{'':33}{'s':>6}{'talks/s':>9}{'MB/s':>7}{'start s':>9}{'share':>7}{'after it talks/s':>18}")
    rates = {}
    for row, times in taken.items():
        whole, start = map(statistics.median, times)
        rates[row] = options.talks / max(whole - start, 1e-9)
        print(
            f"{row:33}{whole:6.1f}{options.talks / whole:9,.0f}{megabytes / whole:7.1f}"
            f"{start:9.2f}{start / whole:7.0%}{rates[row]:18,.0f}")
    size = 1e6 * megabytes / options.talks
    print(f"\n{options.talks:,} talks of {size:,.0f} bytes; start: a file of one talk; medians "
          f"of {options.rounds} rounds")
    print(f"a billion such talks ({size:,.0f} GB), by the rates after the start:")
    for row, cores in zip(rows, (1, 2, 2, 2), strict=True):
        print(f"  {row:33}{1e9 / rates[row] * cores / 3600:6.1f} core hours")


if __name__ == "__main__":
    main()
