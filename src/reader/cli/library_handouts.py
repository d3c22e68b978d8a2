"""How the pages of a library do by the standards for handouts, as a table."""

from collections.abc import Mapping, Sequence
from statistics import mean

import click

from reader.handout.standards import (
    EVERY_ITEM,
    ON_PAPER,
    PASS_MARK,
    Item,
    PageRatings,
    Score,
    Standard,
    Verdict,
)
from reader.handout.standards_rating import rate
from reader.library.store import Library

_SHORT = {
    Standard.UNDERSTANDABLE: "understand",
    Standard.ACTIONABLE: "act",
    Standard.CDC: "CDC",
    Standard.CLEAR_PRINT: "print",
}


def rate_handouts(
    library: Library, grades: Mapping[str, float]
) -> tuple[PageRatings, ...]:
    """Every page of a library held to the standards.

    Args:
        library: The library.
        grades: The reading grade of each page by its slug.
    """
    return tuple(
        rate(library.topic(entry.slug), grades.get(entry.slug, 0.0))
        for entry in library.topics()
    )


def print_ratings(pages: Sequence[PageRatings]) -> None:
    """A line for each page, below it what lowers its scores; then the sums."""
    heads = "".join(f"{name:>18}" for name in _SHORT.values())
    click.echo(f"{'handout':56}{heads}")
    for page in pages:
        scores = "".join(f"{_shown(page.score(s)):>18}" for s in Standard)
        click.echo(f"{page.slug:56}{scores}")
        for rating in page.missed():
            click.echo(f"    lowers: {_named(rating.item)} ({rating.why})")
    for standard in Standard:
        click.echo(_sum(pages, standard))
    click.echo("Scores are of what a program can decide. For a person to judge:")
    for item, count in _for_a_person(pages).items():
        click.echo(f"    {_named(item)} ({count} pages)")
    click.echo("Measured by the tests on finished handouts:")
    for rule in ON_PAPER:
        click.echo(f"    {rule}")


def _shown(score: Score) -> str:
    return f"{score.held}/{score.decided} {score.percent:5.1f}"


def _named(item: Item) -> str:
    return f"{item.standard.value} {item.number}: {item.asks}"


def _sum(pages: Sequence[PageRatings], standard: Standard) -> str:
    scores = [page.score(standard).percent for page in pages]
    line = f"{standard.value}: mean {mean(scores) if scores else 0:.1f}"
    if standard is not Standard.CDC:
        return line
    passed = sum(score >= PASS_MARK for score in scores)
    return f"{line}; {passed} of {len(scores)} pages reach {PASS_MARK}"


def _for_a_person(pages: Sequence[PageRatings]) -> dict[Item, int]:
    """The items that a program left open, and on how many pages."""
    found = dict.fromkeys(EVERY_ITEM, 0)
    for page in pages:
        for rating in page.ratings:
            found[rating.item] += rating.verdict is Verdict.PERSON
    return {item: count for item, count in found.items() if count}


def ratings_record(pages: Sequence[PageRatings]) -> dict[str, object]:
    """The same as values for JSON."""
    return {
        "pass_mark": {Standard.CDC.value: PASS_MARK},
        "on_paper": list(ON_PAPER),
        "pages": [_page_record(page) for page in pages],
    }


def _page_record(page: PageRatings) -> dict[str, object]:
    scores = {standard: page.score(standard) for standard in Standard}
    return {
        "slug": page.slug,
        "kind": page.kind,
        "scores": {
            standard.value: {
                "held": score.held,
                "decided": score.decided,
                "score": round(score.percent, 1),
            }
            for standard, score in scores.items()
        },
        "items": [
            {
                "standard": rating.item.standard.value,
                "number": rating.item.number,
                "asks": rating.item.asks,
                "verdict": rating.verdict.value,
                "why": rating.why,
            }
            for rating in page.ratings
        ],
    }
