"""One spelling for comparing, and the way back to what was written."""

from hypothesis import given
from hypothesis import strategies as st

from reader.model.normal import find_places, normalise, normalise_with_places


def test_case_accents_and_apostrophes_do_not_matter() -> None:
    assert normalise("Sjögren’s Syndrome") == normalise("SJOGRENS  syndrome")
    assert normalise("Crohn's") == "crohns"
    assert normalise("type-2 diabetes (T2D)") == "type 2 diabetes t2d"


@given(st.text())
def test_any_text_can_be_normalised_and_once_is_enough(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert "  " not in once
    assert once == once.strip()


@given(st.one_of(st.text(), st.text(st.characters(max_codepoint=127))))
def test_the_quick_way_and_the_one_with_places_agree(text: str) -> None:
    assert normalise(text) == normalise_with_places(text)[0]


@given(st.text())
def test_every_character_knows_where_it_came_from(text: str) -> None:
    plain, places = normalise_with_places(text)
    assert len(plain) == len(places)
    assert list(places) == sorted(places)
    assert all(0 <= place < len(text) for place in places)


@given(st.text("ab c'-", max_size=12), st.text("ab ", min_size=1, max_size=4))
def test_a_match_is_the_wanted_text_wherever_it_is_found(
    shown: str, wanted: str
) -> None:
    plain = normalise(wanted)
    found = find_places(shown, plain)
    begins_a_word = f" {plain}" in f" {normalise(shown)}"
    assert bool(found) is bool(plain and begins_a_word)
    for start, end in found:
        assert normalise(shown[start:end]) == plain


def test_a_match_is_found_at_the_start_of_a_word() -> None:
    assert find_places("Lou Gehrig's disease", "gehrigs") == ((4, 12),)
    assert find_places("Ménière", "men") == ((0, 3),)
    assert find_places("Salsa", "als") == ()
    assert find_places("Anything", "") == ()
