"""The commands about library files: build, verify, info."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reader.cli.options import FILE, Chosen, json_option, print_json
from reader.model.errors import KnownError

if TYPE_CHECKING:
    from reader.handout.standards import PageRatings
    from reader.library.verify import VerifyReport

CHECK_FAILED = 1
FULL_KINDS = frozenset({"condition", "general"})


@click.group()
def library() -> None:
    """Compile, check or describe a library file."""


@library.command()
@click.argument("folder", metavar="SRC", type=FILE)
@click.option("--out", type=FILE, required=True, metavar="FILE")
@json_option
@click.pass_obj
def build(chosen: Chosen, folder: Path, out: Path, *, as_json: bool) -> int:
    """Compile a folder of explainers into a library file."""
    from reader.library.schema import schema_sql

    try:
        from reader.compiler.build import build as compile_library
    except ModuleNotFoundError as error:
        if getattr(sys, "frozen", False):
            raise KnownError(
                "The installed program reads libraries, but cannot build them.",
                "Build one in a checkout of Evidence Reader with 'make library'.",
            ) from error
        raise KnownError(
            f"Building a library needs the package {error.name!r}.",
            "Install evidence-reader with its extra: evidence-reader[build].",
        ) from error
    report = compile_library(folder, out, schema_sql())
    counts = {
        "topics": report.topics,
        "claims": report.claims,
        "sources": report.sources,
        "terms": report.terms,
        "content_hash": report.content_hash,
    }
    _print_counts(counts, as_json=as_json or chosen.json)
    return 0


@library.command()
@click.pass_obj
@json_option
def info(chosen: Chosen, *, as_json: bool) -> int:
    """Say what is in a library file."""
    with chosen.open_library() as opened:
        about = opened.info
    counts = {
        "topics": about.topics,
        "claims": about.claims,
        "sources": about.sources,
        "terms": about.terms,
        "format": about.format,
        "content_hash": about.content_hash,
    }
    _print_counts(counts, as_json=as_json or chosen.json)
    return 0


def _print_counts(counts: Mapping[str, object], *, as_json: bool) -> None:
    if as_json:
        print_json(counts)
        return
    for name, count in counts.items():
        click.echo(f"{name.replace('_', ' '):13} {count}")


@library.command()
@click.argument("file", type=FILE, required=False)
@click.option(
    "--handouts", is_flag=True, help="Hold every page to the standards for handouts."
)
@json_option
@click.pass_obj
def verify(chosen: Chosen, file: Path | None, *, handouts: bool, as_json: bool) -> int:
    """Check a library file and every page in it."""
    from reader.library.verify import verify as check_library

    path = file or chosen.library_file()
    report = check_library(path)
    rated = _ratings(path, report) if handouts and report.sound else None
    if as_json or chosen.json:
        print_json(_report_record(report, rated))
    elif rated is not None:
        from reader.cli.library_handouts import print_ratings

        print_ratings(rated)
    else:
        _print_report(report)
    return 0 if report.sound else CHECK_FAILED


def _ratings(path: Path, report: "VerifyReport") -> "tuple[PageRatings, ...]":
    from reader.cli.library_handouts import rate_handouts
    from reader.library.store import Library

    grades = {page.slug: page.grade for page in report.pages}
    with Library.open(path) as opened:
        return rate_handouts(opened, grades)


def _report_record(
    report: "VerifyReport", rated: "tuple[PageRatings, ...] | None"
) -> dict[str, object]:
    from reader.cli.library_handouts import ratings_record

    record: dict[str, object] = {
        "topics": len(report.pages),
        "claims": sum(page.claims for page in report.pages),
        "sound": report.sound,
        "problems": report.problems,
        "pages": [
            {
                "slug": page.slug,
                "kind": page.kind,
                "grade": page.grade,
                "words": page.words,
                "claims": page.claims,
                "sources": page.sources,
                "problems": page.problems,
                "open_points": page.open_points,
            }
            for page in report.pages
        ],
    }
    return record if rated is None else record | {"handouts": ratings_record(rated)}


def _print_sums(report: "VerifyReport") -> None:
    graded = [page.grade for page in report.pages if page.kind in FULL_KINDS]
    click.echo(
        f"{len(report.pages)} pages, {len(graded)} of them full; "
        f"{sum(page.claims for page in report.pages)} claims; "
        f"mean grade {sum(graded) / max(len(graded), 1):.1f}"
    )


def _print_report(report: "VerifyReport") -> None:
    click.echo(
        f"{'page':56} {'grade':>5} {'words':>5} {'claims':>6} {'sources':>7} open"
    )
    for page in report.pages:
        click.echo(
            f"{page.slug:56} {page.grade:5.1f} {page.words:5} {page.claims:6} "
            f"{page.sources:7} {len(page.open_points):4}"
        )
        for problem in page.problems:
            click.echo(f"    wrong: {problem}")
        for point in page.open_points:
            click.echo(f"    open: {point}")
    _print_sums(report)
    for problem in report.problems:
        click.echo(problem)
    click.echo("Sound." if report.sound else "Not sound: install or build it again.")
