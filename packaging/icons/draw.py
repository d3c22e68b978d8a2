"""Draws the icon of the program in the sizes that desktops ask for.

    python packaging/icons/draw.py FOLDER

FOLDER gets a tree as under /usr/share/icons/hicolor. Needs PySide6 with QtSvg.
"""

import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

NAME = "evidence-reader"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
_SOURCE = Path(__file__).with_name(f"{NAME}.svg")


def draw(size: int) -> QImage:
    """The icon in so many pixels each way."""
    image = QImage(QSize(size, size), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(_SOURCE)).render(painter)
    painter.end()
    return image


def main(folder: Path) -> None:
    """Write all sizes, and the drawings that they are made from."""
    app = QGuiApplication(["draw"])
    for size in SIZES:
        target = folder / f"{size}x{size}" / "apps" / f"{NAME}.png"
        target.parent.mkdir(parents=True, exist_ok=True)
        if not draw(size).save(str(target)):
            sys.exit(f"{target} cannot be written.")
    for kind in ("scalable", "symbolic"):
        name = NAME if kind == "scalable" else f"{NAME}-symbolic"
        target = folder / kind / "apps" / f"{name}.svg"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(_SOURCE.with_name(f"{name}.svg").read_bytes())
    app.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
