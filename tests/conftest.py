"""What holds for every test: no screen, no network, no traces, no surprises."""

import logging
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.offline import network

CHECKOUT = Path(__file__).parents[1]
GUI_FIXTURES = frozenset({"qapp", "qtbot", "qtmodeltester"})

# A test that passes on one machine passes on every other: the examples are the same
# each time in CI, none is kept in a database, and a slow machine is no failure.
settings.register_profile("local", deadline=None, database=None)
settings.register_profile("ci", deadline=None, database=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--onscreen", action="store_true", help="show the windows the tests open"
    )


def pytest_configure(config: pytest.Config) -> None:
    if not config.getoption("--onscreen"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["CUPS_SERVER"] = "/nowhere"  # no test comes near a real printer
    paths = [str(CHECKOUT), str(CHECKOUT / "tests" / "offline")]
    if inherited := os.environ.get("PYTHONPATH"):
        paths.append(inherited)
    os.environ["PYTHONPATH"] = os.pathsep.join(paths)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests that open windows in one process, where they run in turn."""
    for item in items:
        if GUI_FIXTURES.intersection(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.xdist_group("gui"))


@pytest.fixture(autouse=True)
def home(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """The folder where the program keeps what a person keeps, empty for each test."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("EVIDENCE_READER_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def _offline() -> Iterator[None]:
    network.attempts.clear()
    yield
    if network.attempts:
        pytest.fail(f"the test reached for the network: {network.attempts}")


class _Warnings(logging.Handler):
    """Keeps what is logged at WARNING and above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def expect_log() -> Iterator[Callable[[str], None]]:
    """Fail a test that logs a warning or an error it did not announce.

    ``expect_log("could not be read")`` announces one: a regular expression that has
    to be found in ``LEVEL logger: message``, and is itself a failure when it is not.
    """
    expected: list[str] = []
    handler = _Warnings()
    logging.getLogger().addHandler(handler)
    yield expected.append
    logging.getLogger().removeHandler(handler)
    surprising = [
        message
        for message in handler.messages
        if not any(re.search(pattern, message) for pattern in expected)
    ]
    if surprising:
        pytest.fail("logged unexpectedly:\n" + "\n".join(surprising))
    absent = [
        pattern
        for pattern in expected
        if not any(re.search(pattern, message) for message in handler.messages)
    ]
    if absent:
        pytest.fail(f"expected to be logged, but was not: {absent}")
