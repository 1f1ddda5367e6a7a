"""Boxes beside the main text are read as one block."""

from __future__ import annotations

import pytest
from read.make_pdf import Draw, Sheet, read, texts

MAIN = {
    "nb": [
        "Visjon",
        "Gode skoler for alle barn",
        "Mål",
        "Alle elever skal trives på skolen innen 2030",
        "Delmål",
    ],
    "nn": [
        "Visjon",
        "Gode skular for alle born",
        "Mål",
        "Alle elevar skal trivast på skulen innan 2030",
        "Delmål",
    ],
}
FACTS = ["Fakta om kommunen", "6 400 innbyggere", "12 skoler", "240 lærere"]
in_both = pytest.mark.parametrize("main", MAIN.values(), ids=MAIN.keys())


def page_of(main: list[str], *, at: float, main_at: float, border: str) -> Draw:
    """Draw main text with a box beside it, whose lines stand at heights of their own."""

    def page(sheet: Sheet) -> None:
        if border == "rule":
            edge = at - 8 if at > main_at else at + 120
            sheet.rule(edge, 98, edge, 240)
        elif border == "ground":
            sheet.box(at - 8, 98, at + 110, 240, fill=0.9)
        else:
            sheet.box(at - 8, 98, at + 110, 240)
        for index, line in enumerate(main):
            sheet.text(main_at, 100 + 29 * index, line)
        for index, line in enumerate(FACTS):
            sheet.text(at, 105 + 13 * index, line, size=8)
        sheet.text(
            60, 260, "Planen er vedtatt av kommunestyret og gjelder for hele kommunen i ti år framover"
        )

    return page


@in_both
@pytest.mark.parametrize("border", ["rule", "ground", "frame"])
def test_a_box_on_the_right_is_read_after_the_text_beside_it(main: list[str], border: str) -> None:
    found = texts(read(page_of(main, at=410, main_at=60, border=border)))
    assert found[:-1] == main + FACTS


@in_both
@pytest.mark.parametrize("border", ["rule", "ground", "frame"])
def test_a_box_on_the_left_is_read_before_the_text_beside_it(main: list[str], border: str) -> None:
    found = texts(read(page_of(main, at=68, main_at=210, border=border)))
    assert found[:-1] == FACTS + main


@in_both
def test_a_rule_between_labels_and_their_text_makes_no_box(main: list[str]) -> None:
    def page(sheet: Sheet) -> None:
        sheet.rule(140, 98, 140, 180)
        for index, (label, line) in enumerate(zip(["A", "B", "C"], main, strict=False)):
            sheet.text(60, 100 + 28 * index, f"{label} {index}")
            sheet.text(150, 100 + 28 * index, f"{line} og {main[3]}")

    words = " ".join(texts(read(page))).split()
    assert words[:3] == ["A", "0", "Visjon"]


@in_both
def test_two_boxes_on_the_right_are_read_from_the_top(main: list[str]) -> None:
    def page(sheet: Sheet) -> None:
        sheet.prose(60, 100, ". ".join(main * 3), 300)
        for top, line in ((98, "Fakta"), (130, "Kjelde")):
            sheet.box(400, top, 520, top + 28, fill=0.9)
            sheet.text(405, top + 2, line, size=8)
            sheet.text(405, top + 15, f"{line} to", size=8)

    assert texts(read(page))[-4:] == ["Fakta", "Fakta to", "Kjelde", "Kjelde to"]
