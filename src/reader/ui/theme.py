"""The colours of the window: three themes, and the contrast of every pair.

No other module names a colour.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from reader.model.grade import Certainty
from reader.ui.system_wishes import wants_contrast, wants_dark

BODY_CONTRAST = 7.0
"""WCAG 2.2, success criterion 1.4.6 (AAA): text that is read at length."""
TEXT_CONTRAST = 4.5
"""WCAG 2.2, success criterion 1.4.3 (AA): any other text."""
SHAPE_CONTRAST = 3.0
"""WCAG 2.2, success criterion 1.4.11 (AA): borders, icons and focus rings."""


class ThemeChoice(StrEnum):
    """What a person may choose; "system" follows the computer."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


# A tuple, since a dataclass of so many fields takes 3 ms to make, ten times as long.
class Theme(NamedTuple):
    """Named colours, each as ``#rrggbb``.

    Attributes:
        name: The choice that leads here.
        window: Behind panes and tool bars.
        page: Behind what is read, and behind fields and lists.
        text: Words that are read at length.
        muted: Words that stand back.
        heading: Headings of sections.
        accent: The one colour that marks what matters.
        on_accent: Words on the accent.
        link: Words that lead somewhere.
        rule: Fine lines that only divide.
        edge: Borders that a person must see, for example of a field.
        focus: The ring around what the keyboard is on.
        hover: Behind a row or button under the pointer.
        selected: Behind the chosen row and selected words.
        on_selected: Words on `selected`.
        header: Behind the header row of a table.
        box: Behind the short version and other set-apart text.
        box_rule: The rule at the side of a box.
        alert: Behind the red flags.
        alert_rule: The rule at the side of the red flags, and their icon.
        alert_heading: The heading of the red flags.
        match: Behind words that were searched for.
        match_current: Behind the one of them that is shown now.
        on_match: Words on both.
        high: Ink of the badge for high certainty; so are the next four.
        moderate: See `high`.
        low: See `high`.
        very_low: See `high`.
        none: See `high`.
    """

    name: ThemeChoice
    window: str
    page: str
    text: str
    muted: str
    heading: str
    accent: str
    on_accent: str
    link: str
    rule: str
    edge: str
    focus: str
    hover: str
    selected: str
    on_selected: str
    header: str
    box: str
    box_rule: str
    alert: str
    alert_rule: str
    alert_heading: str
    match: str
    match_current: str
    on_match: str
    high: str
    moderate: str
    low: str
    very_low: str
    none: str

    def badge(self, certainty: Certainty) -> str:
        """The ink of the badge for a level."""
        return {
            Certainty.HIGH: self.high,
            Certainty.MODERATE: self.moderate,
            Certainty.LOW: self.low,
            Certainty.VERY_LOW: self.very_low,
            Certainty.NONE: self.none,
        }[certainty]


LIGHT = Theme(
    name=ThemeChoice.LIGHT,
    window="#f2f1ec",
    page="#fdfcf9",
    text="#1e2529",
    muted="#4c565c",
    heading="#0c4a46",
    accent="#0b6b63",
    on_accent="#ffffff",
    link="#0b564f",
    rule="#dedbd2",
    edge="#767b7d",
    focus="#0b6b63",
    hover="#e6e9e4",
    selected="#d3e6e2",
    on_selected="#12211f",
    header="#f2f1ec",
    box="#eaf3f0",
    box_rule="#0b6b63",
    alert="#fcf0ea",
    alert_rule="#b23c17",
    alert_heading="#7f2710",
    match="#ffe9a8",
    match_current="#ffc94d",
    on_match="#1e2529",
    high="#17593a",
    moderate="#1d4c94",
    low="#744700",
    very_low="#94271c",
    none="#4a5056",
)

DARK = Theme(
    name=ThemeChoice.DARK,
    window="#111416",
    page="#181c1f",
    text="#e8e6e1",
    muted="#b3b9bd",
    heading="#a9e0d7",
    accent="#6ccabc",
    on_accent="#0d1918",
    link="#8cdbd0",
    rule="#343a3e",
    edge="#8a9297",
    focus="#6ccabc",
    hover="#23292d",
    selected="#2b4a47",
    on_selected="#f2f6f5",
    header="#20262a",
    box="#1c2a2a",
    box_rule="#57b8ab",
    alert="#2d201b",
    alert_rule="#ef8f6b",
    alert_heading="#ffc2ab",
    match="#5c4a12",
    match_current="#8a6a00",
    on_match="#fffbea",
    high="#84d9a7",
    moderate="#92bcff",
    low="#efbb62",
    very_low="#ff9f8e",
    none="#bcc2c7",
)

HIGH_CONTRAST = Theme(
    name=ThemeChoice.HIGH_CONTRAST,
    window="#000000",
    page="#000000",
    text="#ffffff",
    muted="#f0f0f0",
    heading="#ffffff",
    accent="#ffe14d",
    on_accent="#000000",
    link="#7fe3ff",
    rule="#a8a8a8",
    edge="#ffffff",
    focus="#ffe14d",
    hover="#2a2a2a",
    selected="#ffe14d",
    on_selected="#000000",
    header="#1c1c1c",
    box="#000000",
    box_rule="#ffe14d",
    alert="#000000",
    alert_rule="#ffb08f",
    alert_heading="#ffd0bd",
    match="#ffe14d",
    match_current="#ffffff",
    on_match="#000000",
    high="#8df0b2",
    moderate="#a9ccff",
    low="#ffd37a",
    very_low="#ffb3a5",
    none="#ffffff",
)

THEMES = (LIGHT, DARK, HIGH_CONTRAST)


def resolve(choice: ThemeChoice, *, dark: bool, more_contrast: bool) -> Theme:
    """The theme for a choice, given what the computer asks for."""
    by_choice = {theme.name: theme for theme in THEMES}
    if choice in by_choice:
        return by_choice[choice]
    if more_contrast:
        return HIGH_CONTRAST
    return DARK if dark else LIGHT


def system_theme(choice: ThemeChoice) -> Theme:
    """The theme for a choice on this computer, now."""
    return resolve(choice, dark=wants_dark(), more_contrast=wants_contrast())


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours ``#rrggbb``, from 1 to 21.

    WCAG 2.2, definitions of "contrast ratio" and "relative luminance",
    https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio.
    """
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """The relative luminance of a colour ``#rrggbb``, from 0 to 1 (WCAG 2.2)."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


_STRAIGHT_UP_TO = 0.04045


def _linear(channel: int) -> float:
    """An sRGB channel from 0 to 255 as linear light from 0 to 1 (WCAG 2.2)."""
    share = channel / 255
    if share <= _STRAIGHT_UP_TO:
        return share / 12.92
    return float(((share + 0.055) / 1.055) ** 2.4)


class Pair(NamedTuple):
    """Two colours that meet, and the contrast that is asked of them."""

    name: str
    ink: str
    ground: str
    least: float


def pairs(theme: Theme) -> Iterator[Pair]:
    """Every pair of colours that the window puts on one another."""
    grounds = ("page", "window", "box", "alert", "header", "hover")
    for ground in grounds:
        yield _pair(theme, "text", ground, BODY_CONTRAST)
        yield _pair(theme, "link", ground, TEXT_CONTRAST)
        yield _pair(theme, "muted", ground, TEXT_CONTRAST)
        yield _pair(theme, "focus", ground, SHAPE_CONTRAST)
        yield _pair(theme, "heading", ground, TEXT_CONTRAST)
        for level in ("high", "moderate", "low", "very_low", "none"):
            yield _pair(theme, level, ground, TEXT_CONTRAST)
    for ground in ("page", "box", "alert"):
        yield _pair(theme, "link", ground, BODY_CONTRAST)
    yield _pair(theme, "on_accent", "accent", TEXT_CONTRAST)
    # The ring inside a button that is pressed down or would be pressed by Return.
    yield _pair(theme, "window", "accent", SHAPE_CONTRAST)
    for ground in ("page", "window", "header", "box"):
        yield _pair(theme, "edge", ground, SHAPE_CONTRAST)
        yield _pair(theme, "accent", ground, SHAPE_CONTRAST)
    yield _pair(theme, "on_selected", "selected", BODY_CONTRAST)
    yield _pair(theme, "on_match", "match", BODY_CONTRAST)
    yield _pair(theme, "on_match", "match_current", TEXT_CONTRAST)
    yield _pair(theme, "alert_heading", "alert", BODY_CONTRAST)
    yield _pair(theme, "alert_rule", "alert", SHAPE_CONTRAST)
    yield _pair(theme, "box_rule", "box", SHAPE_CONTRAST)
    for ground in ("page", "window"):
        yield _pair(theme, "accent", ground, TEXT_CONTRAST)
        yield _pair(theme, "edge", ground, SHAPE_CONTRAST)


def _pair(theme: Theme, ink: str, ground: str, least: float) -> Pair:
    name = f"{ink} on {ground}"
    return Pair(name, getattr(theme, ink), getattr(theme, ground), least)
