"""Writes Tests/EvaluationTests/Fixtures/metrics.json: what scikit-learn computes.

Every case has true classes, probabilities in hundredths (so that there are many
ties), a weight for each example, and the figures of sklearn.metrics. A class that
neither occurs nor is predicted does not count in the macro F1; one that does not
occur has no area under its curve and does not count in the mean.
"""

import json
import pathlib

import numpy as np
from sklearn import metrics

TARGET = (
    pathlib.Path(__file__).resolve().parents[2]
    / "Tests/EvaluationTests/Fixtures/metrics.json"
)


def random_probabilities(generator, classes, class_count, steps, silent=()):
    """Rows of hundredths, multiples of 1/steps, that lean to the true class."""
    rows = []
    for label in classes:
        shares = np.full(class_count, 0.7)
        shares[label] += 0.6
        shares[list(silent)] = 0
        # At least one step for every class that may be said keeps the log finite.
        said = (shares > 0).astype(int)
        parts = said + generator.multinomial(steps - said.sum(), shares / shares.sum())
        rows.append(parts * (100 // steps) / 100)
    return np.array(rows)


def areas(classes, probabilities, weights):
    """The area under the curve of each class against the rest, where there is one."""
    columns = [1] if probabilities.shape[1] == 2 else range(probabilities.shape[1])
    result = []
    for column in columns:
        # An example of weight 0 is no example.
        if len(np.unique((classes == column)[weights > 0])) == 2:
            result.append(
                metrics.roc_auc_score(
                    classes == column, probabilities[:, column], sample_weight=weights
                )
            )
    return result


def case(name, classes, probabilities, weights):
    class_count = probabilities.shape[1]
    labels = list(range(class_count))
    predictions = probabilities.argmax(axis=1)
    by_class = areas(classes, probabilities, weights)
    if class_count > 2 and len(by_class) == class_count:
        whole = metrics.roc_auc_score(
            classes, probabilities, multi_class="ovr", average="macro", sample_weight=weights
        )
        assert abs(whole - np.mean(by_class)) < 1e-12
    return {
        "name": name,
        "classes": classes.tolist(),
        "probabilities": probabilities.tolist(),
        "weights": weights.tolist(),
        "confusion": metrics.confusion_matrix(
            classes, predictions, labels=labels, sample_weight=weights
        ).astype(float).tolist(),
        "accuracy": metrics.accuracy_score(classes, predictions, sample_weight=weights),
        "macroF1": metrics.f1_score(
            classes, predictions, labels=labels, average="macro", sample_weight=weights,
            zero_division=np.nan,
        ),
        "rocAUC": float(np.mean(by_class)) if by_class else None,
        "logLoss": metrics.log_loss(
            classes, probabilities, labels=labels, sample_weight=weights
        ),
    }


def main():
    generator = np.random.default_rng(2024)
    cases = []

    def add(name, classes, probabilities):
        ones = np.ones(len(classes))
        drawn = np.bincount(
            generator.integers(len(classes), size=len(classes)), minlength=len(classes)
        ).astype(float)
        cases.append(case(name, classes, probabilities, ones))
        cases.append(case(name + ", weighted", classes, probabilities, drawn))

    classes = generator.permutation(np.repeat([0, 1], [14, 10]))
    add("two classes with ties", classes, random_probabilities(generator, classes, 2, 10))

    classes = generator.permutation(np.repeat([0, 1, 2], [9, 7, 5]))
    add("three classes with ties", classes, random_probabilities(generator, classes, 3, 10))

    classes = generator.permutation(np.repeat([0, 1, 3], [8, 6, 4]))
    add("a class that is said but absent", classes, random_probabilities(generator, classes, 4, 20))
    probabilities = random_probabilities(generator, classes, 4, 20, silent=[2])
    add("a class that is neither said nor there", classes, probabilities)

    add("one class only", np.zeros(6, dtype=int), random_probabilities(
        generator, np.zeros(6, dtype=int), 2, 10))

    text = json.dumps({"cases": cases}, ensure_ascii=False, separators=(",", ":"))
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(text.replace('{"name"', '\n{"name"') + "\n", encoding="utf-8")
    for entry in cases:
        figures = {key: entry[key] for key in ("accuracy", "macroF1", "rocAUC", "logLoss")}
        print(entry["name"], figures)
    print(f"{TARGET.name}: {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
