"""Writes small tagged PDFs by hand: lines of text, each in an element of the structure tree."""

from __future__ import annotations

from collections.abc import Sequence

TaggedLine = tuple[str, str, float]  # type of the element («H1», «P»), wording, size


def make_tagged(*pages: Sequence[TaggedLine], replaced: str = "") -> bytes:
    """Return a PDF whose structure tree holds one element for each line.

    Args:
        pages: the lines of each page.
        replaced: what is read aloud in the place of the last line of each page.
    """
    objects: list[bytes] = []

    def add(body: str) -> int:
        objects.append(body.encode("cp1252"))
        return len(objects)

    catalog, root, tree, font = add(""), add(""), add(""), add(
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    )  # fmt: skip
    kids, elements, parents = [], [], []
    for number, lines in enumerate(pages):
        content = _content(lines, replaced)
        stream = add(f"<</Length {len(content.encode('cp1252'))}>>stream\n{content}\nendstream")
        page = add(
            f"<</Type/Page/Parent {root} 0 R/MediaBox[0 0 595 842]/Contents {stream} 0 R/StructParents {number}"
            f"/Resources<</Font<</F {font} 0 R>>>>>>"
        )
        kids.append(page)
        found = [
            add(f"<</Type/StructElem/S/{tag}/P {tree} 0 R/Pg {page} 0 R/K {index}>>")
            for index, (tag, _, _) in enumerate(lines)
        ]
        elements += found
        parents.append(f"{number} [{references(found)}]")
    objects[catalog - 1] = (
        f"<</Type/Catalog/Pages {root} 0 R/StructTreeRoot {tree} 0 R/MarkInfo<</Marked true>>>>".encode()
    )
    objects[root - 1] = f"<</Type/Pages/Count {len(kids)}/Kids[{references(kids)}]>>".encode()
    nums = " ".join(parents)
    objects[tree - 1] = (
        f"<</Type/StructTreeRoot/K[{references(elements)}]/ParentTree<</Nums[{nums}]>>>>".encode()
    )
    return pdf_file(objects)


def _content(lines: Sequence[TaggedLine], replaced: str) -> str:
    parts, y = [], 760.0
    for index, (tag, words, size) in enumerate(lines):
        parts.append(f"/{tag} <</MCID {index}>> BDC BT /F {size} Tf 70 {y} Td ({words}) Tj ET EMC")
        y -= 2.2 * size
    if replaced:
        parts[-1] = f"/Span <</ActualText ({replaced})>> BDC {parts[-1]} EMC"
    return "\n".join(parts)


def references(numbers: Sequence[int]) -> str:
    """Return references to objects."""
    return " ".join(f"{number} 0 R" for number in numbers)


def pdf_file(objects: Sequence[bytes]) -> bytes:
    """Return the file that objects, numbered from 1, make up; the first is the catalogue."""
    parts, offsets, length = [b"%PDF-1.7\n"], [], 9
    for number, body in enumerate(objects, start=1):
        offsets.append(length)
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        length += len(parts[-1])
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    parts.append(b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table))
    parts.append(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, length))
    return b"".join(parts)
