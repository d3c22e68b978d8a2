"""What holds for every test of the window: our typeface in Qt's plain style."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reader.model.errors import NotFoundError
from reader.speech.voice import Voice
from reader.ui.fonts import load_fonts
from reader.ui.window import MainWindow
from tests.ui.window_support import Readers, compile_library


@pytest.fixture(autouse=True, scope="session")
def _dressed(qapp: QApplication) -> None:
    qapp.setStyle("Fusion")
    load_fonts()


@pytest.fixture(autouse=True)
def _undressed(qapp: QApplication) -> Iterator[None]:
    """No test sees the theme, or a key held, that the one before it left behind."""
    yield
    qapp.setPalette(qapp.style().standardPalette())
    QTest.keyRelease(QWidget(), Qt.Key.Key_Control)


@pytest.fixture(autouse=True)
def _mute(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test speaks, or depends on whether this computer could."""

    def find() -> Voice:
        raise NotFoundError("There is no voice in tests.")

    monkeypatch.setattr("reader.speech.finding.find_voice", find)


@pytest.fixture(scope="session")
def window_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return compile_library(tmp_path_factory.mktemp("window-library"))


@pytest.fixture
def readers(window_library: Path, home: Path, qtbot: QtBot) -> Readers:
    return Readers(window_library, home, qtbot)


@pytest.fixture
def window(readers: Readers) -> Iterator[MainWindow]:
    with readers.open() as opened:
        yield opened
