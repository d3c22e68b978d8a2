from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from reader.model.evidence import Claim
from reader.model.grade import Assessment, Certainty, Start
from reader.model.wording import decision, meaning, start_sentence
from reader.ui.badge import BadgeLabel
from reader.ui.theme import DARK, LIGHT
from reader.ui.topic_links import ClaimTarget
from reader.ui.why_panel import WhyPanel
from tests.fixtures.sample_topic import sample_topic


@pytest.fixture
def panel(qtbot: QtBot) -> WhyPanel:
    made = WhyPanel(LIGHT, 100)
    qtbot.addWidget(made)
    made.resize(360, 700)
    made.show()
    return made


def claim(name: str) -> Claim:
    found = sample_topic().claim(name)
    assert found is not None
    return found


def said(panel: WhyPanel) -> str:
    return "\n".join(panel.words())


def button(panel: WhyPanel, name: str) -> QAbstractButton:
    buttons = panel.findChildren(QAbstractButton)
    return next(one for one in buttons if one.accessibleName() == name)


def test_the_panel_names_treatment_and_outcome(panel: WhyPanel) -> None:
    panel.show_claim(sample_topic(), claim("own-cells"))
    assert panel.words()[0] == "Own bone marrow cells, put into the spinal fluid"
    assert "Compared with a dummy injection" in said(panel)
    assert "strength after 28 weeks" in said(panel)
    assert "Used in research only" in said(panel)


def test_the_panel_tells_the_way_from_the_start_step_by_step(panel: WhyPanel) -> None:
    panel.show_claim(sample_topic(), claim("own-cells"))
    lines = panel.words()
    way = [
        "Starts at high",
        start_sentence(Start.HIGH),
        "Down one level: How the studies were done",
        "A fifth of the people left the trial early.",
        "Down one level: Too few people",
        "One trial with 196 people is small.",
    ]
    at = lines.index("Starts at high")
    assert list(lines[at : at + len(way)]) == way


def test_a_very_serious_problem_takes_two_levels(panel: WhyPanel) -> None:
    panel.show_claim(sample_topic(), claim("donor-cells"))
    assert "Down two levels: How the studies were done" in panel.words()


def test_a_reason_up_is_told_as_such(panel: WhyPanel) -> None:
    assessment = Assessment(start=Start.LOW, large_effect=2)
    lifted = replace(
        claim("own-cells"), assessment=assessment, certainty=Certainty.HIGH, reasons=()
    )
    panel.show_claim(replace(sample_topic(), claims=(lifted,)), lifted)
    assert "Up two levels: Large effect" in panel.words()


def test_a_published_rating_names_what_it_stands_for(panel: WhyPanel) -> None:
    panel.show_claim(sample_topic(), claim("calmitol"))
    assert "level B, which stands for moderate" in said(panel)
    assert "3 randomised trials, 912 people." in said(panel)


def test_no_studies_are_called_none(panel: WhyPanel) -> None:
    panel.show_claim(sample_topic(), claim("ips-cells"))
    assert "None so far." in panel.words()
    assert "We found no results from studies in people." in panel.words()


def test_uncounted_studies_are_said_to_be_uncounted(panel: WhyPanel) -> None:
    bare = replace(claim("calmitol"), studies=claim("ips-cells").studies)
    panel.show_claim(replace(sample_topic(), claims=(bare,)), bare)
    assert "The sources do not say how many." in panel.words()


@pytest.mark.parametrize("known", sample_topic().claims, ids=lambda known: known.id)
def test_the_panel_says_what_every_level_means(panel: WhyPanel, known: Claim) -> None:
    panel.show_claim(sample_topic(), known)
    assert meaning(known.certainty) in panel.words()
    assert decision(known.certainty) in panel.words()


def test_the_panel_ends_with_sources_and_the_date(panel: WhyPanel) -> None:
    panel.show_claim(sample_topic(), claim("own-cells"))
    lines = panel.words()
    sources = lines[lines.index("Sources") + 1 :]
    assert sources[0].startswith("[3] Placeholder C, and others, 2022.")
    assert "https://doi.org/10.1000/marlow.2022" in sources[0]
    assert sources[1].startswith("[4] ")
    assert sources[-1] == "Checked 2 March 2025."


def test_whole_people_are_told_where_the_claim_has_them(panel: WhyPanel) -> None:
    panel.show_claim(sample_topic(), claim("walking-practice"))
    assert "62 of 100 people, without it 41 of 100" in said(panel)


def test_the_badge_speaks_its_level(panel: WhyPanel) -> None:
    panel.show_claim(sample_topic(), claim("own-cells"))
    badge = panel.findChild(BadgeLabel)
    assert badge is not None
    assert badge.accessibleName() == "How sure we are: low, 2 of 4 circles"


def test_next_and_previous_walk_the_badges_of_the_page(
    qtbot: QtBot, panel: WhyPanel
) -> None:
    order = ("own-cells", "calmitol", "ips-cells")
    panel.show_claim(sample_topic(), claim("own-cells"), order)
    assert not button(panel, "Previous badge").isEnabled()
    with qtbot.waitSignal(panel.claim_shown) as shown:
        qtbot.mouseClick(button(panel, "Next badge"), Qt.MouseButton.LeftButton)
    assert shown.args == [ClaimTarget("calmitol")]
    panel.next_badge()
    assert panel.claim_id() == "ips-cells"
    assert not button(panel, "Next badge").isEnabled()
    panel.next_badge()
    panel.previous_badge()
    assert panel.claim_id() == "calmitol"


def test_keys_walk_the_badges_and_esc_closes(qtbot: QtBot, panel: WhyPanel) -> None:
    with qtbot.waitActive(panel):
        panel.activateWindow()
    panel.show_claim(sample_topic(), claim("own-cells"))
    panel.take_focus()
    qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_N)
    assert panel.claim_id() == "donor-cells"
    panel.take_focus()
    qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_P)
    assert panel.claim_id() == "own-cells"
    with qtbot.waitSignal(panel.closed):
        qtbot.keyClick(panel, Qt.Key.Key_Escape)


def test_a_button_closes_the_panel(qtbot: QtBot, panel: WhyPanel) -> None:
    with qtbot.waitSignal(panel.closed):
        qtbot.mouseClick(button(panel, "Close"), Qt.MouseButton.LeftButton)


def test_everything_in_the_panel_can_be_read_and_selected(panel: WhyPanel) -> None:
    panel.show_claim(sample_topic(), claim("own-cells"))
    for label in panel.findChildren(QLabel):
        if label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse:
            assert label.focusPolicy() & Qt.FocusPolicy.TabFocus
            node = QAccessible.queryAccessibleInterface(label)
            assert node.text(QAccessible.Text.Name)


def test_the_panel_stays_with_its_claim_through_theme_and_size(
    panel: WhyPanel,
) -> None:
    panel.dress(DARK, 100)
    assert panel.words() == ()
    panel.take_focus()
    panel.show_claim(sample_topic(), claim("calmitol"))
    before = panel.words()
    panel.dress(LIGHT, 300)
    assert panel.words() == before


def test_the_focus_stays_on_the_words_when_they_are_written_anew(
    qtbot: QtBot, panel: WhyPanel
) -> None:
    panel.show_claim(sample_topic(), claim("calmitol"))
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.take_focus()
    panel.undress()
    assert panel.words() == ()
    panel.dress(DARK, 150)
    assert panel.words()
    assert isinstance(panel.focusWidget(), QLabel)


def test_a_panel_that_is_cleared_says_nothing_in_any_colours(panel: WhyPanel) -> None:
    panel.show_claim(sample_topic(), claim("calmitol"))
    panel.clear()
    panel.dress(DARK, 100)
    assert (panel.claim_id(), panel.words()) == ("", ())


def test_long_addresses_do_not_widen_the_panel(panel: WhyPanel) -> None:
    panel.show_claim(sample_topic(), claim("own-cells"))
    panel.dress(LIGHT, 200)
    panel.resize(360, 700)
    assert panel.width() <= 420


@pytest.mark.parametrize("percent", [100, 200, 300])
def test_the_panel_is_never_too_narrow_for_its_badge(
    panel: WhyPanel, percent: int
) -> None:
    panel.show_claim(sample_topic(), claim("own-cells"))
    panel.dress(LIGHT, percent)
    panel.resize(panel.minimumWidth(), 500)
    badge = panel.findChild(BadgeLabel)
    room = panel.findChild(QScrollArea)
    assert isinstance(badge, QWidget)
    assert isinstance(room, QScrollArea)
    seen = room.viewport().rect()
    content = room.widget()
    assert content is not None
    assert seen.width() >= content.width()
    assert badge.mapTo(room.viewport(), badge.rect().topRight()).x() <= seen.right()


def test_a_step_from_a_claim_that_is_gone_changes_nothing(panel: WhyPanel) -> None:
    panel.next_badge()
    assert panel.claim_id() == ""


def test_what_it_means_for_a_person_comes_before_how_it_was_worked_out(
    panel: WhyPanel,
) -> None:
    panel.show_claim(sample_topic(), claim("own-cells"))
    lines = panel.words()
    heads = (
        "What this level means",
        "If you have to decide",
        "The way to this badge",
        "Studies and people",
        "Sources",
    )
    places = [lines.index(head) for head in heads]
    assert places == sorted(places)


@pytest.mark.parametrize("known", sample_topic().claims, ids=lambda known: known.id)
def test_the_circles_are_explained_whoever_judged(
    panel: WhyPanel, known: Claim
) -> None:
    panel.show_claim(sample_topic(), known)
    assert "Four filled circles mean very sure." in said(panel)
    judged = {
        "published": "The level is the one that source [",
        "assessed": "We worked this level out ourselves",
        "none": "Without results in people, none is filled.",
    }
    kind = "none" if known.assessment is None else "assessed"
    assert judged["published" if known.published else kind] in said(panel)


def test_evidence_that_nothing_moves_says_so(panel: WhyPanel) -> None:
    bare = replace(
        claim("own-cells"),
        assessment=Assessment(start=Start.HIGH),
        certainty=Certainty.HIGH,
        reasons=(),
    )
    panel.show_claim(replace(sample_topic(), claims=(bare,)), bare)
    assert "It stays there" in panel.words()


def test_every_step_shows_the_circles_that_are_left(panel: WhyPanel) -> None:
    panel.show_claim(sample_topic(), claim("own-cells"))
    names = [each.accessibleName() for each in panel.findChildren(QWidget)]
    left = [
        name for name in names if name.endswith("of 4 circles") and name[0].isdigit()
    ]
    assert left == ["4 of 4 circles", "3 of 4 circles", "2 of 4 circles"]


@pytest.mark.parametrize("known", sample_topic().claims, ids=lambda known: known.id)
@pytest.mark.parametrize(("percent", "wide"), [(100, 320), (200, 430), (300, 620)])
def test_nothing_is_wider_than_the_panel(
    panel: WhyPanel, known: Claim, percent: int, wide: int
) -> None:
    panel.dress(LIGHT, percent)
    panel.resize(wide, 640)
    panel.show_claim(sample_topic(), known)
    badge = panel.findChild(BadgeLabel)
    assert badge is not None
    for each in (badge, *panel.findChildren(QLabel)):
        if each.isVisible():
            assert panel.width() == wide
            right = each.mapTo(panel, each.rect().topRight()).x()
            assert right <= panel.width()
