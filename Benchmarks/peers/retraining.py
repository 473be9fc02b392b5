"""How long retraining takes, Shogen beside scikit-learn.

    retraining.py SHOGEN FOLDER [--talks N] [--bytes N] [--runs N]

FOLDER is what corpora.py made. Talks are mixed from the lines of its help and manual
pages, three of five lines from the pages of the talk's own pole; they are written to
FOLDER/retraining.jsonl.

Shogen's time is that of the whole command: reading, tokenizing, counting, learning and
writing the model. scikit-learn's is that of `fit` alone, on words that Shogen cut
beforehand: TfidfVectorizer over words and pairs, then LogisticRegression with the same
C and class weights, by each of its solvers at its own tolerance. The fastest solver
whose objective is within a thousandth of the least one counts. Times are medians of
interleaved runs. The last rows are 100 of the talks, settings search included.
"""

import argparse
import json
import pathlib
import random
import statistics
import subprocess
import tempfile
import time
import warnings

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

# newton-cholesky wants a Hessian of 200,000 × 200,000 numbers: 298 GiB.
SOLVERS = ["lbfgs", "liblinear", "newton-cg", "saga"]
C = 100


def mixed(folder, count, size):
    """Talks of a size in bytes and their poles, the same at every call."""
    random.seed(2024)
    lines = {}
    for pole, name in (("help", "modules"), ("manual", "manuals")):
        with open(folder / f"{name}.jsonl", encoding="utf-8") as file:
            pages = [json.loads(line)["text"] for line in file]
        lines[pole] = [line for page in pages for line in page.splitlines() if line.strip()]
    poles = sorted(lines)
    for number in range(count):
        pole = poles[number % 2]
        text, length = [], 0
        while length < size:
            source = pole if random.random() < 0.6 else poles[1 - number % 2]
            text.append(random.choice(lines[source]))
            length += len(text[-1].encode()) + 1
        yield {"id": str(number), "title": "", "text": "\n".join(text), "labels": {"kind": pole}}


def write(path, talks):
    with open(path, "w", encoding="utf-8") as file:
        for talk in talks:
            file.write(json.dumps(talk, ensure_ascii=False) + "\n")


def words(shogen, talks):
    """The words of each talk."""
    with tempfile.TemporaryDirectory() as temporary:
        # Without labels, whose poles are none of the scheme that tokenize knows.
        path = pathlib.Path(temporary) / "talks.jsonl"
        write(path, ({key: talk[key] for key in ("id", "title", "text")} for talk in talks))
        cut = subprocess.run(
            [shogen, "tokenize", path], capture_output=True, text=True, check=True)
    return [line.split(" ") for line in cut.stdout.splitlines()]


def token_list(tokens):
    return tokens


def vectorizer():
    return TfidfVectorizer(
        analyzer="word", preprocessor=token_list, tokenizer=token_list, token_pattern=None,
        ngram_range=(1, 2), sublinear_tf=True, min_df=2, max_features=200_000)


def objective(model, matrix, signs):
    """What every solver minimizes; liblinear counts the intercept as a weight too."""
    margins = signs * (matrix @ model.coef_[0] + model.intercept_[0])
    return np.sum(model.coef_**2) / 2 + C * np.sum(np.logaddexp(0, -margins))


def seconds(work):
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def row(name, figures, note=""):
    print(f"  {name:46} {statistics.median(figures):8.2f} s  {note}", flush=True)


def main():
    warnings.filterwarnings("ignore")
    parser = argparse.ArgumentParser()
    parser.add_argument("shogen")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--talks", type=int, default=20_000)
    parser.add_argument("--bytes", type=int, default=3_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--solvers", nargs="+", default=SOLVERS)
    options = parser.parse_args()
    corpus, few = options.folder / "retraining.jsonl", options.folder / "retraining-100.jsonl"
    talks = list(mixed(options.folder, options.talks, options.bytes))
    write(corpus, talks)
    write(few, talks[:100])
    scheme = options.folder / "retraining.json"
    poles = [{"id": pole, "name": pole} for pole in ("help", "manual")]
    scheme.write_text(json.dumps({"axes": [{"id": "kind", "name": "kind", "poles": poles}]}))
    tokens = words(options.shogen, talks)
    if len(tokens) != len(talks):
        raise SystemExit(f"{len(tokens)} lines of words for {len(talks)} talks")
    signs = np.array([1 if talk["labels"]["kind"] == "manual" else -1 for talk in talks])

    with tempfile.TemporaryDirectory() as temporary:
        def train(path, *added):
            command = [
                options.shogen, "train", path, "--scheme", scheme, "--no-validation", "-o",
                f"{temporary}/model", *added]
            return lambda: subprocess.run(command, check=True, capture_output=True)

        alike = ("--no-search", "--C", str(C), "--class-weight", "none", "--no-fragments",
                 "--minimum-document-frequency", "2")
        shogen = {
            "Shogen, whole command, same objective": train(corpus, *alike),
            "Shogen, whole command, defaults with search": train(corpus),
            "Shogen, 100 talks, defaults with search": train(few),
        }
        times = {name: [] for name in shogen}
        counting, fits, values = [], {name: [] for name in options.solvers}, {}
        for _ in range(options.runs):
            for name, work in shogen.items():
                times[name].append(seconds(work)[0])
            taken, matrix = seconds(lambda: vectorizer().fit_transform(tokens))
            counting.append(taken)
            for solver in options.solvers:
                learner = LogisticRegression(C=C, solver=solver, max_iter=1000)
                taken, model = seconds(lambda: learner.fit(matrix, signs))
                fits[solver].append(taken)
                values[solver] = objective(model, matrix, signs)

    least = min(values.values())
    size = corpus.stat().st_size / 1e6
    print(f"{len(talks)} talks, {size:.1f} MB; {matrix.shape[1]} features of scikit-learn's; "
          f"medians of {options.runs} runs")
    for name, figures in times.items():
        row(name, figures)
    row("scikit-learn, TfidfVectorizer.fit_transform", counting)
    for solver in options.solvers:
        row(f"scikit-learn, LogisticRegression {solver}", fits[solver],
            f"objective {values[solver]:.4f}")
    good = [solver for solver in options.solvers if values[solver] <= least * 1.001]
    best = min(good, key=lambda solver: statistics.median(fits[solver]))
    sums = [one + other for one, other in zip(counting, fits[best])]
    row(f"scikit-learn, fit with {best}", sums)
    ratio = statistics.median(sums) / statistics.median(times[next(iter(shogen))])
    print(f"  Shogen's whole command takes 1/{ratio:.2f} of that time")


if __name__ == "__main__":
    main()
