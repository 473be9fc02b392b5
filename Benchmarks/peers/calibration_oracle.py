"""Writes Tests/TrainingTests/Fixtures/calibration.json: calibrations by other programs.

Linear outputs s become s/T + b under the least mean of -Σ t ln p, with the targets t
of Platt's method for n talks: (n + 1)/(n + K) for the truth and 1/(n + K) for every
other pole. For two poles that is scikit-learn's logistic regression without penalty on
the outputs, each example once a pole with its target as weight; for more, and for the
temperature alone, scipy minimizes. McNemar's exact p is scipy's binomial test.
"""

import json
import pathlib

import numpy as np
from scipy import optimize, special, stats
from sklearn.linear_model import LogisticRegression

TARGET = (
    pathlib.Path(__file__).resolve().parents[2]
    / "Tests/TrainingTests/Fixtures/calibration.json"
)


def problem(generator, count, poles, sharpness, tilt):
    """Outputs in hundredths and classes that lean to the largest, the first the more."""
    scores = np.round(generator.normal(size=(count, 1 if poles == 2 else poles)), 2)
    full = np.column_stack([np.zeros(count), scores]) if poles == 2 else scores
    lean = sharpness * full + tilt * (np.arange(poles) == 0)
    chances = special.softmax(lean, axis=1)
    classes = np.array([generator.choice(poles, p=row) for row in chances])
    return scores, full, classes


def targets(classes, poles, talks):
    result = np.full((len(classes), poles), 1 / (talks + poles))
    result[np.arange(len(classes)), classes] = (talks + 1) / (talks + poles)
    return result


def loss(full, wanted, slope, shifts):
    return -np.mean(np.sum(wanted * special.log_softmax(slope * full + shifts, axis=1), axis=1))


def case(name, generator, count, poles, sharpness, tilt, talks):
    scores, full, classes = problem(generator, count, poles, sharpness, tilt)
    wanted = targets(classes, poles, talks)
    temperature = optimize.minimize_scalar(
        lambda t: loss(full, wanted, np.exp(-t), 0), bounds=(-3, 3), method="bounded",
        options={"xatol": 1e-12},
    )
    if poles == 2:
        fit = LogisticRegression(C=np.inf, solver="newton-cholesky", tol=1e-13, max_iter=1000)
        fit.fit(
            np.vstack([scores, scores]), np.repeat([0, 1], count),
            sample_weight=np.concatenate([wanted[:, 0], wanted[:, 1]]),
        )
        slope, shifts = fit.coef_[0, 0], np.array([0, fit.intercept_[0]])
    else:
        start = np.concatenate([[1.0], np.zeros(poles - 1)])
        found = optimize.minimize(
            lambda x: loss(full, wanted, x[0], np.concatenate([[0], x[1:]])), start,
            method="BFGS", options={"gtol": 1e-9},
        )
        slope, shifts = found.x[0], np.concatenate([[0], found.x[1:]])
    return {
        "name": name,
        "outputs": scores.tolist(),
        "classes": classes.tolist(),
        "talkCount": talks,
        "temperature": float(np.exp(temperature.x)),
        "temperatureLoss": float(temperature.fun),
        "slope": float(slope),
        "shifts": [float(s) for s in (shifts[1:] if poles == 2 else shifts)],
        "shiftedLoss": float(loss(full, wanted, slope, shifts)),
    }


def main():
    generator = np.random.default_rng(20240804)
    cases = [
        case("two poles", generator, 60, 2, 1.5, 0, 60),
        case("two uneven poles", generator, 80, 2, 0.7, 1.5, 80),
        case("two poles placed thrice", generator, 90, 2, 2.5, 0.5, 30),
        case("three poles", generator, 90, 3, 1.2, 0, 90),
        case("seven uneven poles", generator, 210, 7, 1.8, 1, 70),
    ]
    tests = [
        {"onlyFirst": a, "onlySecond": b, "p": float(stats.binomtest(a, a + b).pvalue)}
        for a, b in [(1, 0), (3, 9), (12, 30), (100, 140), (7, 7), (450, 380)]
    ]
    TARGET.write_text(json.dumps({"cases": cases, "mcnemar": tests}, indent=1) + "\n")


main()
