"""The guards of ``conftest.py`` stop what they are there to stop."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[1]
pytest_plugins = ["pytester"]

REACH_OUT = "import socket; socket.create_connection(('192.0.2.1', 9), timeout=1)"


def run_guarded(pytester: pytest.Pytester, body: str) -> pytest.RunResult:
    """Run a test file in a project of its own that has our conftest."""
    tests = pytester.mkdir("tests")
    shutil.copy(CHECKOUT / "tests" / "conftest.py", tests)
    shutil.copytree(CHECKOUT / "tests" / "offline", tests / "offline")
    (tests / "test_it.py").write_text(body, "utf-8")
    return pytester.runpytest_subprocess(
        "-p", "no:randomly", "--import-mode=importlib", "-o", "pythonpath=."
    )


def test_a_local_socket_is_allowed() -> None:
    first, second = socket.socketpair()
    first.close()
    second.close()


def test_a_test_that_swallows_the_refusal_fails_all_the_same(
    pytester: pytest.Pytester,
) -> None:
    result = run_guarded(
        pytester,
        "import contextlib, socket\n"
        "def test_it():\n"
        "    with contextlib.suppress(Exception):\n"
        "        socket.socket(socket.AF_INET6)\n",
    )
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*the test reached for the network*"])


def test_a_name_look_up_is_refused(pytester: pytest.Pytester) -> None:
    result = run_guarded(
        pytester,
        "import socket\ndef test_it():\n    socket.getaddrinfo('example.org', 80)\n",
    )
    result.assert_outcomes(failed=1, errors=1)


def test_a_program_started_by_a_test_is_refused_the_network_too() -> None:
    done = subprocess.run(
        [sys.executable, "-c", REACH_OUT], capture_output=True, text=True, check=False
    )
    assert done.returncode != 0
    assert "NetworkRefusedError" in done.stderr


def test_an_unexpected_log_record_fails_the_test(pytester: pytest.Pytester) -> None:
    result = run_guarded(
        pytester,
        "import logging\n"
        "def test_it():\n"
        "    logging.getLogger('reader.x').warning('disk is full')\n",
    )
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*WARNING reader.x: disk is full"])


def test_an_expected_log_record_passes(pytester: pytest.Pytester) -> None:
    result = run_guarded(
        pytester,
        "import logging\n"
        "def test_it(expect_log):\n"
        "    expect_log('disk is full')\n"
        "    logging.getLogger('reader.x').warning('disk is full')\n",
    )
    result.assert_outcomes(passed=1)


def test_an_expected_log_record_that_does_not_come_fails_the_test(
    pytester: pytest.Pytester,
) -> None:
    result = run_guarded(
        pytester, "def test_it(expect_log):\n    expect_log('disk is full')\n"
    )
    result.assert_outcomes(passed=1, errors=1)


def test_each_test_has_an_empty_home_of_its_own(home: Path) -> None:
    assert os.environ["EVIDENCE_READER_HOME"] == str(home)
    assert not list(home.iterdir())
