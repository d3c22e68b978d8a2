"""What the computer asks of its programs: dark, more contrast, less movement."""

from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessibilityHints, QGuiApplication, QStyleHints


@cache
def style_hints() -> QStyleHints:
    """Qt's hints, kept for good.

    When the binding lets go of them, it takes those on accessibility for deleted,
    although whoever is connected to them still holds them.
    """
    return QGuiApplication.styleHints()


@cache
def accessibility_hints() -> QAccessibilityHints:
    """Qt's hints on accessibility, kept for good."""
    return style_hints().accessibility()


def wants_dark() -> bool:
    """Whether the computer shows light words on a dark ground."""
    return style_hints().colorScheme() is Qt.ColorScheme.Dark


def wants_contrast() -> bool:
    """Whether the computer asks for more contrast."""
    preference = accessibility_hints().contrastPreference()
    return preference is Qt.ContrastPreference.HighContrast


def wants_stillness() -> bool:
    """Whether the computer asks for less movement."""
    preference = accessibility_hints().motionPreference()
    return preference is Qt.MotionPreference.ReducedMotion
