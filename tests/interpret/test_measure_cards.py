"""Cards: one tiltak each, its labels in the left column, with a row or a heading that names it."""

from __future__ import annotations

import pytest

from extractor.interpret.drafts import TiltakDraft
from extractor.interpret.merge import merge_tiltak
from extractor.interpret.promises import read_promises
from extractor.read.html import read_html
from extractor.structure.sections import build_outline


def _tiltak(body: str) -> list[TiltakDraft]:
    page = f"<h1>Plan for Bygda</h1><p>Dette er planen.</p>{body}<h2>Vedlegg</h2><p>Tekst.</p>"
    outline = build_outline(read_html(page.encode(), "plan.html", "0" * 64))
    return merge_tiltak(read_promises(outline, language="nb", with_tiltak=True).tiltak)


def _terms(*pairs: tuple[str, str]) -> str:
    return "<dl>" + "".join(f"<dt>{label}</dt><dd>{value}</dd>" for label, value in pairs) + "</dl>"


def _rows(*pairs: tuple[str, str]) -> str:
    return "<table>" + "".join(f"<tr><td>{label}<td>{value}" for label, value in pairs) + "</table>"


QUESTIONS = pytest.mark.parametrize(
    ("what", "who", "when"),
    [
        ("Hva gjør vi?", "Hvem har ansvaret?", "Når?"),
        ("Kva gjer vi?", "Kven har ansvaret?", "Når skal det vere gjort?"),
        ("Hva skal gjøres?", "Hvem er ansvarlig?", "Når skal det være gjort?"),
        ("Skildring", "Ansvarleg", "Frist"),
    ],
)
CHAPTERS = pytest.mark.parametrize(
    "chapter", ["Innsatsområde 1: Rus", "Satsingsområde: Fritid", "Tiltak", "Mål og tiltak", "2 Tiltaksdel"]
)


@QUESTIONS
@CHAPTERS
@pytest.mark.parametrize("drawn", [_terms, _rows])
def test_a_heading_names_the_card_below_it(
    chapter: str, what: str, who: str, when: str, drawn: object
) -> None:
    assert callable(drawn)
    card = drawn((what, "Vi går tur hver uke."), (who, "Frivilligsentralen"), (when, "2015"))
    [tiltak] = _tiltak(f"<h2>{chapter}</h2><h3>Turgruppe</h3>{card}")
    assert (tiltak.text.value, tiltak.responsible, tiltak.schedule, tiltak.rule) == (
        "Turgruppe", "Frivilligsentralen", "2015", "measure-card",
    )  # fmt: skip
    assert tiltak.description is not None and tiltak.description.value == "Vi går tur hver uke."


def test_each_card_below_its_heading_is_a_tiltak() -> None:
    cards = "".join(
        f"<div class=card><h3>{name}</h3>{_terms(('Kven har ansvaret?', who), ('Når?', 'Kvar haust'))}</div>"
        for name, who in [("Turgruppe", "Frivilligsentralen"), ("Foreldremøte", "Rektor")]
    )
    found = [(tiltak.text.value, tiltak.responsible) for tiltak in _tiltak(f"<h2>Tiltak</h2>{cards}")]
    assert found == [("Turgruppe", "Frivilligsentralen"), ("Foreldremøte", "Rektor")]


@pytest.mark.parametrize("label", ["Ansvar", "Ansvarlig", "Ansvarleg", "Kven har ansvaret?"])
@pytest.mark.parametrize("chapter", ["Innsatsområde 1: Rus", "Satsingsområde 2", "Delmål 1: Flere er aktive"])
def test_the_value_of_a_label_is_never_a_tiltak(chapter: str, label: str) -> None:
    assert _tiltak(f"<h2>{chapter}</h2>{_terms((label, 'Helsesøster'))}") == []


def test_a_card_with_one_label_below_a_heading_is_a_tiltak() -> None:
    [tiltak] = _tiltak(f"<h2>Tiltak</h2><h3>Turgruppe</h3>{_terms(('Ansvar', 'Frivilligsentralen'))}")
    assert (tiltak.text.value, tiltak.responsible) == ("Turgruppe", "Frivilligsentralen")


@pytest.mark.parametrize("chapter", ["Organisering", "Om planen", "Bakgrunn", "Innleiing"])
def test_a_card_in_a_chapter_that_promises_nothing_is_none(chapter: str) -> None:
    assert (
        _tiltak(f"<h2>{chapter}</h2><h3>Styringsgruppe</h3>{_terms(('Ansvar', 'Rektor'), ('Når', '2015'))}")
        == []
    )


@pytest.mark.parametrize("label", ["Tiltak", "Tiltak 3", "Nytt tiltak"])
def test_a_row_that_names_the_tiltak_goes_before_the_heading(label: str) -> None:
    card = _rows((label, "Åpen klubb"), ("Ansvar", "Rektor"), ("Frist", "2015"))
    found = _tiltak(f"<h2>Tiltak</h2><h3>Fritid</h3>{card}")
    assert "Fritid" not in [tiltak.text.value for tiltak in found]


@pytest.mark.parametrize(
    ("what", "who"), [("Hva gjør vi?", "Hvem har ansvaret?"), ("Kva gjer vi?", "Kven har ansvaret?")]
)
def test_without_a_heading_of_its_own_what_is_done_names_the_tiltak(what: str, who: str) -> None:
    cards = _terms(
        (what, "Åpen klubb"),
        (who, "Rektor"),
        ("Når?", "2015"),
        (what, "Kurs"),
        (who, "NAV"),
        ("Når?", "2016"),
    )
    found = [(tiltak.text.value, tiltak.responsible) for tiltak in _tiltak(f"<h2>Tiltak</h2>{cards}")]
    assert found == [("Åpen klubb", "Rektor"), ("Kurs", "NAV")]


@pytest.mark.parametrize("number", ["3", "1.2"])
def test_a_numbered_tiltak_heading_and_its_card_are_one_tiltak(number: str) -> None:
    card = _terms(("Ansvar", "Rektor"), ("Frist", "2015"))
    [tiltak] = _tiltak(f"<h2>Tiltak</h2><h3>Tiltak {number}: Åpen klubb</h3>{card}")
    assert (tiltak.text.value, tiltak.number, tiltak.responsible) == ("Åpen klubb", number, "Rektor")


@pytest.mark.parametrize(
    ("number", "who"), [("Tiltak nr.", "Ansvarlig"), ("Tiltak nr", "Ansvarleg"), ("Nr.", "Ansvar")]
)
def test_a_card_may_begin_with_its_number(number: str, who: str) -> None:
    cards = [_rows((number, f"{n}."), ("Tiltak", name), (who, "Rektor"), ("Frist", "2031")) for n, name in
             enumerate(("Lys på gangveg", "Tryggare kryss"), start=1)]  # fmt: skip
    found = _tiltak("<h2>Tiltak</h2>" + "<p>Så:</p>".join(cards))
    assert [(tiltak.number, tiltak.text.value, tiltak.responsible) for tiltak in found] == [
        ("1", "Lys på gangveg", "Rektor"),
        ("2", "Tryggare kryss", "Rektor"),
    ]


def _titled(*cards: tuple[str, list[tuple[str, str]]]) -> str:
    rows = "".join(
        f"<tr><td colspan=2><b>{name}</b>" + "".join(f"<tr><td>{label}<td>{value}" for label, value in fields)
        for name, fields in cards
    )
    return f"<table>{rows}</table>"


@pytest.mark.parametrize(
    ("who", "when"), [("Ansvarlig", "Når"), ("Ansvarleg", "Når"), ("Hvem", "Frist"), ("Kven", "Frist")]
)
def test_name_over_both_columns_begins_a_card_among_measures(who: str, when: str) -> None:
    cards = _titled(
        ("Turgruppe", [(who, "Frivilligsentralen"), ("Kostnad", "20 000"), (when, "2027")]),
        ("Åpen kafé", [(who, "Kultur"), ("Merknad", ""), (when, "Årlig")]),
    )
    found = [(one.text.value, one.responsible, one.schedule) for one in _tiltak(f"<h2>Tiltak</h2>{cards}")]
    assert found == [("Turgruppe", "Frivilligsentralen", "2027"), ("Åpen kafé", "Kultur", "Årlig")]


@pytest.mark.parametrize("title", ["Om dokumentet", "Kontakt"])
def test_facts_of_the_document_are_no_card(title: str) -> None:
    facts = _titled((title, [("Ansvarlig", "Rådmannen"), ("Frist", "2027"), ("Versjon", "2")]))
    assert _tiltak(f"<h2>Innledning</h2>{facts}") == []
