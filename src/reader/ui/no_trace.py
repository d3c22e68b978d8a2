"""Leaving no trace: the mark that says so, and the question before anything is kept."""

from PySide6.QtCore import QObject, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QWidget,
)

from reader.ui.actions import Actions
from reader.ui.appearance import Appearance
from reader.ui.icons import icon
from reader.ui.keeping import Keeper, Wish
from reader.ui.messages import Message
from reader.ui.theme import Theme

_ICON = 22  # pixels


class TraceMark(QFrame):
    """Stands above the page for as long as no trace is left."""

    stop_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("trace-mark")
        self._picture = QLabel(self)
        words = self.tr("Leaving no trace: what you read is not remembered.")
        self.label = QLabel(words, self)
        self.label.setWordWrap(True)
        self.stop = QPushButton(self.tr("Stop"), self)
        tip = self.tr("Close what you read, and remember again from then on")
        self.stop.setAccessibleName(self.tr("Stop leaving no trace"))
        self.stop.setAccessibleDescription(tip)
        self.stop.setToolTip(tip)
        self.stop.setProperty("compact", True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 10, 6)
        layout.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.stop)
        self.stop.clicked.connect(self.stop_wanted)
        self.hide()

    def dress(self, theme: Theme, percent: int) -> None:
        """Draw the sign in the colours of a theme, as large as the words."""
        side = round(_ICON * percent / 100)
        drawn = icon("no-trace", theme, side)
        self._picture.setPixmap(drawn.pixmap(QSize(side, side)))


class NoTrace(QObject):
    """Turns the mode on and off, and asks before something is kept all the same."""

    changed = Signal(bool)  # whether no trace is left from now on
    said = Signal(object)  # Message

    def __init__(
        self, actions: Actions, keeper: Keeper, appearance: Appearance, window: QWidget
    ) -> None:
        super().__init__(window)
        self._window = window
        self._appearance = appearance
        self._keeper = keeper
        self._action = actions["no-trace"]
        self._wish: Wish | None = None
        self.mark = TraceMark(window)
        self._action.setCheckable(True)
        self._action.triggered.connect(self._on_triggered)
        self.mark.stop_wanted.connect(self._on_stop)
        keeper.permission_wanted.connect(self._on_permission_wanted)
        appearance.changed.connect(self._dress)
        self.show_state()

    def follow(self, *, traceless: bool) -> None:
        """Do as another window of the program does."""
        self._set(traceless=traceless)

    def stay(self) -> None:
        """Leave no trace for good: it cannot be turned off."""
        self.mark.stop.hide()

    def show_state(self) -> None:
        """Show whether a trace is left now."""
        self._action.setChecked(self._keeper.traceless)
        self.mark.setVisible(self._keeper.traceless)
        self._dress()

    @Slot()
    def _dress(self) -> None:
        # A drawing takes 0.5 ms, and most starts need none of it.
        if not self._keeper.traceless:
            return
        self.mark.dress(self._appearance.theme, self._appearance.interface_size)

    @Slot(bool)
    def _on_triggered(self, wanted: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._set(traceless=wanted)

    @Slot()
    def _on_stop(self) -> None:
        self._set(traceless=False)

    def _set(self, *, traceless: bool) -> None:
        if traceless is self._keeper.traceless:
            return
        self._keeper.set_traceless(traceless=traceless)
        self.show_state()
        self.changed.emit(traceless)
        self.said.emit(Message(self._sentence(traceless=traceless)))

    def _sentence(self, *, traceless: bool) -> str:
        if traceless:
            return self.tr(
                "From now on nothing you read is remembered. What you read before is "
                "still in History."
            )
        if self._keeper.settings.keep_history:
            return self.tr(
                "What you read without a trace is closed. From now on what you read "
                "is remembered."
            )
        return self.tr(
            "What you read without a trace is closed. History stays off, as you set "
            "it in Settings."
        )

    @Slot(object)
    def _on_permission_wanted(self, wish: Wish) -> None:
        self._wish = wish
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Keep this on this computer?"))
        text = self.tr("This keeps a change of your bookmarks on this computer.")
        if wish.subject:
            text = self.tr("This keeps “{subject}” on this computer.")
        box.setText(text.format(subject=wish.subject))
        box.setInformativeText(
            self.tr("It stays after you close the window, and others may see it.")
        )
        keep = box.addButton(self.tr("Keep it"), QMessageBox.ButtonRole.AcceptRole)
        leave = box.addButton(
            self.tr("Do not keep it"), QMessageBox.ButtonRole.RejectRole
        )
        box.setDefaultButton(leave)
        box.setEscapeButton(leave)
        keep.clicked.connect(self._on_allowed)
        box.open()

    @Slot()
    def _on_allowed(self) -> None:
        if self._wish is not None:
            self._keeper.allow(self._wish)
            self._wish = None
