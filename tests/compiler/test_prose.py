"""Plain words take a short cut past Markdown; it must lead to the same place."""

from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from reader.compiler.faults import Faults, SourceFile
from reader.compiler.prose import Passage, ProseReader
from reader.model.blocks import Block, Paragraph, Strong, Text

PIECES = (
    *("One ", "two", ". ", "  ", "\n", "\n\n", "\n \n", " 3", "4. ", "A(b)", "é"),
    *("[@one-2020]", "[@one; @two]", "“so”", "it's", ">", "-", "#", "|", "=\n", "&"),
)
READER = ProseReader(lambda slug: slug)


def blocks_of(text: str) -> tuple[Block, ...]:
    source = SourceFile(Path("page.md"), "page.md", text, Faults())
    return READER.blocks(Passage(source, tuple(text.split("\n")), 1))


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
@example("One\n \ntwo[@one-2020]\n3 > 4")
@example(" One\n   two \n\n\n  three. ")
def test_plain_words_are_what_markdown_makes_of_them(text: str) -> None:
    marked = f"{text}\n\n**end**"  # a mark anywhere sends all of it to Markdown
    ending = Paragraph((Strong((Text("end"),)),))
    assert blocks_of(marked) == (*blocks_of(text), ending)
