"""What can only be checked when every page has been read."""

from dataclasses import dataclass, field

from reader.compiler.bibliography import Bibliography, Glossary
from reader.compiler.faults import Faults
from reader.compiler.page import Reference
from reader.compiler.pages import CompiledPage

HIGHEST_MEAN = 6.8
"""Flesch-Kincaid, in school years, over all pages that have a grade."""


@dataclass(slots=True)
class Across:
    """The pages so far: their sections, their links, and who has which id."""

    sections: dict[str, frozenset[str]] = field(default_factory=dict)
    links: list[tuple[str, Reference]] = field(default_factory=list)
    first_claim: dict[str, str] = field(default_factory=dict)
    sources: set[str] = field(default_factory=set)
    terms: set[str] = field(default_factory=set)
    grades: dict[str, float] = field(default_factory=dict)

    def add(self, page: CompiledPage, faults: Faults) -> bool:
        """Take a page in, and note ids that another page has already.

        Returns:
            Whether the page is the first with its slug.
        """
        is_first = page.slug not in self.sections
        if not is_first:
            faults.add(page.file, 1, f"slug {page.slug!r} belongs to another page too")
        self.sections[page.slug] = page.sections
        self.links += [(page.file, reference) for reference in page.links]
        self.sources.update(page.sources)
        self.terms.update(page.terms)
        if page.grade:
            self.grades[page.file] = page.grade
        for made, line in page.evidence_lines.items():
            first = self.first_claim.setdefault(made, page.slug)
            if first != page.slug:
                faults.add(
                    page.evidence_file, line, f"id {made!r} also stands on {first!r}"
                )
        return is_first

    def check_links(self, faults: Faults) -> None:
        """Note links that lead to no page or no section."""
        for file, link in self.links:
            sections = self.sections.get(link.target)
            if sections is None:
                faults.add(file, link.line, f"link to unknown page {link.target!r}")
            elif link.section and link.section not in sections:
                message = f"page {link.target!r} has no section {link.section!r}"
                faults.add(file, link.line, message)

    def check_unused(
        self, bibliography: Bibliography, glossary: Glossary, faults: Faults
    ) -> None:
        """Note sources that no page cites and words that no page says."""
        for file, lines, used, message in (
            (bibliography.file, bibliography.lines, self.sources, "no page cites"),
            (glossary.file, glossary.lines, self.terms, "no page says"),
        ):
            for unused in sorted(lines.keys() - used):
                if file is not None:
                    faults.add(file.name, lines[unused], f"{message} {unused!r}")

    def check_mean_grade(self, faults: Faults) -> None:
        """Note where the library on the whole is too hard to read."""
        if not self.grades:
            return
        mean = sum(self.grades.values()) / len(self.grades)
        if mean > HIGHEST_MEAN:
            hardest = max(self.grades, key=self.grades.__getitem__)
            message = (
                f"the mean of all pages is grade {mean:.1f}, over {HIGHEST_MEAN}; "
                f"this is the hardest"
            )
            faults.add(hardest, 1, message)
