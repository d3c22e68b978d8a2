"""An invented language: words that look like words, used as often as real ones are.

How often a word is used falls with its rank (Zipf), so that a few prefixes are very
common and most are rare, which is what makes a search slow or quick.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

INVENTED = 8_000

_COMMON = """
the of and to in a is that for it as with was on be by are or from at this an not have
which you can may your most people who when but they more some often if there than other
about into after how what does one before help doctor treatment studies pain care years
body cells test medicine symptoms
"""
_ROOTS = """
arthr bronch cardi cephal chondr crani derm encephal enter fibr gastr haem hepat lymph
mening my myel nephr neur ophthalm oste ot pancreat phleb pneum psych pulmon ren rhin
scler splen thromb thyr ur vascul
"""
_ENDINGS = """
algia ectasia ectomy itis lysis megaly oma opathy osclerosis osis otomy plasia
"""
_HEADS = "disease syndrome disorder failure injury infection deficiency"
_STARTS = "b br c ch d dr f g gr h j k l m n p pr r s st t th tr v w"
_VOWELS = "a a e e i i o o u ai ea ou"
_CLOSES = "l m n r s t nd st"


def dice(seed: str) -> random.Random:
    """Chance that falls the same way each time for the same seed."""
    return random.Random(seed)


@dataclass(frozen=True, slots=True)
class Language:
    """Words, the commonest first.

    Attributes:
        words: Every word.
        sums: Running sums of how often each is used.
        naming: The words that titles are made of.
        heads: The words that titles end with.
    """

    words: tuple[str, ...]
    sums: tuple[float, ...]
    naming: tuple[str, ...]
    heads: tuple[str, ...]

    def draw(self, chance: random.Random, count: int) -> list[str]:
        """Words of running text."""
        return chance.choices(self.words, cum_weights=self.sums, k=count)


def language(seed: str) -> Language:
    """Make the words up."""
    chance = dice(f"words {seed}")
    medical = [r + ending for r in _ROOTS.split() for ending in _ENDINGS.split()]
    content = list(dict.fromkeys([*medical, *_invented(chance)]))
    chance.shuffle(content)
    words = tuple(dict.fromkeys([*_COMMON.split(), *_HEADS.split(), *content]))
    # The 2.7 of Zipf and Mandelbrot keeps the first word below a tenth of the text.
    sums = tuple(accumulate(1 / (rank + 2.7) for rank in range(len(words))))
    return Language(words, sums, tuple(content), tuple(_HEADS.split()))


def _invented(chance: random.Random) -> Iterator[str]:
    starts, vowels, closes = _STARTS.split(), _VOWELS.split(), _CLOSES.split()
    for _ in range(INVENTED):
        syllables = chance.choices((1, 2, 3, 4), weights=(1, 5, 4, 1))[0]
        word = ""
        for _ in range(syllables):
            word += chance.choice(starts) + chance.choice(vowels)
            word += chance.choice(closes) if chance.random() < 0.6 else ""
        yield word
