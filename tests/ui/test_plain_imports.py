import subprocess
import sys

READ = """
import linecache, sys
import {modules}
print(*[n for n in linecache.cache if "reader" in n], sep="\\n")
"""


def sources_read(modules: str) -> list[str]:
    """The files of ours that were read as text while these modules were imported."""
    script = READ.format(modules=modules)
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True
    )
    return done.stdout.split()


def test_qt_does_not_read_the_source_of_each_module_of_the_window() -> None:
    assert sources_read("PySide6.QtCore, reader.model.topic"), "it does so by itself"
    read = sources_read("reader.ui, reader.ui.topic_document")
    assert not [name for name in read if "topic" in name]
