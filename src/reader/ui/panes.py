"""F6: from one part of the window to the next."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget


class PaneCycle(QObject):
    """Moves the focus round the parts that can be seen."""

    def __init__(self, panes: Sequence[QWidget], parent: QObject) -> None:
        super().__init__(parent)
        self._panes = panes

    @Slot()
    def forward(self) -> None:
        """Go to the next part."""
        self._go(1)

    @Slot()
    def back(self) -> None:
        """Go to the part before."""
        self._go(-1)

    def _go(self, step: int) -> None:
        stops = [stop for pane in self._panes if (stop := _first_stop(pane))]
        here = self._here()
        seen = [pane for pane in self._panes if _first_stop(pane)]
        if not stops:
            return
        at = seen.index(here) if here in seen else -step
        stops[(at + step) % len(stops)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _here(self) -> QWidget | None:
        focus = QApplication.focusWidget()
        within = [
            pane
            for pane in self._panes
            if focus is pane or (focus is not None and pane.isAncestorOf(focus))
        ]
        return next(
            (pane for pane in within if pane is focus), within[0] if within else None
        )


def _first_stop(pane: QWidget) -> QWidget | None:
    """The first widget of a part that the Tab key would reach."""
    if not pane.isVisible():
        return None
    for widget in _all_in(pane):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes and widget.isEnabled() and widget.isVisible():
            return widget
    return None


def _all_in(widget: QWidget) -> Iterator[QWidget]:
    """A widget and all in it, each before what it holds.

    Found through the pane at once, the binding would keep them as long as the pane.
    """
    yield widget
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    for child in widget.findChildren(QWidget, options=direct):
        yield from _all_in(child)
