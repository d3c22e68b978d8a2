"""What must hold for a page and its evidence."""

import re
from collections import Counter

from reader.compiler.bibliography import Bibliography
from reader.compiler.evidence import Evidence
from reader.compiler.page import Page, Reference
from reader.model.topic import Kind

CONDITION_SECTIONS = (
    "short-version",
    "what-it-is",
    "signs",
    "why",
    "diagnosis",
    "what-helps",
    "cell-therapy",
    "heard",
    "red-flags",
    "questions",
)
GENERAL_SECTIONS = ("short-version", "questions")

LONGEST_ADDRESS = 160
"""Characters of an address that is printed as a code; longer ones make it too fine."""

LONGEST_PART = 38
"""Characters that fit on a line beside the code; an address breaks after / and -."""


def check_page(page: Page, evidence: Evidence, bibliography: Bibliography) -> None:
    """Note the faults that show within one page and its evidence."""
    _check_sections(page)
    _check_citations(page, evidence, bibliography)
    _check_shown_once(page, evidence)
    _check_read_more(page, evidence, bibliography)
    if page.kind is Kind.MAP and (evidence.claims or page.claims):
        page.source.fault(1, "a map page shows no claims and no badge")


def _check_sections(page: Page) -> None:
    wanted = {
        Kind.CONDITION: CONDITION_SECTIONS,
        Kind.GENERAL: GENERAL_SECTIONS,
    }.get(page.kind, ())
    there = [section.id for section in page.sections]
    for section_id in wanted:
        if section_id not in there:
            page.source.fault(1, f"section {{#{section_id}}} is missing")
    in_order = [section_id for section_id in there if section_id in wanted]
    expected = [section_id for section_id in wanted if section_id in there]
    for found, right in zip(in_order, expected, strict=True):
        if found != right:
            line = page.section_lines.get(found, 1)
            page.source.fault(line, f"section {{#{right}}} should stand here")
            break
    for section in page.sections:
        if section.id in wanted and not section.blocks:
            line = page.section_lines.get(section.id, 1)
            page.source.fault(line, f"section {{#{section.id}}} is empty")


def _check_citations(
    page: Page, evidence: Evidence, bibliography: Bibliography
) -> None:
    for source, references in (
        (page.source, page.citations),
        (evidence.source, evidence.citations),
    ):
        for reference in references:
            if source is not None and reference.target not in bibliography.sources:
                source.fault(
                    reference.line, f"no source {reference.target!r} in sources.yaml"
                )


def _check_read_more(
    page: Page, evidence: Evidence, bibliography: Bibliography
) -> None:
    """A page to read on in is a source of this page, and has a web address."""
    named = page.read_more
    if named is None or not named.target:
        return
    source = bibliography.sources.get(named.target)
    cited = {cited.target for cited in page.citations + evidence.citations}
    what = f"read_more: {named.target!r}"
    if source is None:
        message = f"no source {named.target!r} in sources.yaml"
    elif named.target not in cited:
        message = f"{what} is not cited on this page"
    elif not source.url:
        message = f"{what} has no URL that a patient could open"
    elif len(source.url) > LONGEST_ADDRESS:
        message = f"{what} has an address of over {LONGEST_ADDRESS} characters"
    elif any(len(part) > LONGEST_PART for part in re.split("[/-]", source.url)):
        message = f"{what} has an address that does not break into lines"
    else:
        return
    page.source.fault(named.line, message)


def _check_shown_once(page: Page, evidence: Evidence) -> None:
    claims = {claim.id for claim in evidence.claims}
    heard = {answer.id for answer in evidence.heard}
    _check_shown(page, evidence, page.claims, claims, "claim")
    _check_shown(page, evidence, page.heard, heard, "heard answer")
    for answer in evidence.heard:
        for claim in sorted(set(answer.claims) - claims):
            _evidence_fault(evidence, answer.id, f"no claim {claim!r} on this page")


def _check_shown(
    page: Page,
    evidence: Evidence,
    shown: list[Reference],
    known: set[str],
    what: str,
) -> None:
    counts = Counter(reference.target for reference in shown)
    for reference in shown:
        # An id whose entry has faults of its own is known, though not readable.
        if reference.target not in known | evidence.lines.keys():
            message = f"no {what} {reference.target!r}"
        elif counts[reference.target] > 1:
            message = f"{what} {reference.target!r} is shown twice"
        else:
            continue
        page.source.fault(reference.line, message)
    for missing in sorted(known - counts.keys()):
        _evidence_fault(evidence, missing, f"{what} {missing!r} is never shown")


def _evidence_fault(evidence: Evidence, made: str, message: str) -> None:
    if evidence.source is not None:
        evidence.source.fault(evidence.lines[made], message)
