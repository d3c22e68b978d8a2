"""Opens a notebook and says why it cannot: python ... FOLDER."""

import sys
from pathlib import Path

from reader.model.errors import KnownError
from reader.notebook.store import Notebook


def main(folder: Path) -> None:
    try:
        Notebook.open(folder).close()
    except KnownError as error:
        sys.stdout.write(str(error))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
