"""Whether a clinic has reviewed a page as it stands now.

A review holds for one version of a page. When a word of it changes, the review is of
another page, and the handout says so; it is never dropped without a word.
"""

import json
from dataclasses import dataclass, replace

from reader.handout import words
from reader.handout.clinic import Clinic, SignOff
from reader.model.codec import encode
from reader.model.topic import Topic

_LETTERS = 16  # of a version: 64 bits, to tell the versions of one page apart


def topic_version(topic: Topic) -> str:
    """A mark of all that a page says, the same wherever it is made.

    It changes with every word, claim and source of the page. The date on which the
    page was last checked is not part of it: a check that changed nothing leaves
    nothing new to review.
    """
    content = encode(replace(topic, checked=""))
    text = json.dumps(content, ensure_ascii=False, sort_keys=True)
    # Loading OpenSSL takes as long as a page of a handout, and few are signed off.
    import hashlib

    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:_LETTERS]


@dataclass(frozen=True, slots=True)
class Review:
    """What a clinic's sign-off says of a page.

    Attributes:
        sign_off: The newest that there is.
        holds: It is of the page as it stands now.
    """

    sign_off: SignOff
    holds: bool

    @property
    def sentence(self) -> str:
        """What the handout says."""
        day = words.long_date(self.sign_off.date)
        if self.holds:
            return words.reviewed(self.sign_off.by, day)
        return words.changed_since(day)


def review_of(topic: Topic, clinic: Clinic | None) -> Review | None:
    """The review of a page by a clinic; None where there was none."""
    own = clinic.sign_offs if clinic is not None else ()
    found = [each for each in own if each.topic == topic.slug]
    if not found:
        return None
    version = topic_version(topic)
    fitting = [each for each in found if each.version == version]
    newest = max(fitting or found, key=_day)
    return Review(newest, holds=bool(fitting))


def _day(sign_off: SignOff) -> str:
    return sign_off.date


def sign_off_now(topic: Topic, by: str, date: str) -> SignOff:
    """A sign-off of a page as it stands now."""
    return SignOff(topic.slug, topic_version(topic), by, date)
