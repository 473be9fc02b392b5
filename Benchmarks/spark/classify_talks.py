"""Classifies talks with Shogen on Apache Spark; a job for spark-submit.

    spark-submit … classify_talks.py TALKS OUTPUT --shogen .build/release/shogen \\
      --model Models/sre-quadrant [--way pipe|arrow] [--partitions N]

TALKS is JSON lines, a talk a line; OUTPUT a new folder of part files that hold a prediction
or an error record for each line, in order. The command and the model travel to the workers as
files of the job, so that a worker needs only the system libraries of the command.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import shlex
import subprocess
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from pyspark import SparkContext, SparkFiles
from pyspark.sql import DataFrame, SparkSession

if TYPE_CHECKING:
    import pyarrow

# The manifest names the other files of a model.
MANIFEST = "model.json"

# Lines in each Arrow batch handed back.
BATCH_LINES = 1024


def model_files(model: str) -> list[str]:
    """The paths of a model's files."""
    with open(os.path.join(model, MANIFEST), encoding="utf-8") as file:
        names = [MANIFEST, *json.load(file)["files"]]
    return [os.path.join(model, name) for name in names]


def arguments(folder: str, shogen: str) -> list[str]:
    """The command as a line filter, where the files of the job are in `folder`.

    A record that fails is an error record in its place; with --allow-failures any exit code
    but 0 means that the command itself failed.
    """
    program = os.path.join(folder, os.path.basename(shogen))
    return [
        program, "classify", "-", "--input-format", "talk-jsonl", "--format", "jsonl",
        "--workers", "1", "--allow-failures", "--model", folder,
    ]  # fmt: skip


def classify_by_pipe(context: SparkContext, talks: str, shogen: str, partitions: int | None):
    """An RDD of lines, each piped through the command.

    The command line is made here and run on the workers, in the folder where the files of the
    job are, unless the driver is the worker.
    """
    local = context.master.startswith("local")
    command = arguments(SparkFiles.getRootDirectory() if local else ".", shogen)
    lines = context.textFile(talks, partitions)
    return (
        (lines.coalesce(partitions) if partitions else lines)
        .filter(str.strip)  # A blank line is no record.
        # Without checkCode a command that dies leaves half a partition and no word of it.
        .pipe(shlex.join(command), checkCode=True)
    )


def line_filter(shogen: str) -> Callable[[Iterable[pyarrow.RecordBatch]], Iterator]:
    """A function for mapInArrow: a process for each partition, and its lines."""

    def classify(batches: Iterable[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        import pyarrow  # Here, since `--way pipe` does without.

        process = subprocess.Popen(
            arguments(SparkFiles.getRootDirectory(), shogen),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={},
        )  # fmt: skip
        failures: list[BaseException] = []
        written = 0

        # Written by a thread and read here: whoever writes all before reading waits
        # forever once the pipe is full.
        def feed() -> None:
            nonlocal written
            try:
                with process.stdin as input:
                    for batch in batches:
                        # As bytes: text that is no UTF-8 arrives as it is.
                        for line in batch.column(0).cast(pyarrow.binary()).to_pylist():
                            if line.strip():  # A blank line is no record.
                                input.write(line + b"\n")
                                written += 1
            except BrokenPipeError:
                pass  # The command ended early; its exit code says why.
            except BaseException as failure:
                failures.append(failure)

        feeder = threading.Thread(target=feed, daemon=True)
        feeder.start()
        read = 0
        try:
            lines = (line.rstrip(b"\n") for line in process.stdout)
            while block := list(itertools.islice(lines, BATCH_LINES)):
                read += len(block)
                column = pyarrow.array(block, pyarrow.binary()).cast(pyarrow.string())
                yield pyarrow.RecordBatch.from_arrays([column], ["value"])
            feeder.join()
            if failures:
                raise failures[0]
            if process.wait() != 0:
                raise RuntimeError(f"shogen exited with {process.returncode}")
            if read != written:
                raise RuntimeError(f"shogen answered {read} of {written} lines")
        finally:
            # Also where Spark asks for no more, or ends the task.
            process.kill()
            process.wait()

    return classify


def classify_by_arrow(
    session: SparkSession, talks: str, shogen: str, partitions: int | None
) -> DataFrame:
    """A data frame of lines, answered by the command in Arrow batches."""
    if partitions:
        session.conf.set("spark.sql.files.minPartitionNum", partitions)
        session.conf.set("spark.sql.files.openCostInBytes", 0)
    lines = session.read.text(talks, lineSep="\n")
    if partitions:
        lines = lines.coalesce(partitions)
    return lines.mapInArrow(line_filter(shogen), "value string")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("talks")
    parser.add_argument("output")
    parser.add_argument("--shogen", required=True, help="the command, a file")
    parser.add_argument("--model", required=True, help="folder of the model")
    parser.add_argument("--way", choices=["pipe", "arrow"], default="arrow")
    parser.add_argument("--partitions", type=int, help="by default as Spark cuts the files")
    options = parser.parse_args()

    # Before Spark starts, so that a wrong path is told of at once.
    files = [options.shogen, *model_files(options.model)]
    session = SparkSession.builder.appName("shogen classify").getOrCreate()
    context = session.sparkContext
    for path in files:
        context.addFile(path)
    if options.way == "pipe":
        lines = classify_by_pipe(context, options.talks, options.shogen, options.partitions)
        lines.saveAsTextFile(options.output)
    else:
        lines = classify_by_arrow(session, options.talks, options.shogen, options.partitions)
        lines.write.text(options.output, lineSep="\n")
    session.stop()


if __name__ == "__main__":
    main()
