"""The scripts of packaging, which lie outside the package."""

import importlib.util
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

PACKAGING = Path(__file__).parents[2] / "packaging"


@pytest.fixture
def script() -> Callable[[str], ModuleType]:
    """Loads a script of packaging, named from there."""

    def load(name: str) -> ModuleType:
        path = PACKAGING / name
        spec = importlib.util.spec_from_file_location(f"packaging_{path.stem}", path)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    return load
