"""A clinic as JSON values, the form in which the template takes it."""

from typing import Any, TypeAlias

from reader.handout import words
from reader.handout.choices import Ink
from reader.handout.clinic import Clinic, Logo
from reader.handout.colour import tint_of
from reader.handout.options import HandoutOptions
from reader.handout.sign_off import review_of
from reader.model.topic import Topic

Json: TypeAlias = Any

ACCENT = "#0c4f49"
TINT = "#eaf3f0"
"""The program's own green, where a clinic has no colour."""

_WIDEST, _HIGHEST = 44.0, 17.0  # millimetres of a logo
_LARGER = 1.25  # in large print


def look_values(options: HandoutOptions) -> dict[str, Json]:
    """The colours of a handout, and whose letterhead it bears."""
    clinic = options.clinic
    colour = clinic.colour if clinic is not None else ""
    return {
        "accent": colour or ACCENT,
        "tint": tint_of(colour) if colour else TINT,
        "clinic": None if clinic is None else _clinic(clinic, options),
    }


def with_review(values: Json, topic: Topic, options: HandoutOptions) -> Json:
    """The values of a leaflet, with the notice whether the clinic has reviewed it.

    A review of the page as it stands takes the place of the page's own notice, and one
    of another version stands before it.
    """
    review = review_of(topic, options.clinic)
    holds = review is not None and review.holds
    sentence = review.sentence if review is not None else ""
    return {
        **values,
        "status": sentence if holds else values["status"],
        "changed": "" if holds else sentence,
    }


def _clinic(clinic: Clinic, options: HandoutOptions) -> Json:
    return {
        "name": clinic.name,
        "address": ", ".join(line.rstrip(",") for line in clinic.address),
        "calls": [
            [said, _together(number)]
            for said, number in (
                (words.PHONE, clinic.phone),
                (words.CLOSED, clinic.out_of_hours),
            )
            if number
        ],
        "footer": clinic.footer,
        "logo": None if clinic.logo is None else _logo(clinic.logo, options),
    }


def _together(number: str) -> str:
    """A number of a telephone on one line."""
    return number.replace(" ", "\N{NO-BREAK SPACE}")


def _logo(logo: Logo, options: HandoutOptions) -> Json:
    large = options.print.points / 12
    scale = min(_WIDEST / logo.width, _HIGHEST / logo.height)
    grey = options.ink is Ink.BLACK
    return {
        "drawing": _in_grey(logo) if grey else logo.drawing,
        "width": round(logo.width * scale * min(large, _LARGER), 3),
        "height": round(logo.height * scale * min(large, _LARGER), 3),
    }


def _in_grey(logo: Logo) -> str:
    """The logo as a black-and-white print has it.

    Black is laid down where the logo is, and white on it as far as it is light: what
    is left is its brightness, and the drawing stays a drawing.
    """
    width, height = f"{logo.width:g}", f"{logo.height:g}"
    whole = f'width="{width}" height="{height}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {whole} '
        f'viewBox="0 0 {width} {height}"><defs><symbol id="whole-logo">{logo.drawing}'
        f'</symbol><mask id="where-it-is" mask-type="alpha" '
        f'maskUnits="userSpaceOnUse" x="0" y="0" {whole}>'
        f'<use href="#whole-logo" {whole}/></mask><mask id="where-it-is-light" '
        f'maskUnits="userSpaceOnUse" x="0" y="0" {whole}>'
        f'<use href="#whole-logo" {whole}/></mask></defs>'
        f'<rect {whole} fill="#000000" mask="url(#where-it-is)"/>'
        f'<rect {whole} fill="#ffffff" mask="url(#where-it-is-light)"/></svg>'
    )
