"""Licences and the bill of materials of what is really inside a frozen folder."""

import json
from pathlib import Path

import pytest

from reader.resources import THIRD_PARTY
from tools.bundle import licences, sbom
from tools.bundle.contents import read_bundle
from tools.bundle.expressions import BadExpressionError, choose

PLAIN = (
    "evidence-reader",
    "program/reader/assets/fonts/Atkinson.ttf",
    "program/reader/assets/library.db",
    "program/libz.so.1.2.13",
    "program/click/core.pyc",
    "program/PySide6/QtCore.abi3.so",
    "program/libQt6Core.so.6",
    "program/PySide6/Qt/lib/libicuuc.so.73",
    "program/typst/_typst.abi3.so",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder like a frozen one, with names but no content that counts."""
    frozen = tmp_path / "evidence-reader"
    for name in PLAIN:
        add(frozen, name)
    return frozen


def add(folder: Path, name: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"the content of {name}\n", "utf-8")


def third_party(folder: Path) -> str:
    written = folder / "program/reader/assets" / THIRD_PARTY
    return written.read_text("utf-8") if written.exists() else ""


def test_everything_inside_is_named_with_its_licence(folder: Path) -> None:
    assert licences.main(folder) == 0
    text = third_party(folder)
    for words in (
        "ICU 73: Unicode-3.0",
        "Atkinson Hyperlegible Next 2.001: OFL-1.1",
        "Qt 6.12.0: LGPL-3.0-only",
        "Qt for Python 6.12.0: LGPL-3.0-only",
        ": BSD-3-Clause",
        "GNU LESSER GENERAL PUBLIC LICENSE",
        "You may replace them with your own",
        "Copyright 2014 Pallets",
    ):
        assert words in text


def test_what_qts_libraries_may_be_replaced_with_is_said_with_their_place(
    folder: Path,
) -> None:
    licences.main(folder)
    before, _, after = third_party(folder).partition("separate files in this folder:")
    assert before
    assert after.split()[0] == "program"


def test_the_crates_inside_typst_are_listed_without_those_of_its_build(
    folder: Path,
) -> None:
    licences.main(folder)
    text = third_party(folder)
    assert "  krilla " in text
    assert "  ar_archive_writer " not in text


@pytest.mark.parametrize(
    "name", ["program/libmystery.so.1", "program/mystery/core.pyc", "notes.txt"]
)
def test_something_without_a_known_licence_stops_the_packaging(
    folder: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    add(folder, name)
    assert licences.main(folder) == 1
    assert name in capsys.readouterr().out
    assert third_party(folder) == ""


def test_a_folder_with_no_reader_in_it_is_refused(tmp_path: Path) -> None:
    assert licences.main(tmp_path) == 1


def test_the_same_folder_gives_the_same_text_and_the_same_bill(folder: Path) -> None:
    environment = {"SOURCE_DATE_EPOCH": "1700000000"}
    licences.main(folder)
    first = third_party(folder)
    bills = [sbom.bill_of(read_bundle(folder), environment) for _ in range(2)]
    licences.main(folder)
    assert third_party(folder) == first
    assert bills[0] == bills[1]


def test_another_content_has_another_serial_number(folder: Path) -> None:
    before = sbom.bill_of(read_bundle(folder), {})
    (folder / "program/libz.so.1.2.13").write_text("other", "utf-8")
    after = sbom.bill_of(read_bundle(folder), {})
    assert before["serialNumber"] != after["serialNumber"]


def test_the_bill_names_each_component_and_each_file(
    folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "sbom.json"
    assert sbom.main([str(folder), "--out", str(out)]) == 0
    bill = json.loads(out.read_text("utf-8"))
    by_name = {each["name"]: each for each in bill["components"]}
    click = by_name["click"]
    assert click["purl"].startswith("pkg:pypi/click@")
    assert click["licenses"] == [{"expression": "BSD-3-Clause"}]
    files = {
        part["name"]: part["hashes"][0]["content"]
        for each in (*bill["components"], bill["metadata"]["component"])
        for part in each.get("components", ())
        if part["type"] == "file"
    }
    assert set(files) == set(PLAIN)
    assert all(len(content) == 64 for content in files.values())
    references = [each["bom-ref"] for each in bill["components"]]
    assert len(references) == len(set(references))


@pytest.mark.parametrize(
    ("environment", "expected"),
    [({}, None), ({"SOURCE_DATE_EPOCH": "1700000000"}, "2023-11-14T22:13:20Z")],
)
def test_the_time_of_the_bill_is_that_of_the_sources(
    folder: Path, environment: dict[str, str], expected: str | None
) -> None:
    bill = sbom.bill_of(read_bundle(folder), environment)
    assert bill["metadata"].get("timestamp") == expected


@pytest.mark.parametrize(
    ("expression", "licences"),
    [
        ("MIT", ("MIT",)),
        ("Unlicense OR MIT", ("MIT",)),
        ("(Unlicense OR MIT) AND Unicode-3.0", ("MIT", "Unicode-3.0")),
        ("Apache-2.0 WITH LLVM-exception", ("Apache-2.0", "LLVM-exception")),
        ("Zlib AND (BSL-1.0 OR 0BSD AND MIT)", ("Zlib", "0BSD", "MIT")),
        ("LGPL-3.0-only", ("LGPL-3.0-only",)),
    ],
)
def test_of_several_licences_the_first_we_have_the_text_of_is_taken(
    expression: str, licences: tuple[str, ...]
) -> None:
    chosen = choose(expression)
    assert chosen.licences == licences
    assert chosen.missing == ()


def test_a_licence_without_a_text_is_missing() -> None:
    assert choose("SSPL-1.0").missing == ("SSPL-1.0",)


@pytest.mark.parametrize("words", ["", "MIT OR", "(MIT", "MIT)", "BSD License", "AND"])
def test_what_is_no_expression_is_refused(words: str) -> None:
    with pytest.raises(BadExpressionError):
        choose(words)
