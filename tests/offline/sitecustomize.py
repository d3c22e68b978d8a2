"""Refuses the network to every Python process that the tests start.

Python imports a module of this name by itself when its folder is on ``PYTHONPATH``;
``tests/conftest.py`` puts it there.
"""

import tests.offline.network  # noqa: F401 - imported for its audit hook
