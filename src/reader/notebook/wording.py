"""The words a person gives: what is accepted, and the form in which it is kept."""

from reader.model.errors import BugError, KnownError

NOTE_LIMIT = 20_000
"""The longest note, in characters."""

NAME_LIMIT = 200
"""The longest name of a folder, in characters."""


def kept_text(text: str) -> str:
    """Replace halves of characters, which no file can hold (a paste may bring them)."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def kept_note(note: str) -> str:
    """Give a note as it is kept.

    Raises:
        KnownError: It is too long.
    """
    if len(note) > NOTE_LIMIT:
        raise KnownError(
            f"The note has {len(note):,} characters; the most is {NOTE_LIMIT:,}.",
            "Shorten it or spread it over several bookmarks.",
        )
    return kept_text(note)


def kept_name(name: str) -> str:
    """Give the name of a folder as it is kept: on one line, without outer spaces.

    Raises:
        KnownError: It is empty or too long.
    """
    kept = " ".join(kept_text(name).split())
    if not kept:
        raise KnownError("A folder needs a name.", "Type one, then try again.")
    if len(kept) > NAME_LIMIT:
        raise KnownError(
            f"The name of a folder can have {NAME_LIMIT} characters at most.",
            "Shorten it, then try again.",
        )
    return kept


def kept_slug(slug: str) -> str:
    """Check the slug of a topic.

    Raises:
        BugError: It is empty; slugs come from the library, never from a keyboard.
    """
    if not slug:
        raise BugError("A topic without a slug was to be kept.")
    return kept_text(slug)


def kept_section(section: str | None) -> str | None:
    """Give a section as it is kept; an empty one means the whole topic."""
    return kept_text(section) if section else None
