from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.notebook.store import Notebook
from tests.notebook.support import Ticking


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def clock() -> Ticking:
    return Ticking()


@pytest.fixture
def notebook(home: Path, clock: Ticking) -> Iterator[Notebook]:
    with Notebook.open(home, clock=clock) as opened:
        yield opened
