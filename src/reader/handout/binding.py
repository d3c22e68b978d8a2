"""Several PDFs of handouts bound into one: pages, tags, bookmarks and all.

A press that lays out three hundred topics at once needs gigabytes and cannot be
stopped. So a stack is printed a few topics at a time, and the parts are bound here.
Each part keeps its objects; only their numbers change, and the few objects at the
top (catalogue, pages, bookmarks, tags) are made anew around them. The fixed layout
of what Typst writes makes that a matter of renumbering.
"""

import hashlib
import re
from base64 import b64encode
from dataclasses import dataclass

from reader.handout.pdf_parts import TOKENS, PdfParts, take_apart
from reader.model.errors import BugError

_CATALOGUE, _PAGES, _OUTLINES, _TREE, _DOCUMENT, _INFO, _METADATA = range(1, 8)
_FIRST_FREE = 8

_NUMBER = re.compile(rb"(\d+) 0 R")
_ROLE = re.compile(rb"/[^/<>\s]+/[^/<>\s]+")
_NOT_BOUND = (b"/Names", b"/Dests", b"/PageLabels", b"/AcroForm", b"/OpenAction")
"""What a catalogue may have and nothing here would carry over."""


@dataclass(frozen=True, slots=True)
class _Top:
    """The numbers of the objects at the top of a part."""

    pages: int
    outlines: int
    tree: int
    document: int
    metadata: int


class Binder:
    """Binds one part after another.

    Args:
        blank_for_duplex: Let each topic begin on the front of a sheet: a blank page
            follows one with an odd number of pages.
    """

    def __init__(self, *, blank_for_duplex: bool = False) -> None:
        self._duplex = blank_for_duplex
        self._written: dict[int, bytes] = {}
        self._next = _FIRST_FREE
        self._first: PdfParts | None = None
        self._sheets: list[tuple[int, int]] = []  # the pages of each part, how many
        self._bookmarks: list[tuple[int, int, int]] = []  # first, last, how many
        self._documents: list[int] = []
        self._parents: list[tuple[int, int, bytes]] = []  # first key, last, object
        self._cells: list[bytes] = []  # names of header cells
        self._roles: dict[bytes, None] = {}
        self._keys = 0
        self._identity = hashlib.sha256()

    def add(self, pdf: bytes) -> None:
        """Bind a part behind the others.

        Raises:
            BugError: It is not as Typst writes.
        """
        part = take_apart(pdf)
        top = _top_of(part)
        if self._first is None:
            self._first = part
        self._identity.update(part.identity)
        count = len(part.objects)
        shift = _Shift(self._next - 1, self._keys, len(self._documents), top, count)
        left_out = {part.root, part.info, top.metadata, top.tree, top.outlines}
        for number, each in enumerate(part.objects, start=1):
            if number not in left_out:
                self._written[shift.number(number)] = (
                    shift.head(each.head) + each.stream
                )
        self._next += count
        self._bind_pages(shift, top)
        self._bind_bookmarks(part, shift, top)
        self._bind_tags(part, shift, top)

    def finish(self) -> bytes:
        """The bound PDF.

        Raises:
            BugError: There is no part.
        """
        if self._first is None:
            raise BugError("a stack without a part was to be bound")
        self._join_bookmarks()
        self._write_top(self._first)
        return self._assembled()

    # ---- one part ------------------------------------------------------------

    def _bind_pages(self, shift: "_Shift", top: _Top) -> None:
        """Hang the pages of a part below all pages, with blank ones where wanted."""
        number = shift.number(top.pages)
        head = self._written[number]
        kids = [int(kid) for kid in _NUMBER.findall(_between(head, b"/Kids[", b"]"))]
        if self._duplex:
            kids = self._with_blanks(kids, number, shift)
        listed = b" ".join(b"%d 0 R" % kid for kid in kids)
        self._written[number] = b"<</Type/Pages/Parent %d 0 R/Count %d/Kids[%s]>>" % (
            _PAGES,
            len(kids),
            listed,
        )
        self._sheets.append((number, len(kids)))

    def _with_blanks(self, kids: list[int], pages: int, shift: "_Shift") -> list[int]:
        """The pages, with a blank one before each topic that would begin on a back."""
        begins = {self._page_of(each) for each in self._top_bookmarks(shift)}
        whole: list[int] = []
        for kid in [*kids, 0]:
            if (kid in begins or not kid) and len(whole) % 2:
                size = _between(self._written[whole[-1]], b"/MediaBox[", b"]")
                self._written[self._next] = (
                    b"<</Type/Page/Resources<<>>/MediaBox[%s]/Parent %d 0 R>>"
                    % (size, pages)
                )
                whole.append(self._next)
                self._next += 1
            if kid:
                whole.append(kid)
        return whole

    def _top_bookmarks(self, shift: "_Shift") -> list[int]:
        """The bookmarks of topics in a part that has just been written."""
        parent = b"/Parent %d 0 R" % _OUTLINES
        begin, end = shift.by + 1, self._next
        return [n for n in range(begin, end) if parent in self._written.get(n, b"")]

    def _page_of(self, bookmark: int) -> int:
        """The page that a bookmark leads to."""
        place = _number(self._written[bookmark], b"/Dest")
        found = _NUMBER.search(self._written[place])
        if found is None:
            raise BugError("a bookmark of a stack leads to no page")
        return int(found[1])

    def _bind_bookmarks(self, part: PdfParts, shift: "_Shift", top: _Top) -> None:
        head = part.head(top.outlines)
        first, last = (
            shift.number(_number(head, key)) for key in (b"/First", b"/Last")
        )
        count = re.search(rb"/Count (\d+)", head)
        self._bookmarks.append((first, last, int(count[1]) if count else 0))

    def _bind_tags(self, part: PdfParts, shift: "_Shift", top: _Top) -> None:
        head = part.head(top.tree)
        document = shift.number(top.document)
        self._documents.append(document)
        # One document with a part for each; it stays the one that has the language.
        self._written[document] = self._written[document].replace(
            b"/S/Document", b"/S/Part", 1
        )
        self._roles |= dict.fromkeys(
            _ROLE.findall(_between(head, b"/RoleMap<<", b">>"))
        )
        entries = re.findall(
            rb"(\d+) (\d+) 0 R", _between(head, b"/ParentTree<</Nums[", b"]")
        )
        named = _between(head, b"/IDTree<</Names[", b"]") if b"/IDTree" in head else b""
        if entries:
            keys = [(int(key) + shift.keys, shift.number(int(n))) for key, n in entries]
            listed = b" ".join(b"%d %d 0 R" % pair for pair in keys)
            self._parents.append((keys[0][0], keys[-1][0], listed))
            self._keys = keys[-1][0] + 1
        if named:
            self._cells.append(shift.head(named))

    # ---- the whole ------------------------------------------------------------

    def _join_bookmarks(self) -> None:
        """Let the last bookmark of a part be followed by the first of the next."""
        for before, after in zip(self._bookmarks, self._bookmarks[1:], strict=False):
            last, first = before[1], after[0]
            self._written[last] = self._written[last][:-2] + b"/Next %d 0 R>>" % first
            self._written[first] = self._written[first][:-2] + b"/Prev %d 0 R>>" % last

    def _write_top(self, first: PdfParts) -> None:
        catalogue, metadata = first.head(first.root), _top_of(first).metadata
        for key, number in (
            (b"/Pages", _PAGES),
            (b"/Metadata", _METADATA),
            (b"/StructTreeRoot", _TREE),
            (b"/Outlines", _OUTLINES),
        ):
            catalogue = _with_number(catalogue, key, number)
        kids = b" ".join(b"%d 0 R" % number for number, _ in self._sheets)
        pages = sum(count for _, count in self._sheets)
        documents = b" ".join(b"%d 0 R" % number for number in self._documents)
        self._written |= {
            _CATALOGUE: catalogue,
            _PAGES: b"<</Type/Pages/Count %d/Kids[%s]>>" % (pages, kids),
            _OUTLINES: b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>"
            % (
                self._bookmarks[0][0],
                self._bookmarks[-1][1],
                sum(count for *_, count in self._bookmarks),
            ),
            _TREE: self._tree(),
            _DOCUMENT: b"<</Type/StructElem/S/Document/P %d 0 R/K[%s]>>"
            % (_TREE, documents),
            _INFO: first.head(first.info),
            _METADATA: self._metadata(first.objects[metadata - 1].stream, pages),
        }

    def _tree(self) -> bytes:
        """The root of all tags, with its lists of parents and of header cells."""
        parents = [
            self._extra(b"<</Limits[%d %d]/Nums[%s]>>" % each) for each in self._parents
        ]
        cells = []
        for each in self._cells:
            names = re.findall(rb"\(([^()]*)\)", each)
            limits = (names[0], names[-1], each)
            cells.append(self._extra(b"<</Limits[(%s)(%s)]/Names[%s]>>" % limits))
        tree = [
            b"<</Type/StructTreeRoot/RoleMap<<%s>>/K[%d 0 R]"
            % (b"".join(self._roles), _DOCUMENT),
            b"/ParentTree<</Kids[%s]>>" % b" ".join(parents),
        ]
        if cells:
            tree.append(b"/IDTree<</Kids[%s]>>" % b" ".join(cells))
        return b"".join([*tree, b"/ParentTreeNextKey %d>>" % self._keys])

    def _extra(self, head: bytes) -> bytes:
        """Write one more object; its reference."""
        self._written[self._next] = head
        self._next += 1
        return b"%d 0 R" % (self._next - 1)

    def _metadata(self, stream: bytes, pages: int) -> bytes:
        """What the first part says of itself, with the pages and mark of the whole."""
        words = stream[len(b"\nstream\n") : -len(b"\nendstream")]
        words = _replaced(words, b"xmpTPg:NPages", b"%d" % pages)
        words = _replaced(words, b"xmpMM:InstanceID", self._mark(b"instance"))
        words = _replaced(words, b"xmpMM:DocumentID", self._mark(b"document"))
        return b"<</Length %d/Type/Metadata/Subtype/XML>>\nstream\n%s\nendstream" % (
            len(words),
            words,
        )

    def _mark(self, kind: bytes) -> bytes:
        whole = hashlib.sha256(kind + self._identity.digest()).digest()
        return b64encode(whole[:16])

    def _assembled(self) -> bytes:
        parts = [b"%PDF-1.7\n%\x80\x80\x80\x80\n\n"]
        at = len(parts[0])
        places: dict[int, int] = {}
        for number, body in self._written.items():
            places[number] = at
            begin = b"%d 0 obj\n" % number
            parts += [begin, body, b"\nendobj\n"]
            at += len(begin) + len(body) + len(b"\nendobj\n")
        # Numbers that stand for nothing, since the top of a part is left out.
        lines = [
            b"%010d 00000 n\r\n" % places[n]
            if n in places
            else b"0000000000 00000 f\r\n"
            for n in range(1, self._next)
        ]
        parts += [
            b"xref\n0 %d\n0000000000 65535 f\r\n" % self._next,
            *lines,
            b"trailer\n<</Size %d/Root %d 0 R/Info %d 0 R/ID[(%s)(%s)]>>\n"
            % (
                self._next,
                _CATALOGUE,
                _INFO,
                self._mark(b"document"),
                self._mark(b"instance"),
            ),
            b"startxref\n%d\n%%%%EOF" % at,
        ]
        return b"".join(parts)


class _Shift:
    """How the numbers of a part change.

    Args:
        by: What is added to the number of an object.
        keys: What is added to a key of the tree of parents.
        place: Which part it is, from 0; stands in the names of header cells.
        top: The objects that the whole has only once.
        count: How many objects the part has.
    """

    def __init__(self, by: int, keys: int, place: int, top: _Top, count: int) -> None:
        self.by = by
        self.keys = keys
        self._place = place
        self._numbers = {n: n + by for n in range(1, count + 1)}
        self._numbers |= {top.outlines: _OUTLINES, top.tree: _DOCUMENT}
        # A page has some hundred references, so each is written once.
        self._references = {
            b"%d" % old: b"%d 0 R" % new for old, new in self._numbers.items()
        }

    def number(self, number: int) -> int:
        """The number of an object in the whole."""
        return self._numbers[number]

    def head(self, head: bytes) -> bytes:
        """An object with the numbers of the whole."""
        if b"(" in head or b"/StructParent" in head:
            return TOKENS.sub(self._token, head)
        return _NUMBER.sub(self._reference, head)  # no words: thrice as quick

    def _reference(self, token: "re.Match[bytes]") -> bytes:
        return self._references[token[1]]

    def _token(self, token: "re.Match[bytes]") -> bytes:
        match token.lastindex:
            case 1:
                return self._references[token[1]]
            case None:
                return token[0]
            case 3:
                return b"%s%d" % (token[2], int(token[3]) + self.keys)
            case 4:
                return b"(P%05d%s)" % (self._place, token[4])
            case _:
                raise BugError("a PDF to be bound has words that do not end")


def _top_of(part: PdfParts) -> _Top:
    catalogue = part.head(part.root)
    unknown = [key for key in _NOT_BOUND if key in catalogue]
    if unknown:
        raise BugError(f"a PDF to be bound has {unknown[0].decode()}")
    tree = _number(catalogue, b"/StructTreeRoot")
    return _Top(
        pages=_number(catalogue, b"/Pages"),
        outlines=_number(catalogue, b"/Outlines"),
        tree=tree,
        document=_number(part.head(tree), b"/K["),
        metadata=_number(catalogue, b"/Metadata"),
    )


def _number(head: bytes, key: bytes) -> int:
    """The number of the object that a key leads to."""
    found = re.search(re.escape(key) + rb" ?(\d+) 0 R", head)
    if found is None:
        raise BugError(f"a PDF to be bound has no {key.decode()}")
    return int(found[1])


def _with_number(head: bytes, key: bytes, number: int) -> bytes:
    return re.sub(re.escape(key) + rb" \d+ 0 R", b"%s %d 0 R" % (key, number), head)


def _between(head: bytes, begin: bytes, end: bytes) -> bytes:
    start = head.find(begin)
    if start < 0:
        raise BugError(f"a PDF to be bound has no {begin.decode()}")
    start += len(begin)
    return head[start : head.index(end, start)]


def _replaced(words: bytes, tag: bytes, value: bytes) -> bytes:
    """XML with another value in a tag."""
    pattern = b"<%s>[^<]*</%s>" % (tag, tag)
    return re.sub(pattern, b"<%s>%s</%s>" % (tag, value, tag), words)
