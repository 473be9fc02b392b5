"""Trains a model for Vaporetto on the words that MeCab cuts, as no package carries one.

Vaporetto decides at each place between two characters whether a word ends there, by a
linear classifier on the n-grams (up to 3 long) of characters and of their types among
the 3 characters before and the 3 after it. Its own trainer is a Rust program; this one
fits the same classifier with scikit-learn and writes the format of Vaporetto 0.5 and
0.6 (a magic line, then integers of varying length). It has no word
dictionary, which published models add, so that it is smaller than they are.
"""

from collections import defaultdict

import numpy as np
from scipy import sparse
from sklearn.linear_model import SGDClassifier

WINDOW = 3
LONGEST = 3
CHARACTERS = 150_000
MAGIC = b"VaporettoTokenizer 0.5.0\n"


def character_type(character):
    """Vaporetto's number for digits, Roman, hiragana, katakana, kanji and others."""
    if character.isascii():
        return "\1" if character.isdigit() else "\2" if character.isalpha() else "\6"
    if "\u3040" <= character <= "\u3096":
        return "\3"
    if "\u30a0" <= character <= "\u30ff":
        return "\4"
    return "\5" if "\u3400" <= character <= "\u9fff" else "\6"


def examples(texts, mecab_line):
    """Lines and the set of places in each where MeCab starts or ends a word."""
    total = 0
    for text in texts:
        for line in filter(None, map(str.strip, text.split("\n"))):
            cuts, end = set(), 0
            for word in mecab_line(line).split():
                start = line.index(word, end)
                end = start + len(word)
                cuts |= {start, end}
            yield line, cuts
            total += len(line)
        if total > CHARACTERS:
            return


def features(line):
    """For each place after a character: (kind, n-gram, its position in the window)."""
    types = "".join(map(character_type, line))
    for place in range(1, len(line)):
        found = []
        for size in range(1, LONGEST + 1):
            for end in range(max(place - WINDOW + size, size), min(place + WINDOW, len(line)) + 1):
                position = place - end + WINDOW
                found.append((0, line[end - size:end], position))
                found.append((1, types[end - size:end], position))
        yield place, found


def number(value):
    if value < 251:
        return bytes([value])
    if value < 1 << 16:
        return b"\xfb" + value.to_bytes(2, "little")
    return b"\xfc" + value.to_bytes(4, "little")


def signed(value):
    return number(2 * value if value >= 0 else -2 * value - 1)


def table(weights):
    """N-grams, each with a weight for each position it can have in the window."""
    parts = [number(len(weights))]
    for ngram, places in sorted(weights.items()):
        data = ngram.encode()
        values = [places.get(k, 0) for k in range(2 * WINDOW - len(ngram) + 1)]
        parts += [number(len(data)), data, number(len(values)), *map(signed, values)]
    return b"".join(parts)


def model(texts, mecab_line):
    """The bytes of a model."""
    numbers, columns, starts, truth = defaultdict(lambda: len(numbers)), [], [0], []
    for line, cuts in examples(texts, mecab_line):
        for place, found in features(line):
            columns.extend(numbers[feature] for feature in found)
            starts.append(len(columns))
            truth.append(place in cuts)
    matrix = sparse.csr_matrix(
        (np.ones(len(columns), np.float32), columns, starts), shape=(len(truth), len(numbers)))
    fit = SGDClassifier(loss="hinge", alpha=1e-6, max_iter=8, tol=None, random_state=1)
    fit.fit(matrix, truth)
    scale = 32767 / np.abs(fit.coef_).max()
    weights = [defaultdict(dict), defaultdict(dict)]
    for (kind, ngram, position), column in numbers.items():
        weight = int(fit.coef_[0, column] * scale)
        if weight:
            weights[kind][ngram][position] = weight
    no_words, no_tags = number(0), number(0)
    bias = signed(int(fit.intercept_[0] * scale))
    return (MAGIC + table(weights[0]) + table(weights[1]) + no_words + bias
            + bytes([WINDOW, WINDOW]) + no_tags)
