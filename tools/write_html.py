"""Writes every page of the library as it opens in a browser.

python tools/write_html.py build/html
"""

import sys
from pathlib import Path

from reader.handout.html import render_html
from reader.library.store import Library
from reader.resources import library_path


def main(folder: Path) -> None:
    """Write one file for each topic."""
    folder.mkdir(parents=True, exist_ok=True)
    with Library.open(library_path()) as library:
        for entry in library.topics():
            page = render_html(library.topic(entry.slug), library.picture)
            (folder / f"{entry.slug}.html").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
