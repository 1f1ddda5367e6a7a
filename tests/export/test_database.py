from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from extractor.export.tables import TABLES
from extractor.export.views import VIEWS

Read = Callable[[str], list[tuple[Any, ...]]]


def test_all_references_lead_to_a_row(query: Read) -> None:
    assert query("PRAGMA foreign_key_check") == []
    assert query("PRAGMA integrity_check") == [("ok",)]


def test_references_are_declared_and_have_an_index(query: Read) -> None:
    declared = {row[2:5] for row in query("PRAGMA foreign_key_list(responsible)")}
    assert declared == {("tiltak", "tiltak_id", "id"), ("documents", "document_id", "id")}
    indexed = {name for (name,) in query("SELECT name FROM sqlite_master WHERE type = 'index'")}
    assert {"kommuner_number", "kommuner_current_number", "tiltak_due_year", "tiltak_main_theme"} <= indexed
    assert {"tiltak_themes_theme_id", "responsible_tiltak_id"} <= indexed


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("ansvarlig", ["Kurs i ansvarlig vertskap hvert år"]),
        ("ansvarleg", ["Kurs i ansvarleg vertskap kvart år"]),
        ("ansvarl*", ["Kurs i ansvarlig vertskap hvert år", "Kurs i ansvarleg vertskap kvart år"]),
        ("ÅR vertskap", ["Kurs i ansvarlig vertskap hvert år", "Kurs i ansvarleg vertskap kvart år"]),
        ("ar", []),  # a is not å
    ],
)
def test_tiltak_are_found_by_their_words(query: Read, words: str, found: list[str]) -> None:
    rows = query(
        "SELECT tiltak.text FROM tiltak JOIN tiltak_fts ON tiltak_fts.rowid = tiltak.rowid "
        f"WHERE tiltak_fts MATCH '{words}' ORDER BY tiltak.rowid"
    )
    assert [text for (text,) in rows] == found


def test_goals_are_found_by_their_words(query: Read) -> None:
    assert query("SELECT count(*) FROM goals_fts WHERE goals_fts MATCH 'skad*'") == [(2,)]


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_every_view_answers(query: Read, view: Any) -> None:
    assert query(f"SELECT * FROM {view.name}")


def test_the_view_with_responsible_has_a_row_for_each_party_and_for_tiltak_without(query: Read) -> None:
    rows = query(
        "SELECT start_year, responsible, responsible_name, due_year FROM tiltak_with_responsible "
        "WHERE kommuner LIKE 'Eidfjord%' LIMIT 3"
    )
    assert rows == [
        (2024, "Rådmannen", "kommunedirektør", 2026),
        (2024, "NAV", None, 2026),
        (2024, None, None, None),
    ]


def test_a_plan_of_two_kommuner_counts_for_both(query: Read) -> None:
    overview = query(
        "SELECT current_number, documents, tiltak, with_responsible, with_due_year FROM kommune_overview"
    )
    assert overview == [("4619", 2, 4, 2, 2), ("4620", 2, 4, 2, 2)]


def test_goals_with_tiltak_counts_those_that_serve_directly(query: Read) -> None:
    assert query("SELECT text, tiltak FROM goals_with_tiltak WHERE kind = 'main_goal' ORDER BY text") == [
        ("Redusere skadane av rus", 1),
        ("Redusere skadene av rus", 1),
    ]


def test_the_main_theme_is_the_strongest_in_the_taxonomy_of_all_plans(query: Read) -> None:
    assert query("SELECT DISTINCT main_theme FROM tiltak ORDER BY 1") == [(None,), ("TH06",)]
    assert query("SELECT theme_id, broad_theme_id FROM tiltak_themes LIMIT 2") == [
        ("RU04", "TH06"),
        ("TH02", "TH02"),
    ]


def test_each_place_says_what_stands_there(query: Read) -> None:
    keys = ("tiltak_id", "goal_id", "section_id", "kommune_id", "decision_id", "legal_basis_id")
    filled = " + ".join(f"({key} IS NOT NULL)" for key in keys)
    assert query(f"SELECT DISTINCT item, {filled} FROM sources ORDER BY item") == [
        ("decision", 1),
        ("goal", 1),
        ("kommune", 1),
        ("law", 1),
        ("period", 0),
        ("section", 1),
        ("tiltak", 1),
    ]
    assert query("SELECT page, x0, bottom FROM sources WHERE tiltak_id LIKE '%.t1' LIMIT 2") == [
        (3, 70.5, 112.0),
        (4, 70.5, 112.0),
    ]


def test_the_description_of_each_column_stands_in_the_database(query: Read) -> None:
    [(made,)] = query("SELECT sql FROM sqlite_master WHERE name = 'documents'")
    assert all(f"-- {column.about}" in made for column in TABLES[0].columns)
