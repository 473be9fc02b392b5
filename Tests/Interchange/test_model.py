"""Places talks from a model's files alone, by numpy and safetensors, and compares.

What Models/README.md says of the files must be enough to score by them in any language.
Run by `make test-interchange`.
"""

import collections
import json
import math
import pathlib
import subprocess
import tempfile
import unittest

import numpy
from safetensors.numpy import load_file

ROOT = pathlib.Path(__file__).parents[2]
SHOGEN = ROOT / ".build/release/shogen"
MODEL = ROOT / "Models/sre-quadrant"
DECKS = ROOT / "Corpora/fictional-sre-talks"
COUNT = 100
TOLERANCE = 1e-6

KINDS = {"word": 0, "pair": 1, "keyword": 2, "fragment": 3}


def shogen(*arguments: object) -> str:
    """What the command writes."""
    return subprocess.run(
        [SHOGEN, *arguments], check=True, capture_output=True, encoding="utf-8").stdout


def records(text: str) -> list[dict]:
    return [json.loads(line) for line in text.splitlines()]


class Model:
    """A model as its three files have it."""

    def __init__(self, folder: pathlib.Path):
        with open(folder / "model.json", encoding="utf-8") as file:
            self.manifest = json.load(file)
        tensors = load_file(folder / "weights.safetensors")
        self.weights = tensors["weights"].astype(numpy.float64)
        self.intercepts = tensors["intercepts"].astype(numpy.float64)
        self.idf = tensors["idf"].astype(numpy.float64)
        text = tensors["term_bytes"].tobytes()
        offsets, kinds = tensors["term_offsets"], tensors["term_kinds"]
        self.columns = {
            (text[offsets[index]:offsets[index + 1]].decode("utf-8"), int(kind)): index
            for index, kind in enumerate(kinds)
        }

    def vector(self, texts: list[dict]) -> numpy.ndarray:
        """The TF-IDF vector of a talk from the tokens of its texts."""
        features = self.manifest["features"]
        counts = collections.Counter()
        for text in texts:
            weight = features["titleWeight"] if text["slide"] is None else 1
            previous = None
            for token in text["tokens"]:
                counts[token["text"], KINDS[token["kind"]]] += weight
                if features["usesPairs"] and token["followsPrevious"]:
                    counts[f"{previous} {token['text']}", KINDS["pair"]] += weight
                previous = token["text"]
        vector = numpy.zeros(len(self.idf))
        for term, count in counts.items():
            column = self.columns.get(term)
            if column is not None:
                sublinear = features["sublinear"] and count > 1
                vector[column] = (1 + math.log(count) if sublinear else count) * self.idf[column]
        norm = numpy.linalg.norm(vector)
        return vector / norm if norm > 0 else vector

    def scores(self, vector: numpy.ndarray) -> numpy.ndarray:
        """x·W + b, one number an axis of two poles."""
        return vector @ self.weights + self.intercepts


class ModelTests(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.talks = self.folder / "talks.jsonl"
        lines = shogen("ingest", DECKS).splitlines(keepends=True)[:COUNT]
        self.talks.write_text("".join(lines), encoding="utf-8")

    def assert_scores(self, model: Model, scores: list[numpy.ndarray], predictions: list[dict]):
        """The scores and their probabilities are those that the command writes."""
        self.assertEqual(len(predictions), COUNT)
        self.assertEqual(model.manifest["calibration"], "identity")
        poles = set()
        for row, prediction in zip(scores, predictions, strict=True):
            for score, axis in zip(row, model.manifest["scheme"]["axes"], strict=True):
                found = prediction["axes"][axis["id"]]
                self.assertAlmostEqual(found["score"], score, delta=TOLERANCE)
                self.assertEqual(found["pole"], axis["poles"][int(score > 0)]["id"])
                self.assertAlmostEqual(
                    found["probability"], 1 / (1 + math.exp(-abs(score))), delta=TOLERANCE)
                poles.add(found["pole"])
        self.assertEqual(len(poles), 4, "the talks do not lie on both sides of both axes")

    def test_tokens_and_the_files_of_the_shipped_model_give_its_predictions(self):
        model = Model(MODEL)
        self.assertEqual(
            model.manifest["tokenization"], {"dropsStopWords": True, "joinsKatakana": True})
        texts = collections.defaultdict(list)
        lexicon = MODEL / "lexicon.tsv"
        for text in records(
            shogen("tokenize", self.talks, "--lexicon", lexicon, "--format", "jsonl")):
            texts[text["id"]].append(text)
        predictions = records(
            shogen("classify", self.talks, "--model", MODEL, "--format", "jsonl"))
        used = collections.Counter()
        scores = []
        for prediction in predictions:
            vector = model.vector(texts[prediction["id"]])
            scores.append(model.scores(vector))
            used.update(kind for (_, kind), column in model.columns.items() if vector[column])
        self.assert_scores(model, scores, predictions)
        self.assertEqual(sorted(used), [0, 1, 2], "words, pairs and keywords are not all tried")

    def test_exported_vectors_give_the_predictions_of_a_model_with_fragments(self):
        folder = self.folder / "model"
        shogen("train", self.talks, "--labels", DECKS / "labels.jsonl", "--no-search",
               "--no-validation", "-o", folder)
        model = Model(folder)
        self.assertIn(KINDS["fragment"], [kind for _, kind in model.columns])
        vectors = shogen("export", self.talks, "--labels", DECKS / "labels.jsonl",
                         "--model", folder, "--axis", "depth")
        scores = []
        for line in vectors.splitlines():
            vector = numpy.zeros(len(model.idf))
            for entry in line.split()[1:]:
                feature, value = entry.split(":")
                vector[int(feature) - 1] = float(value)
            scores.append(model.scores(vector))
        self.assert_scores(
            model, scores,
            records(shogen("classify", self.talks, "--model", folder, "--format", "jsonl")))


if __name__ == "__main__":
    unittest.main(verbosity=2)
