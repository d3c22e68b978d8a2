"""Marks the sentence that is read aloud, and keeps it in view."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from reader.speech.sentences import Sentence
from reader.ui.sentence_places import Part, Span, spans
from reader.ui.theme import Theme
from reader.ui.topic_place import SECTION_LEVEL
from reader.ui.topic_view import TopicView

_BELOW_TOP = 0.2  # of the view; where a sentence is put that had to be fetched
_ROOM = 12  # pixels left free above and below a sentence
_LAST_OF_PLANE = 0xFFFF


class ReadingMark:
    """Knows where the sentences of the open page stand."""

    def __init__(self, view: TopicView) -> None:
        self._view = view
        self._sentences: Sequence[Sentence] = ()
        self._places: tuple[Span | None, ...] = ()
        self._number: int | None = None
        self._theme: Theme | None = None

    def dress(self, theme: Theme) -> None:
        """Mark in the colours of a theme."""
        self._theme = theme
        self._paint()

    def begin(self, sentences: Sequence[Sentence]) -> None:
        """Find the sentences on the page that is shown."""
        self._sentences = sentences
        self.find_again()

    def find_again(self) -> None:
        """Find them in a document that was written anew, and mark the same one."""
        text = _by_letter(self._view.document().toRawText())
        self._places = spans(self._sentences, text, self._parts(len(text)))
        self._paint()

    def show(self, number: int) -> None:
        """Mark a sentence and bring it into view."""
        self._number = number
        self._paint()
        place = self._place()
        if place is not None:
            self._bring_into_view(place)

    def clear(self) -> None:
        """Mark nothing, and forget the page."""
        self._sentences = ()
        self._places = ()
        self._number = None
        self._paint()

    def at_reader(self) -> int:
        """The number of the sentence that a person is at.

        That is where the cursor stands, if it is in view, as after a click or on a
        link; else the first sentence in view.
        """
        here = self._reader()
        numbered = enumerate(self._places)
        after = (n for n, place in numbered if place is not None and place.end > here)
        return next(after, 0)

    def _reader(self) -> int:
        view = self._view
        view.lay_out()
        cursor = view.textCursor()
        if cursor.hasSelection():
            cursor.setPosition(cursor.selectionStart())
        window = view.viewport().rect()
        if cursor.position() and window.intersects(view.cursorRect(cursor)):
            return cursor.position()
        return view.cursorForPosition(QPoint(window.width() // 2, _ROOM)).position()

    def _parts(self, length: int) -> list[Part]:
        marks = [m for m in self._view.headings() if m.level <= SECTION_LEVEL]
        ends = [*(mark.position for mark in marks[1:]), length]
        return [
            Part(m.id, m.position, end) for m, end in zip(marks, ends, strict=False)
        ]

    def _place(self) -> Span | None:
        known = self._number is not None and self._number < len(self._places)
        return self._places[self._number or 0] if known else None

    def _paint(self) -> None:
        place = self._place()
        if place is None or self._theme is None:
            self._view.ring_badge(None)
            self._view.setExtraSelections([])
        elif self._sentences[self._number or 0].badge:
            # Over a drawing Qt would lay the ground of a mark like a veil.
            self._view.setExtraSelections([])
            self._view.ring_badge(place.start)
        else:
            self._view.ring_badge(None)
            self._view.setExtraSelections([self._mark(place, self._theme)])

    def _mark(self, place: Span, theme: Theme) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        cursor = self._cursor(place.start)
        cursor.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
        mark.cursor = cursor
        mark.format = _underline(theme)
        return mark

    def _bring_into_view(self, place: Span) -> None:
        view = self._view
        view.lay_out()
        first = view.cursorRect(self._cursor(place.start))
        whole = first.united(view.cursorRect(self._cursor(place.end)))
        height = view.viewport().height()
        if whole.top() < _ROOM or whole.bottom() > height - _ROOM:
            bar = view.verticalScrollBar()
            bar.setValue(bar.value() + first.top() - round(_BELOW_TOP * height))

    def _cursor(self, position: int) -> QTextCursor:
        cursor = QTextCursor(self._view.document())
        cursor.setPosition(position)
        return cursor


def _underline(theme: Theme) -> QTextCharFormat:
    """Words on a marked ground, and a line: a colour alone says nothing to many."""
    made = QTextCharFormat()
    made.setForeground(QColor(theme.on_match))
    made.setBackground(QColor(theme.match))
    made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    made.setUnderlineColor(QColor(theme.on_match))
    return made


def _by_letter(text: str) -> str:
    """The text with two characters where Qt counts two, as for an emoji."""
    if text.isascii() or max(text) <= chr(_LAST_OF_PLANE):
        return text
    return "".join(c if ord(c) <= _LAST_OF_PLANE else f"{c}\0" for c in text)
