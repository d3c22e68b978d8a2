"""Files of a clinic, read and written away from the window."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from reader.handout.clinic import Clinic, Logo
from reader.handout.clinic_file import FILE_NAME, read_clinic
from reader.handout.clinic_write import put_away, write_clinic
from reader.handout.letterhead_sample import letterhead_pdf
from reader.handout.logo import read_logo
from reader.handout.logo_fault import LogoError
from reader.model.errors import KnownError
from reader.notebook.location import make_folder


@dataclass(frozen=True, slots=True)
class Profile:
    """The clinic that handouts are made for.

    Attributes:
        clinic: None where there is none, or where its file cannot be used.
        path: The file that it comes from; None where there is none.
        shared: The file holds for everybody on this computer and is not changed here.
        error: Why the file cannot be used.
    """

    clinic: Clinic | None = None
    path: Path | None = None
    shared: bool = False
    error: KnownError | None = None


@dataclass(frozen=True, slots=True)
class ClinicPlaces:
    """Where a profile may lie.

    Attributes:
        own: The person's folder; what is there comes first.
        shared: The file for everybody on this computer, if there may be one.
    """

    own: Path
    shared: Path | None = None


@dataclass(frozen=True, slots=True)
class ReadProfile:
    """Finds the profile; a file that cannot be used is an answer, too."""

    places: ClinicPlaces

    def __call__(self, _opened: object) -> Profile:
        """The profile that holds."""
        own = self.places.own / FILE_NAME
        for path in (own, self.places.shared):
            if path is not None and path.exists():
                return _read(path, shared=path is not own)
        return Profile()


def _read(path: Path, *, shared: bool) -> Profile:
    try:
        return Profile(read_clinic(path), path, shared)
    except KnownError as error:
        return Profile(None, path, shared, error)


@dataclass(frozen=True, slots=True)
class WriteProfile:
    """Makes a clinic the person's own profile, or puts their profile away."""

    places: ClinicPlaces
    clinic: Clinic | None

    def __call__(self, _opened: object) -> Profile:
        """The profile that holds from now on.

        Raises:
            KnownError: The file cannot be written; the one before still holds.
        """
        translate = QCoreApplication.translate
        own = make_folder(self.places.own)
        if self.clinic is not None:
            return Profile(self.clinic, write_clinic(self.clinic, own))
        try:
            put_away(own)
        except OSError as error:
            message = translate("clinic", "The file “{path}” cannot be put away.")
            advice = translate("clinic", "Close whatever has it open, and try again.")
            path = own / FILE_NAME
            raise KnownError(message.format(path=path), advice) from error
        return ReadProfile(self.places)(_opened)


@dataclass(frozen=True, slots=True)
class ReadClinicFile:
    """Reads a profile that lies anywhere."""

    path: Path

    def __call__(self, _opened: object) -> Clinic:
        """The clinic.

        Raises:
            ClinicError: The file cannot be used.
        """
        return read_clinic(self.path)


@dataclass(frozen=True, slots=True)
class ReadLogo:
    """Reads and checks a picture."""

    path: Path

    def __call__(self, _opened: object) -> Logo:
        """The logo.

        Raises:
            KnownError: The picture cannot be a logo.
        """
        try:
            return read_logo(self.path)
        except LogoError as error:
            message = f"“{self.path.name}” {error.message}."
            advice = QCoreApplication.translate(
                "clinic", "Choose another picture; nothing has changed."
            )
            raise KnownError(message, advice) from error


@dataclass(frozen=True, slots=True)
class DrawLetterhead:
    """Draws a letterhead as it will be printed."""

    clinic: Clinic

    def __call__(self, _opened: object) -> bytes:
        """A PDF of one page.

        Raises:
            ReaderError: It cannot be drawn.
        """
        return letterhead_pdf(self.clinic)
