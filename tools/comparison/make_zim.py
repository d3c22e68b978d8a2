"""Makes a ZIM file of all pages of the library, as Kiwix reads it.

python -m tools.comparison.make_zim build/comparison/pages.zim [--names]

With --names, each other name of an illness leads to its page, as the redirects of
Wikipedia do. Needs zimwriterfs.
"""

import html
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtGui import QColor, QImage

from reader.handout.html import render_html
from reader.library.store import Library
from reader.resources import library_path

_ICON = 48  # pixels, as the format wants it
_NAME = "Evidence Reader"


def write_pages(folder: Path, *, names: bool) -> None:
    """Write the pages, a list of them and an icon."""
    items: list[str] = []
    with Library.open(library_path()) as library:
        for entry in library.topics():
            topic = library.topic(entry.slug)
            file = f"{entry.slug}.html"
            page = render_html(topic, library.picture)
            (folder / file).write_text(page, encoding="utf-8")
            items.append(f'<li><a href="{file}">{html.escape(entry.title)}</a></li>')
            for number, name in enumerate(topic.also_called if names else ()):
                other = folder / f"{entry.slug}-{number}.html"
                other.write_text(_redirect(name, file), encoding="utf-8")
    (folder / "index.html").write_text(
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{_NAME}'
        f"</title></head><body><h1>{_NAME}</h1><ul>{''.join(items)}</ul></body></html>",
        encoding="utf-8",
    )
    icon = QImage(_ICON, _ICON, QImage.Format.Format_RGB32)
    icon.fill(QColor("teal"))
    icon.save(str(folder / "icon.png"))


def _redirect(name: str, file: str) -> str:
    return (
        f"<!DOCTYPE html><html><head><title>{html.escape(name)}</title>"
        f'<meta http-equiv="refresh" content="0;url={file}"></head></html>'
    )


def main(archive: Path, *, names: bool) -> None:
    """Write the pages into a folder of the moment, and pack them."""
    archive.parent.mkdir(parents=True, exist_ok=True)
    archive.unlink(missing_ok=True)
    with TemporaryDirectory() as place:
        pages = Path(place) / "pages"
        pages.mkdir()
        write_pages(pages, names=names)
        command = ["zimwriterfs", "--welcome=index.html", "--illustration=icon.png"]
        command += ["--language=eng", f"--title={_NAME}", "--description=Pages"]
        command += [f"--creator={_NAME}", f"--publisher={_NAME}", "--name=pages"]
        subprocess.run([*command, str(pages), str(archive)], check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), names="--names" in sys.argv)
