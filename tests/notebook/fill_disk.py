"""Writes notes until the disk refuses: python ... FOLDER LIMIT.

LIMIT is the largest size of a file in bytes, for where there is no small disk; 0 for
none. Each line of the output is the slug of a bookmark that was saved; the last is
JSON: the sentences of the refusal, and what can still be read.
"""

import json
import resource
import sys
from pathlib import Path

from reader.model.errors import KnownError
from reader.notebook.store import Notebook

NOTE = "word " * 3000


def main(folder: Path, limit: int) -> None:
    with Notebook.open(folder) as notebook:
        if limit:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        refusal = fill(notebook)
        told = {
            "message": refusal.message,
            "advice": refusal.advice,
            "read": [each.slug for each in notebook.bookmarks.shelf().bookmarks],
        }
    sys.stdout.write(f"{json.dumps(told)}\n")


def fill(notebook: Notebook) -> KnownError:
    number = 0
    while True:
        try:
            notebook.bookmarks.add(f"topic-{number}", title="Topic", note=NOTE)
        except KnownError as error:
            return error
        sys.stdout.write(f"topic-{number}\n")
        sys.stdout.flush()
        number += 1


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
