"""The project can be installed from any index, and from the same files each time."""

import re
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[1]
LOCKS = ("requirements.lock", "requirements-dev.lock")
SET_UP = [
    *LOCKS,
    "Makefile",
    "pyproject.toml",
    ".ci/run",
    *(
        str(path.relative_to(CHECKOUT))
        for path in sorted((CHECKOUT / "packaging").rglob("*"))
        if path.is_file()
    ),
]
PINNED = re.compile(r"([a-z0-9-]+)==([0-9][0-9a-z.]*)( ; [^\\]+)? \\")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")


def pins(lock: str) -> dict[str, str]:
    lines = (CHECKOUT / lock).read_text("utf-8").splitlines()
    return {match[1]: match[2] for line in lines if (match := PINNED.fullmatch(line))}


# Names of formats, and where the sources of what ships inside are to be had. They stand
# in files that are read, and nothing is asked of them when the program is built.
NAMED = {
    "code.qt.io",
    "creativecommons.org",
    "fsf.org",
    "gcc.gnu.org",
    "github.com",
    "gitlab.freedesktop.org",
    "learn.microsoft.com",
    "libexpat.github.io",
    "mozilla.org",
    "sourceware.org",
    "tukaani.org",
    "www.apple.com",
    "www.debian.org",
    "www.bytereef.org",
    "www.freedesktop.org",
    "www.gnu.org",
    "www.python.org",
    "www.sqlite.org",
    "www.w3.org",
    "zlib.net",
}
READ_ONLY = {".manifest", ".plist", ".svg", ".toml", ".txt", ".xml"}


@pytest.mark.parametrize("name", SET_UP)
def test_no_file_of_the_set_up_names_an_index(name: str) -> None:
    text = (CHECKOUT / name).read_text("utf-8")
    assert not re.search(r"--(extra-)?index-url|--find-links|trusted-host", text)
    hosts = {match[1] for match in re.finditer(r"://([\w.-]*)", text)}
    read_only = Path(name).suffix in READ_ONLY or Path(name).name == "copyright"
    data = name.startswith("packaging/") and read_only
    assert hosts - (NAMED if data else set()) == set()


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_is_pins_and_hashes_and_nothing_else(name: str) -> None:
    lines = (CHECKOUT / name).read_text("utf-8").splitlines()
    assert [
        line
        for line in lines
        if not (line.startswith("#") or PINNED.fullmatch(line) or HASH.fullmatch(line))
    ] == []


def test_the_program_is_tested_with_what_it_is_run_with() -> None:
    run, test = (pins(name) for name in LOCKS)
    assert run.items() <= test.items()
    assert len(run) < len(test)
