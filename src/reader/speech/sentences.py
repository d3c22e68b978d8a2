"""From the words of a page to the sentences that are said one by one."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of words, such as a paragraph, that is said without a break.

    Attributes:
        section: The id of the section it stands in; "" is the head of the page.
        runs: Its words as the page shows them, cut wherever the page shows something
            in between that is not said, such as the number of a source.
        before: What is said before them and is not shown there.
        badge: It is what a badge stands for.
    """

    section: str
    runs: tuple[str, ...]
    before: str = ""
    badge: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence.

    Attributes:
        section: The id of the section it stands in; "" is the head of the page.
        said: What a voice says: one line.
        shown: Its words as the page shows them, cut like those of the passage.
        badge: It is what a badge stands for.
    """

    section: str
    said: str
    shown: tuple[str, ...]
    badge: bool = False


def sentences(passages: Iterable[Passage]) -> tuple[Sentence, ...]:
    """The sentences of passages, in their order; what has no word is left out."""
    return tuple(each for passage in passages for each in _of_passage(passage))


def _of_passage(passage: Passage) -> Iterator[Sentence]:
    text = "".join(passage.runs)
    before = passage.before
    for start, end in _extents(text):
        said = sayable(f"{before}{text[start:end]}")
        if said:
            shown = _cut(passage.runs, start, end)
            yield Sentence(passage.section, said, shown, passage.badge)
            before = ""


def _cut(runs: tuple[str, ...], start: int, end: int) -> tuple[str, ...]:
    """The part of each run that lies between two places of their joined text."""
    edges = pairwise(accumulate(map(len, runs), initial=0))
    parts = (
        run[max(0, start - first) : max(0, end - first)]
        for run, (first, _) in zip(runs, edges, strict=True)
    )
    return tuple(part for part in parts if part)


# ---- where a sentence ends -----------------------------------------------------

_CLOSERS: Final = "\"'”’»)\\]"
_OPENERS: Final = "\"'“‘«(\\["
_END: Final = re.compile(rf"[.!?…]+[{_CLOSERS}]*\s+|\s*\n\s*")
_NEXT_WORD: Final = re.compile(rf"[{_OPENERS}]*([^\s]*)")
_LAST_WORD: Final = re.compile(rf"(?:^|(?<=[\s{_OPENERS}/]))[^\s{_OPENERS}/]*$")

# Followed by a number: "No. 5", "Fig. 2", "p. 12".
_BEFORE_NUMBER: Final = frozenset({"no", "nos", "fig", "figs", "p", "pp", "vol", "ca"})
# Never the last of a sentence. Not in capitals, since MS and ST are other things.
_NEVER_LAST: Final = frozenset(
    {
        *("approx", "al", "cf", "eg", "esp", "ie", "incl", "resp", "viz", "vs"),
        *("Dr", "Drs", "Mr", "Mrs", "Ms", "Prof", "St"),
    }
)
_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")


def _extents(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of a text starts and ends."""
    start = 0
    for mark in _END.finditer(text):
        if "\n" in mark[0] or _ends(text[start : mark.start()], mark[0], text, mark):
            yield start, mark.end()
            start = mark.end()
    if start < len(text):
        yield start, len(text)


def _ends(so_far: str, stop: str, text: str, mark: re.Match[str]) -> bool:
    """Whether the stop at a mark ends the sentence read so far."""
    following = _NEXT_WORD.match(text, mark.end())
    word = following[1] if following is not None else ""
    if not word:
        return True
    if not _may_begin(word):
        return False
    return not (stop.strip() == "." and _is_shortened(so_far, word))


def _may_begin(word: str) -> bool:
    """Whether a sentence may begin with a word: also with "mRNA" or "eGFR"."""
    return not word[0].islower() or any(letter.isupper() for letter in word)


def _is_shortened(so_far: str, following: str) -> bool:
    """Whether a full stop belongs to the word before it, as in "Dr." or "U.S."."""
    found = _LAST_WORD.search(so_far)
    word = found[0] if found is not None else ""
    small = word[:1].lower() + word[1:]
    if {word, small} & _NEVER_LAST or _INITIALS.fullmatch(word):
        return True
    if small in _BEFORE_NUMBER:
        return following[0].isdecimal()
    # A number that counts a step, "1. Wash", or the first letter of a name.
    alone = so_far.strip() == word
    return alone and (word.isdecimal() or _is_letter(word))


def _is_letter(word: str) -> bool:
    return len(word) == 1 and word.isalpha()


# ---- what a voice can say ------------------------------------------------------

_RANGE: Final = re.compile(r"(?<=\d)\s*–\s*(?=\d)")
_MINUS: Final = re.compile(r"(?<!\w)[−–-](?=\d)")
_BRACKETS: Final = re.compile(r"\[+|\]+")
_DROPPED: Final = frozenset({"Cc", "Cf", "Cs", "Cn", "Co"})
_STOPS: Final = ".!?…:;,"


def sayable(text: str) -> str:
    """A sentence as one line for a voice, with a stop at its end; "" for no words.

    What would begin a command is taken out: two brackets, of eSpeak and of macOS, and
    "!-!" at the start, of speech-dispatcher. Ranges and minus signs are put into
    words, since voices skip them.
    """
    line = _RANGE.sub(" to ", text)
    line = _MINUS.sub("minus ", line)
    line = _BRACKETS.sub(" ", line).replace(" ·", ",")
    line = " ".join("".join(_plain(letter) for letter in line).split()).lstrip("!")
    if not any(letter.isalnum() for letter in line):
        return ""
    return line if line.rstrip("\"'”’»)")[-1:] in _STOPS else f"{line}."


def _plain(letter: str) -> str:
    if letter.isspace():
        return " "
    return "" if unicodedata.category(letter) in _DROPPED else letter
