#!/usr/bin/env python3
"""Makes a corpus of real Japanese prose out of Debian's documentation packages.

Usage: make-corpus.py FOLDER

Downloads the packages below with apt-get (nothing is installed), unpacks them, strips
the markup and writes FOLDER/PACKAGE.txt, one paragraph or line of a page a line and an
empty line between pages. The texts keep the licenses of their packages and are never
committed. Does nothing when FOLDER has them all.
"""

import gzip
import html.parser
import pathlib
import re
import subprocess
import sys
import tempfile

PACKAGES = [
    "aptitude-doc-ja", "debian-edu-doc-ja", "debian-faq-ja", "debian-handbook",
    "debian-policy-ja", "debian-reference-ja", "developers-reference-ja", "gimp-help-ja",
    "libreoffice-help-ja", "maint-guide-ja", "manpages-ja", "manpages-ja-dev",
]
BLOCKS = {
    "address", "article", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure",
    "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "section", "table",
    "tbody", "td", "th", "thead", "tr", "ul",
}
JAPANESE = re.compile("[\u3041-\u3096\u30a1-\u30fa]")


class Page(html.parser.HTMLParser):
    """Text of a page: a line a block element, without scripts and styles."""

    def __init__(self):
        super().__init__()
        self.lines, self.line, self.hidden = [], [], 0

    def end_line(self):
        text = re.sub(r"\s+", " ", "".join(self.line)).strip()
        if text:
            self.lines.append(text)
        self.line = []

    def handle_starttag(self, tag, attributes):
        if tag in ("script", "style"):
            self.hidden += 1
        if tag in BLOCKS:
            self.end_line()

    def handle_endtag(self, tag):
        if tag in ("script", "style") and self.hidden:
            self.hidden -= 1
        if tag in BLOCKS:
            self.end_line()

    def handle_data(self, data):
        if not self.hidden:
            self.line.append(data)


def web_page(text):
    page = Page()
    page.feed(text)
    page.close()
    page.end_line()
    return page.lines


def manual_page(text):
    lines = []
    for line in text.splitlines():
        if line.startswith((".\\\"", "'\\\"")):
            continue
        if line.startswith((".", "'")):
            words = line.split(maxsplit=1)
            line = words[1] if len(words) == 2 and len(words[0]) <= 3 else ""
        line = re.sub(r"\\f(\[[^]]*\]|\(..|.)", "", line)
        line = re.sub(r"\\s[-+]?\d", "", line)
        line = re.sub(r"\\\*?(\[[^]]*\]|\(..)", " ", line)
        line = line.replace("\\-", "-").replace("\\e", "\\").replace("\\&", "")
        line = line.strip().strip('"')
        if line:
            lines.append(line)
    return lines


def pages(folder):
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_file():
            continue
        data = path.read_bytes()
        name = path.name
        if name.endswith(".gz"):
            data, name = gzip.decompress(data), name[:-3]
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            continue
        if name.endswith((".html", ".htm")):
            yield web_page(text)
        elif name.endswith(".txt"):
            yield [line.strip() for line in text.splitlines() if line.strip()]
        elif re.search(r"\.[1-8][a-z]*$", name) and "/man/" in str(path):
            yield manual_page(text)


def main():
    target = pathlib.Path(sys.argv[1]).resolve()
    missing = [name for name in PACKAGES if not (target / f"{name}.txt").exists()]
    if not missing:
        return
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        options = ["-o", "APT::Sandbox::User=root"]
        subprocess.run(["apt-get", "download", "-qq", *options, *missing], cwd=folder, check=True)
        for name in missing:
            (archive,) = folder.glob(f"{name}_*.deb")
            unpacked = folder / name
            subprocess.run(["dpkg", "-x", archive, unpacked], check=True)
            kept = [page for page in pages(unpacked) if JAPANESE.search("".join(page))]
            text = "\n\n".join("\n".join(page) for page in kept) + "\n"
            (target / f"{name}.txt").write_text(text, encoding="utf-8")
            print(f"{name}: {len(kept)} pages, {len(text.encode()):,} bytes", file=sys.stderr)


if __name__ == "__main__":
    main()
