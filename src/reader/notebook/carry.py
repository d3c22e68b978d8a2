"""Everything a person keeps, to another computer and back; bringing in only adds."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from reader.model.errors import KnownError
from reader.notebook import carry_format, checked_json, kept
from reader.notebook.carry_format import Bundle
from reader.notebook.exchange import ShelfMerge, content_of, write_beside
from reader.notebook.kept import Visit
from reader.notebook.store import Notebook
from reader.notebook.undo import Action, Ledger, Undo


@dataclass(frozen=True, slots=True)
class Saved:
    """What a file holds now."""

    bookmarks: int
    visits: int


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """What bringing in a file did.

    Attributes:
        added: How many bookmarks are new.
        known: How many stood on the shelf already and were left as they are.
        folders_added: How many folders are new.
        visits: How many visits are new in the history.
        settings: How many settings took the value of the file.
        history_left_out: The file has history, and none of it was wanted.
        undo: Takes all of it back.
    """

    added: int
    known: int
    folders_added: int
    visits: int
    settings: int
    history_left_out: bool
    undo: Undo


def save_everything(notebook: Notebook, target: Path) -> Saved:
    """Write bookmarks, notes, history and settings to a file, in one step.

    Raises:
        KnownError: The file cannot be written; what was there before is untouched.
    """
    shelf = notebook.bookmarks.shelf()
    with notebook.database.reading() as con:
        visits = kept.all_visits(con)
        places = kept.all_places(con)
        settings = kept.all_settings(con)
    content = carry_format.written(
        shelf, visits, places, settings, saved=notebook.clock()
    )
    if len(content) > checked_json.SIZE_LIMIT:
        raise KnownError(
            "The history is too long for one file, so nothing was written.",
            "Forget older days in History, then try again.",
        )
    write_beside(notebook, target, content)
    return Saved(len(shelf.bookmarks), len(visits))


def bring_in(
    notebook: Notebook, source: Path, *, with_history: bool = True
) -> BroughtIn:
    """Add what a file holds and the notebook does not; nothing that is kept changes.

    A setting that was ever changed here stays as it is, and so does the place in a
    topic that was read here. All of it is added, or, upon an error, none.

    Args:
        notebook: What is added to.
        source: A file of `save_everything`, or one of bookmarks alone.
        with_history: Take visits and places too.

    Raises:
        UnreadableError: The file cannot be used; the sentence says why.
        KnownError: The file cannot be read, or the notebook could not be saved.
    """
    bundle = carry_format.read(content_of(source))
    now = notebook.clock()
    with notebook.database.writing() as con:
        ledger = Ledger(con)
        merge = ShelfMerge(con, ledger, now)
        merge.add(bundle.shelf)
        visits = 0
        if with_history:
            visits = _add_visits(con, ledger, bundle)
            _add_places(con, ledger, bundle)
        settings = _add_settings(con, ledger, bundle)
        return BroughtIn(
            added=merge.added,
            known=merge.known,
            folders_added=merge.folders_added,
            visits=visits,
            settings=settings,
            history_left_out=bool(bundle.visits) and not with_history,
            undo=ledger.undo(Action.IMPORT, merge.first),
        )


def _add_visits(con: sqlite3.Connection, ledger: Ledger, bundle: Bundle) -> int:
    known = {(each.slug, each.section, each.at) for each in kept.all_visits(con)}
    added = 0
    for visit in bundle.visits:
        likeness = (visit.slug, visit.section, visit.at)
        if likeness not in known:
            number = kept.next_visit_id(con)
            ledger.put(Visit(number, visit.slug, visit.section, visit.title, visit.at))
            known.add(likeness)
            added += 1
    return added


def _add_places(con: sqlite3.Connection, ledger: Ledger, bundle: Bundle) -> None:
    for place in bundle.places:
        if kept.find_place(con, place.slug) is None:
            ledger.put(place)


def _add_settings(con: sqlite3.Connection, ledger: Ledger, bundle: Bundle) -> int:
    added = 0
    for setting in bundle.settings:
        if kept.find_setting(con, setting.key) is None:
            ledger.put(setting)
            added += 1
    return added
