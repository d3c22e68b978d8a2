"""A topic as the rows of a library's tables."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from reader.model.blocks import EvidenceTable, HeardAnswer
from reader.model.codec import encode
from reader.model.evidence import Claim, Heard
from reader.model.grade import Certainty
from reader.model.normal import normalise
from reader.model.plain import block_text
from reader.model.topic import Kind, Section, Topic

RowValue: TypeAlias = str | int | float | bytes
RowMap: TypeAlias = dict[str, RowValue]

# One for all: json.dumps makes an encoder for each call. Topics hold no rings.
_json = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":"), check_circular=False
).encode


@dataclass(frozen=True, slots=True)
class TopicRows:
    """Rows by table; the writer adds the topic's number to each.

    Attributes:
        record: The whole topic as JSON, for the table ``page``.
    """

    topic: RowMap
    record: str
    names: tuple[RowMap, ...]
    codes: tuple[RowMap, ...]
    sections: tuple[RowMap, ...]


def topic_rows(topic: Topic, found_by: tuple[str, ...], grade: float) -> TopicRows:
    """Everything a library keeps of a topic.

    Args:
        topic: The topic.
        found_by: Names it is never called by, but looked for by.
        grade: Its Flesch-Kincaid grade, in school years.
    """
    return TopicRows(
        topic={
            "slug": topic.slug,
            "title": topic.title,
            "sort_key": normalise(topic.title),
            "system": topic.system.value,
            "kind": topic.kind.value,
            "also_called": _json(list(topic.also_called)),
            "certainties": _json(_levels(topic)),
            "checked": topic.checked,
            "sections": _json([section.id for section in topic.sections]),
            "grade": round(grade, 2),
            "words": _word_count(topic),
        },
        record=_json(encode(topic)),
        names=tuple(_names((*_own_names(topic), *found_by))),
        codes=tuple(_codes(topic)),
        sections=tuple(_searched(topic)),
    )


def _searched(topic: Topic) -> Iterator[RowMap]:
    """The sections that a search of the text sees.

    Short notes all say much the same, so they are found by name and code alone:
    they would drown the pages that have an answer.
    """
    if topic.kind is not Kind.MAP:
        for section in topic.sections:
            yield {
                "section": section.id,
                "title": section.title or topic.title,
                "body": search_text(topic, section),
            }


def search_text(topic: Topic, section: Section) -> str:
    """The words of a section as a search sees them, claims and answers included."""
    parts: list[str] = []
    for block in section.blocks:
        if isinstance(block, EvidenceTable):
            claims = (topic.claim(claim_id) for claim_id in block.claims)
            parts += [_claim_text(claim) for claim in claims if claim is not None]
        elif isinstance(block, HeardAnswer):
            heard = topic.heard_answer(block.heard)
            parts += [_heard_text(heard)] if heard is not None else []
        else:
            parts.append(block_text(block))
    return "\n".join(parts)


def _claim_text(claim: Claim) -> str:
    return f"{claim.treatment}: {claim.outcome}. {claim.finding}"


def _heard_text(heard: Heard) -> str:
    return "\n".join([heard.question, *(block_text(block) for block in heard.answer)])


def _levels(topic: Topic) -> list[str]:
    there = {claim.certainty for claim in topic.claims}
    return [level.value for level in Certainty if level in there]


def _names(names: Iterable[str]) -> Iterator[RowMap]:
    """Each name, and each of its tails, for the table of names."""
    for shown in dict.fromkeys(names):
        words = normalise(shown).split()
        for place in range(len(words)):
            yield {"plain": " ".join(words[place:]), "word": place, "shown": shown}


def _own_names(topic: Topic) -> Iterator[str]:
    """A title such as "Motor neurone disease (MND)", without and within brackets."""
    yield topic.title
    head, bracket, tail = topic.title.partition(" (")
    if bracket and tail.endswith(")"):
        yield head
        yield from (part.strip() for part in tail[:-1].split(","))
    yield from topic.also_called


def _codes(topic: Topic) -> Iterator[RowMap]:
    for shown in dict.fromkeys(topic.codes.icd10 + topic.codes.icd10cm):
        yield {"plain": shown.replace(".", ""), "shown": shown}


def _word_count(topic: Topic) -> int:
    """Words of a page's own text, without its tables of claims."""
    runs = (block_text(block) for s in topic.sections for block in s.blocks)
    return sum(len(run.split()) for run in runs)
