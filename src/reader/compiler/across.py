"""What can only be checked when every page has been read."""

from dataclasses import dataclass, field

from reader.compiler.faults import Faults
from reader.compiler.page import Reference
from reader.compiler.pages import CompiledPage


@dataclass(slots=True)
class Across:
    """The pages so far: their sections, their links, and who has which id."""

    sections: dict[str, frozenset[str]] = field(default_factory=dict)
    links: list[tuple[str, Reference]] = field(default_factory=list)
    first_claim: dict[str, str] = field(default_factory=dict)

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
