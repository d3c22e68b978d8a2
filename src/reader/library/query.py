"""What a person typed, as something that can be looked for.

Nothing they type can break it: every word is quoted, so that operators and marks
are just characters.
"""

import re
from dataclasses import dataclass

from reader.model.normal import normalise

MOST_CHARACTERS = 200
"""More than that is a pasted page; its first words are what is looked for."""

MOST_WORDS = 12

SHORTEST_PREFIX = 3
"""Shorter prefixes over body text match nearly every page; names have them all."""

_CODE = re.compile(r"[A-Z][0-9][0-9A-Z](?:\.?[0-9A-Z]{1,4})?")

_STOP_WORDS = frozenset(
    {
        *("a", "an", "and", "are", "as", "at", "be", "by", "can", "do", "does"),
        *("for", "from", "how", "i", "if", "in", "is", "it", "me", "my", "of"),
        *("on", "or", "the", "to", "was", "what", "when", "which", "who", "why"),
        *("will", "with", "you", "your"),
    }
)


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed, made ready.

    Attributes:
        typed: The words as typed.
        plain: Case, accents and punctuation folded.
        code: An ICD code without its dot, or "".
        full_text: An FTS5 expression, or "" where nothing is left to look for.
    """

    typed: str
    plain: str
    code: str
    full_text: str


def read_query(typed: str) -> Query:
    """Make what a person typed ready for searching; never fails."""
    plain = normalise(typed[: 2 * MOST_CHARACTERS])[:MOST_CHARACTERS].rstrip()
    words = plain.split()[:MOST_WORDS]
    return Query(typed, plain, _code(typed), _full_text(words))


def _code(typed: str) -> str:
    code = typed.strip().upper()
    return code.replace(".", "") if _CODE.fullmatch(code) else ""


def _loses_its_s(word: str) -> bool:
    """Whether the stemmer cuts a final s, so that "als*" would mean "al*"."""
    return word.endswith("s") and not word.endswith("ss")


def _full_text(words: list[str]) -> str:
    wanted = [word for word in words if word not in _STOP_WORDS] or words
    if not wanted:
        return ""
    quoted = [f'"{word}"' for word in wanted]
    if len(wanted[-1]) >= SHORTEST_PREFIX and not _loses_its_s(wanted[-1]):
        quoted[-1] += "*"
    elif len(wanted) > 1:
        quoted.pop()  # a word that is only begun would shut everything out
    return " ".join(quoted)
