"""What the model says in a fixed number of ways can be said in any language."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.model.grade import Certainty, Domain, Start
from reader.model.systems import System
from reader.model.wording import (
    decision,
    domain_name,
    domain_sentence,
    meaning,
    spoken,
    start_sentence,
)
from reader.ui.model_words import (
    FIXED,
    in_window_language,
    level_heard,
    level_word,
    system_name,
)
from reader.ui.page_badges import badges_in, hidden_words
from reader.ui.page_words import PageWords
from reader.ui.theme import LIGHT
from reader.ui.topic_objects import OBJECT
from reader.ui.why_panel import WhyPanel
from tests.fixtures.sample_topic import sample_topic
from tests.ui import pseudo


@pytest.fixture
def _foreign(qapp: QApplication) -> Iterator[None]:
    with pseudo.spoken(qapp, pseudo_language=True, mirrored=False):
        yield


def test_all_that_is_fixed_in_the_model_can_be_translated() -> None:
    said = {system.label for system in System}
    for level in Certainty:
        said |= {level.word, spoken(level), meaning(level), decision(level)}
    for start in Start:
        said |= {start_sentence(start), f"Starts at {start.value}"}
    for domain in Domain:
        said |= {domain_name(domain), domain_sentence(domain)}
    assert said <= set(FIXED)


def test_each_stands_in_the_list_once() -> None:
    assert len(FIXED) == len(set(FIXED))


@pytest.mark.usefixtures("_foreign")
def test_names_and_levels_are_in_the_language_of_the_window() -> None:
    assert system_name(System.LUNGS) == pseudo.pseudo("Lungs")
    assert level_word(Certainty.LOW) == pseudo.pseudo("Low")
    assert level_heard(Certainty.LOW) == pseudo.pseudo(spoken(Certainty.LOW))


def test_without_a_translation_they_are_as_the_model_has_them(
    qapp: QApplication,
) -> None:
    assert qapp.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert in_window_language("Lungs") == "Lungs"


@pytest.mark.usefixtures("_foreign")
def test_a_badge_is_found_by_the_word_that_is_drawn_in_any_language() -> None:
    raw = f"One {OBJECT}{hidden_words(Certainty.MODERATE)} two"
    (badge,) = badges_in(raw, 0, len(raw))
    assert badge.level is Certainty.MODERATE
    (span,) = PageWords(raw).find(level_word(Certainty.MODERATE)).spans
    assert (span.start, span.end) == (badge.start, badge.end)


@pytest.mark.usefixtures("_foreign")
def test_the_panel_explains_in_the_language_of_the_window(qtbot: QtBot) -> None:
    panel = WhyPanel(LIGHT, 100)
    qtbot.addWidget(panel)
    claim = sample_topic().claims[0]
    panel.show_claim(sample_topic(), claim)
    for words in (meaning(claim.certainty), decision(claim.certainty)):
        assert pseudo.pseudo(words) in panel.words()
