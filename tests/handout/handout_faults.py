"""All rules at once, as they hold for one finished handout."""

from collections.abc import Callable, Iterator, Sequence
from statistics import median

from reader.handout.options import Extent, HandoutOptions, Print
from reader.handout.text import render_text
from reader.handout.words import LANGUAGE
from reader.model.topic import Topic
from tests.handout import paper_rules as rules
from tests.handout import structure_rules as structure
from tests.handout.marked import Handout, read_handout
from tests.handout.tags import read_tags

LEAST_CONTRAST = 4.5
LEAST_CONTRAST_OF_BODY = 7
LEADING = {Print.NORMAL: 1.35, Print.LARGE: 1.5, Print.EXTRA_LARGE: 1.5}
DENSE = {Print.NORMAL: 1.15, Print.LARGE: 1.5, Print.EXTRA_LARGE: 1.5}
"""Leading in tables and in the list of sources."""

USUAL_LINE = (55, 70)
_ENOUGH_LINES = 20


def all_faults(
    pdf: bytes, topics: Sequence[Topic], options: HandoutOptions
) -> list[str]:
    """Everything that is wrong with a handout, each with the name of its rule."""
    handout = read_handout(pdf)
    summary = options.extent is Extent.SUMMARY
    one_side = summary and not options.print.is_large
    found = [*_of_structure(pdf, topics), *_of_every_page(handout, options)]
    found += named("order", rules.out_of_order(handout, columns=one_side))
    if not one_side:
        return [*found, *_of_running_text(handout, topics, options)]
    sides = len(handout.sheets)
    return found if sides == len(topics) else [*found, f"one side: {sides}"]


def named(rule: str, faults: Sequence[str]) -> list[str]:
    """Each fault with its rule before it."""
    return [f"{rule}: {fault}" for fault in faults]


def _of_structure(pdf: bytes, topics: Sequence[Topic]) -> Iterator[str]:
    tags = read_tags(pdf)
    titles = [topic.title for topic in topics]
    yield from named("PDF/UA-1", structure.ua_faults(pdf))
    if len(titles) == 1:
        said = structure.declaration_faults(pdf, titles[0], LANGUAGE)
        yield from named("declared", said)
    yield from named("headings", structure.heading_faults(tags, titles))
    yield from named("tables", structure.table_faults(tags))
    yield from named("pictures", structure.figure_faults(tags))
    yield from named("lists", structure.list_faults(tags))
    yield from named("fonts", structure.font_faults(pdf))


def _of_every_page(handout: Handout, options: HandoutOptions) -> Iterator[str]:
    faint = rules.faint_type(handout, LEAST_CONTRAST, LEAST_CONTRAST_OF_BODY)
    yield from named("size", rules.small_type(handout, options.print.points))
    yield from named("contrast", faint)
    checks: dict[str, Callable[[Handout], list[str]]] = {
        "justified": rules.uneven_gaps,
        "left": rules.not_left,
        "edges": rules.strayed,
        "collisions": rules.collisions,
        "rows": rules.split_rows,
        "empty": rules.empty_sheets,
    }
    for name, check in checks.items():
        yield from named(name, check(handout))


def _of_running_text(
    handout: Handout, topics: Sequence[Topic], options: HandoutOptions
) -> Iterator[str]:
    size = options.print
    text = " ".join(render_text(topic) for topic in topics)
    broken = rules.broken_words(handout, text, narrow=not size.is_large)
    yield from named("hyphens", broken)
    yield from named("leading", rules.tight_lines(handout, LEADING[size], DENSE[size]))
    yield from named("numbers", rules.page_numbers(handout))
    yield from named("parted", rules.parted(handout))
    yield from named("single lines", rules.lonely_lines(handout))
    yield from named("long lines", rules.long_lines(handout))
    lengths = rules.line_lengths(handout)
    if size is Print.NORMAL and len(lengths) > _ENOUGH_LINES:
        usual = median(lengths)
        if not USUAL_LINE[0] <= usual <= USUAL_LINE[1]:
            yield f"usual line: {usual} letters"
