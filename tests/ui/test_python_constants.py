import sys

from PySide6.QtCore import QObject, QPoint, Signal

from reader.ui.python_constants import keep_constants_alive


class Speaker(QObject):
    said = Signal(object)


def test_none_and_true_outlive_any_number_of_calls_into_qt() -> None:
    keep_constants_alive()
    point, speaker = QPoint(), Speaker()
    for number in range(20_000):
        point.setX(number)
        speaker.said.emit(number)
    assert min(map(sys.getrefcount, (None, True, False))) > 1_000_000
