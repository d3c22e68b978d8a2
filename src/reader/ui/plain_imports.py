"""Takes back the hook that PySide6 puts on every import."""

import builtins

import PySide6.QtCore  # noqa: F401 - only what it has done can be undone


def import_plainly() -> None:
    """Let `import` do what it does in Python, and no more.

    PySide6 has a hook of its own for modules that ask for other names of its methods
    (``from __feature__ import snake_case``). To learn which do, it reads the source of
    every module that is imported from then on, and keeps it. No module here asks; the
    start of a window took a twentieth longer. Should PySide6 come without the hook,
    there is nothing to take back.
    """
    before = getattr(builtins, "__orig_import__", None)
    if before is not None:
        builtins.__import__ = before
