import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.spelling import slips, spelling_keys

LETTERS = "abcdefgh"
words = st.text(LETTERS, min_size=4, max_size=12)


@given(words, st.data())
def test_one_slip_leaves_a_key_in_common(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from(LETTERS))
    swapped = word[:at] + word[at : at + 2][::-1] + word[at + 2 :]
    for typed in (
        word[:at] + word[at + 1 :],
        word[:at] + letter + word[at:],
        word[:at] + letter + word[at + 1 :],
        swapped,
    ):
        assert {*spelling_keys(typed)} & {*spelling_keys(word)}
        assert slips(typed, word) in {0, 1}


@pytest.mark.parametrize(
    ("typed", "word", "count"),
    [
        ("lupus", "lupus", 0),
        ("lupsu", "lupus", 1),
        ("lupssu", "lupus", None),  # two, in a short word
        ("parkisno", "parkinson", 1),  # of its first eight letters
        ("pakrinsno", "parkinsons", 2),
        ("parki", "parkinson", 0),  # half typed
        ("arki", "parkinson", None),  # too little of it
        ("xylophone", "parkinson", None),
    ],
)
def test_slips_are_counted_up_to_what_a_word_may_have(
    typed: str, word: str, count: int | None
) -> None:
    assert slips(typed, word) == count
