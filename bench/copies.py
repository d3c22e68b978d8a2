"""A large library of full topics: the real ones, again and again under new ids."""

import re
import shutil
from itertools import count
from pathlib import Path

SOURCES = Path("resources/library")
_ID = re.compile(r"^[ -]*id: *([a-z0-9-]+) *$", re.MULTILINE)


def write_copies(folder: Path, least: int) -> int:
    """Fill a source folder with at least so many full topics; say how many.

    Short notes, which have no evidence, are left out. The first round keeps its
    names, so that the links of all rounds lead somewhere.
    """
    shutil.copytree(SOURCES, folder)
    for page in folder.glob("*/*.md"):
        if not page.with_suffix(".yaml").exists():
            page.unlink()
    pages = sorted(folder.glob("*/*.md"))
    made = len(pages)
    for turn in count(2):
        for page in pages:
            if made >= least:
                return made
            _copy(page, f"n{turn}")
            made += 1
    return made


def _copy(page: Path, mark: str) -> None:
    """Write a page and its evidence once more, with a mark behind every id."""
    words = page.read_text(encoding="utf-8")
    evidence_file = page.with_suffix(".yaml")
    evidence = ""
    if evidence_file.exists():
        evidence = evidence_file.read_text(encoding="utf-8")
    ids = "|".join(map(re.escape, sorted(set(_ID.findall(evidence)), key=len)))
    own = re.compile(rf"(?<![\w-])(?:{ids})(?![\w-])") if ids else None
    slug = f"{page.stem}-{mark}"
    words = words.replace(f"slug: {page.stem}\n", f"slug: {slug}\n", 1)
    for text, suffix in ((words, ".md"), (evidence, ".yaml")):
        renamed = own.sub(rf"\g<0>-{mark}", text) if own else text
        if renamed:
            target = page.with_name(f"{slug}{suffix}")
            target.write_text(renamed, encoding="utf-8")
