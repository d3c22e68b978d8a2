"""The sections to print, each with a box."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from reader.handout.leaflet import RED_FLAGS
from reader.ui.handout_jobs import TopicLine
from reader.ui.wrapping import WrappingCheckBox


class SectionBoxes(QWidget):
    """A box for each section that one of the topics has.

    Signals:
        changed: Another choice.
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._boxes: dict[str, WrappingCheckBox] = {}
        self._chosen: frozenset[str] = frozenset()
        self.warning = QLabel(
            self.tr(
                "The red flags say when to get help at once. Leave them out only if "
                "you tell the person yourself."
            ),
            self,
        )
        self.nothing = QLabel(self.tr("Choose at least one section."), self)
        for label in (self.warning, self.nothing):
            label.setWordWrap(True)
            label.setIndent(0)
            label.setProperty("alert", True)
            label.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.nothing)

    @property
    def boxes(self) -> dict[str, WrappingCheckBox]:
        """The boxes by the id of their section."""
        return self._boxes

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the sections to print; empty for all."""
        picked = [name for name, box in self._boxes.items() if box.isChecked()]
        return () if len(picked) == len(self._boxes) else tuple(picked)

    @property
    def has_any(self) -> bool:
        """Whether at least one is chosen."""
        return any(box.isChecked() for box in self._boxes.values())

    def choose(self, sections: Sequence[str]) -> None:
        """Print these sections; all where there is none. Says nothing."""
        self._chosen = frozenset(sections)
        for name, box in self._boxes.items():
            box.blockSignals(True)
            box.setChecked(self._wants(name))
            box.blockSignals(False)
        self._warn()

    def show_topics(self, lines: Sequence[TopicLine]) -> None:
        """Have a box for each section of these topics."""
        parts: dict[str, str] = {}
        for line in lines:
            for name, title in line.parts:
                parts.setdefault(name, title)
        if list(parts) == list(self._boxes):
            return
        ticked = {name: box.isChecked() for name, box in self._boxes.items()}
        for box in self._boxes.values():
            box.deleteLater()
            box.hide()
        self._boxes = {name: self._box(name, title) for name, title in parts.items()}
        for name, box in self._boxes.items():
            box.setChecked(ticked.get(name, self._wants(name)))
            self._column.addWidget(box)
            if name == RED_FLAGS:
                self._column.addWidget(self.warning)
            box.toggled.connect(self._on_toggled)
        self._warn()

    def _wants(self, name: str) -> bool:
        return not self._chosen or name in self._chosen

    def _box(self, name: str, title: str) -> WrappingCheckBox:
        words = (title or self.tr("Beginning")).replace("&", "&&")
        box = WrappingCheckBox(words, self)
        box.setObjectName(f"section-{name}")
        if name == RED_FLAGS:
            box.setAccessibleDescription(self.warning.text())
        return box

    def _warn(self) -> None:
        flags = self._boxes.get(RED_FLAGS)
        left_out = flags is not None and not flags.isChecked()
        self.warning.setVisible(left_out)
        self.nothing.setVisible(bool(self._boxes) and not self.has_any)

    @Slot(bool)
    def _on_toggled(self, _checked: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._chosen = frozenset(self.chosen)
        self._warn()
        self.changed.emit()
