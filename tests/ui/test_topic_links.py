import pytest
from PySide6.QtCore import QUrl

from reader.ui.topic_links import (
    ClaimTarget,
    LinkTarget,
    SourceTarget,
    Target,
    TermTarget,
    WebTarget,
    address,
    parse,
)


@pytest.mark.parametrize(
    "target",
    [
        LinkTarget("als"),
        LinkTarget("als", "what-helps"),
        ClaimTarget("own-cells"),
        SourceTarget("marlow-2024"),
        TermTarget("motor-neuron"),
        WebTarget("https://example.org/a?b=c"),
    ],
)
def test_a_target_survives_the_way_through_the_document(target: Target) -> None:
    assert parse(QUrl(address(target))) == target


@pytest.mark.parametrize(
    "url",
    [
        "",
        "file:///etc/passwd",
        "reader:",
        "reader:badge/",
        "reader:x/y",
        "javascript:1",
    ],
)
def test_any_other_address_leads_nowhere(url: str) -> None:
    assert parse(QUrl(url)) is None
