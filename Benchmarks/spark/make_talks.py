"""Makes many short talks of a few decks: `make_talks.py DECKS.jsonl TALKS.jsonl COUNT`.

Talk n has the title of deck n mod d and three slides of it that lie side by side,
beginning one slide later each time around, and an id of its own. The same decks and count
give the same bytes.
"""

import itertools
import json
import sys
from collections.abc import Iterator

SLIDES_PER_TALK = 3


def talks(decks: list[dict]) -> Iterator[dict]:
    """Talks without end, decks in turn."""
    for number in itertools.count():
        deck = decks[number % len(decks)]
        slides = deck["slides"]
        first = number // len(decks)
        yield {
            "id": f"{deck['id']}-{number:07}",
            "title": deck["title"],
            "slides": [
                slides[(first + offset) % len(slides)]
                for offset in range(min(SLIDES_PER_TALK, len(slides)))
            ],
        }


def write(decks_path: str, talks_path: str, count: int) -> None:
    """Writes the first `count` talks, one a line."""
    with open(decks_path, encoding="utf-8") as file:
        decks = [json.loads(line) for line in file]
    with open(talks_path, "w", encoding="utf-8", newline="\n") as output:
        for talk in itertools.islice(talks(decks), count):
            output.write(json.dumps(talk, ensure_ascii=False, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    write(sys.argv[1], sys.argv[2], int(sys.argv[3]))
