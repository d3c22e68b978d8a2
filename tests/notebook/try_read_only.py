"""Opens a notebook that may not be written and says what works: python ... FOLDER."""

import json
import sys
from pathlib import Path

from reader.model.errors import KnownError
from reader.notebook.store import Notebook


def main(folder: Path) -> None:
    with Notebook.open(folder) as notebook:
        told = {
            "writable": notebook.writable,
            "read": [each.slug for each in notebook.bookmarks.shelf().bookmarks],
            "changed": notebook.changed_elsewhere(),
            "message": "",
            "advice": "",
        }
        try:
            notebook.bookmarks.add("burns", title="Burns")
        except KnownError as error:
            told |= {"message": error.message, "advice": error.advice}
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
