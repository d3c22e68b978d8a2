"""What is said when a handout was printed, saved or stopped."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from reader.ui.handout_sending import Done, Work
from reader.ui.messages import Message
from reader.ui.printing import Sent


def work_words(work: Work) -> str:
    """What is done now."""
    translate = QCoreApplication.translate
    match work:
        case Work.LAYING_OUT:
            return translate("handout", "Laying out all topics…")
        case Work.PRINTING:
            return translate("handout", "Printing…")
        case Work.SAVING | Work.NOTHING:
            return translate("handout", "Saving…")


def outcome(done: Done) -> Message:
    """That it was printed or saved."""
    translate = QCoreApplication.translate
    match done.value:
        case Path() as path:
            words = translate("handout", "Saved as {name}.")
            return Message(words.format(name=path.name))
        case Sent() as sent:
            words = translate("handout", "Sent to the printer.")
            if sent.printer:
                words = translate("handout", "Sent to the printer “{name}”.")
            told = _fitted(sent), _trouble(sent)
            return Message(
                words.format(name=sent.printer),
                " ".join(each for each in told if each),
                lasting=any(told),
            )
        case _:
            return Message("")


def _fitted(sent: Sent) -> str:
    if not sent.sheet:
        return ""
    words = QCoreApplication.translate(
        "handout", "Its paper is {sheet}, so the pages were fitted to that."
    )
    return words.format(sheet=sent.sheet)


def _trouble(sent: Sent) -> str:
    """Why paper may not come yet, in the words of who stands before the printer."""
    translate = QCoreApplication.translate
    said = {
        "media-jam": translate("handout", "Paper is jammed in it."),
        "media-empty": translate("handout", "It has no paper."),
        "media-needed": translate("handout", "It has no paper."),
        "toner-empty": translate("handout", "It has no toner."),
        "marker-supply-empty": translate("handout", "It has no ink."),
        "door-open": translate("handout", "A door of it is open."),
        "cover-open": translate("handout", "A cover of it is open."),
        "offline": translate("handout", "It does not answer."),
        "shutdown": translate("handout", "It does not answer."),
        "timed-out": translate("handout", "It does not answer."),
        "paused": translate("handout", "It is paused."),
    }
    known = [words for reason, words in said.items() if reason in sent.queue.reasons]
    if sent.queue.stopped and not known:
        known = [translate("handout", "It is stopped.")]
    if not known:
        return ""
    words = translate("handout", "{trouble} It prints when that is put right.")
    return words.format(trouble=known[0])
