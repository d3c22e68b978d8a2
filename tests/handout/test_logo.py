"""What can be the logo of a clinic, and what is refused with which words."""

import base64
import io
import struct
import zlib
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QColor, qGray
from PySide6.QtPdf import QPdfDocument

from reader.handout.choices import Ink
from reader.handout.clinic import Clinic
from reader.handout.logo import SIZE_LIMIT, check_logo, read_logo
from reader.handout.logo_fault import LogoError
from reader.handout.options import HandoutOptions
from reader.handout.pdf import render_pdf
from tests.fixtures.sample_topic import sample_picture, sample_topic
from tests.handout import pngs
from tests.handout.pngs import SIGNATURE, chunk, head, pixels, png

EXAMPLE = Path(__file__).parents[1] / "fixtures" / "clinic" / "example-logo.svg"
JPEG = base64.b64decode(
    "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////"
    "////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAA"
    "AAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z"
)


def svg(inner: str, *, head: str = "", size: str = 'viewBox="0 0 40 20"') -> bytes:
    spaces = (
        'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    )
    return f"{head}<svg {spaces} {size}>{inner}</svg>".encode()


def refused(content: bytes) -> str:
    with pytest.raises(LogoError) as caught:
        check_logo(content)
    return caught.value.message


def drawn(content: bytes, ink: Ink = Ink.COLOUR) -> bytes:
    """A handout with the logo on it."""
    clinic = Clinic("Example Hill Clinic", logo=check_logo(content))
    options = HandoutOptions(clinic=clinic, ink=ink)
    return render_pdf([sample_topic()], options, sample_picture)


def data_of(kind: str, content: bytes) -> str:
    return f"data:image/{kind};base64,{base64.b64encode(content).decode()}"


SQUARE = '<rect width="20" height="20" fill="#123456"/>'


# ---- drawings -------------------------------------------------------------------


def test_the_example_is_a_logo_and_stays_the_same_when_it_is_checked_again() -> None:
    logo = read_logo(EXAMPLE)
    assert (logo.suffix, logo.width, logo.height) == ("svg", 96, 96)
    assert check_logo(logo.content) == logo
    assert b"rising sun" not in logo.content
    assert b"linearGradient" in logo.content


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ('viewBox="-5 -5 40 20" width="100%"', (40, 20)),
        ('width="30mm" height="10mm"', (30, 10)),
        ('viewBox="0,0,1e2,5.5e1" height="-3"', (100, 55)),
    ],
)
def test_a_drawing_says_how_large_it_is(
    size: str, expected: tuple[float, float]
) -> None:
    logo = check_logo(svg(SQUARE, size=size))
    assert (logo.width, logo.height) == expected
    assert drawn(svg(SQUARE, size=size))


@pytest.mark.parametrize(
    "size",
    [
        "",
        'viewBox="0 0 0 10"',
        'viewBox="0 0 nan 10"',
        'viewBox="0 0 1e9 1e9"',
        'viewBox="0 0 10"',
        'width="100%" height="100%"',
        'width="-4" height="4"',
        'viewBox="0 0 1_0 10"',
    ],
)
def test_a_drawing_without_a_sane_size_is_refused(size: str) -> None:
    assert "does not say a size" in refused(svg(SQUARE, size=size))


def test_a_drawing_like_a_thread_is_refused() -> None:
    assert "12 times as long" in refused(svg(SQUARE, size='viewBox="0 0 130 10"'))


BILLION_LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "haha">'
    + "".join(
        f'<!ENTITY {chr(98 + n)} "{("&" + chr(97 + n) + ";") * 10}">' for n in range(9)
    )
    + "]>"
)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param(
            svg("<style>&j;</style>" + SQUARE, head=BILLION_LAUGHS),
            "declares entities",
            id="billion laughs",
        ),
        pytest.param(
            svg(
                SQUARE, head='<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
            ),
            "declares entities",
            id="a file as entity",
        ),
        pytest.param(
            svg(SQUARE, head='<!DOCTYPE svg [<!ENTITY % x SYSTEM "http://a/b">%x;]>'),
            "declares entities",
            id="a parameter entity",
        ),
        pytest.param(
            svg(SQUARE, head='<?xml-stylesheet href="http://a/b.css"?>'),
            "style sheet",
            id="a style sheet",
        ),
        pytest.param(svg("<script>1</script>"), "script", id="a script"),
        pytest.param(svg('<rect onclick="x()"/>'), "script", id="an event"),
        pytest.param(svg("<foreignObject/>"), "web page", id="foreignObject"),
        pytest.param(
            svg('<p xmlns="http://www.w3.org/1999/xhtml">x</p>' + SQUARE),
            "web page",
            id="HTML",
        ),
        pytest.param(svg("<text>Hill</text>"), "turn them into shapes", id="letters"),
        pytest.param(svg('<a href="http://a">x</a>'), "a link", id="a link"),
        pytest.param(svg('<filter id="f"/>' + SQUARE), "“filter”", id="a filter"),
        pytest.param(svg("<animate/>" + SQUARE), "“animate”", id="what moves"),
        pytest.param(svg(""), "nothing drawn", id="nothing"),
        pytest.param(b"<html><body/></html>", "no SVG drawing", id="no drawing"),
        pytest.param(svg("<g>")[:-6], "no whole SVG", id="half a drawing"),
        pytest.param(svg(SQUARE).decode().encode("utf-16"), "UTF-8", id="UTF-16"),
        pytest.param(b"\xff<svg/>", "UTF-8", id="no text"),
        pytest.param(b"GIF89a" + bytes(99), "neither", id="a GIF"),
        pytest.param(b"", "neither", id="an empty file"),
        pytest.param(b"<" + b"g" * SIZE_LIMIT, "larger than 512 kB", id="a large file"),
        pytest.param(svg("<g>" * 60 + "</g>" * 60), "deep", id="deep"),
        pytest.param(svg("<g/>" * 20_001), "more than 20,000 parts", id="many"),
    ],
)
def test_what_is_more_than_a_drawing_is_refused(content: bytes, reason: str) -> None:
    assert reason in refused(content)


@pytest.mark.parametrize(
    "inner",
    [
        '<image xlink:href="http://example.org/a.png"/>',
        '<image href="file:///etc/passwd"/>',
        '<image href="../../secret.png"/>',
        '<image href="data:image/svg+xml;base64,PHN2Zy8+"/>',
        '<image href="data:text/html,hello"/>',
        '<use href="other.svg#part"/>',
        '<use xlink:href="https://example.org/x.svg#a"/>',
        '<rect style="fill:url(http://example.org/p.svg#p)"/>',
        '<rect fill="url(other.svg#p)"/>',
        "<rect fill=\"url( 'other.svg#p' )\"/>",
        "<style>@import 'a.css';</style><rect/>",
        "<style>@font-face{src:url(a.woff)}</style><rect/>",
        r"<style>rect{fill:u\72l(a.svg)}</style><rect/>",
        "<style>rect{fill:url(/**/a.svg)}</style><rect/>",
        "<style>rect{fill:red /* }</style><rect/>",
        '<linearGradient href="a.svg#g"/><rect/>',
        '<rect fill="javascript:alert(1)"/>',
    ],
)
def test_a_drawing_that_reaches_out_of_itself_is_refused(inner: str) -> None:
    assert "names" in refused(svg(inner))


def _doubling(link: str) -> str:
    return (
        "".join(f'<g id="g{n}">{(link % (n + 1)) * 2}</g>' for n in range(40))
        + '<rect id="g40" width="1" height="1"/>'
    )


@pytest.mark.parametrize(
    "inner",
    [
        _doubling('<use href="#g%d"/>'),
        _doubling('<g mask="url(#g%d)"/>'),
        _doubling('<g style="clip-path: url(&quot;#g%d&quot;)"/>'),
    ],
)
def test_a_drawing_that_doubles_itself_over_and_over_is_refused(inner: str) -> None:
    assert "grows to more than" in refused(svg(inner))


@pytest.mark.parametrize(
    "inner",
    [
        '<g id="a"><use href="#a"/></g><rect/>',
        '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g><rect/>',
        '<pattern id="p"><rect fill="url(#p)"/></pattern>',
        '<style>.a{fill:url(#p)}</style><pattern id="p"><rect class="b a"/></pattern>',
        '<style>rect{fill:url(#p)}</style><pattern id="p"><rect/></pattern>',
    ],
)
def test_a_drawing_with_a_part_inside_itself_is_refused(inner: str) -> None:
    assert "uses itself" in refused(svg(inner))


_TWICE = '<g transform="matrix(2000 0 0 1 0 0)"><use href="#b"/></g>'


@pytest.mark.parametrize(
    ("inner", "reason"),
    [
        # Typst 0.15.2 ends the whole program on this one.
        ('<path d="M1e38 1e38L-1e38 5z" fill="red"/>', "larger than 1,000,000"),
        ('<path d="M0 0L1000000 0-1234567 3z"/>', "larger than 1,000,000"),
        ('<rect width="5" height="5" stroke-width="1E+30"/>', "larger than"),
        ('<rect style="stroke-width:12345678;fill:#12345678"/>', "larger than"),
        ("<style>.a{stroke-width:9999999}</style><rect/>", "larger than"),
        ('<g transform="scale(900)">' * 3 + SQUARE + "</g>" * 3, "enlarged more"),
        (_TWICE + '<g id="b" transform="scale(2000)"/><rect/>', "enlarged more"),
        (
            '<svg viewBox="0 0 0.001 1"><svg viewBox="0 0 .001 1"><rect/></svg></svg>',
            "enlarged more",
        ),
        ('<rect transform="skewX(90)"/>', "skewed too far"),
        ("<style>g{transform:scale(9)}</style><g><rect/></g>", "too hard to follow"),
    ],
)
def test_a_drawing_with_numbers_beyond_all_measure_is_refused(
    inner: str, reason: str
) -> None:
    assert reason in refused(svg(inner))


@pytest.mark.parametrize(
    "inner",
    [
        '<path id="path12345678" class="a9999999" d="M0.12345678-.5.123456L99999 3"/>',
        '<rect width="9" height="9" fill="#12345678" opacity="1.5e-12"/>',
        '<g transform="translate(-900000 5) scale(0.0001) rotate(720)"><rect/></g>',
        '<symbol id="s" viewBox="0 0 24 24"><rect/></symbol><use href="#s" width="9"/>',
    ],
)
def test_usual_numbers_are_no_reason_to_refuse(inner: str) -> None:
    assert drawn(svg(inner))


def test_a_long_chain_of_parts_is_refused() -> None:
    chain = "".join(f'<g id="g{n}"><use href="#g{n + 1}"/></g>' for n in range(5000))
    assert "deep in one another" in refused(svg(chain + '<rect id="g5000"/>'))


def test_a_rule_that_could_be_for_anything_is_refused() -> None:
    inner = '<style>g > *{fill:url(#p)}</style><pattern id="p"/><g><rect/></g>'
    assert "too hard to follow" in refused(svg(inner))


def test_what_drawing_programs_leave_in_a_file_does_no_harm() -> None:
    head = (
        '<?xml version="1.0" encoding="UTF-8" standalone="no"?>'
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
        '"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    )
    inner = (
        "<title>Logo</title><metadata><x:rdf xmlns:x='urn:x'>me@home</x:rdf></metadata>"
        "<s:view xmlns:s='urn:s' s:file='/home/me/logo.svg'><g/></s:view>"
        "<style>.st0{clip-path:url(#c);fill:#123456}</style>"
        "<defs><clipPath id='c'><rect class='st1' width='9' height='9'/></clipPath>"
        "</defs>"
        "<g class='st0' i:label='Layer 1' xmlns:i='urn:i' data-name='a://b'>"
        f"{SQUARE}</g>"
    )
    logo = check_logo(b"\xef\xbb\xbf" + svg(inner, head=head))
    for private in (b"DOCTYPE", b"me@home", b"/home", b"Layer", b"data-name", b"Logo"):
        assert private not in logo.content
    assert drawn(svg(inner, head=head))


@pytest.mark.parametrize(("kind", "content"), [("png", png()), ("jpeg", JPEG)])
def test_a_picture_may_lie_in_a_drawing(kind: str, content: bytes) -> None:
    inner = f'<image width="40" height="20" xlink:href="{data_of(kind, content)}"/>'
    with pikepdf.open(io.BytesIO(drawn(svg(inner)))) as document:
        images = [x for x in document.objects if _is_image(x)]
    assert len(images) > len(_pictures_without_logo())


def _is_image(thing: object) -> bool:
    return isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image"


def _pictures_without_logo() -> list[object]:
    pdf = render_pdf([sample_topic()], HandoutOptions(), sample_picture)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [x for x in document.objects if _is_image(x)]


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("png", png()[:-20]),
        ("png", JPEG),
        ("jpeg", JPEG[:-9]),
        ("jpeg", png()),
        ("jpeg", b"\xff\xd8\xff\xe0\x00\x02\xff\xd9"),
        ("jpeg", JPEG.replace(bytes.fromhex("08 0001 0001"), b"\x08\xff\xff\xff\xff")),
        ("jpeg", b"\xff\xd8\xff" + bytes(40) + b"\xff\xd9"),
    ],
)
def test_a_damaged_picture_in_a_drawing_is_refused(kind: str, content: bytes) -> None:
    inner = f'<image href="{data_of(kind, content)}"/>'
    assert "has a picture in it that" in refused(svg(inner))


# ---- pictures -------------------------------------------------------------------


@pytest.mark.parametrize("colour", [pngs.GREY, pngs.RGB, pngs.RGBA])
def test_a_png_is_a_logo_and_only_what_draws_is_kept(colour: int) -> None:
    secret = chunk(b"tEXt", b"Author\0Somebody") + chunk(b"eXIf", b"where")
    logo = check_logo(png(8, 4, colour, secret))
    assert (logo.suffix, logo.width, logo.height) == ("png", 8, 4)
    assert logo.content == png(8, 4, colour)
    assert drawn(logo.content)


def test_a_png_with_a_palette_or_in_passes_is_a_logo() -> None:
    palette = chunk(b"PLTE", bytes(range(3 * 80)))
    assert drawn(png(8, 4, pngs.PALETTE, palette))
    for last, whole in (((2, 9), True), ((1, 9), False)):
        rows = [(1, 2), (1, 2), (1, 3), (1, 5), (2, 5), last]
        packed = zlib.compress(b"".join(bytes(high * wide) for high, wide in rows))
        passes = head(8, 4, pngs.GREY, interlaced=1) + chunk(b"IDAT", packed)
        if whole:
            assert drawn(SIGNATURE + passes + pngs.END)
        else:
            assert "fewer pixels" in refused(SIGNATURE + passes + pngs.END)


def _many_pixels(width: int, height: int) -> bytes:
    return SIGNATURE + head(width, height) + pixels(8, 4) + pngs.END


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param(png()[:-1], "its end is missing", id="cut at the end"),
        pytest.param(png()[:40], "its end is missing", id="cut in the middle"),
        pytest.param(SIGNATURE, "its end is missing", id="nothing but a signature"),
        pytest.param(
            png().replace(b"IDAT", b"IDAX"), "checksum", id="a changed letter"
        ),
        pytest.param(_many_pixels(31_623, 31_623), "pixels", id="1e9 pixels"),
        pytest.param(_many_pixels(2**31, 1), "pixels", id="a line without end"),
        pytest.param(_many_pixels(0, 4), "has no pixels", id="no pixels"),
        pytest.param(_many_pixels(9, 4), "more or fewer pixels", id="too few pixels"),
        pytest.param(_many_pixels(7, 4), "more or fewer pixels", id="too many pixels"),
        pytest.param(
            SIGNATURE + head(8, 4) + chunk(b"IDAT", b"no zlib") + pngs.END,
            "cannot be read",
            id="no pixels that can be read",
        ),
        pytest.param(
            SIGNATURE
            + head(8, 4)
            + chunk(b"IDAT", zlib.compress(b"\x09" + bytes(24 + 3 * 25)))
            + pngs.END,
            "cannot be read",
            id="an unknown filter",
        ),
        pytest.param(
            SIGNATURE + pixels(8, 4) + head(8, 4) + pngs.END, "how large", id="no head"
        ),
        pytest.param(
            SIGNATURE + chunk(b"IHDR", b"1") + pngs.END, "how large", id="half a head"
        ),
        pytest.param(png(8, 4, pngs.PALETTE), "list of colours", id="no palette"),
        pytest.param(
            png(8, 4, more=chunk(b"PLTE", b"1234")), "list of colours", id="odd palette"
        ),
        pytest.param(
            SIGNATURE
            + chunk(b"IHDR", struct.pack(">LL5B", 8, 4, 3, 2, 0, 0, 0))
            + pixels(8, 4)
            + pngs.END,
            "every program",
            id="odd depth",
        ),
        pytest.param(png(more=chunk(b"WHAT", b"")), "every program", id="odd part"),
    ],
)
def test_a_png_that_is_not_whole_is_refused(content: bytes, reason: str) -> None:
    assert reason in refused(content)


def test_a_png_that_unpacks_to_much_more_is_refused_at_once() -> None:
    bomb = zlib.compress(bytes(200_000_000), 9)
    content = SIGNATURE + head(8, 4) + chunk(b"IDAT", bomb) + pngs.END
    assert "more or fewer pixels" in refused(content)


@given(
    at=st.integers(0, len(png(30, 12)) - 1),
    by=st.integers(1, 255),
    length=st.integers(0, len(png(30, 12))),
)
def test_a_png_with_any_byte_changed_or_any_end_cut_off_is_refused(
    at: int, by: int, length: int
) -> None:
    content = bytearray(png(30, 12))
    content[at] ^= by
    for spoilt in (bytes(content), png(30, 12)[:length]):
        if spoilt != png(30, 12):
            assert refused(spoilt)


@given(
    st.lists(
        st.sampled_from(
            ["<g>", "</g>", "<rect/>", '<use href="#a"/>', '<g id="a">', "<", "&a;"]
        )
    )
)
def test_no_pieces_of_a_drawing_do_more_than_be_refused(pieces: list[str]) -> None:
    try:
        logo = check_logo(svg("".join(pieces)))
    except LogoError:
        return
    assert check_logo(logo.content) == logo


# ---- files and paper ------------------------------------------------------------


def test_a_logo_that_is_gone_or_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LogoError, match="is not there"):
        read_logo(tmp_path / "logo.svg")
    with pytest.raises(LogoError, match="cannot be read"):
        read_logo(tmp_path)


def _place_of_logo(pdf: bytes) -> list[QColor]:
    """Where the logo stands on the first page, as other people’s code draws it."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    image = document.render(0, QSize(420, 594))
    document.close()
    return [image.pixelColor(x, y) for y in range(28, 60) for x in range(50, 84)]


@pytest.mark.parametrize("content", [EXAMPLE.read_bytes(), png(80, 80), svg(SQUARE)])
def test_in_black_ink_a_logo_keeps_its_brightness_and_no_colour(
    content: bytes, qapp: object
) -> None:
    del qapp
    black = _place_of_logo(drawn(content, Ink.BLACK))
    assert all(c.red() == c.green() == c.blue() for c in black)
    coloured = _place_of_logo(drawn(content))
    assert any(c.hsvSaturation() > 50 for c in coloured)
    logo = [(a, b) for a, b in zip(coloured, black, strict=True) if a.hsvSaturation()]
    near = [abs(qGray(a.rgb()) - b.red()) < 40 for a, b in logo]
    assert sum(near) > 0.8 * len(near)
