"""What the person keeps: bookmarks, notes, history, settings; all that is written."""
