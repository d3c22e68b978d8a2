"""Where each key of a TOML file stands."""

import tomllib
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.handout.toml_lines import Place, key_lines

FILE = dedent('''\
    # remark
    name = "A # no remark"   # remark
    "odd key" = 'C:\\new'
    dotted . key = 1

    many = [
      "one", # [two]
      [ "a", "]" ],
      { inner = "=", more.deep = 2 },
    ]
    long = """
    [[not.a.table]]
    name = "inside" \\"""
    """
    literal = \'\'\'
    # x = 1\'\'\'
    when = 2026-11-01 10:00:00
    in_one = { a = 1, b = [1, 2], "c.d" = { e = """x
    """, f = 2 } }

    [table]
    x = 1
    [table.under.it]
    y = 2
    [[list]]
    a = 1
    [[list]]

    a = 2
    [list.sub]
    b = 3
    [[list.inner]]
    c = 4
    [[list.inner]]
    c = 5
    ''')


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (("name",), 2),
        (("odd key",), 3),
        (("dotted",), 4),
        (("dotted", "key"), 4),
        (("many",), 6),
        (("many", 0), 7),
        (("many", 1), 8),
        (("many", 1, 1), 8),
        (("many", 2, "inner"), 9),
        (("many", 2, "more", "deep"), 9),
        (("long",), 11),
        (("literal",), 15),
        (("when",), 17),
        (("in_one", "b"), 18),
        (("in_one", "c.d", "e"), 18),
        (("in_one", "c.d", "f"), 19),
        (("table",), 21),
        (("table", "x"), 22),
        (("table", "under", "it", "y"), 24),
        (("list",), 25),
        (("list", 0), 25),
        (("list", 0, "a"), 26),
        (("list", 1), 27),
        (("list", 1, "a"), 29),
        (("list", 1, "sub", "b"), 31),
        (("list", 1, "inner", 0, "c"), 33),
        (("list", 1, "inner", 1), 34),
        (("list", 1, "inner", 1, "c"), 35),
    ],
)
def test_each_key_has_its_line(place: Place, line: int) -> None:
    assert key_lines(FILE)[place] == line


def places(value: object, place: Place = ()) -> set[Place]:
    """All the places in what tomllib has read."""
    found = {place} - {()}
    if isinstance(value, dict):
        for key, inner in value.items():
            found |= places(inner, (*place, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            found |= places(inner, (*place, number))
    return found


def test_it_finds_the_very_keys_that_python_finds() -> None:
    assert set(key_lines(FILE)) == places(tomllib.loads(FILE))


PIECES = [
    "[a]", "[[b]]", "[b.c]", "[[b.d]]", "[a.e.f]", "k = 1", "k.l = 'x # y'",
    'm = """\n[a]\n"""', "n = [1, [2, {o = 3}], # ]\n]", 'p = {q = [1], r.s = "}"}',
    "# k = 2", "", "t = 2026-11-01", '"u v" = "\\"\\\\"', "w = '''\n''''''", "x = true",
    'y = """"quoted""""', "z = -1.5e3 # [",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_it_finds_them_in_any_file_that_python_can_read(pieces: list[str]) -> None:
    text = "\n".join(pieces)
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    lines = key_lines(text)
    assert set(lines) == places(values)
    rows = text.split("\n")
    for place, line in lines.items():
        key = place[-1]
        assert isinstance(key, int) or key in rows[line - 1]
