"""Which topics a handout is wanted of: by slug, list, code or folder of bookmarks."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reader.cli.options import Chosen
from reader.model.errors import KnownError, NotFoundError, UnreadableError
from reader.model.listed import ListedLine

if TYPE_CHECKING:
    from reader.library.lookup import Meaning
    from reader.library.store import Library
    from reader.notebook.bookmarks import Shelf

STANDARD_INPUT = "-"
_MOST_NAMED = 10


@dataclass(frozen=True, slots=True)
class WantedTopics:
    """The ways in which topics were named.

    Attributes:
        slugs: Named one by one; a name that only one topic has will do.
        lists: Files; "-" is standard input.
        codes: ICD-10 codes.
        folders: Folders of bookmarks.
        skip_unknown: Go on without what is not known or not clear.
    """

    slugs: tuple[str, ...]
    lists: tuple[str, ...]
    codes: tuple[str, ...]
    folders: tuple[str, ...]
    skip_unknown: bool

    def find(self, library: "Library", chosen: Chosen) -> tuple[str, ...]:
        """The slugs, each once, in the order in which they were named.

        Raises:
            click.UsageError: No topic was named at all.
            UnreadableError: A list is none, or has lines that are not one topic each;
                the details name them.
            KnownError: A file or the notebook cannot be read, or nothing is left.
        """
        if not (self.slugs or self.lists or self.codes or self.folders):
            raise click.UsageError(
                "Name at least one topic: by its slug, --list, --code or --bookmarks."
            )
        found = [library.slug_of(name) for name in self.slugs]
        for name in self.lists:
            where = "standard input" if name == STANDARD_INPUT else name
            found += self._of_lines(library, _read(name), where)
        codes = [ListedLine(0, (code,)) for code in self.codes]
        found += self._of_lines(library, codes, "--code")
        if self.folders:
            found += _bookmarked(chosen, self.folders)
        if not found:
            raise KnownError("No topic is left to print.", "Name at least one.")
        return tuple(dict.fromkeys(found))

    def _of_lines(
        self, library: "Library", lines: Iterable[ListedLine], where: str
    ) -> tuple[str, ...]:
        from reader.library.lookup import Found, look_up, slugs_of

        meanings = look_up(library, lines)
        open_lines = [each for each in meanings if not isinstance(each, Found)]
        details = tuple(_said(each, where) for each in open_lines)
        if details and not self.skip_unknown:
            one = len(details) == 1
            raise UnreadableError(
                f"Nothing was printed, because {len(details)} "
                f"{'entry is' if one else 'entries are'} not clear: "
                f"{_numbers(open_lines, where)}.",
                "Mend what is named above, or go on without it by --skip-unknown.",
                details,
            )
        for detail in details:
            click.echo(f"Left out: {detail}", err=True)
        return slugs_of(meanings)


def _read(name: str) -> tuple[ListedLine, ...]:
    from reader.handout.lists import MOST_BYTES, read_list_bytes, read_list_file

    if name == STANDARD_INPUT:
        return read_list_bytes(sys.stdin.buffer.read(MOST_BYTES + 1))
    return read_list_file(Path(name))


def _said(meaning: "Meaning", where: str) -> str:
    """A line that is not one topic, in words."""
    from reader.library.lookup import Unclear, Why

    line = meaning.line
    place = f"{where}, line {line.number}" if line.number else where
    if not isinstance(meaning, Unclear):
        return f"{place}: “{line.shown}” is not known."
    choices = " or ".join(choice.slug for choice in meaning.choices)
    match meaning.why:
        case Why.SEVERAL:
            return f"{place}: “{line.shown}” is the name or code of {choices}."
        case Why.CONTRARY:
            return f"{place}: “{line.shown}” means two things: {choices}."
        case Why.ALIKE:
            return f"{place}: “{line.shown}” is not known. Did you mean {choices}?"


def _numbers(meanings: "Iterable[Meaning]", where: str) -> str:
    """The lines by number, else the codes as typed."""
    lines = [each.line for each in meanings]
    named = [f"line {line.number}" if line.number else line.shown for line in lines]
    names = list(dict.fromkeys(named))
    if len(names) > _MOST_NAMED:
        names = [*names[:_MOST_NAMED], f"{len(names) - _MOST_NAMED} more"]
    return f"{', '.join(names)} of {where}"


def _bookmarked(chosen: Chosen, folders: tuple[str, ...]) -> list[str]:
    """The topics in folders of bookmarks, in the person's order."""
    from reader.cli.notebook import open_notebook

    with open_notebook(chosen) as notebook:
        shelf = notebook.bookmarks.shelf()
    return [slug for name in folders for slug in _in_folder(shelf, name)]


def _in_folder(shelf: "Shelf", name: str) -> list[str]:
    from reader.notebook.records import name_key

    for folder in shelf.folders:
        if name_key(folder.name) == name_key(" ".join(name.split())):
            inside = [b for b in shelf.bookmarks if b.folder_id == folder.id]
            if not inside:
                raise KnownError(f"The folder “{folder.name}” has no bookmarks.")
            return [bookmark.slug for bookmark in inside]
    known = ", ".join(f"“{folder.name}”" for folder in shelf.folders)
    raise NotFoundError(
        f"No folder of bookmarks is called “{name}”.",
        f"There are: {known}." if known else "There are no folders yet.",
    )
