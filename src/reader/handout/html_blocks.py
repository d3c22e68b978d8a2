"""Blocks and runs as HTML."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reader.handout import words
from reader.handout.html_badge import badge
from reader.handout.html_parts import cited, lines, link, term_id, text
from reader.handout.icon_array import absolute_sentence, array_svg, captions, heading
from reader.handout.leaflet import EvidenceRow, Leaflet
from reader.handout.pictures import as_address
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
from reader.model.errors import NotFoundError
from reader.model.evidence import Absolute


@dataclass(frozen=True, slots=True)
class HtmlBlocks:
    """Makes HTML of the blocks of one leaflet.

    Attributes:
        leaflet: Where claims, answers and sources are found.
        picture: The bytes of a picture of the library by its name.
    """

    leaflet: Leaflet
    picture: Callable[[str], bytes]

    def blocks(self, blocks: Iterable[Block]) -> str:
        """Blocks as they stand one below the other."""
        return lines(self._block(block) for block in blocks)

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph():
                return f"<p>{self._inlines(block.children)}</p>"
            case Heading():
                tag = f"h{block.level}"
                inner = self._inlines(block.children)
                place = f' id="{text(block.id)}"' if block.id else ""
                return f"<{tag}{place}>{inner}</{tag}>"
            case BulletList() | NumberedList() | Quote():
                return self._nested(block)
            case Table() | EvidenceTable():
                return self._tabular(block)
            case Picture():
                return self._picture(block)
            case HeardAnswer():
                return self._answer(block)

    def _nested(self, block: BulletList | NumberedList | Quote) -> str:
        if isinstance(block, Quote):
            return f"<blockquote>\n{self.blocks(block.blocks)}\n</blockquote>"
        tag = "ul" if isinstance(block, BulletList) else "ol"
        items = lines(f"<li>{self._item(item.blocks)}</li>" for item in block.items)
        return f"<{tag}>\n{items}\n</{tag}>" if items else ""

    def _item(self, blocks: tuple[Block, ...]) -> str:
        """An item of one paragraph needs no paragraph around its words."""
        if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
            return self._inlines(blocks[0].children)
        return f"\n{self.blocks(blocks)}\n"

    def _tabular(self, block: Table | EvidenceTable) -> str:
        if isinstance(block, Table):
            head = [self._cell(cell) for cell in block.header.cells]
            rows = [self._row(row) for row in block.rows]
            return _table(head, rows, "plain")
        evidence = [_evidence_row(row) for row in self.leaflet.rows(block)]
        return _table(words.EVIDENCE_HEADER, evidence, "evidence") if evidence else ""

    def _row(self, row: Row) -> str:
        cells = "".join(f"<td>{self._cell(cell)}</td>" for cell in row.cells)
        return f"<tr>{cells}</tr>"

    def _cell(self, cell: Cell) -> str:
        return self._inlines(cell.children)

    def _picture(self, picture: Picture) -> str:
        alternative = text(picture.alternative)
        try:
            address = as_address(self.picture(picture.name))
        except NotFoundError:
            address = ""
        if not address:
            return f"<p>{words.PICTURE}: {alternative}</p>"
        return f'<figure><img src="{address}" alt="{alternative}"></figure>'

    def _answer(self, block: HeardAnswer) -> str:
        heard = self.leaflet.answer(block.heard)
        if heard is None:
            return ""
        sources = cited(self.leaflet.numbers(heard.sources))
        return (
            f'<div class="heard">\n<h3>{text(heard.question)}</h3>\n'
            f'<p class="verdict">{words.OUR_ANSWER}: '
            f"<strong>{text(heard.verdict.phrase)}</strong>{sources}</p>\n"
            f"{self.blocks(heard.answer)}\n</div>"
        )

    def _inlines(self, children: Iterable[Inline]) -> str:
        return "".join(self._inline(child) for child in children)

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Text():
                return text(inline.text)
            case Term():
                return self._term(inline)
            case LineBreak():
                return "<br>"
            case Strong() | Emphasis() | TopicLink() | WebLink():
                return _wrapped(inline, self._inlines(inline.children))
            case Citation():
                return cited(self.leaflet.numbers(inline.sources))

    def _term(self, term: Term) -> str:
        shown = text(term.text)
        known = (entry.id for entry in self.leaflet.terms)
        if term.term not in known:
            return shown
        return f'<a class="term" href="#{term_id(term.term)}">{shown}</a>'


def _wrapped(inline: Strong | Emphasis | TopicLink | WebLink, inner: str) -> str:
    match inline:
        case Strong():
            return f"<strong>{inner}</strong>"
        case Emphasis():
            return f"<em>{inner}</em>"
        case WebLink():
            return link(inline.url, inner or text(inline.url))
        case TopicLink():
            return inner


def _table(head: Iterable[str], rows: Iterable[str], kind: str) -> str:
    cells = "".join(f'<th scope="col">{cell}</th>' for cell in head)
    return (
        f'<div class="wide"><table class="{kind}">\n<thead><tr>{cells}</tr></thead>\n'
        f"<tbody>\n{lines(rows)}\n</tbody>\n</table></div>"
    )


def _evidence_row(row: EvidenceRow) -> str:
    compared = f"<p>{text(row.compared)}</p>" if row.compared else ""
    return (
        f'<tr><th scope="row"><p>{text(row.treatment)}</p>{compared}</th>'
        f"<td><p><strong>{text(row.outcome)}</strong></p>"
        f"<p>{text(row.finding)}{cited(row.numbers)}</p>{_arrays(row.absolute)}</td>"
        f"<td><p>{badge(row.certainty)}</p><p>{text(row.short)}</p></td></tr>"
    )


def _arrays(absolute: Absolute | None) -> str:
    """Two icon arrays as one picture with words for a screen reader."""
    if absolute is None:
        return ""
    counts = (absolute.with_, absolute.without)
    pictures = "".join(
        f'<span class="array"><b>{text(caption)}</b>'
        f"{array_svg(count, absolute.of, 'currentColor')}</span>"
        for caption, count in zip(captions(absolute), counts, strict=True)
    )
    spoken = text(absolute_sentence(absolute))
    return (
        f'<p class="event">{text(heading(absolute))}</p>'
        f'<div class="arrays" role="img" aria-label="{spoken}">{pictures}</div>'
    )
