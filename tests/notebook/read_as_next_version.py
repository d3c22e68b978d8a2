"""Reads a notebook with a program of the next version: python ... FOLDER."""

import sys
from pathlib import Path

from reader.notebook.migrations import Migration, shipped_migrations
from reader.notebook.store import Notebook


def main(folder: Path) -> None:
    shipped = shipped_migrations()
    step = Migration(shipped[-1].version + 1, "CREATE TABLE mark (id INTEGER);")
    with Notebook.open(folder, migrations=(*shipped, step)) as notebook:
        slugs = [each.slug for each in notebook.bookmarks.shelf().bookmarks]
        sys.stdout.write(f"{notebook.writable} {' '.join(slugs)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
