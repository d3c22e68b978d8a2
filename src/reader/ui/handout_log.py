"""What of a handout goes into the list of what was printed: never who it was for."""

from collections.abc import Sequence
from pathlib import Path

from reader.notebook.print_log import How, Printed
from reader.ui.handout_jobs import TopicLine
from reader.ui.handout_sending import Done


def printed_of(done: Done, lines: Sequence[TopicLine]) -> tuple[Printed, ...]:
    """The lines for the list; pages are counted where there is one topic."""
    titles = {line.slug: line.title for line in lines}
    is_stack = len(done.slugs) > 1
    if isinstance(done.value, Path):
        how = How.STACK_SAVED if is_stack else How.SAVED
    else:
        how = How.STACK_PRINTED if is_stack else How.PRINTED
    return tuple(
        [
            Printed(
                slug=slug,
                title=titles.get(slug, slug),
                pages=0 if is_stack else done.pages,
                copies=done.copies,
                paper=done.paper.value,
                how=how,
            )
            for slug in done.slugs
        ]
    )
