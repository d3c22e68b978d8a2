"""The theme on the whole window: palette, style sheet and typeface."""

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from reader.resources import asset_path
from reader.ui.fonts import INTERFACE_PIXELS, font
from reader.ui.theme import Theme

_HALF = 0.5  # of the way from black to white


def apply_theme(app: QApplication, theme: Theme, percent: int = 100) -> None:
    """Give every window colours and a typeface; the rules are for each to set.

    Args:
        app: The program.
        theme: The colours.
        percent: The size of the words around the page.
    """
    app.setFont(font(INTERFACE_PIXELS * percent / 100))
    app.setPalette(palette(theme))


def palette(theme: Theme) -> QPalette:
    """The theme as Qt's palette, for all that the style sheet leaves to Fusion."""
    made = QPalette()
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.page,
        role.AlternateBase: theme.header,
        role.ToolTipBase: theme.page,
        role.ToolTipText: theme.text,
        role.PlaceholderText: theme.muted,
        role.Text: theme.text,
        role.Button: theme.window,
        role.ButtonText: theme.text,
        role.BrightText: theme.on_accent,
        role.Link: theme.link,
        role.LinkVisited: theme.link,
        role.Highlight: theme.selected,
        role.HighlightedText: theme.on_selected,
        role.Accent: theme.accent,
        role.Light: theme.hover,
        role.Midlight: theme.hover,
        role.Mid: theme.rule,
        role.Dark: theme.edge,
        role.Shadow: theme.edge,
    }
    for name, colour in colours.items():
        made.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor(theme.edge))
    return made


def stylesheet(theme: Theme) -> str:
    """The rules for all widgets: calm surfaces, and a focus ring on every one."""
    parts = _surfaces, _controls, _fields, _lists, _bars, _scroll_bars
    return "\n".join([part(theme) for part in parts])


def _surfaces(t: Theme) -> str:
    return f"""
QToolTip {{ color: {t.text}; background: {t.page}; border: 1px solid {t.edge};
  padding: 4px 8px; }}
QTextBrowser {{ background: {t.page}; border: 2px solid transparent; }}
QTextBrowser:focus {{ border-color: {t.focus}; }}
QScrollArea {{ border: 2px solid transparent; background: transparent; }}
QScrollArea:focus {{ border-color: {t.focus}; }}
QLabel[muted="true"] {{ color: {t.muted}; }}
QLabel[heading="true"] {{ color: {t.heading}; font-weight: 600; }}
QLabel {{ border: 2px solid transparent; }}
QLabel:focus {{ border-color: {t.focus}; }}
QSplitter::handle {{ background: {t.rule}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QSplitter::handle:vertical {{ height: 1px; }}
"""


def _controls(t: Theme) -> str:
    return f"""
QPushButton, QToolButton {{ color: {t.text}; background: transparent;
  border: 2px solid transparent; border-radius: 6px; padding: 5px 10px; }}
QPushButton {{ background: {t.page}; border-color: {t.edge}; padding: 6px 14px; }}
QPushButton:hover, QToolButton:hover {{ background: {t.hover}; }}
QPushButton:pressed, QToolButton:pressed, QToolButton:checked {{
  color: {t.on_selected}; background: {t.selected}; }}
QPushButton:focus, QToolButton:focus {{ border-color: {t.focus}; }}
QToolButton:checked:focus {{ border: 5px double {t.on_selected};
  padding: 2px 7px; }}
QPushButton:default {{ color: {t.on_accent}; background: {t.accent};
  border-color: {t.accent}; }}
QPushButton:default:focus {{ border: 6px double {t.window}; padding: 2px 10px; }}
QPushButton:disabled, QToolButton:disabled {{ color: {t.edge};
  border-color: transparent; }}
QCheckBox:focus, QRadioButton:focus, QSlider:focus {{
  border: 2px solid {t.focus}; border-radius: 4px; }}
"""


def _fields(t: Theme) -> str:
    return f"""
QLineEdit, QPlainTextEdit, QComboBox {{ color: {t.text};
  background: {t.page}; border: 1px solid {t.edge}; border-radius: 6px;
  padding: 7px 9px; selection-color: {t.on_selected};
  selection-background-color: {t.selected}; }}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus {{
  border: 2px solid {t.focus}; padding: 6px 8px; }}
QSpinBox QLineEdit, QSpinBox QLineEdit:focus {{ border: none; padding: 4px; }}
QSpinBox QLineEdit:focus {{ background: {t.selected}; color: {t.on_selected}; }}
QComboBox::drop-down {{ border: none; width: 26px; }}
QComboBox::down-arrow {{ image: url("{arrow("down", t)}"); width: 16px;
  height: 16px; }}
QComboBox QAbstractItemView {{ color: {t.text}; background: {t.page};
  border: 1px solid {t.edge}; }}
"""


def arrow(way: str, theme: Theme) -> str:
    """The path of an arrow down, left or right that is seen on the page.

    A rule for a combo box takes Fusion's own arrow away, and that of a branch does
    not grow with the words.
    """
    ground = "light" if QColor(theme.page).lightnessF() > _HALF else "dark"
    return asset_path(f"arrows/{way}-on-{ground}.svg").as_posix()


def _lists(t: Theme) -> str:
    return f"""
QListView, QTreeView, QTableView {{ color: {t.text}; background: transparent;
  border: 2px solid transparent; outline: 0; }}
QListView:focus, QTreeView:focus, QTableView:focus {{ border-color: {t.focus};
  border-radius: 6px; }}
QListView::item, QTreeView::item {{ padding: 5px 8px; border-radius: 5px;
  border: 1px solid transparent; }}
QListView::item:hover, QTreeView::item:hover {{ background: {t.hover}; }}
QListView::item:selected, QTreeView::item:selected {{ color: {t.on_selected};
  background: {t.selected}; }}
QListView::item:selected:focus, QTreeView::item:selected:focus {{
  border-color: {t.on_selected}; }}
QHeaderView::section {{ color: {t.text}; background: {t.header}; border: none;
  border-bottom: 1px solid {t.edge}; padding: 6px 8px; }}
"""


def _bars(t: Theme) -> str:
    return f"""
QToolBar {{ background: {t.window}; border: none; spacing: 2px; padding: 4px 8px;
  border-bottom: 1px solid {t.rule}; }}
QStatusBar {{ color: {t.muted}; background: {t.window};
  border-top: 1px solid {t.rule}; }}
QMenuBar {{ color: {t.text}; background: {t.window}; }}
QMenuBar::item:selected {{ color: {t.on_selected}; background: {t.selected}; }}
QMenu {{ color: {t.text}; background: {t.page}; border: 1px solid {t.edge};
  padding: 4px; }}
QMenu {{ menu-scrollable: 1; }}
QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: 4px; }}
QMenu::item:selected {{ color: {t.on_selected}; background: {t.selected}; }}
QMenu::item:disabled {{ color: {t.edge}; }}
QMenu::separator {{ height: 1px; background: {t.rule}; margin: 4px 8px; }}
QTabBar::tab {{ color: {t.muted}; background: transparent; padding: 8px 14px;
  border: 2px solid transparent; border-bottom: 3px solid transparent; }}
QTabBar::tab:selected {{ color: {t.text}; border-bottom-color: {t.accent}; }}
QTabBar::tab:hover {{ background: {t.hover}; }}
QTabBar::tab:focus {{ border-color: {t.focus}; }}
QTabWidget::pane {{ border: none; }}
"""


def _scroll_bars(t: Theme) -> str:
    return f"""
QScrollBar:vertical {{ background: transparent; width: 13px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 13px; margin: 0; }}
QScrollBar::handle {{ background: {t.edge}; border-radius: 3px;
  margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 36px; }}
QScrollBar::handle:horizontal {{ min-width: 36px; }}
QScrollBar::handle:hover {{ background: {t.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
