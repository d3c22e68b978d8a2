"""The reader as its command starts it, with a mark on the view of the topic."""

from importlib import import_module

import reader.app
from reader.cli.main import run
from reader.ui.window import MainWindow


class WatchedWindow(MainWindow):
    """The window itself; nothing else of it is touched."""

    def _lay_out(self) -> None:
        super()._lay_out()
        # Loaded here, so that it is the reader that loads Qt, in its own order.
        import_module("bench.launch.mark").PaintMark(self.view)


def main(slug: str, notebook: str) -> int:
    """Open the window on a topic and stay."""
    vars(reader.app)["MainWindow"] = WatchedWindow
    return run(["--topic", slug, "--notebook", notebook])
