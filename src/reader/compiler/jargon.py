"""Medical words that a page uses without saying what they mean."""

import re
from functools import lru_cache

from reader.compiler.wording import Wording

_MEDICAL = re.compile(
    # what such words end in
    r"\w+(?:itis|osis|a?emia|a?emic|opath(?:y|ies|ic)|ectom(?:y|ies)|ostomy|otomy"
    r"|plasty|oscop(?:y|ies)|ocytes?|penia|penic|uria|algia|rrhage|oedema|trophic"
    r"|genesis|ogenic|phasia|plegia|paresis|stenosis|sclerotic|blasts?)"
    r"|(?:\w*(?:paraly|haemoly|thromboly|fibrinoly)s[ie]s)"
    r"|(?:angio|mammo|tomo|echocardio|elasto)gra(?:phy|m|ms)"
    r"|(?:carcin|lymph|melan|sarc|myel|granul|haemat|glauc|terat|thym)\w*omas?"
    # what they begin with
    r"|(?:intra(?!net)|haemato|immuno|nephro|chondro|angio|xeno|pluripo|multipot"
    r"|mesenchym|autolog|allogen|aetiolog|prophyla|isch|infarct|subcut|cytokine"
    r"|comorbid|thrombo|cardiomyo|neuropro|neurodeg|biomark|pericard|periton)\w+"
    # and plain-looking words of the trade
    r"|cohorts?|efficacy|endpoints?|prognosis|prognostic|refractory|adjuvant"
    r"|contraindicat\w+|etiology|idiopathic|benign|malignant|metastas\w+|lesions?"
    r"|renal|hepatic|pulmonary|cardiac|cerebral|vascular|ocular|systemic|acute"
    r"|chronic|cognitive|conditioning|engraftment|baseline|randomi[sz]ed|median"
    r"|antibod(?:y|ies)|enzymes?|receptors?|mutations?|remission|relapses?|placebos?"
    r"|biops(?:y|ies)"
)
_WORD = re.compile(r"\w+")


def check_jargon(wording: Wording, explained: frozenset[str]) -> None:
    """Note each medical word that is neither in the glossary nor explained.

    A word counts as explained where brackets stand by its first use, "a breathing
    mask (non-invasive ventilation)" or "ischaemia (too little blood)", or where
    "means" follows; words of a page that is linked are explained there.

    Args:
        wording: The page.
        explained: Words that the glossary explains, in small letters.
    """
    unique = {part for word in set(wording.words) for part in word.split("-")}
    medical = set(filter(_is_medical, unique)).difference(explained)
    known = {word for name in wording.names for word in words_of(name)}
    known.update(*(link.target.split("-") for link in wording.page.links))
    for word in sorted(medical - known):
        if word.rstrip("s") not in known | explained:
            _check_first_use(wording, word)


def _check_first_use(wording: Wording, word: str) -> None:
    for found in re.finditer(rf"\b{word}\b", wording.lowered):
        run = wording.run_at(found.start())
        if run in wording.asked:
            continue
        if not _bracketed(wording.text, found.start(), found.end()):
            wording.fault(
                run,
                f"{word!r} is not explained: put it into the glossary, or its "
                "meaning in brackets beside it",
            )
        return


@lru_cache(maxsize=50_000)
def _is_medical(word: str) -> bool:
    return _MEDICAL.fullmatch(word) is not None


def words_of(phrase: str) -> list[str]:
    """The words of a phrase, in small letters."""
    return _WORD.findall(phrase.lower())


def _bracketed(text: str, start: int, end: int) -> bool:
    """Whether a bracket follows the phrase or holds it, or "means" comes next."""
    line_start = text.rfind("\n", 0, start) + 1
    before = text[line_start:start]
    after = re.match(r"\"?(?: \w+){0,2} (?:\(|means )", text[end : end + 40])
    return after is not None or before.count("(") > before.count(")")
