"""Typst with the templates and fonts that ship: values go in, a PDF comes out.

The values lie beside the template as a file of their own. As `sys.inputs` they would be
part of what each function of a template may look at, and Typst would lay out all pages
anew for one more letter of a note. So it takes from its memory what has not changed.
"""

import json
import threading
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.handout.data import Json
from reader.model.errors import BugError, UnreadableError
from reader.resources import asset_path

if TYPE_CHECKING:
    from typst import Fonts

FONT_FAMILY = "Atkinson Hyperlegible Next"
FACES = ("Regular", "Italic", "SemiBold", "Bold", "BoldItalic")

# The names that Typst and the templates want.
_MAIN, _VALUES = "main", "data.json"

_Files = Any
"""File names and what is in the files; Typst takes them, but its type hints do not."""


class TemplateError(BugError):
    """A template refused the values that it was given.

    Attributes:
        said: What it said.
    """

    def __init__(self, template: str, said: str) -> None:
        """Name the template, for the log."""
        super().__init__(f"the template {template} failed: {said}")
        self.said = said


def print_pdf(
    template: str, values: Json, timestamp: int = 0, *, tagged: bool = True
) -> bytes:
    """Print values, on any thread.

    Args:
        template: One that ships, for example "handout.typ".
        values: What it shall print, as JSON values.
        timestamp: What the PDF says of when it was made, in seconds since 1970.
        tagged: By PDF/UA-1; Typst refuses what cannot be.

    Raises:
        UnreadableError: A bundled font is missing.
        TemplateError: The template did not take the values.
    """
    # A compiler serves one thread at a time.
    press = _press(template, font_files(), threading.get_ident())
    return press.print(values, timestamp, tagged=tagged)


def font_files() -> tuple[Path, ...]:
    """The bundled faces.

    Raises:
        UnreadableError: One of them is missing.
    """
    try:
        return tuple(
            asset_path(f"fonts/AtkinsonHyperlegibleNext-{face}.ttf") for face in FACES
        )
    except BugError as error:
        raise no_fonts() from error


def no_fonts() -> UnreadableError:
    """What to tell a person whose fonts are not as they should be."""
    return UnreadableError(
        "A font that handouts are printed with is missing or damaged.",
        "Install Evidence Reader again to get it back.",
    )


class _Press:
    """One template, ready for one thread."""

    def __init__(self, template: str, fonts: Path) -> None:
        from typst import Compiler

        path = asset_path(template)
        beside = path.parent.glob("*.typ")
        self._template = template
        self._files = {each.name: each.read_bytes() for each in beside}
        self._files[_MAIN] = self._files.pop(path.name)
        self._compiler = Compiler(
            self._with(b"{}"),
            font_paths=_faces(fonts),
            ignore_system_fonts=True,
        )

    def _with(self, values: bytes) -> _Files:
        return {**self._files, _VALUES: values}

    def print(self, values: Json, timestamp: int, *, tagged: bool) -> bytes:
        from typst import TypstError

        try:
            pdf = self._compiler.compile(
                self._with(json.dumps(values).encode()),
                format="pdf",
                pdf_standards="ua-1" if tagged else None,
                timestamp=timestamp,
            )
        except TypstError as error:
            raise TemplateError(self._template, error.message) from error
        if not isinstance(pdf, bytes):
            raise TemplateError(self._template, "it made no PDF")
        return pdf


@lru_cache(maxsize=8)
def _press(template: str, fonts: tuple[Path, ...], thread: int) -> _Press:
    del thread  # stands in the key of the cache alone
    return _Press(template, fonts[0].parent)


@cache
def _faces(folder: Path) -> "Fonts":
    from typst import Fonts

    return Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(folder)],
    )
