"""Makes files that ask their reader for too much: hours, gigabytes, or a way out of a circle.

PDFs are written object by object, so that they stay small and say what they are about. Each maker takes the size that
matters, so that a test can make a small one and the benchmark the full one.
"""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable, Iterator
from functools import partial

MIB = 1024 * 1024
ADLER = 65521  # the prime of zlib's check sum
Make = Callable[[], bytes]

TITLE = b"BT /F1 12 Tf 72 770 Td (Trafikksikkerhetsplan for Lilleby kommune 2013-2016) Tj ET "
GOAL = b"BT /F1 12 Tf 72 740 Td (Hovedm\xe5l: Ingen skal bli skadd i trafikken.) Tj ET "
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
RESOURCES = b"<< /Font << /F1 4 0 R >> >>"


def write_pdf(objects: dict[int, bytes], *, trailer: bytes = b"", root: int = 1) -> bytes:
    """Return a PDF of objects by number, with its table of offsets."""
    out, offsets = bytearray(b"%PDF-1.7\n"), {}
    for number, body in objects.items():
        offsets[number] = len(out)
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start, size = len(out), max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        used = number in offsets
        out += b"%010d %05d %c \n" % (offsets.get(number, 0), 0 if used else 65535, b"n" if used else b"f")
    out += b"trailer\n<< /Size %d /Root %d 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, root, trailer, start)
    return bytes(out)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """Return a stream object."""
    return b"<< /Length %d %s >>\nstream\n" % (len(data), entries) + data + b"\nendstream"


def one_page(
    content: bytes = TITLE + GOAL,
    *,
    resources: bytes = RESOURCES,
    page: bytes = b"",
    box: bytes = b"[0 0 595 842]",
    catalog: bytes = b"",
    font: bytes = FONT,
    contents: bytes | None = None,
    more: dict[int, bytes] | None = None,
) -> bytes:
    """Return a PDF of one page: objects 1 catalogue, 2 page tree, 3 page, 4 font, 5 content; `more` from 6."""
    return write_pdf({
        1: b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog,
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox %s /Resources %s /Contents 5 0 R %s >>" % (box, resources, page),
        4: font,
        5: stream(content) if contents is None else contents,
        **(more or {}),
    })  # fmt: skip


def packed(mib: int, byte: bytes = b" ") -> bytes:
    """Return what zlib makes of so many MiB of one byte, without going through all of them."""
    chunk = zlib.compressobj(9)
    one = (chunk.compress(byte * MIB) + chunk.flush(zlib.Z_FULL_FLUSH))[2:]
    count, value = mib * MIB, byte[0]
    low = (1 + count * value) % ADLER
    high = (count + value * count * (count + 1) // 2) % ADLER
    return b"\x78\xda" + one * mib + b"\x03\x00" + (high << 16 | low).to_bytes(4, "big")


def flate_bomb(mib: int) -> bytes:
    return one_page(contents=stream(packed(mib), b"/Filter /FlateDecode"))


def double_flate_bomb(mib: int) -> bytes:
    return one_page(contents=stream(zlib.compress(packed(mib)), b"/Filter [/FlateDecode /FlateDecode]"))


def filter_chain(count: int) -> bytes:
    data = zlib.compress(TITLE)
    return one_page(contents=stream(data, b"/Filter [%s]" % (b"/FlateDecode " * count)))


def predictor(columns: int) -> bytes:
    entries = b"/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns %d >>" % columns
    return one_page(contents=stream(zlib.compress(TITLE), entries))


def forms_that_double(levels: int) -> bytes:
    more = {
        6 + level: stream(
            b"/X Do /X Do",
            b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >>"
            % (7 + level),
        )
        for level in range(levels)
    }
    more[6 + levels] = stream(TITLE, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources " + RESOURCES)
    return one_page(b"/X Do", resources=b"<< /XObject << /X 6 0 R >> >>", more=more)


def form_in_itself() -> bytes:
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>"
    resources = b"<< /Font << /F1 4 0 R >> /XObject << /X 6 0 R >> >>"
    return one_page(TITLE + GOAL + b"/X Do", resources=resources, more={6: stream(b"/X Do", form)})


def many_pages(count: int) -> bytes:
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources %s /Contents 5 0 R >>" % RESOURCES
    )
    kids = b" ".join(b"%d 0 R" % number for number in range(6, 6 + count))
    return write_pdf({
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count),
        4: FONT,
        5: stream(TITLE + GOAL),
        **dict.fromkeys(range(6, 6 + count), page),
    })  # fmt: skip


def page_count_that_lies(count: int) -> bytes:
    return one_page().replace(b"/Count 1 ", b"/Count %d " % count)


def page_tree_in_itself() -> bytes:
    return one_page().replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]")


def deep_page_tree(depth: int) -> bytes:
    objects = {1: b"<< /Type /Catalog /Pages 6 0 R >>", 4: FONT, 5: stream(TITLE + GOAL)}
    for number in range(6, 6 + depth):
        objects[number] = b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (number + 1)
    objects[6 + depth] = (
        b"<< /Type /Page /MediaBox [0 0 595 842] /Resources %s /Contents 5 0 R >>" % RESOURCES
    )
    return write_pdf(objects)


def lines(count: int) -> bytes:
    dice = random.Random(1)
    strokes = (b"%d %d m %d %d l S" % tuple(dice.choices(range(800), k=4)) for _ in range(count))
    return one_page(TITLE + b"\n".join(strokes))


def level_lines(count: int) -> bytes:
    return one_page(TITLE + b"\n".join(b"50 %.3f m 500 %.3f l S" % (y, y) for y in _spread(count)))


def grid(count: int, *, words: bool = False) -> bytes:
    strokes = [b"10 %.3f m 590 %.3f l S" % (y, y) for y in _spread(count)]
    strokes += [b"%.3f 10 m %.3f 750 l S" % (x, x) for x in _spread(count, 10, 590)]
    if words:
        xs, ys = list(_spread(count, 10, 590)), list(_spread(count))
        strokes += [b"BT /F1 2 Tf %.3f %.3f Td (ord) Tj ET" % (x, y) for x in xs for y in ys]
    return one_page(TITLE + b"\n".join(strokes))


def _spread(count: int, start: float = 10, end: float = 750) -> Iterator[float]:
    return (start + (end - start) * index / count for index in range(count + 1))


def letters(count: int, *, overprinted: bool = False) -> bytes:
    line = b"(" + b"ab cd" * 20 + b") Tj "
    move = b"" if overprinted else b"1 0 0 1 %.3f %.3f Tm "
    step = 790 / (count / 100)
    rows = (move % (20 + row % 5, 800 - row * step) if move else b"" for row in range(count // 100))
    return one_page(b"BT /F1 3 Tf " + b"".join(row + line for row in rows) + b"ET")


def saved_states(count: int) -> bytes:
    return one_page(TITLE + GOAL + b"q " * count)


def nested_arrays(depth: int) -> bytes:
    return one_page(
        TITLE + GOAL + b"[" * depth + b"]" * depth + b" TJ", page=b"/Junk " + b"[" * depth + b"]" * depth
    )


def cid_widths(last: int) -> bytes:
    return one_page(b"BT /F1 12 Tf 72 700 Td <00410042> Tj ET", font=_cid_font(b"/W [0 %d 500]" % last))


def letters_of_font(last: int) -> bytes:
    table = b"1 begincodespacerange <0000> <FFFF> endcodespacerange "
    table += b"1 beginbfrange <0000> <%08X> <0041> endbfrange" % last
    font = _cid_font(b"").replace(b"/Type0", b"/Type0 /ToUnicode 6 0 R")
    return one_page(b"BT /F1 12 Tf 72 700 Td <00410042> Tj ET", font=font, more={6: stream(table)})


def _cid_font(entries: bytes) -> bytes:
    inner = b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X %s" % entries
    inner += b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
    return (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [%s] >>" % inner
    )


def many_fonts(count: int) -> bytes:
    names = b" ".join(b"/F%d %d 0 R" % (number, 6 + number) for number in range(count))
    used = b"".join(
        b"BT /F%d 12 Tf 72 %d Td (ord) Tj ET " % (number, number % 800) for number in range(count)
    )
    more = dict.fromkeys(range(6, 6 + count), FONT)
    return one_page(TITLE + GOAL + used, resources=b"<< /Font << %s >> >>" % names, more=more)


def many_annotations(count: int) -> bytes:
    note = b"<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (http://lilleby.example) >> >>"
    return one_page(page=b"/Annots [%s]" % (note * count))


def bookmarks_in_a_circle() -> bytes:
    more = {
        6: b"<< /Type /Outlines /First 7 0 R /Last 7 0 R /Count 1 >>",
        7: b"<< /Title (Kapittel) /Parent 6 0 R /First 7 0 R /Last 7 0 R /Next 8 0 R /Dest [3 0 R /Fit] >>",
        8: b"<< /Title (Kapittel) /Parent 6 0 R /First 7 0 R /Next 7 0 R /Dest [3 0 R /Fit] >>",
    }
    return one_page(catalog=b"/Outlines 6 0 R", more=more)


def deep_bookmarks(depth: int) -> bytes:
    more = {6: b"<< /Type /Outlines /First 7 0 R /Last 7 0 R /Count 1 >>"}
    for number in range(7, 7 + depth):
        more[number] = b"<< /Title (Kapittel) /Parent %d 0 R /First %d 0 R >>" % (number - 1, number + 1)
    return one_page(catalog=b"/Outlines 6 0 R", more=more)


def structure_in_a_circle() -> bytes:
    more = {
        6: b"<< /Type /StructTreeRoot /K 7 0 R /ParentTree 8 0 R >>",
        7: b"<< /Type /StructElem /S /P /P 6 0 R /K [7 0 R 6 0 R] /Pg 3 0 R >>",
        8: b"<< /Kids [8 0 R] >>",
    }
    return one_page(
        catalog=b"/MarkInfo << /Marked true >> /StructTreeRoot 6 0 R", page=b"/StructParents 0", more=more
    )


def objects_in_a_circle() -> bytes:
    more = {6: b"7 0 R", 7: b"6 0 R"}
    return one_page(page=b"/Rotate 6 0 R /UserUnit 7 0 R /CropBox 6 0 R /Annots 6 0 R", more=more)


def offsets_in_a_circle() -> bytes:
    data = one_page()
    start = data.rindex(b"xref\n0")
    return data.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % start)


def huge_offsets(count: int) -> bytes:
    table = stream(b"\0" * 8, b"/Type /XRef /Size %d /Index [0 %d] /W [1 4 2] /Root 1 0 R" % (count, count))
    return b"%PDF-1.7\n" + b"6 0 obj\n" + table + b"\nendobj\nstartxref\n9\n%%EOF\n"


def boxes(box: bytes) -> bytes:
    return one_page(box=box)


def picture(side: int) -> bytes:
    image = b"/Type /XObject /Subtype /Image /Width %d /Height %d" % (side, side)
    resources = b"<< /Font << /F1 4 0 R >> /XObject << /X 6 0 R >> >>"
    more = {6: stream(packed(1), image + b" /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode")}
    return one_page(TITLE + GOAL + b"q 500 0 0 500 0 0 cm /X Do Q", resources=resources, more=more)


def drawn_font_in_itself() -> bytes:
    font = b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 /LastChar 97"
    font += (
        b" /Widths [9] /Encoding << /Differences [97 /a] >> /CharProcs << /a 6 0 R >> /Resources %s >>"
        % RESOURCES
    )
    draw = b"9 0 0 0 9 9 d1 BT /F1 1 Tf (aaaaaaaa) Tj ET"
    return one_page(b"BT /F1 12 Tf 72 700 Td (aaaaaaaa) Tj ET", font=font, more={6: stream(draw)})


def shorter(data: bytes, share: float) -> bytes:
    return data[: int(len(data) * share)]


def noise(size: int) -> bytes:
    return random.Random(1).randbytes(size)


def text(piece: str, count: int, *, head: str = "Plan for Lilleby kommune 2013-2016\n\nTiltak\n\n") -> bytes:
    return (head + piece * count).encode()


def web(piece: str, count: int, tail: str = "") -> bytes:
    return ("<html><body><h1>Plan for Lilleby kommune</h1><h2>Tiltak</h2>" + piece * count + tail).encode()


def hostile_files(share: float = 1.0) -> dict[str, Make]:
    """Return the makers by name.

    Args:
        share: of the full size, for what has one.
    """

    def some(full: int) -> int:
        return max(int(full * share), 1)

    pdfs: dict[str, Make] = {
        "flate bomb": partial(flate_bomb, some(4096)),
        "double flate bomb": partial(double_flate_bomb, some(4096)),
        "1000 filters": partial(filter_chain, some(1_000)),
        "predictor of 2e9 columns": partial(predictor, 2_000_000_000),
        "forms that double 40 times": partial(forms_that_double, 40),
        "form in itself": form_in_itself,
        "100 000 pages": partial(many_pages, some(100_000)),
        "a page count that lies": partial(page_count_that_lies, 2_000_000_000),
        "page tree in itself": page_tree_in_itself,
        "page tree 50 000 deep": partial(deep_page_tree, some(50_000)),
        "1e6 lines": partial(lines, some(1_000_000)),
        "1e6 level lines": partial(level_lines, some(1_000_000)),
        "grid 300": partial(grid, some(300)),
        "grid 1000": partial(grid, some(1_000)),
        "grid 200 with words": partial(grid, some(200), words=True),
        "1e6 letters": partial(letters, some(1_000_000)),
        "1e6 letters in one place": partial(letters, some(1_000_000), overprinted=True),
        "500 000 saved states": partial(saved_states, some(500_000)),
        "nested arrays": partial(nested_arrays, some(500_000)),
        "widths of 1e9 letters": partial(cid_widths, 999_999_999),
        "names of 2^28 letters": partial(letters_of_font, 0xFFFFFFF),
        "10 000 fonts": partial(many_fonts, some(10_000)),
        "10 000 annotations": partial(many_annotations, some(10_000)),
        "bookmarks in a circle": bookmarks_in_a_circle,
        "deep bookmarks": partial(deep_bookmarks, some(20_000)),
        "structure in a circle": structure_in_a_circle,
        "objects in a circle": objects_in_a_circle,
        "offsets in a circle": offsets_in_a_circle,
        "2e9 offsets": partial(huge_offsets, some(2_000_000_000)),
        "huge box": partial(boxes, b"[0 0 1e30 1e30]"),
        "box of no numbers": partial(boxes, b"[NaN Infinity nan null]"),
        "box of nothing": partial(boxes, b"[0 0 0 0]"),
        "box upside down": partial(boxes, b"[595 842 0 0]"),
        "picture of 100 000 by 100 000": partial(picture, 100_000),
        "drawn font in itself": drawn_font_in_itself,
        "cut in the middle": lambda: shorter(one_page(), 0.5),
        "cut at the end": lambda: shorter(many_pages(20), 0.95),
        "header and noise": lambda: b"%PDF-1.7\n" + noise(some(1_000_000)),
        "header and NULs": lambda: b"%PDF-1.7\n" + bytes(some(10_000_000)),
        "header only": lambda: b"%PDF-1.7\n",
    }
    texts: dict[str, Make] = {
        "60 000 lines of one letter": partial(text, "a\n", some(60_000)),
        "one word of 1e6 letters": partial(text, "a", some(1_000_000)),
        "1e6 spaces": partial(text, " a" + " " * 999, some(1_000)),
        "1e6 pipes": partial(text, "|", some(1_000_000)),
        "a table of 30 000 rows": partial(text, "| Lys på veg | Teknisk etat | 2014 |\n", some(30_000)),
        "a table of 30 000 rows set with spaces": partial(
            text, "Lys på veg     Teknisk etat     2014\n", some(30_000)
        ),
        "100 000 brackets": partial(text, "(", some(100_000)),
        "30 000 goal headings": partial(text, "Mål:\n", some(30_000)),
        "30 000 tiltak": partial(text, "- Bygge lys ved skolen. Ansvar: rektor\n", some(30_000)),
        "30 000 headings": partial(text, "1.1.1 Skuleveg\nTekst om vegen.\n", some(30_000)),
        "a sentence of 100 000 words": partial(text, "trygg veg og ", some(35_000)),
        "100 000 years": partial(text, "2013-", some(100_000)),
        "1e6 digits": partial(text, "1", some(1_000_000)),
        "1e6 accents": partial(text, "a" + "\u0301" * 999, some(1_000)),
        "30 000 kommuner": partial(text, "Seljord kommune og Skien kommune ", some(15_000)),
        "30 000 parties": partial(text, "Ansvar: rektor/NAV, helsestasjon og politi\n", some(15_000)),
        "30 000 deadlines": partial(text, "Frist: innen 1. mars 2014, 2015 og 2016. ", some(30_000)),
        "30 000 footnotes": partial(text, "Ord.1\n1 Note om ordet.\n", some(15_000)),
        "30 000 lines of a table of contents": partial(text, "1.1 Tiltak ....... 3\n", some(30_000)),
        "NULs between letters": lambda: b"Plan\0for\0" * some(50_000),
        "elements 200 000 deep": partial(web, "<div>", some(200_000)),
        "a cell over 1e9 columns": partial(
            web, "<table><tr><td colspan=999999999 rowspan=999999999>a<td>b</table>", 1
        ),
        "30 000 cells over 1000 rows": partial(web, "<tr><td rowspan=1000 colspan=100>a", some(30_000)),
        "30 000 tables": partial(web, "<table><tr><td>a</table>", some(30_000)),
        "30 000 list items": partial(web, "<ul><li>Bygge lys", some(30_000)),
        "1e6 entities": partial(web, "&aring;", some(1_000_000)),
    }
    return pdfs | texts
