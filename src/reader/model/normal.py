"""One spelling for comparing: no case, no accents, no punctuation."""

import unicodedata

_JOINERS = frozenset("'\u2019\u2018`\u00b4")
"""Marks inside a word that people leave out: Crohn's, Crohns."""


_ASCII = {
    code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)
} | {ord("'"): None, ord("`"): None}


def normalise(text: str) -> str:
    """Fold case and accents, drop apostrophes, and turn the rest into spaces."""
    if text.isascii():  # nearly always, and ten times as quick
        return " ".join(text.translate(_ASCII).split())
    return normalise_with_places(text)[0]


def normalise_with_places(text: str) -> tuple[str, tuple[int, ...]]:
    """The same, with the place in `text` that each character came from."""
    characters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        if character in _JOINERS:
            continue
        for part in unicodedata.normalize("NFKD", character).casefold():
            if part.isalnum():
                characters.append(part)
                places.append(place)
            elif characters[-1:] not in ([], [" "]) and not _is_accent(part):
                characters.append(" ")
                places.append(place)
    if characters and characters[-1] == " ":
        characters.pop()
        places.pop()
    return "".join(characters), tuple(places)


def _is_accent(character: str) -> bool:
    return unicodedata.combining(character) != 0


def find_places(shown: str, wanted: str) -> tuple[tuple[int, int], ...]:
    """Where a normalised text stands in a shown one, at the start of a word."""
    if wanted and shown.isascii() and "  " not in shown:
        lowered = shown.lower()
        if lowered.replace(" ", "").isalnum():  # its places are those of the plain text
            at = 0 if lowered.startswith(wanted) else lowered.find(f" {wanted}") + 1
            if lowered.startswith(wanted, at):
                return ((at, at + len(wanted)),)
    plain, places = normalise_with_places(shown)
    start = 0 if plain.startswith(wanted) else plain.find(f" {wanted}") + 1
    if not wanted or not plain.startswith(wanted, start):
        return ()
    return ((places[start], places[start + len(wanted) - 1] + 1),)
