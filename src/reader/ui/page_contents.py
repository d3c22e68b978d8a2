"""What stands on the open page: its headings, its links or its badges, as a list."""

from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.model_words import level_heard, level_word
from reader.ui.outline import Outline
from reader.ui.tab_order import stop_at_checked
from reader.ui.topic_links import ClaimTarget
from reader.ui.topic_view import TopicView

if TYPE_CHECKING:
    from reader.ui.page_links import Leading, PageLink
    from reader.ui.place_list import Entry, PlaceList


class Contents(Enum):
    """What can be listed."""

    HEADINGS = 0
    LINKS = 1
    BADGES = 2


class PageContents(QWidget):
    """Three buttons, of which one is down, and the list that it stands for.

    Signals:
        left: The person has chosen something and goes to the page.
        claim_wanted: A `ClaimTarget`; "Why this badge?" is asked.
    """

    left = Signal()
    claim_wanted = Signal(object)

    def __init__(self, view: TopicView, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        self._links_shown: tuple[PageLink, ...] = ()
        self.outline = Outline(view, self)
        self._heading = QLabel(self.tr("On this page"), self)
        self._heading.setProperty("heading", True)
        self._heading.setBuddy(self.outline)
        self._lists = QStackedWidget(self)
        self._lists.addWidget(self.outline)
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 14, 8, 8)
        column.addWidget(self._heading)
        column.addLayout(self._switch())
        column.addWidget(self._lists, 1)
        self._group.buttonToggled.connect(self._on_toggled)
        self.outline.heading_requested.connect(self._on_heading_requested)

    def choose(self, contents: Contents) -> None:
        """List headings, links or badges."""
        self._group.button(contents.value).setChecked(True)

    def take_focus(self) -> None:
        """Go to the list."""
        if (shown := self._lists.currentWidget()) is not None:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    @cached_property
    def links(self) -> "PlaceList":
        """The links of the page."""
        made = self._make(self.tr("Links of this page"))
        made.setAccessibleDescription(
            self.tr("Enter goes to one on the page; Enter there follows it.")
        )
        made.outdated.connect(self._list_links)
        made.chosen.connect(self._on_link_chosen)
        return made

    @cached_property
    def badges(self) -> "PlaceList":
        """The badges of the page."""
        made = self._make(self.tr("Badges of this page"))
        made.setAccessibleDescription(
            self.tr("How sure we are of each claim. Enter asks why.")
        )
        made.outdated.connect(self._list_badges)
        made.chosen.connect(self._on_badge_chosen)
        return made

    def _make(self, name: str) -> "PlaceList":
        from reader.ui.place_list import PlaceList

        made = PlaceList(self._view, self._lists)
        made.setAccessibleName(name)
        self._lists.addWidget(made)
        return made

    def _switch(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        words = {
            Contents.HEADINGS: self.tr("Headings"),
            Contents.LINKS: self.tr("Links"),
            Contents.BADGES: self.tr("Badges"),
        }
        for contents, text in words.items():
            button = QToolButton(self)
            button.setText(text)
            button.setCheckable(True)
            button.setProperty("switch", True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._group.addButton(button, contents.value)
            row.addWidget(button)
        self._group.button(Contents.HEADINGS.value).setChecked(True)
        stop_at_checked(self._group)
        return row

    @Slot(QAbstractButton, bool)
    def _on_toggled(self, _button: QAbstractButton, down: bool) -> None:  # noqa: FBT001 - Qt's signal
        if not down:
            return
        stop_at_checked(self._group)
        chosen = Contents(self._group.checkedId())
        shown: QWidget = self.outline
        if chosen is Contents.LINKS:
            shown = self.links
        elif chosen is Contents.BADGES:
            shown = self.badges
        self._lists.setCurrentWidget(shown)
        self._heading.setBuddy(shown)

    @Slot()
    def _list_links(self) -> None:
        from reader.ui.page_links import links_of
        from reader.ui.place_list import Entry

        self._links_shown = links_of(self._view.document())
        entries = [
            Entry(link.position, f"{link.text}\n{kind}", f"{link.text}, {kind}")
            for link in self._links_shown
            for kind in (self._kind(link.target),)
        ]
        self.links.show_entries(entries, self.tr("There are no links on this page."))

    def _kind(self, target: "Leading") -> str:
        from reader.ui.topic_links import LinkTarget, TermTarget

        topic = self._view.topic()
        match target:
            case TermTarget():
                return self.tr("a word, explained")
            case LinkTarget() if topic is not None and target.slug == topic.slug:
                return self.tr("on this page")
            case LinkTarget():
                return self.tr("another page")
            case _:
                return self.tr("outside the reader")

    @Slot()
    def _list_badges(self) -> None:
        none = self.tr("There are no badges on this page.")
        self.badges.show_entries(self._badge_entries(), none)

    def _badge_entries(self) -> list["Entry"]:
        from reader.ui.place_list import Entry

        topic = self._view.topic()
        entries = []
        for claim_id in self._view.claims():
            claim = topic.claim(claim_id) if topic else None
            position = self._view.badge_position(claim_id)
            if claim is not None and position is not None:
                text = (
                    f"{level_word(claim.certainty)}: {claim.treatment}\n{claim.outcome}"
                )
                heard = level_heard(claim.certainty)
                said = f"{claim.treatment}, {claim.outcome}. {heard}"
                entries.append(Entry(position, text, said))
        return entries

    @Slot(str)
    def _on_heading_requested(self, _heading: str) -> None:
        self.left.emit()

    @Slot(int)
    def _on_link_chosen(self, row: int) -> None:
        link = self._links_shown[row]
        self._view.show_position(link.position)
        self._view.select_link(link.position)
        self.left.emit()

    @Slot(int)
    def _on_badge_chosen(self, row: int) -> None:
        claim = self._view.claims()[row]
        self._view.go_to_claim(claim)
        self.claim_wanted.emit(ClaimTarget(claim))
