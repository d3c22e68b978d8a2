import copy
import dataclasses
from typing import Any, Generic, TypeVar

import pytest

from reader.model.frozen import dataclass

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Ours:
    """A record of ours."""

    slug: str
    count: int = 3
    note: str | None = None

    @property
    def twice(self) -> int:
        return 2 * self.count


@dataclasses.dataclass(frozen=True, slots=True)
class Theirs:
    """The same by the library."""

    slug: str
    count: int = 3
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Empty:
    """Nothing in it."""


@dataclass(frozen=True, slots=True)
class Box(Generic[Thing]):
    """Holds one thing."""

    thing: Thing


@dataclass(frozen=True, slots=True)
class Checked:
    """Refuses what is below nothing."""

    count: int

    def __post_init__(self) -> None:
        if self.count < 0:
            raise ValueError(self.count)


def test_a_record_says_the_same_of_itself_as_one_of_the_library() -> None:
    ours, theirs = Ours("als", note="n"), Theirs("als", note="n")
    assert repr(ours) == repr(theirs).replace("Theirs", "Ours")
    assert dataclasses.asdict(ours) == dataclasses.asdict(theirs)
    assert Ours.__match_args__ == Theirs.__match_args__
    assert Ours.__slots__ == Theirs.__slots__
    assert [(f.name, f.type, f.default) for f in dataclasses.fields(Ours)] == [
        (f.name, f.type, f.default) for f in dataclasses.fields(Theirs)
    ]


def test_a_record_equals_only_what_is_of_its_kind_and_holds_the_same() -> None:
    assert Ours("als") == Ours("als", 3, None)
    assert hash(Ours("als")) == hash(Ours(slug="als"))
    assert Ours("als") != Ours("als", 4)
    theirs: object = Theirs("als")
    assert Ours("als") != theirs
    assert Empty() == Empty()
    assert len({Empty(), Empty(), Box(1), Box(1), Box(2)}) == 3


def test_a_record_keeps_its_methods_and_can_be_copied_and_replaced() -> None:
    record = Ours("als", 5)
    assert record.twice == 10
    assert dataclasses.replace(record, note="new") == Ours("als", 5, "new")
    assert copy.copy(record) == copy.deepcopy(record) == record
    match record:
        case Ours(slug, count):
            assert (slug, count) == ("als", 5)


def test_a_record_is_frozen() -> None:
    record: Any = Ours("als")
    with pytest.raises(dataclasses.FrozenInstanceError, match="slug"):
        record.slug = "ms"
    with pytest.raises(dataclasses.FrozenInstanceError, match="slug"):
        del record.slug
    with pytest.raises(AttributeError):
        record.other = 1
    assert record == Ours("als")


def test_wrong_arguments_are_refused_by_the_name_of_the_record() -> None:
    made: Any = Ours
    with pytest.raises(TypeError, match=r"Ours\.__init__\(\).*'slug'"):
        made()
    with pytest.raises(TypeError, match="other"):
        made("als", other=1)


def test_a_record_may_check_what_it_is_given() -> None:
    assert Checked(0).count == 0
    with pytest.raises(ValueError, match="-1"):
        Checked(-1)


def test_what_these_records_have_not_is_refused_when_the_class_is_made() -> None:
    make: Any = dataclass
    with pytest.raises(TypeError, match="frozen"):
        make(frozen=False, slots=True)
    plain: Any = type("Plain", (), {"__annotations__": {"found": list}})
    plain.found = dataclasses.field(default_factory=list)
    with pytest.raises(TypeError, match="found"):
        make(frozen=True, slots=True)(plain)
