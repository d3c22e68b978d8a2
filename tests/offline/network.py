"""Refuses the network to this process.

The reader promises never to use the network. An audit hook sees each socket the
interpreter makes, whichever library asks for it; a patched ``socket.socket`` would
be got round by whoever took the class before.
"""

import sys

# AF_UNIX has this number on every system, and ``socket`` is not imported here so
# that a test can ask whether the program did.
LOCAL_FAMILY = 1
NAME_LOOKUPS = frozenset(
    {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}
)
attempts: list[str] = []


class NetworkRefusedError(Exception):
    """Something tried to reach the network."""


def refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    """Refuse network sockets and name look-ups, and remember that one was asked."""
    if event in NAME_LOOKUPS or (
        event == "socket.__new__" and arguments[1] != LOCAL_FAMILY
    ):
        attempts.append(event)
        raise NetworkRefusedError(event)


sys.addaudithook(refuse_network)
