"""Records to JSON values and back, by their own type hints.

A union is told apart by "type", the lower-case name of the record; everything
else needs no mark. Values that equal a field's default are left out, so that a
library stays small.
"""

import dataclasses
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from reader.model.errors import UnreadableError

Json = Any
"""A JSON value; its shape is known only to the record it came from."""

Record = TypeVar("Record")

_Hint = Any
"""A type or a type hint; typing has no name for both."""

_Decoder = Callable[[Json], Any]


def encode(value: object) -> Json:
    """Turn a record into JSON values."""
    kind = type(value)
    if kind is str or kind is int or value is None:
        return value
    if isinstance(value, tuple):
        return [encode(item) for item in value]
    if isinstance(value, StrEnum):
        return value.value
    hint: _Hint = kind
    tag, fields = _fields(hint)
    record: dict[str, Json] = {"type": tag}
    for name, key, default in fields:
        item = getattr(value, name)
        if item != default:
            record[key] = item if type(item) is str else encode(item)
    return record


@cache
def _fields(kind: _Hint) -> tuple[str, tuple[tuple[str, str, Any], ...]]:
    """A record's tag, and each field's name, key and default."""
    fields = dataclasses.fields(kind)
    return kind.__name__.lower(), tuple(
        (field.name, field.name.rstrip("_"), field.default) for field in fields
    )


def decode(wanted: type[Record], value: Json) -> Record:
    """Turn JSON values back into a record.

    Raises:
        UnreadableError: The values do not have the record's shape.
    """
    hint: _Hint = wanted
    try:
        record: Record = _decoder(hint)(value)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        msg = "A page of the library cannot be read."
        advice = "Install Evidence Reader again to get a whole library."
        raise UnreadableError(msg, advice) from error
    return record


@cache
def _decoder(hint: _Hint) -> _Decoder:
    """The function that reads one kind of value, made once for each type."""
    origin: object = get_origin(hint)
    if origin is tuple:
        item = _decoder(get_args(hint)[0])
        return lambda value: tuple([item(part) for part in value])
    if origin is Union or origin is UnionType:
        return _union(get_args(hint))
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return _record(hint)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint
    return _plain


def _plain(value: Json) -> Json:
    return value


def _union(members: tuple[Any, ...]) -> _Decoder:
    optional = NoneType in members
    solid = [member for member in members if member is not NoneType]
    if len(solid) == 1:
        inner = _decoder(solid[0])
        return lambda value: None if value is None and optional else inner(value)
    tags = {member.__name__.lower(): member for member in solid}
    return lambda value: _decoder(tags[value["type"]])(value)


def _record(wanted: type[Any]) -> _Decoder:
    readers: Mapping[str, tuple[str, _Decoder]] | None = None

    def read(value: Json) -> object:
        # Built on first use: blocks hold blocks, so an eager build never ends.
        nonlocal readers
        if readers is None:
            hints = get_type_hints(wanted)
            readers = {
                field.name.rstrip("_"): (field.name, _decoder(hints[field.name]))
                for field in dataclasses.fields(wanted)
            }
        given = {
            readers[key][0]: readers[key][1](item)
            for key, item in value.items()
            if key != "type" or key in readers
        }
        return wanted(**given)

    return read
