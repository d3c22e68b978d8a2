"""The window: everything that knows Qt."""

from reader.ui.python_constants import keep_constants_alive

keep_constants_alive()
