"""What a classifier knows before its first label: Shogen beside its peers on few labels.

    priors.py SHOGEN CORPUS.jsonl --vectors FILE [--sizes 30,70,200,700] [--draws N]

CORPUS.json beside the corpus is its scheme; corpora.py makes both. Prints the mean
macro-F1 over draws for each number of labels. Every row is trained and judged on the very
draws that `shogen evaluate --learning-curve` makes. Shogen's rows are that command's, with
default settings. Each peer has, for every size, the best of C = 1, 10 and 100, with and
without balanced classes, as found on the tested talks, which flatters it. "kB/s" is the
rate from text to prediction on one core; Shogen's is `classify` of the corpus 50 times over
less its start.

The row of GiNZA needs requirements-ginza.txt besides; without it, it is left out.
"""

import argparse
import json
import os
import pathlib
import subprocess
import tempfile
import time
import warnings

import numpy as np
from scipy.sparse import hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score

MASK = (1 << 64) - 1
SEED = 2024


class Generator:
    """SplitMix64, the generator behind Shogen's draws."""

    def __init__(self, seed, stream=None):
        self.state = seed
        if stream is not None:
            self.state = Generator(seed ^ (stream * 0xD1B54A32D192ED03 & MASK)).next()

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        bits = self.state
        bits = (bits ^ bits >> 30) * 0xBF58476D1CE4E5B9 & MASK
        bits = (bits ^ bits >> 27) * 0x94D049BB133111EB & MASK
        return bits ^ bits >> 31

    def below(self, bound):
        limit = MASK - MASK % bound
        while True:
            bits = self.next()
            if bits < limit:
                return bits % bound

    def permutation(self, count):
        order = list(range(count))
        for index in range(count - 1, 0, -1):
            other = self.below(index + 1)
            order[index], order[other] = order[other], order[index]
        return order


def draw(size, classes, number):
    """The positions of one draw of a learning curve."""
    generator = Generator(SEED, number + 0x1EA2)
    counts = np.bincount(classes)
    shares = size * counts / len(classes)
    quotas = np.maximum(1, shares.astype(int))
    left = size - quotas.sum()
    for index in sorted(range(len(counts)), key=lambda k: (quotas[k] - shares[k], k))[:max(0, left)]:
        quotas[index] += 1
    while left < 0:
        quotas[max((k for k in range(len(counts)) if quotas[k] > 1),
                   key=lambda k: quotas[k] - shares[k])] -= 1
        left += 1
    drawn = []
    for index, quota in enumerate(quotas):
        members = np.flatnonzero(classes == index)
        drawn.extend(members[generator.permutation(len(members))[:quota]])
    training = np.array(sorted(drawn))
    return training, np.setdiff1d(np.arange(len(classes)), training)


def shogen_rows(options, added):
    command = [
        options.shogen, "evaluate", options.corpus, "--scheme", options.scheme, "--format", "json",
        "--learning-curve", options.sizes, "--draws", str(options.draws), "--seed", str(SEED)]
    report = json.loads(subprocess.run(command + added, capture_output=True, check=True).stdout)
    return [point["macroF1"] for point in report]


def shogen_rate(options, added, folder):
    """kB/s of `classify`, start excluded, with a model trained on the corpus."""
    model = folder / "model"
    subprocess.run(
        [options.shogen, "train", options.corpus, "--scheme", options.scheme, "--repeats", "1",
         "-o", model] + added, capture_output=True, check=True)
    text = options.corpus.read_bytes()
    many = folder / "many.jsonl"
    many.write_bytes(text * 50)
    def seconds(path):
        times = []
        for _ in range(3):
            start = time.perf_counter()
            subprocess.run([options.shogen, "classify", path, "--model", model, "--workers", "1",
                            "--format", "jsonl", "-o", folder / "out.jsonl"],
                           capture_output=True, check=True)
            times.append(time.perf_counter() - start)
        return sorted(times)[1]
    one = folder / "one.jsonl"
    one.write_bytes(text.split(b"\n")[0] + b"\n")
    return 50 * sum(len(json.loads(line)["text"].encode()) for line in text.splitlines()) / 1e3 / (
        seconds(many) - seconds(one))


def words_of(options):
    cut = subprocess.run([options.shogen, "tokenize", options.corpus, "--format", "jsonl"],
                         capture_output=True, text=True).stdout
    tokens = {}
    for line in cut.splitlines():
        record = json.loads(line)
        if "tokens" in record:
            tokens.setdefault(record["id"], []).extend(t["text"] for t in record["tokens"])
    return tokens


def best(features, classes, draws):
    """The macro-F1 of each learner, the mean over draws, and the best of them."""
    figures = {}
    for training, tested in draws:
        fitted, held = features(training, tested)
        for c in (1, 10, 100):
            for weight in (None, "balanced"):
                learner = LogisticRegression(C=c, class_weight=weight, max_iter=2000)
                learner.fit(fitted, classes[training])
                score = f1_score(classes[tested], learner.predict(held), average="macro")
                figures.setdefault((c, weight), []).append(score)
    return max(np.mean(values) for values in figures.values())


def read_vectors(path):
    """The centered vectors of a compact file of `shogen vectors`, by word."""
    data = pathlib.Path(path).read_bytes()
    length = int.from_bytes(data[:8], "little")
    header = json.loads(data[8:8 + length])

    def tensor(name, kind):
        start, end = header[name]["data_offsets"]
        return np.frombuffer(data[8 + length + start:8 + length + end], kind).reshape(
            header[name]["shape"])

    values, rows = tensor("vectors", "<f4"), tensor("rows", "<u4")
    offsets, text = tensor("word_offsets", "<u4"), tensor("word_bytes", "u1").tobytes()
    words = {text[offsets[i]:offsets[i + 1]].decode(): rows[i] for i in range(len(rows))}
    return values - values.mean(axis=0), words


def peers(options, texts, words, classes):
    """Name, features of a split, and kB/s from text to features; the learner is nothing."""
    tokens = lambda kind: TfidfVectorizer(
        preprocessor=lambda index: words[index], tokenizer=lambda list: list, token_pattern=None,
        sublinear_tf=True, **kind)

    def counted(make):
        def features(training, tested):
            vectorizer = make()
            return vectorizer.fit_transform(training), vectorizer.transform(tested)
        return features

    yield "scikit-learn, words", counted(lambda: tokens({}))
    yield "scikit-learn, characters 1-3", counted(lambda: TfidfVectorizer(
        preprocessor=lambda index: texts[index], analyzer="char", ngram_range=(1, 3),
        sublinear_tf=True))
    values, known = read_vectors(options.vectors)

    def with_vectors(training, tested):
        vectorizer = tokens({})
        fitted, held = vectorizer.fit_transform(training), vectorizer.transform(tested)
        # Words that only tested texts have get a place too, as Shogen's vocabulary has it.
        everything = tokens({"vocabulary": sorted(known)}).fit(training)
        table = values[[known[word] for word in sorted(known)]]
        placed, others = everything.transform(training) @ table, everything.transform(tested) @ table
        scale = np.sqrt(((placed - placed.mean(axis=0)) ** 2).sum(axis=1).mean())
        return hstack([fitted, placed / scale]).tocsr(), hstack([held, others / scale]).tocsr()

    yield "scikit-learn, words and mean vectors", with_vectors


def ginza_row(texts, classes, draws_of):
    try:
        import spacy
    except ImportError:
        return None
    nlp = spacy.load("ja_ginza", exclude=[
        "parser", "ner", "morphologizer", "tok2vec", "attribute_ruler", "compound_splitter",
        "bunsetu_recognizer"])
    start = time.perf_counter()
    places = np.array([document.vector for document in nlp.pipe(texts)])
    seconds = time.perf_counter() - start
    rate = sum(len(text.encode()) for text in texts) / 1e3 / seconds

    def features(training, tested):
        middle = places[training].mean(axis=0)
        scale = np.sqrt(((places[training] - middle) ** 2).sum(axis=1).mean())
        return (places[training] - middle) / scale, (places[tested] - middle) / scale

    return [best(features, classes, draws) for draws in draws_of], rate


def row(name, figures, rate=None):
    print(f"  {name:40}" + "".join(f"{figure:8.3f}" for figure in figures)
          + (f"{rate:10,.0f}" if rate else ""), flush=True)


def main():
    warnings.filterwarnings("ignore")
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    parser = argparse.ArgumentParser()
    parser.add_argument("shogen")
    parser.add_argument("corpus", type=pathlib.Path)
    parser.add_argument("--vectors", required=True)
    parser.add_argument("--sizes", default="30,70,200,700")
    parser.add_argument("--draws", type=int, default=20)
    options = parser.parse_args()
    options.scheme = options.corpus.with_suffix(".json")
    talks = [json.loads(line) for line in options.corpus.open(encoding="utf-8")]
    axis = json.loads(options.scheme.read_text(encoding="utf-8"))["axes"][0]
    poles = [pole["id"] for pole in axis["poles"]]
    classes = np.array([poles.index(talk["labels"][axis["id"]]) for talk in talks])
    texts = [talk["text"] for talk in talks]
    tokens = words_of(options)
    words = [tokens.get(talk["id"], []) for talk in talks]
    sizes = [int(size) for size in options.sizes.split(",")]
    draws_of = [[draw(size, classes, n) for n in range(options.draws)] for size in sizes]

    print(f"{options.corpus.stem}: macro-F1, mean of {options.draws} draws")
    print(f"  {'labels':40}" + "".join(f"{size:8}" for size in sizes) + "      kB/s")
    with tempfile.TemporaryDirectory() as folder:
        for name, added in [("Shogen", []), ("Shogen, word vectors", ["--vectors", options.vectors])]:
            row(name, shogen_rows(options, added),
                shogen_rate(options, added, pathlib.Path(folder)))
    for name, features in peers(options, texts, words, classes):
        row(name, [best(features, classes, draws) for draws in draws_of])
    ginza = ginza_row(texts, classes, draws_of)
    if ginza:
        row("GiNZA, mean of its tokens' vectors", *ginza)
    else:
        print("  GiNZA is left out: requirements-ginza.txt is not installed")


if __name__ == "__main__":
    main()
