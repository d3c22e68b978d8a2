"""Many topics as one PDF, or as one each: with progress, and a way to stop.

A few topics at a time go to the press, on as many threads as there are processors,
and what comes back is bound in order. So memory does not grow with the stack beyond
the pages themselves, and whoever stops it waits for no more than one part.
"""

import json
import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from typing import TypeAlias

from reader.handout.binding import Binder
from reader.handout.options import HandoutOptions
from reader.handout.pdf import (
    Cover,
    Manuscript,
    joined,
    newest_check,
    print_manuscript,
    set_manuscript,
)
from reader.handout.words import stack_title
from reader.model.topic import Topic

GoOn: TypeAlias = Callable[[int, int], bool]
"""Is told how many topics of how many are done; says whether to go on."""

MOST_THREADS = 4
"""Each holds the fonts and what it laid out last: some 100 megabytes."""

_PART = 110_000
"""Characters of values that go to the press at once: two long topics, or many notes."""

_MOST_IN_PART = 24


def always(done: int, of: int) -> bool:
    """Go on whatever is done."""
    return done <= of


@dataclass(frozen=True, slots=True)
class Stack:
    """What a stack is made of.

    Attributes:
        topics: What to print, in this order; at least one.
        options: How each is laid out.
        picture: The bytes of a picture of the library by its name.
        blank_for_duplex: Each topic begins on the front of a sheet, so that sheets
            printed on both sides can be handed out one by one.
    """

    topics: Sequence[Topic]
    options: HandoutOptions
    picture: Callable[[str], bytes]
    blank_for_duplex: bool = False


def render_stack(stack: Stack, go_on: GoOn = always) -> bytes | None:
    """Lay topics out as one PDF, with a bookmark and page numbers for each.

    To be called on the thread of the library, since pictures are read here.

    Returns:
        The PDF; None where `go_on` said no, and nothing is left of it.

    Raises:
        UnreadableError: A bundled font is missing or damaged.
        KnownError: A summary does not fit on one side.
        ValueError: There are no topics.
    """
    if not stack.topics:
        msg = "a stack needs a topic"
        raise ValueError(msg)
    cover = None
    if len(stack.topics) > 1:
        cover = Cover(
            stack_title([topic.title for topic in stack.topics]),
            newest_check(stack.topics),
        )
    parts = _few_at_a_time(_manuscripts(stack, cover))
    binder: Binder | None = None
    with closing(_printed(parts)) as printed:
        for part in printed:
            whole = binder is None and part.done == len(stack.topics)
            if whole and not stack.blank_for_duplex:
                return part.pdf if go_on(part.done, part.done) else None
            binder = binder or Binder(blank_for_duplex=stack.blank_for_duplex)
            binder.add(part.pdf)
            if not go_on(part.done, len(stack.topics)):
                return None
    return binder.finish() if binder is not None else None


def render_each(stack: Stack, go_on: GoOn = always) -> Iterator[tuple[Topic, bytes]]:
    """Lay topics out as one PDF each, in order; ends early where `go_on` says no.

    Raises:
        UnreadableError: A bundled font is missing or damaged.
        KnownError: A summary does not fit on one side.
    """
    with closing(_printed(_manuscripts(stack, None))) as printed:
        for topic, part in zip(stack.topics, printed, strict=True):
            yield topic, part.pdf
            if not go_on(part.done, len(stack.topics)):
                return


@dataclass(frozen=True, slots=True)
class _Part:
    """What went through the press, and how many topics have with it."""

    pdf: bytes
    done: int


def _manuscripts(stack: Stack, cover: Cover | None) -> Iterator[list[Manuscript]]:
    """Each topic by itself."""
    for topic in stack.topics:
        yield [set_manuscript([topic], stack.options, stack.picture, cover)]


def _few_at_a_time(singles: Iterable[list[Manuscript]]) -> Iterator[list[Manuscript]]:
    """Short topics together; the same stack is always cut at the same places."""
    waiting: list[Manuscript] = []
    size = 0
    for (each,) in singles:
        its_size = _weight(each)
        if waiting and (size + its_size > _PART or len(waiting) == _MOST_IN_PART):
            yield waiting
            waiting, size = [], 0
        waiting.append(each)
        size += its_size
    if waiting:
        yield waiting


def _weight(manuscript: Manuscript) -> int:
    """How much of a part a topic takes; a summary is laid out again and again."""
    (leaflet,) = manuscript.values["leaflets"]
    if leaflet["summary"] and not manuscript.values["large"]:
        return _PART // 3
    return len(json.dumps(leaflet))


def _printed(parts: Iterator[list[Manuscript]]) -> Generator[_Part]:
    """Print parts on several threads, and give them back in order."""
    threads = min(os.cpu_count() or 1, MOST_THREADS)
    done = 0
    under_way: deque[tuple[int, Future[bytes]]] = deque()
    with ThreadPoolExecutor(threads, thread_name_prefix="press") as pool:
        try:
            while True:
                # One more waits, so that no thread does.
                for part in islice(parts, threads + 1 - len(under_way)):
                    job = pool.submit(print_manuscript, joined(part))
                    under_way.append((len(part), job))
                if not under_way:
                    return
                topics, job = under_way.popleft()
                done += topics
                yield _Part(job.result(), done)
        finally:
            for _, job in under_way:
                job.cancel()
