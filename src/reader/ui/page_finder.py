"""Finds words on the open page, marks them, and walks from one to the next."""

from bisect import bisect_left

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from reader.ui.announce import announce
from reader.ui.find_bar import FindBar
from reader.ui.page_words import Found, PageWords, Span
from reader.ui.theme import Theme
from reader.ui.topic_objects import OBJECT
from reader.ui.topic_view import TopicView

_NONE = -1
_LONGEST = 60  # letters; who selects more does not look for it


class PageFinder(QObject):
    """Joins the bar in which one looks for words to the page on which they stand.

    The marks are made anew for every document, so that they outlive another text
    size and other colours.
    """

    left = Signal()  # the bar is closed; the focus belongs to the page

    def __init__(self, view: TopicView, bar: FindBar, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._bar = bar
        self._words: PageWords | None = None
        self._found = Found()
        self._current = _NONE
        self._theme: Theme | None = None
        self._topic = view.topic()
        self._document: QTextDocument | None = None
        bar.make()
        bar.words_changed.connect(self._on_words_changed)
        bar.next_wanted.connect(self.next)
        bar.previous_wanted.connect(self.previous)
        bar.closed.connect(self.close)
        view.page_changed.connect(self._on_page_changed)

    @property
    def found(self) -> Found:
        """The places that are marked."""
        return self._found if self._bar.isVisible() else Found()

    @property
    def current(self) -> Span | None:
        """The place that is shown now, of those that are marked."""
        known = 0 <= self._current < len(self._found.spans)
        return self._found.spans[self._current] if known else None

    def begin(self, offered: str) -> None:
        """Open the bar for words; some are offered where none were looked for."""
        was_open = self._bar.isVisible()
        self._open(self._selected() or self._bar.words() or offered)
        if was_open:
            self._tell()
        self._bar.take_focus()

    def show_words(self, words: str) -> None:
        """Mark words and go to the first below where one reads, if there are any."""
        if self._page_words().find(words).spans:
            self._open(words)

    def step(self, by: int, offered: str) -> None:
        """Go to the next place or the one before, also while the bar is closed."""
        if not self._bar.isVisible():
            self._open(self._bar.words() or offered)
        elif by > 0:
            self.next()
        else:
            self.previous()

    @Slot()
    def next(self) -> None:
        """Go to the next place, from the last to the first."""
        self._step(1)

    @Slot()
    def previous(self) -> None:
        """Go to the place before, from the first to the last."""
        self._step(-1)

    @Slot()
    def close(self) -> None:
        """Take bar and marks away; the page stays where it is."""
        if self._bar.isVisible():
            self._bar.hide()
            self._found, self._current = Found(), _NONE
            self._view.mark_found(())
            self.left.emit()

    def leave(self) -> None:
        """Take bar and marks away, since no page is open; the words stay offered."""
        self._bar.hide()
        self._found, self._current, self._words = Found(), _NONE, None
        self._view.mark_found(())

    def forget(self) -> None:
        """Take bar, marks and words away."""
        self.leave()
        self._bar.show_words("")

    def dress(self, theme: Theme, percent: int) -> None:
        """Show bar and marks in the colours of a theme."""
        self._theme = theme
        self._bar.dress(theme, percent)
        self._mark()

    def _open(self, words: str) -> None:
        self._bar.show()
        if words == self._bar.words():
            self._look(words)
        else:
            self._bar.show_words(words)

    def _selected(self) -> str:
        """What is selected on the page, if it is words of one line."""
        cursor = self._view.textCursor()
        words = cursor.selectedText()
        on_link = bool(cursor.charFormat().anchorHref())
        fit = words.isprintable() and len(words) <= _LONGEST and not on_link
        return words.strip() if fit else ""

    @Slot(str)
    def _on_words_changed(self, words: str) -> None:
        if self._bar.isVisible():
            self._look(words)

    def _look(self, words: str) -> None:
        self._topic = self._view.topic()
        current = self.current
        here = current.start if current else self._view.reading_position()
        self._found = self._page_words().find(words) if words.strip() else Found()
        self._go_to(self._after(here))
        self._tell()

    def _after(self, position: int) -> int:
        """The number of the first place from a letter on, else of the first of all."""
        spans = self._found.spans
        if not spans:
            return _NONE
        starts = [span.start for span in spans]
        return bisect_left(starts, position) % len(spans)

    def _step(self, by: int) -> None:
        if self._is_outdated():
            self._on_page_changed()
        count = len(self._found.spans)
        if not count:
            self._tell()
            return
        if self._current == _NONE:
            after = self._after(self._view.reading_position())
            self._go_to((after if by > 0 else after - 1) % count)
            self._tell()
            return
        beyond = not 0 <= self._current + by < count
        self._go_to((self._current + by) % count)
        self._tell(beyond=beyond)

    def _go_to(self, number: int) -> None:
        self._current = number
        self._mark()
        if self.current is not None:
            self._view.show_position(self.current.start)

    def _page_words(self) -> PageWords:
        document = self._view.document()
        # Another page may stand before it says so, while its place is looked for.
        if self._words is None or self._is_outdated():
            self._words = PageWords(document.toRawText())
            self._document = document
        return self._words

    def _is_outdated(self) -> bool:
        """Whether what was found is of a page that does not stand any more."""
        return self._view.document() is not self._document

    @Slot()
    def _on_page_changed(self) -> None:
        """Find the words in a new document; of the same page, the same place."""
        self._words = None
        if not self._bar.isVisible():
            return
        topic, self._topic = self._topic, self._view.topic()
        count = len(self._found.spans)
        self._found = self._page_words().find(self._bar.words())
        if topic is not self._topic or count != len(self._found.spans):
            self._current = _NONE
        self._go_to(self._current)
        self._bar.say(self._sentence(beyond=False), found=bool(self._found.spans))

    # What is seen and heard.

    def _mark(self) -> None:
        if not self._bar.isVisible() or self._is_outdated():
            return
        current, document = self.current, self._view.document()
        badges = {
            span
            for span in self._found.spans
            if document.characterAt(span.start) == OBJECT
        }
        words = [span for span in self._found.spans if span not in badges]
        marks = [self._marked(span, here=span == current) for span in words]
        others = [badge for badge in badges if badge != current]
        self._view.mark_found(marks, others, current)

    def _marked(self, span: Span, *, here: bool) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self._view.document())
        cursor.setPosition(span.start)
        cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        if self._theme is not None:
            ground = self._theme.match_current if here else self._theme.match
            look.setBackground(QColor(ground))
            look.setForeground(QColor(self._theme.on_match))
        # Written by the binding into the C++ structure, whose fields have no types.
        for field, value in (("cursor", cursor), ("format", look)):
            setattr(mark, field, value)
        return mark

    def _tell(self, *, beyond: bool = False) -> None:
        sentence = self._sentence(beyond=beyond)
        self._bar.say(sentence, found=bool(self._found.spans))
        if sentence:
            announce(self._bar, sentence)

    def _sentence(self, *, beyond: bool) -> str:
        words = self._bar.words().strip()
        count = len(self._found.spans)
        if not words:
            return ""
        if not count:
            none = self.tr(
                "“{words}” is not on this page. Try one word, or part of it."
            )
            return none.format(words=words)
        if self._current == _NONE:
            return self.tr("{count} on this page").format(count=count)
        sentence = self.tr("{number} of {count}")
        if self._found.apart:
            sentence = self.tr("{number} of {count}, each word by itself")
        elif beyond and self._current == 0:
            sentence = self.tr("{number} of {count}, from the top again")
        elif beyond:
            sentence = self.tr("{number} of {count}, from the end again")
        return sentence.format(number=self._current + 1, count=count)
