"""Writes Tests/TrainingTests/Fixtures/logistic.json: what scikit-learn finds.

Every case is a small seeded matrix, its classes, and the weights, intercepts
and objective of scikit-learn's LogisticRegression. The objective is

    f = 1/2 ||W||^2 + C * sum_i c_i * loss_i,

with c_i the weight of the example's class and the intercepts not regularized.
scikit-learn stops at a tolerance, so Newton steps with the exact Hessian carry
its result on to the limit of double precision; a step that moves it far is an
error here, since then the figures would no longer be scikit-learn's.

The matrices hold decimals short enough that both sides read the same numbers.
"""

import json
import pathlib

import numpy as np
import scipy.sparse
from scipy.special import expit, logsumexp, softmax
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.linear_model import LogisticRegression
from sklearn.utils.class_weight import compute_class_weight

TARGET = (
    pathlib.Path(__file__).resolve().parents[2]
    / "Tests/TrainingTests/Fixtures/logistic.json"
)

# Five tiny texts as counts; columns ascend by name, as a vocabulary's do.
TERMS = ["alert", "budget", "cluster", "deploy", "kernel", "latency", "metric", "team"]
COUNTS = [
    [2, 1, 0, 0, 0, 0, 3, 0],
    [0, 0, 1, 4, 0, 0, 0, 1],
    [1, 0, 0, 0, 7, 2, 0, 0],
    [0, 0, 0, 0, 0, 0, 0, 5],
    [1, 1, 1, 1, 0, 0, 1, 1],
    [0, 0, 2, 0, 1, 3, 0, 0],
]
COUNT_CLASSES = [0, 1, 1, 0, 0, 1]


def random_matrix(generator, rows, columns, density):
    """Non-negative rows of unit length, as TF-IDF rows are, in four decimals."""
    dense = generator.random((rows, columns))
    dense[generator.random((rows, columns)) > density] = 0
    norms = np.linalg.norm(dense, axis=1, keepdims=True)
    return np.round(np.divide(dense, norms, where=norms > 0, out=dense), 4)


def planted_classes(generator, matrix, shares):
    """Classes that depend on the matrix, with noise, in the given shares."""
    scores = matrix @ generator.normal(size=matrix.shape[1])
    scores += generator.normal(scale=0.5 * scores.std(), size=len(scores))
    edges = np.round(np.cumsum(shares) * len(scores)).astype(int)
    classes = np.zeros(len(scores), dtype=int)
    for rank, row in enumerate(np.argsort(scores)):
        classes[row] = np.searchsorted(edges, rank, side="right")
    return classes


def costs_of(classes, weighting, c):
    if weighting == "none":
        return np.full(len(classes), float(c))
    present = np.unique(classes)
    weights = compute_class_weight("balanced", classes=present, y=classes)
    return c * weights[np.searchsorted(present, classes)]


class Binary:
    """Variables are w, then b."""

    def __init__(self, matrix, classes, costs):
        self.design = np.hstack([matrix, np.ones((len(matrix), 1))])
        self.signs, self.costs = 2 * classes - 1, costs

    def regularized(self, x):
        return np.append(x[:-1], 0)

    def value(self, x):
        margins = self.signs * (self.design @ x)
        return 0.5 * x[:-1] @ x[:-1] + self.costs @ np.logaddexp(0, -margins)

    def gradient(self, x):
        margins = self.signs * (self.design @ x)
        residuals = -self.costs * self.signs * expit(-margins)
        return self.regularized(x) + self.design.T @ residuals

    def hessian(self, x):
        p = expit(self.design @ x)
        identity = np.eye(len(x))
        identity[-1, -1] = 0
        return identity + self.design.T @ (self.design * (self.costs * p * (1 - p))[:, None])


class Multinomial:
    """Variables are (w, b) of one class after the other."""

    def __init__(self, matrix, classes, costs, class_count):
        self.design = np.hstack([matrix, np.ones((len(matrix), 1))])
        self.targets, self.costs = np.eye(class_count)[classes], costs
        self.shape = (class_count, self.design.shape[1])

    def value(self, x):
        w = x.reshape(self.shape)
        scores = self.design @ w.T
        losses = logsumexp(scores, axis=1) - (scores * self.targets).sum(axis=1)
        return 0.5 * (w[:, :-1] ** 2).sum() + self.costs @ losses

    def gradient(self, x):
        w = x.reshape(self.shape)
        p = softmax(self.design @ w.T, axis=1)
        penalty = w.copy()
        penalty[:, -1] = 0
        residuals = (p - self.targets) * self.costs[:, None]
        return (penalty + residuals.T @ self.design).ravel()

    def hessian(self, x):
        w = x.reshape(self.shape)
        p = softmax(self.design @ w.T, axis=1)
        count, width = self.shape
        result = np.zeros((count, width, count, width))
        for j in range(count):
            for k in range(count):
                factors = self.costs * p[:, j] * ((j == k) - p[:, k])
                result[j, :, k, :] = self.design.T @ (self.design * factors[:, None])
            result[j, :-1, j, :-1] += np.eye(width - 1)
        return result.reshape(x.size, x.size)


def polish(objective, start):
    """Newton's method to the end; the last steps only move rounding errors."""
    x = start
    for _ in range(6):
        # Least squares, since adding a number to all intercepts changes nothing.
        step = np.linalg.lstsq(objective.hessian(x), objective.gradient(x), rcond=1e-13)[0]
        x = x - step
    assert np.abs(step).max() < 1e-10, np.abs(step).max()
    assert np.abs(x - start).max() < 1e-5 * max(1, np.abs(x).max()), "not scikit-learn's result"
    return x


def case(name, matrix, classes, c, weighting):
    class_count = int(classes.max()) + 1
    model = LogisticRegression(
        C=c, tol=1e-12, max_iter=100_000,
        solver="newton-cholesky" if class_count == 2 else "lbfgs",
        class_weight=None if weighting == "none" else weighting,
    ).fit(scipy.sparse.csr_matrix(matrix), classes)
    costs = costs_of(classes, weighting, c)
    fitted = np.hstack([model.coef_, model.intercept_[:, None]])
    if class_count == 2:
        objective = Binary(matrix, classes, costs)
    else:
        objective = Multinomial(matrix, classes, costs, class_count)
        # Of the equal minima, the one whose intercepts sum to zero.
        fitted[:, -1] -= fitted[:, -1].mean()
    x = polish(objective, fitted.ravel())
    solution = x.reshape(fitted.shape)
    sparse = scipy.sparse.csr_matrix(matrix)
    print(
        f"{name}: objective {objective.value(x):.12g},"
        f" gradient {np.linalg.norm(objective.gradient(x)):.1e},"
        f" moved scikit-learn's by {np.abs(solution - fitted).max():.1e}"
    )
    return {
        "name": name,
        "columnCount": matrix.shape[1],
        "rowOffsets": sparse.indptr.tolist(),
        "columns": sparse.indices.tolist(),
        "values": sparse.data.tolist(),
        "classes": classes.tolist(),
        "classCount": class_count,
        "inverseRegularization": c,
        "classWeighting": weighting,
        "weights": [[float(f"{w:.13g}") for w in row[:-1]] for row in solution],
        "intercepts": [float(f"{row[-1]:.13g}") for row in solution],
        "objective": float(objective.value(x)),
    }


def tfidf():
    counts = scipy.sparse.csr_matrix(np.array(COUNTS, dtype=float))
    plain = TfidfTransformer(sublinear_tf=False).fit(counts)
    sublinear = TfidfTransformer(sublinear_tf=True).fit(counts)
    return {
        "terms": TERMS,
        "counts": COUNTS,
        "inverseDocumentFrequencies": plain.idf_.tolist(),
        "plain": plain.transform(counts).toarray().tolist(),
        "sublinear": sublinear.transform(counts).toarray().tolist(),
    }


def main():
    generator = np.random.default_rng(2024)
    weights = tfidf()
    cases = []

    matrix = random_matrix(generator, 40, 60, 0.2)
    classes = planted_classes(generator, matrix, [0.5, 0.5])
    cases.append(case("binary, 40 × 60", matrix, classes, 1.0, "none"))

    matrix = random_matrix(generator, 30, 200, 0.1)
    classes = planted_classes(generator, matrix, [0.8, 0.2])
    cases.append(case("binary, 30 × 200, 24 to 6, balanced", matrix, classes, 10.0, "balanced"))

    matrix = random_matrix(generator, 60, 40, 0.3)
    classes = planted_classes(generator, matrix, [0.4, 0.3, 0.2, 0.1])
    cases.append(case("four classes, 60 × 40", matrix, classes, 1.0, "none"))
    cases.append(case("four classes, 60 × 40, balanced", matrix, classes, 5.0, "balanced"))

    matrix = random_matrix(generator, 28, 500, 0.05)
    classes = planted_classes(generator, matrix, [0.6, 0.4])
    cases.append(case("binary, 28 × 500, C = 0.1", matrix, classes, 0.1, "none"))
    cases.append(case("binary, 28 × 500, C = 100", matrix, classes, 100.0, "balanced"))

    matrix = random_matrix(generator, 24, 30, 0.3)
    matrix[[3, 11]] = 0
    matrix[7] = matrix[8]
    classes = planted_classes(generator, matrix, [0.4, 0.3, 0.3])
    cases.append(case("three classes, empty and equal rows", matrix, classes, 100.0, "none"))

    matrix = np.round(np.array(weights["sublinear"]), 6)
    cases.append(case("TF-IDF of tiny texts", matrix, np.array(COUNT_CLASSES), 10.0, "balanced"))

    text = json.dumps(
        {"tfidf": weights, "cases": cases}, ensure_ascii=False, separators=(",", ":")
    )
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(text.replace('{"name"', '\n{"name"') + "\n", encoding="utf-8")
    print(f"{TARGET.name}: {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
