"""Whether the one-page summary of a page fits on one side."""

from reader.compiler.page import Page
from reader.model.summary import RED_FLAGS, SHORT_VERSION, summarise
from reader.model.summary_size import lines_too_many
from reader.model.topic import Topic

_LONGEST_DATE = "22 September 2026"


def check_one_page(page: Page, topic: Topic) -> None:
    """Note a page whose summary nobody could print on one side."""
    summary = summarise(topic)
    if summary is None:
        return
    notice = f"{topic.status}. Checked {_LONGEST_DATE}"
    lines = lines_too_many(topic.title, notice, summary)
    if not lines:
        return
    place = RED_FLAGS if summary.red_flags is not None else SHORT_VERSION
    many = "1 line" if lines == 1 else f"{lines} lines"
    message = (
        f"section {{#{place}}}: the one-page summary is {many} too long; shorten "
        "this, the short version, or the first three questions"
    )
    page.source.fault(page.section_lines.get(place, 1), message)
