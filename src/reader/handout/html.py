"""A topic as one self-contained semantic HTML5 page, for any browser.

This is also the way for somebody whose screen reader shall tell headings, lists
and tables apart. Nothing is fetched from anywhere: style and pictures stand in the
page, there is no script, and only the list of sources and links that the text
itself makes lead outside.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reader.handout import words
from reader.handout.html_badge import badge
from reader.handout.html_blocks import HtmlBlocks
from reader.handout.html_parts import lines, link, source_id, term_id, text
from reader.handout.html_style import STYLE
from reader.handout.leaflet import (
    RED_FLAGS,
    SUMMARY,
    Leaflet,
    SourceEntry,
    make_leaflet,
)
from reader.model.evidence import GlossaryTerm
from reader.model.grade import Certainty
from reader.model.topic import Section, Topic
from reader.model.wording import meaning

# No section bears an id with an underscore, so these stand alone on every page.
_TEXT = "the_text"
_BADGES = "the_badges"
_TERMS = "the_words"
_SOURCES = "the_sources"

_CLASSES = {SUMMARY: ' class="summary"', RED_FLAGS: ' class="red-flags"'}


def render_html(topic: Topic, picture: Callable[[str], bytes]) -> str:
    """A topic as one HTML5 page.

    Args:
        topic: What to show.
        picture: The bytes of a picture of the library by its name.
    """
    leaflet = make_leaflet(topic)
    return _Page(leaflet, HtmlBlocks(leaflet, picture)).whole()


@dataclass(frozen=True, slots=True)
class _Page:
    leaflet: Leaflet
    body: HtmlBlocks

    def whole(self) -> str:
        leaflet = self.leaflet
        parts = (
            "<!DOCTYPE html>",
            f'<html lang="{words.LANGUAGE}">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="color-scheme" content="light dark">',
            f"<title>{text(leaflet.title)} – {words.PUBLISHER}</title>",
            f"<style>\n{STYLE}</style>",
            "</head>",
            "<body>",
            f'<a class="skip" href="#{_TEXT}">{words.SKIP}</a>',
            self._header(),
            self._contents(),
            f'<main id="{_TEXT}" tabindex="-1">',
            *(self._section(section) for section in leaflet.sections),
            self._legend(),
            self._terms(),
            self._sources(),
            "</main>",
            self._footer(),
            "</body>",
            "</html>",
        )
        return "\n".join(part for part in parts if part) + "\n"

    # ---- around the text -------------------------------------------------------

    def _header(self) -> str:
        leaflet = self.leaflet
        also = ", ".join(leaflet.also_called)
        shown = [f"<h1>{text(leaflet.title)}</h1>"]
        if also:
            shown.append(f"<p>{words.ALSO_CALLED}: {text(also)}</p>")
        if notice := self._notice():
            shown.append(f"<p>{notice}</p>")
        return "<header>\n" + lines(shown) + "\n</header>"

    def _notice(self) -> str:
        leaflet = self.leaflet
        checked = words.checked_on(leaflet.checked)
        said = (leaflet.status, f"{checked}." if checked else "")
        return text(" ".join(part for part in said if part))

    def _contents(self) -> str:
        leaflet = self.leaflet
        entries = [(s.id, s.title) for s in leaflet.sections if s.title]
        extra = (
            (_BADGES, words.BADGES, leaflet.levels),
            (_TERMS, words.TERMS, leaflet.terms),
            (_SOURCES, words.SOURCES, leaflet.sources),
        )
        entries += [(place, title) for place, title, any_ in extra if any_]
        items = (
            f'<li><a href="#{text(place)}">{text(title)}</a></li>'
            for place, title in entries
        )
        return (
            f'<nav aria-label="{words.CONTENTS}">\n<h2>{words.CONTENTS}</h2>\n'
            f"<ul>\n{lines(items)}\n</ul>\n</nav>"
            if entries
            else ""
        )

    def _footer(self) -> str:
        return f"<footer>\n<p>{words.PUBLISHER}. {self._notice()}</p>\n</footer>"

    # ---- the text --------------------------------------------------------------

    def _section(self, section: Section) -> str:
        place = text(section.id)
        blocks = self.body.blocks(section.blocks)
        kind = _CLASSES.get(section.id, "")
        if not section.title:
            return f'<section id="{place}"{kind}>\n{blocks}\n</section>'
        return (
            f'<section id="{place}" aria-labelledby="{place}_title"{kind}>\n'
            f'<h2 id="{place}_title">{text(section.title)}</h2>\n{blocks}\n</section>'
        )

    # ---- after the text --------------------------------------------------------

    def _legend(self) -> str:
        items = (_level(level) for level in self.leaflet.levels)
        return _list_section(_BADGES, words.BADGES, "dl", items)

    def _terms(self) -> str:
        items = (_glossary_entry(term) for term in self.leaflet.terms)
        return _list_section(_TERMS, words.TERMS, "dl", items)

    def _sources(self) -> str:
        note = f"<p>{text(words.sources_note(self.leaflet.checked))}</p>\n"
        items = (_source(source) for source in self.leaflet.sources)
        return _list_section(_SOURCES, words.SOURCES, "ol", items, note)


def _level(level: Certainty) -> str:
    return f"<dt>{badge(level)}</dt>\n<dd>{text(meaning(level))}</dd>"


def _glossary_entry(term: GlossaryTerm) -> str:
    place = term_id(term.id)
    return f'<dt id="{place}">{text(term.term)}</dt>\n<dd>{text(term.meaning)}</dd>'


def _source(source: SourceEntry) -> str:
    links = "".join(
        f" {link(address, text(label))}." for label, address in source.links
    )
    seen = f" {text(words.seen_on(source.seen))}" if source.seen else ""
    place = source_id(source.number)
    return f'<li id="{place}">{text(source.reference)}{links}{seen}</li>'


def _list_section(
    place: str, title: str, tag: str, items: Iterable[str], note: str = ""
) -> str:
    inner = lines(items)
    if not inner:
        return ""
    return (
        f'<section aria-labelledby="{place}">\n<h2 id="{place}">{title}</h2>\n'
        f"{note}<{tag}>\n{inner}\n</{tag}>\n</section>"
    )
