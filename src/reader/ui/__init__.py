"""The window: everything that knows Qt."""

from reader.ui.plain_imports import import_plainly
from reader.ui.python_constants import keep_constants_alive

import_plainly()
keep_constants_alive()
