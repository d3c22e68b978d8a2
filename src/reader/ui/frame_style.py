"""Rules for what only the window has: cards, the switch, the bar of messages."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication

from reader.resources import asset_path
from reader.ui.fonts import INTERFACE_PIXELS
from reader.ui.stylesheet import arrow
from reader.ui.theme import Theme

_HALF = 0.5  # of the way from black to white


def frame_stylesheet(theme: Theme, percent: int) -> str:
    """The rules for the frame of the window, beside those for all widgets."""
    base = INTERFACE_PIXELS * percent / 100
    return "\n".join(
        [
            _start_page(theme, base),
            _buttons(theme),
            _marks(theme, round(base)),
            _bars_and_boxes(theme),
        ]
    )


def _start_page(t: Theme, base: float) -> str:
    # A card draws its own words, which may wrap.
    return f"""
#start-page, #start-sheet {{ background: {t.page}; }}
#start-sheet QLabel {{ border: none; padding: 0; }}
#start-title {{ font-size: {round(base * 1.9)}px; }}
#start-lead {{ font-size: {round(base * 1.15)}px; }}
QPushButton[card="true"] {{ color: transparent;
  background: {t.window}; border: 2px solid {t.rule}; border-radius: 8px;
  padding: 10px 14px; }}
QPushButton[card="true"]:hover {{ background: {t.hover}; border-color: {t.accent}; }}
QPushButton[card="true"]:focus {{ border-color: {t.focus}; }}
#first-steps {{ background: {t.box}; border: none; border-radius: 8px;
  border-left: 5px solid {t.box_rule}; }}
"""


def _buttons(t: Theme) -> str:
    return f"""
QLineEdit {{ placeholder-text-color: {t.muted}; }}
QPushButton[compact="true"] {{ padding: 4px 6px; border: 1px solid {t.edge}; }}
QPushButton[compact="true"]:disabled {{ border-color: {t.rule}; }}
QPushButton[compact="true"]:focus {{ border: 2px solid {t.focus};
  padding: 3px 5px; }}
QToolButton[switch="true"] {{ padding: 6px 8px; border: 1px solid {t.rule}; }}
QToolButton[switch="true"]:checked {{ border-color: {t.accent}; }}
QToolButton[switch="true"]:focus {{ border: 2px solid {t.focus};
  padding: 5px 7px; }}
QToolButton[switch="true"]:checked:focus {{ border: 5px double {t.on_selected};
  padding: 2px 4px; }}
QComboBox[compact="true"] {{ padding: 4px 6px; }}
QComboBox[compact="true"]:focus {{ padding: 3px 5px; }}
"""


def _marks(t: Theme, side: int) -> str:
    """Arrows and ticks, which are as large as the words."""
    mirrored = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    end = "left" if mirrored else "right"
    return f"""
QToolButton[popupMode="2"] {{ padding-{end}: {side + 10}px; }}
QToolButton::menu-indicator, QPushButton::menu-indicator {{
  image: url("{arrow("down", t)}"); width: {side}px; height: {side}px;
  subcontrol-origin: padding; subcontrol-position: right center; right: 4px; }}
QComboBox::down-arrow {{ width: {side}px; height: {side}px; }}
QComboBox::drop-down {{ width: {side + 10}px; }}
QComboBox[compact="true"]::drop-down {{ width: 20px; }}
QTreeView::branch:has-children:closed {{ image: url("{arrow(end, t)}"); }}
QTreeView::branch:has-children:open {{ image: url("{arrow("down", t)}"); }}
QMenu {{ icon-size: {side}px; }}
QCheckBox::indicator {{ width: {side}px; height: {side}px; background: {t.page};
  border: 2px solid {t.edge}; border-radius: 4px; }}
QCheckBox::indicator:checked {{ background: {t.accent}; border-color: {t.accent};
  image: url("{_tick(t)}"); }}
"""


def _bars_and_boxes(t: Theme) -> str:
    return f"""
#finding {{ border: none; }}
#pane-switch {{ border-bottom: 1px solid {t.rule}; }}
#kiosk-notice {{ border: 3px solid {t.accent}; }}
#trace-mark {{ background: {t.header}; border: none;
  border-bottom: 2px solid {t.edge}; }}
#find-bar, #speech-bar {{ background: {t.header}; border: none;
  border-top: 2px solid {t.edge}; }}
#speech-bar QToolButton {{ padding: 5px 7px; }}
#message-bar {{ background: {t.box}; border: none;
  border-bottom: 2px solid {t.box_rule}; }}
QLabel[alert="true"] {{ color: {t.text}; background: {t.alert}; padding: 6px 8px;
  border: none; border-left: 4px solid {t.alert_rule}; }}
#handout-pages {{ border: 2px solid {t.rule}; }}
#handout-pages:focus {{ border-color: {t.focus}; }}
"""


def _tick(theme: Theme) -> str:
    """The tick of a check box, which has to be seen on the accent."""
    ground = "light" if QColor(theme.accent).lightnessF() > _HALF else "dark"
    return asset_path(f"arrows/tick-on-{ground}.svg").as_posix()
