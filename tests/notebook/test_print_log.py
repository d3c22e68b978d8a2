"""The list of what was printed: whole, plain, and nothing about anybody."""

import csv
import io
import sqlite3
from contextlib import closing
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from reader.model.errors import BugError, KnownError
from reader.notebook.carry import bring_in, save_everything
from reader.notebook.migrations import shipped_migrations
from reader.notebook.print_log import How, LogEntry, Printed, PrintLog, written
from reader.notebook.settings import DEFAULTS
from reader.notebook.store import FILE_NAME, Notebook
from tests.notebook.support import START, Ticking

ALS = Printed("als", "ALS", 12, 2, "a4", How.PRINTED)
COPD = Printed("copd", "COPD", 0, 1, "letter", How.STACK_SAVED)
ZONE = timezone(timedelta(hours=2))


def cells(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_it_is_off_unless_somebody_turns_it_on() -> None:
    assert DEFAULTS.print_log is False


def test_what_was_printed_is_read_again_oldest_first(home: Path) -> None:
    clock = Ticking()
    with Notebook.open(home, clock=clock) as notebook:
        PrintLog(notebook).record([ALS])
        PrintLog(notebook).record([COPD, ALS])
    with Notebook.open(home) as notebook:
        log = PrintLog(notebook)
        assert [entry.printed for entry in log.entries()] == [ALS, COPD, ALS]
        assert log.count() == 3
        first, second, third = (entry.at for entry in log.entries())
        assert first < second == third


def test_it_has_no_room_for_anybodys_name() -> None:
    assert {field.name for field in fields(Printed)} == {
        *("slug", "title", "pages", "copies", "paper", "how")
    }


def test_numbers_that_cannot_be_are_our_mistake(notebook: Notebook) -> None:
    log = PrintLog(notebook)
    for wrong in (replace(ALS, copies=0), replace(ALS, pages=-1)):
        with pytest.raises(BugError):
            log.record([ALS, wrong])
    assert log.entries() == ()


def test_a_notebook_that_cannot_be_written_keeps_none_of_it() -> None:
    reason = KnownError("The disk is full.")
    with Notebook.empty(reason) as notebook:
        with pytest.raises(KnownError, match="disk is full"):
            PrintLog(notebook).record([ALS, COPD])
        assert PrintLog(notebook).entries() == ()


def test_cleared_is_gone_from_the_disk_too(home: Path) -> None:
    secret = replace(ALS, title="Xanthippe fever")
    with Notebook.open(home) as notebook:
        log = PrintLog(notebook)
        log.record([secret, COPD])
        assert log.clear() == 2
        assert log.entries() == ()
    assert all(b"Xanthippe" not in file.read_bytes() for file in home.iterdir())


# ---- CSV ---------------------------------------------------------------------------


def test_the_table_is_what_rfc_4180_and_excel_read() -> None:
    comma = replace(ALS, title='Long, "quoted"\nname')
    content = written([LogEntry(START, comma), LogEntry(START, COPD)], ZONE)
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\r\n")
    header, first, second = cells(content)
    assert header == ["when", "topic", "title", "pages", "copies", "paper", "how"]
    assert first == [
        *("2026-08-01 11:00:00+02:00", "als", 'Long, "quoted"\nname'),
        *("12", "2", "a4", "printed"),
    ]
    assert second[3] == ""
    assert second[-1] == "stack saved"


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r", "\uff1d"])
def test_no_cell_is_a_formula(begin: str) -> None:
    wicked = replace(ALS, slug=f"{begin}x", title=f'{begin}HYPERLINK("x")')
    _, row = cells(written([LogEntry(START, wicked)], UTC))
    assert row[1].startswith("'")
    assert row[2] == f'\'{begin}HYPERLINK("x")'


def test_the_table_is_written_whole_or_not_at_all(
    notebook: Notebook, tmp_path: Path
) -> None:
    log = PrintLog(notebook)
    log.record([ALS])
    target = tmp_path / "list.csv"
    assert log.save(target, UTC) == 1
    assert len(cells(target.read_bytes())) == 2
    with pytest.raises(KnownError, match="cannot be written"):
        log.save(tmp_path / "gone" / "list.csv")
    with pytest.raises(KnownError, match="the notebook itself"):
        log.save(notebook.path)


# ---- with the rest of the notebook ---------------------------------------------------


def test_a_notebook_of_the_first_version_gets_the_list(home: Path) -> None:
    with Notebook.open(home, migrations=shipped_migrations()[:1]) as notebook:
        notebook.bookmarks.add("als", title="ALS")
    with Notebook.open(home) as notebook:
        PrintLog(notebook).record([ALS])
        assert PrintLog(notebook).count() == 1
        assert len(notebook.bookmarks.shelf().bookmarks) == 1


def test_a_file_from_elsewhere_neither_turns_it_on_nor_brings_lines(
    home: Path, tmp_path: Path
) -> None:
    file = tmp_path / "mine.evidence-notebook"
    with Notebook.open(tmp_path / "other") as other:
        wanted = replace(DEFAULTS, print_log=True, text_size=150)
        other.settings.save(wanted, before=DEFAULTS)
        PrintLog(other).record([ALS])
        save_everything(other, file)
    with Notebook.open(home) as notebook:
        bring_in(notebook, file)
        assert notebook.settings.load() == replace(DEFAULTS, text_size=150)
        assert PrintLog(notebook).entries() == ()


def test_a_line_of_a_kind_not_known_yet_is_still_read(home: Path) -> None:
    with Notebook.open(home) as notebook:
        PrintLog(notebook).record([ALS])
    with closing(sqlite3.connect(home / FILE_NAME)) as con, con:
        con.execute("UPDATE printed SET how = 'engraved'")
    with Notebook.open(home) as notebook:
        (entry,) = PrintLog(notebook).entries()
    assert entry.printed == ALS
    assert entry.at.tzinfo is not None
    assert entry.at > datetime(2026, 1, 1, tzinfo=UTC)
