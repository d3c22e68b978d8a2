"""Frozen records, as `dataclasses` makes them, in a quarter of the time.

`dataclasses.dataclass` writes six functions for each class and has Python compile each
of them. A window needs seventy records before its first page is painted, and these
took an eighth of its start. Here a record has an `__init__` of its own, and all of
them share the rest. What comes out is a dataclass to `dataclasses.fields`, `replace`
and `asdict`, to `match`, and to whoever checks types.

For records that are frozen and have slots, and whose defaults are values. Whatever
wants more takes the library's own.
"""

import dataclasses
from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

Kind = TypeVar("Kind", bound=type)


def _dataclass(*, frozen: bool, slots: bool) -> Callable[[Kind], Kind]:
    """Make a record of a class; see `dataclasses.dataclass`.

    Raises:
        TypeError: The class wants what these records have not.
    """
    if not (frozen and slots):
        raise TypeError("a record here is frozen and has slots")
    return _record


# What checks types knows this one by heart, and it checks ours the same.
if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    dataclass = _dataclass

__all__ = ["dataclass"]


def _record(plain: Kind) -> Kind:
    for name, method in _SHARED.items():
        setattr(plain, name, method)
    with_fields = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)
    made: Any = with_fields(plain)
    fields = dataclasses.fields(made)
    made.__init__ = _constructor(made, fields)
    made.values_of = attrgetter(*[field.name for field in fields] or ["__class__"])
    kind: Kind = made
    return kind


def _constructor(
    made: type, fields: tuple["dataclasses.Field[Any]", ...]
) -> Callable[..., None]:
    """An `__init__` that takes each field by place or by name, and puts it in.

    Raises:
        TypeError: A default is made anew for each record.
    """
    known: dict[str, Any] = {"put": object.__setattr__}
    heads, body = ["self"], ["pass"]
    for field in fields:
        name = field.name
        if field.default_factory is not dataclasses.MISSING:
            message = f"the default of {name!r} is no value"
            raise TypeError(message)
        if field.default is dataclasses.MISSING:
            heads.append(name)
        else:
            heads.append(f"{name}=default_{name}")
            known[f"default_{name}"] = field.default
        body.append(f"put(self, {name!r}, {name})")
    if hasattr(made, "__post_init__"):
        body.append("self.__post_init__()")
    text = f"def __init__({', '.join(heads)}): {'; '.join(body)}"
    exec(text, known)  # noqa: S102 - names of fields alone, as `dataclasses` does it
    init: Callable[..., None] = known["__init__"]
    init.__qualname__ = f"{made.__qualname__}.__init__"
    return init


def _equals(self: Any, other: Any) -> Any:  # noqa: ANN401 - any record, any thing
    if other.__class__ is not self.__class__:
        return NotImplemented
    return self.values_of(self) == self.values_of(other)


def _hash(self: Any) -> int:  # noqa: ANN401 - any record
    return hash(self.values_of(self))


def _in_words(self: Any) -> str:  # noqa: ANN401
    shown = [f"{name}={getattr(self, name)!r}" for name in self.__slots__]
    return f"{self.__class__.__qualname__}({', '.join(shown)})"


def _refuse_to_set(self: object, name: str, value: object) -> NoReturn:
    del self, value
    message = f"cannot assign to field {name!r}"
    raise dataclasses.FrozenInstanceError(message)


def _refuse_to_delete(self: object, name: str) -> NoReturn:
    del self
    message = f"cannot delete field {name!r}"
    raise dataclasses.FrozenInstanceError(message)


def _made_anew(self: Any) -> tuple[type, tuple[object, ...]]:  # noqa: ANN401
    return self.__class__, tuple([getattr(self, name) for name in self.__slots__])


_SHARED: Mapping[str, Callable[..., object]] = {
    "__eq__": _equals,
    "__hash__": _hash,
    "__repr__": _in_words,
    "__setattr__": _refuse_to_set,
    "__delattr__": _refuse_to_delete,
    "__reduce__": _made_anew,
}
