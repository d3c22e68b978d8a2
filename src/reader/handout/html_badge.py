"""The badge as a drawing inside an HTML page."""

from html import escape
from typing import Final

from reader.model.grade import Certainty
from reader.model.wording import spoken

_CIRCLES: Final = 4
_STEP: Final = 13
_WORD_AT: Final = 67
_LETTER: Final = 8.6
_HEIGHT: Final = 28

_OUTLINES = {
    Certainty.HIGH: 'stroke-width="3"',
    Certainty.MODERATE: 'stroke-width="1.6"',
    Certainty.LOW: 'stroke-width="1.6" stroke-dasharray="6 3"',
    Certainty.VERY_LOW: 'stroke-width="2" stroke-dasharray="0.1 4"',
    Certainty.NONE: 'stroke-width="1"',
}


def badge(level: Certainty) -> str:
    """The badge of a level as inline SVG, with words for a screen reader."""
    width = round(_WORD_AT + _LETTER * len(level.word) + 10)
    corner = 0 if level is Certainty.NONE else (_HEIGHT - 4) / 2
    circles = "".join(_circle(i, filled=i < level.circles) for i in range(_CIRCLES))
    return (
        f'<svg class="badge {level.value}" role="img" '
        f'aria-label="{escape(spoken(level))}" width="{width}" height="{_HEIGHT}" '
        f'viewBox="0 0 {width} {_HEIGHT}">'
        f'<rect x="2" y="2" width="{width - 4}" height="{_HEIGHT - 4}" '
        f'rx="{corner:g}" fill="none" stroke="currentColor" stroke-linecap="round" '
        f"{_OUTLINES[level]}/>"
        f"{circles}"
        f'<text x="{_WORD_AT}" y="19" fill="currentColor">{escape(level.word)}</text>'
        "</svg>"
    )


def _circle(place: int, *, filled: bool) -> str:
    fill = "currentColor" if filled else "none"
    return (
        f'<circle cx="{16 + place * _STEP}" cy="{_HEIGHT / 2:g}" r="4.6" '
        f'fill="{fill}" stroke="currentColor" stroke-width="1.5"/>'
    )
