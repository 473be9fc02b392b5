"""Which weight of a word suits a linear classifier: TF-IDF, BM25 or log-count ratios.

    weighting.py SHOGEN CORPUS.jsonl... [--folds N]

All rows see the same words, those that Shogen cuts, and the same folds; the learner is
LogisticRegression, one class against the rest, and C is chosen among 1, 10, 100 by
3-fold cross-validation on each fold's training part. Figures are means over folds, with
their standard error.
"""

import argparse
import pathlib
import warnings

import numpy as np
from scipy import sparse
from sklearn.base import BaseEstimator, ClassifierMixin, TransformerMixin
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, f1_score
from sklearn.model_selection import GridSearchCV, StratifiedKFold
from sklearn.multiclass import OneVsRestClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import Normalizer

import compare

CANDIDATES = [1, 10, 100]


class BM25(TransformerMixin, BaseEstimator):
    """Counts that saturate, of long texts later: Robertson and Zaragoza, 2009, §3.4."""

    k1, b = 1.2, 0.75

    def fit(self, counts, classes=None):
        having = np.bincount(counts.indices, minlength=counts.shape[1])
        self.idf = np.log(1 + (counts.shape[0] - having + 0.5) / (having + 0.5))
        self.length = counts.sum(axis=1).mean()
        return self

    def transform(self, counts):
        counts = counts.astype(float).tocsr()
        lengths = np.asarray(counts.sum(axis=1)).ravel()
        slack = self.k1 * (1 - self.b + self.b * lengths / self.length)
        slack = np.repeat(slack, np.diff(counts.indptr))
        counts.data = counts.data * (self.k1 + 1) / (counts.data + slack)
        return counts @ sparse.diags(self.idf)


class LogCountRatio(ClassifierMixin, BaseEstimator):
    """Whether a word is there, times the logarithm of how much likelier it is in the class
    than out of it: Wang and Manning, 2012."""

    def __init__(self, C=1):
        self.C = C

    def fit(self, counts, classes):
        self.classes_ = np.unique(classes)
        inside = classes == self.classes_[1]
        present = counts.minimum(1)
        inner = 1 + np.asarray(present[inside].sum(axis=0)).ravel()
        outer = 1 + np.asarray(present[~inside].sum(axis=0)).ravel()
        self.ratio = sparse.diags(np.log(inner / inner.sum()) - np.log(outer / outer.sum()))
        self.learner = LogisticRegression(C=self.C, solver="liblinear")
        self.learner.fit(present @ self.ratio, classes)
        return self

    def decision_function(self, counts):
        return self.learner.decision_function(counts.minimum(1) @ self.ratio)

    def predict(self, counts):
        return self.classes_[(self.decision_function(counts) > 0).astype(int)]


def logistic():
    return LogisticRegression(solver="liblinear")


ROWS = {
    "TF-IDF, sublinear, unit length (Shogen's)": lambda: make_pipeline(
        TfidfTransformer(sublinear_tf=True), OneVsRestClassifier(logistic())),
    "TF-IDF, counts as they are, unit length": lambda: make_pipeline(
        TfidfTransformer(), OneVsRestClassifier(logistic())),
    "BM25": lambda: make_pipeline(BM25(), OneVsRestClassifier(logistic())),
    "BM25, unit length": lambda: make_pipeline(
        BM25(), Normalizer(), OneVsRestClassifier(logistic())),
    "log-count ratio": lambda: make_pipeline(OneVsRestClassifier(LogCountRatio())),
}


def main():
    warnings.filterwarnings("ignore")
    parser = argparse.ArgumentParser()
    parser.add_argument("shogen")
    parser.add_argument("corpora", nargs="+", type=pathlib.Path)
    parser.add_argument("--folds", type=int, default=5)
    options = parser.parse_args()
    for corpus in options.corpora:
        talks, classes = compare.read(corpus, options.shogen)
        print(f"{corpus.stem}: {len(talks)} texts, {classes.max() + 1} classes, words alone")
        print(f"  {'':44} accuracy  macro-F1  standard error")
        folds = StratifiedKFold(options.folds, shuffle=True, random_state=2024)
        for name, pipeline in ROWS.items():
            figures = []
            for training, tested in folds.split(classes, classes):
                counter = CountVectorizer(
                    preprocessor=compare.words, tokenizer=compare.token_list, token_pattern=None)
                counts = counter.fit_transform([talks[i] for i in training])
                search = GridSearchCV(
                    pipeline(), {"onevsrestclassifier__estimator__C": CANDIDATES},
                    scoring="f1_macro", cv=StratifiedKFold(3, shuffle=True, random_state=2024))
                search.fit(counts, classes[training])
                predicted = search.predict(counter.transform([talks[i] for i in tested]))
                figures.append((
                    accuracy_score(classes[tested], predicted),
                    f1_score(classes[tested], predicted, average="macro")))
            accuracy, f1 = np.mean(figures, axis=0)
            error = np.std(figures, axis=0, ddof=1)[1] / np.sqrt(len(figures))
            print(f"  {name:44} {accuracy:.3f}     {f1:.3f}     {error:.3f}", flush=True)


if __name__ == "__main__":
    main()
