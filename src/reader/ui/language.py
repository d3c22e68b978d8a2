"""The language of the window: that of the computer, where the program knows it.

The pages have a language of their own, which is that of the library.
"""

from collections.abc import Iterable

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from reader.resources import translated_languages, translation_path

_OWN = "en"
"""The language of the source; its translation has the plural forms only."""


def speak_as_the_computer(app: QApplication) -> str:
    """Speak the language of the computer, if the program knows it; see `speak`."""
    if translated_languages() <= {_OWN}:
        # Not to ask for the languages saves a start 14 ms: the binding makes an
        # enumeration of all the languages and countries of the world.
        return speak(app, (_OWN,))
    from PySide6.QtCore import QLocale

    asked = QLocale.system().uiLanguages()
    return speak(app, [each.replace("-", "_") for each in asked])


def speak(app: QApplication, languages: Iterable[str]) -> str:
    """Speak the first of some languages that the program knows, before any window.

    Reading goes in the direction of that language, and with it the whole window.

    Args:
        app: The program.
        languages: For example "pt_BR", best first.

    Returns:
        The language; "" where none is known, and the window speaks English.
    """
    for language in languages:
        path = translation_path(language)
        words = QTranslator(app)
        if path is None or not words.load(str(path)):
            continue
        app.installTranslator(words)
        if language != _OWN:
            _speak_for_qt(app, language)
        return language
    return ""


def _speak_for_qt(app: QApplication, language: str) -> None:
    """Have Qt's own words in the language, too, and its direction."""
    from PySide6.QtCore import QLibraryInfo, QLocale

    words = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if words.load(f"qtbase_{language}", folder):
        app.installTranslator(words)
    app.setLayoutDirection(QLocale(language).textDirection())
