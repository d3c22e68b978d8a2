"""From one badge of the open page to the next, and what is said about it."""

from bisect import bisect_left, bisect_right

from PySide6.QtCore import QCoreApplication

from reader.ui.model_words import level_heard
from reader.ui.topic_view import TopicView


class BadgeSteps:
    """The badges of the page that a view shows, in reading order."""

    def __init__(self, view: TopicView) -> None:
        self._view = view
        self._claims = view.claims()

    def step(self, by: int) -> str:
        """Go to the next badge from where one is, or with -1 to the one before.

        Returns:
            What is to be said.
        """
        places = [self._view.badge_position(claim) or 0 for claim in self._claims]
        here, on_badge = self._here()
        passed = bisect_right if on_badge else bisect_left
        number = passed(places, here) if by > 0 else bisect_left(places, here) - 1
        moved = 0 <= number < len(places)
        if moved:
            self._view.show_position(places[number])
            self._view.select_link(places[number])
        number = min(max(0, number), len(places) - 1)
        claim = self._claims[number] if self._claims else ""
        return self.words(claim, by, moved=moved)

    def words(self, claim_id: str, by: int, *, moved: bool) -> str:
        """What is said about a badge that one has come to, or cannot go on from."""
        topic = self._view.topic()
        claim = topic.claim(claim_id) if topic else None
        if claim is None:
            return QCoreApplication.translate(
                "badges", "There are no badges on this page."
            )
        if not moved:
            return (
                QCoreApplication.translate("badges", "This is the last badge.")
                if by > 0
                else QCoreApplication.translate("badges", "This is the first badge.")
            )
        count = QCoreApplication.translate(
            "badges", "Badge {number} of {count}"
        ).format(number=self._claims.index(claim_id) + 1, count=len(self._claims))
        return f"{claim.treatment}. {level_heard(claim.certainty)}. {count}"

    def _here(self) -> tuple[int, bool]:
        """Where the keyboard is, if that is seen, else what is read."""
        cursor = self._view.textCursor()
        start = cursor.selectionStart()
        cursor.setPosition(start)
        seen = self._view.viewport().rect()
        if start and seen.intersects(self._view.cursorRect(cursor)):
            return start, True
        return self._view.reading_position(), False
