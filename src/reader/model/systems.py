"""The body systems that the library is shelved by."""

from enum import StrEnum


class System(StrEnum):
    """A shelf of the library, in the order in which it is shown."""

    NERVOUS = "nervous"
    HEART = "heart-and-circulation"
    IMMUNE = "immune"
    BLOOD = "blood"
    HORMONES = "hormones-and-metabolism"
    BONES = "bones-joints-muscles"
    LUNGS = "lungs"
    LIVER = "liver-and-gut"
    SKIN = "skin"
    KIDNEYS = "kidneys-urinary-sexual"
    EYES = "eyes"
    GENERAL = "general"

    @property
    def label(self) -> str:
        """The name a person reads, in English."""
        return _LABELS[self]


_LABELS = {
    System.NERVOUS: "Brain and nerves",
    System.HEART: "Heart and circulation",
    System.IMMUNE: "Immune system",
    System.BLOOD: "Blood",
    System.HORMONES: "Hormones and metabolism",
    System.BONES: "Bones, joints and muscles",
    System.LUNGS: "Lungs",
    System.LIVER: "Liver and gut",
    System.SKIN: "Skin",
    System.KIDNEYS: "Kidneys, bladder and sexual health",
    System.EYES: "Eyes",
    System.GENERAL: "Understanding cell therapy",
}
