"""Writes bookmarks and notes, and says so after each: python ... FOLDER NAME COUNT."""

import sys
from pathlib import Path

from reader.notebook.store import Notebook


def main(folder: Path, name: str, count: int) -> None:
    with Notebook.open(folder) as notebook:
        bookmark_id = 0
        for number in range(count):
            slug = f"{name}-{number}"
            if number % 3 == 2:
                notebook.bookmarks.edit_note(bookmark_id, f"note {slug}")
                said = f"note {bookmark_id} {slug}"
            else:
                added = notebook.bookmarks.add(slug, title=slug.title())
                bookmark_id = added.subject or 0
                said = f"add {bookmark_id} {slug}"
            sys.stdout.write(f"{said}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
