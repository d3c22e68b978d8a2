"""Source folders of plain pages, and libraries made of them, seeded and kept.

A page has a title of one to four words, sometimes other names and ICD codes, a
paragraph and two sections, about 165 words in all. The real compiler makes the
library. It is kept under ``build/bench`` by the content of what fills it.
"""

import hashlib
import inspect
import random
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bench import words
from bench.progress import say
from bench.words import Language, dice, language
from reader.compiler import rows, writer
from reader.compiler.build import build
from reader.library.schema import schema_sql
from reader.model import normal, spelling
from reader.model.systems import System

SEED = "evidence reader"

BUILD = Path("build/bench")
"""Where libraries and results are kept, below the checkout."""

_SHELVES = tuple(system for system in System if system is not System.GENERAL)


@dataclass(frozen=True, slots=True)
class PlainPage:
    """One invented page."""

    slug: str
    title: str
    system: System
    also_called: tuple[str, ...]
    code: str
    body: str

    def markdown(self) -> str:
        """The source file."""
        lines = ["---", f"slug: {self.slug}", f"title: {self.title}"]
        if self.also_called:
            lines.append(f"also_called: [{', '.join(self.also_called)}]")
        if self.code:
            lines.append(f"codes: {{icd10: [{self.code}]}}")
        lines += ["kind: plain", f"system: {self.system.value}", "---", "", self.body]
        return "\n".join(lines) + "\n"


def plain_pages(count: int) -> Iterator[PlainPage]:
    """The first pages of an endless library; a larger one begins with a smaller."""
    made = language(SEED)
    chance = dice(SEED)
    taken: set[str] = set()
    while len(taken) < count:
        title = _title(made, chance)
        slug = title.replace(" ", "-")
        if slug in taken:
            continue
        taken.add(slug)
        yield PlainPage(
            slug=slug,
            title=title.capitalize(),
            system=chance.choice(_SHELVES),
            also_called=_other_names(made, chance),
            code=_code(chance) if chance.random() < 0.3 else "",
            body=_body(made, chance),
        )


def _title(made: Language, chance: random.Random) -> str:
    length = chance.choices((1, 2, 3, 4), weights=(2, 5, 3, 1))[0]
    parts = [chance.choice(made.naming) for _ in range(length)]
    if length > 1 and chance.random() < 0.6:
        parts[-1] = chance.choice(made.heads)
    return " ".join(parts)


def _other_names(made: Language, chance: random.Random) -> tuple[str, ...]:
    count = chance.choices((0, 1, 2, 3), weights=(4, 3, 2, 1))[0]
    return tuple(_title(made, chance) for _ in range(count))


def _code(chance: random.Random) -> str:
    letter = chance.choice("ABCDEFGHIJKLMNPQRST")
    tail = f".{chance.randrange(10)}" if chance.random() < 0.7 else ""
    return f"{letter}{chance.randrange(100):02d}{tail}"


def _body(made: Language, chance: random.Random) -> str:
    first = _paragraph(made, chance, 3)
    sections = (
        f"## {' '.join(made.draw(chance, 3)).capitalize()} {{#{name}}}\n\n"
        f"{_paragraph(made, chance, 4)}"
        for name in ("what-it-is", "what-helps")
    )
    return "\n\n".join((first, *sections))


def _paragraph(made: Language, chance: random.Random, sentences: int) -> str:
    return " ".join(
        " ".join(made.draw(chance, chance.randint(9, 20))).capitalize() + "."
        for _ in range(sentences)
    )


def write_folder(folder: Path, count: int) -> None:
    """Write the sources of a library of so many pages."""
    for shelf in _SHELVES:
        (folder / shelf.value).mkdir(parents=True, exist_ok=True)
    for page in plain_pages(count):
        path = folder / page.system.value / f"{page.slug}.md"
        path.write_text(page.markdown(), encoding="utf-8")


def plain_library(count: int) -> Path:
    """A compiled library of so many pages; made once, then kept.

    Raises:
        KnownError: The disk is full.
    """
    target = BUILD / f"plain-{count}-{_fingerprint()}.db"
    if target.exists():
        return target
    say(f"making a library of {count:,} pages, once")
    BUILD.mkdir(parents=True, exist_ok=True)
    for outdated in BUILD.glob(f"plain-{count}-*.db"):
        outdated.unlink()
    folder = Path(tempfile.mkdtemp(prefix="sources-", dir=BUILD))
    try:
        write_folder(folder, count)
        build(folder, target, schema_sql())
    finally:
        shutil.rmtree(folder)
    return target


@cache
def _fingerprint() -> str:
    """The content of what decides the rows: invention, schema and what fills it."""
    made = hashlib.sha256(schema_sql().encode())
    made.update(Path(__file__).read_bytes())
    for module in (words, rows, writer, normal, spelling):
        made.update(inspect.getsource(module).encode())
    return made.hexdigest()[:12]
