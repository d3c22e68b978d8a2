"""The YAML file of a page: claims with their grades, approvals, harms, answers."""

from dataclasses import dataclass, field

from reader.compiler.faults import SourceFile
from reader.compiler.fields import Fields
from reader.compiler.page import Reference, citations_in
from reader.compiler.prose import Passage, ProseReader
from reader.compiler.yaml_tree import Mapping, parse_yaml
from reader.model.evidence import (
    Absolute,
    Approval,
    Claim,
    Direction,
    Harm,
    Heard,
    Published,
    Reason,
    Size,
    Standing,
    Studies,
    Therapy,
    Verdict,
)
from reader.model.grade import (
    Assessment,
    Certainty,
    Domain,
    Scale,
    Start,
    from_published,
    step_range,
)


@dataclass(slots=True)
class Evidence:
    """What a page's YAML file gives.

    Attributes:
        names: Names of diseases and drugs, easy words for the reading grade.
        citations: Every source id that the file cites.
        lines: The line of each claim and answer, by id.
        left_out: Claims of the notes that the page leaves out, with reasons.
    """

    source: SourceFile | None = None
    names: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    heard: tuple[Heard, ...] = ()
    approvals: tuple[Approval, ...] = ()
    harms: tuple[Harm, ...] = ()
    left_out: tuple[tuple[str, str], ...] = ()
    citations: list[Reference] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)


def read_evidence(source: SourceFile, checked: str, prose: ProseReader) -> Evidence:
    """Read the evidence of a page; `checked` dates claims that have no own date."""
    evidence = Evidence(source)
    tree = parse_yaml(source, source.text)
    if tree is None:
        return evidence
    if not isinstance(tree, Mapping):
        source.fault(1, "must be keys and values")
        return evidence
    fields = Fields(source, tree, "evidence")
    evidence.names = fields.texts("names")
    claims = [_claim(f, checked, evidence) for f in fields.mappings("claims", "claim")]
    evidence.claims = tuple(claim for claim in claims if claim is not None)
    evidence.approvals = tuple(
        _approval(f, evidence) for f in fields.mappings("approvals", "approval")
    )
    evidence.harms = tuple(_harm(f, evidence) for f in fields.mappings("harms", "harm"))
    heard = [_heard(f, evidence, prose) for f in fields.mappings("heard", "heard")]
    evidence.heard = tuple(answer for answer in heard if answer is not None)
    left_out = fields.mapping("left_out", "left_out")
    if left_out is not None:
        evidence.left_out = tuple(left_out.pairs())
    fields.done()
    return evidence


def _note_id(fields: Fields, evidence: Evidence) -> str:
    made = fields.identifier("id")
    if made in evidence.lines:
        fields.fault("id", f"id {made!r} stands twice in this file")
    if made:
        evidence.lines[made] = fields.line_of("id")
    return made


def _sources(
    fields: Fields, evidence: Evidence, *, required: bool = True
) -> tuple[str, ...]:
    sources = fields.texts("sources", required=required)
    if required and not sources and "sources" in fields:
        fields.fault("sources", "'sources' is empty")
    line = fields.line_of("sources")
    evidence.citations += [Reference(source, "", line) for source in sources]
    return sources


def _claim(fields: Fields, checked: str, evidence: Evidence) -> Claim | None:
    claim_id = _note_id(fields, evidence)
    therapy = fields.choice("therapy", Therapy)
    direction = fields.choice("direction", Direction)
    size = fields.choice("size", Size, Size.UNSTATED)
    standing = fields.choice("status", Standing)
    label = fields.choice("certainty", Certainty)
    words = {
        key: fields.text(key)
        for key in ("treatment", "comparison", "population", "outcome", "finding")
    }
    studies = _studies(fields.mapping("studies", "studies"))
    rating = _rating(fields, evidence, studies)
    reasons = _reasons(fields.mapping("reasons", "reasons"), rating)
    absolute = _absolute(fields.mapping("absolute", "absolute"))
    sources = _sources(fields, evidence)
    own_date = fields.text("checked", required=False)
    fields.done()
    if rating is None or label is None:
        return None
    if label is not rating.certainty:
        fields.fault(
            "certainty",
            f"certainty is {label.value!r}, but {rating.certainty.value!r} follows "
            f"from {rating.origin}",
        )
    if not (claim_id and therapy and direction and size and standing):
        return None
    return Claim(
        id=claim_id,
        therapy=therapy,
        direction=direction,
        size=size,
        certainty=rating.certainty,
        published=rating.published,
        assessment=rating.assessment,
        reasons=reasons,
        standing=standing,
        studies=studies,
        absolute=absolute,
        sources=sources,
        checked=own_date or checked,
        **words,
    )


@dataclass(frozen=True, slots=True)
class _Rating:
    """Where a claim's certainty comes from; `origin` says so in a fault."""

    certainty: Certainty
    origin: str
    published: Published | None = None
    assessment: Assessment | None = None


_ORIGIN_KEYS = {"published": "published", "assessed": "grade", "no-studies": ""}
"""Where a certainty may come from, and the key that says how."""


def _rating(fields: Fields, evidence: Evidence, studies: Studies) -> _Rating | None:
    """Derive the certainty; None, with a fault, where nothing bears one."""
    origin = fields.text("certainty_from")
    details = {key: fields.mapping(key, key) for key in ("published", "grade")}
    if origin not in _ORIGIN_KEYS:
        allowed = ", ".join(_ORIGIN_KEYS)
        fields.fault("certainty_from", f"must be one of: {allowed}")
        return None
    wanted = _ORIGIN_KEYS[origin]
    for key, detail in details.items():
        if detail is not None and key != wanted:
            fields.fault(key, f"{key!r} does not go with certainty_from: {origin}")
    if not wanted:
        if studies.randomised_trials:
            fields.fault("certainty_from", "'no-studies', but there are trials")
        return _Rating(Certainty.NONE, "there being no studies in people")
    detail = details[wanted]
    if detail is None:
        fields.fault("certainty_from", f"{origin!r} needs the key {wanted!r}")
        return None
    return _published(detail, evidence) if wanted == "published" else _assessed(detail)


def _published(fields: Fields, evidence: Evidence) -> _Rating | None:
    source = fields.identifier("source")
    rating = fields.text("rating")
    scale = fields.choice("scale", Scale, Scale.GRADE)
    fields.done()
    if source:
        evidence.citations.append(Reference(source, "", fields.line_of("source")))
    if scale is None or not rating:
        return None
    try:
        certainty = from_published(rating, scale)
    except ValueError as error:
        fields.fault("rating", str(error))
        return None
    return _Rating(
        certainty,
        f"the published rating {rating!r}",
        published=Published(source, rating, scale, certainty),
    )


def _assessed(fields: Fields) -> _Rating | None:
    start = fields.choice("start", Start)
    steps: dict[str, int] = {}
    sound = True
    for domain in Domain:
        step = fields.integer(domain.value) or 0
        lowest, highest = step_range(domain)
        if not lowest <= step <= highest:
            fields.fault(
                domain.value,
                f"{domain.value} is {step}, but must lie from {lowest} to {highest}",
            )
            sound = False
        steps[domain.value] = step
    fields.done()
    if start is None or not sound:
        return None
    assessment = Assessment(start, **steps)
    moves = ", ".join(f"{domain} {step:+d}" for domain, step in assessment.steps)
    return _Rating(
        assessment.certainty,
        f"start {start.value}" + (f" with {moves}" if moves else ""),
        assessment=assessment,
    )


def _reasons(fields: Fields | None, rating: _Rating | None) -> tuple[Reason, ...]:
    if fields is None:
        return ()
    reasons: list[Reason] = []
    moved = set()
    if rating is not None and rating.assessment is not None:
        moved = {domain for domain, _ in rating.assessment.steps}
    for domain in Domain:
        if domain.value in fields:
            text = fields.text(domain.value)
            if domain not in moved:
                fields.fault(domain.value, f"a reason, but no step for {domain.value}")
            reasons.append(Reason(domain, text))
    if "summary" in fields:
        reasons.append(Reason(None, fields.text("summary")))
    fields.done()
    return tuple(reasons)


def _studies(fields: Fields | None) -> Studies:
    if fields is None:
        return Studies()
    counts = {
        key: fields.integer(key)
        for key in ("randomised_trials", "non_randomised", "participants")
    }
    fields.done()
    for key, count in counts.items():
        if count is not None and count < 0:
            fields.fault(key, f"{key!r} is below 0")
    return Studies(**counts)


_DENOMINATORS = (100, 1000)


def _absolute(fields: Fields | None) -> Absolute | None:
    if fields is None:
        return None
    with_ = fields.integer("with", required=True)
    without = fields.integer("without", required=True)
    of = fields.integer("of", required=True)
    over, event = fields.text("over"), fields.text("event")
    fields.done()
    if with_ is None or without is None or of is None:
        return None
    if of not in _DENOMINATORS:
        fields.fault("of", f"'of' is {of}, but must be 100 or 1000")
    for key, count in (("with", with_), ("without", without)):
        if not 0 <= count <= of:
            fields.fault(key, f"{key!r} is {count}, but must lie from 0 to {of}")
    return Absolute(with_, without, of, over, event)


def _approval(fields: Fields, evidence: Evidence) -> Approval:
    approval = Approval(
        product=fields.text("product"),
        regulator=fields.text("regulator"),
        date=fields.text("date", required=False),
        indication=fields.text("indication", required=False),
        status=fields.text("status"),
        sources=_sources(fields, evidence),
    )
    fields.done()
    return approval


def _harm(fields: Fields, evidence: Evidence) -> Harm:
    harm = Harm(fields.text("text"), _sources(fields, evidence))
    fields.done()
    return harm


def _heard(fields: Fields, evidence: Evidence, prose: ProseReader) -> Heard | None:
    heard_id = _note_id(fields, evidence)
    question = fields.text("question")
    verdict = fields.choice("verdict", Verdict)
    answer = fields.prose("answer")
    claims = fields.texts("claims")
    sources = _sources(fields, evidence)
    line = fields.line_of("answer")
    fields.done()
    evidence.citations += [Reference(cited, "", line) for cited in citations_in(answer)]
    passage = Passage(fields.source, tuple(answer.split("\n")), line)
    blocks = prose.blocks(passage)
    if not heard_id or verdict is None:
        return None
    return Heard(heard_id, question, verdict, blocks, claims, sources)
