"""Which C suits how many labels: macro-F1 by C on random draws.

    few_labels.py SHOGEN CORPUS.jsonl... [--sizes 30,100,300,700] [--draws N]

CORPUS.json beside each corpus is its scheme; corpora.py makes both. Features are those of
`shogen train` without its search, vectors or lexicon: words, pairs and fragments. The last
column is `shogen train` as it is, which may choose every setting on the drawn talks.
"""

import argparse
import json
import pathlib
import subprocess

SIZES = "30,100,300,700"
CANDIDATES = [0.1, 0.3, 1, 3, 10, 30, 100]


def figures(shogen, corpus, sizes, draws, added):
    """The mean macro-F1 of each size."""
    command = [
        shogen, "evaluate", corpus, "--scheme", corpus.with_suffix(".json"), "--format", "json",
        "--learning-curve", sizes, "--draws", str(draws)]
    report = subprocess.run(command + added, capture_output=True, check=True).stdout
    return {point["labels"]: point["macroF1"] for point in json.loads(report)}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("shogen")
    parser.add_argument("corpora", nargs="+", type=pathlib.Path)
    parser.add_argument("--sizes", default=SIZES)
    parser.add_argument("--draws", type=int, default=10)
    options = parser.parse_args()
    print(f"{'corpus':10} labels" + "".join(f"{'C=' + str(c):>8}" for c in CANDIDATES) + "  search")
    for corpus in options.corpora:
        columns = [
            figures(options.shogen, corpus, options.sizes, options.draws, added)
            for added in [["--no-search", "--C", str(c)] for c in CANDIDATES] + [[]]]
        for size in columns[0]:
            print(f"{corpus.stem:10} {size:6}"
                  + "".join(f"{column[size]:8.3f}" for column in columns), flush=True)


if __name__ == "__main__":
    main()
