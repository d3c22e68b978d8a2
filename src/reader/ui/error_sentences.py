"""The sentences of errors, each once more where the tools for translation look.

Each is a template with a numbered place for each value; a test reads the source and
keeps both in step. What only `reader.cli` or `reader.compiler` say needs no template,
and what `reader.ui` raises itself is translated there.
"""

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

_LISTED = (
    # The start, and what was asked for.
    QT_TRANSLATE_NOOP("Errors", "There is no display to open a window on."),
    QT_TRANSLATE_NOOP(
        "Errors",
        "Start it from a desktop; 'evidence-reader search' and 'evidence-reader show' "
        "work without one.",
    ),
    QT_TRANSLATE_NOOP("Errors", "No page has the code {0}."),
    QT_TRANSLATE_NOOP("Errors", "Check the code, or search for the name."),
    # The library, and the files that ship with the program.
    QT_TRANSLATE_NOOP("Errors", "There is no topic {0}."),
    QT_TRANSLATE_NOOP("Errors", "Did you mean {0}?"),
    QT_TRANSLATE_NOOP("Errors", "A page of the library cannot be read."),
    QT_TRANSLATE_NOOP(
        "Errors", "Install Evidence Reader again to get a whole library."
    ),
    QT_TRANSLATE_NOOP("Errors", "There is no picture {0}."),
    QT_TRANSLATE_NOOP("Errors", "There is no library at {0}."),
    QT_TRANSLATE_NOOP("Errors", "Check the name, or install the program again."),
    QT_TRANSLATE_NOOP("Errors", "{0} is not a library of Evidence Reader."),
    QT_TRANSLATE_NOOP("Errors", "Choose a file that this program made."),
    QT_TRANSLATE_NOOP(
        "Errors", "The library {0} was made for a newer Evidence Reader."
    ),
    QT_TRANSLATE_NOOP("Errors", "Install the newest version of the program."),
    QT_TRANSLATE_NOOP(
        "Errors", "The library {0} was made for an older Evidence Reader."
    ),
    QT_TRANSLATE_NOOP("Errors", "The library {0} cannot be reached."),
    QT_TRANSLATE_NOOP("Errors", "The library cannot be reached."),
    QT_TRANSLATE_NOOP(
        "Errors",
        "See whether its disk or the network is there, then start the program again.",
    ),
    QT_TRANSLATE_NOOP("Errors", "The library {0} is damaged."),
    QT_TRANSLATE_NOOP("Errors", "The library is damaged."),
    QT_TRANSLATE_NOOP("Errors", "The library of explainers is missing."),
    QT_TRANSLATE_NOOP(
        "Errors", "Install Evidence Reader again, or run 'make library' in a checkout."
    ),
    QT_TRANSLATE_NOOP(
        "Errors", "A font that handouts are printed with is missing or damaged."
    ),
    QT_TRANSLATE_NOOP("Errors", "Install Evidence Reader again to get it back."),
    # What has been decided for the computer; what is wrong with a key stays English.
    QT_TRANSLATE_NOOP("Errors", "The file “{0}” is not right: {1}."),
    QT_TRANSLATE_NOOP(
        "Errors",
        "Evidence Reader does not start before that is put right, since this file may "
        "lock settings: tell whoever looks after this computer.",
    ),
    QT_TRANSLATE_NOOP("Errors", "The file “{0}” is not right: line {1}, “{2}”: {3}."),
    QT_TRANSLATE_NOOP("Errors", "The file “{0}” is not right: “{1}”: {2}."),
    # The notebook, its folder and its disk.
    QT_TRANSLATE_NOOP(
        "Errors",
        "A newer version of Evidence Reader has changed the notebook meanwhile, so "
        "nothing was saved.",
    ),
    QT_TRANSLATE_NOOP("Errors", "Close this window and start Evidence Reader again."),
    QT_TRANSLATE_NOOP(
        "Errors",
        "The notebook “{0}” is in use by another program, so nothing was saved.",
    ),
    QT_TRANSLATE_NOOP(
        "Errors", "Close the other program or wait a moment, then try again."
    ),
    QT_TRANSLATE_NOOP(
        "Errors",
        "The disk of the folder “{0}” is full, so this was not saved; what was saved "
        "before is safe.",
    ),
    QT_TRANSLATE_NOOP("Errors", "Free some space, then try again."),
    QT_TRANSLATE_NOOP(
        "Errors",
        "The disk refused to read or write the notebook “{0}”, so this was not saved; "
        "what was saved before is safe.",
    ),
    QT_TRANSLATE_NOOP(
        "Errors", "See whether the disk is full or was taken out, then try again."
    ),
    QT_TRANSLATE_NOOP("Errors", "The notebook “{0}” cannot be read ({1})."),
    QT_TRANSLATE_NOOP(
        "Errors", "See whether you may open the folder “{0}” and its files."
    ),
    QT_TRANSLATE_NOOP(
        "Errors", "The notebook can be read but not changed, so nothing was saved."
    ),
    QT_TRANSLATE_NOOP(
        "Errors",
        "You can read on, but nothing is kept. See whether the stick has a lock or is "
        "full, or copy the whole program to a place that can be written.",
    ),
    QT_TRANSLATE_NOOP(
        "Errors",
        "Make the folder “{0}” and its files writable, or set {1} to another folder, "
        "then start Evidence Reader again.",
    ),
    QT_TRANSLATE_NOOP("Errors", "The notebook “{0}” is damaged; it was left as it is."),
    QT_TRANSLATE_NOOP(
        "Errors",
        "Put a copy of the folder “{0}” in its place, or move that folder away to "
        "start with an empty notebook.",
    ),
    QT_TRANSLATE_NOOP(
        "Errors",
        "The file “{0}” is not a notebook of Evidence Reader, so it was left as it is.",
    ),
    QT_TRANSLATE_NOOP("Errors", "Move it away, or set {0} to another folder."),
    QT_TRANSLATE_NOOP(
        "Errors",
        "The notebook “{0}” was written by a newer version of Evidence Reader.",
    ),
    QT_TRANSLATE_NOOP(
        "Errors",
        "Install the newest version, then start it again; nothing was changed.",
    ),
    QT_TRANSLATE_NOOP("Errors", "There is a file where the folder “{0}” should be."),
    QT_TRANSLATE_NOOP(
        "Errors",
        "Make it writable, or set {0} to another folder, then start Evidence Reader "
        "again.",
    ),
    QT_TRANSLATE_NOOP("Errors", "The folder “{0}” cannot be made ({1})."),
    QT_TRANSLATE_NOOP("Errors", "The folder “{0}” cannot be written."),
    QT_TRANSLATE_NOOP(
        "Errors",
        "The notebook is of an older version and could not be copied first, so it was "
        "left as it is.",
    ),
    QT_TRANSLATE_NOOP(
        "Errors", "Free some space on its disk, then start Evidence Reader again."
    ),
    QT_TRANSLATE_NOOP(
        "Errors",
        "The notebook is of an older version and could not be brought up to date, so "
        "it was left as it is.",
    ),
    QT_TRANSLATE_NOOP(
        "Errors",
        "Go on with the version of Evidence Reader that wrote it, and report this.",
    ),
    # Bookmarks, their folders and notes.
    QT_TRANSLATE_NOOP(
        "Errors", "That bookmark is gone; it may have been removed in another window."
    ),
    QT_TRANSLATE_NOOP("Errors", "Look at the list of bookmarks again."),
    QT_TRANSLATE_NOOP(
        "Errors", "That folder is gone; it may have been deleted in another window."
    ),
    QT_TRANSLATE_NOOP("Errors", "There is a folder “{0}” already."),
    QT_TRANSLATE_NOOP("Errors", "Choose another name."),
    QT_TRANSLATE_NOOP(
        "Errors", "This can no longer be undone, because it was changed again since."
    ),
    QT_TRANSLATE_NOOP("Errors", "Undo the later change first, or change it by hand."),
    QT_TRANSLATE_NOOP("Errors", "The note has {0} characters; the most is {1}."),
    QT_TRANSLATE_NOOP("Errors", "Shorten it or spread it over several bookmarks."),
    QT_TRANSLATE_NOOP("Errors", "A folder needs a name."),
    QT_TRANSLATE_NOOP("Errors", "Type one, then try again."),
    QT_TRANSLATE_NOOP(
        "Errors", "The name of a folder can have {0} characters at most."
    ),
    QT_TRANSLATE_NOOP("Errors", "Shorten it, then try again."),
    # What is saved as a file.
    QT_TRANSLATE_NOOP("Errors", "{0} could not be written ({1})."),
    QT_TRANSLATE_NOOP(
        "Errors", "Choose another place, or make room there, and try again."
    ),
    QT_TRANSLATE_NOOP(
        "Errors", "That file is the notebook itself, so nothing was written."
    ),
    QT_TRANSLATE_NOOP("Errors", "The file “{0}” cannot be written ({1})."),
    QT_TRANSLATE_NOOP(
        "Errors", "Choose another folder, or free some space, then try again."
    ),
    QT_TRANSLATE_NOOP(
        "Errors", "See whether it is still there and whether you may read it."
    ),
    QT_TRANSLATE_NOOP("Errors", "The file “{0}” cannot be read ({1})."),
    QT_TRANSLATE_NOOP(
        "Errors", "The history is too long for one file, so nothing was written."
    ),
    QT_TRANSLATE_NOOP("Errors", "Forget older days in History, then try again."),
    # What is brought in from a file.
    QT_TRANSLATE_NOOP(
        "Errors",
        "The file is damaged or was changed by another program; nothing was imported.",
    ),
    QT_TRANSLATE_NOOP(
        "Errors", "Save it again on the other computer, then bring that one in."
    ),
    QT_TRANSLATE_NOOP(
        "Errors",
        "The file comes from a newer version of Evidence Reader; nothing was imported.",
    ),
    QT_TRANSLATE_NOOP("Errors", "Install the newest version, then import it again."),
    QT_TRANSLATE_NOOP("Errors", "The file was not written by Evidence Reader."),
    QT_TRANSLATE_NOOP(
        "Errors",
        "Nothing was imported; ask whoever gave you the file for another copy.",
    ),
    QT_TRANSLATE_NOOP("Errors", "The file has something at {0} that is no visit."),
    QT_TRANSLATE_NOOP("Errors", "The file has something at {0} that is no place."),
    QT_TRANSLATE_NOOP(
        "Errors", "The file has a “fraction” at {0} that makes no sense."
    ),
    QT_TRANSLATE_NOOP("Errors", "The file has no “at” at {0}."),
    QT_TRANSLATE_NOOP("Errors", "The file has no settings where they should be."),
    QT_TRANSLATE_NOOP("Errors", "The file has a setting “{0}” that makes no sense."),
    QT_TRANSLATE_NOOP("Errors", "The file is larger than {0} MB."),
    QT_TRANSLATE_NOOP("Errors", "The file is not text in UTF-8."),
    QT_TRANSLATE_NOOP("Errors", "The file is not whole JSON (line {0})."),
    QT_TRANSLATE_NOOP("Errors", "The file is not JSON that this program can read."),
    QT_TRANSLATE_NOOP(
        "Errors", "The file does not say which version of the format it has."
    ),
    QT_TRANSLATE_NOOP("Errors", "The file has no list of {0}."),
    QT_TRANSLATE_NOOP("Errors", "The file has no “{0}” at {1}."),
    QT_TRANSLATE_NOOP("Errors", "The file has a “{0}” at {1} that is too long."),
    QT_TRANSLATE_NOOP("Errors", "The file has a “{0}” at {1} that is no text."),
    QT_TRANSLATE_NOOP("Errors", "The file has a folder name at {0} that is no text."),
    QT_TRANSLATE_NOOP("Errors", "The file has a date at {0} that cannot be read."),
    QT_TRANSLATE_NOOP("Errors", "The file cannot be used at {0}: {1}"),
    QT_TRANSLATE_NOOP("Errors", "The file has something at {0} that is no bookmark."),
    # A list of topics.
    QT_TRANSLATE_NOOP("Errors", "The list {0} could not be read ({1})."),
    QT_TRANSLATE_NOOP("Errors", "Check its name, and whether you may open it."),
    QT_TRANSLATE_NOOP(
        "Errors", "The list is too large: more than a million characters."
    ),
    QT_TRANSLATE_NOOP("Errors", "Split it into smaller lists."),
    QT_TRANSLATE_NOOP("Errors", "The list has more than {0} lines."),
    QT_TRANSLATE_NOOP("Errors", "The list is not a text or CSV file."),
    QT_TRANSLATE_NOOP(
        "Errors", "Save it as plain text or as CSV (UTF-8), then try again."
    ),
    QT_TRANSLATE_NOOP(
        "Errors", "Line {0} of the list is too long to be a name or a code."
    ),
    QT_TRANSLATE_NOOP("Errors", "Put each name or code on a line of its own."),
    QT_TRANSLATE_NOOP("Errors", "Line {0} of the list is no row of a CSV file."),
    # A summary on one page.
    QT_TRANSLATE_NOOP(
        "Errors", "“{0}” has no short version, so there is no one-page summary of it."
    ),
    QT_TRANSLATE_NOOP("Errors", "Print the whole page instead."),
    QT_TRANSLATE_NOOP(
        "Errors", "The summary of “{0}” is 1 line too long for one side."
    ),
    QT_TRANSLATE_NOOP(
        "Errors", "The summary of “{0}” is {1} lines too long for one side."
    ),
    # The profile of a clinic, and a picture for its logo.
    QT_TRANSLATE_NOOP("Errors", "Nothing of it was used."),
    QT_TRANSLATE_NOOP("Errors", "“{0}” is not there."),
    QT_TRANSLATE_NOOP("Errors", "“{0}” cannot be read."),
    QT_TRANSLATE_NOOP("Errors", "“{0}” is larger than {1} kB."),
    QT_TRANSLATE_NOOP(
        "Errors", "“{0}” is more than {1} times as long on one side as on the other."
    ),
    QT_TRANSLATE_NOOP("Errors", "“{0}” is neither an SVG drawing nor a PNG picture."),
    QT_TRANSLATE_NOOP("Errors", "“{0}” is not whole."),
    QT_TRANSLATE_NOOP("Errors", "“{0}” is damaged: it does not say how large it is."),
    QT_TRANSLATE_NOOP("Errors", "“{0}” has colours that not every program can read."),
    QT_TRANSLATE_NOOP(
        "Errors", "“{0}” has a rule of style that is too hard to follow."
    ),
    QT_TRANSLATE_NOOP("Errors", "“{0}” has a number in it that is larger than {1}."),
    QT_TRANSLATE_NOOP("Errors", "“{0}” has a part that is skewed too far."),
    QT_TRANSLATE_NOOP("Errors", "“{0}” is no PNG picture."),
    QT_TRANSLATE_NOOP("Errors", "“{0}” is not whole: its end is missing."),
    QT_TRANSLATE_NOOP("Errors", "“{0}” is damaged: a checksum in it is wrong."),
    QT_TRANSLATE_NOOP("Errors", "“{0}” is no PNG picture that every program can read."),
    QT_TRANSLATE_NOOP("Errors", "“{0}” has no pixels."),
    QT_TRANSLATE_NOOP(
        "Errors",
        "“{0}” has {1} by {2} pixels; {3} on a side and {4} in all are the most.",
    ),
    QT_TRANSLATE_NOOP("Errors", "“{0}” is damaged: its list of colours is not whole."),
    QT_TRANSLATE_NOOP("Errors", "“{0}” is damaged: its pixels cannot be read."),
    QT_TRANSLATE_NOOP(
        "Errors", "“{0}” is damaged: it has more or fewer pixels than it says."
    ),
    QT_TRANSLATE_NOOP("Errors", "“{0}” is no SVG drawing."),
    QT_TRANSLATE_NOOP("Errors", "“{0}” has nothing drawn in it."),
    QT_TRANSLATE_NOOP("Errors", "“{0}” has a script in it."),
    QT_TRANSLATE_NOOP(
        "Errors", "“{0}” has a part of a web page in it (foreignObject)."
    ),
    QT_TRANSLATE_NOOP("Errors", "“{0}” has a link in it."),
    QT_TRANSLATE_NOOP(
        "Errors",
        "“{0}” has letters that need a typeface; turn them into shapes (paths).",
    ),
    QT_TRANSLATE_NOOP(
        "Errors", "“{0}” has the element “{1}” in it, which a logo may not have."
    ),
    QT_TRANSLATE_NOOP(
        "Errors", "“{0}” names another file or an address; a logo stands alone."
    ),
    QT_TRANSLATE_NOOP(
        "Errors",
        "“{0}” names a picture outside of itself; only a PNG or JPEG picture that "
        "lies in the drawing can be printed.",
    ),
    QT_TRANSLATE_NOOP("Errors", "“{0}” has a picture in it that cannot be read."),
    QT_TRANSLATE_NOOP("Errors", "“{0}” has a picture in it that {1}."),
    QT_TRANSLATE_NOOP(
        "Errors",
        "“{0}” does not say a size between 1 and {1} (viewBox, or width and height).",
    ),
    QT_TRANSLATE_NOOP("Errors", "“{0}” grows to more than {1} parts when it is drawn."),
    QT_TRANSLATE_NOOP("Errors", "“{0}” is enlarged more than {1} times in itself."),
    QT_TRANSLATE_NOOP("Errors", "“{0}” has a part that uses itself."),
    QT_TRANSLATE_NOOP("Errors", "“{0}” has parts more than {1} deep in one another."),
    QT_TRANSLATE_NOOP("Errors", "“{0}” is not written in UTF-8."),
    QT_TRANSLATE_NOOP(
        "Errors", "“{0}” is no whole SVG drawing (its line {1} cannot be read)."
    ),
    QT_TRANSLATE_NOOP("Errors", "“{0}” has more than {1} parts."),
    QT_TRANSLATE_NOOP("Errors", "“{0}” has a part of a web page in it."),
    QT_TRANSLATE_NOOP("Errors", "“{0}” declares entities; save it as plain SVG."),
    QT_TRANSLATE_NOOP("Errors", "“{0}” names a style sheet outside of itself."),
    # A voice to read aloud with.
    QT_TRANSLATE_NOOP("Errors", "This computer's voice does not speak."),
    QT_TRANSLATE_NOOP(
        "Errors",
        "Check the sound and the speech settings of the computer, then try again.",
    ),
    QT_TRANSLATE_NOOP("Errors", "This computer has no voice to read aloud with."),
)
TEMPLATES: Final[tuple[str, ...]] = tuple(map(str, _LISTED))
"""All that can be translated; a sentence made of none of them stays as it is."""
