"""Each fault is named with its file and line, and nothing is written."""

from collections.abc import Callable
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

Change = Callable[[str], str]


def swap(old: str, new: str) -> Change:
    def change(text: str) -> str:
        assert text.count(old) >= 1, f"nothing to swap: {old}"
        return text.replace(old, new, 1)

    return change


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


def test_a_sound_folder_has_no_faults(tmp_path: Path) -> None:
    assert faults_of(write_sources(tmp_path)) == []


PAGE_FAULTS = [
    (swap("kind: condition", "kind: condtion"), "'kind' is 'condtion'"),
    (swap("status:", "statos:"), "unknown key 'statos'"),
    (swap("status: Not yet reviewed by a clinician\n", ""), "'status' is missing"),
    (swap("2026-11-22", "soon"), "no date like"),
    (swap("slug: marlow", "slug: Marlow"), "small letters"),
    (swap("system: nervous", "system: skin"), "not the folder's name"),
    (swap("[G12.2]", "[Gee]"), "'Gee' is no ICD-10 code"),
    (swap("[@marlow-2020]", "[@nobody-2020]"), "no source 'nobody-2020'"),
    (swap("[[how-we-grade]]", "[[how-we-guess]]"), "unknown page 'how-we-guess'"),
    (swap("[[how-we-grade]]", "[[how-we-grade#nowhere]]"), "no section 'nowhere'"),
    (swap("[[how-we-grade]]", "[[how we grade]]"), "not a citation or a link"),
    (swap("A weak grip", "A <b>weak</b> grip"), "raw HTML"),
    (swap("A weak grip", "A weak grip <!-- why -->"), "raw HTML"),
    (swap("A weak grip", "A weak&nbsp;grip"), "raw HTML"),
    (swap("Nobody knows why.", "![](hand.png)"), "no text alternative"),
    (swap("Nobody knows why.", "![A hand](hand.png)\n\nSo."), "no picture 'hand.png'"),
    (swap("Nobody knows why.", "#### Deep\n\nSo."), "jumps from level 2 to level 4"),
    (swap("Nobody knows why.", "# Top\n\nSo."), "begin with '##'"),
    (swap("Nobody knows why.", "Title\n=====\n\nSo."), "write a heading as"),
    (swap("Nobody knows why.", "    code here\n\nSo."), "code has no place"),
    (swap("Nobody knows why.", "Use `this`."), "code has no place"),
    (swap("Nobody knows why.", "[x](javascript:alert)"), "no web address"),
    (swap("{#signs}", "{#why}"), "stands twice"),
    (swap("## signs {#signs}", "## signs {#marks}"), "{#signs} is missing"),
    (swap("::: evidence marlow-tablets", "::: evidence marlow-tonic"), "no claim"),
    (swap("::: evidence marlow-tablets", "::: proof marlow-tablets"), "must be '::: e"),
    (
        swap("::: evidence marlow-tablets", "::: evidence marlow-tablets marlow-cells"),
        "claim 'marlow-cells' is shown twice",
    ),
    (swap("::: heard marlow-heard-new-hands\n:::", "Nothing."), "is never shown"),
    (swap("A weak grip", "A weak\x00 grip"), "control character"),
    (lambda text: text.removeprefix("---\n"), "must begin with front matter"),
    (lambda text: text.replace("\n---\n", "\n"), "must begin with front matter"),
]


@pytest.mark.parametrize(("change", "message"), PAGE_FAULTS)
def test_a_fault_of_a_page_is_named(
    tmp_path: Path, change: Change, message: str
) -> None:
    page = change(marlow_page())
    found = faults_of(write_sources(tmp_path, **{MARLOW: page}))
    assert any(message in fault for fault in found), found
    assert all(fault.split(":")[1].isdigit() for fault in found)


EVIDENCE_FAULTS = [
    (swap("certainty: low", "certainty: high"), "'low' follows from start high with"),
    (swap("certainty: moderate", "certainty: high"), "follows from the published"),
    (swap("rating: B", "rating: Z"), "no rating on the scale"),
    (swap("risk_of_bias: -1", "risk_of_bias: -3"), "must lie from -2 to 0"),
    (swap("risk_of_bias: -1", "luck: -1"), "unknown key 'luck'"),
    (swap("start: high", "start: best"), "'start' is 'best'"),
    (swap("direction: benefit", "direction: up"), "'direction' is 'up'"),
    (swap("finding: There", "finnding: There"), "'finding' is missing"),
    (swap("sources: [marlow-2020]", "sources: []"), "'sources' is empty"),
    (swap("sources: [marlow-2020]", "sources: [ghost]"), "no source 'ghost'"),
    (swap("id: marlow-cells", "id: marlow-tablets"), "stands twice"),
    (swap("of: 100", "of: 7"), "must be 100 or 1000"),
    (swap("with: 58", "with: 580"), "must lie from 0 to 100"),
    (swap("claims: [marlow-cells]", "claims: [marlow-soup]"), "no claim 'marlow-soup'"),
    (swap("participants: 40", "participants: many"), "must be a whole number"),
    (
        swap("certainty_from: assessed", "certainty_from: hearsay"),
        "must be one of: published, assessed, no-studies",
    ),
    (swap("certainty_from: assessed", "certainty_from: published"), "does not go with"),
    (
        swap("imprecision: Few took part.", "inconsistency: They differ."),
        "no step for inconsistency",
    ),
    (swap("claims:\n", "claims: &x\n"), "anchors"),
    (swap("id: marlow-cells", "id: !!str marlow-cells"), "tags"),
    (swap("names: [zorbimab]", "names: [zorbimab"), "not valid YAML"),
    (swap("answer: No.", "answer: <i>No</i>."), "raw HTML"),
    (swap("verdict: contradicted", "verdict: rubbish"), "'verdict' is 'rubbish'"),
]


@pytest.mark.parametrize(("change", "message"), EVIDENCE_FAULTS)
def test_a_fault_of_the_evidence_is_named(
    tmp_path: Path, change: Change, message: str
) -> None:
    evidence = change(EVIDENCE)
    found = faults_of(write_sources(tmp_path, **{MARLOW_EVIDENCE: evidence}))
    assert any(message in fault for fault in found), found


SHARED_FAULTS = [
    ("sources.yaml", SOURCES.replace("seen_at:", "seen:"), "'seen_at' is missing"),
    ("sources.yaml", SOURCES + SOURCES, "stands twice"),
    ("sources.yaml", SOURCES.replace("10.1234/", ""), "does not look like a DOI"),
    ("sources.yaml", "marlow-2020", "must be a list"),
    ("glossary.yaml", GLOSSARY + GLOSSARY, "stands twice"),
    ("glossary.yaml", GLOSSARY.replace("meaning:", "means:"), "unknown key 'means'"),
]


@pytest.mark.parametrize(("name", "text", "message"), SHARED_FAULTS)
def test_a_fault_of_the_shared_files_is_named(
    tmp_path: Path, name: str, text: str, message: str
) -> None:
    found = faults_of(write_sources(tmp_path, **{name: text}))
    assert any(fault.startswith(name) and message in fault for fault in found), found


def test_all_faults_are_told_at_once_with_their_lines(tmp_path: Path) -> None:
    page = marlow_page(signs="- A <b>sign</b>", why="See [[nowhere]] and [@ghost].")
    evidence = EVIDENCE.replace("certainty: low", "certainty: high")
    changed = {MARLOW: page, MARLOW_EVIDENCE: evidence}
    found = faults_of(write_sources(tmp_path, **changed))
    assert [fault.rsplit(":", 1)[0].split(": ")[0] for fault in found] == [
        f"{MARLOW}:{line_of(page, '<b>')}",
        f"{MARLOW}:{line_of(page, '[[nowhere]]')}",
        f"{MARLOW}:{line_of(page, '[@ghost]')}",
        f"{MARLOW_EVIDENCE}:{line_of(evidence, 'certainty: high')}",
    ]


def test_one_slug_or_claim_id_belongs_to_one_page(tmp_path: Path) -> None:
    other = GENERAL.replace("system: general", "system: skin")
    twin = marlow_page().replace("slug: marlow-syndrome", "slug: marlow-twin")
    found = faults_of(
        write_sources(
            tmp_path,
            **{
                "skin/how-we-grade.md": other,
                "nervous/marlow-twin.md": twin,
                "nervous/marlow-twin.yaml": EVIDENCE,
            },
        )
    )
    assert any("'how-we-grade' belongs to another page" in fault for fault in found)
    assert any("also stands on 'marlow-syndrome'" in fault for fault in found)


def test_a_page_that_is_hard_to_read_is_refused(tmp_path: Path) -> None:
    hard = (
        "- Neurological deterioration necessitates multidisciplinary rehabilitation, "
        "considering individualised pharmacological interventions.\n"
    )
    page = marlow_page(what_it_is=hard * 10)
    found = faults_of(write_sources(tmp_path, **{MARLOW: page}))
    assert len(found) == 1
    assert "reading grade" in found[0]


def test_a_long_name_of_a_drug_does_not_make_a_page_hard(tmp_path: Path) -> None:
    named = "- You take hydroxychloroquinolinamide each day.\n" * 60 + "- A placebo."
    page = marlow_page(what_it_is=named)
    unnamed = faults_of(write_sources(tmp_path / "a", **{MARLOW: page}))
    assert any("reading grade" in fault for fault in unnamed)
    evidence = EVIDENCE.replace("[zorbimab]", "[hydroxychloroquinolinamide]")
    changed = {MARLOW: page, MARLOW_EVIDENCE: evidence}
    assert faults_of(write_sources(tmp_path / "b", **changed)) == []


def test_a_map_page_shows_no_badge(tmp_path: Path) -> None:
    page = marlow_page().replace("kind: condition", "kind: map")
    found = faults_of(write_sources(tmp_path, **{MARLOW: page}))
    assert any("no badge" in fault for fault in found)


def test_a_plain_page_needs_no_more_than_a_title_and_words(tmp_path: Path) -> None:
    page = "---\nslug: note\ntitle: A note\nkind: plain\nsystem: skin\n---\n\nWords.\n"
    path = tmp_path / "skin" / "note.md"
    path.parent.mkdir()
    path.write_text(page, encoding="utf-8")
    assert faults_of(tmp_path) == []
