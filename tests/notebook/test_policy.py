"""Settings that somebody else decides."""

from pathlib import Path

import pytest

from reader.machine import FILE_NAME, Machine, read_machine
from reader.model.errors import UnreadableError
from reader.notebook.policy import FREE, SETTABLE, Policy, policy_of
from reader.notebook.settings import DEFAULTS, Paper, Settings, Theme
from reader.notebook.store import Notebook

CHECKOUT = Path(__file__).parents[2]


def machine(tmp_path: Path, text: str) -> Machine:
    (tmp_path / FILE_NAME).write_text(text, encoding="utf-8", newline="\n")
    return read_machine(tmp_path)


def test_without_a_word_about_settings_all_is_free(tmp_path: Path) -> None:
    assert policy_of(Machine()) is FREE
    assert policy_of(machine(tmp_path, "no_trace = true")) is FREE
    assert FREE.applied_to(Settings(text_size=150)) == Settings(text_size=150)


def test_what_is_locked_stays_and_all_else_is_the_persons(tmp_path: Path) -> None:
    policy = policy_of(
        machine(
            tmp_path,
            'locked = ["paper", "keep_history"]\n'
            '[settings]\npaper = "letter"\ntheme = "dark"\n',
        )
    )
    wanted = Settings(paper=Paper.A4, keep_history=False, theme=Theme.LIGHT)
    assert policy.applied_to(wanted) == Settings(
        paper=Paper.LETTER, keep_history=True, theme=Theme.LIGHT
    )


def test_a_new_person_begins_with_what_the_computer_has_set(tmp_path: Path) -> None:
    policy = policy_of(machine(tmp_path, "[settings]\ntext_size = 150\n"))
    with Notebook.open(tmp_path / "person") as notebook:
        notebook.settings.defaults = policy.defaults
        assert notebook.settings.load().text_size == 150
        before = notebook.settings.load()
        notebook.settings.save(Settings(text_size=125), before=before)
        assert notebook.settings.load().text_size == 125
    with Notebook.open(tmp_path / "person") as notebook:
        assert notebook.settings.load() == Settings(text_size=125)


def test_what_the_computer_decides_is_not_written_into_the_notebook(
    tmp_path: Path,
) -> None:
    policy = policy_of(machine(tmp_path, '[settings]\ntheme = "dark"\n'))
    with Notebook.open(tmp_path / "person") as notebook:
        notebook.settings.defaults = policy.defaults
        notebook.settings.save(policy.defaults, before=policy.defaults)
    with Notebook.open(tmp_path / "person") as notebook:
        assert notebook.settings.load() == DEFAULTS


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('locked = ["colour"]', 'line 1, “locked”: there is no setting "colour"'),
        (
            'locked = ["window_state"]',
            'line 1, “locked”: there is no setting "window_state"',
        ),
        ("[settings]\nsize = 3", 'line 2, “size”: there is no setting "size"'),
        ("[settings]\n\ntext_size = 7", "line 3, “text_size”: it cannot be 7"),
        ('[settings]\ntheme = "pink"', 'line 2, “theme”: it cannot be "pink"'),
        ("[settings]\nkeep_history = 1", "line 2, “keep_history”: it cannot be 1"),
        ("[settings]\npaper = true", "line 2, “paper”: it cannot be true"),
    ],
)
def test_a_setting_that_cannot_be_is_named_with_its_line(
    tmp_path: Path, text: str, said: str
) -> None:
    with pytest.raises(UnreadableError) as caught:
        policy_of(machine(tmp_path, text))
    assert said in caught.value.message


def test_the_example_for_clinics_is_right(tmp_path: Path) -> None:
    words = (CHECKOUT / "docs" / "clinic-admin.md").read_text("utf-8")
    example = words.partition("```toml\n")[2].partition("```")[0]
    decided = machine(tmp_path, example)
    assert decided.allow_saving
    assert policy_of(decided) == Policy(DEFAULTS, frozenset(decided.locked))
    assert set(dict(decided.settings)) == SETTABLE
