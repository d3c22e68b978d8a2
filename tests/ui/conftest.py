"""What holds for every test of the window: our typeface in Qt's plain style."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.ui.fonts import load_fonts
from reader.ui.window import MainWindow
from tests.ui.window_support import Readers, compile_library


@pytest.fixture(autouse=True, scope="session")
def _dressed(qapp: QApplication) -> None:
    qapp.setStyle("Fusion")
    load_fonts()


@pytest.fixture(autouse=True)
def _undressed(qapp: QApplication) -> Iterator[None]:
    """No test sees the theme that the one before it put on the application."""
    yield
    qapp.setPalette(qapp.style().standardPalette())


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
