"""Size, place and panes of the window, kept as text in the settings."""

from dataclasses import replace

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QSplitter, QWidget

from reader.notebook.settings import Settings


def restore_geometry(window: QWidget, splitter: QSplitter, settings: Settings) -> None:
    """Give the window the shape it had when it was closed."""
    for text, restore in (
        (settings.window_geometry, window.restoreGeometry),
        (settings.window_state, splitter.restoreState),
    ):
        if text:
            restore(QByteArray.fromBase64(QByteArray(text.encode("ascii", "ignore"))))


def saved_geometry(
    window: QWidget, splitter: QSplitter, settings: Settings
) -> Settings:
    """The settings with the shape that the window has now."""
    return replace(
        settings,
        window_geometry=_text(window.saveGeometry()),
        window_state=_text(splitter.saveState()),
    )


def _text(data: QByteArray) -> str:
    return bytes(data.toBase64().data()).decode("ascii")
