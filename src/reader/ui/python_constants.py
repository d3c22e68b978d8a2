"""Keeps None, True and False alive under a binding that miscounts them."""

import ctypes
import sys

_PLENTY = 1 << 40


def keep_constants_alive() -> None:
    """Give None, True and False more references than anyone can drop.

    PySide6 6.12 is built as if they were immortal, which they are from Python 3.12
    on (PEP 683). Under 3.11 each call that answers nothing then drops a reference to
    None, and each signal one to True: after about five thousand calls the
    interpreter stops with "deallocating None". With 2^40 more references it takes
    years. The count is the first field of every object in CPython, except in
    builds that trace references, which have `sys.getobjects`.
    """
    if sys.version_info >= (3, 12) or hasattr(sys, "getobjects"):
        return
    for constant in (None, True, False):
        count = ctypes.c_ssize_t.from_address(id(constant))
        if count.value < _PLENTY:
            count.value += _PLENTY
