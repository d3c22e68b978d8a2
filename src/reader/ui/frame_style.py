"""Rules for what only the window has: cards, the switch, the bar of messages."""

from PySide6.QtGui import QColor

from reader.resources import asset_path
from reader.ui.fonts import INTERFACE_PIXELS
from reader.ui.theme import Theme

_HALF = 0.5  # of the way from black to white


def frame_stylesheet(theme: Theme, percent: int) -> str:
    """The rules for the frame of the window, beside those for all widgets."""
    t = theme
    base = INTERFACE_PIXELS * percent / 100
    tick = round(base)
    return f"""
#start-page, #start-sheet {{ background: {t.page}; }}
#start-sheet QLabel {{ border: none; padding: 0; }}
QLineEdit {{ placeholder-text-color: {t.muted}; }}
#start-title {{ font-size: {round(base * 1.9)}px; }}
#start-lead {{ font-size: {round(base * 1.15)}px; }}
QPushButton[card="true"], QPushButton[hint="true"] {{ text-align: left;
  background: {t.window}; border: 2px solid {t.rule}; border-radius: 8px;
  padding: 10px 14px; }}
QPushButton[hint="true"] {{ background: {t.page}; border-color: {t.edge};
  color: {t.muted}; padding: 13px 16px; }}
QPushButton[card="true"]:hover, QPushButton[hint="true"]:hover {{
  background: {t.hover}; border-color: {t.accent}; }}
QPushButton[card="true"]:focus, QPushButton[hint="true"]:focus {{
  border-color: {t.focus}; }}
QPushButton[compact="true"] {{ padding: 4px 6px; border: 1px solid {t.edge}; }}
QPushButton[compact="true"]:disabled {{ border-color: {t.rule}; }}
QPushButton[compact="true"]:focus {{ border: 2px solid {t.focus};
  padding: 3px 5px; }}
QToolButton[switch="true"] {{ padding: 6px 8px; border: 1px solid {t.rule}; }}
QToolButton[switch="true"]:checked {{ border-color: {t.accent};
  font-weight: 600; }}
QToolButton[switch="true"]:focus {{ border: 2px solid {t.focus};
  padding: 5px 7px; }}
QToolButton[popupMode="2"] {{ padding-right: 24px; }}
QToolButton::menu-indicator {{ subcontrol-origin: padding;
  subcontrol-position: right center; right: 8px; }}
QPushButton::menu-indicator {{ subcontrol-origin: padding;
  subcontrol-position: right center; right: 4px; }}
QCheckBox::indicator {{ width: {tick}px; height: {tick}px; background: {t.page};
  border: 2px solid {t.edge}; border-radius: 4px; }}
QCheckBox::indicator:checked {{ background: {t.accent}; border-color: {t.accent};
  image: url("{_tick(t)}"); }}
#kiosk-notice {{ border: 3px solid {t.accent}; }}
#trace-mark {{ background: {t.header}; border: none;
  border-bottom: 2px solid {t.edge}; }}
#message-bar {{ background: {t.box}; border: none;
  border-bottom: 2px solid {t.box_rule}; }}
"""


def _tick(theme: Theme) -> str:
    """The tick of a check box, which has to be seen on the accent."""
    ground = "light" if QColor(theme.accent).lightnessF() > _HALF else "dark"
    return asset_path(f"arrows/tick-on-{ground}.svg").as_posix()
