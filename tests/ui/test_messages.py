from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reader.model.errors import BugError, KnownError
from reader.ui.messages import Message, MessageBar, message_for


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[MessageBar]:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = MessageBar(parent)
    parent.show()
    yield made
    parent.close()


def test_a_known_failure_keeps_its_words_and_a_mistake_gets_an_apology() -> None:
    known = message_for(KnownError("The disk is full.", "Free some space."))
    assert (known.text, known.advice) == ("The disk is full.", "Free some space.")
    assert "inner words" not in message_for(BugError("inner words")).text


def test_a_long_path_can_be_broken_and_an_address_stays_whole(bar: MessageBar) -> None:
    label = bar.findChild(QLabel)
    assert isinstance(label, QLabel)
    bar.show_message(Message("/home/ann/papers/x.pdf could not be written."))
    assert "\u200bpapers/\u200bx.pdf" in label.text()
    assert label.accessibleName() == "/home/ann/papers/x.pdf could not be written."
    bar.show_message(Message("It leads to https://example.org/a/b"))
    assert "\u200b" not in label.text()


def test_a_message_about_a_page_goes_with_it_and_a_failure_stays(
    bar: MessageBar,
) -> None:
    bar.show_message(Message("Saved."))
    bar.page_changed()
    assert not bar.isVisible()
    bar.show_message(message_for(KnownError("The disk is full.")))
    bar.page_changed()
    assert bar.isVisible()


def test_the_button_hands_back_its_token_once(bar: MessageBar) -> None:
    tokens: list[object] = []
    bar.action_requested.connect(tokens.append)
    bar.press_action()
    bar.show_message(Message("Removed.", action="Undo", token=7))
    bar.press_action()
    bar.press_action()
    assert tokens == [7]
    assert not bar.isVisible()


def test_escape_and_the_button_dismiss(bar: MessageBar, qtbot: QtBot) -> None:
    for leave in ("escape", "button"):
        bar.show_message(Message("Saved."))
        close = next(
            each
            for each in bar.findChildren(QPushButton)
            if each.accessibleName() == "Dismiss this message"
        )
        close.setFocus()
        if leave == "escape":
            qtbot.keyClick(close, Qt.Key.Key_Escape)
        else:
            close.click()
        assert bar.message is None
        assert not bar.isVisible()
