"""The table of contents is no content; it confirms the headings further on."""

from __future__ import annotations

import pytest
from drawing import outline, titles


@pytest.mark.parametrize("heading", ["Innhold", "INNHOLD", "Innhald", "Innhaldsliste", "Innholdsfortegnelse"])
@pytest.mark.parametrize("leader", [" ........ ", " … ", "  ", " _____ "])
def test_entries_below_the_heading_are_no_sections(heading: str, leader: str) -> None:
    contents = "\n".join(
        f"{title}{leader}{n}" for n, title in enumerate(["1 Bakgrunn", "2 Mål", "3 Tiltak"], 3)
    )
    drawn = f"{heading}\n\n{contents}\n\n1 Bakgrunn\n\nTekst.\n\n2 Mål\n\nTekst.\n\n3 Tiltak\n\nTekst.\n"
    assert [(number, title) for _, number, title in titles(drawn)] == [
        ("1", "Bakgrunn"),
        ("2", "Mål"),
        ("3", "Tiltak"),
    ]


def test_leaders_give_it_away_without_a_heading() -> None:
    entries = "\n".join(
        f"{n} {word} ............ {n + 2}"
        for n, word in enumerate(["Om planen", "Mål", "Tiltak", "Økonomi"], 1)
    )
    found = outline(f"{entries}\n\n1 Om planen\n\nTekst her.\n")
    assert [text.value.split()[0] for text in found.toc] == ["1", "2", "3", "4"]
    assert [section.title.value for section in found.sections] == ["Om planen"]


def test_a_list_of_amounts_is_no_table_of_contents() -> None:
    found = outline("1 Økonomi\n\nDrift 120\nLøn 300\nLeige 45\nReiser 12\n\nTekst etter.\n")
    assert found.toc == []


@pytest.mark.parametrize(
    ("heading", "first", "second"),
    [("Innhold", "Sammendrag", "Mål og tiltak"), ("Innhald", "Samandrag", "Mål og tiltak")],
)
def test_entries_without_page_numbers_come_back_as_headings(heading: str, first: str, second: str) -> None:
    found = titles(f"""
        {heading}

        {first}
        {second}

        {first.upper()}

        Planen viser hva kommunen vil.

        {second.upper()}

        Her er tiltakene til kommunen.
    """)
    assert found == [(1, None, first.upper()), (1, None, second.upper())]


@pytest.mark.parametrize("heading", ["INNHOLDSFORTEGNELSE        Side", "INNHALDSLISTE        Side"])
def test_the_column_title_of_the_page_numbers_belongs_to_the_contents(heading: str) -> None:
    found = titles(
        f"{heading}\n\n1. MÅL      3\n2. TILTAK      4\n\n1. MÅL\n\nTekst.\n\n2. TILTAK\n\nTekst.\n"
    )
    assert [title for _, _, title in found] == ["MÅL", "TILTAK"]


@pytest.mark.parametrize(
    ("heading", "first", "second"),
    [
        ("På denne siden", "Hvorfor en plan?", "Eksempler på mål"),
        ("På denne sida", "Kvifor ein plan?", "Døme på mål"),
        ("Innhold på siden:", "Hvem skal ha ansvaret?", "Eksempler på mål"),
        ("Innhald på sida:", "Kven skal ha ansvaret?", "Døme på mål"),
    ],
)
def test_what_a_web_page_lists_at_its_top_are_its_headings(heading: str, first: str, second: str) -> None:
    text = (
        f"{heading}\n{first}\n{second}\n\n{first}\n\nDet er nyttig.\n\n{second}\n\nAlle skal ha det godt.\n"
    )
    assert [title for _, _, title in titles(text)] == [first, second]
