"""The fixed words of the model, in the language of the window.

The model knows no Qt and speaks English. What it says in a fixed number of ways stands
here once more, where the tools for translation look; a test keeps both in step. The
words of a page are not among them: they have the language of the page.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from reader.model.grade import Certainty
from reader.model.systems import System
from reader.model.wording import spoken

FIXED = (
    # The body systems.
    QT_TRANSLATE_NOOP("Model", "Brain and nerves"),
    QT_TRANSLATE_NOOP("Model", "Heart and circulation"),
    QT_TRANSLATE_NOOP("Model", "Immune system"),
    QT_TRANSLATE_NOOP("Model", "Blood"),
    QT_TRANSLATE_NOOP("Model", "Hormones and metabolism"),
    QT_TRANSLATE_NOOP("Model", "Bones, joints and muscles"),
    QT_TRANSLATE_NOOP("Model", "Lungs"),
    QT_TRANSLATE_NOOP("Model", "Liver and gut"),
    QT_TRANSLATE_NOOP("Model", "Skin"),
    QT_TRANSLATE_NOOP("Model", "Kidneys, bladder and sexual health"),
    QT_TRANSLATE_NOOP("Model", "Eyes"),
    QT_TRANSLATE_NOOP("Model", "Understanding cell therapy"),
    # The levels: on a badge, and for ears.
    QT_TRANSLATE_NOOP("Model", "High"),
    QT_TRANSLATE_NOOP("Model", "Moderate"),
    QT_TRANSLATE_NOOP("Model", "Low"),
    QT_TRANSLATE_NOOP("Model", "Very low"),
    QT_TRANSLATE_NOOP("Model", "No studies"),
    QT_TRANSLATE_NOOP("Model", "How sure we are: high, 4 of 4 circles"),
    QT_TRANSLATE_NOOP("Model", "How sure we are: moderate, 3 of 4 circles"),
    QT_TRANSLATE_NOOP("Model", "How sure we are: low, 2 of 4 circles"),
    QT_TRANSLATE_NOOP("Model", "How sure we are: very low, 1 of 4 circles"),
    QT_TRANSLATE_NOOP("Model", "How sure we are: no studies in people, 0 of 4 circles"),
    # What a level means, and what it means for a decision.
    QT_TRANSLATE_NOOP(
        "Model",
        "We are very sure. More studies are unlikely to change this answer.",
    ),
    QT_TRANSLATE_NOOP(
        "Model",
        "We are fairly sure. The true effect is probably close to this, but it "
        "could be different.",
    ),
    QT_TRANSLATE_NOOP(
        "Model",
        "We are not very sure. The true effect may be quite different, and new "
        "studies may well change this answer.",
    ),
    QT_TRANSLATE_NOOP(
        "Model",
        "We are very unsure. The true effect is likely to be quite different. "
        "Nobody knows yet.",
    ),
    QT_TRANSLATE_NOOP(
        "Model",
        "There are no results from studies in people. Nobody knows whether it "
        "works or whether it is safe for this purpose.",
    ),
    QT_TRANSLATE_NOOP("Model", "You can plan with this answer."),
    QT_TRANSLATE_NOOP(
        "Model",
        "You can lean on this answer. Ask your care team what is still open.",
    ),
    QT_TRANSLATE_NOOP(
        "Model",
        "It may help you or it may not. Ask what else is known, and what else you "
        "could do.",
    ),
    QT_TRANSLATE_NOOP(
        "Model",
        "Do not count on this. If someone offers it to you, ask whether it is "
        "part of a proper trial.",
    ),
    QT_TRANSLATE_NOOP(
        "Model",
        "Nobody can promise you anything here. If someone does, ask to see the "
        "studies in people.",
    ),
    # The way to a badge.
    QT_TRANSLATE_NOOP("Model", "Starts at high"),
    QT_TRANSLATE_NOOP("Model", "Starts at low"),
    QT_TRANSLATE_NOOP(
        "Model",
        "Evidence from randomised trials starts at high. In such trials chance "
        "decides who gets the treatment.",
    ),
    QT_TRANSLATE_NOOP(
        "Model",
        "Evidence from studies without random groups starts at low. In such "
        "studies other things may explain what was seen.",
    ),
    QT_TRANSLATE_NOOP("Model", "How the studies were done"),
    QT_TRANSLATE_NOOP("Model", "The way the studies were done may have misled."),
    QT_TRANSLATE_NOOP("Model", "Studies disagree"),
    QT_TRANSLATE_NOOP("Model", "The studies do not agree, and nobody can say why."),
    QT_TRANSLATE_NOOP("Model", "Not quite the same question"),
    QT_TRANSLATE_NOOP(
        "Model",
        "Other people, another treatment or another result were studied.",
    ),
    QT_TRANSLATE_NOOP("Model", "Too few people"),
    QT_TRANSLATE_NOOP(
        "Model",
        "Too few people were studied, so the true effect could lie in a wide range.",
    ),
    QT_TRANSLATE_NOOP("Model", "Results may be missing"),
    QT_TRANSLATE_NOOP("Model", "Some results were probably not published in full."),
    QT_TRANSLATE_NOOP("Model", "Large effect"),
    QT_TRANSLATE_NOOP("Model", "The effect was too large to be chance."),
    QT_TRANSLATE_NOOP("Model", "More gave more"),
    QT_TRANSLATE_NOOP("Model", "More treatment gave more effect."),
    QT_TRANSLATE_NOOP("Model", "Distortions would have hidden it"),
    QT_TRANSLATE_NOOP(
        "Model",
        "Everything that could have misled would have hidden the effect.",
    ),
    QT_TRANSLATE_NOOP("Model", "It stays there"),
    QT_TRANSLATE_NOOP(
        "Model",
        "We looked for reasons to be less sure, or surer, and found none that counts.",
    ),
    QT_TRANSLATE_NOOP("Model", "In short"),
    QT_TRANSLATE_NOOP("Model", "Rated by others"),
    QT_TRANSLATE_NOOP("Model", "We found no results from studies in people."),
)
"""All that can be translated; what is not among it stays as it is."""


def in_window_language(english: str) -> str:
    """Words of the model in the language of the window, or else as they are."""
    return QCoreApplication.translate("Model", english)


def system_name(system: System) -> str:
    """The name of a body system."""
    return in_window_language(system.label)


def level_word(certainty: Certainty) -> str:
    """The word on a badge."""
    return in_window_language(certainty.word)


def level_heard(certainty: Certainty) -> str:
    """A badge for ears: circles and word."""
    return in_window_language(spoken(certainty))
