"""The sentences of errors can be said in any language, with their values in place."""

import html
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from reader.library.store import Library
from reader.model.errors import KnownError
from reader.ui import error_sentences
from reader.ui.application import say_in_a_window
from reader.ui.clinic_jobs import ReadLogo
from reader.ui.error_sentences import TEMPLATES
from reader.ui.error_words import in_own_words
from reader.ui.messages import Message, MessageBar, message_for
from reader.ui.tasks import Worker
from reader.ui.topic_list_dialog import TopicListDialog
from reader.ui.window import MainWindow
from tests.ui import pseudo
from tests.ui.raised_sentences import (
    JOINED,
    IrregularError,
    Raised,
    note,
    raised,
    read,
)

# ---- the list ------------------------------------------------------------------------


def test_every_sentence_that_is_raised_can_be_translated() -> None:
    assert raised().templates - set(TEMPLATES) == set()


def test_no_sentence_is_translated_that_nobody_raises_any_more() -> None:
    assert set(TEMPLATES) - raised().templates == set()
    assert raised().joined == JOINED


def test_each_stands_in_the_list_once_and_has_words_of_its_own() -> None:
    assert len(TEMPLATES) == len(set(TEMPLATES))
    for each in TEMPLATES:
        places = re.findall(r"\{(.*?)\}", each)
        assert places == [str(number) for number in range(len(places))]
        assert len(re.findall("[A-Za-z]{2,}", each)) > 1, each


@pytest.mark.parametrize(
    ("source", "templates"),
    [
        ("raise KnownError('Full.', 'Free ' 'some.')", {"Full.", "Free some."}),
        ("raise KnownError(f'{a.b} is ' f'{c!r:>4}.')", {"{0} is {1}."}),
        ("m = 'Old.'\n raise KnownError(m)\n m = 'New.'", {"Old."}),
        ("n = f' {a}' if a else ''\n raise KnownError(f'A{n}.')", {"A.", "A {0}."}),
        ("return KnownError('Off.', advice='On!', details=c)", {"Off.", "On!"}),
        ("return NotFoundError(self.tr('Gone.').format(a))", set()),
        ("return KeyError('Not for a person.')", set()),
    ],
)
def test_sentences_are_found_where_an_error_is_made(
    source: str, templates: set[str]
) -> None:
    found = Raised(set(), set())
    note(read(Path("made_up.py"), f"def f(self, a, c):\n {source}"), found)
    assert found.templates == templates


def test_a_sentence_of_which_no_template_can_be_made_is_noticed() -> None:
    made_up = "def f(parts):\n raise KnownError(' '.join(parts))"
    with pytest.raises(IrregularError, match=r"made_up.py, line 2: ' '.join"):
        note(read(Path("made_up.py"), made_up), Raised(set(), set()))


def test_the_tools_for_translation_find_all_of_them(tmp_path: Path) -> None:
    words = tmp_path / "words.ts"
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    subprocess.run(
        [tool, "-silent", error_sentences.__file__, "-ts", words],
        check=True,
        capture_output=True,
        timeout=60,
        env={"PATH": os.environ["PATH"]},
    )
    found = re.findall("<source>(.*?)</source>", words.read_text("utf-8"), re.DOTALL)
    assert set(map(html.unescape, found)) == set(TEMPLATES)


# ---- in another language -------------------------------------------------------------

# Too short, and of too few letters, to be words of a sentence.
VALUES = st.lists(st.text("ab{}[]()019\n\\é%&<>", max_size=8), min_size=5, max_size=5)


class Phrasebook(QTranslator):
    """Knows some sentences only."""

    def __init__(self, words: Mapping[str, str], parent: QApplication) -> None:
        super().__init__(parent)
        self._words = words

    def translate(
        self,
        context: str,
        source: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        del disambiguation, n
        return self._words.get(source) if context == "Errors" else None

    def isEmpty(self) -> bool:
        return False


@contextmanager
def speaking(app: QApplication, words: Mapping[str, str]) -> Iterator[None]:
    phrasebook = Phrasebook(words, app)
    app.installTranslator(phrasebook)
    try:
        yield
    finally:
        app.removeTranslator(phrasebook)


@pytest.fixture
def _foreign(qapp: QApplication) -> Iterator[None]:
    with pseudo.spoken(qapp, pseudo_language=True, mirrored=True):
        yield


def filled(words: str, values: Sequence[str]) -> str:
    return re.sub(r"\{(\d)\}", lambda place: values[int(place[1])], words)


def foreign(words: str, *values: str) -> str:
    """A template in the language that nobody speaks, with its values."""
    return filled(pseudo.pseudo(words), values)


@given(words=st.sampled_from(TEMPLATES), values=VALUES)
def test_every_sentence_is_translated_with_its_values_in_their_places(
    qapp: QApplication, words: str, values: list[str]
) -> None:
    with pseudo.spoken(qapp, pseudo_language=True, mirrored=False):
        assert in_own_words(filled(words, values)) == foreign(words, *values)


@given(words=st.sampled_from(TEMPLATES), values=VALUES)
def test_without_a_translation_every_sentence_is_as_it_was_raised(
    qapp: QApplication, words: str, values: list[str]
) -> None:
    with speaking(qapp, {}):
        assert in_own_words(filled(words, values)) == filled(words, values)


@pytest.mark.parametrize("name", ["/a {1} b", "C:\\x [0] (y).txt", "two\nlines", "{}"])
@pytest.mark.usefixtures("_foreign")
def test_an_error_is_shown_in_the_language_of_the_window(name: str) -> None:
    shown = message_for(
        KnownError(
            f"The list {name} could not be read (no way).", "Choose another name."
        )
    )
    words = "The list {0} could not be read ({1})."
    assert shown.text == foreign(words, name, "no way")
    assert shown.advice == foreign("Choose another name.")


@pytest.mark.parametrize("before", ["", "“", "„", "« ", "(", "["])
def test_a_long_path_can_be_broken_wherever_a_translation_has_it(
    qtbot: QtBot, before: str
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    bar = MessageBar(window)
    bar.show_message(Message(f"Im Ordner {before}/home/ann geht es nicht."))
    label = bar.findChild(QLabel)
    assert isinstance(label, QLabel)
    assert f"{before}/\u200bhome/\u200bann geht" in label.text()


@pytest.mark.usefixtures("_foreign")
@pytest.mark.parametrize("words", ["", "The kettle is cold.", "It is damaged", "{0}."])
def test_a_sentence_that_nobody_knows_stays_as_it_is(words: str) -> None:
    assert in_own_words(words) == words


def test_values_go_where_the_translation_has_them(qapp: QApplication) -> None:
    words = {"The list {0} could not be read ({1}).": "{1}! {0} {7} {x} {"}
    with speaking(qapp, words):
        said = in_own_words("The list /a could not be read (gone).")
    assert said == "gone! /a {7} {x} {"


def test_a_sentence_without_a_translation_is_not_taken_for_a_vaguer_one(
    qapp: QApplication,
) -> None:
    vague = {"“{0}” has a picture in it that {1}.": "In {0} {1}"}
    with speaking(qapp, vague):
        own = "“x.svg” has a picture in it that cannot be read."
        assert in_own_words(own) == own
        assert in_own_words("“x” has a picture in it that is odd.") == "In x is odd"


@pytest.mark.usefixtures("_foreign")
def test_a_picture_that_cannot_be_a_logo_is_refused_in_that_language(
    tmp_path: Path,
) -> None:
    with pytest.raises(KnownError) as caught:
        ReadLogo(tmp_path / "logo.svg")(None)
    shown = message_for(caught.value)
    assert shown.text == foreign("“{0}” is not there.", "logo.svg")


@pytest.mark.usefixtures("_foreign")
def test_the_dialog_for_lists_says_what_is_wrong_in_that_language(
    window: MainWindow, window_library: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    worker = Worker(lambda: Library.open(window_library), "the list's library")
    dialog = TopicListDialog(worker, window.keeper, window)
    (tmp_path / "list.txt").write_bytes(b"\x07")
    with qtbot.waitSignal(worker.answered):
        dialog.read_file(str(tmp_path / "list.txt"))
    worker.close()
    advice = "Save it as plain text or as CSV (UTF-8), then try again."
    assert dialog.problem.text() == (
        f"{foreign('The list is not a text or CSV file.')} {foreign(advice)}"
    )


@pytest.mark.usefixtures("_foreign")
def test_what_is_wrong_before_there_is_a_window_is_said_in_that_language(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    boxes: list[QMessageBox] = []

    def keep(box: QMessageBox) -> None:
        boxes.append(box)

    monkeypatch.setattr(QApplication, "platformName", lambda: "xcb")
    monkeypatch.setattr(QMessageBox, "exec", keep)
    say_in_a_window(KnownError("There is no topic 'x'.", "Did you mean y?"))
    assert boxes[0].text() == foreign("There is no topic {0}.", "'x'")
    assert boxes[0].informativeText() == foreign("Did you mean {0}?", "y")


def test_a_start_without_an_error_does_not_load_them() -> None:
    looked = (
        "import sys, reader.ui.messages, reader.ui.application;"
        "sys.exit('reader.ui.error_words' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", looked], check=True, timeout=60)
