"""The one bibliography and the one glossary."""

import re
from dataclasses import dataclass, field

from reader.compiler.faults import SourceFile
from reader.compiler.fields import Fields, list_fields
from reader.compiler.yaml_tree import parse_yaml
from reader.model.evidence import GlossaryTerm, Source


@dataclass(slots=True)
class Bibliography:
    """Every source by id, and where it stands."""

    sources: dict[str, Source] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    file: SourceFile | None = None


def read_bibliography(source: SourceFile | None) -> Bibliography:
    """Read ``sources.yaml``; an absent file is an empty bibliography."""
    found = Bibliography(file=source)
    tree = parse_yaml(source, source.text) if source is not None else None
    if source is None or tree is None:
        return found
    seen: dict[str, str] = {}
    for fields in list_fields(source, tree, "source"):
        entry = _source(fields)
        if not entry.id:
            continue
        if entry.id in found.sources:
            fields.fault("id", f"id {entry.id!r} stands twice")
        if entry.doi and seen.setdefault(entry.doi.lower(), entry.id) != entry.id:
            known = seen[entry.doi.lower()]
            if entry.url == found.sources[known].url:
                fields.fault("DOI", f"the same source as {known!r}")
        found.sources[entry.id] = entry
        found.lines[entry.id] = fields.line_of("id")
    return found


_SHAPES = {
    "DOI": re.compile(r"10\.\d{4,9}/\S+"),
    "PMID": re.compile(r"\d{4,9}"),
    "NCT": re.compile(r"NCT\d{8}"),
    "URL": re.compile(r"https?://\S+"),
}


def _source(fields: Fields) -> Source:
    entry = Source(
        id=fields.identifier("id"),
        type=fields.text("type"),
        title=fields.text("title"),
        author=fields.text("author", required=False),
        container=fields.text("container-title", required=False),
        issued=fields.text("issued", required=False),
        doi=fields.text("DOI", required=False),
        pmid=fields.text("PMID", required=False),
        nct=fields.text("NCT", required=False),
        url=fields.text("URL", required=False),
        seen_at=fields.text("seen_at"),
    )
    fields.done()
    given = {"DOI": entry.doi, "PMID": entry.pmid, "NCT": entry.nct, "URL": entry.url}
    for key, value in given.items():
        if value and not _SHAPES[key].fullmatch(value):
            fields.fault(key, f"{value!r} does not look like a {key}")
    if not any(given.values()):
        fields.fault("id", "needs at least one of DOI, PMID, NCT, URL")
    return entry


@dataclass(slots=True)
class Glossary:
    """Every term by id, and where it stands."""

    terms: dict[str, GlossaryTerm] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    file: SourceFile | None = None


def read_glossary(source: SourceFile | None) -> Glossary:
    """Read ``glossary.yaml``; an absent file is an empty glossary."""
    found = Glossary(file=source)
    tree = parse_yaml(source, source.text) if source is not None else None
    if source is None or tree is None:
        return found
    forms: dict[str, str] = {}
    for fields in list_fields(source, tree, "glossary term"):
        term = GlossaryTerm(
            id=fields.identifier("id"),
            term=fields.text("term"),
            meaning=fields.text("meaning"),
            forms=fields.texts("forms"),
        )
        fields.done()
        if term.id in found.terms:
            fields.fault("id", f"id {term.id!r} stands twice")
        for form in (term.term, *term.forms):
            known = forms.setdefault(form.lower(), term.id)
            if known != term.id:
                fields.fault("forms", f"{form!r} also belongs to {known!r}")
        if term.id:
            found.terms[term.id] = term
            found.lines[term.id] = fields.line_of("id")
    return found
