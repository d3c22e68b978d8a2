"""The profile of a clinic in the window: seen, changed, taken from a file, put away."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from reader.handout.choices import Paper, Print
from reader.handout.clinic import Clinic, Preset
from reader.handout.clinic_file import read_clinic
from reader.handout.clinic_write import KEPT_NAME, write_clinic
from reader.handout.sign_off import sign_off_now
from reader.library.store import Library
from reader.model.topic import Topic
from reader.ui.clinic_dialog import ClinicDialog
from reader.ui.clinic_jobs import ClinicPlaces
from reader.ui.clinic_profile import ClinicProfile
from reader.ui.sign_off_dialog import SignOffDialog
from reader.ui.tasks import Worker
from reader.ui.window import MainWindow
from tests.fixtures.clinics import FILE, LOGO, example_clinic
from tests.ui.accessible import backwards, faults, tabbed
from tests.ui.fits import cut
from tests.ui.pseudo import spoken
from tests.ui.window_support import Readers

MARLOW = "marlow-syndrome"
Open = Callable[..., ClinicDialog]


class Desk:
    """A worker on the small library, and the profile in a folder."""

    def __init__(self, library: Path, folder: Path, shared: Path | None = None) -> None:
        self.folder = folder
        self.worker = Worker(lambda: Library.open(library), "a test’s files")
        places = ClinicPlaces(folder, shared)
        self.profile = ClinicProfile(self.worker, places, self.worker)
        self.said: list[str] = []
        self.profile.failed.connect(self.hear)

    def hear(self, error: Exception) -> None:
        self.said.append(str(error))

    @property
    def kept(self) -> Clinic:
        return read_clinic(self.folder / "clinic.toml")


@pytest.fixture
def topic(window_library: Path) -> Topic:
    with Library.open(window_library) as library:
        return library.topic(MARLOW)


@pytest.fixture
def desk(window_library: Path, home: Path) -> Iterator[Desk]:
    made = Desk(window_library, home)
    yield made
    made.worker.close()


@pytest.fixture
def open_dialog(qtbot: QtBot) -> Open:
    """Open the dialog once the profile is known."""
    kept: list[QWidget] = []

    def make(desk: Desk, *topics: Topic) -> ClinicDialog:
        with qtbot.waitSignal(desk.profile.changed):
            desk.profile.load()
        parent = QWidget()
        kept.append(parent)
        qtbot.addWidget(parent)
        parent.resize(1024, 640)
        parent.show()
        dialog = ClinicDialog(desk.profile, parent, topics)
        dialog.open()
        return dialog

    return make


def save(dialog: ClinicDialog, qtbot: QtBot) -> object:
    """Press Save; what the dialog then says holds."""
    with qtbot.waitSignal(dialog.changed) as signal:
        qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert signal.args is not None
    return signal.args[0]


def said(dialog: ClinicDialog) -> str:
    message = dialog.messages.message
    return "" if message is None else f"{message.text} {message.advice}"


def test_a_profile_that_another_window_changed_is_found(
    desk: Desk, window_library: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(desk.profile.changed):
        desk.profile.load()
    assert desk.profile.clinic is None
    other = Desk(window_library, desk.folder)
    with qtbot.waitSignal(other.profile.changed):
        other.profile.keep(example_clinic())
    other.worker.close()
    with qtbot.waitSignals([desk.profile.changed] * 2):
        desk.profile.load()
    assert desk.profile.clinic == desk.kept


# ---- changing -------------------------------------------------------------------


def test_what_is_typed_is_saved_and_holds(
    desk: Desk, open_dialog: Open, qtbot: QtBot
) -> None:
    dialog = open_dialog(desk)
    form = dialog.form
    qtbot.keyClicks(form.name, "Example Hill Clinic")
    form.address.setPlainText("12 Sample Street\n\n Exampleton \n")
    qtbot.keyClicks(form.phone, "01632 960 100")
    qtbot.keyClicks(form.out_of_hours, "01632 960 199")
    qtbot.keyClicks(form.colour, "#1F4E8C")
    qtbot.keyClicks(form.footer, "Thank you.")
    form.paper.setCurrentIndex(form.paper.findData("letter"))
    form.print.setCurrentIndex(form.print.findData("large"))
    dialog.take_logo(str(LOGO))
    qtbot.waitUntil(form.remove.isEnabled)
    clinic = save(dialog, qtbot)
    assert clinic == desk.kept == desk.profile.clinic
    assert clinic == Clinic(
        "Example Hill Clinic",
        ("12 Sample Street", "Exampleton"),
        "01632 960 100",
        "01632 960 199",
        example_clinic().logo,
        "#1f4e8c",
        Paper.LETTER,
        Print.LARGE,
        "Thank you.",
    )
    assert not dialog.isVisible()


def test_what_is_not_in_the_form_stays_as_it_was(
    desk: Desk, open_dialog: Open, qtbot: QtBot
) -> None:
    clinic = replace(example_clinic(), presets=(Preset("Large", print=Print.LARGE),))
    write_clinic(clinic, desk.folder)
    dialog = open_dialog(desk)
    assert "1 preset" in dialog.presets.text()
    dialog.form.phone.setText("01632 960 111")
    save(dialog, qtbot)
    assert desk.kept == replace(clinic, phone="01632 960 111")


def test_cancel_changes_nothing(desk: Desk, open_dialog: Open, qtbot: QtBot) -> None:
    write_clinic(example_clinic(), desk.folder)
    dialog = open_dialog(desk)
    dialog.form.name.setText("Another")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert desk.kept == desk.profile.clinic == example_clinic()


def test_what_cannot_be_printed_is_said_with_the_words_of_the_form(
    desk: Desk, open_dialog: Open, qtbot: QtBot
) -> None:
    dialog = open_dialog(desk)
    dialog.form.colour.setText("#ffee00")
    dialog.form.footer.setPlainText("中")
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    for words in ("“Name” is missing.", "“Colour” is too pale", "“Foot of each page”"):
        assert words in said(dialog)
    assert dialog.isVisible()
    assert list(desk.folder.iterdir()) == []


def test_the_letterhead_is_drawn_while_it_is_typed(
    desk: Desk, open_dialog: Open, qtbot: QtBot
) -> None:
    dialog = open_dialog(desk)
    qtbot.waitUntil(lambda: dialog.picture.heightForWidth(600) > 0)
    before = dialog.picture.grab().toImage()
    low = dialog.picture.heightForWidth(600)
    dialog.form.colour.setText("#ffee0")
    dialog.form.name.setText("Example Hill Clinic")
    dialog.form.address.setPlainText("12 Sample Street")
    qtbot.waitUntil(lambda: dialog.picture.heightForWidth(600) > low)
    assert dialog.picture.grab().toImage() != before


def test_no_profile_puts_the_file_away_once_it_is_saved(
    desk: Desk, open_dialog: Open, qtbot: QtBot
) -> None:
    write_clinic(example_clinic(), desk.folder)
    dialog = open_dialog(desk)
    qtbot.mouseClick(dialog.none, Qt.MouseButton.LeftButton)
    assert "no letterhead once you save" in said(dialog)
    assert desk.kept == example_clinic()
    assert save(dialog, qtbot) is None
    assert not (desk.folder / "clinic.toml").exists()
    assert read_clinic(desk.folder / KEPT_NAME) == example_clinic()


# ---- files ----------------------------------------------------------------------


def test_a_logo_is_asked_for_and_removed(
    desk: Desk, open_dialog: Open, qtbot: QtBot
) -> None:
    write_clinic(example_clinic(), desk.folder)
    dialog = open_dialog(desk)
    dialog.form.choose.click()
    chooser = QApplication.activeModalWidget()
    assert isinstance(chooser, QFileDialog)
    chooser.reject()
    dialog.form.remove.click()
    clinic = save(dialog, qtbot)
    assert isinstance(clinic, Clinic)
    assert clinic.logo is None


def test_a_picture_that_cannot_be_a_logo_is_a_sentence(
    desk: Desk, open_dialog: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    write_clinic(example_clinic(), desk.folder)
    picture = tmp_path / "bad.svg"
    picture.write_text('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')
    dialog = open_dialog(desk)
    dialog.take_logo(str(picture))
    qtbot.waitUntil(lambda: said(dialog) != "")
    assert "“bad.svg” has a script in it. Choose another picture" in said(dialog)
    assert dialog.clinic == example_clinic()


def test_a_file_that_someone_made_is_shown_and_holds_once_it_is_saved(
    desk: Desk, open_dialog: Open, qtbot: QtBot
) -> None:
    dialog = open_dialog(desk)
    dialog.take_file(str(FILE))
    qtbot.waitUntil(lambda: dialog.form.name.text() == "Example Hill Clinic")
    assert "holds once you save" in said(dialog)
    assert list(desk.folder.iterdir()) == []
    save(dialog, qtbot)
    assert desk.kept == example_clinic()


def test_a_file_with_faults_changes_nothing_and_each_is_said(
    desk: Desk, open_dialog: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    write_clinic(example_clinic(), desk.folder)
    wrong = tmp_path / "wrong.toml"
    wrong.write_text('nmae = "x"\nlogo = "none.svg"\n')
    dialog = open_dialog(desk)
    dialog.take_file(str(wrong))
    qtbot.waitUntil(lambda: said(dialog) != "")
    assert "wrong.toml has 3 faults" in said(dialog)
    assert "Line 2: “logo” cannot be used" in said(dialog)
    assert dialog.clinic == example_clinic()


def test_a_profile_with_a_fault_gives_none_and_says_why(
    desk: Desk, open_dialog: Open, qtbot: QtBot
) -> None:
    own = desk.folder / "clinic.toml"
    own.write_text("name = 3\n")
    dialog = open_dialog(desk)
    assert desk.profile.clinic is None
    assert len(desk.said) == 1
    assert "clinic.toml, line 1: “name” must be words" in desk.said[0]
    assert "line 1" in said(dialog)
    dialog.form.name.setText("Example Hill Clinic")
    save(dialog, qtbot)
    assert desk.kept == Clinic("Example Hill Clinic")
    assert (desk.folder / KEPT_NAME).read_text() == "name = 3\n"


def test_a_folder_that_cannot_be_written_is_said_and_save_can_be_tried_again(
    window_library: Path, tmp_path: Path, open_dialog: Open, qtbot: QtBot
) -> None:
    blocked = tmp_path / "home"
    blocked.write_text("a file where the folder should be")
    desk = Desk(window_library, blocked)
    dialog = open_dialog(desk)
    dialog.form.name.setText("Example Hill Clinic")
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "There is a file where the folder" in said(dialog))
    blocked.unlink()
    save(dialog, qtbot)
    assert desk.kept == Clinic("Example Hill Clinic")
    desk.worker.close()


@pytest.fixture
def shared_desk(window_library: Path, home: Path, tmp_path: Path) -> Iterator[Desk]:
    shutil.copy(FILE, tmp_path)
    shutil.copy(LOGO, tmp_path)
    made = Desk(window_library, home, tmp_path / "clinic.toml")
    yield made
    made.worker.close()


def test_a_profile_for_everyone_is_shown_and_not_changed(
    shared_desk: Desk, open_dialog: Open, topic: Topic
) -> None:
    dialog = open_dialog(shared_desk, topic)
    assert dialog.clinic == shared_desk.profile.clinic == example_clinic()
    assert "for everyone on this computer" in dialog.about.text()
    form = dialog.form
    for widget in (form.choose, form.remove, form.paper, dialog.save):
        assert not widget.isEnabled()
    assert form.name.isReadOnly()
    assert form.address.isReadOnly()
    assert not dialog.sign_offs.sign.isEnabled()
    assert not dialog.none.isVisible()


def test_a_broken_profile_for_everyone_is_said_and_not_changed_either(
    shared_desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "clinic.toml").write_text("name = 3\n")
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = ClinicDialog(shared_desk.profile, parent)
    shared_desk.profile.load()
    dialog.open()
    qtbot.waitUntil(lambda: "line 1" in said(dialog))
    assert not dialog.save.isEnabled()
    assert dialog.form.name.isReadOnly()


def test_a_file_of_ones_own_comes_before_the_one_for_everyone(
    shared_desk: Desk, open_dialog: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    own = tmp_path / "own.toml"
    own.write_text('name = "Our own"\n')
    dialog = open_dialog(shared_desk)
    dialog.take_file(str(own))
    qtbot.waitUntil(dialog.save.isEnabled)
    save(dialog, qtbot)
    assert shared_desk.kept == shared_desk.profile.clinic == Clinic("Our own")
    dialog = open_dialog(shared_desk)
    qtbot.mouseClick(dialog.none, Qt.MouseButton.LeftButton)
    assert save(dialog, qtbot) == example_clinic()


# ---- signing off ----------------------------------------------------------------


def test_the_page_at_hand_is_signed_off_as_it_stands_now(
    desk: Desk, open_dialog: Open, qtbot: QtBot, topic: Topic
) -> None:
    write_clinic(example_clinic(), desk.folder)
    dialog = open_dialog(desk, topic)
    dialog.sign_offs.sign.click()
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, SignOffDialog)
    assert asked.by.text() == "Dr A. Example"
    asked.by.setText("")
    assert not asked.sign.isEnabled()
    asked.by.setText("Nurse B. Example")
    asked.date.setDate(QDate(2026, 11, 2))
    asked.sign.click()
    rows = [dialog.sign_offs.list.item(n).text() for n in range(2)]
    assert rows[1].startswith(f"{topic.title}: Nurse B. Example, ")
    save(dialog, qtbot)
    expected = sign_off_now(topic, "Nurse B. Example", "2026-11-02")
    assert desk.kept.sign_offs == (*example_clinic().sign_offs, expected)


def test_a_page_that_changed_since_is_marked_and_its_sign_off_removed(
    desk: Desk, open_dialog: Open, qtbot: QtBot, topic: Topic
) -> None:
    old = replace(sign_off_now(topic, "Dr A. Example", "2026-11-02"), version="old")
    write_clinic(replace(example_clinic(), sign_offs=(old,)), desk.folder)
    dialog = open_dialog(desk, topic)
    offs = dialog.sign_offs
    assert offs.list.item(0).text().endswith("The page has changed since.")
    assert not offs.remove.isEnabled()
    offs.list.setCurrentRow(0)
    offs.remove.click()
    assert offs.none.isVisible()
    save(dialog, qtbot)
    assert desk.kept.sign_offs == ()


def test_signing_the_same_page_again_takes_the_place_of_the_one_before(
    desk: Desk, open_dialog: Open, topic: Topic
) -> None:
    dialog = open_dialog(desk, topic)
    for by in ("Dr A. Example", "Dr B. Example"):
        dialog.sign_offs.sign.click()
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, SignOffDialog)
        asked.by.setText(by)
        asked.sign.click()
    assert [each.by for each in dialog.sign_offs.sign_offs] == ["Dr B. Example"]


# ---- for every eye and every hand -----------------------------------------------


def test_every_control_has_a_name_and_tab_goes_as_one_reads(
    desk: Desk, open_dialog: Open, qtbot: QtBot, topic: Topic
) -> None:
    write_clinic(example_clinic(), desk.folder)
    dialog = open_dialog(desk, topic)
    assert faults(dialog) == []
    dialog.activateWindow()
    dialog.form.name.setFocus()
    stops = tabbed(dialog, qtbot)
    assert len(stops) >= 14
    assert backwards(stops) == []
    assert stops[-1] is not dialog.form.name
    dialog.sign_offs.sign.click()
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, SignOffDialog)
    assert faults(asked) == []
    asked.activateWindow()
    qtbot.waitUntil(lambda: asked.focusWidget() is not None)
    assert backwards(tabbed(asked, qtbot)) == []


WAYS = [(False, False), (True, False), (False, True), (True, True)]


@pytest.mark.parametrize(("longer", "mirrored"), WAYS)
@pytest.mark.parametrize("size", [100, 300])
def test_nothing_is_cut_in_a_small_window(
    readers: Readers, size: int, longer: bool, mirrored: bool, topic: Topic
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    write_clinic(example_clinic(), readers.notebook)
    with (
        spoken(app, pseudo_language=longer, mirrored=mirrored),
        readers.open(1024, 640) as window,
    ):
        settings = window.keeper.settings
        window.appearance.take(replace(settings, text_size=size))
        readers.qtbot.waitUntil(window.updatesEnabled)
        desk = Desk(readers.library, readers.notebook)
        _all_is_seen(window, desk, topic, readers.qtbot)


def _all_is_seen(window: MainWindow, desk: Desk, topic: Topic, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.profile.changed):
        desk.profile.load()
    dialog = ClinicDialog(desk.profile, window, (topic,))
    dialog.open()
    qtbot.waitUntil(lambda: dialog.picture.heightForWidth(600) > 0)

    def fits(widget: QWidget) -> None:
        assert "\n".join(cut(widget)) == ""

    qtbot.waitUntil(lambda: fits(dialog))
    assert dialog.width() <= window.width()
    assert dialog.height() <= window.height()
    dialog.sign_offs.sign.click()
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, SignOffDialog)
    qtbot.waitUntil(lambda: fits(asked))
    assert asked.height() <= window.height()
    asked.reject()
    qtbot.mouseClick(dialog.none, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: fits(dialog))
    dialog.reject()
    desk.worker.close()
