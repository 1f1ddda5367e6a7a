"""Items of lists that the structure tree of a tagged PDF tells, and what it calls items that are none."""

from __future__ import annotations

import pytest
from read.make_pdf import lines
from read.tagged_tree import Node, Piece, make_tree

from extractor.read.pdf import read_pdf
from extractor.structure.sections import build_outline

NB = ["Holde kurs for foreldre", "Merke turløyper rundt sentrum", "Bygge gangvei til skolen"]
NN = ["Halde kurs for foreldre", "Merkje turløyper rundt sentrum", "Byggje gangveg til skulen"]
both = pytest.mark.parametrize("items", [NB, NN], ids=["nb", "nn"])
INTRO = Node("P", [Piece("Kommunen vil i perioden gjøre dette for dem som bor her:", 70, 80)])


def bullets(data: bytes) -> list[tuple[str | None, str]]:
    """Return the lines of a document with their bullets."""
    return [(line.bullet, line.text.value) for line in lines(read_pdf(data, "plan.pdf", ""))]


def item(
    y: float, words: str, sign: str = "", *, x: float = 90, labelled: bool = True, bold: bool = False
) -> Node:
    """Return an item; its sign stands in front, as a label of its own or in the same paragraph."""
    label = [Piece(sign, x - 14, y, bold=bold)] if sign else []
    piece = Piece(words, x, y, bold=bold)
    if labelled and sign:
        return Node("LI", [Node("Lbl", label), Node("LBody", [piece])])
    return Node("LI", [Node("LBody", [Node("P", [*label, piece])])])


def listed(items: list[str], sign: str = "", *, labelled: bool = True, bold: bool = False) -> Node:
    return Node(
        "L",
        [item(100 + 14 * at, words, sign, labelled=labelled, bold=bold) for at, words in enumerate(items)],
    )


@both
@pytest.mark.parametrize("labelled", [True, False], ids=["labels", "no labels"])
@pytest.mark.parametrize("sign", ["»", "+", "~", "-", "o", "•"])
def test_sign_in_front_of_an_item_is_its_bullet(items: list[str], sign: str, labelled: bool) -> None:
    assert bullets(make_tree(INTRO, listed(items, sign, labelled=labelled)))[1:] == [
        ("•", words) for words in items
    ]


@both
def test_item_without_any_sign_is_one(items: list[str]) -> None:
    data = make_tree(INTRO, listed(items))
    assert bullets(data)[1:] == [("•", words) for words in items]
    found = [
        part.text.value
        for _, part in build_outline(read_pdf(data, "plan.pdf", "")).paragraphs()
        if part.is_item
    ]
    assert found == items


@both
def test_item_within_an_item_is_nested(items: list[str]) -> None:
    inner = Node("L", [item(114, items[1], "»", x=110), item(128, "Lage kart", "»", x=110)])
    outer = Node("L", [Node("LI", [*item(100, items[0], "»").kids, inner]), item(142, items[2], "»")])
    outline = build_outline(read_pdf(make_tree(INTRO, outer), "plan.pdf", ""))
    found = [(part.depth, part.text.value) for _, part in outline.paragraphs() if part.is_item]
    assert found == [(1, items[0]), (2, items[1]), (2, "Lage kart"), (1, items[2])]


@both
def test_wrapped_line_opens_no_item(items: list[str]) -> None:
    wrapped = Node("LI", [Node("LBody", [Piece(items[0], 90, 100), Piece("og deres barn", 90, 113)])])
    found = bullets(make_tree(INTRO, Node("L", [wrapped, item(126, items[1])])))
    assert [bullet for bullet, _ in found] == [None, "•", None, "•"]


def test_year_at_the_end_of_an_item_is_no_page_number() -> None:
    found = bullets(make_tree(INTRO, listed(["Holde kurs innen 2027", "Lage turkart innen 2028"], "»")))
    assert [bullet for bullet, _ in found] == [None, "•", "•"]


@both
def test_numbers_stay(items: list[str]) -> None:
    numbered = Node("L", [item(100 + 14 * at, words, f"{at + 1}.") for at, words in enumerate(items)])
    assert bullets(make_tree(INTRO, numbered))[1:] == [
        (None, f"{at}. {words}") for at, words in enumerate(items, 1)
    ]


def contents() -> Node:
    entries = [("Innledning", "3"), ("Mål for perioden", "5"), ("Tiltak", "9")]
    return Node(
        "L",
        [
            Node("LI", [Node("LBody", [Piece(title, 90, 100 + 14 * at), Piece(page, 480, 100 + 14 * at)])])
            for at, (title, page) in enumerate(entries)
        ],
    )


def beside_each_other() -> Node:
    return Node(
        "L",
        [
            Node("LI", [Piece(words, 70 + 90 * at, 100)])
            for at, words in enumerate(["Hjem", "Planer", "Kontakt"])
        ],
    )


def headings() -> Node:
    return Node(
        "L",
        [
            Node("LI", [Node("LBody", [Node("H2", [Piece(words, 70, 100 + 60 * at)])])])
            for at, words in enumerate(NB)
        ],
    )


@pytest.mark.parametrize(
    "node",
    [contents(), beside_each_other(), headings(), listed(NB, bold=True), listed(NB[:1])],
    ids=["table of contents", "side by side", "headings", "bold titles", "a single item"],
)
def test_what_does_not_look_like_items_is_none(node: Node) -> None:
    assert [bullet for bullet, _ in bullets(make_tree(INTRO, node))] == [None] * len(
        bullets(make_tree(INTRO, node))
    )
