"""Writes small tagged PDFs by hand: words anywhere on the pages, and any structure tree over them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from read.tagged_pdf import pdf_file, references

HEIGHT = 842


class Piece(NamedTuple):
    """Words on a page; `y` is the base line's distance from the top."""

    words: str
    x: float
    y: float
    page: int = 1
    bold: bool = False
    size: float = 10


class Stroke(NamedTuple):
    """A rule, in points from the top left."""

    x0: float
    y0: float
    x1: float
    y1: float
    page: int = 1


@dataclass
class Node:
    """An element of the tree; `attributes` as PDF writes them: «/RowSpan 2»."""

    kind: str
    kids: Sequence[Node | Piece] = ()
    attributes: str = ""


def row(y: float, *cells: tuple[float, str] | None, kind: str = "TD", page: int = 1) -> Node:
    """Return a row of a table: for each cell where it begins and what it says; lines are parted by «|»."""
    bold = kind == "TH"
    return Node(
        "TR",
        [
            Node(
                kind,
                [Piece(line, cell[0], y + 13 * at, page, bold) for at, line in enumerate(cell[1].split("|"))],
            )
            if cell
            else Node(kind)
            for cell in cells
        ],
    )


@dataclass
class _Writer:
    objects: list[bytes] = field(default_factory=list)
    contents: dict[int, list[str]] = field(default_factory=dict)  # by page
    parents: dict[int, list[int]] = field(default_factory=dict)  # element of each piece, by page

    def add(self, body: str = "") -> int:
        self.objects.append(body.encode("cp1252"))
        return len(self.objects)

    def put(self, number: int, body: str) -> None:
        self.objects[number - 1] = body.encode("cp1252")

    def write(self, node: Node, parent: int, pages: Sequence[int]) -> int:
        number = self.add()
        kids = [
            self.piece(kid, number, pages)
            if isinstance(kid, Piece)
            else f"{self.write(kid, number, pages)} 0 R"
            for kid in node.kids
        ]
        told = f"/A<</O/Table{node.attributes}>>" if node.attributes else ""
        self.put(number, f"<</Type/StructElem/S/{node.kind}/P {parent} 0 R{told}/K[{' '.join(kids)}]>>")
        return number

    def piece(self, piece: Piece, owner: int, pages: Sequence[int]) -> str:
        parents = self.parents.setdefault(piece.page, [])
        self.contents.setdefault(piece.page, []).append(
            f"/Span <</MCID {len(parents)}>> BDC {_print(piece)} EMC"
        )
        parents.append(owner)
        return f"<</Type/MCR/Pg {pages[piece.page - 1]} 0 R/MCID {len(parents) - 1}>>"


def make_tree(
    *nodes: Node, loose: Sequence[Piece] = (), strokes: Sequence[Stroke] = (), pages: int = 1, turned: int = 0
) -> bytes:
    """Return a tagged PDF.

    Args:
        nodes: what stands under the root of the tree.
        loose: words that the tree does not have.
        strokes: rules.
        pages: how many there are.
        turned: degrees with the clock that they are turned before anybody sees them.
    """
    writer = _Writer()
    catalog, root, tree = writer.add(), writer.add(), writer.add()
    plain, bold = (
        writer.add(f"<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>")
        for name in ("Helvetica", "Helvetica-Bold")
    )
    numbers = [writer.add() for _ in range(pages)]
    tops = [writer.write(node, tree, numbers) for node in nodes]
    for page, number in enumerate(numbers, start=1):
        content = "\n".join([*writer.contents.get(page, []), *_untagged(page, loose, strokes)])
        stream = writer.add(f"<</Length {len(content.encode('cp1252'))}>>stream\n{content}\nendstream")
        writer.put(
            number,
            f"<</Type/Page/Parent {root} 0 R/Rotate {turned}/MediaBox[0 0 595 {HEIGHT}]/Contents {stream} 0 R"
            f"/StructParents {page}/Resources<</Font<</F {plain} 0 R/B {bold} 0 R>>>>>>",
        )
    nums = " ".join(f"{page} [{references(parents)}]" for page, parents in sorted(writer.parents.items()))
    writer.put(
        catalog, f"<</Type/Catalog/Pages {root} 0 R/StructTreeRoot {tree} 0 R/MarkInfo<</Marked true>>>>"
    )
    writer.put(root, f"<</Type/Pages/Count {pages}/Kids[{references(numbers)}]>>")
    writer.put(tree, f"<</Type/StructTreeRoot/K[{references(tops)}]/ParentTree<</Nums[{nums}]>>>>")
    return pdf_file(writer.objects)


def _print(piece: Piece) -> str:
    words = piece.words.replace("(", r"\(").replace(")", r"\)")
    font = "B" if piece.bold else "F"
    return f"BT /{font} {piece.size} Tf {piece.x} {HEIGHT - piece.y} Td ({words}) Tj ET"


def _untagged(page: int, loose: Sequence[Piece], strokes: Sequence[Stroke]) -> Iterator[str]:
    for piece in loose:
        if piece.page == page:
            yield f"/Artifact BMC {_print(piece)} EMC"
    for stroke in strokes:
        if stroke.page == page:
            yield f"{stroke.x0} {HEIGHT - stroke.y0} m {stroke.x1} {HEIGHT - stroke.y1} l S"
