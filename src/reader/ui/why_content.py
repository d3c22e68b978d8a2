"""The words of "Why this badge?" for one claim, as labels one below the other."""

from itertools import accumulate

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from reader.handout import words
from reader.handout.icon_array import absolute_sentence
from reader.handout.leaflet import make_leaflet
from reader.model.evidence import Claim, Standing
from reader.model.grade import Certainty
from reader.model.topic import Topic
from reader.model.wording import (
    Step,
    decision,
    meaning,
    statement,
    studies_sentence,
    way_to_badge,
)
from reader.ui.badge import CIRCLES, BadgeLabel, circles_width, paint_circles
from reader.ui.fonts import font
from reader.ui.model_words import in_window_language
from reader.ui.theme import Theme
from reader.ui.topic_style import body_pixels

_SCALE = 0.9
_BIG_BADGE = 1.2
_CIRCLES = 0.8
_SMALL = 0.86


class WhyContent(QWidget):
    """All there is to say about one badge; a new claim means a new widget."""

    def __init__(
        self,
        topic: Topic,
        claim: Claim,
        theme: Theme,
        percent: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._body = body_pixels(percent) * _SCALE
        self._labels: list[QLabel] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, 4, 10, 16)
        self._column.setSpacing(round(self._body * 0.35))
        self._write_claim(claim)
        self._write_meaning(claim)
        self._write_way(topic, claim)
        self._write_studies(claim)
        self._write_sources(topic, claim)
        self._column.addStretch(1)

    def labels(self) -> tuple[QLabel, ...]:
        """Everything that can be read here, from top to bottom."""
        return tuple(self._labels)

    def _write_claim(self, claim: Claim) -> None:
        self._say(claim.treatment, pixels=1.15, weight=QFont.Weight.Bold)
        about = (
            words.compared_with(claim),
            self.tr("In {population}").format(population=claim.population)
            if claim.population
            else "",
            self.tr("Looking at {outcome}").format(outcome=claim.outcome),
            self._standing(claim.standing),
        )
        lines = "\n".join(line for line in about if line)
        self._say(lines, pixels=_SMALL, colour=self._theme.muted)
        badge = BadgeLabel(self._theme, self)
        badge.show_level(claim.certainty, self._theme, self._body * _BIG_BADGE)
        self._column.addSpacing(round(self._body * 0.5))
        self._column.addWidget(badge, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addSpacing(round(self._body * 0.3))
        self._say(statement(claim.certainty, claim.direction, claim.size).long)
        self._say(claim.finding)
        if claim.absolute:
            self._say(absolute_sentence(claim.absolute))

    def _standing(self, standing: Standing) -> str:
        return {
            Standing.STANDARD_CARE: self.tr("Part of standard care"),
            Standing.APPROVED_FOR_SOME: self.tr("Approved for some people"),
            Standing.RESEARCH_ONLY: self.tr("Used in research only"),
            Standing.NOT_RECOMMENDED: self.tr("Not recommended"),
        }[standing]

    def _write_way(self, topic: Topic, claim: Claim) -> None:
        self._head(self.tr("The way to this badge"))
        self._say(self._judges(topic, claim))
        steps = way_to_badge(claim)
        for step, filled in zip(steps, _levels(claim, steps), strict=True):
            self._write_step(step, filled)

    def _write_step(self, step: Step, filled: int) -> None:
        row = QGridLayout()
        row.setHorizontalSpacing(round(self._body * 0.7))
        row.setVerticalSpacing(2)
        row.setColumnStretch(1, 1)
        circles = _Circles(filled, self._body * _CIRCLES, self._theme, self)
        title = self._label(self._titled(step), weight=QFont.Weight.DemiBold)
        reason = self._label(in_window_language(step.reason))
        row.addWidget(circles, 0, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(title, 0, 1)
        row.addWidget(reason, 1, 1)
        circles.setAccessibleName(
            self.tr("{filled} of {all} circles").format(filled=filled, all=CIRCLES)
        )
        self._column.addLayout(row)

    def _titled(self, step: Step) -> str:
        moves = {
            -2: self.tr("Down two levels: {reason}"),
            -1: self.tr("Down one level: {reason}"),
            1: self.tr("Up one level: {reason}"),
            2: self.tr("Up two levels: {reason}"),
        }
        return moves.get(step.move, "{reason}").format(
            reason=in_window_language(step.title)
        )

    def _judges(self, topic: Topic, claim: Claim) -> str:
        """Who says how sure one can be, and what the circles stand for."""
        circles = self.tr(
            "Four filled circles mean very sure. The fewer are filled, the less sure."
        )
        if claim.published is not None:
            rated = self.tr("The level is the one that source [{number}] gives.")
            number = topic.source_number(claim.published.source)
            return f"{circles} {rated.format(number=number)}"
        if claim.assessment is None:
            none = self.tr("Without results in people, none is filled.")
            return f"{circles} {none}"
        ours = self.tr(
            "We worked this level out ourselves, by the rules that guideline groups "
            "use (GRADE): first the kind of study, then each reason to be less sure "
            "or surer."
        )
        return f"{circles} {ours}"

    def _write_studies(self, claim: Claim) -> None:
        self._head(self.tr("Studies and people"))
        counted = studies_sentence(claim)
        if not counted and claim.certainty is Certainty.NONE:
            counted = self.tr("None so far.")
        self._say(counted or self.tr("The sources do not say how many."))

    def _write_meaning(self, claim: Claim) -> None:
        self._head(self.tr("What this level means"))
        self._say(in_window_language(meaning(claim.certainty)))
        self._head(self.tr("If you have to decide"))
        self._say(in_window_language(decision(claim.certainty)))

    def _write_sources(self, topic: Topic, claim: Claim) -> None:
        self._head(words.SOURCES)
        named = set(claim.sources)
        if claim.published:
            named.add(claim.published.source)
        numbers = {topic.source_number(source) for source in named}
        for entry in make_leaflet(topic).sources:
            if entry.number in numbers:
                where = " ".join(address for _, address in entry.links)
                text = f"[{entry.number}] {entry.reference} {where}".strip()
                self._say(text, pixels=_SMALL)
        checked = words.checked_on(words.long_date(claim.checked or topic.checked))
        if checked:
            self._say(f"{checked}.", pixels=_SMALL, colour=self._theme.muted)

    def _head(self, text: str) -> None:
        self._column.addSpacing(round(self._body * 0.7))
        label = self._label(
            text, colour=self._theme.heading, weight=QFont.Weight.Bold, read=False
        )
        self._column.addWidget(label)

    def _say(
        self,
        text: str,
        *,
        pixels: float = 1.0,
        colour: str = "",
        weight: QFont.Weight = QFont.Weight.Normal,
    ) -> None:
        label = self._label(text, pixels=pixels, colour=colour, weight=weight)
        self._column.addWidget(label)

    def _label(
        self,
        text: str,
        *,
        pixels: float = 1.0,
        colour: str = "",
        weight: QFont.Weight = QFont.Weight.Normal,
        read: bool = True,
    ) -> QLabel:
        """A label; what is to be read can be selected and reached by Tab."""
        label = QLabel(_breakable(text), self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setIndent(0)
        label.setFont(font(self._body * pixels, weight))
        label.setStyleSheet(f"color: {colour or self._theme.text};")
        label.setAccessibleName(text)
        if read:
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._labels.append(label)
        return label


class _Circles(QWidget):
    """Four circles beside a step: the level that the step leads to."""

    def __init__(
        self, filled: int, pixels: float, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._filled = filled
        self._pixels = pixels
        self._ink = QColor(theme.text)
        # As high as the first line of the words beside it, which have a border.
        line = QFontMetrics(font(pixels / _CIRCLES)).height() + 4
        self.setFixedSize(QSize(round(circles_width(pixels)) + 2, line))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the circles from the left."""
        del event
        painter = QPainter(self)
        left = QPointF(1, self.height() / 2)
        paint_circles(painter, left, self._filled, self._pixels, self._ink)
        painter.end()


def _levels(claim: Claim, steps: tuple[Step, ...]) -> list[int]:
    """Filled circles after each step; the last is the badge (Balshem 2011)."""
    if claim.assessment is None:
        return [claim.certainty.circles] * len(steps)
    start = Certainty(claim.assessment.start.value).circles
    sums = accumulate((step.move for step in steps), initial=start)
    return [min(CIRCLES, max(1, level)) for level in sums][1:]


def _breakable(text: str) -> str:
    """Let a long address break after its slashes."""
    return text.replace("/", "/\u200b") if "://" in text else text
