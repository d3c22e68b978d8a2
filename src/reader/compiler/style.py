"""Plain language: what a program can decide of it.

After the CDC Clear Communication Index, PEMAT-P and the standards for numbers in
patient information (Trevena 2013, doi:10.1186/1472-6947-13-S2-S7): short sentences,
active voice, one denominator side by side, no "1 in x", no relative number alone.
"""

import itertools
import re
from collections.abc import Iterator

from reader.compiler.wording import SENTENCE_END, WORD, Wording, denominators

LONGEST_SENTENCE = 30
"""Words; names of diseases and drugs count as one."""

MOST_PASSIVE = 0.25
"""Share of the sentences of a page."""

LONGEST_RUN = 120
"""Words in one paragraph or list item."""

_ENOUGH_FOR_A_SHARE = 20
"""Below so many sentences a share says nothing."""

_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "gets", "got"})
_BETWEEN = re.compile(r"not|also|often|sometimes|only|then|now|\w+ly")
_PARTICIPLE = re.compile(
    r"\w+ed|born|made|given|taken|found|seen|known|shown|done|put|set|cut|held|kept"
    r"|sent|told|built|drawn|grown|worn|paid|brought|left|lost|meant|sold|said|hurt"
    r"|thought|begun|chosen|written|understood"
)
_HYPE = (
    "breakthrough",
    "miracle",
    "miraculous",
    "game changer",
    "game-chang",
    "revolutioni",
    "holy grail",
    "magic",
    "wonder drug",
    "wonder cure",
    "cutting-edge",
    "guarantee",
    "world-first",
    "state-of-the-art",
)
_MISLEADING = (
    "statistically significant",
    "significantly",
    "no evidence of",
    "no evidence for",
    "no evidence that",
    " proves ",
    "scientifically proven",
)
_ONE_IN = re.compile(
    r"\b(?:1|one) in (?:every )?"
    r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|twenty|hundred)\b"
)
_ROUND = frozenset({100, 1_000, 10_000, 100_000, 1_000_000})
_PART = r"(?:half(?! an?\b)|an? (?:third|quarter|fifth)|two thirds)"
_BY_PERCENT = re.compile(
    r"\d\s?(?:%|per ?cent) (?:\w+ ){0,2}"
    r"(?:fewer|less|more|lower|higher|longer|better)\b"
    r"|\b(?:fell|rose|falls|rises|cuts?|lower(?:s|ed)|raise[sd]|reduce[sd]"
    r"|increase[sd]) (?:\w+ ){0,4}by (?:\w+ )?[\d.]+\s?(?:%|per ?cent)"
)
_BY_WORD = re.compile(
    r"\b(?:halves|halved|halving|doubles|doubled|doubling|trebled|tripled)\b"
)
_BY_TIMES = re.compile(
    r"\b(?:twice|\w+ times) (?:as (?!common|often)|more |less |higher |lower )"
)
_BY_PART = re.compile(rf"\bby (?:about |nearly |over )?{_PART}\b")
_RELATIVE = (
    (("%", "per cent", "percent"), _BY_PERCENT),
    (("halv", "doubl", "trebled", "tripled"), _BY_WORD),
    (("twice", " times "), _BY_TIMES),
    (("by half", "by a", "by nearly", "by over", "by two"), _BY_PART),
)
"""Patterns, each with the words one of which it needs: looking is quick."""
_ABSOLUTE = re.compile(r"\bout of\b|\d of (?:the )?\d|\bof the \d|\d (?:people|points)")


def check_style(wording: Wording) -> None:
    """Note what makes a page hard to read or easy to get wrong."""
    _check_sentences(wording)
    _check_passive(wording)
    _check_words(wording)
    _check_one_in(wording)
    _check_relative(wording)
    _check_denominators(wording)


def _check_sentences(wording: Wording) -> None:
    for run in wording.runs():
        # Spaces are counted first: there is nearly always nothing to look at.
        if run.count(" ") < LONGEST_SENTENCE:
            continue
        if run.count(" ") >= LONGEST_RUN:
            message = f"over {LONGEST_RUN} words in one run; break it up"
            wording.fault(run, message)
        for sentence in SENTENCE_END.split(run):
            if sentence.count(" ") < LONGEST_SENTENCE:
                continue
            count = len(WORD.findall(wording.without_names(sentence)))
            if count > LONGEST_SENTENCE:
                message = f"a sentence of {count} words, over {LONGEST_SENTENCE}"
                wording.fault(sentence, message)


def _check_passive(wording: Wording) -> None:
    words = wording.words
    passive = sum(_goes_on_passive(words, at) for at in _places_of_be(words))
    sentences = len(SENTENCE_END.findall(wording.text)) + wording.text.count("\n") + 1
    if sentences >= _ENOUGH_FOR_A_SHARE and passive > MOST_PASSIVE * sentences:
        wording.page.source.fault(
            1,
            f"{passive} of {sentences} sentences are passive, over "
            f"{MOST_PASSIVE:.0%}; say who does it",
        )


def _places_of_be(words: list[str]) -> Iterator[int]:
    return (at for at, word in enumerate(words) if word in _BE)


def _goes_on_passive(words: list[str], place: int) -> bool:
    """Whether a participle follows, at once or after adverbs."""
    after = itertools.dropwhile(_BETWEEN.fullmatch, words[place + 1 : place + 5])
    return _PARTICIPLE.fullmatch(next(after, "")) is not None


def _check_words(wording: Wording) -> None:
    for words, advice in (
        (_HYPE, "it promises; say what was seen"),
        (_MISLEADING, "say how sure we are instead"),
    ):
        for word in words:
            if word in wording.lowered:
                _check_ours(wording, word, advice)


def _check_ours(wording: Wording, word: str, advice: str) -> None:
    for run in wording.ours():
        if word in run.lower():
            wording.fault(run, f"not our word: {word.strip()!r}; {advice}")


def _check_one_in(wording: Wording) -> None:
    if "one in " not in wording.lowered and "1 in " not in wording.lowered:
        return
    for found in _ONE_IN.finditer(wording.lowered):
        message = f"{found[0]!r} is hard to compare; say how many out of 100"
        wording.fault(wording.run_at(found.start()), message)


def _check_relative(wording: Wording) -> None:
    for hints, pattern in _RELATIVE:
        if not any(hint in wording.lowered for hint in hints):
            continue
        for found in pattern.finditer(wording.lowered):
            run = wording.run_at(found.start())
            if run not in wording.asked and not _ABSOLUTE.search(run):
                message = f"relative number alone: {found[0]!r}; say how many people"
                wording.fault(run, message)


def _check_denominators(wording: Wording) -> None:
    for run in wording.runs():
        if run.count("out of") > 1:
            numbers = sorted(denominators(run) & _ROUND)
            if len(numbers) > 1:
                words = " and ".join(map(str, numbers))
                wording.fault(run, f"two denominators in one run: {words}")
