"""Makes labelled corpora to compare on, from Debian's Japanese documentation.

    corpora.py FOLDER [--sib FOLDER]

Each corpus is FOLDER/NAME.jsonl (talks with a label) and NAME.json (the scheme):

- modules: pages of libreoffice-help-ja, the module they belong to (8 classes)
- guides: the same pages' first 200 characters, how-to or reference (2 classes)
- manuals: pages of manpages-ja, the section they belong to (5 classes)
- topics: SIB-200 in Japanese (7 classes), read from `--sib`

Packages come from the mirror that apt knows; nothing is installed. Pages that are the
same text but for spaces appear once.
"""

import argparse
import csv
import gzip
import html.parser
import json
import pathlib
import re
import subprocess
import tempfile


class Page(html.parser.HTMLParser):
    """The title and the text of a page's headings and paragraphs."""

    def __init__(self):
        super().__init__()
        self.title, self.parts, self.depth, self.silent = "", [], 0, 0
        self.in_title = self.in_area = False

    def handle_starttag(self, tag, attributes):
        if tag == "title":
            self.in_title = True
        if tag in ("script", "style", "aside", "header"):
            self.silent += 1
        if dict(attributes).get("id") == "DisplayArea":
            self.in_area = True
        if tag in ("p", "h1", "h2", "h3", "h4", "li", "td", "br", "div"):
            self.parts.append("\n")

    def handle_endtag(self, tag):
        if tag == "title":
            self.in_title = False
        if tag in ("script", "style", "aside", "header"):
            self.silent -= 1

    def handle_data(self, data):
        if self.in_title:
            self.title += data
        elif self.in_area and not self.silent:
            self.parts.append(data)

    @property
    def text(self):
        lines = (re.sub(r"\s+", " ", line).strip() for line in "".join(self.parts).split("\n"))
        return "\n".join(line for line in lines if line)


def unpack(package, folder):
    """The folder of a Debian package's files, fetched if it is not there."""
    target = folder / "packages" / package
    if not target.exists():
        with tempfile.TemporaryDirectory() as temporary:
            subprocess.run(
                ["apt-get", "download", package], cwd=temporary, check=True, capture_output=True
            )
            (archive,) = pathlib.Path(temporary).glob("*.deb")
            target.mkdir(parents=True)
            subprocess.run(["dpkg", "-x", archive, target], check=True)
    return target


def write(folder, name, axis, rows):
    """Writes talks and their scheme; `rows` are (id, title, text, label)."""
    seen, kept = set(), []
    for row in rows:
        key = re.sub(r"\s", "", row[2])
        if key and key not in seen:
            seen.add(key)
            kept.append(row)
    poles = sorted({label for _, _, _, label in kept})
    scheme = {"axes": [{"id": axis, "name": axis, "poles": [{"id": p, "name": p} for p in poles]}]}
    (folder / f"{name}.json").write_text(json.dumps(scheme, ensure_ascii=False), encoding="utf-8")
    with open(folder / f"{name}.jsonl", "w", encoding="utf-8") as file:
        for identifier, title, text, label in kept:
            talk = {"id": identifier, "title": title, "text": text, "labels": {axis: label}}
            file.write(json.dumps(talk, ensure_ascii=False) + "\n")
    print(f"{name}: {len(kept)} texts, {len(poles)} classes")


def help_pages(folder):
    root = unpack("libreoffice-help-ja", folder) / "usr/share/libreoffice/help/ja/text"
    for path in sorted(root.rglob("*.html")):
        page = Page()
        page.feed(path.read_text(encoding="utf-8"))
        parts = path.relative_to(root).parts
        yield "/".join(parts), page.title, page.text, parts


def manual_pages(folder):
    root = unpack("manpages-ja", folder) / "usr/share/man/ja"
    for path in sorted(root.glob("man*/*.gz")):
        with gzip.open(path, "rt", encoding="utf-8", errors="replace") as file:
            lines = [line for line in file if not line.startswith((".TH", '.\\"', "'\\\"", ".so"))]
        text = re.sub(r"(?m)^\.[A-Za-z]+ ?", "", "".join(lines))
        text = re.sub(r"\\f[A-Z]|\\[-&|]|\\\(..|\\\*\[[^]]*\]", "", text)
        yield path.name, "", text, path.parent.name


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--sib", type=pathlib.Path)
    options = parser.parse_args()
    folder = options.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    pages = list(help_pages(folder))
    write(folder, "modules", "module", [
        (name, "", text, parts[0]) for name, _, text, parts in pages if parts[0] != "shared"])
    write(folder, "guides", "kind", [
        (name, "", text[:200], "guide" if "guide" in parts else "reference")
        for name, _, text, parts in pages])
    write(folder, "manuals", "section", manual_pages(folder))
    if options.sib:
        rows = []
        for part in ("train", "dev", "test"):
            with open(options.sib / f"sib200_ja_{part}.tsv", encoding="utf-8") as file:
                for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                    rows.append((row["index_id"], "", row["text"], row["category"]))
        write(folder, "topics", "topic", rows)


if __name__ == "__main__":
    main()
