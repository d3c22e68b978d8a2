"""Lists of topics as clinics keep them: typed, pasted, as text or as a table."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.handout.lists import (
    LONGEST,
    MOST_BYTES,
    MOST_LINES,
    read_list,
    read_list_bytes,
    read_list_file,
)
from reader.model.errors import KnownError, UnreadableError
from reader.model.listed import ListedLine


def names(text: str) -> list[tuple[int, str]]:
    return [(line.number, line.shown) for line in read_list(text)]


def test_a_line_is_a_name_and_knows_its_number() -> None:
    text = "ALS\n\n  Lou Gehrig's disease  \nG12.2\n"
    assert names(text) == [(1, "ALS"), (3, "Lou Gehrig's disease"), (4, "G12.2")]


def test_comments_bullets_and_numbers_are_left_out() -> None:
    text = (
        "# ours\n- ALS\n• MS # Mondays\n* I50\n1. Stroke\n2) COPD\n– Asthma\n"
        "C#\n3-methyl thing\n17q21 syndrome"
    )
    found = [name for _, name in names(text)]
    assert found == [
        *("ALS", "MS", "I50", "Stroke", "COPD", "Asthma"),
        *("C#", "3-methyl thing", "17q21 syndrome"),
    ]


def test_semicolons_part_and_commas_may(tmp_path: Path) -> None:
    del tmp_path
    first, second = read_list("heart failure; glass bones, brittle kind")
    assert (first.texts, first.pieces) == (("heart failure",), ())
    assert second.texts == ("glass bones, brittle kind",)
    assert second.pieces == ("glass bones", "brittle kind")


def test_quotes_around_a_name_are_not_part_of_it() -> None:
    assert names('"Heart failure",\n“Stroke”') == [(1, "Heart failure"), (2, "Stroke")]


# ---- tables ----------------------------------------------------------------------

TABLE = (
    "Patient,Date of birth,Diagnosis,ICD-10\r\n"
    'Ann Example,1950-01-02,"Sclerosis, multiple",G35\r\n'
    "Bob Sample,1948-07-30,,I50.9\r\n"
    "Cy Nobody,1999-09-09,,\r\n"
)


def test_only_what_names_a_topic_is_kept_of_a_table() -> None:
    lines = read_list(TABLE)
    assert lines == (
        ListedLine(2, ("G35", "Sclerosis, multiple")),
        ListedLine(3, ("I50.9",)),
    )
    assert "Example" not in repr(lines)
    assert "1950" not in repr(lines)


def test_a_column_of_names_is_not_taken_for_topics_beside_a_code() -> None:
    lines = read_list("name;code\nAnn Example;G35\n")
    assert [line.texts for line in lines] == [("G35",)]
    assert [line.texts for line in read_list("name\nheart failure\n")] == [
        ("heart failure",)
    ]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize(
    "header", ["slug", "Topic", "CONDITION", "ICD-10-CM", "icd code", "diagnosis"]
)
def test_headers_and_marks_of_all_kinds_are_known(mark: str, header: str) -> None:
    text = f"room{mark}{header}\n12{mark}als\n"
    assert [line.texts for line in read_list(text)] == [("als",)]


def test_a_short_row_and_a_quoted_line_break_do_no_harm() -> None:
    lines = read_list('room,topic\n1\n2,"heart\nfailure"\n')
    assert [line.texts for line in lines] == [("heart failure",)]


# ---- files -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_files_of_every_usual_kind_are_read(
    tmp_path: Path, encoding: str, end: str
) -> None:
    path = tmp_path / "list.txt"
    path.write_bytes(f"Ménière’s disease{end}ALS{end}".encode(encoding))
    assert [line.shown for line in read_list_file(path)] == ["Ménière’s disease", "ALS"]


def test_an_empty_list_is_a_list_of_nothing() -> None:
    for content in (b"", b"\n\n", b"\xef\xbb\xbf", b"# nothing yet\n", b"topic\n"):
        assert read_list_bytes(content) == ()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"PK\x03\x04\x14\x00\x00\x08\x08\x00", "not a text or CSV file"),
        (b"%PDF-1.7\n%\x80\x81\x82\x00\x00", "not a text or CSV file"),
        (b"\xff\xfe\x00", "not a text or CSV file"),
        (b"als\x81\x8d", "not a text or CSV file"),
        (b"x" * (MOST_BYTES + 1), "too large"),
        (b"\n" * (MOST_LINES + 1), "more than 5,000 lines"),
        (b"als\n" + b"x" * (LONGEST + 1), "Line 2 of the list is too long"),
        (b'topic,x\n"' + b"y" * 200_000, "no row of a CSV file"),
    ],
)
def test_what_is_no_list_ends_in_a_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableError, match=sentence) as failure:
        read_list_bytes(content)
    assert failure.value.advice


def test_a_file_that_is_not_there_ends_in_a_sentence(tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path, Path("a\x00b")):
        with pytest.raises(KnownError, match="could not be read"):
            read_list_file(path)


@given(content=st.binary(max_size=400))
def test_any_bytes_are_a_list_or_end_in_a_sentence(content: bytes) -> None:
    try:
        lines = read_list_bytes(content)
    except UnreadableError:
        return
    assert all(line.texts and line.shown.strip() for line in lines)


@given(text=st.text(max_size=400))
def test_any_text_is_a_list_or_ends_in_a_sentence(text: str) -> None:
    try:
        lines = read_list(text)
    except UnreadableError:
        return
    for line in lines:
        assert 1 <= line.number <= MOST_LINES
        assert all(0 < len(part) <= LONGEST for part in line.texts)


_CELL = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Cn")),
    min_size=1,
    max_size=30,
).filter(lambda cell: cell.strip().strip(',"“”').strip() == cell)


@given(topics=st.lists(_CELL, min_size=1, max_size=8), secret=_CELL)
def test_a_table_that_a_program_wrote_gives_its_topics_and_no_secret(
    topics: list[str], secret: str
) -> None:
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(["patient", "topic"])
    writer.writerows([f"secret {secret}", topic] for topic in topics)
    lines = read_list(table.getvalue())
    assert [line.texts[0] for line in lines] == [" ".join(t.split()) for t in topics]
