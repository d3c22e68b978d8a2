"""The window speaks the language of the computer, where there is one for it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

import reader.ui
from reader import resources
from reader.ui.language import speak, speak_as_the_computer

CHECKOUT = Path(__file__).parents[2]
SOURCES = sorted(Path(reader.ui.__file__).parent.glob("*.py"))
PLURALS = CHECKOUT / "resources" / "i18n" / "evidence-reader_en.ts"
TOOLS = Path(sys.executable).parent
WORDS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="{language}" sourcelanguage="en_GB">
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>{settings}</translation>
    </message>
</context>
</TS>
"""


def tool(name: str, *arguments: str | Path) -> None:
    subprocess.run(
        [TOOLS / name, "-silent", *arguments],
        check=True,
        capture_output=True,
        timeout=60,
        env={"PATH": os.environ["PATH"]},
    )


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of translations in place of the program's own."""
    folder = tmp_path / "i18n"
    folder.mkdir()
    monkeypatch.setattr(resources, "_ASSETS", tmp_path)
    return folder


@pytest.fixture(autouse=True)
def _english_again(qapp: QApplication) -> Iterator[None]:
    before = set(qapp.findChildren(QTranslator))
    yield
    for translator in set(qapp.findChildren(QTranslator)) - before:
        qapp.removeTranslator(translator)
        translator.setParent(None)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def ship(folder: Path, language: str, settings: str) -> None:
    source = folder / f"{language}.ts"
    source.write_text(WORDS.format(language=language, settings=settings), "utf-8")
    tool("pyside6-lrelease", source, "-qm", folder / f"evidence-reader_{language}.qm")


def settings_word() -> str:
    return QCoreApplication.translate("SettingsDialog", "Settings")


def test_without_a_translation_the_window_speaks_english(
    qapp: QApplication, shipped: Path
) -> None:
    assert list(shipped.iterdir()) == []
    assert speak(qapp, ["de_DE", "de"]) == ""
    assert settings_word() == "Settings"
    assert qapp.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_the_first_language_that_is_known_is_spoken(
    qapp: QApplication, shipped: Path
) -> None:
    ship(shipped, "de", "Einstellungen")
    ship(shipped, "fr", "Réglages")
    assert speak(qapp, ["nn_NO", "de_AT", "de", "fr"]) == "de"
    assert settings_word() == "Einstellungen"


def test_qt_speaks_the_same_language_in_its_dialogs(
    qapp: QApplication, shipped: Path
) -> None:
    ship(shipped, "de", "Einstellungen")
    speak(qapp, ["de"])
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"


def test_a_language_that_is_read_from_right_to_left_mirrors_the_window(
    qapp: QApplication, shipped: Path
) -> None:
    ship(shipped, "ar", "الإعدادات")
    assert speak(qapp, ["ar_EG", "ar"]) == "ar"
    assert qapp.layoutDirection() is Qt.LayoutDirection.RightToLeft


def test_a_damaged_translation_is_passed_over(
    qapp: QApplication, shipped: Path
) -> None:
    (shipped / "evidence-reader_de.qm").write_bytes(b"no translation")
    assert speak(qapp, ["de"]) == ""


def test_the_computer_is_asked_which_of_the_languages_it_is(
    qapp: QApplication, shipped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _: ["de-AT", "de", "en"])
    ship(shipped, "en", "Settings")
    assert speak_as_the_computer(qapp) == "en"
    ship(shipped, "de_AT", "Einstellungen")
    assert speak_as_the_computer(qapp) == "de_AT"
    assert settings_word() == "Einstellungen"


def test_counts_have_their_plural_forms_in_english(
    qapp: QApplication, shipped: Path
) -> None:
    target = shipped / "evidence-reader_en.qm"
    tool("pyside6-lrelease", PLURALS, "-qm", target)
    assert speak(qapp, ["en_GB", "en"]) == "en"
    for count, words in ((1, "Handout: 1 topic"), (2, "Handout: 2 topics")):
        source = "Handout: %n topic(s)"
        said = QCoreApplication.translate("HandoutDialog", source, "", count)
        assert said == words


def test_the_file_of_plural_forms_is_in_step_with_the_source(tmp_path: Path) -> None:
    renewed = tmp_path / PLURALS.name
    renewed.write_bytes(PLURALS.read_bytes())
    options = ["-locations", "none", "-no-obsolete", "-source-language", "en_GB"]
    tool("pyside6-lupdate", *options, "-pluralonly", *SOURCES, "-ts", renewed)
    assert renewed.read_text("utf-8") == PLURALS.read_text("utf-8")
    assert "unfinished" not in renewed.read_text("utf-8")
