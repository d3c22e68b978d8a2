"""The titles of pages, for links that bring no words of their own."""

from pathlib import Path

from reader.compiler.faults import Faults, read_source
from reader.compiler.page import front_matter_tree
from reader.compiler.yaml_tree import Scalar


class Titles:
    """Looks a title up in the front matter of the page, once for each page."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[str, str] = {}

    def __call__(self, slug: str) -> str:
        """The title of a page; its slug where that cannot be read.

        A page that is missing or faulty is a fault of its own, noted elsewhere.
        """
        if slug not in self._known:
            self._known[slug] = self._read(slug) or slug
        return self._known[slug]

    def _read(self, slug: str) -> str:
        for path in sorted(self._folder.glob(f"*/{slug}.md")):
            source = read_source(path, self._folder, Faults())
            found = front_matter_tree(source) if source is not None else None
            title = found[0].entries.get("title") if found is not None else None
            if isinstance(title, Scalar):
                return " ".join(title.text.split())
        return ""
