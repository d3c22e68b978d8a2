"""Records survive the way to JSON and back."""

import json

import pytest

from reader.model.codec import decode, encode
from reader.model.errors import UnreadableError
from reader.model.topic import Topic
from tests.fixtures.sample_topic import sample_topic


def test_a_topic_comes_back_as_it_was() -> None:
    topic = sample_topic()
    stored = json.dumps(encode(topic))
    assert decode(Topic, json.loads(stored)) == topic


@pytest.mark.parametrize(
    "value", [{}, {"slug": "x"}, [], None, 3, {"sections": [{"type": "what"}]}]
)
def test_a_record_of_another_shape_is_refused(value: object) -> None:
    with pytest.raises(UnreadableError):
        decode(Topic, value)


def test_an_unknown_field_or_block_is_refused() -> None:
    for change in ({"colour": "red"}, {"sections": [{"id": "a", "title": "b"}]}):
        with pytest.raises(UnreadableError):
            decode(Topic, {**encode(sample_topic()), **change})
