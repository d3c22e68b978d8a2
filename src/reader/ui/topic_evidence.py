"""Writes evidence: claims with their badges, as a table or as cards."""

from collections.abc import Sequence

from PySide6.QtGui import QFont, QTextLength

from reader.handout import words
from reader.handout.icon_array import absolute_sentence
from reader.model.evidence import Claim
from reader.model.wording import statement
from reader.ui.badge import widest_badge
from reader.ui.icon_array import array_name
from reader.ui.topic_objects import Drawing, Room
from reader.ui.topic_style import Style
from reader.ui.topic_tables import begin_ruled, card_room, open_card
from reader.ui.topic_writer import PageWriter

_TREATMENT_SHARE = 31
_PADDING = 0.6


def write_claims(page: PageWriter, claims: Sequence[Claim]) -> None:
    """Write claims in the order in which the page names them."""
    if page.style.look.stacked:
        for claim in claims:
            _write_card(page, claim)
        return
    table = begin_ruled(page, words.EVIDENCE_HEADER, _columns(page.style), len(claims))
    for row, claim in enumerate(claims, start=1):
        page.enter(table, row, 0)
        _write_treatment(page, claim)
        page.enter(table, row, 1)
        _write_finding(page, claim, _column_room(page.style))
        page.enter(table, row, 2)
        page.start(page.style.object_block())
        page.badge(claim.certainty, claim.id)
    page.leave(table)


def _columns(style: Style) -> list[QTextLength]:
    return [
        QTextLength(QTextLength.Type.PercentageLength, _TREATMENT_SHARE),
        QTextLength(),
        QTextLength(QTextLength.Type.FixedLength, _badge_column(style)),
    ]


def _badge_column(style: Style) -> float:
    return widest_badge(style.badge) + 2 * style.em(_PADDING) + 2


def _column_room(style: Style) -> Room:
    """The room that the column in the middle leaves for a drawing."""
    share = 1 - _TREATMENT_SHARE / 100
    return Room(share, _badge_column(style) + 2 * style.em(_PADDING) + 2)


def _write_card(page: PageWriter, claim: Claim) -> None:
    card = open_card(page)
    _write_treatment(page, claim)
    page.start(page.style.object_block(before=0.35, after=0.1))
    page.badge(claim.certainty, claim.id)
    _write_finding(page, claim, card_room(page.style))
    page.close_box(card)


def _write_treatment(page: PageWriter, claim: Claim) -> None:
    style = page.style
    bold = style.words(weight=QFont.Weight.DemiBold)
    page.line(style.paragraph(after=0), claim.treatment, bold)
    compared = words.compared_with(claim)
    if compared:
        page.line(style.small_block(), compared, style.small_words())


def _write_finding(page: PageWriter, claim: Claim, room: Room) -> None:
    style = page.style
    short = statement(claim.certainty, claim.direction, claim.size).short
    bold = style.words(weight=QFont.Weight.DemiBold)
    page.line(style.paragraph(after=0), f"{short}: ", bold)
    page.words(claim.outcome, style.words())
    page.start(style.paragraph(after=0))
    page.words(claim.finding, style.words())
    page.cite(claim.sources)
    if claim.absolute:
        sentence = absolute_sentence(claim.absolute)
        page.line(style.small_block(), sentence, style.small_words())
        page.start(style.object_block(before=0.35, after=0.2))
        page.drawing(Drawing.ARRAYS, array_name(claim.absolute), style.body, room)
