"""The reading view: one topic, set for whoever reads it."""

from PySide6.QtCore import QPoint, QUrl, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from reader.model.topic import Topic
from reader.notebook.settings import Spacing
from reader.ui.announce import announce
from reader.ui.curtain import hold, release
from reader.ui.page_browser import PageBrowser
from reader.ui.page_layout import PageLayout
from reader.ui.stylesheet import palette
from reader.ui.term_popup import TermPopup
from reader.ui.theme import Theme
from reader.ui.topic_document import Fit, build_page, fit_page
from reader.ui.topic_links import (
    ClaimTarget,
    LinkTarget,
    SourceTarget,
    TermTarget,
    WebTarget,
    parse,
)
from reader.ui.topic_objects import PictureLoader
from reader.ui.topic_place import (
    Place,
    heading_at,
    place_at,
    position_of,
    section_marks,
)
from reader.ui.topic_style import (
    LARGEST_TEXT,
    SMALLEST_TEXT,
    Look,
    body_pixels,
    column_pixels,
    look_for,
)
from reader.ui.topic_writer import Mark

_LEAST_MARGIN, _MOST_MARGIN = 14, 56
_MARGIN_SHARE = 0.05
_AIR_EM = 1.0
_SHARE_ABOVE = 0.25


class TopicView(PageBrowser):
    """Shows one topic and says what the person asks for next.

    The place of the reader is kept whatever happens to width, text size and
    theme. No link is followed by the view itself, but for sources and words,
    which are on the page.

    Signals, each with one frozen value:
        topic_requested: A `LinkTarget`.
        badge_activated: A `ClaimTarget`; "Why this badge?" is asked.
        source_activated: A `SourceTarget`, said before the view goes there, so
            that the place left can still be asked for.
        term_activated: A `TermTarget`; the view has shown its meaning.
        web_requested: A `WebTarget`, an address outside.
        page_changed: A new document stands; headings may differ.
        section_changed: The id of the section now read; "" is the head.
        heading_changed: The id of the heading now read, at any level.
        place_changed: Another line is read, perhaps under the same heading.
    """

    topic_requested = Signal(object)
    badge_activated = Signal(object)
    source_activated = Signal(object)
    term_activated = Signal(object)
    web_requested = Signal(object)
    page_changed = Signal()
    section_changed = Signal(str)
    heading_changed = Signal(str)
    place_changed = Signal()

    def __init__(
        self, theme: Theme, picture: PictureLoader, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture = picture
        self._percent = 100
        self._spacing = Spacing.NORMAL
        self._topic: Topic | None = None
        self._place = Place()
        self._section = ""
        self._heading = ""
        self._moving = False
        self._popup = TermPopup(self)
        self._layout = PageLayout(self)
        self._layout.finished.connect(self._arrive)
        self.setPalette(palette(theme))
        self.setAccessibleName(self.tr("Page"))
        self.anchorClicked.connect(self._follow)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    # What is shown.

    def show_topic(
        self, topic: Topic, section: str = "", fraction: float = 0.0
    ) -> None:
        """Show a topic at a section, or at a heading, and how far into it (0 to 1).

        Down a long page it is seen a moment later, when the page is laid out.
        """
        known = topic is self._topic and self._page is not None
        self._topic = topic
        self._place = Place(section, fraction)
        self.setAccessibleName(topic.title)
        if known:
            self._go_to_place()
        elif self.isVisible():
            self._rebuild(topic)
        else:
            self._page = None

    def prepare(self) -> None:
        """Load what the first page needs, which it would else wait 10 to 20 ms for.

        To know what kind of widget the viewport is, the binding loads all kinds.
        """
        self.viewport()

    def topic(self) -> Topic | None:
        """The topic that is shown."""
        return self._topic

    def dress(
        self, theme: Theme, percent: int, spacing: Spacing = Spacing.NORMAL
    ) -> None:
        """Show the page in colours, at a text size from 80 to 300 per cent."""
        self._percent = min(LARGEST_TEXT, max(SMALLEST_TEXT, percent))
        self._spacing = spacing
        if theme != self._theme:
            self._theme = theme
            self.setPalette(palette(theme))
        self._refit()

    def text_size(self) -> int:
        """The text size in per cent."""
        return self._percent

    @property
    def arriving(self) -> bool:
        """Whether the page is not seen yet, since its place is still looked for."""
        return self._layout.under_way

    # Where the reader is.

    def current_section(self) -> str:
        """The id of the section at the top of the view; "" is the head."""
        return self._place.section

    def fraction(self) -> float:
        """How far into that section the top of the view is, from 0 to 1."""
        return self._place.fraction

    def headings(self) -> tuple[Mark, ...]:
        """Title, sections and headings of the page in reading order."""
        return self._page.marks if self._page else ()

    def current_heading(self) -> str:
        """The id of the heading that is read under; "" is the title."""
        return self._heading

    def claims(self) -> tuple[str, ...]:
        """The claims that have a badge on the page, in reading order."""
        return tuple(self._page.badges) if self._page else ()

    def go_to(self, heading: str) -> None:
        """Show a section or heading at the top of the view."""
        self._place = Place(heading, 0.0)
        self._go_to_place()

    def go_to_claim(self, claim: str) -> None:
        """Show the badge of a claim, and ring it until another is marked."""
        self.mark_claim(claim)
        if self._page is not None and claim in self._page.badges:
            self.show_position(self._page.badges[claim])

    def show_position(self, position: int) -> None:
        """Put the keyboard on a letter of the page; scroll only if it is not seen."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        self.lay_out()
        if not self.viewport().rect().contains(self.cursorRect(cursor)):
            self._show_position(position, _SHARE_ABOVE)
            self._note_place()
        else:
            self.setTextCursor(cursor)

    def reading_position(self) -> int:
        """The letter of the page that is read now, near the top of the view."""
        if self._page is None or self.arriving:
            return 0
        return position_of(self._page, self._place)

    def badge_position(self, claim: str) -> int | None:
        """The letter where the first badge of a claim stands."""
        return self._page.badges.get(claim) if self._page else None

    def go_to_source(self, source: str) -> None:
        """Show an entry of the list of sources, and mark it."""
        if self._page and source in self._page.sources:
            self._show_position(self._page.sources[source])
            self._note_place(self._page.sources[source])
            cursor = self.textCursor()
            end = QTextCursor.MoveOperation.EndOfBlock
            cursor.movePosition(end, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)

    def next_heading(self) -> None:
        """Go to the following heading and say it."""
        self._step_heading(1)

    def previous_heading(self) -> None:
        """Go to the heading before and say it."""
        self._step_heading(-1)

    def _step_heading(self, step: int) -> None:
        marks = self.headings()
        ids = [mark.id for mark in marks]
        here = ids.index(self._heading) if self._heading in ids else 0
        if not 0 <= here + step < len(marks):
            last = self.tr("This is the last heading.")
            announce(self, last if step > 0 else self.tr("This is the first heading."))
            return
        mark = marks[here + step]
        self.go_to(mark.id)
        said = self.tr("Heading level {level}, {title}")
        announce(self, said.format(level=mark.level, title=mark.title))

    # Building and fitting.

    def _look(self, topic: Topic) -> Look:
        room = self._room()
        return look_for(self._theme, self._percent, room, topic.title, self._spacing)

    def _fit(self, look: Look) -> Fit:
        width = self.viewport().width()
        return Fit(width, (width - column_pixels(look, self._room())) / 2)

    def _room(self) -> float:
        """The width of the view without the margins that it never goes below."""
        width = self.viewport().width()
        margin = min(_MOST_MARGIN, max(_LEAST_MARGIN, width * _MARGIN_SHARE))
        return width - 2 * margin

    def _rebuild(self, topic: Topic) -> None:
        look = self._look(topic)
        self._popup.close()
        page = build_page(topic, look, self._fit(look), self._picture, self)
        self._layout.stop()
        self._moving = True
        self.show_page(page)
        self._moving = False
        if self._place == Place():
            self._arrive()
        else:
            # Nothing is painted until then, or the head of the page would flash up.
            hold(self.window())
            self._layout.begin(page.document)

    @Slot()
    def _arrive(self) -> None:
        """Show the new page at its place."""
        release(self.window())
        self._go_to_place()
        self.page_changed.emit()

    def _refit(self) -> None:
        """Set the page anew where its look no longer fits."""
        if self._topic is None or not self.isVisible():
            return
        if self._page is None or self._page.style.look != self._look(self._topic):
            self._rebuild(self._topic)
        else:
            self._moving = True
            style = self._page.style
            fit_page(self._page.document, self._fit(style.look), style)
            self._moving = False
            self._go_to_place()

    # Keeping the place.

    def _go_to_place(self) -> None:
        if self._page is None:
            return
        ids = {mark.id: mark for mark in self._page.marks}
        inner = ids.get(self._place.section)
        sections = {mark.id for mark in section_marks(self._page)}
        if inner is not None and inner.id not in sections:
            self._show_position(inner.position)
            self._note_place(inner.position)
            return
        if self._place.section not in sections:
            self._place = Place()
        position = position_of(self._page, self._place)
        self._show_position(position)
        self._say_where(heading_at(self._page, position))

    def _show_position(self, position: int, share: float = 0.0) -> None:
        """Scroll a letter to the top of the view, or a share of the view below it."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        self._moving = True
        self.setTextCursor(cursor)
        bar = self.verticalScrollBar()
        top = 0
        if position > 0:
            self.lay_out()
            top = self.cursorRect(cursor).top() + bar.value() - self._air()
            top -= round(share * self.viewport().height())
        bar.setValue(top)
        self._moving = False

    def _air(self) -> int:
        return round(_AIR_EM * body_pixels(self._percent))

    def _scrolled(self) -> None:
        if not (self._moving or self.arriving) and self._page is not None:
            self._note_place()

    def _note_place(self, position: int | None = None) -> None:
        """Note a letter as what is read now, or else what the top of the view shows."""
        if self._page is None:
            return
        if position is None:
            self.lay_out()
            margin = self._page.document.rootFrame().frameFormat().leftMargin()
            corner = QPoint(round(margin) + 1, self._air() + 2)
            position = self.cursorForPosition(corner).position()
        self._place = place_at(self._page, position)
        self._say_where(heading_at(self._page, position))

    def _say_where(self, number: int) -> None:
        if self._page is None:
            return
        heading = self._page.marks[number].id
        if heading != self._heading:
            self._heading = heading
            self.heading_changed.emit(heading)
        if self._place.section != self._section:
            self._section = self._place.section
            self.section_changed.emit(self._section)
        self.place_changed.emit()

    # Links.

    def _follow(self, url: QUrl) -> None:
        target = parse(url)
        match target:
            case LinkTarget():
                self.topic_requested.emit(target)
            case ClaimTarget():
                self.badge_activated.emit(target)
            case SourceTarget():
                self.source_activated.emit(target)
                self.go_to_source(target.source)
            case TermTarget():
                self._explain(target)
            case WebTarget():
                self.web_requested.emit(target)
            case None:
                return

    def _explain(self, target: TermTarget) -> None:
        term = self._topic.term(target.term) if self._topic else None
        if term is None:
            return
        self._popup.show_term(term, self.link_rect(), self._theme, self._percent)
        self.term_activated.emit(target)

    # What Qt asks.

    def showEvent(self, event: QShowEvent) -> None:
        """Set the page for the width that the view has now."""
        super().showEvent(event)
        self._refit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep measure and place."""
        self._moving = True
        super().resizeEvent(event)
        self._moving = False
        self._refit()
