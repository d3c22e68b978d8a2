"""Proving that a library file is whole, page by page."""

import hashlib
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from reader.library.store import Library, sqlite_uri
from reader.model.blocks import Citation
from reader.model.errors import UnreadableError
from reader.model.evidence import Claim, Therapy
from reader.model.grade import Certainty
from reader.model.plain import inlines, runs
from reader.model.topic import Kind, Section, Topic


@dataclass(frozen=True, slots=True)
class PageReport:
    """One line of the table.

    Attributes:
        grade: Flesch-Kincaid, in school years; 0 for plain pages.
        words: Words of the page's own text.
        problems: What is wrong with it, in words; empty for a sound page.
        open_points: What is still to be done on it; none of it is a fault.
    """

    slug: str
    kind: str
    grade: float
    words: int
    claims: int
    sources: int
    problems: tuple[str, ...]
    open_points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """What a check of a whole library found."""

    pages: tuple[PageReport, ...]
    problems: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing at all is wrong."""
        return not self.problems and not any(page.problems for page in self.pages)


def verify(path: Path) -> VerifyReport:
    """Check the file itself, then every page of it.

    Raises:
        UnreadableError: The file cannot be opened as a library at all.
    """
    with Library.open(path) as library:
        connection = sqlite3.connect(
            f"{sqlite_uri(path.absolute().as_uri())}?mode=ro", uri=True
        )
        try:
            problems = _file_problems(connection)
            rows = connection.execute(
                "SELECT slug, kind, grade, words FROM topic ORDER BY slug"
            ).fetchall()
            hashed = _content_hash(connection)
        except sqlite3.Error as error:
            msg = f"The library {path} is damaged."
            advice = "Install Evidence Reader again to get a whole library."
            raise UnreadableError(msg, advice) from error
        finally:
            connection.close()
        if hashed != library.info.content_hash:
            problems += ("the pages are not those that were built",)
        pages = tuple(_page(library, *row) for row in rows)
    return VerifyReport(pages, problems)


def _file_problems(connection: sqlite3.Connection) -> tuple[str, ...]:
    found = [row[0] for row in connection.execute("PRAGMA integrity_check")]
    return () if found == ["ok"] else tuple(found)


def _content_hash(connection: sqlite3.Connection) -> str:
    made = hashlib.sha256()
    for (record,) in connection.execute("SELECT record FROM page ORDER BY topic"):
        made.update(record.encode())
    for (content,) in connection.execute("SELECT bytes FROM picture ORDER BY name"):
        made.update(content)
    return made.hexdigest()


def _page(
    library: Library, slug: str, kind: str, grade: float, words: int
) -> PageReport:
    try:
        topic = library.topic(slug)
    except UnreadableError as error:
        return PageReport(slug, kind, grade, words, 0, 0, (error.message,))
    return PageReport(
        slug,
        kind,
        grade,
        words,
        len(topic.claims),
        len(topic.sources),
        tuple(_problems(topic)),
        tuple(open_points(topic)),
    )


def _problems(topic: Topic) -> list[str]:
    problems = [
        f"claim {claim.id}: {claim.certainty.value} does not follow"
        for claim in topic.claims
        if claim.certainty is not derived(claim)
    ]
    known = {source.id for source in topic.sources}
    cited = {source for claim in topic.claims for source in claim.sources}
    cited.update(*map(_cited, topic.sections))
    problems += [f"source {source} is missing" for source in sorted(cited - known)]
    return problems


def open_points(topic: Topic) -> list[str]:
    """What an editor would do next on a page."""
    if topic.kind is not Kind.CONDITION:
        return []
    points = []
    if not any(claim.absolute for claim in topic.claims):
        points.append("no claim has figures with and without treatment")
    cells = [c for c in topic.claims if c.therapy is Therapy.CELLS]
    if cells and not topic.harms:
        points.append("no harms of cells are listed")
    if not cells:
        points.append("no claim about cells")
    red_flags = topic.section("red-flags")
    if red_flags is not None and not _cited(red_flags):
        points.append("when to get help now has no official source")
    return points


def _cited(section: Section) -> set[str]:
    return {
        source
        for block in section.blocks
        for run in runs(block)
        for inline in inlines(run)
        if isinstance(inline, Citation)
        for source in inline.sources
    }


def derived(claim: Claim) -> Certainty:
    """The level that follows from what a claim carries."""
    if claim.published is not None:
        return claim.published.certainty
    if claim.assessment is not None:
        return claim.assessment.certainty
    return Certainty.NONE
