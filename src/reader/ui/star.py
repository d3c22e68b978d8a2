"""The star: keeps a page or a section, or takes it out again."""

from PySide6.QtCore import QObject, Slot

from reader.model.topic import Topic
from reader.notebook.records import Bookmark
from reader.ui.actions import Actions
from reader.ui.desk import Desk
from reader.ui.keeping import Keeper
from reader.ui.theme import Theme


class Star(QObject):
    """Joins the star of the window to the bookmarks of the open topic."""

    def __init__(
        self, actions: Actions, desk: Desk, keeper: Keeper, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._own = actions
        self._desk = desk
        self._keeper = keeper
        self._theme: Theme | None = None
        actions["bookmark"].triggered.connect(self._on_bookmark)
        actions["bookmark-section"].triggered.connect(self._on_bookmark_section)
        actions["bookmark"].setCheckable(True)
        desk.opened.connect(self.refresh)
        keeper.shelf_changed.connect(self.refresh)

    def dress(self, theme: Theme) -> None:
        """Draw the star in the colours of a theme."""
        self._theme = theme
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show whether the open page is kept."""
        topic = self._desk.topic
        kept = topic is not None and self._kept(topic, None) is not None
        action = self._own["bookmark"]
        action.setEnabled(topic is not None)
        self._own["bookmark-section"].setEnabled(topic is not None)
        action.setChecked(kept)
        action.setText(self.tr("Bookmarked") if kept else self.tr("Bookmark"))
        if self._theme is not None:
            name = "star-filled" if kept else "star"
            self._own.set_icon("bookmark", name, self._theme)

    def _kept(self, topic: Topic, section: str | None) -> Bookmark | None:
        return next(
            (
                each
                for each in self._keeper.shelf.bookmarks
                if each.slug == topic.slug and each.section == section
            ),
            None,
        )

    @Slot()
    def _on_bookmark(self) -> None:
        topic = self._desk.topic
        if topic is not None:
            self._toggle(topic, None, topic.title)

    @Slot()
    def _on_bookmark_section(self) -> None:
        topic = self._desk.topic
        if topic is None:
            return
        section = topic.section(self._desk.place.section)
        if section is None or not section.title:
            self._toggle(topic, None, topic.title)
            return
        title = self.tr("{topic}: {section}").format(
            topic=topic.title, section=section.title
        )
        self._toggle(topic, section.id, title)

    def _toggle(self, topic: Topic, section: str | None, title: str) -> None:
        kept = self._kept(topic, section)
        slug = topic.slug
        # The tick follows what is kept, not the click.
        self.refresh()
        if kept is None:
            self._keeper.act(
                lambda notebook: notebook.bookmarks.add(
                    slug, title=title, section=section
                ),
                title,
            )
        else:
            number = kept.id
            self._keeper.act(lambda notebook: notebook.bookmarks.remove(number), title)
