"""Each rule of plain language refuses a page that breaks it, and no other."""

from pathlib import Path

import pytest

from tests.fixtures.source_folder import (
    EVIDENCE,
    GENERAL,
    GLOSSARY,
    MARLOW,
    MARLOW_EVIDENCE,
    SOURCES,
    faults_of,
    marlow_page,
    write_sources,
)

LONG = "You can hold a cup and a pen and a key " * 3 + "again."

PAGE_FAULTS = [
    (LONG, "a sentence of 34 words"),
    ("It helps. " * 61, "over 120 words in one run"),
    ("The cup was often gently held by a nurse.\n\n" * 40, "sentences are passive"),
    ("It is a breakthrough.", "not our word: 'breakthrough'"),
    ("It guarantees a firm grip.", "not our word: 'guarantee'"),
    ("There is no evidence of an effect.", "not our word: 'no evidence of'"),
    ("The gain was statistically significant.", "'statistically significant'"),
    ("It hits 1 in 5 people.", "'1 in 5' is hard to compare"),
    ("It hits one in every ten of us.", "'one in every ten' is hard to compare"),
    ("Grip was 20% better with it.", "relative number alone"),
    ("It cut falls by 30 per cent.", "relative number alone"),
    ("Your risk doubled.", "relative number alone: 'doubled'"),
    ("You are twice as likely to fall.", "relative number alone"),
    ("It cuts falls by a third.", "relative number alone: 'by a third'"),
    ("2 out of 100 men and 5 out of 1,000 women fall.", "two denominators"),
    ("You may have idiopathic myopathy.", "'idiopathic' is not explained"),
    ("You may have idiopathic myopathy.", "'myopathy' is not explained"),
]


@pytest.mark.parametrize(("words", "message"), PAGE_FAULTS)
def test_words_that_mislead_or_tire_are_refused(
    tmp_path: Path, words: str, message: str
) -> None:
    page = marlow_page(why=f"See [[how-we-grade]].\n\n{words}")
    found = faults_of(write_sources(tmp_path, **{MARLOW: page}))
    line = page[: page.index(words[:9])].count("\n") + 1
    assert any(message in fault for fault in found), found
    places = (f"{MARLOW}:{line}:", f"{MARLOW}:1:")
    assert any(fault.startswith(places) for fault in found), found


SOUND = [
    'A shop may call it a "miracle" or a "breakthrough".',
    "Falls doubled, from 2 out of 100 people to 4 out of 100.",
    "It is twice as common in women.",
    "2 out of every 100 men fall, and 5 out of 100 women.",
    "You may have weak muscles (myopathy).",
    "You may have myopathy (weak muscles).",
    "A placebo has nothing in it.",
    "Zorbimab is a tablet.",
    "You see double.",
    "One in the morning is enough.",
]


@pytest.mark.parametrize("words", SOUND)
def test_sound_words_pass(tmp_path: Path, words: str) -> None:
    page = marlow_page(why=f"See [[how-we-grade]].\n\n{words}")
    assert faults_of(write_sources(tmp_path, **{MARLOW: page})) == []


def test_what_people_hear_may_be_hype(tmp_path: Path) -> None:
    heard = EVIDENCE.replace(
        "Do cells grow new hands?", "Is it a miracle that doubled grip by a third?"
    )
    assert faults_of(write_sources(tmp_path, **{MARLOW_EVIDENCE: heard})) == []


EVIDENCE_FAULTS = [
    ("They probably help.", "They help.", "moderate level must say 'probably'"),
    ("There may be no", "There was no", "low level must say 'may'"),
    (", imprecision: Few took part.", "", "no reason is given for imprecision"),
    ("58 out of 100 had", "580 out of 1,000 had", "its numbers are 100"),
    ("There may be no", "It may cut falls by half. There is no", "relative number"),
]


@pytest.mark.parametrize(("old", "new", "message"), EVIDENCE_FAULTS)
def test_a_finding_says_what_its_level_bears(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    assert old in EVIDENCE
    evidence = EVIDENCE.replace(old, new)
    found = faults_of(write_sources(tmp_path, **{MARLOW_EVIDENCE: evidence}))
    assert any(message in fault for fault in found), found


LEVELS = [
    ("A", "high", "They help a little.", "They may help.", "does not go with a high"),
    ("D", "very-low", "We are very uncertain.", "They help.", "must say 'very uncert"),
]


@pytest.mark.parametrize(("rating", "level", "right", "wrong", "message"), LEVELS)
def test_the_top_and_the_bottom_level_have_their_words(  # noqa: PLR0917
    tmp_path: Path, rating: str, level: str, right: str, wrong: str, message: str
) -> None:
    evidence = EVIDENCE.replace("rating: B", f"rating: {rating}").replace(
        "certainty: moderate", f"certainty: {level}"
    )
    for name, words in (("right", right), ("wrong", wrong)):
        changed = evidence.replace("They probably help.", words)
        folder = write_sources(tmp_path / name, **{MARLOW_EVIDENCE: changed})
        is_refused = any(message in fault for fault in faults_of(folder))
        assert is_refused == (name == "wrong")


def test_no_studies_are_said_in_words(tmp_path: Path) -> None:
    grade = "  grade: {start: high, risk_of_bias: -1, imprecision: -1}\n"
    reasons = "  reasons: {risk_of_bias: People knew what they got., "
    reasons += "imprecision: Few took part.}\n"
    evidence = EVIDENCE.replace("certainty: low", "certainty: none")
    evidence = evidence.replace(f"certainty_from: assessed\n{grade}{reasons}", "X")
    evidence = evidence.replace("X", "certainty_from: no-studies\n")
    evidence = evidence.replace("randomised_trials: 1, participants: 40", "")
    found = faults_of(write_sources(tmp_path / "a", **{MARLOW_EVIDENCE: evidence}))
    assert any("that there are no studies in people" in fault for fault in found), found
    said = evidence.replace("There may be no clear difference", "There are no studies")
    assert faults_of(write_sources(tmp_path / "b", **{MARLOW_EVIDENCE: said})) == []


def test_a_gain_of_cells_stands_beside_its_harms(tmp_path: Path) -> None:
    gain = EVIDENCE.replace("direction: no-clear-difference", "direction: benefit")
    harms = "harms:\n- {text: One man had a fever., sources: [marlow-2020]}\n"
    bare = gain.replace(harms, "")
    found = faults_of(write_sources(tmp_path / "bare", **{MARLOW_EVIDENCE: bare}))
    assert any("without any harm on the page" in fault for fault in found), found
    assert faults_of(write_sources(tmp_path / "told", **{MARLOW_EVIDENCE: gain})) == []


def test_a_source_that_nobody_cites_is_refused(tmp_path: Path) -> None:
    more = SOURCES.replace("id: marlow-2020", "id: marlow-1999").replace(
        "invented.2020", "invented.1999"
    )
    found = faults_of(write_sources(tmp_path, **{"sources.yaml": SOURCES + more}))
    line = SOURCES.count("\n") + 1
    assert found == [f"sources.yaml:{line}: no page cites 'marlow-1999'"]


def test_a_word_that_stands_nowhere_is_refused(tmp_path: Path) -> None:
    more = GLOSSARY.replace("placebo", "hernia").replace("dummy pill", "rupture")
    found = faults_of(write_sources(tmp_path, **{"glossary.yaml": GLOSSARY + more}))
    line = GLOSSARY.count("\n") + 1
    assert found == [f"glossary.yaml:{line}: no page says 'hernia'"]


def test_a_library_reads_easily_on_the_whole(tmp_path: Path) -> None:
    # Every page under 8, but the mean over 6.8.
    hard = "- Your nurse visits daily and examines your painful hands today.\n" * 300
    page = marlow_page(what_it_is=f"{hard}- A placebo.")
    more = f"## More {{#more}}\n\n{hard}\n## Questions"
    general = GENERAL.replace("## Questions", more)
    changed = {MARLOW: page, "general/how-we-grade.md": general}
    found = faults_of(write_sources(tmp_path, **changed))
    assert len(found) == 1, found
    assert "the mean of all pages" in found[0]
