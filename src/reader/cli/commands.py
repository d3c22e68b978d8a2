"""The commands that read: the window, topics, show, search."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reader import __version__
from reader.cli.handout import handout
from reader.cli.library import library
from reader.cli.opening import Opening, read_opening
from reader.cli.options import FILE, SYSTEM, Chosen, json_option, print_json
from reader.cli.print_log import print_log
from reader.model.errors import UnreadableError

if TYPE_CHECKING:
    from reader.model.listing import Hit, TopicEntry
    from reader.model.topic import Topic

NOTHING_FOUND = 1
_IDLE = 180  # seconds
LEVELS = click.Choice(["high", "moderate", "low", "very-low", "none"])


@click.group(
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option("--topic", metavar="SLUG[#SECTION]", default="", help="Open there.")
@click.option("--code", metavar="ICD", default="", help="Open the page of a code.")
@click.option(
    "--open",
    "handed",
    metavar="LINK|FILE",
    help="Open a link (evidence-reader:SLUG#SECTION) or an .evidence-notebook file.",
)
@click.option("--library", type=FILE, help="Use this library file.")
@click.option("--notebook", type=FILE, help="Keep bookmarks in this folder.")
@click.option(
    "--no-trace", is_flag=True, help="Remember nothing of what is read in the window."
)
@click.option(
    "--kiosk",
    is_flag=True,
    help="Open a public window that fills the screen and keeps nothing.",
)
@click.option(
    "--idle",
    type=click.IntRange(5, 86_400),
    metavar="SECONDS",
    help="A kiosk starts afresh after so long without input (default 180).",
)
@click.option("--kiosk-print", is_flag=True, help="A kiosk may print.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.version_option(__version__, prog_name="Evidence Reader")
@click.pass_context
def reader(
    context: click.Context,
    topic: str,
    code: str,
    library: Path | None,
    notebook: Path | None,
    *,
    handed: str | None,
    idle: int | None,
    no_trace: bool,
    kiosk: bool,
    kiosk_print: bool,
    as_json: bool,
) -> int:
    """Evidence Reader: explainers that say how sure we are.

    Without a command it opens the window.
    """
    context.obj = Chosen(library, notebook, as_json)
    if context.invoked_subcommand is not None:
        return 0
    if not kiosk and (idle is not None or kiosk_print):
        raise click.UsageError("--idle and --kiosk-print are for --kiosk only.")
    slug, _, section = topic.partition("#")
    opening = Opening(slug, section) if handed is None else opening_of(handed)
    if kiosk and opening.file is not None:
        raise click.UsageError("A kiosk opens no files.")
    with _nothing_collected():
        from reader.app import StartRequest, run

        return run(
            StartRequest(
                topic=opening.topic,
                section=opening.section,
                code=code,
                file=opening.file,
                by_desktop=handed is not None,
                library=library,
                notebook=notebook,
                no_trace=no_trace,
                kiosk=kiosk,
                idle=_IDLE if idle is None else idle,
                kiosk_print=kiosk_print,
            )
        )


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Let Python look for no garbage while all is made; a window ends that itself."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def opening_of(handed: str) -> Opening:
    """What a link or file asks for; what is wrong with it is said in a window, too.

    Raises:
        UnreadableError: It is neither.
    """
    try:
        return read_opening(handed)
    except UnreadableError as error:
        from reader.app import say_what_is_wrong

        say_what_is_wrong(error)
        raise


reader.add_command(library)
reader.add_command(handout)
reader.add_command(print_log)


@reader.command()
@click.option("--system", type=SYSTEM, help="Only topics of this body system.")
@json_option
@click.pass_obj
def topics(chosen: Chosen, system: str | None, *, as_json: bool) -> int:
    """List the topics, A to Z."""
    with chosen.open_library() as opened:
        entries = opened.topics(system)
    if as_json or chosen.json:
        print_json([_entry_json(entry) for entry in entries])
    else:
        for entry in entries:
            click.echo(f"{entry.slug:44} {entry.title}")
    return 0 if entries else NOTHING_FOUND


def _entry_json(entry: "TopicEntry") -> dict[str, object]:
    return {
        "slug": entry.slug,
        "title": entry.title,
        "system": entry.system,
        "kind": entry.kind,
        "also_called": entry.also_called,
        "certainties": entry.certainties,
        "checked": entry.checked,
        "sections": entry.sections,
    }


@reader.command()
@click.argument("slug")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "html", "json"]),
    default="text",
    show_default=True,
)
@json_option
@click.pass_obj
def show(chosen: Chosen, slug: str, form: str, *, as_json: bool) -> int:
    """Print one explainer."""
    with chosen.open_library() as opened:
        topic = opened.topic(opened.slug_of(slug))
        if as_json or chosen.json or form == "json":
            from reader.handout.sign_off import topic_version
            from reader.model.codec import encode

            print_json({"version": topic_version(topic), **encode(topic)})
        elif form == "html":
            from reader.handout.html import render_html

            click.echo(render_html(topic, opened.picture))
        else:
            click.echo(_words(topic, form))
    return 0


def _words(topic: "Topic", form: str) -> str:
    if form == "markdown":
        from reader.handout.markdown import render_markdown

        return render_markdown(topic)
    from reader.handout.text import render_text

    return render_text(topic)


@reader.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True)
@click.option("--system", type=SYSTEM, help="Only topics of this body system.")
@click.option("--certainty", type=LEVELS, help="Only topics with a claim so sure.")
@json_option
@click.pass_obj
def search(
    chosen: Chosen,
    words: tuple[str, ...],
    limit: int,
    system: str | None,
    certainty: str | None,
    *,
    as_json: bool,
) -> int:
    """Look for a name, a code or any words."""
    with chosen.open_library() as opened:
        results = opened.search(
            " ".join(words),
            limit=limit,
            system=system,
            certainty=certainty,
            correcting=True,
        )
    if as_json or chosen.json:
        print_json(
            {
                "query": results.query,
                "corrected": results.corrected or None,
                "hits": [_hit_json(hit) for hit in results.hits],
            }
        )
    elif results.hits:
        if results.corrected:
            click.echo(f"Nothing for “{results.query}”. For “{results.corrected}”:")
        for hit in results.hits:
            _print_hit(hit)
    else:
        click.echo("Nothing found. Try fewer words, another name, or an ICD-10 code.")
    return 0 if results.hits else NOTHING_FOUND


def _hit_json(hit: "Hit") -> dict[str, object]:
    return {
        "slug": hit.slug,
        "section": hit.section,
        "title": hit.title,
        "section_title": hit.section_title,
        "system": hit.system,
        "snippet": hit.snippet,
        "matches": hit.matches,
        "matched": hit.matched.value,
        "certainties": hit.certainties,
        "kind": hit.kind,
    }


def _print_hit(hit: "Hit") -> None:
    place = f"{hit.slug}#{hit.section}" if hit.section else hit.slug
    head = f"{hit.title}: {hit.section_title}" if hit.section_title else hit.title
    if hit.kind == "map":
        head += " (short note)"
    click.echo(f"{place}\n    {head}")
    if hit.snippet != hit.title:
        click.echo(f"    {hit.snippet}")
