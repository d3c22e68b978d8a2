"""Plain words take a short cut past Markdown; it must lead to the same place."""

import re
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from reader.compiler.faults import Faults, SourceFile
from reader.compiler.prose import Passage, ProseReader
from reader.model.blocks import Block, Emphasis, Paragraph, Text

PIECES = (
    *("One ", "two", ". ", "  ", "\n", "\n\n", "\n \n", " 3", "4. ", "A(b)", "é"),
    *("[@one-2020]", "[@one; @two]", "“so”", "it's", ">", "-", "#", "|", "=\n", "&"),
    *("\n- ", "\n- x", "\n\n- a\n- ", "\n1. ", "\n\n1. a\n2. ", "\n* b", "**", "**c**"),
    *(
        "[[als]]",
        "[[als#signs|the **signs**]]",
        "[[als|ALS]]",
        "*",
        "_",
        "[",
        "]",
        "    ",
    ),
)
PAGES = Path(__file__).parents[2] / "resources/library"
READER = ProseReader(lambda slug: slug)


def blocks_of(text: str) -> tuple[Block, ...]:
    source = SourceFile(Path("page.md"), "page.md", text, Faults())
    return READER.blocks(Passage(source, tuple(text.split("\n")), 1))


def blocks_by_markdown(text: str) -> tuple[Block, ...]:
    """The same with Python-Markdown, which words in italics always go to."""
    *blocks, last = blocks_of(f"{text}\n\n*end*")
    assert last == Paragraph((Emphasis((Text("end"),)),))
    return tuple(blocks)


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
@example("One\n \ntwo[@one-2020]\n3 > 4")
@example(" One\n   two \n\n\n  three. ")
@example("- a\n- b\n\n1. c\n2. d\n\n- e\n\n  f")
@example("- a\n\n- b")
@example("a [[als|ALS]] | b\n- | -")
def test_plain_passages_are_what_markdown_makes_of_them(text: str) -> None:
    assert blocks_of(text) == blocks_by_markdown(text)


def test_all_passages_of_the_library_are_what_markdown_makes_of_them() -> None:
    passages = [
        passage
        for page in PAGES.glob("*/*.md")
        for passage in re.split(r"(?m)^(?:---|#|:::).*$", page.read_text("utf-8"))[2:]
    ]
    assert len(passages) > 1_000
    for passage in passages:
        assert blocks_of(passage) == blocks_by_markdown(passage), passage
