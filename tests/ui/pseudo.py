"""A language that nobody speaks: accents, brackets, and two fifths longer."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Qt, QTranslator
from PySide6.QtWidgets import QApplication

_ACCENTS = str.maketrans("aceinosuyAEIOU", "äçéîñöšûýÅÉÎÖÛ")
_WORD = re.compile(r"\{[^}]*\}|%n|<[^>]*>|&\w|[^\W\d_]+|.", re.DOTALL)
_LONGER = 0.4


def pseudo(words: str) -> str:
    """Words as a wordy language might have them; what is put in later stays."""
    made = "".join(_grown(part) for part in _WORD.findall(words))
    return f"[{made}]" if words.strip() else words


def _grown(part: str) -> str:
    if not part.isalpha():
        return part
    more = round(len(part) * _LONGER)
    return part.translate(_ACCENTS) + "õ" * more


class PseudoTranslator(QTranslator):
    """Translates every string that is asked for, and remembers them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.asked: set[tuple[str, str]] = set()

    def translate(
        self,
        context: str,
        source: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        """Words in the language."""
        del disambiguation, n
        if context.startswith("Q"):
            return source
        self.asked.add((context, source))
        return pseudo(source)

    def isEmpty(self) -> bool:
        """It is never at a loss."""
        return False


@contextmanager
def spoken(
    app: QApplication, *, pseudo_language: bool, mirrored: bool
) -> Iterator[PseudoTranslator]:
    """Speak the language, or read from right to left, or both, for a while."""
    translator = PseudoTranslator(app)
    if pseudo_language:
        app.installTranslator(translator)
    before = app.layoutDirection()
    if mirrored:
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        yield translator
    finally:
        app.setLayoutDirection(before)
        app.removeTranslator(translator)
