"""The reader as its command starts it, with a mark on the view of the topic."""

import reader.app
from bench.launch.mark import PaintMark
from reader.cli.main import run
from reader.ui.window import MainWindow


class WatchedWindow(MainWindow):
    """The window itself; nothing else of it is touched."""

    def _lay_out(self) -> None:
        super()._lay_out()
        PaintMark(self.view)


def main(slug: str, notebook: str) -> int:
    """Open the window on a topic and stay."""
    vars(reader.app)["MainWindow"] = WatchedWindow
    return run(["--topic", slug, "--notebook", notebook])
