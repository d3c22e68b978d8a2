"""Words that are spelled much alike, found by what is left when a letter is left out.

After W. Garbe's symmetric deletion (SymSpell, 2012): a letter too many, too few, wrong
or swapped with its neighbour leaves two words with a key in common. So the compiler
files each word under its keys, and a search looks a handful of keys up, whatever the
letter that is wrong.
"""

from collections.abc import Iterator

SHORTEST = 4
"""Below this, one letter makes too much of a word."""

_BEGINNING = 7  # letters; keys of these alone find longer words, too, and half typed
_LONG = 8  # letters of a word that may have two slips in it
_SHORTEST_BEGUN = 5  # letters of a word that may be half typed


def spelling_keys(word: str) -> Iterator[str]:
    """The beginning of a word, and the same without each of its letters in turn."""
    start = word[:_BEGINNING]
    yield start
    for place in range(len(start)):
        yield start[:place] + start[place + 1 :]


def slips(typed: str, word: str) -> int | None:
    """How many slips make what was typed of a word, or of its beginning.

    Returns:
        Letters left out, put in, wrong or swapped; None where there are more than
        such a word may have.
    """
    most = 2 if len(typed) >= _LONG else 1
    meant = [word]
    if len(typed) >= _SHORTEST_BEGUN and len(word) > len(typed):
        meant += [word[: len(typed) + more] for more in range(-most, most + 1)]
    least = min(_distance(typed, each, most) for each in meant)
    return least if least <= most else None


def _distance(one: str, other: str, most: int) -> int:
    """Letters put in, left out, changed or swapped between two words.

    Damerau's and Levenshtein's distance, in which nothing is changed twice.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row: list[int] = [*range(len(other) + 1)]
    for place, letter in enumerate(one, start=1):
        last, row, before_last = row, [place], before
        for at, meant in enumerate(other, start=1):
            cost = min(last[at] + 1, row[at - 1] + 1, last[at - 1] + (letter != meant))
            if (
                place > 1
                and at > 1
                and letter == other[at - 2]
                and one[place - 2] == meant
            ):
                cost = min(cost, before_last[at - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        before = last
    return row[-1]
