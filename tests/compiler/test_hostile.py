"""Hostile Markdown and YAML end in an answer, never in a hang or a crash."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.compiler.faults import Faults, SourceFile
from reader.compiler.page import read_page
from reader.compiler.prose import Passage, ProseReader
from reader.compiler.yaml_tree import parse_yaml
from tests.fixtures.source_folder import FRONT, write_sources

PROSE = ProseReader(str)
MARKS = st.text(st.sampled_from("ab \n\t*_`[]()<>!#|:&;@~^\\-+=.0123456789{}'\""))
TOKENS = st.lists(
    st.sampled_from(
        [
            *("[@a]", "[[b]]", "::: evidence x", ":::", "## H {#h}", "### ", "- "),
            *("1. ", "> ", "|a|b|", "|-|-|", "<!--", "-->", "<?", "<![CDATA[", "**"),
            *("![", "](", "\n", "\n\n", "    ", "&amp;", "\\", "`", "word", "é"),
        ]
    ),
    max_size=60,
).map("".join)


def source(text: str) -> SourceFile:
    return SourceFile(Path("page.md"), "page.md", text, Faults())


@given(st.one_of(MARKS, TOKENS, st.text()))
def test_any_body_is_read_or_refused(body: str) -> None:
    page = source(FRONT + body)
    read_page(page, PROSE)
    lines = page.text.count("\n") + 1
    assert all(1 <= fault.line <= lines for fault in page.faults.found)


@given(st.one_of(st.text(st.sampled_from("a: -[]{}#&*!|>'\"\n ,?%@")), st.text()))
def test_any_yaml_is_read_or_refused(text: str) -> None:
    page = source(text)
    tree = parse_yaml(page, text)
    assert tree is None or not page.faults.found or "twice" in str(page.faults.found)


BOMBS = {
    "deep quotes": "> " * 4_000 + "a",
    "deep lists": "\n".join("    " * n + "- a" for n in range(600)),
    "open brackets": "[" * 20_000,
    "open emphasis": "*a **b " * 2_500,
    "backticks": "`" * 4_999,
    "open comments": "<!--" * 4_000,
    "one long line": "a" * 2_000_000,
    "links in links": "[a](" * 1_200,
    "table": "|" * 4_900 + "\n" + "|-" * 2_400 + "\n" + "|" * 4_900,
    "underscores": "_" * 4_999,
    "escapes": "\\" * 4_999,
}
YAML_BOMBS = {
    "deep flow": "[" * 100_000,
    "deep maps": "{a: " * 50_000,
    "laughs": "a: &a [x]\nb: &b [*a,*a]\nc: &c [*b,*b]",
    "many keys": "\n".join(f"k{n}: v" for n in range(20_000)),
    "long scalar": "a: |\n" + "  text\n" * 100_000,
    "merge": "<<: {a: b}",
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_of_markdown_does_not_hang(name: str, tmp_path: Path) -> None:
    write_sources(tmp_path, **{"skin/bomb.md": _plain(BOMBS[name])})
    assert _build_exit_code(tmp_path) in {0, 3}


@pytest.mark.parametrize("name", YAML_BOMBS)
def test_a_bomb_of_yaml_does_not_hang(name: str, tmp_path: Path) -> None:
    changed = {"skin/bomb.md": _plain("Words."), "skin/bomb.yaml": YAML_BOMBS[name]}
    write_sources(tmp_path, **changed)
    assert _build_exit_code(tmp_path) == 3


def test_a_long_passage_is_refused_before_it_is_parsed() -> None:
    page = source("")
    assert PROSE.blocks(Passage(page, ("word " * 900,) * 10, 1)) == ()
    assert "without a heading" in str(page.faults.found)


def _plain(body: str) -> str:
    front = "---\nslug: bomb\ntitle: Bomb\nkind: plain\nsystem: skin\n---\n\n"
    return front + body


def _build_exit_code(folder: Path) -> int:
    """Build in a process of its own, which the time-out ends if it hangs."""
    done = subprocess.run(
        [
            *(sys.executable, "-m", "reader", "library", "build"),
            *(str(folder), "--out", str(folder / "out.db")),
        ],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "Traceback" not in done.stderr
    assert "Something went wrong" not in done.stderr
    return done.returncode
