"""Cards: boxes with a title and labels beside their values, one or several in a row."""

from __future__ import annotations

import pytest
from read.make_pdf import Sheet, lines, read, tables, texts, values

NB = ["Åpen kafé hver uke", "Kultur og fritid", "Frivilligsentralen", "Fra høsten 2027"]
NN = ["Open kafé kvar veke", "Kultur og fritid", "Frivilligsentralen", "Frå hausten 2027"]
LABELS = {"nb": ["Ansvarlig", "Samarbeidspartnere", "Når"], "nn": ["Ansvarleg", "Samarbeidspartnarar", "Når"]}
both = pytest.mark.parametrize(("words", "standard"), [(NB, "nb"), (NN, "nn")])


def _card(
    sheet: Sheet, x: float, y: float, words: list[str], labels: list[str], *, radius: float = 5
) -> None:
    """Draw a card of 220 by 80 points."""
    sheet.canvas.roundRect(x, sheet.height - y - 80, 220, 80, radius)
    sheet.text(x + 8, y + 8, words[0], font="Helvetica-Bold")
    for index, (label, value) in enumerate(zip(labels, words[1:], strict=True)):
        sheet.text(x + 8, y + 28 + 14 * index, label, size=9, font="Helvetica-Bold")
        sheet.text(x + 110, y + 28 + 14 * index, value, size=9)


def _expected(words: list[str], labels: list[str]) -> list[list[str]]:
    return [[words[0], ""], *([label, value] for label, value in zip(labels, words[1:], strict=True))]


@both
@pytest.mark.parametrize("radius", [0, 3, 9])
def test_card_is_a_table_of_labels_and_values_below_its_title(
    words: list[str], standard: str, radius: float
) -> None:
    [found] = tables(read(lambda sheet: _card(sheet, 60, 100, words, LABELS[standard], radius=radius)))
    assert values(found) == _expected(words, LABELS[standard])


@both
def test_cards_side_by_side_are_read_one_after_the_other(words: list[str], standard: str) -> None:
    other = ["Turgruppe", "Folkehelse", "Turlaget", "2026"]

    def page(sheet: Sheet) -> None:
        _card(sheet, 60, 100, words, LABELS[standard])
        _card(sheet, 300, 100, other, LABELS[standard])
        _card(sheet, 60, 200, other[::-1], LABELS[standard])

    found = [values(table) for table in tables(read(page))]
    assert found == [_expected(each, LABELS[standard]) for each in (words, other, other[::-1])]


@both
def test_value_of_a_card_goes_on_below_itself(words: list[str], standard: str) -> None:
    def page(sheet: Sheet) -> None:
        _card(sheet, 60, 100, words, LABELS[standard])
        sheet.text(170, 166, "og 2028", size=9)

    [found] = tables(read(page))
    assert values(found)[-1] == ["Når", f"{words[-1]} / og 2028"]


@pytest.mark.parametrize("said", ["Vi trenger flere voksne", "Vi treng fleire vaksne"])
def test_round_box_of_running_text_is_no_card(said: str) -> None:
    def page(sheet: Sheet) -> None:
        sheet.canvas.roundRect(60, sheet.height - 180, 220, 80, 5)
        sheet.text(68, 108, said, font="Helvetica-Bold")
        sheet.prose(68, 128, f"{said} som har tid, og vi skal spørre ungdomsrådet om råd.", 200, size=9)

    document = read(page)
    assert tables(document) == []
    assert texts(document)[0] == said and lines(document)[0].bold


@both
def test_round_box_around_a_table_without_rules_keeps_the_table(words: list[str], standard: str) -> None:
    def page(sheet: Sheet) -> None:
        sheet.canvas.roundRect(60, sheet.height - 190, 300, 90, 5)
        for index, (left, right) in enumerate([("Tiltak", "Ansvar"), ("Kurs", "NAV"), ("Kafé", "Rektor")]):
            font = "Helvetica-Bold" if index == 0 else "Helvetica"
            sheet.text(68, 108 + 20 * index, left, size=9, font=font)
            sheet.text(220, 108 + 20 * index, right, size=9, font=font)

    assert not any(values(table)[0] == ["Tiltak Ansvar", ""] for table in tables(read(page)))


@pytest.mark.parametrize("radius", [0, 3, 9])
@pytest.mark.parametrize("label", ["Ansvarlig:", "Ansvarleg:"])
def test_coloured_cards_side_by_side_are_no_table(label: str, radius: float) -> None:
    """Each card is read to its end before the one beside it begins, round corners or not."""

    def page(sheet: Sheet) -> None:
        for x, name in ((60, "Turgruppe"), (310, "Lysløype")):
            sheet.canvas.setFillGray(0.9)
            sheet.canvas.roundRect(x, sheet.height - 200, 220, 100, radius, stroke=0, fill=1)
            sheet.canvas.setFillGray(0)
            sheet.text(x + 10, 110, name, font="Helvetica-Bold")
            sheet.text(x + 10, 126, f"{name} for alle i bygda.", size=9)
            sheet.text(x + 10, 140, f"{label} Turlaget", size=9)
            sheet.text(x + 10, 154, "Frist: 2027", size=9)

    document = read(page)
    assert tables(document) == []
    first = texts(document).index("Lysløype")
    assert texts(document)[:first] == [
        "Turgruppe",
        "Turgruppe for alle i bygda.",
        f"{label} Turlaget",
        "Frist: 2027",
    ]
