"""Tests of the example job, on Spark in one process and on a cluster on loopback.

Run by `make test-spark`. SHOGEN_TALKS sets how many talks (200,000).
"""

import contextlib
import functools
import itertools
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import time
import unittest

import make_talks
import spark

ROOT = pathlib.Path(__file__).parents[2]
SHOGEN = ROOT / ".build/release/shogen"
MODEL = ROOT / "Models/sre-quadrant"
COUNT = int(os.environ.get("SHOGEN_TALKS", "200000"))
WAYS = ("pipe", "arrow")
LOCAL = "local[2]"

# Each of these jobs ends before better machine code would pay.
spark.ENVIRONMENT["JAVA_TOOL_OPTIONS"] = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"


def setUpModule() -> None:
    """Makes the talks, and the predictions of one process without Spark."""
    global FOLDER, TALKS, EXPECTED
    FOLDER = pathlib.Path(unittest.enterModuleContext(tempfile.TemporaryDirectory()))
    decks, TALKS, EXPECTED = (FOLDER / name for name in ("decks", "talks", "expected"))
    corpora = [ROOT / "Corpora" / name for name in ("fictional-sre-talks", "pages")]
    subprocess.run([SHOGEN, "ingest", *corpora, "-o", decks], check=True, cwd=ROOT)
    make_talks.write(str(decks), str(TALKS), COUNT)
    classify(TALKS, EXPECTED)


def classify(talks: pathlib.Path, output: pathlib.Path) -> None:
    """The single process that Spark is compared with."""
    line = [SHOGEN, "classify", "-", "--input-format", "talk-jsonl", "--model", MODEL]
    with open(talks, "rb") as input, open(output, "wb") as predictions:
        subprocess.run(
            [*line, "--format", "jsonl"], stdin=input, stdout=predictions, check=True)


def job_line(
    master: str, way: str, output: pathlib.Path, partitions: int,
    talks: pathlib.Path | None = None, model: pathlib.Path = MODEL,
) -> list[str]:
    return spark.submit_line(
        master, talks or TALKS, output, "--shogen", SHOGEN, "--model", model, "--way", way,
        "--partitions", partitions, folder=FOLDER)


def parts(output: pathlib.Path) -> list[pathlib.Path]:
    return sorted(output.glob("part-*"))


def lines(output: pathlib.Path) -> list[bytes]:
    return [line for part in parts(output) for line in part.read_bytes().splitlines()]


class SparkTestCase(unittest.TestCase):
    @contextlib.contextmanager
    def output(self):
        """A folder that is not there yet, and is gone afterwards."""
        folder = FOLDER / "output"
        self.assertFalse(folder.exists())
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    @contextlib.contextmanager
    def start(self, *arguments, **more):
        """Submits a job; its messages go to a file, which holds any amount of them."""
        with open(FOLDER / "messages", "wb") as messages:
            line = job_line(*arguments, **more)
            job = subprocess.Popen(
                line, env=spark.ENVIRONMENT, stdout=messages, stderr=messages)
        try:
            yield job
        finally:
            job.kill()
            job.wait()

    def messages(self) -> str:
        """What Spark and Python said in the last job."""
        return (FOLDER / "messages").read_text(encoding="utf-8", errors="replace")

    def succeed(self, *arguments, **more) -> None:
        with self.start(*arguments, **more) as job:
            self.assertEqual(job.wait(), 0, self.messages()[-4000:])

    def fail_saying(self, texts: list[str], master: str, way: str, model: pathlib.Path) -> None:
        """The job ends with an error, says these texts, and claims no success."""
        with self.output() as output:
            with self.start(master, way, output, 2, model=model) as job:
                self.assertNotEqual(job.wait(), 0)
            for text in texts:
                self.assertIn(text, self.messages())
            self.assertFalse((output / "_SUCCESS").exists())

    def assert_expected(self, output: pathlib.Path) -> None:
        """The parts, one after another, are the bytes of the single process."""
        self.assertTrue((output / "_SUCCESS").exists())
        with open(EXPECTED, "rb") as expected:
            for part in parts(output):
                with open(part, "rb") as file:
                    for number, line in enumerate(file):
                        self.assertEqual(
                            line, expected.readline(), f"{part.name}:{number + 1}")
            self.assertEqual(expected.read(1), b"", "predictions are missing at the end")

    def check_partitions(self, master: str, way: str) -> None:
        for partitions in (1, 2, 8):
            with self.subTest(way=way, partitions=partitions), self.output() as output:
                self.succeed(master, way, output, partitions)
                self.assertEqual(len(parts(output)), partitions)
                self.assert_expected(output)


class LocalTests(SparkTestCase):
    def test_there_are_as_many_predictions_as_talks(self):
        with open(EXPECTED, "rb") as expected:
            self.assertEqual(sum(1 for _ in expected), COUNT)

    def test_pipe_gives_the_bytes_of_one_process_for_any_number_of_partitions(self):
        self.check_partitions(LOCAL, "pipe")

    def test_arrow_gives_the_bytes_of_one_process_for_any_number_of_partitions(self):
        self.check_partitions(LOCAL, "arrow")

    def test_a_bad_record_is_an_error_record_in_its_place(self):
        with open(TALKS, "rb") as talks:
            good = list(itertools.islice(talks, 40))
        # The first half, a partition of its own, has nothing but bad records.
        bad = b'{"id":"cut short","title":"' + b"x" * len(good[0]) + b"\n"
        talks = FOLDER / "bad-records"
        # Bytes that are no UTF-8 are U+FFFD before `pipe` sees them: no error there.
        odd = b'{"id":"bytes","title":"\xff"}\n'
        talks.write_bytes(b"".join([bad] * 50 + good[:20] + [bad, b"\n", odd] + good[20:]))
        for way in WAYS:
            with self.subTest(way=way), self.output() as output:
                self.succeed(LOCAL, way, output, 2, talks=talks)
                records = [json.loads(line) for line in lines(output)]
                self.assertEqual(
                    ["error" in record for record in records],
                    [True] * 50 + [False] * 20 + [True, way == "arrow"] + [False] * 20)

    def test_an_input_without_talks_gives_no_prediction(self):
        talks = FOLDER / "empty"
        talks.write_bytes(b"")
        for way in WAYS:
            with self.subTest(way=way), self.output() as output:
                self.succeed(LOCAL, way, output, 2, talks=talks)
                self.assertEqual(lines(output), [])

    def test_a_wrong_model_path_fails_the_job(self):
        for way in WAYS:
            with self.subTest(way=way):
                self.fail_saying(["no-model/model.json"], LOCAL, way, FOLDER / "no-model")

    def test_a_damaged_model_fails_the_job_after_its_retries(self):
        model = FOLDER / "damaged-model"
        shutil.copytree(MODEL, model)
        weights = model / "weights.safetensors"
        weights.write_bytes(weights.read_bytes()[:-1])
        for way in WAYS:
            with self.subTest(way=way):
                self.fail_saying(
                    ["failed 3 times", "weights.safetensors"], "local[2,3]", way, model)


class ClusterTests(SparkTestCase):
    def setUp(self):
        folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory(dir=FOLDER)))
        self.cluster = self.enterContext(spark.Cluster(folder))

    def test_pipe_gives_the_bytes_of_one_process_for_any_number_of_partitions(self):
        self.check_partitions(self.cluster.url, "pipe")

    def test_arrow_gives_the_bytes_of_one_process_for_any_number_of_partitions(self):
        self.check_partitions(self.cluster.url, "arrow")

    def test_a_worker_killed_in_the_middle_costs_nothing_by_pipe(self):
        self.check_killing("pipe")

    def test_a_worker_killed_in_the_middle_costs_nothing_by_arrow(self):
        self.check_killing("arrow")

    def check_killing(self, way: str) -> None:
        with self.output() as output, self.start(self.cluster.url, way, output, 8) as job:
            done = functools.partial(output.glob, "_temporary/0/task_*")
            # Once a partition is done others are in the middle.
            while job.poll() is None and not any(done()):
                time.sleep(0.05)
            self.cluster.kill(self.cluster.workers[0])
            count = len(list(done()))
            self.assertEqual(job.wait(), 0, self.messages()[-4000:])
            self.assertIn(count, range(1, 8), "the worker was killed too early or too late")
            self.assertIn("Lost executor", self.messages())
            self.assertEqual(self.cluster.alive_workers(), 1)
            self.assert_expected(output)


if __name__ == "__main__":
    unittest.main(verbosity=2)
