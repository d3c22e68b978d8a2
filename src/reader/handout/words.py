"""The words that the program itself puts on a handout, all in one place."""

from collections.abc import Sequence
from typing import Final

from reader.model.evidence import Claim

LANGUAGE: Final = "en"
PUBLISHER: Final = "Evidence Reader"

ALSO_CALLED: Final = "Also called"
APPROVALS: Final = "What regulators have decided"
BADGES: Final = "What the badges mean"
COMPARED_WITH: Final = "Compared with"
CONTENTS: Final = "On this page"
FINDING: Final = "What studies found"
HARMS: Final = "Harms that were seen in people"
HEARD: Final = "What you may have heard"
MORE_EVIDENCE: Final = "Harms and approvals"
NOTICE: Final = "About this page"
OUR_ANSWER: Final = "Our answer"
PICTURE: Final = "Picture"
SKIP: Final = "Skip to the text"
SOURCES: Final = "Sources"
SURE: Final = "How sure we are"
TERMS: Final = "Words used here"
TREATMENT: Final = "Treatment"
WITHOUT_SOURCES: Final = "The sources of this page stand in Evidence Reader."
NOTE: Final = "For you"
NAME: Final = "Name"
DATE: Final = "Date"
UNTITLED: Final = "Untitled"
PHONE: Final = "Phone"
CLOSED: Final = "When we are closed, call"
ASK: Final = "Questions to ask"
GET_HELP: Final = "When to get help now"
IN_SHORT: Final = "In short"
READ_MORE: Final = "Read more"
SCAN: Final = "Scan this with a phone, or type the address:"
RESULT: Final = "Result"
RESULTS: Final = "What studies found"

EVIDENCE_HEADER: Final = (TREATMENT, FINDING, SURE)

_MOST_TITLES = 3
_PAIR = 2
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def long_date(iso: str) -> str:
    """A date as people write it: "2 March 2025"; other text stays as it is."""
    parts = iso.split("-")
    if not all(part.isdecimal() for part in parts):
        return iso
    numbers = [int(part) for part in parts]
    if len(numbers) == 1 or not 1 <= numbers[1] <= len(_MONTHS):
        return iso
    month = _MONTHS[numbers[1] - 1]
    days = [str(day) for day in numbers[2:3]]
    return " ".join((*days, month, parts[0]))


def checked_on(date: str) -> str:
    """When the page was last checked, for a footer; "" where nobody said."""
    return f"Checked {date}" if date else ""


def seen_on(date: str) -> str:
    """When a source was looked up; "" where nobody said."""
    return f"Seen {date}." if date else ""


def sources_note(date: str) -> str:
    """The line above the list of sources."""
    if not date:
        return "What this page says rests on these sources."
    return f"This page was last checked against these sources on {date}."


def rest_of_page(shown: int, all_results: int) -> str:
    """What a summary leaves out, and where it stands; one line at 12 points."""
    if shown == all_results:
        return "The whole page, with its sources, is in Evidence Reader."
    return (
        f"{shown} of {all_results} results; all, with sources, are in Evidence Reader."
    )


def qr_spoken(address: str) -> str:
    """A QR code for ears."""
    return f"QR code that opens {address}"


def reviewed(by: str, day: str) -> str:
    """Who of the clinic has read the page as it stands."""
    return f"Reviewed for our clinic by {by} on {day}."


def changed_since(day: str) -> str:
    """The clinic has read another version of the page."""
    return f"This page has changed since our clinic reviewed it on {day}."


def stack_title(titles: Sequence[str]) -> str:
    """What a stack is called in the bar of a window that shows it."""
    if len(titles) > _MOST_TITLES:
        return f"Handouts on {len(titles)} topics"
    return ", ".join(titles)


def compared_with(claim: Claim) -> str:
    """What the treatment was compared with; "" where there was nothing."""
    return f"{COMPARED_WITH} {claim.comparison}" if claim.comparison else ""


def cited(numbers: tuple[int, ...]) -> str:
    """Places in the list of sources, rising: "1, 3–5", kept on one line."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ",\N{NO-BREAK SPACE}".join(_run(run) for run in runs)


def _run(run: list[int]) -> str:
    if len(run) > _PAIR:
        return f"{run[0]}–{run[-1]}"
    return ",\N{NO-BREAK SPACE}".join(map(str, run))
