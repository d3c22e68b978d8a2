"""The command that makes handouts, without a window."""

from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from reader.cli.options import FILE, Chosen, json_option, print_json
from reader.cli.progress import Progress
from reader.model.errors import KnownError

if TYPE_CHECKING:
    from reader.cli.handout_choices import HandoutChoices


@click.command()
@click.argument("slugs", metavar="[SLUG]...", nargs=-1)
@click.option(
    "--list",
    "lists",
    multiple=True,
    metavar="FILE|-",
    help="Topics of a text or CSV file: names, ICD-10 codes or slugs, one a line.",
)
@click.option("--code", "codes", multiple=True, metavar="ICD", help="Topic of a code.")
@click.option(
    "--bookmarks", "folders", multiple=True, metavar="FOLDER", help="Topics kept there."
)
@click.option(
    "--skip-unknown", is_flag=True, help="Go on without entries that are not clear."
)
@click.option("--out", type=FILE, required=True, metavar="FILE|DIR")
@click.option(
    "--duplex",
    is_flag=True,
    help="In a stack, begin each topic on the front of a sheet.",
)
@click.option(
    "--paper",
    type=click.Choice(["a4", "letter"]),
    help="Else that of the clinic, else a4.",
)
@click.option("--summary", is_flag=True, help="The one-page summary of each topic.")
@click.option("--large-print", is_flag=True, help="In letters of 18 points.")
@click.option("--extra-large-print", is_flag=True, help="In letters of 24 points.")
@click.option("--black", is_flag=True, help="In black alone, for copiers.")
@click.option(
    "--section", "sections", multiple=True, metavar="NAME", help="Only this section."
)
@click.option("--note", default="", metavar="TEXT", help="Words for this one patient.")
@click.option("--name-line", is_flag=True, help="A line for the name and the date.")
@click.option("--date", default="", metavar="YYYY-MM-DD", help="Date of the visit.")
@click.option(
    "--clinic", type=FILE, metavar="FILE.toml", help="The letterhead of a clinic."
)
@click.option("--preset", default="", metavar="NAME", help="Choices of that clinic.")
@json_option
@click.pass_obj
def handout(
    chosen: Chosen,
    *,
    slugs: tuple[str, ...],
    lists: tuple[str, ...],
    codes: tuple[str, ...],
    folders: tuple[str, ...],
    out: Path,
    skip_unknown: bool,
    duplex: bool,
    as_json: bool,
    **given: Unpack["HandoutChoices"],
) -> int:
    """Make a tagged PDF: one for each topic in a folder, or a stack in a file."""
    from reader.cli.handout_choices import handout_options
    from reader.cli.handout_topics import WantedTopics
    from reader.handout.files import write_handouts

    chosen.demand_saving()
    wanted = WantedTopics(slugs, lists, codes, folders, skip_unknown)
    progress = Progress()
    with chosen.open_library() as opened:
        found = [opened.topic(slug) for slug in wanted.find(opened, chosen)]
        options = handout_options(found, given)
        try:
            written = write_handouts(
                found,
                out,
                options,
                opened.picture,
                blank_for_duplex=duplex,
                go_on=progress,
            )
        except KeyboardInterrupt as error:
            raise KnownError("Stopped. Nothing was written.") from error
        finally:
            progress.end()
    if as_json or chosen.json:
        print_json([str(path) for path in written])
    else:
        for path in written:
            click.echo(f"Written: {path}")
    return 0
