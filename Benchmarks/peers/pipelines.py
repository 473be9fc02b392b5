"""One peer in a process of its own, so that its memory and its time are its own.

    pipelines.py train NAME TRAINING.jsonl FOLDER
    pipelines.py score NAME TALKS.jsonl FOLDER PREDICTIONS.jsonl

throughput.py runs it. Both print one JSON object. `score` times what stands between
texts in memory and a label with its probability for each: cutting, counting, scoring.
Reading the talks and writing the predictions are not timed. Each peer has the features
that make it fast (words alone, no pairs) and the settings its manual starts from.
"""

import importlib.metadata
import itertools
import json
import pathlib
import pickle
import resource
import sys
import time

BATCH = 256


def read(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            talk = json.loads(line)
            text = "\n".join([talk["title"], *(slide["text"] for slide in talk["slides"])])
            yield talk["id"], text, talk.get("labels", {}).get("depth")


def icu_words():
    """A function from text to words at the boundaries of ICU's word iterator."""
    import icu

    iterator = icu.BreakIterator.createWordInstance(icu.Locale("ja"))

    def cut(text):
        if not text.isascii() and max(text) > "\uffff":  # ICU counts UTF-16 code units
            text = "".join(c if c <= "\uffff" else "\ufffd" for c in text)
        iterator.setText(text)
        pieces = (text[a:b] for a, b in itertools.pairwise([0, *iterator]))
        return [piece for piece in pieces if piece[:1].isalnum()]

    return cut


def mecab_line():
    """A function from text to one line of words parted by spaces, by MeCab."""
    import fugashi

    return fugashi.Tagger("-Owakati").parse


def vaporetto_line(folder):
    """The same by Vaporetto, which takes a line at a time."""
    import vaporetto

    model = pathlib.Path(folder, "vaporetto.model").read_bytes()
    tagger = vaporetto.Vaporetto(model, predict_tags=False)

    def cut(text):
        return " ".join(tagger.tokenize_to_string(line) for line in text.split("\n") if line)

    return cut


class ScikitLearn:
    """TF-IDF and logistic regression of scikit-learn, on words or on character n-grams."""

    def __init__(self, make_words=None):
        self.make_words = make_words

    def settings(self):
        if self.make_words is None:
            return {"analyzer": "char", "ngram_range": (2, 3)}
        return {"tokenizer": self.make_words(), "token_pattern": None, "lowercase": False}

    def train(self, texts, labels, folder):
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.linear_model import LogisticRegression

        vectorizer = TfidfVectorizer(sublinear_tf=True, min_df=2, **self.settings())
        classifier = LogisticRegression(C=10, max_iter=1000)
        classifier.fit(vectorizer.fit_transform(texts), labels)
        vectorizer.tokenizer = None  # a tagger cannot be pickled
        pathlib.Path(folder, "model.pickle").write_bytes(pickle.dumps((vectorizer, classifier)))

    def load(self, folder):
        data = pathlib.Path(folder, "model.pickle").read_bytes()
        self.vectorizer, self.classifier = pickle.loads(data)
        self.vectorizer.tokenizer = self.settings().get("tokenizer")

    def prepare(self, texts):
        return texts

    def predict(self, texts):
        chances = self.classifier.predict_proba(self.vectorizer.transform(texts))
        best = chances.argmax(axis=1)
        labels = self.classifier.classes_[best].tolist()
        return list(zip(labels, chances.max(axis=1).tolist()))


class FastText:
    """fastText's classifier on words: 25 passes, one thread, no pairs."""

    def __init__(self, make_line):
        self.make_line = make_line

    def train(self, texts, labels, folder):
        import fasttext

        cut = self.make_line(folder)
        path = pathlib.Path(folder, "training.txt")
        with path.open("w", encoding="utf-8") as lines:
            for text, label in zip(texts, labels):
                lines.write(f"__label__{label} {cut(text).strip()}\n")
        model = fasttext.train_supervised(
            str(path), lr=0.5, epoch=25, minCount=2, thread=1, verbose=0)
        model.save_model(str(pathlib.Path(folder, "model.bin")))

    def load(self, folder):
        import fasttext

        self.cut = self.make_line(folder)
        # `predict` of this version cannot return arrays of NumPy 2; `f` is what it calls.
        self.model = fasttext.load_model(str(pathlib.Path(folder, "model.bin"))).f

    def prepare(self, texts):
        return texts

    def predict(self, texts):
        results = []
        for text in texts:
            ((chance, label),) = self.model.predict(self.cut(text).strip() + "\n", 1, 0.0, "strict")
            results.append((label.removeprefix("__label__"), chance))
        return results


class VaporettoFastText(FastText):
    """Vaporetto with the model in the folder, or one that learns from MeCab first."""

    def __init__(self):
        super().__init__(vaporetto_line)

    def train(self, texts, labels, folder):
        import vaporetto_model

        path = pathlib.Path(folder, "vaporetto.model")
        if not path.exists():
            path.write_bytes(vaporetto_model.model(texts, mecab_line()))
        super().train(texts, labels, folder)


class VowpalWabbit:
    """Vowpal Wabbit's logistic regression on lines of words that are already extracted."""

    def prepare(self, texts):
        cut = mecab_line()
        return ["| " + cut(text).replace(":", "").replace("|", "") for text in texts]

    def train(self, texts, labels, folder):
        from vowpalwabbit import Workspace

        path = str(pathlib.Path(folder, "model.vw"))
        workspace = Workspace(
            f"--loss_function logistic --link logistic -b 20 --quiet -f {path}")
        lines = self.prepare(texts)
        for _ in range(5):
            for line, label in zip(lines, labels):
                workspace.learn(("1 " if label == "advanced" else "-1 ") + line)
        workspace.finish()

    def load(self, folder):
        from vowpalwabbit import Workspace

        path = pathlib.Path(folder, "model.vw")
        self.workspace = Workspace(f"-t --quiet -i {path}")

    def predict(self, lines):
        chances = [self.workspace.predict(line) for line in lines]
        return [("advanced", p) if p >= 0.5 else ("basic", 1 - p) for p in chances]


PEERS = {
    "icu": (lambda: ScikitLearn(icu_words), ["pyicu", "scikit-learn"]),
    "mecab": (
        lambda: ScikitLearn(lambda: lambda text, cut=mecab_line(): cut(text).split()),
        ["fugashi", "unidic-lite", "scikit-learn"]),
    "characters": (ScikitLearn, ["scikit-learn"]),
    "mecab-fasttext": (
        lambda: FastText(lambda folder: mecab_line()),
        ["fugashi", "unidic-lite", "fasttext-wheel"]),
    "vaporetto-fasttext": (VaporettoFastText, ["vaporetto", "fasttext-wheel"]),
    "vowpal-wabbit": (VowpalWabbit, ["vowpalwabbit", "fugashi", "unidic-lite"]),
}


def train(peer, path, folder):
    _, texts, labels = zip(*read(path))
    start = time.perf_counter()
    peer.train(texts, labels, folder)
    return {"seconds": time.perf_counter() - start}


def score(peer, path, folder, predictions):
    peer.load(folder)
    ready = time.monotonic()
    names, texts, _ = zip(*read(path))
    inputs = peer.prepare(texts)
    results = []
    start, cpu = time.perf_counter(), time.process_time()
    for first in range(0, len(inputs), BATCH):
        results += peer.predict(inputs[first:first + BATCH])
    cpu, seconds = time.process_time() - cpu, time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    with open(predictions, "w", encoding="utf-8") as lines:
        for name, (label, chance) in zip(names, results):
            lines.write(json.dumps({"id": name, "label": label, "probability": chance}) + "\n")
    return {"seconds": seconds, "cpu": cpu, "peak": peak, "ready": ready}


def main():
    verb, name, *rest = sys.argv[1:]
    make, packages = PEERS[name]
    try:
        versions = [f"{package} {importlib.metadata.version(package)}" for package in packages]
        result = {"train": train, "score": score}[verb](make(), *rest)
    except (ImportError, OSError) as error:
        result = {"missing": f"{type(error).__name__}: {error}"}
    else:
        result["versions"] = versions
    print(json.dumps(result))


if __name__ == "__main__":
    main()
