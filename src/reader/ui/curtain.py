"""Holds back the painting of a window while it is set anew."""

from PySide6.QtWidgets import QWidget


def hold(window: QWidget) -> None:
    """Paint nothing of the window until it is released."""
    window.setUpdatesEnabled(False)


def release(window: QWidget) -> None:
    """Paint the window again, all at once."""
    window.setUpdatesEnabled(True)
    handle = window.windowHandle()
    if handle is not None:
        # On X11 Qt believes that a request of the time in between is still on its
        # way, and would wait for it until something else happens.
        handle.requestUpdate()
