"""What a clinic puts on its handouts: its letterhead, its footer, its sign-offs."""

from dataclasses import dataclass

from reader.handout.choices import Extent, Ink, Paper, Print


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture that was checked, and made anew from what the check had read.

    Attributes:
        content: The file: an SVG drawing or a PNG picture.
        suffix: "svg" or "png".
        drawing: The picture as SVG, the form in which the template takes it.
        width: In units of the drawing or in pixels; with the height it tells the shape.
        height: In the same.
    """

    content: bytes
    suffix: str
    drawing: str
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class SignOff:
    """Somebody of the clinic has read one page, in one version of it.

    Attributes:
        topic: The slug of the page.
        version: What `topic_version` said of the page that was read.
        by: Who read it, as it is to be printed.
        date: When, as "2026-11-01".
    """

    topic: str
    version: str
    by: str
    date: str


@dataclass(frozen=True, slots=True)
class Preset:
    """Choices under a name; None leaves a choice as it is.

    Attributes:
        sections: Ids of the sections to print; empty for all of them.
    """

    name: str
    extent: Extent | None = None
    paper: Paper | None = None
    print: Print | None = None
    ink: Ink | None = None
    sections: tuple[str, ...] = ()

    def is_called(self, name: str) -> bool:
        """Whether this is its name, in any case and however it is spaced."""
        return _plain(name) == _plain(self.name)

    def values(self) -> dict[str, object]:
        """What is written of it into a file or the settings."""
        return {
            "name": self.name,
            "extent": self.extent,
            "paper": self.paper,
            "print": self.print,
            "ink": self.ink,
            "sections": self.sections,
        }


@dataclass(frozen=True, slots=True)
class Clinic:
    """The profile of a clinic.

    Attributes:
        name: As it stands in the letterhead, and read aloud in place of the logo.
        address: Its lines.
        phone: Of the clinic.
        out_of_hours: Whom to call when the clinic is closed.
        colour: Of headings and lines, as "#0c4f49"; "" for the one of the program.
        paper: What its handouts are printed on, where nothing else is said.
        print: How large, where nothing else is said.
        footer: Words at the foot of every page.
    """

    name: str
    address: tuple[str, ...] = ()
    phone: str = ""
    out_of_hours: str = ""
    logo: Logo | None = None
    colour: str = ""
    paper: Paper | None = None
    print: Print | None = None
    footer: str = ""
    sign_offs: tuple[SignOff, ...] = ()
    presets: tuple[Preset, ...] = ()


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
