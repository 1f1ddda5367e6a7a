"""What stands under what: numbers decide, then type, then wording."""

from __future__ import annotations

import pytest
from drawing import outline, page, pdf, titles

from extractor.document import Page
from extractor.structure.sections import build_outline


def _levels(*pages: Page) -> list[tuple[int, str]]:
    return [(section.level, section.title.value) for section in build_outline(pdf(*pages)).sections]


def test_an_unnumbered_heading_takes_the_level_of_numbered_ones_in_its_type() -> None:
    found = _levels(
        page(
            1,
            (80, "1 Bakgrunn", 18.0),
            (110, "Planen er ny."),
            (200, "1.1 Status", 14.0),
            (230, "Slik står det til i dag."),
        ),
        page(
            2,
            (80, "Folkehelse", 14.0),
            (110, "Mange er med i lag."),
            (200, "2 Mål", 18.0),
            (230, "Flere skal med."),
        ),
    )
    assert found == [(1, "Bakgrunn"), (2, "Status"), (2, "Folkehelse"), (1, "Mål")]


@pytest.mark.parametrize(
    ("now", "planned", "label"),
    [
        ("Slik er det i dag", "Det vi vil gjøre", "Tiltak"),
        ("Slik er det i dag", "Det vi vil gjere", "Innsatsområde"),
    ],
)
def test_headings_before_the_first_numbered_tiltak_or_goal_are_no_cover(
    now: str, planned: str, label: str
) -> None:
    text = "Her er mykje å fortelje om tenestene våre."
    found = _levels(
        page(1, (100, "Demensplan", 40.0), (200, "Nordbygd kommune", 12.0)),
        page(2, (80, "Innledning", 20.0), (110, text), (200, now, 20.0), (230, text)),
        page(3, (80, planned, 20.0), (110, text), (200, f"{label} 1: Dagsenter", 14.0), (230, text)),
        page(4, (80, f"{label} 2: Avlastning", 14.0), (110, text), (200, "Oppfølging", 20.0), (230, text)),
    )
    assert [title for _, title in found] == [
        "Innledning",
        now,
        planned,
        "Dagsenter",
        "Avlastning",
        "Oppfølging",
    ]


def test_where_nothing_is_numbered_size_decides() -> None:
    found = _levels(
        page(
            1,
            (80, "Bakgrunn", 18.0),
            (110, "Planen er ny."),
            (200, "Status", 14.0),
            (230, "Slik står det til."),
        ),
        page(
            2,
            (80, "Tiltak", 18.0),
            (110, "Dette skal gjøres."),
            (200, "Trygge veier", 14.0),
            (230, "Lys langs veien."),
        ),
    )
    assert found == [(1, "Bakgrunn"), (2, "Status"), (1, "Tiltak"), (2, "Trygge veier")]


@pytest.mark.parametrize(
    ("part", "chapter"), [("Del A: Grunnlag", "1 Bakgrunn"), ("DEL A – GRUNNLAG", "1. Bakgrunn")]
)
def test_chapters_stand_below_parts(part: str, chapter: str) -> None:
    other = part.replace("A", "B", 1)
    found = titles(
        f"{part}\n\nTekst om delen.\n\n{chapter}\n\nTekst.\n\n{other}\n\nTekst.\n\n2 Tiltak\n\nTekst.\n"
    )
    assert [level for level, _, _ in found] == [1, 2, 1, 2]


@pytest.mark.parametrize("goal", ["Mål", "Delmål"])
def test_numbered_goals_stand_below_their_chapter(goal: str) -> None:
    found = titles(
        f"1 Satsingar\n\nTekst.\n\n{goal} 1: Trygge barn\n\nTekst.\n\n"
        f"{goal} 2: Aktive eldre\n\nTekst.\n\n2 Økonomi\n\nTekst.\n"
    )
    assert [level for level, _, _ in found] == [1, 2, 2, 1]


@pytest.mark.parametrize(
    ("themes", "below"),
    [
        (("Innledning", "Ulykkesbildet", "Mål", "Oppfølging"), "Satsingsområder"),
        (("Innleiing", "Ulukkesbiletet", "Mål", "Oppfølging"), "Satsingsområde"),
    ],
)
def test_plain_titles_are_chapters_unless_they_stand_in_a_group(themes: tuple[str, ...], below: str) -> None:
    first, second, third, last = themes
    drawing = f"""
        Trafikkplan for Gol kommune 2020–2023

        {first}

        Planen avløyser planen frå 2016. Gruppa hadde fem møte.

        {second}

        Det skjedde 41 ulukker på vegane frå 2009 til 2018.

        {third}

        Talet på ulukker skal halverast fram til 2023.

        {below}

        Barnehage

        Alle barnehagar skal ha trygg avlevering om morgonen.

        Vaksne

        Alle vaksne skal bruke refleks når det er mørkt ute.

        {last}

        Planen skal rullerast i 2023.
    """
    found = [(section.level, section.title.value) for section in outline(drawing).sections]
    assert found == [
        (1, first),
        (1, second),
        (1, third),
        (1, below),
        (2, "Barnehage"),
        (2, "Vaksne"),
        (1, last),
    ]


@pytest.mark.parametrize(
    ("now", "goal", "way"),
    [
        ("Hvor står vi?", "Hvor vil vi?", "Slik gjør vi det"),
        ("Kvar står me?", "Kvar vil me?", "Korleis kjem me dit?"),
    ],
)
def test_larger_titles_without_number_are_the_parts_that_numbered_chapters_stand_in(
    now: str, goal: str, way: str
) -> None:
    text = "Her er det mykje å fortelje om bygda."
    found = _levels(
        page(1, (100, "Reiselivsplan", 40.0), (200, "Nordbygd kommune", 12.0)),
        page(2, (80, now, 20.0), (110, text), (200, goal, 20.0), (230, text)),
        page(3, (80, way, 20.0), (120, "1 Skole", 14.0), (150, text), (220, "2 Veg", 14.0), (250, text)),
        page(4, (80, "Oppfølging", 20.0), (110, text)),
    )
    assert found == [(1, now), (1, goal), (1, way), (2, "Skole"), (2, "Veg"), (1, "Oppfølging")]
