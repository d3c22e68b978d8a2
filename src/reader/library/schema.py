"""The shape of a library file, and how to know one."""

from pathlib import Path

FORMAT = 2
"""Stored as ``user_version``; a file with a higher number is refused."""

APPLICATION_ID = 0x45565244
"""Stored as ``application_id`` ("EVRD"), so that foreign files are known."""


def schema_sql() -> str:
    """The statements that make an empty library."""
    text = Path(__file__).with_name("schema.sql").read_text(encoding="utf-8")
    return (
        f"{text}\nPRAGMA application_id = {APPLICATION_ID};\n"
        f"PRAGMA user_version = {FORMAT};\n"
    )
