"""Linking the words of the glossary at their first place on a page."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from reader.compiler.phrases import Phrases
from reader.model.blocks import (
    Block,
    BulletList,
    Emphasis,
    HeardAnswer,
    Inline,
    ListItem,
    NumberedList,
    Paragraph,
    Quote,
    Strong,
    Term,
    Text,
)
from reader.model.evidence import GlossaryTerm, Heard
from reader.model.topic import Section


@dataclass(frozen=True, slots=True)
class Linked:
    """A page's words with the terms of the glossary marked, and which those are."""

    sections: tuple[Section, ...]
    heard: tuple[Heard, ...]
    terms: AbstractSet[str]


class TermFinder:
    """Finds the words of one glossary in running text."""

    def __init__(self, glossary: Iterable[GlossaryTerm]) -> None:
        """Make all words and their forms ready to be found."""
        self._ids = {
            form.lower(): term.id
            for term in glossary
            for form in (term.term, *term.forms)
        }
        self._phrases = Phrases(self._ids)

    def link(
        self,
        sections: tuple[Section, ...],
        heard: tuple[Heard, ...] = (),
        without: AbstractSet[str] = frozenset(),
    ) -> Linked:
        """Mark the first place of each word in reading order.

        Args:
            sections: The page's sections.
            heard: The answers that its blocks show.
            without: Terms to pass over.
        """
        answers = {answer.id: answer for answer in heard}
        page = _OnePage(self._phrases, self._ids, answers, set(without))
        linked = tuple(
            replace(section, blocks=page.blocks(section.blocks)) for section in sections
        )
        return Linked(linked, tuple(answers.values()), page.marked - without)


@dataclass(slots=True)
class _OnePage:
    """The walk over one page; a word that was marked is not marked again."""

    phrases: Phrases
    ids: dict[str, str]
    answers: dict[str, Heard]
    marked: set[str]

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(self._block(block) for block in blocks)

    def _block(self, block: Block) -> Block:
        match block:
            case Paragraph():
                return Paragraph(self._runs(block.children))
            case BulletList() | NumberedList():
                items = tuple(ListItem(self.blocks(i.blocks)) for i in block.items)
                return replace(block, items=items)
            case Quote():
                return Quote(self.blocks(block.blocks))
            case HeardAnswer() if block.heard in self.answers:
                answer = self.answers[block.heard]
                linked = replace(answer, answer=self.blocks(answer.answer))
                self.answers[block.heard] = linked
                return block
            case _:
                return block

    def _runs(self, children: tuple[Inline, ...]) -> tuple[Inline, ...]:
        found: list[Inline] = []
        for child in children:
            match child:
                case Text():
                    found.extend(self._text(child.text))
                case Strong() | Emphasis():
                    found.append(replace(child, children=self._runs(child.children)))
                case _:
                    found.append(child)
        return tuple(found)

    def _text(self, text: str) -> Iterable[Inline]:
        done = 0
        for start, end in self.phrases.find(text):
            words = text[start:end]
            term = self.ids[words.lower()]
            if term in self.marked:
                continue
            self.marked.add(term)
            if start > done:
                yield Text(text[done:start])
            yield Term(term, words)
            done = end
        if done < len(text):
            yield Text(text[done:])
