"""The words of real topics, bare: what the reader is measured against shows them."""

import html
from pathlib import Path

from bench.synthetic import BUILD
from reader.library.store import Library
from reader.model.plain import block_text
from reader.model.topic import Kind, Topic
from reader.resources import library_path

TOPIC = "amyotrophic-lateral-sclerosis"
WORDS = 1_500


def topics() -> list[Topic]:
    """Every real topic; the one that most is measured with comes first."""
    with Library.open(library_path()) as library:
        slugs = [entry.slug for entry in library.topics()]
        slugs.sort(key=lambda slug: (slug != TOPIC, slug))
        return [library.topic(slug) for slug in slugs]


def full_topics() -> list[Topic]:
    """Every real topic but the short notes; the one most measured with comes first."""
    return [topic for topic in topics() if topic.kind is not Kind.MAP]


def length(topic: Topic) -> int:
    """How many letters a page has, more or less; citations and badges do not count."""
    texts = [
        paragraph for _, paragraphs in _sections(topic) for paragraph in paragraphs
    ]
    texts += [source.reference for source in topic.sources]
    return sum(len(text) for text in texts)


def bare_html(topic: Topic) -> Path:
    """A file of the topic's first 1,500 words in headings and paragraphs."""
    parts: list[str] = []
    words = 0
    for title, paragraphs in _sections(topic):
        parts.append(f"<h2>{html.escape(title)}</h2>")
        for paragraph in paragraphs:
            kept = paragraph.split()[: WORDS - words]
            words += len(kept)
            parts.append(f"<p>{html.escape(' '.join(kept))}</p>")
    return _write(f"{topic.slug}.html", "\n".join(parts))


def bare_typst(topic: Topic) -> Path:
    """A file of Typst markup with the words of a topic and no design."""
    parts = ["#set document(title: [Words])"]
    for title, paragraphs in _sections(topic):
        parts += [f"= #{_quoted(title)}", *(f"#{_quoted(p)}" for p in paragraphs)]
    return _write(f"{topic.slug}.typ", "\n\n".join(parts))


def _quoted(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _sections(topic: Topic) -> list[tuple[str, list[str]]]:
    found = []
    for section in topic.sections:
        texts = [block_text(block) for block in section.blocks]
        lines = [line for text in texts for line in text.splitlines()]
        found.append((section.title or topic.title, lines))
    findings = [f"{claim.treatment}: {claim.finding}" for claim in topic.claims]
    return [*found, ("What studies found", findings)]


def _write(name: str, text: str) -> Path:
    folder = BUILD / "articles"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path.absolute()
