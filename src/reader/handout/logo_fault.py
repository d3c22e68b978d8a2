"""Why a picture cannot be the logo of a clinic."""

from reader.model.errors import UnreadableError


class LogoError(UnreadableError):
    """A picture is refused; the message goes on after its name, as "is damaged"."""
