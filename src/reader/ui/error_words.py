"""The sentences of errors, in the language of the window.

What goes wrong below the window is said there in plain English, with the name of a
file or a number in it, and the command line says it so. `error_sentences` has each of
them as a template. A value goes into the translation as it is, even where it is words:
a reason that the system gives, or what is wrong with a key of a file.
"""

import re
from functools import cache

from PySide6.QtCore import QCoreApplication

from reader.ui.error_sentences import TEMPLATES

_PLACE = re.compile(r"\{([0-9]+)\}")


def in_own_words(sentence: str) -> str:
    """The message or the advice of an error in the language of the window.

    It stays as it is where the window speaks English, and where it is not known here.
    """
    likely = [each for each in _wordiest_first() if _may_fit(each, sentence)]
    # Patterns cost far more than this question, and an English window needs none.
    if all(_translated(each) == each for each in likely):
        return sentence
    for template in likely:
        found = _pattern(template).fullmatch(sentence)
        if found is not None:
            return _filled(_translated(template), found.groups())
    return sentence


@cache
def _wordiest_first() -> tuple[str, ...]:
    """The templates, those with the most words of their own first.

    A sentence can fit several, and the last words of one can be a value of another.
    """
    return tuple(sorted(TEMPLATES, key=_own_letters, reverse=True))


def _own_letters(template: str) -> int:
    return len(_PLACE.sub("", template))


def _may_fit(template: str, sentence: str) -> bool:
    """Whether a sentence begins and ends as the template does."""
    begin, end = template.partition("{")[0], template.rpartition("}")[2]
    return sentence.startswith(begin) and sentence.endswith(end)


def _translated(template: str) -> str:
    return QCoreApplication.translate("Errors", template)


@cache
def _pattern(template: str) -> re.Pattern[str]:
    """What finds the values; a name may have anything in it, even an end of line.

    Each value ends where the next words of the template begin first, and that is never
    tried anew: a name can be long.
    """
    begin, *others = map(re.escape, _PLACE.split(template)[::2])
    inner = "".join(f"(?>(.*?){words})" for words in others[:-1])
    last = f"(.*){others[-1]}" if others else ""
    return re.compile(begin + inner + last, re.DOTALL)


def _filled(words: str, values: tuple[str, ...]) -> str:
    """Words with the values in their places, wherever a translation has those."""

    def value(place: re.Match[str]) -> str:
        number = int(place[1])
        return values[number] if number < len(values) else place[0]

    return _PLACE.sub(value, words)
