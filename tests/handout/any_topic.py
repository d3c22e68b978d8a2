"""Any page at all, as far as its types allow."""

from dataclasses import replace
from typing import TypeAlias

from hypothesis import strategies as st

from reader.model.blocks import (
    Block,
    BulletList,
    Cell,
    Citation,
    Emphasis,
    EvidenceTable,
    Heading,
    HeardAnswer,
    Inline,
    LineBreak,
    ListItem,
    NumberedList,
    Paragraph,
    Picture,
    Quote,
    Row,
    Strong,
    Table,
    Term,
    Text,
    TopicLink,
    WebLink,
)
from reader.model.evidence import Harm, Heard, Verdict
from reader.model.topic import Section, Topic
from tests.fixtures.sample_topic import PICTURE_NAME, sample_topic

Inlines: TypeAlias = st.SearchStrategy[tuple[Inline, ...]]
Blocks: TypeAlias = st.SearchStrategy[tuple[Block, ...]]

_TRICKS = [
    "",
    " ",
    "\n\n",
    "#x",
    "$",
    "\\",
    "]",
    "```",
    "-",
    "1.",
    "|",
    "<b>",
    "w" * 99,
]
_words = st.text(max_size=20) | st.sampled_from(_TRICKS)
_claims = st.sampled_from([*(c.id for c in sample_topic().claims), "unknown"])
_sources = st.sampled_from([*(s.id for s in sample_topic().sources), "unknown"])
_heard = st.sampled_from([*(h.id for h in sample_topic().heard), "unknown"])
_cited = st.lists(_sources, max_size=3).map(tuple)


def _runs(inner: st.SearchStrategy[Inline]) -> Inlines:
    return st.lists(inner, max_size=3).map(tuple)


_leaves: st.SearchStrategy[Inline] = st.one_of(
    st.builds(Text, _words),
    st.builds(LineBreak),
    st.builds(Citation, _cited),
    st.builds(Term, st.sampled_from(["motor-neuron", "unknown"]), _words),
)
_inline: st.SearchStrategy[Inline] = st.recursive(
    _leaves,
    lambda inner: st.one_of(
        st.builds(Strong, _runs(inner)),
        st.builds(Emphasis, _runs(inner)),
        st.builds(TopicLink, _words, _words, _runs(inner)),
        st.builds(WebLink, _words, _runs(inner)),
    ),
    max_leaves=4,
)
_run = _runs(_inline)
_row = st.lists(st.builds(Cell, _run), max_size=3).map(tuple).map(Row)
_simple: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, _run),
    st.builds(Heading, st.integers(3, 4), _words, _run),
    st.builds(Table, _row, st.lists(_row, max_size=3).map(tuple)),
    st.builds(Picture, st.sampled_from([PICTURE_NAME, "gone.svg"]), _words),
    st.builds(EvidenceTable, st.lists(_claims, max_size=3).map(tuple)),
    st.builds(HeardAnswer, _heard),
)


def _several(inner: st.SearchStrategy[Block]) -> Blocks:
    return st.lists(inner, max_size=3).map(tuple)


def _nested(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    items = st.lists(st.builds(ListItem, _several(inner)), max_size=3).map(tuple)
    return st.one_of(
        st.builds(BulletList, items),
        st.builds(NumberedList, items),
        st.builds(Quote, _several(inner)),
    )


_block = st.recursive(_simple, _nested, max_leaves=6)
_ids = st.sampled_from(
    ["top", "short-version", "red-flags", "questions", "cell-therapy", "heard", "é#"]
)
_section = st.builds(Section, _ids, _words, _several(_block))


@st.composite
def topics(draw: st.DrawFn) -> Topic:
    """A topic with any blocks and any words, claims of the sample topic in it."""
    heard = tuple(
        Heard(old.id, draw(_words), draw(st.sampled_from(Verdict)), answer, (), cited)
        for old in sample_topic().heard
        for answer, cited in [(draw(_several(_block)), draw(_cited))]
    )
    return replace(
        sample_topic(),
        title=draw(_words),
        also_called=tuple(draw(st.lists(_words, max_size=2))),
        status=draw(_words),
        checked=draw(
            st.sampled_from(["", "2025-03-02", "2025-13-41", "soon"]) | _words
        ),
        sections=tuple(draw(st.lists(_section, max_size=4))),
        heard=heard,
        harms=tuple(draw(st.lists(st.builds(Harm, _words, _cited), max_size=2))),
    )
