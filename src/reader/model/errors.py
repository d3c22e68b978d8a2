"""The two kinds of failure: the person's surroundings, and our own mistakes."""


class ReaderError(Exception):
    """Anything this program raises on purpose."""


class KnownError(ReaderError):
    """Something outside the program is in the way: a disk, a file, a printer.

    Attributes:
        message: One plain sentence that says what happened.
        advice: One plain sentence that says what to do next; may be empty.
        details: Lines for whoever can mend it, one thing each; mostly none.
    """

    def __init__(
        self, message: str, advice: str = "", details: tuple[str, ...] = ()
    ) -> None:
        """Keep the two sentences apart, so that a window can set them apart."""
        super().__init__(f"{message} {advice}".strip())
        self.message = message
        self.advice = advice
        self.details = details


class UnreadableError(KnownError):
    """A file is damaged, foreign, too new or otherwise refused as a whole."""


class NotFoundError(KnownError):
    """What was asked for does not exist here, for example an unknown slug."""


class BugError(ReaderError):
    """A mistake of ours: logged in full, apologised for in one sentence."""
