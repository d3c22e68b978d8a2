"""Qt's own part of a start: the program as Qt knows it, and a first complaint."""

import os
import sys

from PySide6.QtCore import QSettings  # noqa: TID251 - so that it keeps nothing
from PySide6.QtWidgets import QApplication

from reader.model.errors import KnownError
from reader.ui.language import speak_as_the_computer

_NOBODY_LOOKS = frozenset({"offscreen", "minimal"})


def make_application() -> QApplication:
    """Make what Qt runs, with the program's names, its look and its language."""
    # By option, since setStyle answers with a style, and to know what a style is the
    # binding makes its eleven enumerations: 6 ms.
    app = QApplication([sys.argv[0], "-style", "Fusion"])
    keep_nothing_of_qts()
    app.setApplicationName("evidence-reader")
    app.setApplicationDisplayName("Evidence Reader")
    app.setDesktopFileName("evidence-reader")
    speak_as_the_computer(app)
    return app


def keep_nothing_of_qts() -> None:
    """Let Qt's own file dialog remember nothing.

    It would write where files were saved into a file of its own in the person's home,
    even from a stick, and where no trace is to be left.
    """
    QSettings.setPath(
        QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull
    )


def say_in_a_window(error: KnownError) -> None:
    """Say what is wrong in a window of its own, before there is another."""
    if QApplication.platformName() in _NOBODY_LOOKS:
        return
    from PySide6.QtWidgets import QMessageBox

    from reader.ui.error_words import in_own_words

    box = QMessageBox()
    box.setIcon(QMessageBox.Icon.Critical)
    box.setText(in_own_words(error.message))
    box.setInformativeText(in_own_words(error.advice))
    box.exec()
