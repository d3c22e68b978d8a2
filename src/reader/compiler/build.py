"""From a folder of sources to a library file, or to a list of faults."""

import gc
import itertools
import multiprocessing
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from reader.compiler.across import Across
from reader.compiler.faults import Fault, Faults
from reader.compiler.pages import CompiledPage, PageCompiler
from reader.model.errors import BugError, UnreadableError

if TYPE_CHECKING:
    from reader.compiler.writer import LibraryWriter

ENOUGH_FOR_MORE_CORES = 60
"""Below so many pages a second process costs more than it saves."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What was built."""

    topics: int
    claims: int
    sources: int
    terms: int
    content_hash: str


def build(folder: Path, target: Path, schema: str) -> BuildReport:
    """Compile a source folder into a library file.

    The target is replaced only when everything is sound.

    Args:
        folder: Holds ``<system>/<slug>.md`` and so on.
        target: The library file to write.
        schema: SQL that makes an empty library.

    Raises:
        SourceFaultsError: The sources have faults; lists them all.
        UnreadableError: The folder is missing or holds no page.
        KnownError: The target cannot be written.
    """
    if not folder.is_dir():
        raise UnreadableError(
            f"There is no folder {folder}.", "Name the folder that holds the pages."
        )
    paths = sorted(folder.glob("*/*.md"))
    if not paths:
        raise UnreadableError(
            f"There is no page in {folder}.", "A page is a file SYSTEM/SLUG.md."
        )
    compiler = PageCompiler(folder)
    run = _Run(Faults(set(compiler.shared_faults)))
    with _compiled(compiler, paths) as pages:
        # sqlite-utils takes as long to load as a dozen pages to compile: it is loaded
        # while other processes are at them.
        from reader.compiler.writer import LibraryWriter

        with LibraryWriter(target, schema) as writer:
            for page in pages:
                if run.take(page) and page.rows is not None:
                    writer.add(page.rows)
            return _finish(writer, run, compiler)


def _finish(
    writer: "LibraryWriter", run: "_Run", compiler: PageCompiler
) -> BuildReport:
    """Check what needs all pages, and close the library."""
    run.across.check_links(run.faults)
    if not run.faults.found:  # a page left out would make its sources look unused
        shared = compiler.bibliography, compiler.glossary
        run.across.check_unused(*shared, run.faults)
        run.across.check_mean_grade(run.faults)
    run.faults.raise_if_any()
    for name, content in sorted(run.pictures.items()):
        writer.add_picture(name, content)
    counts = {
        "topics": len(run.across.sections),
        "claims": run.claims,
        "sources": len(run.across.sources),
        "terms": len(compiler.glossary.terms),
    }
    content_hash = writer.finish(counts)
    return BuildReport(**counts, content_hash=content_hash)


@dataclass(slots=True)
class _Run:
    """What adds up over the pages of one build."""

    faults: Faults
    across: Across = field(default_factory=Across)
    claims: int = 0
    pictures: dict[str, bytes] = field(default_factory=dict)

    def take(self, page: CompiledPage) -> bool:
        """Add a page up; whether it is the first of its slug."""
        self.faults.found.update(page.faults)
        if page.rows is None:
            return False
        self.claims += page.claims
        for name, content in page.pictures:
            if self.pictures.setdefault(name, content) != content:
                message = f"another picture is called {name!r} too"
                self.faults.found.add(Fault(page.file, 1, message))
        return self.across.add(page, self.faults)


@contextmanager
def _compiled(
    compiler: PageCompiler, paths: list[Path]
) -> Iterator[Iterator[CompiledPage]]:
    """Every page in the order of `paths`, on all cores where that is safe and pays."""
    # A fork shares the bibliography and the word lists without loading them again,
    # but is safe only where no other thread holds a lock.
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
    alone = threading.active_count() == 1
    if len(paths) < ENOUGH_FOR_MORE_CORES or cores == 1 or not alone:
        yield map(compiler.compile, paths)
        return
    first = compiler.compile(paths[0])  # loads the word lists before the fork
    with _workers(compiler, paths[1:], cores) as pipes:
        turns = itertools.islice(itertools.cycle(pipes), len(paths) - 1)
        yield itertools.chain([first], map(_receive, turns))


def _receive(pipe: Connection) -> CompiledPage:
    try:
        page: CompiledPage = pipe.recv()
    except EOFError as error:
        raise BugError("a compiling process ended before its time") from error
    return page


@contextmanager
def _workers(
    compiler: PageCompiler, paths: list[Path], cores: int
) -> Iterator[list[Connection]]:
    """Deal the pages out like cards; the answers come back in that order."""
    context = multiprocessing.get_context("fork")
    workers: list[multiprocessing.context.ForkProcess] = []
    pipes: list[Connection] = []
    gc.freeze()  # keeps the shared memory shared, and the collector away from it
    try:
        for core in range(cores):
            ours, theirs = context.Pipe(duplex=False)
            share = paths[core::cores]
            worker = context.Process(target=_work, args=(compiler, share, theirs))
            worker.start()
            theirs.close()  # so that a worker's death ends our waiting
            workers.append(worker)
            pipes.append(ours)
        yield pipes
    finally:
        gc.unfreeze()
        for worker, pipe in zip(workers, pipes, strict=True):
            pipe.close()
            worker.terminate()
            worker.join()


def _work(compiler: PageCompiler, paths: list[Path], pipe: Connection) -> None:
    for path in paths:
        pipe.send(compiler.compile(path))
    pipe.close()
