"""A badge in the text of a page: a drawing, and words that only ears get."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from reader.model.grade import Certainty
from reader.ui.model_words import level_heard
from reader.ui.topic_objects import OBJECT

_NO_BREAK_SPACE: Final = "\N{NO-BREAK SPACE}"


class Badge(NamedTuple):
    """Where a badge stands, from its drawing to the end of its words."""

    start: int
    end: int
    level: Certainty


def hidden_words(level: Certainty) -> str:
    """What stands behind the drawing, in one piece, and is not painted."""
    return level_heard(level).replace(" ", _NO_BREAK_SPACE)


def badges_in(text: str, start: int, end: int) -> Iterator[Badge]:
    """The badges of a stretch of a page, which has a character for each letter."""
    levels = {hidden_words(level): level for level in Certainty}
    words = "|".join(re.escape(each) for each in levels)
    for found in re.compile(f"{OBJECT}({words})").finditer(text, start, end):
        yield Badge(found.start(), found.end(), levels[found[1]])
