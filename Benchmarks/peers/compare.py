"""Shogen beside scikit-learn on labelled corpora, both by 5-fold cross-validation.

    compare.py SHOGEN CORPUS.jsonl... [--vectors FILE] [--repeats N]

CORPUS.json beside each corpus is its scheme; corpora.py makes both. scikit-learn gets
the words that Shogen cuts, and character n-grams of the text as it is, in the pipelines
people use; C is that of each row's name, nothing is tuned on what is tested. Figures
are means over folds for scikit-learn and over talks for Shogen; ROC-AUC is one against
the rest, the mean over classes.
"""

import argparse
import json
import pathlib
import subprocess
import time
import warnings

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, f1_score, roc_auc_score
from sklearn.model_selection import RepeatedStratifiedKFold
from sklearn.pipeline import make_pipeline
from sklearn.svm import LinearSVC


def words(talk):
    return talk["words"]


def text(talk):
    return talk["text"]


def token_list(tokens):
    return tokens


FEATURES = {
    "words": lambda: TfidfVectorizer(
        preprocessor=words, tokenizer=token_list, token_pattern=None, sublinear_tf=True),
    "words, pairs": lambda: TfidfVectorizer(
        preprocessor=words, tokenizer=token_list, token_pattern=None, sublinear_tf=True,
        ngram_range=(1, 2)),
    "characters 1-3": lambda: TfidfVectorizer(
        preprocessor=text, analyzer="char", ngram_range=(1, 3), sublinear_tf=True, min_df=2),
    "characters 2-3": lambda: TfidfVectorizer(
        preprocessor=text, analyzer="char", ngram_range=(2, 3), sublinear_tf=True, min_df=2),
}
LEARNERS = {
    "LogisticRegression C=1": lambda: LogisticRegression(max_iter=1000),
    "LogisticRegression C=10": lambda: LogisticRegression(C=10, max_iter=1000),
    "LogisticRegression C=10 balanced": lambda: LogisticRegression(
        C=10, max_iter=1000, class_weight="balanced"),
    "LinearSVC C=1": lambda: LinearSVC(C=1),
}


def read(corpus, shogen):
    """The talks with their words, and their classes."""
    talks = [json.loads(line) for line in open(corpus, encoding="utf-8")]
    cut = subprocess.run(
        [shogen, "tokenize", corpus, "--format", "jsonl"], capture_output=True, text=True
    ).stdout
    tokens = {}
    for line in cut.splitlines():
        record = json.loads(line)
        if "tokens" in record:
            tokens.setdefault(record["id"], []).extend(t["text"] for t in record["tokens"])
    labels = [next(iter(talk["labels"].values())) for talk in talks]
    classes = np.unique(labels, return_inverse=True)[1]
    return [{"text": t["text"], "words": tokens.get(t["id"], [])} for t in talks], classes


def judge(features, learner, talks, classes, repeats):
    figures = []
    folds = RepeatedStratifiedKFold(n_splits=5, n_repeats=repeats, random_state=2024)
    for training, tested in folds.split(classes, classes):
        pipeline = make_pipeline(features(), learner())
        pipeline.fit([talks[i] for i in training], classes[training])
        held = [talks[i] for i in tested]
        predicted = pipeline.predict(held)
        probabilistic = hasattr(pipeline[-1], "predict_proba")
        scores = pipeline.predict_proba(held) if probabilistic else pipeline.decision_function(held)
        if scores.ndim == 1 or scores.shape[1] == 2:
            scores = scores if scores.ndim == 1 else scores[:, 1]
            area = roc_auc_score(classes[tested], scores)
        else:
            area = np.mean([
                roc_auc_score(classes[tested] == k, scores[:, k]) for k in range(scores.shape[1])])
        figures.append((
            accuracy_score(classes[tested], predicted),
            f1_score(classes[tested], predicted, average="macro"), area))
    return np.mean(figures, axis=0)


def shogen_figures(command):
    report = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    axis = report["axes"][0]
    return [axis[key]["value"] for key in ("accuracy", "macroF1", "rocAUC")]


def row(name, figures, seconds):
    print(f"  {name:50} {figures[0]:.3f}     {figures[1]:.3f}     {figures[2]:.4f}  {seconds:6.1f} s",
          flush=True)


def main():
    warnings.filterwarnings("ignore")
    parser = argparse.ArgumentParser()
    parser.add_argument("shogen")
    parser.add_argument("corpora", nargs="+", type=pathlib.Path)
    parser.add_argument("--vectors")
    parser.add_argument("--repeats", type=int, default=2)
    options = parser.parse_args()
    for corpus in options.corpora:
        talks, classes = read(corpus, options.shogen)
        print(f"{corpus.stem}: {len(talks)} texts, {classes.max() + 1} classes")
        print(f"  {'':50} accuracy  macro-F1  ROC-AUC    time")
        command = [
            options.shogen, "evaluate", corpus, "--scheme", corpus.with_suffix(".json"),
            "--format", "json", "--permutations", "0", "--repeats", str(options.repeats)]
        runs = [("Shogen", [])]
        if options.vectors:
            runs.append(("Shogen, word vectors", ["--vectors", options.vectors]))
        for name, added in runs:
            start = time.perf_counter()
            figures = shogen_figures(command + added)
            row(name, figures, time.perf_counter() - start)
        for kind, features in FEATURES.items():
            for name, learner in LEARNERS.items():
                start = time.perf_counter()
                figures = judge(features, learner, talks, classes, options.repeats)
                row(f"{kind}: {name}", figures, time.perf_counter() - start)


if __name__ == "__main__":
    main()
