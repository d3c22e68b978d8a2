"""The one-page summary as JSON values for the template."""

import re
from dataclasses import dataclass, replace

from reader.handout import words
from reader.handout.data import Json, LeafletData, badge_values
from reader.handout.leaflet import capital
from reader.handout.qr import code_values
from reader.model.blocks import ListItem
from reader.model.errors import KnownError
from reader.model.evidence import Claim
from reader.model.plain import block_text
from reader.model.summary import SCARCE_RESULTS, Summary, summarise
from reader.model.summary_size import shares
from reader.model.topic import Section, Topic
from reader.model.wording import statement

FULL = "summary-does-not-fit"
"""What the template says when a summary is too long for one side."""

_DOES_NOT_FIT = re.compile(rf"{FULL}:(\d+):(\d+)")


@dataclass(frozen=True, slots=True)
class SummaryData:
    """Makes the JSON values of one summary.

    Attributes:
        topic: What is summed up.
        data: The same, made ready for paper, with what was chosen for it.
    """

    topic: Topic
    data: LeafletData

    def values(self) -> Json:
        """The whole summary.

        Raises:
            KnownError: The page has nothing that could be summed up.
        """
        leaflet, options = self.data.leaflet, self.data.options
        summary = summarise(replace(self.topic, sections=leaflet.sections))
        if summary is None:
            raise KnownError(
                f"“{leaflet.title}” has no short version, so there is no "
                "one-page summary of it.",
                "Print the whole page instead.",
            )
        flags = summary.red_flags
        share, dense_share = shares(summary, options.paper.typst)
        return {
            "summary": True,
            "title": leaflet.title,
            "also": "",
            "status": leaflet.status,
            "checked": words.checked_on(leaflet.checked),
            "note": options.note,
            "note-date": words.long_date(options.date),
            "name-line": options.name_line,
            "short": self._section(summary.short, words.IN_SHORT),
            "flags": self._section(flags, words.GET_HELP) if flags else None,
            "share": share,
            "dense-share": dense_share,
            "asked": self._questions(summary),
            "tables": [_table(summary, count) for count in _counts(summary)],
            "read": code_values(summary.read_more),
        }

    def _section(self, section: Section, title: str) -> Json:
        titled = replace(section, title=section.title or title)
        return self.data.section(titled)

    def _questions(self, summary: Summary) -> Json:
        return {
            "title": summary.questions_title or words.ASK,
            "items": [self.data.blocks(item.blocks) for item in summary.questions],
            "asks": all(_asks(item) for item in summary.questions),
        }


def _asks(item: ListItem) -> bool:
    """Whether it is a question, so that room for an answer makes sense."""
    words = "".join(block_text(block) for block in item.blocks)
    return words.rstrip(' "”').endswith("?")


def too_long(message: str, values: Json) -> KnownError | None:
    """What to tell a person when the template says that a summary does not fit.

    Args:
        message: What the template said.
        values: What it was given.

    Returns:
        None where the template said something else.
    """
    found = _DOES_NOT_FIT.search(message)
    if found is None:
        return None
    leaflet = values["leaflets"][int(found[1])]
    lines = "1 line" if found[2] == "1" else f"{found[2]} lines"
    ways = ["shorten the note"] if leaflet["note"] else []
    ways += ["leave out the line for the name"] if leaflet["name-line"] else []
    ways += ["leave out the letterhead"] if values["clinic"] else []
    ways += ["choose large print, which may take more sides", "print the whole page"]
    advice = ", ".join(ways[:-1]) + f", or {ways[-1]}."
    return KnownError(
        f"The summary of “{leaflet['title']}” is {lines} too long for one side.",
        f"{advice[0].upper()}{advice[1:]}",
    )


def _counts(summary: Summary) -> list[int]:
    """Lengths that the table may have, the longest first."""
    most = len(summary.results)
    return list(range(most, min(SCARCE_RESULTS, most) - 1, -1))


def _table(summary: Summary, count: int) -> Json:
    return {
        "rows": [_row(claim) for claim in summary.first(count)],
        "more": words.rest_of_page(count, summary.all_results),
    }


def _row(claim: Claim) -> Json:
    short = statement(claim.certainty, claim.direction, claim.size).short
    return {
        "treatment": claim.treatment,
        "outcome": capital(claim.outcome),
        "short": short[:1].lower() + short[1:],
        "badge": badge_values(claim.certainty),
    }
