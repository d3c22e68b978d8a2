"""The least that shows an article: a window, a QTextBrowser, HTML from a file."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QMainWindow, QTextBrowser

from bench.launch.mark import PaintMark


def main(article: str) -> int:
    """Show the article and stay."""
    app = QApplication([sys.argv[0]])
    window = QMainWindow()
    browser = QTextBrowser(window)
    browser.setHtml(Path(article).read_text(encoding="utf-8"))
    window.setCentralWidget(browser)
    window.resize(1240, 800)
    PaintMark(browser)
    window.show()
    return app.exec()
