"""Settings: kept one by one, and never in the way when they make no sense."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model.errors import BugError, KnownError
from reader.notebook.settings import (
    Paper,
    Settings,
    SettingsStore,
    Spacing,
    Theme,
)
from reader.notebook.store import Notebook

CHANGED = Settings(
    text_size=300,
    theme=Theme.HIGH_CONTRAST,
    spacing=Spacing.WIDE,
    reading_speed=150,
    reduced_motion=True,
    keep_history=False,
    paper=Paper.LETTER,
    window_geometry="AdnQywADAAA=",
    window_state="AAAA/w==",
)


@pytest.fixture
def store(notebook: Notebook) -> SettingsStore:
    return notebook.settings


def write_by_hand(notebook: Notebook, key: str, value: str) -> None:
    with notebook.database.writing() as con:
        con.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (key, value))


def test_a_new_notebook_has_the_defaults(store: SettingsStore) -> None:
    assert store.load() == Settings()


def test_every_setting_is_there_the_next_time(home: Path) -> None:
    with Notebook.open(home) as notebook:
        assert notebook.settings.save(CHANGED, before=Settings()) == CHANGED
    with Notebook.open(home) as notebook:
        assert notebook.settings.load() == CHANGED
        assert type(notebook.settings.load().theme) is Theme
        assert notebook.settings.save(Settings(), before=CHANGED) == Settings()


def test_two_windows_keep_one_anothers_settings(home: Path) -> None:
    with Notebook.open(home) as one, Notebook.open(home) as two:
        start = one.settings.load()
        one.settings.save(replace(start, text_size=150), before=start)
        now = two.settings.save(replace(start, theme=Theme.DARK), before=start)
        assert now == replace(start, text_size=150, theme=Theme.DARK)


@pytest.mark.parametrize(
    "wanted",
    [
        Settings(text_size=79),
        Settings(text_size=301),
        Settings(text_size=True),
        replace(Settings(), **json.loads('{"theme": "pink"}')),
    ],
)
def test_a_value_that_no_setting_can_have_is_our_mistake(
    store: SettingsStore, wanted: Settings
) -> None:
    before = replace(Settings(), text_size=100)
    with pytest.raises(BugError):
        store.save(wanted, before=before)
    assert store.load() == Settings()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("text_size", "79"),
        ("text_size", "301"),
        ("text_size", '"100"'),
        ("text_size", "true"),
        ("text_size", "120.0"),
        ("text_size", "{"),
        ("text_size", ""),
        ("text_size", "[" * 100_000),
        ("theme", '"pink"'),
        ("theme", "1"),
        ("theme", "[]"),
        ("reduced_motion", "1"),
        ("keep_history", '"no"'),
        ("reading_speed", "101"),
        ("paper", "null"),
        ("window_geometry", "7"),
        ("from_the_future", '"anything"'),
        ("large_print", "true"),  # an early program kept it, and never read it
    ],
)
def test_a_stored_value_that_makes_no_sense_gives_the_default(
    notebook: Notebook, key: str, value: str
) -> None:
    write_by_hand(notebook, key, value)
    assert notebook.settings.load() == Settings()


def test_the_setting_of_a_newer_program_is_left_alone(notebook: Notebook) -> None:
    write_by_hand(notebook, "from_the_future", '"kept"')
    notebook.settings.save(CHANGED, before=Settings())
    with notebook.database.reading() as con:
        row = con.execute("SELECT value FROM setting WHERE key = 'from_the_future'")
        assert row.fetchone() == ('"kept"',)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=4,
)


@settings(max_examples=60, deadline=None, database=None)
@given(values=st.dictionaries(st.sampled_from(sorted(Settings.__slots__)), JSON))
def test_no_stored_value_can_break_the_program(
    tmp_path_factory: pytest.TempPathFactory, values: dict[str, object]
) -> None:
    with Notebook.open(tmp_path_factory.mktemp("home")) as notebook:
        for key, value in values.items():
            write_by_hand(notebook, key, json.dumps(value))
        loaded = notebook.settings.load()
        assert loaded.text_size in range(80, 301)
        notebook.settings.save(loaded, before=Settings())


def test_settings_that_cannot_be_saved_say_so() -> None:
    with (
        Notebook.empty(KnownError("The notebook is damaged.")) as notebook,
        pytest.raises(KnownError, match="damaged"),
    ):
        notebook.settings.save(CHANGED, before=Settings())
